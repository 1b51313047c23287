//! A small town for the tests of the use cases.
#![allow(clippy::unwrap_used)]

use super::{Caller, NewAccount, Register};
use crate::domain::account::Role;
use crate::domain::ids::{ProcessId, UnitId};
use crate::domain::organisation::{Unit, UnitKind};
use crate::domain::profile::Profile;
use crate::domain::profile_text;
use crate::domain::time::Timestamp;

/// Passwords of all accounts of the small town.
pub(super) const PASSWORD: &str = "drei blaue Hunde";

/// A moment in November 2026.
pub(super) const NOW: Timestamp = Timestamp(1_795_000_000_000);

/// Town › Bürgerdienste › Steueramt; Town › Bauamt.
pub(super) struct SmallTown {
    pub(super) register: Register,
    pub(super) administrator: Caller,
    pub(super) coordinator: Caller,
    pub(super) analyst: Caller,
    /// Scope: Bürgerdienste.
    pub(super) owner: Caller,
    pub(super) reader: Caller,
    pub(super) citizens: UnitId,
    pub(super) taxes: UnitId,
    pub(super) building: UnitId,
}

impl SmallTown {
    pub(super) fn new() -> SmallTown {
        SmallTown::over(Register::in_memory().unwrap())
    }

    pub(super) fn over(register: Register) -> SmallTown {
        account(&register, "admin", Role::Administrator, None);
        let administrator = caller(&register, "admin");
        let unit = |parent, name: &str, kind| {
            let unit = Unit {
                id: UnitId(0),
                parent,
                sign: String::new(),
                name: name.to_owned(),
                kind,
                leaving_share: None,
            };
            register.save_unit(&administrator, &unit).unwrap()
        };
        let town = unit(None, "Kleinstadt", UnitKind::Town);
        let citizens = unit(Some(town), "Bürgerdienste", UnitKind::Division);
        let taxes = unit(Some(citizens), "Steueramt", UnitKind::Department);
        let building = unit(Some(town), "Bauamt", UnitKind::Division);
        account(&register, "coordinator", Role::Coordinator, None);
        account(&register, "analyst", Role::Analyst, None);
        account(&register, "owner", Role::ProcessOwner, Some(citizens));
        account(&register, "reader", Role::Reader, None);
        SmallTown {
            coordinator: caller(&register, "coordinator"),
            analyst: caller(&register, "analyst"),
            owner: caller(&register, "owner"),
            reader: caller(&register, "reader"),
            administrator,
            citizens,
            taxes,
            building,
            register,
        }
    }

    /// Registers a process of a unit.
    pub(super) fn process(&self, name: &str, unit: Option<UnitId>) -> ProcessId {
        self.register
            .create_process(&self.coordinator, &profile(name, unit))
            .unwrap()
    }
}

/// A profile of which only name and unit are known.
pub(super) fn profile(name: &str, unit: Option<UnitId>) -> Profile {
    Profile {
        name: name.to_owned(),
        unit,
        ..profile_text::empty_profile()
    }
}

fn account(register: &Register, login: &str, role: Role, scope: Option<UnitId>) {
    let account = NewAccount {
        login: login.to_owned(),
        name: format!("Konto {login}"),
        role,
        scope,
        password: PASSWORD.to_owned(),
    };
    register.add_account_locally(NOW, &account, [1; 16]).unwrap();
}

fn caller(register: &Register, login: &str) -> Caller {
    Caller {
        actor: register.actor_by_login(login).unwrap(),
        now: NOW,
    }
}
