#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::testing::{SmallTown, profile};
use super::{PairFilter, UploadDiagram};
use crate::domain::carrier::Carrier;
use crate::domain::diagram::DiagramKind;
use crate::domain::finding::Verdict;
use crate::domain::ids::{ApplicationId, ProcessId, UnitId};
use crate::domain::known::{Figure, Known, Quality};
use crate::domain::organisation::{Application, ApplicationKind, Interface, InterfaceState};
use crate::domain::system_pair::OtherSide;
use crate::error::Kind;

/// Data of one system are typed into a second and then into a third; four minutes each.
fn model(first: &str, second: &str, third: &str) -> Vec<u8> {
    let task = |id: &str, fact: &str| {
        format!(
            r#"<userTask id="{id}" name="Schritt {id}"><extensionElements><pr:carrier object="Daten" {fact} by="human" minutes="4"/></extensionElements></userTask>"#
        )
    };
    format!(
        r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:pr="urn:prozessregister:bpmn:1"><process id="P">
        <startEvent id="S"/>{}{}{}<endEvent id="E"/>
        <sequenceFlow id="F1" sourceRef="S" targetRef="A"/><sequenceFlow id="F2" sourceRef="A" targetRef="B"/>
        <sequenceFlow id="F3" sourceRef="B" targetRef="C"/><sequenceFlow id="F4" sourceRef="C" targetRef="E"/></process></definitions>"#,
        task("A", &format!(r#"writes="system:{first}""#)),
        task("B", &format!(r#"needs="system:{second}""#)),
        task("C", &format!(r#"needs="{third}""#)),
    )
    .into_bytes()
}

fn with_model(town: &SmallTown, name: &str, unit: UnitId, cases: Option<f64>, bytes: Vec<u8>) -> ProcessId {
    let mut profile = profile(name, Some(unit));
    if let Some(value) = cases {
        profile.cases_per_year = Known::Value(Figure {
            value,
            year: Some(2025),
            quality: Quality::Measured,
        });
    }
    let process = town.register.create_process(&town.coordinator, &profile).unwrap();
    let upload = UploadDiagram {
        file_name: "m.bpmn".to_owned(),
        kind: DiagramKind::AsIs,
        bytes,
        note: String::new(),
    };
    town.register
        .upload_diagram(&town.analyst, process, &upload)
        .unwrap();
    process
}

fn application(town: &SmallTown, name: &str, alias: &str) -> ApplicationId {
    let application = Application {
        id: ApplicationId(0),
        name: name.to_owned(),
        aliases: vec![alias.to_owned()],
        kind: ApplicationKind::Specialist,
        purpose: String::new(),
    };
    town.register
        .save_application(&town.coordinator, &application)
        .unwrap()
}

fn system(name: &str) -> Carrier {
    Carrier::System(name.to_owned())
}

/// Two processes carry over between Melde and Kasse, one of them under another name; one goes on to paper.
fn town() -> (SmallTown, ProcessId, ProcessId) {
    let town = SmallTown::new();
    application(&town, "Melde", "Einwohnerverfahren");
    application(&town, "Kasse", "HKR");
    let first = with_model(
        &town,
        "Hund anmelden",
        town.taxes,
        Some(300.0),
        model("Melde", "HKR", "paper"),
    );
    let second = with_model(
        &town,
        "Bau anzeigen",
        town.building,
        None,
        model("kasse", "Melde", "system:LOGA"),
    );
    (town, first, second)
}

fn told(town: &SmallTown, filter: PairFilter) -> Vec<String> {
    let filter = PairFilter { limit: 50, ..filter };
    let pairs = town.register.system_pairs(&town.reader, &filter).unwrap();
    pairs
        .page
        .rows
        .iter()
        .map(|pair| {
            format!(
                "{} {} {} in {}, {:?} +{}",
                pair.one.carrier.code(),
                pair.other.carrier.code(),
                pair.breaks,
                pair.processes,
                pair.hours
                    .known
                    .map(|hours| (hours.low, hours.middle, hours.high)),
                pair.hours.unknown
            )
        })
        .collect()
}

#[test]
fn the_register_knows_its_pairs_by_unit_and_by_other_side() {
    let (town, ..) = town();
    let all = told(&town, PairFilter::default());
    assert_eq!(
        all,
        [
            "system:Kasse system:Melde 2 in 2, Some((20.0, 20.0, 20.0)) +1",
            "system:Kasse paper 1 in 1, Some((20.0, 20.0, 20.0)) +0",
            "system:LOGA system:Melde 1 in 1, None +1",
        ]
    );
    let paper = PairFilter {
        with: Some(OtherSide::Paper),
        ..PairFilter::default()
    };
    assert_eq!(told(&town, paper), [all[1].clone()]);
    let building = PairFilter {
        unit: Some(town.building),
        ..PairFilter::default()
    };
    assert_eq!(
        told(&town, building),
        [
            "system:Kasse system:Melde 1 in 1, None +1",
            "system:LOGA system:Melde 1 in 1, None +1",
        ]
    );
}

#[test]
fn what_people_dismiss_is_no_pair_any_more() {
    let (town, first, _) = town();
    let register = &town.register;
    let findings = register.diagram(&town.analyst, first, 1).unwrap().findings;
    for judged in &findings {
        register
            .judge(
                &town.analyst,
                first,
                &judged.finding.key,
                Verdict::Dismissed,
                "Läuft anders",
                None,
            )
            .unwrap();
    }
    assert_eq!(
        told(&town, PairFilter::default()),
        [
            "system:Kasse system:Melde 1 in 1, None +1",
            "system:LOGA system:Melde 1 in 1, None +1",
        ]
    );
}

#[test]
fn an_interface_takes_away_what_people_carry_over_and_stores_nothing() {
    let (town, first, second) = town();
    let ask = |one: &str, other: &Carrier| {
        town.register
            .interface_effect(&town.reader, None, &system(one), other)
    };
    let before = told(&town, PairFilter::default());
    // Names are those of the catalogue or any of their spellings; models spell them in their own way.
    let found = ask("EINWOHNERVERFAHREN", &system("Kasse")).unwrap();
    let effect = found.effect.unwrap();
    assert_eq!((effect.breaks_before, effect.breaks_after), (2, 0));
    assert_eq!(effect.hours_gone.known.unwrap().middle, 20.0);
    assert_eq!(effect.hours_gone.unknown, 1);
    assert_eq!(effect.hours_after.known.unwrap().high, 0.0);
    let each: Vec<_> = effect.processes.iter().map(|process| process.process).collect();
    assert_eq!(each.len(), 2);
    assert!(each.contains(&first) && each.contains(&second));
    // The same again from what is kept, and nothing of it stays.
    assert_eq!(ask("Melde", &system("HKR")).unwrap().effect.unwrap(), effect);
    assert_eq!(told(&town, PairFilter::default()), before);
    assert!(ask("Kasse", &Carrier::Paper).unwrap().effect.is_none());
    assert_eq!(
        ask("Kasse", &system("Nirgends")).unwrap_err().kind,
        Kind::NotFound
    );
}

#[test]
fn a_catalogue_that_changes_is_seen_at_once() {
    let (town, first, _) = town();
    let shown = |unit| {
        let found = town
            .register
            .interface_effect(&town.reader, unit, &system("Melde"), &system("LOGA"));
        found.unwrap().effect.unwrap()
    };
    assert_eq!(shown(None).breaks_before, 1);
    assert_eq!(shown(Some(town.building)).breaks_after, 0);
    let interface = Interface {
        from: ApplicationId(1),
        to: ApplicationId(2),
        state: InterfaceState::Exists,
        note: String::new(),
    };
    town.register
        .save_interface(&town.coordinator, &interface)
        .unwrap();
    let pairs = told(&town, PairFilter::default());
    assert!(
        !pairs[0].contains("system:Kasse system:Melde 2"),
        "an interface in use carries over without people: {pairs:?}"
    );
    assert!(town.register.diagram(&town.reader, first, 1).is_ok());
}

#[test]
fn ranks_move_where_proposals_stand_in_for_answers() {
    let town = SmallTown::new();
    let unit = town.taxes;
    let first = with_model(
        &town,
        "Hund",
        unit,
        Some(300.0),
        model("Melde", "Kasse", "system:Kasse"),
    );
    let second = with_model(&town, "Bau", unit, None, model("Kasse", "Melde", "system:LOGA"));
    for process in [first, second] {
        for (question, value) in [("1", 2), ("2", 2), ("3a", 2), ("3b", 2), ("4a", 2)] {
            town.register
                .answer(&town.coordinator, process, question, value, "Geschätzt", None)
                .unwrap();
        }
    }
    let ask = || {
        town.register
            .interface_effect(&town.reader, None, &system("Kasse"), &system("LOGA"))
            .unwrap()
            .ranks
    };
    // The second has two breaks per case and the first one; with the interface both have one, and the first more cases.
    let ranks = ask();
    for shift in &ranks {
        let falls = shift.after > shift.before;
        assert_eq!(falls, shift.process == second, "{shift:?}");
    }
    assert_eq!(ranks.len(), 2, "{ranks:?}");
    // Proposals that people have taken over follow; what they answer otherwise stays.
    for process in [first, second] {
        assert!(
            town.register
                .accept_proposals(&town.coordinator, process)
                .unwrap()
                > 0
        );
    }
    assert_eq!(ask(), ranks);
    town.register
        .answer(&town.coordinator, second, "4b", 4, "Ärger mit LOGA", None)
        .unwrap();
    assert_eq!(ask(), []);
}
