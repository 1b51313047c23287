//! Signing in and out.

use super::show;
use crate::domain::account::Role;
use crate::error::{Error, Kind};
use crate::web::address::own_path;
use crate::web::app::{App, Identity};
use crate::web::failure::{Answer, Failure};
use crate::web::form::Fields;
use crate::web::frame::Frame;
use crate::web::guard::{Visitor, cookie, now, session_cookie, set_cookie};
use crate::web::routes::{Needs, Routes};
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

pub(super) fn routes() -> Routes {
    Routes::new()
        .at("/sign-in", Needs::Nothing, get(form).post(sign_in))
        .at("/sign-out", Needs::Nothing, post(sign_out))
}

#[derive(Template)]
#[template(path = "sign_in/show.html")]
struct SignInPage {
    f: Frame,
    next: String,
    login: String,
    fault: Option<String>,
    demo: Vec<DemoAccount>,
}

/// An account of the demo, with the button that signs in as it.
struct DemoAccount {
    login: String,
    password: String,
    button: String,
    task: String,
}

fn page(app: &App, visitor: &Visitor, next: &str, login: &str, fault: Option<String>) -> SignInPage {
    let lang = visitor.lang;
    let demo = app
        .settings()
        .demo_accounts
        .iter()
        .map(|(login, password, task)| {
            let known = Role::from_code(login).or_else(|| Role::from_code(task));
            let id = known.map(|role| format!("web-demo-{}", role.code()));
            DemoAccount {
                login: login.clone(),
                password: password.clone(),
                button: match &id {
                    Some(id) => lang.text(id),
                    None => lang.say(
                        &crate::domain::message::Message::new("web-demo-as").with("login", login.as_str()),
                    ),
                },
                task: match &id {
                    Some(id) => lang.text(&format!("{id}-task")),
                    None => lang.text(task),
                },
            }
        })
        .collect();
    SignInPage {
        f: Frame::of(visitor),
        next: own_path(next).to_owned(),
        login: login.to_owned(),
        fault,
        demo,
    }
}

async fn form(State(app): State<App>, visitor: Visitor) -> Answer {
    if matches!(visitor.identity, Identity::Session(_)) {
        return Ok(Redirect::to(own_path(visitor.param("next"))).into_response());
    }
    show(&page(&app, &visitor, visitor.param("next"), "", None))
}

async fn sign_in(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let mut chance = [0u8; 32];
    getrandom::fill(&mut chance).map_err(|fault| Failure::from(Error::internal(fault.to_string())))?;
    let (login, password) = (fields.get("login").to_owned(), fields.get("password").to_owned());
    let address = visitor.address;
    let signed = app
        .run_hashing(move |register| register.sign_in_from(now(), address, &login, &password, chance))
        .await;
    match signed {
        Ok(signed) => {
            let cookie = set_cookie(&app, session_cookie(&app), &signed.secret, None);
            let target = Redirect::to(own_path(fields.get("next")));
            Ok(([(header::SET_COOKIE, cookie)], target).into_response())
        }
        Err(error) if matches!(error.kind, Kind::Unauthenticated | Kind::Invalid | Kind::Busy(_)) => {
            let status = match error.kind {
                Kind::Busy(_) => StatusCode::TOO_MANY_REQUESTS,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let fault = visitor.lang.say(&error.message);
            let page = page(
                &app,
                &visitor,
                fields.get("next"),
                fields.get("login"),
                Some(fault),
            );
            Ok((status, show(&page)?).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    if let Some(secret) = cookie(&headers, session_cookie(&app)).map(str::to_owned) {
        app.run(move |register| register.sign_out(now(), &secret)).await?;
    }
    let gone = set_cookie(&app, session_cookie(&app), "", Some(0));
    Ok((
        [(header::SET_COOKIE, gone)],
        Redirect::to("/sign-in?done=signed-out"),
    )
        .into_response())
}
