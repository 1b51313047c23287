//! What is known about the interface between two applications.

use super::applications::{Entered, page};
use super::{again, comes_back, done};
use crate::domain::account::Role;
use crate::domain::ids::ApplicationId;
use crate::domain::message::Message;
use crate::domain::organisation::{Interface, InterfaceState};
use crate::error::{Error, FieldError};
use crate::web::app::App;
use crate::web::failure::Answer;
use crate::web::form::{Fields, fault};
use crate::web::guard::Visitor;
use crate::web::routes::{Needs, Routes};
use crate::web::state::require_state;
use axum::extract::State;
use axum::routing::post;

pub(super) fn routes() -> Routes {
    Routes::new().at(
        "/catalogue/interfaces",
        Needs::Role(Role::Coordinator),
        post(save),
    )
}

/// `POST /catalogue/interfaces`.
async fn save(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let reader = caller.clone();
    let organisation = app.run(move |register| register.organisation(&reader)).await?;
    let wanted = read(&fields).and_then(|interface| {
        require_state(&fields, &organisation.interfaces)?;
        Ok(interface)
    });
    let saved = match wanted {
        Ok(interface) => {
            let before = organisation.interfaces.clone();
            app.run(move |register| register.save_interface_over(&caller, &interface, Some(before)))
                .await
        }
        Err(error) => Err(error),
    };
    match saved {
        Ok(()) => Ok(done("/catalogue/applications", "saved")),
        Err(error) if comes_back(&error) => {
            let entered = Entered::Interface(&fields, &error);
            again(&error, &page(&visitor, &organisation, &entered))
        }
        Err(error) => Err(error.into()),
    }
}

fn read(fields: &Fields) -> Result<Interface, Error> {
    let end = |name: &str| -> Result<ApplicationId, FieldError> {
        fields
            .get(name)
            .parse()
            .map(ApplicationId)
            .map_err(|_| fault(name, Message::new("web-fault-choice")))
    };
    match (end("from"), end("to")) {
        (Ok(from), Ok(to)) => Ok(Interface {
            from,
            to,
            state: InterfaceState::from_code(fields.get("state")).unwrap_or(InterfaceState::Missing),
            note: fields.get("note").to_owned(),
        }),
        (from, to) => {
            let faults = [from.err(), to.err()].into_iter().flatten().collect();
            Err(Error::invalid_fields(faults))
        }
    }
}
