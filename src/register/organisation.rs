//! Units, applications and the interfaces between them.

use super::rates;
use super::validate::Faults;
use super::{Caller, Register};
use crate::access::{self, Action};
use crate::domain::folding::fold;
use crate::domain::ids::{ApplicationId, UnitId};
use crate::domain::message::Message;
use crate::domain::organisation::{Application, Interface, Unit};
use crate::domain::times::Rates;
use crate::error::{Error, Kind, Result};
use crate::store::View;

/// Setting: name of the town.
const TOWN: &str = "town";

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
    /// What the town has set for money and posts.
    pub rates: Rates,
}

impl Organisation {
    pub(super) fn read(view: &View<'_>) -> Result<Organisation> {
        Ok(Organisation {
            town: view.setting(TOWN)?.unwrap_or_default(),
            units: view.units()?,
            applications: view.applications()?,
            interfaces: view.interfaces()?,
            rates: rates::read(view)?,
        })
    }

    /// Name of a unit; empty where there is none.
    pub fn unit_name(&self, unit: Option<UnitId>) -> &str {
        self.unit(unit).map(|unit| unit.name.as_str()).unwrap_or_default()
    }

    /// Units from the top down to this one.
    pub fn path(&self, unit: Option<UnitId>) -> Vec<&Unit> {
        let mut path = Vec::new();
        let mut next = self.unit(unit);
        while let Some(unit) = next {
            path.push(unit);
            // A circle cannot be stored; should there be one, the path ends.
            if path.len() > self.units.len() {
                break;
            }
            next = self.unit(unit.parent);
        }
        path.reverse();
        path
    }

    /// The application with this key.
    pub fn application(&self, id: ApplicationId) -> Option<&Application> {
        self.applications.iter().find(|application| application.id == id)
    }

    fn unit(&self, id: Option<UnitId>) -> Option<&Unit> {
        let id = id?;
        self.units.iter().find(|unit| unit.id == id)
    }
}

/// Refuses a change that was made on something older than what is there.
pub(super) fn require_same<T: PartialEq>(before: Option<&T>, now: &[T]) -> Result<()> {
    match before {
        Some(before) if !now.contains(before) => Err(Error::new(Kind::Stale, Message::new("entry-stale"))),
        _ => Ok(()),
    }
}

impl Register {
    /// The catalogues.
    pub fn organisation(&self, caller: &Caller) -> Result<Organisation> {
        access::require(&caller.actor, Action::Read)?;
        self.read(Organisation::read)
    }

    /// Adds or changes a unit (`id.0 == 0`: new); returns its key.
    pub fn save_unit(&self, caller: &Caller, unit: &Unit) -> Result<UnitId> {
        self.save_unit_over(caller, unit, None)
    }

    /// The same, only while the unit is still as it was read; `before: None`: whatever it is.
    ///
    /// # Errors
    /// `Stale` where somebody else was faster.
    pub fn save_unit_over(&self, caller: &Caller, unit: &Unit, before: Option<Unit>) -> Result<UnitId> {
        access::require(&caller.actor, Action::KeepCatalogue)?;
        let mut faults = Faults::default();
        let unit = Unit {
            sign: faults.line("sign", &unit.sign, false, 40),
            name: faults.line("name", &unit.name, true, 200),
            ..unit.clone()
        };
        if unit
            .leaving_share
            .is_some_and(|share| !(0.0..=1.0).contains(&share))
        {
            faults.add("leaving_share", Message::new("field-no-share").with("given", ""));
        }
        faults.finish()?;
        self.write(caller, move |tx| {
            let mut faults = Faults::default();
            let below = tx.units_below(unit.id)?;
            if unit.id.0 != 0 && below.is_empty() {
                return Err(Error::not_found("thing-unit"));
            }
            require_same(before.as_ref(), &tx.units()?)?;
            if let Some(parent) = unit.parent {
                if tx.units_below(parent)?.is_empty() {
                    faults.add("parent", Message::new("field-unknown-unit"));
                } else if below.contains(&parent) {
                    faults.add("parent", Message::new("unit-circle"));
                }
            }
            faults.finish()?;
            Ok(tx.save_unit(&unit)?)
        })
    }

