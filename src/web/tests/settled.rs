//! A house somebody lives in: a process of one unit with a model, a finding and an answer, a second unit beside it.

use super::{House, PASSWORD, house};
use crate::domain::account::Role;
use crate::domain::diagram::DiagramKind;
use crate::domain::ids::{ProcessId, UnitId};
use crate::domain::organisation::{Unit, UnitKind};
use crate::domain::profile_text::empty_profile;
use crate::domain::time::Timestamp;
use crate::register::{Caller, NewAccount, UploadDiagram};
use crate::web::guard::now;

/// The one process.
pub(super) const PROCESS: ProcessId = ProcessId(1);

/// Paper is typed into a system: one media break, stated by annotations.
pub(super) const MODEL: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:pr="urn:prozessregister:bpmn:1">
  <process id="P">
    <startEvent id="S"><extensionElements><pr:channel object="Bauantrag" carrier="paper"/></extensionElements></startEvent>
    <sequenceFlow id="F1" sourceRef="S" targetRef="A"/>
    <userTask id="A" name="Bauantrag im Fachverfahren erfassen"><extensionElements>
      <pr:carrier object="Bauantrag" needs="system:Bauakte" by="human" minutes="6"/></extensionElements></userTask>
    <sequenceFlow id="F2" sourceRef="A" targetRef="E"/>
    <endEvent id="E"/>
  </process>
</definitions>"#;

/// The house. Accounts whose login ends in `-elsewhere` belong to the second unit.
pub(super) fn settled() -> House {
    let house = house(None);
    let administrator = caller(&house, Role::Administrator);
    let unit = |name: &str| {
        let unit = Unit {
            id: UnitId(0),
            parent: None,
            sign: String::new(),
            name: name.to_owned(),
            kind: UnitKind::Department,
            leaving_share: None,
        };
        house.register.save_unit(&administrator, &unit).unwrap()
    };
    let (mine, other) = (unit("Bauamt"), unit("Steueramt"));
    let mut profile = empty_profile();
    profile.name = "Baugenehmigung erteilen".to_owned();
    profile.unit = Some(mine);
    let id = house.register.create_process(&administrator, &profile).unwrap();
    assert_eq!(id, PROCESS);
    let upload = UploadDiagram {
        file_name: "bauantrag.bpmn".to_owned(),
        kind: DiagramKind::AsIs,
        bytes: MODEL.as_bytes().to_vec(),
        note: String::new(),
    };
    house
        .register
        .upload_diagram(&administrator, id, &upload)
        .unwrap();
    house
        .register
        .answer(&administrator, id, "2", 3, "Aus der Beschwerdeliste", None)
        .unwrap();
    for role in [Role::ProcessOwner, Role::Analyst, Role::Coordinator] {
        let account = NewAccount {
            login: format!("{}-elsewhere", role.code()),
            name: "Anderswo".to_owned(),
            role,
            scope: Some(other),
            password: PASSWORD.to_owned(),
        };
        house
            .register
            .add_account(&administrator, &account, [8; 16])
            .unwrap();
    }
    house
}

/// The account of a role that may act everywhere.
pub(super) fn caller(house: &House, role: Role) -> Caller {
    Caller {
        actor: house.register.actor_by_login(role.code()).unwrap(),
        now: now(),
    }
}

/// The key of the one finding.
pub(super) fn finding(house: &House) -> String {
    let view = house
        .register
        .diagram(&caller(house, Role::Reader), PROCESS, 1)
        .unwrap();
    assert_eq!(view.findings.len(), 1);
    view.findings[0].finding.key.clone()
}

/// The cookie of a session.
pub(super) fn session(house: &House, login: &str, at: Timestamp, chance: u8) -> String {
    let signed = house.register.sign_in(at, login, PASSWORD, [chance; 32]).unwrap();
    format!("sid={}", signed.secret)
}
