//! Administration: accounts and the name of the town.

use super::account::chance;
use super::{done, show};
use crate::domain::account::{Account, Role};
use crate::domain::ids::{AccountId, UnitId};
use crate::domain::message::Message;
use crate::error::{Error, Kind};
use crate::register::NewAccount;
use crate::web::app::App;
use crate::web::choice::{self, Choice, choices};
use crate::web::failure::{Answer, Failure};
use crate::web::form::Fields;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::routes::{Needs, Routes};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};

pub(super) fn routes() -> Routes {
    let administrator = Needs::Role(Role::Administrator);
    Routes::new()
        .at("/admin", administrator, get(index))
        .at("/admin/accounts", administrator, get(list).post(add))
        .at("/admin/accounts/{id}/state", administrator, post(set_state))
        .at("/admin/accounts/{id}/password", administrator, post(set_password))
        .at("/admin/town", administrator, post(set_town))
}

async fn index() -> Answer {
    Ok(Redirect::to("/admin/accounts").into_response())
}

#[derive(Template)]
#[template(path = "admin/accounts.html")]
struct AccountsPage {
    f: Frame,
    town: String,
    rows: Vec<Row>,
    login: String,
    name: String,
    roles: Vec<Choice>,
    units: Vec<Choice>,
    faults: Vec<String>,
}

/// An account.
struct Row {
    address: String,
    login: String,
    name: String,
    role: String,
    scope: String,
    disabled: bool,
    own: bool,
}

/// `GET /admin/accounts`.
async fn list(State(app): State<App>, visitor: Visitor) -> Answer {
    show(&accounts_page(&app, &visitor, &Fields::default(), Vec::new()).await?)
}

async fn accounts_page(
    app: &App,
    visitor: &Visitor,
    fields: &Fields,
    faults: Vec<String>,
) -> Result<AccountsPage, Failure> {
    let caller = visitor.caller()?;
    let own = caller.actor.account;
    let (accounts, organisation) = app
        .run(move |register| Ok((register.accounts(&caller)?, register.organisation(&caller)?)))
        .await?;
    let f = Frame::of(visitor);
    let row = |account: &Account| Row {
        address: format!("/admin/accounts/{}", account.id),
        login: account.login.clone(),
        name: account.name.clone(),
        role: f.t(&format!("role-{}", account.role.code())),
        scope: match account.scope {
            Some(unit) => choice::unit_name(&organisation, unit),
            None => f.t("web-scope-all"),
        },
        disabled: account.disabled,
        own: account.id == own,
    };
    Ok(AccountsPage {
        town: organisation.town.clone(),
        rows: accounts.iter().map(row).collect(),
        login: fields.get("login").to_owned(),
        name: fields.get("name").to_owned(),
        roles: choices(
            Role::ALL.map(|role| (role.code().to_owned(), f.t(&format!("role-{}", role.code())))),
            match fields.get("role") {
                "" => Role::ProcessOwner.code(),
                role => role,
            },
        ),
        units: choice::units(&organisation, fields.get("scope")),
        faults,
        f,
    })
}

/// The page once more with what is wrong.
async fn refused(app: &App, visitor: &Visitor, fields: &Fields, error: &Error) -> Answer {
    let mut faults: Vec<String> = error
        .fields
        .iter()
        .map(|fault| visitor.lang.say(&fault.message))
        .collect();
    if faults.is_empty() {
        faults.push(visitor.lang.say(&error.message));
    }
    let page = accounts_page(app, visitor, fields, faults).await?;
    Ok((Failure::status(error.kind), show(&page)?).into_response())
}

/// `POST /admin/accounts`.
async fn add(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let salt = chance::<16>()?;
    let account = NewAccount {
        login: fields.get("login").to_owned(),
        name: fields.get("name").to_owned(),
        role: Role::from_code(fields.get("role")).unwrap_or(Role::Reader),
        scope: fields.get("scope").parse().ok().map(UnitId),
        password: fields.get("password").to_owned(),
    };
    let added = app
        .run_hashing(move |register| register.add_account(&caller, &account, salt))
        .await;
    match added {
        Ok(_) => Ok(done("/admin/accounts", "account-added")),
        Err(error) if matches!(error.kind, Kind::Invalid | Kind::Conflict) => {
            refused(&app, &visitor, &fields, &error).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /admin/accounts/{id}/state`.
async fn set_state(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    let caller = visitor.caller()?;
    let id = account_id(&id)?;
    let disabled = fields.get("disabled") == "1";
    app.run(move |register| register.set_account_disabled(&caller, id, disabled))
        .await?;
    Ok(done("/admin/accounts", "saved"))
}

/// `POST /admin/accounts/{id}/password`.
async fn set_password(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    let caller = visitor.caller()?;
    let id = account_id(&id)?;
    let salt = chance::<16>()?;
    let password = fields.get("password").to_owned();
    let changed = app
        .run_hashing(move |register| register.set_password(&caller, id, &password, salt))
        .await;
    match changed {
        Ok(()) => Ok(done("/admin/accounts", "saved")),
        Err(error) if error.kind == Kind::Invalid => {
            refused(&app, &visitor, &Fields::default(), &error).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /admin/town`.
async fn set_town(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let name = fields.get("town").to_owned();
    if name.is_empty() {
        let error = Error::invalid(Message::new("web-fault-name"));
        return refused(&app, &visitor, &Fields::default(), &error).await;
    }
    app.run(move |register| register.set_town(&caller, &name)).await?;
    app.forget_town();
    Ok(done("/admin/accounts", "saved"))
}

fn account_id(text: &str) -> Result<AccountId, Failure> {
    text.parse()
        .map(AccountId)
        .map_err(|_| Error::not_found("thing-account").into())
}
