//! The applications of the town, and the page that also shows the interfaces between them.

use super::{Refused, again, comes_back, done, required, show};
use crate::domain::account::Role;
use crate::domain::ids::ApplicationId;
use crate::domain::organisation::{Application, ApplicationKind, InterfaceState};
use crate::error::Error;
use crate::register::Organisation;
use crate::web::app::App;
use crate::web::choice::{self, Choice, choices};
use crate::web::failure::Answer;
use crate::web::form::Fields;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::routes::{Needs, Routes};
use crate::web::state::{require_state, state_of};
use crate::web::words;
use askama::Template;
use axum::extract::State;
use axum::routing::{get, post};

pub(super) fn routes() -> Routes {
    Routes::new()
        .at("/catalogue/applications", Needs::Role(Role::Reader), get(list))
        .at(
            "/catalogue/applications",
            Needs::Role(Role::Coordinator),
            post(save),
        )
}

#[derive(Template)]
#[template(path = "catalogue/applications.html")]
pub(super) struct ApplicationsPage {
    f: Frame,
    rows: Vec<ApplicationRow>,
    interfaces: Vec<InterfaceRow>,
    may_change: bool,
    edited: ApplicationForm,
    refused: Option<Refused>,
    between: InterfaceForm,
    between_refused: Option<Refused>,
}

/// An application.
struct ApplicationRow {
    id: String,
    name: String,
    kind: String,
    purpose: String,
    aliases: String,
}

/// A known interface.
struct InterfaceRow {
    from: String,
    to: String,
    state: String,
    badge: &'static str,
    note: String,
}

/// The form of an application; an empty id makes a new one.
struct ApplicationForm {
    id: String,
    seen: String,
    name: String,
    purpose: String,
    aliases: String,
    kinds: Vec<Choice>,
}

/// The form of an interface.
struct InterfaceForm {
    seen: String,
    from: Vec<Choice>,
    to: Vec<Choice>,
    states: Vec<Choice>,
    note: String,
}

/// What was entered into one of the two forms and not saved.
pub(super) enum Entered<'e> {
    /// Nothing; the fields show what is there.
    Nothing(Fields),
    /// An application.
    Application(&'e Fields, &'e Error),
    /// An interface.
    Interface(&'e Fields, &'e Error),
}

/// `GET /catalogue/applications`.
async fn list(State(app): State<App>, visitor: Visitor) -> Answer {
    let caller = visitor.caller()?;
    let organisation = app.run(move |register| register.organisation(&caller)).await?;
    let edited = organisation
        .applications
        .iter()
        .find(|application| application.id.to_string() == visitor.param("edit"));
    let fields = edited.map(fields_of).unwrap_or_default();
    show(&page(&visitor, &organisation, &Entered::Nothing(fields)))
}

/// A form filled from what is there.
fn fields_of(application: &Application) -> Fields {
    let mut fields = Fields::default();
    fields.push("id", application.id.to_string());
    fields.push("name", application.name.as_str());
    fields.push("purpose", application.purpose.as_str());
    fields.push("aliases", application.aliases.join(", "));
    fields.push("kind", application.kind.code());
    fields
}

/// The application that a form is about, as it is now.
fn current<'o>(organisation: &'o Organisation, fields: &Fields) -> Option<&'o Application> {
    organisation
        .applications
        .iter()
        .find(|application| application.id.to_string() == fields.get("id"))
}

