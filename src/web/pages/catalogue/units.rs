//! The units of the organisation.

use super::{Refused, again, comes_back, done, required, show};
use crate::domain::account::Role;
use crate::domain::ids::UnitId;
use crate::domain::organisation::{Unit, UnitKind};
use crate::error::Error;
use crate::register::Organisation;
use crate::web::app::App;
use crate::web::choice::{self, Choice, choices, depth};
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
        .at("/catalogue/units", Needs::Role(Role::Reader), get(list))
        .at("/catalogue/units", Needs::Role(Role::Coordinator), post(save))
}

#[derive(Template)]
#[template(path = "catalogue/units.html")]
struct UnitsPage {
    f: Frame,
    rows: Vec<UnitRow>,
    may_change: bool,
    edited: Option<UnitForm>,
    refused: Option<Refused>,
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
    seen: String,
    name: String,
    sign: String,
    leaving: String,
    parents: Vec<Choice>,
    kinds: Vec<Choice>,
}

/// `GET /catalogue/units`.
async fn list(State(app): State<App>, visitor: Visitor) -> Answer {
    let caller = visitor.caller()?;
    let organisation = app.run(move |register| register.organisation(&caller)).await?;
    let unit = organisation
        .units
        .iter()
        .find(|unit| unit.id.to_string() == visitor.param("edit"));
    let fields = unit.map(fields_of).unwrap_or_default();
    show(&page(&visitor, &organisation, &fields, None))
}

/// A form filled from what is there.
fn fields_of(unit: &Unit) -> Fields {
    let mut fields = Fields::default();
    fields.push("id", unit.id.to_string());
    fields.push("name", unit.name.as_str());
    fields.push("sign", unit.sign.as_str());
    fields.push("kind", unit.kind.code());
    fields.push("parent", unit.parent.map(|id| id.to_string()).unwrap_or_default());
    let leaving = unit.leaving_share.map(|share| words::percent(share).to_string());
    fields.push("leaving", leaving.unwrap_or_default());
    fields
}

/// The unit that a form is about, as it is now.
fn current<'o>(organisation: &'o Organisation, fields: &Fields) -> Option<&'o Unit> {
    organisation
        .units
        .iter()
        .find(|unit| unit.id.to_string() == fields.get("id"))
}

fn page(visitor: &Visitor, organisation: &Organisation, fields: &Fields, error: Option<&Error>) -> UnitsPage {
    let f = Frame::of(visitor);
    let rows = organisation
        .units
        .iter()
        .map(|unit| UnitRow {
            id: unit.id.to_string(),
            depth: depth(organisation, unit.id).min(4),
            sign: unit.sign.clone(),
            name: unit.name.clone(),
            kind: words::unit_kind(f.lang, unit.kind),
            leaving: match unit.leaving_share {
                Some(share) => words::Shown::plain(format!("{} %", words::percent(share))),
                None => words::Shown::unknown(f.lang),
            },
        })
        .collect();
    let may_change = f.may(Role::Coordinator);
    let kind = UnitKind::from_code(fields.get("kind")).unwrap_or(UnitKind::Team);
    let edited = may_change.then(|| UnitForm {
        id: fields.get("id").to_owned(),
        seen: current(organisation, fields).map(state_of).unwrap_or_default(),
        name: fields.get("name").to_owned(),
        sign: fields.get("sign").to_owned(),
        leaving: fields.get("leaving").to_owned(),
        parents: choice::units(organisation, fields.get("parent")),
        kinds: choices(
            UnitKind::ALL.map(|value| (value.code().to_owned(), words::unit_kind(f.lang, value))),
            kind.code(),
        ),
    });
    UnitsPage {
        rows,
        may_change,
        edited,
        refused: error.map(|error| Refused::of(&f, error, label)),
        f,
    }
}

fn label(field: &str) -> String {
    match field {
        "name" => "web-column-name",
        "sign" => "web-column-sign",
        "parent" => "web-unit-parent",
        _ => "web-column-leaving",
    }
    .to_owned()
}

/// `POST /catalogue/units`.
async fn save(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let reader = caller.clone();
    let organisation = app.run(move |register| register.organisation(&reader)).await?;
    let wanted = read(&fields).and_then(|unit| {
        let before = current(&organisation, &fields).cloned();
        if let Some(before) = &before {
            require_state(&fields, before)?;
        }
        Ok((unit, before))
    });
    let saved = match wanted {
        Ok((unit, before)) => {
            app.run(move |register| register.save_unit_over(&caller, &unit, before))
                .await
        }
        Err(error) => Err(error),
    };
    match saved {
        Ok(_) => {
            app.forget_town();
            Ok(done("/catalogue/units", "saved"))
        }
        Err(error) if comes_back(&error) => {
            again(&error, &page(&visitor, &organisation, &fields, Some(&error)))
        }
        Err(error) => Err(error.into()),
    }
}

fn read(fields: &Fields) -> Result<Unit, Error> {
    let mut faults = Vec::new();
    let name = required(fields, "name", &mut faults);
    let leaving = fields.number("leaving").unwrap_or_else(|fault| {
        faults.push(fault);
        None
    });
    if !faults.is_empty() {
        return Err(Error::invalid_fields(faults));
    }
    Ok(Unit {
        id: UnitId(fields.get("id").parse().unwrap_or(0)),
        parent: fields.get("parent").parse().ok().map(UnitId),
        sign: fields.get("sign").to_owned(),
        name,
        kind: UnitKind::from_code(fields.get("kind")).unwrap_or(UnitKind::Team),
        leaving_share: leaving.map(|percent| percent / 100.0),
    })
}
