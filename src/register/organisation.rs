//! Units, applications and the interfaces between them.

use super::{Caller, Register};
use crate::domain::ids::{ApplicationId, UnitId};
use crate::domain::organisation::{Application, Interface, Unit};
use crate::error::Result;

/// The catalogues of a town in one piece, for pages and analyses.
#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    /// Name of the town.
    pub town: String,
    /// Units, parents before children, in the order of the organisation chart.
    pub units: Vec<Unit>,
    /// Applications by name.
    pub applications: Vec<Application>,
    /// Known interfaces.
    pub interfaces: Vec<Interface>,
}

impl Register {
    /// The catalogues.
    pub fn organisation(&self, caller: &Caller) -> Result<Organisation> {
        todo!()
    }

    /// Adds or changes a unit (`id.0 == 0`: new); returns its key.
    pub fn save_unit(&self, caller: &Caller, unit: &Unit) -> Result<UnitId> {
        todo!()
    }

    /// Adds or changes an application (`id.0 == 0`: new); returns its key.
    pub fn save_application(&self, caller: &Caller, application: &Application) -> Result<ApplicationId> {
        todo!()
    }

    /// Says what is known about an interface; replaces what was said before.
    pub fn save_interface(&self, caller: &Caller, interface: &Interface) -> Result<()> {
        todo!()
    }

    /// Sets the name of the town.
    pub fn set_town(&self, caller: &Caller, name: &str) -> Result<()> {
        todo!()
    }
}
