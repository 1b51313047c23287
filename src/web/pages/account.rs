//! The own account: password and tokens for the API.

use super::{done, show};
use crate::domain::account::Role;
use crate::domain::ids::TokenId;
use crate::domain::message::Message;
use crate::error::{Error, Kind};
use crate::web::app::App;
use crate::web::failure::{Answer, Failure};
use crate::web::form::Fields;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::routes::{Needs, Routes};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::{get, post};

pub(super) fn routes() -> Routes {
    let reader = Needs::Role(Role::Reader);
    Routes::new()
        .at("/account", reader, get(page))
        .at("/account/password", reader, post(set_password))
        .at("/account/tokens", reader, post(add_token))
        .at("/account/tokens/{token}/revoke", reader, post(revoke))
}

#[derive(Template)]
#[template(path = "account/show.html")]
struct AccountPage {
    f: Frame,
    name: String,
    role: String,
    tokens: Vec<TokenLine>,
    secret: Option<String>,
    fault: Option<String>,
}

/// A token of the account.
struct TokenLine {
    address: String,
    name: String,
    created: String,
    used: String,
}

/// `GET /account`.
async fn page(State(app): State<App>, visitor: Visitor) -> Answer {
    show(&account_page(&app, &visitor, None, None).await?)
}

async fn account_page(
    app: &App,
    visitor: &Visitor,
    secret: Option<String>,
    fault: Option<String>,
) -> Result<AccountPage, Failure> {
    let caller = visitor.caller()?;
    let account = caller.actor.account;
    let name = caller.actor.name.clone();
    let tokens = app.run(move |register| register.tokens(&caller)).await?;
    let f = Frame::of(visitor);
    Ok(AccountPage {
        name,
        role: f.role(),
        tokens: tokens
            .iter()
            .filter(|token| token.account == account)
            .map(|token| TokenLine {
                address: format!("/account/tokens/{}/revoke", token.id),
                name: token.name.clone(),
                created: f.lang.day(token.created),
                used: token
                    .last_used
                    .map(|at| f.lang.day(at))
                    .unwrap_or_else(|| f.t("web-token-unused")),
            })
            .collect(),
        secret,
        fault,
        f,
    })
}

/// `POST /account/password`.
async fn set_password(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let password = fields.get("password").to_owned();
    if password != fields.get("again") {
        return refused(&app, &visitor, &Error::invalid(Message::new("web-fault-again"))).await;
    }
    let salt = chance::<16>()?;
    let account = caller.actor.account;
    let changed = app
        .run_hashing(move |register| register.set_password(&caller, account, &password, salt))
        .await;
    match changed {
        // All sessions end with the old password, this one too.
        Ok(()) => Ok(done("/sign-in", "password")),
        Err(error) if error.kind == Kind::Invalid => refused(&app, &visitor, &error).await,
        Err(error) => Err(error.into()),
    }
}

async fn refused(app: &App, visitor: &Visitor, error: &Error) -> Answer {
    let mut fault = visitor.lang.say(&error.message);
    if let Some(field) = error.fields.first() {
        fault = visitor.lang.say(&field.message);
    }
    let page = account_page(app, visitor, None, Some(fault)).await?;
    Ok((Failure::status(error.kind), show(&page)?).into_response())
}

/// `POST /account/tokens`: the secret is shown on the answer, once.
async fn add_token(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let name = fields.get("name").to_owned();
    let chance = chance::<32>()?;
    match app
        .run(move |register| register.add_token(&caller, &name, chance))
        .await
    {
        Ok(secret) => show(&account_page(&app, &visitor, Some(secret), None).await?),
        Err(error) if error.kind == Kind::Invalid => refused(&app, &visitor, &error).await,
        Err(error) => Err(error.into()),
    }
}

/// `POST /account/tokens/{token}/revoke`.
async fn revoke(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let caller = visitor.caller()?;
    let token = token
        .parse()
        .map(TokenId)
        .map_err(|_| Failure::from(Error::not_found("thing-token")))?;
    app.run(move |register| register.revoke_token(&caller, token))
        .await?;
    Ok(done("/account", "revoked"))
}

/// Chance, read at the edge.
pub(super) fn chance<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0u8; N];
    getrandom::fill(&mut bytes).map_err(|fault| Failure::from(Error::internal(fault.to_string())))?;
    Ok(bytes)
}
