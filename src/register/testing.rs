//! A small town for the tests of the use cases.
#![allow(clippy::unwrap_used)]

use super::{Caller, NewAccount, Register, UploadDiagram};
use crate::domain::account::Role;
use crate::domain::diagram::DiagramKind;
use crate::domain::finding::Verdict;
use crate::domain::ids::{ApplicationId, ProcessId, UnitId};
use crate::domain::known::Known;
use crate::domain::organisation::{Application, ApplicationKind, Interface, InterfaceState, Unit, UnitKind};
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

/// Paper is typed into a system: one media break, stated by annotations.
pub(super) const MODEL: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:pr="urn:prozessregister:bpmn:1">
  <process id="P">
    <startEvent id="S"><extensionElements><pr:channel object="Antrag" carrier="paper"/></extensionElements></startEvent>
    <sequenceFlow id="F1" sourceRef="S" targetRef="A"/>
    <userTask id="A" name="Antrag im Fachverfahren erfassen"><extensionElements>
      <pr:carrier object="Antrag" needs="system:OK.EWO" by="human" minutes="6"/></extensionElements></userTask>
    <sequenceFlow id="F2" sourceRef="A" targetRef="E"/>
    <endEvent id="E"/>
  </process>
</definitions>"#;

/// The small town with something of every kind that is stored.
pub(super) fn filled(register: Register) -> SmallTown {
    let town = SmallTown::over(register);
    let (register, coordinator) = (&town.register, &town.coordinator);
    register.set_town(&town.administrator, "Kleinstadt").unwrap();
    let application = |name: &str| {
        let application = Application {
            id: ApplicationId(0),
            name: name.to_owned(),
            aliases: vec![format!("{name} alt")],
            kind: ApplicationKind::Specialist,
            purpose: "Bescheide".to_owned(),
        };
        register.save_application(coordinator, &application).unwrap()
    };
    let (from, to) = (application("OK.EWO"), application("enaio"));
    let interface = Interface {
        from,
        to,
        state: InterfaceState::Missing,
        note: "geplant".to_owned(),
    };
    register.save_interface(coordinator, &interface).unwrap();
    let first = town.process("Hund zur Steuer anmelden", Some(town.taxes));
    town.process("Wohnsitz ummelden", Some(town.citizens));
    let gone = town.process("Doppelt erfasst", None);
    register.delete_process(coordinator, gone, None).unwrap();
    let mut changed = register.process(coordinator, first).unwrap().row.profile;
    changed.applications = Known::Value(vec![from]);
    changed.summary = Known::Value("Hunde werden 'angemeldet' – groß und klein".to_owned());
    let reason = "Im Gespräch erhoben";
    register
        .change_process(coordinator, first, None, &changed, reason)
        .unwrap();
    let upload = UploadDiagram {
        file_name: "hund.bpmn".to_owned(),
        kind: DiagramKind::AsIs,
        bytes: MODEL.as_bytes().to_vec(),
        note: "Stand Mai".to_owned(),
    };
    register.upload_diagram(&town.analyst, first, &upload).unwrap();
    let view = register.diagram(&town.analyst, first, 1).unwrap();
    let key = view.findings.first().unwrap().finding.key.clone();
    register
        .judge(&town.analyst, first, &key, Verdict::Confirmed, "", None)
        .unwrap();
    register
        .answer(coordinator, first, "1", 3, "Viele Fälle", None)
        .unwrap();
    register
        .answer(coordinator, first, "1", 1, "Doch wenige", None)
        .unwrap();
    let weights = register.weights(coordinator).unwrap();
    register.set_weights(coordinator, &weights).unwrap();
    register.add_token(&town.analyst, "Auswertung", [3; 32]).unwrap();
    town
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
