#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::step_list::{model_of_list, model_of_steps, steps_of_model};
use super::testing::SmallTown;
use crate::bpmn::{Limits, read};
use crate::domain::diagram::DiagramKind;
use crate::domain::step_list::{ListedCarrier, ListedKind, ListedNext, ListedObjects, ListedStep};
use crate::drawing;
use crate::error::Kind;
use crate::exchange::{read_steps, write_steps};
use crate::graph::build;
use crate::text::Lang;
use proptest::prelude::*;
use std::path::Path;
use std::process::Command;

const TABLE: &str = "Nr.;Schritt;Rolle;Art;Danach;Unterlage hinein;Hinein auf;Unterlage heraus;Heraus auf;IT-Verfahren;Minuten;Bemerkung\n\
    1;Antrag erfassen;Bürgerbüro;;;Antrag;Papier;Vorgang;digital;MeldeWeb;7,5;Eilt & \"wichtig\"\n\
    2;Vollständig?;;Entscheidung;ja: 4; nein: 3\n";

fn graph_of(bytes: &[u8]) -> crate::graph::FlowGraph {
    build(&read(bytes, &Limits::default()).unwrap().0)
}

#[test]
fn a_list_becomes_a_model_with_lanes_ways_and_facts() {
    let table = "Schritt;Nr.;Rolle;Art;Danach;Unterlage hinein;Hinein auf;Unterlage heraus;Heraus auf;IT-Verfahren;Minuten\n\
        Antrag erfassen;1;Bürgerbüro;;;Antrag;Papier;Vorgang;digital;MeldeWeb;7,5\n\
        Vollständig?;2;;Entscheidung;\"ja: 4; nein: 3\"\n\
        Nachfordern;3;;;1\n\
        Bescheid <senden>;4;Amt;Automatisch;Ende\n";
    let model = model_of_steps(table.as_bytes(), "Prozess & Co", &Limits::default()).unwrap();
    let (diagram, warnings) = read(&model, &Limits::default()).unwrap();
    assert!(warnings.is_empty(), "{warnings:?}");
    let graph = build(&diagram);
    assert_eq!(graph.pools[0].name, "Prozess & Co");
    let lanes: Vec<&str> = graph.lanes.iter().map(|lane| lane.name.as_str()).collect();
    assert_eq!(lanes, ["Bürgerbüro", "Amt"]);
    let step = graph
        .flow
        .node_weights()
        .find(|node| node.id == "step_1")
        .unwrap();
    let facts = &step.annotations;
    assert_eq!(facts.carriers[0].needs[0].code(), "paper");
    assert_eq!(
        facts.carriers[1].writes.as_ref().unwrap().code(),
        "system:MeldeWeb"
    );
    assert_eq!(facts.work.as_ref().unwrap().handling_minutes, Some(7.5));
    assert_eq!(graph.data[step.writes[0]].name, "Vorgang");
    let drawn = diagram.planes[0].shapes.len();
    assert!(drawn >= graph.flow.node_count() + 3, "{drawn}");
    let way = graph.flow.edge_weights().find(|edge| edge.name == "nein");
    assert!(way.is_some());
}

