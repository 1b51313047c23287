//! Catalogues: units of the organisation, applications and the interfaces between them.

use super::{done, show};
use crate::domain::account::Role;
use crate::domain::ids::{ApplicationId, UnitId};
use crate::domain::message::Message;
use crate::domain::organisation::{Application, ApplicationKind, Interface, InterfaceState, Unit, UnitKind};
use crate::error::{Error, FieldError};
use crate::register::Organisation;
use crate::web::app::App;
use crate::web::choice::{self, Choice, choices, depth};
use crate::web::failure::Answer;
use crate::web::form::{Fields, fault};
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::routes::{Needs, Routes};
use crate::web::words;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};

pub(super) fn routes() -> Routes {
    let reader = Needs::Role(Role::Reader);
    let coordinator = Needs::Role(Role::Coordinator);
    Routes::new()
        .at("/catalogue", reader, get(index))
        .at("/catalogue/units", reader, get(units))
        .at("/catalogue/units", coordinator, post(save_unit))
        .at("/catalogue/applications", reader, get(applications))
        .at("/catalogue/applications", coordinator, post(save_application))
        .at("/catalogue/interfaces", coordinator, post(save_interface))
}

async fn index() -> Answer {
    Ok(Redirect::to("/catalogue/units").into_response())
}

#[derive(Template)]
#[template(path = "catalogue/units.html")]
struct UnitsPage {
    f: Frame,
    rows: Vec<UnitRow>,
    may_change: bool,
    edited: Option<UnitForm>,
}

/// A unit in the tree.
struct UnitRow {
    id: String,
    depth: usize,
    sign: String,
    name: String,
    kind: String,
    leaving: words::Shown,
}

/// The form of a unit; an empty id makes a new one.
struct UnitForm {
    id: String,
    name: String,
    sign: String,
    leaving: String,
    parents: Vec<Choice>,
    kinds: Vec<Choice>,
}

/// `GET /catalogue/units`.
async fn units(State(app): State<App>, visitor: Visitor) -> Answer {
    let caller = visitor.caller()?;
    let organisation = app.run(move |register| register.organisation(&caller)).await?;
    let f = Frame::of(&visitor);
    let may_change = f.may(Role::Coordinator);
    let rows = organisation
        .units
        .iter()
        .map(|unit| UnitRow {
            id: unit.id.to_string(),
            depth: depth(&organisation, unit.id).min(4),
            sign: unit.sign.clone(),
            name: unit.name.clone(),
            kind: words::unit_kind(f.lang, unit.kind),
            leaving: match unit.leaving_share {
                Some(share) => words::Shown::plain(format!("{} %", words::percent(share))),
                None => words::Shown::unknown(f.lang),
            },
        })
        .collect();
    let edited = may_change.then(|| unit_form(&f, &organisation, visitor.param("edit")));
    show(&UnitsPage {
        f,
        rows,
        may_change,
        edited,
    })
}

fn unit_form(f: &Frame, organisation: &Organisation, edit: &str) -> UnitForm {
    let unit = organisation.units.iter().find(|unit| unit.id.to_string() == edit);
    let parent = unit
        .and_then(|unit| unit.parent)
        .map(|id| id.to_string())
        .unwrap_or_default();
    let kind = unit.map_or(UnitKind::Team, |unit| unit.kind);
    UnitForm {
        id: unit.map(|unit| unit.id.to_string()).unwrap_or_default(),
        name: unit.map(|unit| unit.name.clone()).unwrap_or_default(),
        sign: unit.map(|unit| unit.sign.clone()).unwrap_or_default(),
        leaving: unit
            .and_then(|unit| unit.leaving_share)
            .map(|share| words::percent(share).to_string())
            .unwrap_or_default(),
        parents: choice::units(organisation, &parent),
        kinds: choices(
            UnitKind::ALL.map(|value| (value.code().to_owned(), words::unit_kind(f.lang, value))),
            kind.code(),
        ),
    }
}

