//! Catalogues: units of the organisation, applications with the interfaces between them, money and posts.
//!
//! A form that cannot be saved comes back with what was entered and with what is wrong; saved once more after somebody
//! else was faster, it replaces what is there now.

mod applications;
mod interfaces;
mod rates;
mod units;

use super::{done, show};
use crate::domain::message::Message;
use crate::error::{Error, FieldError, Kind};
use crate::web::failure::{Answer, Failure};
use crate::web::form::{Fields, fault};
use crate::web::frame::Frame;
use crate::web::routes::{Needs, Routes};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

pub(super) fn routes() -> Routes {
    Routes::new()
        .at(
            "/catalogue",
            Needs::Role(crate::domain::account::Role::Reader),
            get(index),
        )
        .merge(units::routes())
        .merge(applications::routes())
        .merge(interfaces::routes())
        .merge(rates::routes())
}

async fn index() -> Answer {
    Ok(Redirect::to("/catalogue/units").into_response())
}

/// Why a form was not saved.
struct Refused {
    alert: String,
    faults: Vec<String>,
}

impl Refused {
    /// `label`: catalogue id of the name of a field.
    fn of(f: &Frame, error: &Error, label: impl Fn(&str) -> String) -> Refused {
        Refused {
            alert: if error.kind == Kind::Stale {
                f.t("web-stale")
            } else if error.fields.is_empty() {
                f.say(&error.message)
            } else {
                f.t("web-check-entries")
            },
            faults: error
                .fields
                .iter()
                .map(|fault| format!("{}: {}", f.t(&label(&fault.field)), f.say(&fault.message)))
                .collect(),
        }
    }
}

/// True where the form comes back instead of a page about the error.
fn comes_back(error: &Error) -> bool {
    matches!(error.kind, Kind::Invalid | Kind::Conflict | Kind::Stale)
}

/// The page once more, with the status of the error.
fn again(error: &Error, page: &impl Template) -> Result<Response, Failure> {
    Ok((Failure::status(error.kind), show(page)?).into_response())
}

fn required(fields: &Fields, name: &str, faults: &mut Vec<FieldError>) -> String {
    let text = fields.get(name);
    if text.is_empty() {
        faults.push(fault(name, Message::new("web-fault-name")));
    }
    text.to_owned()
}