/// The page with what was entered.
pub(super) fn page(
    visitor: &Visitor,
    organisation: &Organisation,
    entered: &Entered<'_>,
) -> ApplicationsPage {
    let f = Frame::of(visitor);
    let lang = f.lang;
    let empty = Fields::default();
    let (fields, refused) = match entered {
        Entered::Nothing(fields) => (fields, None),
        Entered::Application(fields, error) => (*fields, Some(Refused::of(&f, error, label))),
        Entered::Interface(..) => (&empty, None),
    };
    let (between, between_refused) = match entered {
        Entered::Interface(fields, error) => (*fields, Some(Refused::of(&f, error, label))),
        _ => (&empty, None),
    };
    let kind = ApplicationKind::from_code(fields.get("kind")).unwrap_or(ApplicationKind::Specialist);
    ApplicationsPage {
        rows: organisation
            .applications
            .iter()
            .map(|application| ApplicationRow {
                id: application.id.to_string(),
                name: application.name.clone(),
                kind: words::application_kind(lang, application.kind),
                purpose: application.purpose.clone(),
                aliases: application.aliases.join(", "),
            })
            .collect(),
        interfaces: organisation
            .interfaces
            .iter()
            .map(|interface| InterfaceRow {
                from: choice::application_name(organisation, interface.from),
                to: choice::application_name(organisation, interface.to),
                state: words::interface_state(lang, interface.state),
                badge: match interface.state {
                    InterfaceState::Exists => "pr-badge--good",
                    InterfaceState::Available => "pr-badge--info",
                    InterfaceState::Missing => "pr-badge--bad",
                },
                note: interface.note.clone(),
            })
            .collect(),
        may_change: f.may(Role::Coordinator),
        edited: ApplicationForm {
            id: fields.get("id").to_owned(),
            seen: current(organisation, fields).map(state_of).unwrap_or_default(),
            name: fields.get("name").to_owned(),
            purpose: fields.get("purpose").to_owned(),
            aliases: fields.get("aliases").to_owned(),
            kinds: choices(
                ApplicationKind::ALL
                    .map(|value| (value.code().to_owned(), words::application_kind(lang, value))),
                kind.code(),
            ),
        },
        refused,
        between: InterfaceForm {
            seen: state_of(&organisation.interfaces),
            from: choice::applications(organisation, between.get("from")),
            to: choice::applications(organisation, between.get("to")),
            states: choices(
                InterfaceState::ALL
                    .map(|value| (value.code().to_owned(), words::interface_state(lang, value))),
                between.get("state"),
            ),
            note: between.get("note").to_owned(),
        },
        between_refused,
        f,
    }
}

fn label(field: &str) -> String {
    match field {
        "name" => "web-column-name",
        "aliases" => "web-application-aliases",
        "purpose" => "web-column-purpose",
        "from" => "web-interface-from",
        "to" => "web-interface-to",
        _ => "web-note",
    }
    .to_owned()
}

/// `POST /catalogue/applications`.
async fn save(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let reader = caller.clone();
    let organisation = app.run(move |register| register.organisation(&reader)).await?;
    let wanted = read(&fields).and_then(|application| {
        let before = current(&organisation, &fields).cloned();
        if let Some(before) = &before {
            require_state(&fields, before)?;
        }
        Ok((application, before))
    });
    let saved = match wanted {
        Ok((application, before)) => {
            app.run(move |register| register.save_application_over(&caller, &application, before))
                .await
        }
        Err(error) => Err(error),
    };
    match saved {
        Ok(_) => Ok(done("/catalogue/applications", "saved")),
        Err(error) if comes_back(&error) => {
            let entered = Entered::Application(&fields, &error);
            again(&error, &page(&visitor, &organisation, &entered))
        }
        Err(error) => Err(error.into()),
    }
}

fn read(fields: &Fields) -> Result<Application, Error> {
    let mut faults = Vec::new();
    let name = required(fields, "name", &mut faults);
    if !faults.is_empty() {
        return Err(Error::invalid_fields(faults));
    }
    Ok(Application {
        id: ApplicationId(fields.get("id").parse().unwrap_or(0)),
        name,
        aliases: fields
            .get("aliases")
            .split(',')
            .map(|alias| alias.trim().to_owned())
            .filter(|alias| !alias.is_empty())
            .collect(),
        kind: ApplicationKind::from_code(fields.get("kind")).unwrap_or(ApplicationKind::Other),
        purpose: fields.get("purpose").to_owned(),
    })
}
