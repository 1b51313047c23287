//! The town: units and applications. Plain catalogue data that processes link to.

use super::ids::{ApplicationId, UnitId};

/// Level of a unit in the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitKind {
    /// The town itself.
    Town,
    /// Geschäftskreis, Dezernat.
    Division,
    /// Bereich, Fachbereich, Amt.
    Department,
    /// Team, Fachdienst.
    Team,
}

impl UnitKind {
    /// All kinds from the top down.
    pub const ALL: [UnitKind; 4] = [
        UnitKind::Town,
        UnitKind::Division,
        UnitKind::Department,
        UnitKind::Team,
    ];

    /// Name in JSON and catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            UnitKind::Town => "town",
            UnitKind::Division => "division",
            UnitKind::Department => "department",
            UnitKind::Team => "team",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<UnitKind> {
        UnitKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A unit of the organisation (Organisationseinheit).
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Key.
    pub id: UnitId,
    /// The unit above; `None` for the town.
    pub parent: Option<UnitId>,
    /// The town's own short sign (`32.1`), may be empty.
    pub sign: String,
    /// Name.
    pub name: String,
    /// Level.
    pub kind: UnitKind,
    /// Posts that fall vacant or are vacant within five years, as a share of all posts of the unit
    /// (Leitfrage 5). Only kept for units with at least five posts (domain.md finding 12).
    pub leaving_share: Option<f64>,
}

/// Kind of an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ApplicationKind {
    /// Fachverfahren.
    Specialist,
    /// Document management, E-Akte.
    Dms,
    /// Basiskomponente: portal, payment, low-code, robots …
    Shared,
    /// Office programs, e-mail, spreadsheets.
    Office,
    /// Anything else.
    Other,
}

impl ApplicationKind {
    /// All kinds.
    pub const ALL: [ApplicationKind; 5] = [
        ApplicationKind::Specialist,
        ApplicationKind::Dms,
        ApplicationKind::Shared,
        ApplicationKind::Office,
        ApplicationKind::Other,
    ];

    /// Name in JSON and catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            ApplicationKind::Specialist => "specialist",
            ApplicationKind::Dms => "dms",
            ApplicationKind::Shared => "shared",
            ApplicationKind::Office => "office",
            ApplicationKind::Other => "other",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<ApplicationKind> {
        ApplicationKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Software in use (IT-Verfahren).
#[derive(Debug, Clone, PartialEq)]
pub struct Application {
    /// Key.
    pub id: ApplicationId,
    /// Name as people say it.
    pub name: String,
    /// Further names and spellings.
    pub aliases: Vec<String>,
    /// Kind.
    pub kind: ApplicationKind,
    /// What it is for.
    pub purpose: String,
}

/// Whether data flows from one application to another without people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InterfaceState {
    /// It exists and is used.
    Exists,
    /// The vendors offer it, it is not in use.
    Available,
    /// There is none.
    Missing,
}

impl InterfaceState {
    /// All states.
    pub const ALL: [InterfaceState; 3] = [
        InterfaceState::Exists,
        InterfaceState::Available,
        InterfaceState::Missing,
    ];

    /// Name in JSON and catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            InterfaceState::Exists => "exists",
            InterfaceState::Available => "available",
            InterfaceState::Missing => "missing",
        }
    }

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<InterfaceState> {
        InterfaceState::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What is known about the way from one application to another. No entry: not surveyed.
#[derive(Debug, Clone, PartialEq)]
pub struct Interface {
    /// Source.
    pub from: ApplicationId,
    /// Target.
    pub to: ApplicationId,
    /// State.
    pub state: InterfaceState,
    /// Remark.
    pub note: String,
}