    /// Adds or changes an application (`id.0 == 0`: new); returns its key.
    pub fn save_application(&self, caller: &Caller, application: &Application) -> Result<ApplicationId> {
        self.save_application_over(caller, application, None)
    }

    /// The same, only while the application is still as it was read; `before: None`: whatever it is.
    ///
    /// # Errors
    /// `Stale` where somebody else was faster.
    pub fn save_application_over(
        &self,
        caller: &Caller,
        application: &Application,
        before: Option<Application>,
    ) -> Result<ApplicationId> {
        access::require(&caller.actor, Action::KeepCatalogue)?;
        let mut faults = Faults::default();
        let name = faults.line("name", &application.name, true, 120);
        let mut aliases: Vec<String> = application
            .aliases
            .iter()
            .map(|alias| faults.line("aliases", alias, false, 120))
            .filter(|alias| !alias.is_empty() && fold(alias) != fold(&name))
            .collect();
        aliases.sort();
        aliases.dedup();
        if aliases.len() > 50 {
            faults.add("aliases", Message::new("field-too-many").with("most", 50_usize));
        }
        let application = Application {
            purpose: faults.text("purpose", &application.purpose, 1_000),
            name,
            aliases,
            ..application.clone()
        };
        faults.finish()?;
        self.write(caller, move |tx| {
            if let Some(other) = tx.application_by_name(&application.name)?
                && other != application.id
            {
                let taken = Message::new("application-name-taken").with("name", application.name);
                let mut faults = Faults::default();
                faults.add("name", taken.clone());
                return Err(Error {
                    fields: faults.into_fields(),
                    ..Error::new(Kind::Conflict, taken)
                });
            }
            let known = tx.applications()?;
            if application.id.0 != 0 && !known.iter().any(|other| other.id == application.id) {
                return Err(Error::not_found("thing-application"));
            }
            require_same(before.as_ref(), &known)?;
            Ok(tx.save_application(&application)?)
        })
    }

    /// Says what is known about an interface; replaces what was said before.
    pub fn save_interface(&self, caller: &Caller, interface: &Interface) -> Result<()> {
        self.save_interface_over(caller, interface, None)
    }

    /// The same, only while all interfaces are still as they were read; `before: None`: whatever they are.
    ///
    /// # Errors
    /// `Stale` where somebody else was faster.
    pub fn save_interface_over(
        &self,
        caller: &Caller,
        interface: &Interface,
        before: Option<Vec<Interface>>,
    ) -> Result<()> {
        access::require(&caller.actor, Action::KeepCatalogue)?;
        let mut faults = Faults::default();
        let interface = Interface {
            note: faults.text("note", &interface.note, 1_000),
            ..interface.clone()
        };
        if interface.from == interface.to {
            faults.add("to", Message::new("interface-to-itself"));
        }
        faults.finish()?;
        self.write(caller, move |tx| {
            let known = tx.applications()?;
            for id in [interface.from, interface.to] {
                if !known.iter().any(|application| application.id == id) {
                    return Err(Error::not_found("thing-application"));
                }
            }
            if let Some(before) = before {
                require_same(Some(&before), &[tx.interfaces()?])?;
            }
            Ok(tx.save_interface(&interface)?)
        })
    }

    /// Sets the name of the town.
    pub fn set_town(&self, caller: &Caller, name: &str) -> Result<()> {
        access::require(&caller.actor, Action::KeepSettings)?;
        let mut faults = Faults::default();
        let name = faults.line("name", name, true, 120);
        faults.finish()?;
        self.write(caller, move |tx| Ok(tx.set_setting(TOWN, &name)?))
    }
}