#[test]
fn faults_name_row_column_and_what_to_do() {
    let cases = [
        ("", "steps-empty"),
        ("Schritt;Farbe\na;rot\n", "steps-heading-unknown"),
        ("Schritt;Schritt\na;b\n", "steps-heading-twice"),
        ("Rolle\na\n", "steps-heading-missing"),
        ("Schritt\n", "steps-empty"),
        ("Nr.;Schritt\n1;a\n1;b\n", "steps-number-twice"),
        ("Nr.;Schritt\nx;a\n", "steps-number-faulty"),
        ("Nr.;Schritt\n1;\n", "steps-name-missing"),
        ("Schritt;Art\na;Tanz\n", "steps-kind-unknown"),
        ("Schritt;Danach\na;bald\n", "steps-next-faulty"),
        ("Schritt;Danach\na;9\n", "steps-next-missing"),
        ("Schritt;Art;Danach\na;Ende;1\n", "steps-next-after-end"),
        ("Schritt;Danach\na;\"1; 2\"\nb;\n", "steps-next-splits"),
        ("Schritt;Danach\na;ja: 1\n", "steps-next-splits"),
        (
            "Schritt;Unterlage hinein;Hinein auf\na;b;Stein\n",
            "steps-carrier-unknown",
        ),
        ("Schritt;Hinein auf\na;Papier\n", "steps-carrier-alone"),
        ("Schritt;Art;Minuten\na;Ende;5\n", "steps-only-activities"),
        ("Schritt;Minuten\na;lang\n", "steps-minutes-faulty"),
        ("Schritt\na;b\n", "steps-too-many-cells"),
    ];
    for (table, id) in cases {
        let faults = read_steps(table.as_bytes()).unwrap_err();
        assert!(
            faults.iter().any(|fault| fault.message.id == id),
            "{table}: {faults:?}"
        );
        let error = model_of_steps(table.as_bytes(), "", &Limits::default()).unwrap_err();
        for lang in Lang::ALL {
            for field in &error.fields {
                assert!(!lang.say(&field.message).contains("steps-"), "{table}");
            }
        }
    }
    let error = model_of_steps(b"Schritt;Art\na;\nb;Tanz\n", "", &Limits::default()).unwrap_err();
    let told = Lang::De.say(&error.fields[0].message);
    assert!(
        told.starts_with("Zeile 3, Spalte „Art“: „Tanz“ ist keine Art."),
        "{told}"
    );
}

#[test]
fn unquoted_ways_are_a_fault_not_a_guess() {
    assert!(read_steps(TABLE.as_bytes()).is_err());
}

fn word() -> impl Strategy<Value = String> {
    "[A-Za-zäöüß<&\"'>,:()]{1,8}( [A-Za-z0-9?%]{1,6})?"
}

fn objects() -> impl Strategy<Value = ListedObjects> {
    (
        prop::collection::btree_set("[A-Z][a-z]{2,6}", 0..3),
        prop::option::of(prop::sample::select(vec![
            ListedCarrier::Paper,
            ListedCarrier::Digital,
            ListedCarrier::Oral,
        ])),
    )
        .prop_map(|(names, carrier)| ListedObjects {
            carrier: carrier.filter(|_| !names.is_empty()),
            names: names.into_iter().collect(),
        })
}

prop_compose! {
    fn row()(name in word(), role in prop::option::of("[AB]"), kind in 0_usize..9, ways in prop::collection::vec((prop::option::of("[a-z]{1,4}"), 0_usize..30), 1..4),
        input in objects(), output in objects(), application in prop::option::of("[A-Z][a-z]{3}"),
        minutes in prop::option::of(0_u32..5_000), remark in prop::option::of(word()))
        -> (ListedStep, Vec<(Option<String>, usize)>) {
        let kind = ListedKind::ALL[kind];
        let acts = kind.is_activity();
        (ListedStep {
            number: 0,
            name,
            role: role.unwrap_or_default(),
            kind,
            next: Vec::new(),
            input: if acts { input } else { ListedObjects::default() },
            output: if acts { output } else { ListedObjects::default() },
            application: application.filter(|_| acts).unwrap_or_default(),
            minutes: minutes.filter(|_| acts).map(|minutes| f64::from(minutes) / 8.0),
            remark: remark.unwrap_or_default(),
        }, ways)
    }
}