/// `POST /catalogue/units`.
async fn save_unit(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let leaving = fields
        .number("leaving")
        .map_err(|fault| Error::invalid_fields(vec![fault]))?;
    let unit = Unit {
        id: UnitId(fields.get("id").parse().unwrap_or(0)),
        parent: fields.get("parent").parse().ok().map(UnitId),
        sign: fields.get("sign").to_owned(),
        name: required(&fields, "name")?,
        kind: UnitKind::from_code(fields.get("kind")).unwrap_or(UnitKind::Team),
        leaving_share: leaving.map(|percent| percent / 100.0),
    };
    app.run(move |register| register.save_unit(&caller, &unit))
        .await?;
    app.forget_town();
    Ok(done("/catalogue/units", "saved"))
}

#[derive(Template)]
#[template(path = "catalogue/applications.html")]
struct ApplicationsPage {
    f: Frame,
    rows: Vec<ApplicationRow>,
    interfaces: Vec<InterfaceRow>,
    may_change: bool,
    edited: ApplicationForm,
    applications: Vec<Choice>,
    states: Vec<Choice>,
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
    name: String,
    purpose: String,
    aliases: String,
    kinds: Vec<Choice>,
}

/// `GET /catalogue/applications`.
async fn applications(State(app): State<App>, visitor: Visitor) -> Answer {
    let caller = visitor.caller()?;
    let organisation = app.run(move |register| register.organisation(&caller)).await?;
    let f = Frame::of(&visitor);
    let lang = f.lang;
    let edited = organisation
        .applications
        .iter()
        .find(|application| application.id.to_string() == visitor.param("edit"));
    let page = ApplicationsPage {
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
                from: choice::application_name(&organisation, interface.from),
                to: choice::application_name(&organisation, interface.to),
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
            id: edited
                .map(|application| application.id.to_string())
                .unwrap_or_default(),
            name: edited
                .map(|application| application.name.clone())
                .unwrap_or_default(),
            purpose: edited
                .map(|application| application.purpose.clone())
                .unwrap_or_default(),
            aliases: edited
                .map(|application| application.aliases.join(", "))
                .unwrap_or_default(),
            kinds: choices(
                ApplicationKind::ALL
                    .map(|value| (value.code().to_owned(), words::application_kind(lang, value))),
                edited
                    .map_or(ApplicationKind::Specialist, |application| application.kind)
                    .code(),
            ),
        },
        applications: choice::applications(&organisation, ""),
        states: choices(
            InterfaceState::ALL.map(|value| (value.code().to_owned(), words::interface_state(lang, value))),
            "",
        ),
        f,
    };
    show(&page)
}

/// `POST /catalogue/applications`.
async fn save_application(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let application = Application {
        id: ApplicationId(fields.get("id").parse().unwrap_or(0)),
        name: required(&fields, "name")?,
        aliases: fields
            .get("aliases")
            .split(',')
            .map(|alias| alias.trim().to_owned())
            .filter(|alias| !alias.is_empty())
            .collect(),
        kind: ApplicationKind::from_code(fields.get("kind")).unwrap_or(ApplicationKind::Other),
        purpose: fields.get("purpose").to_owned(),
    };
    app.run(move |register| register.save_application(&caller, &application))
        .await?;
    Ok(done("/catalogue/applications", "saved"))
}

/// `POST /catalogue/interfaces`.
async fn save_interface(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let end = |name: &str| -> Result<ApplicationId, FieldError> {
        fields
            .get(name)
            .parse()
            .map(ApplicationId)
            .map_err(|_| fault(name, Message::new("web-fault-choice")))
    };
    let (from, to) = match (end("from"), end("to")) {
        (Ok(from), Ok(to)) => (from, to),
        (from, to) => {
            let faults = [from.err(), to.err()].into_iter().flatten().collect();
            return Err(Error::invalid_fields(faults).into());
        }
    };
    let interface = Interface {
        from,
        to,
        state: InterfaceState::from_code(fields.get("state")).unwrap_or(InterfaceState::Missing),
        note: fields.get("note").to_owned(),
    };
    app.run(move |register| register.save_interface(&caller, &interface))
        .await?;
    Ok(done("/catalogue/applications", "saved"))
}

fn required(fields: &Fields, name: &str) -> Result<String, Error> {
    match fields.get(name) {
        "" => Err(Error::invalid_fields(vec![fault(
            name,
            Message::new("web-fault-name"),
        )])),
        text => Ok(text.to_owned()),
    }
}
