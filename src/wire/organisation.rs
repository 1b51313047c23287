//! Units, applications and interfaces.

use super::fields::Fields;
use super::json::Object;
use crate::domain::ids::{ApplicationId, UnitId};
use crate::domain::organisation::{Application, ApplicationKind, Interface, InterfaceState, Unit, UnitKind};
use crate::error::Result;
use serde::Serialize;
use utoipa::ToSchema;

/// A unit of the organisation.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UnitJson {
    /// Key.
    pub id: i64,
    /// Key of the unit above; `null` for the town.
    pub parent: Option<i64>,
    /// The town's own short sign.
    pub sign: String,
    /// Name.
    pub name: String,
    /// `town`, `division`, `department` or `team`.
    pub kind: &'static str,
    /// Share of the posts that fall vacant within five years; `null`: not surveyed.
    pub leaving_share: Option<f64>,
}

impl From<&Unit> for UnitJson {
    fn from(unit: &Unit) -> UnitJson {
        UnitJson {
            id: unit.id.0,
            parent: unit.parent.map(|parent| parent.0),
            sign: unit.sign.clone(),
            name: unit.name.clone(),
            kind: unit.kind.code(),
            leaving_share: unit.leaving_share,
        }
    }
}

/// All units, parents before children.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UnitsJson {
    /// The units.
    pub units: Vec<UnitJson>,
    /// Address of the next page; always `null`, the list is whole.
    pub next: Option<String>,
}

/// Software in use.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ApplicationJson {
    /// Key.
    pub id: i64,
    /// Name as people say it.
    pub name: String,
    /// Further names and spellings.
    pub aliases: Vec<String>,
    /// `specialist`, `dms`, `shared`, `office` or `other`.
    pub kind: &'static str,
    /// What it is for.
    pub purpose: String,
}

impl From<&Application> for ApplicationJson {
    fn from(application: &Application) -> ApplicationJson {
        ApplicationJson {
            id: application.id.0,
            name: application.name.clone(),
            aliases: application.aliases.clone(),
            kind: application.kind.code(),
            purpose: application.purpose.clone(),
        }
    }
}

/// What is known about the way from one application to another.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct InterfaceJson {
    /// Key of the source.
    pub from: i64,
    /// Key of the target.
    pub to: i64,
    /// `exists`, `available` or `missing`.
    pub state: &'static str,
    /// Remark.
    pub note: String,
}

impl From<&Interface> for InterfaceJson {
    fn from(interface: &Interface) -> InterfaceJson {
        InterfaceJson {
            from: interface.from.0,
            to: interface.to.0,
            state: interface.state.code(),
            note: interface.note.clone(),
        }
    }
}

/// All applications by name, with the known interfaces between them.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ApplicationsJson {
    /// The applications.
    pub applications: Vec<ApplicationJson>,
    /// Known interfaces. No entry: not surveyed.
    pub interfaces: Vec<InterfaceJson>,
    /// Address of the next page; always `null`, the list is whole.
    pub next: Option<String>,
}

/// Reads a unit with this key (0: new).
pub fn read_unit(map: Object, id: UnitId) -> Result<Unit> {
    let mut fields = Fields::new(map);
    fields.ignore(&["id"]);
    let name = fields.take_text("name");
    let kind = fields.take_code("kind", &UnitKind::ALL.map(|kind| (kind.code(), kind)));
    let unit = Unit {
        id,
        parent: fields.take_integer("parent").map(UnitId),
        sign: fields.take_text("sign").unwrap_or_default(),
        name: name.clone().unwrap_or_default(),
        kind: kind.unwrap_or(UnitKind::Team),
        leaving_share: fields.take_number("leaving_share", 0.0, 1.0),
    };
    fields.require("name", name.is_some_and(|name| !name.trim().is_empty()));
    fields.require("kind", kind.is_some());
    fields.finish(unit)
}

/// Reads an application with this key (0: new).
pub fn read_application(map: Object, id: ApplicationId) -> Result<Application> {
    let mut fields = Fields::new(map);
    fields.ignore(&["id"]);
    let name = fields.take_text("name");
    let kind = fields.take_code("kind", &ApplicationKind::ALL.map(|kind| (kind.code(), kind)));
    let aliases = fields.take_list("aliases").unwrap_or_default();
    let application = Application {
        id,
        name: name.clone().unwrap_or_default(),
        aliases: aliases
            .into_iter()
            .filter_map(|alias| fields.text("aliases", alias))
            .collect(),
        kind: kind.unwrap_or(ApplicationKind::Other),
        purpose: fields.take_text("purpose").unwrap_or_default(),
    };
    fields.require("name", name.is_some_and(|name| !name.trim().is_empty()));
    fields.require("kind", kind.is_some());
    fields.finish(application)
}

/// Reads an interface.
pub(super) fn read_interface(map: Object) -> Result<Interface> {
    let mut fields = Fields::new(map);
    let from = fields.take_integer("from");
    let to = fields.take_integer("to");
    let state = fields.take_code("state", &InterfaceState::ALL.map(|state| (state.code(), state)));
    let interface = Interface {
        from: ApplicationId(from.unwrap_or_default()),
        to: ApplicationId(to.unwrap_or_default()),
        state: state.unwrap_or(InterfaceState::Missing),
        note: fields.take_text("note").unwrap_or_default(),
    };
    fields.require("from", from.is_some());
    fields.require("to", to.is_some());
    fields.require("state", state.is_some());
    fields.finish(interface)
}