fn lists() -> impl Strategy<Value = Vec<ListedStep>> {
    (prop::collection::vec(row(), 1..12), 1_u32..50).prop_map(|(rows, first)| {
        let count = rows.len();
        let numbers: Vec<u32> = (0..count as u32)
            .map(|index| first + index * 3 % 7 + index * 7)
            .collect();
        let with_roles = rows.iter().any(|(step, _)| !step.role.is_empty());
        rows.into_iter()
            .zip(&numbers)
            .map(|((mut step, ways), number)| {
                step.number = *number;
                if with_roles && step.role.is_empty() {
                    step.role = "C".to_owned();
                }
                let splits = step.kind.splits();
                let mut seen = std::collections::BTreeSet::new();
                step.next = ways
                    .into_iter()
                    .take(if step.kind == ListedKind::End {
                        0
                    } else if splits {
                        3
                    } else {
                        1
                    })
                    .map(|(condition, to)| ListedNext {
                        condition: condition.filter(|_| splits).unwrap_or_default(),
                        number: numbers.get(to).copied(),
                    })
                    .filter(|way| seen.insert(way.number))
                    .collect();
                step
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn a_list_comes_back_as_it_was(list in lists()) {
        for lang in Lang::ALL {
            let table = write_steps(&list, lang);
            prop_assert_eq!(&read_steps(&table).unwrap(), &list);
            let model = model_of_list(&list, "Probe", &Limits::default()).unwrap();
            let (back, notes) = drawing::step_list(&graph_of(&model), lang);
            prop_assert_eq!(&back, &list);
            prop_assert!(notes.is_empty(), "{:?}", notes);
            prop_assert_eq!(steps_of_model(&model, &Limits::default(), lang).unwrap().0, table);
        }
    }
}

/// Any model gives a list that can be read again.
#[test]
fn every_model_gives_a_list_that_can_be_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/demo/models");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let (table, _) =
            steps_of_model(&std::fs::read(&path).unwrap(), &Limits::default(), Lang::De).unwrap();
        let list = read_steps(&table).unwrap_or_else(|faults| panic!("{}: {faults:?}", path.display()));
        let model = model_of_list(&list, "Probe", &Limits::default()).unwrap();
        assert_eq!(
            drawing::step_list(&graph_of(&model), Lang::De).0,
            list,
            "{}",
            path.display()
        );
    }
}

/// Where the schema of the standard and `xmllint` are at hand.
#[test]
fn what_is_written_holds_the_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let schema = root.parent().unwrap().join("shared/xsd/BPMN20.xsd");
    if !schema.is_file() || Command::new("xmllint").arg("--version").output().is_err() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(root.join("fixtures/demo/models")).unwrap() {
        let path = entry.unwrap().path();
        let (table, _) =
            steps_of_model(&std::fs::read(&path).unwrap(), &Limits::default(), Lang::De).unwrap();
        let model = model_of_steps(&table, "Probe", &Limits::default()).unwrap();
        let file = folder.path().join("model.bpmn");
        std::fs::write(&file, model).unwrap();
        let done = Command::new("xmllint")
            .args(["--noout", "--nonet", "--schema"])
            .arg(&schema)
            .arg(&file)
            .output()
            .unwrap();
        assert!(
            done.status.success(),
            "{}: {}",
            path.display(),
            String::from_utf8_lossy(&done.stderr)
        );
    }
}

fn filled(cells: &[(usize, &str)]) -> Vec<String> {
    let mut row = vec![String::new(); 12];
    for (place, text) in cells {
        row[*place] = (*text).to_owned();
    }
    row
}

#[test]
fn a_form_becomes_a_new_version_and_comes_back() {
    let town = SmallTown::new();
    let id = town.process("Hund anmelden", Some(town.taxes));
    let rows = vec![
        filled(&[(0, "4"), (1, "Antrag prüfen"), (2, "Amt"), (3, "Schritt")]),
        filled(&[(3, "Schritt")]),
        filled(&[(1, "Bescheid senden"), (3, "Automatisch")]),
    ];
    let save = |caller, rows: &[Vec<String>]| {
        town.register
            .save_steps(caller, id, rows.to_vec(), DiagramKind::AsIs, "Erste Fassung")
    };
    assert_eq!(save(&town.reader, &rows).unwrap_err().kind, Kind::Forbidden);
    let saved = save(&town.analyst, &rows).unwrap();
    assert_eq!(saved.version.file_name, "Hund anmelden.bpmn");
    assert_eq!(saved.version.note, "Erste Fassung");
    let table = town
        .register
        .step_table(&town.reader, id, None, Lang::De)
        .unwrap();
    assert_eq!(table.rows.len(), 2);
    assert_eq!(table.rows[1][..4], ["5", "Bescheid senden", "Amt", "Automatisch"]);
    let wrong = [rows[0].clone(), filled(&[(1, "Ablegen"), (4, "9")])];
    let error = save(&town.analyst, &wrong).unwrap_err();
    assert_eq!(
        (error.kind, error.fields[0].field.as_str()),
        (Kind::Invalid, "line-2")
    );
    assert_eq!(town.register.diagrams(&town.reader, id).unwrap().len(), 1);
}
