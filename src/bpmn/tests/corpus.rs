//! The shared corpus and the hostile files, where they are at hand (`../shared` beside the checkout).

use crate::bpmn::diagram::Tag;
use crate::bpmn::{Limits, annotate, encode_back, has_bom, read, vocabulary};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn shared() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?.join("shared");
    path.is_dir().then_some(path)
}

/// Files whose only fault is not one of form: acceptance as quality.md and corpora.md count it.
#[test]
fn accepts_what_is_well_formed() {
    let Some(shared) = shared().filter(|shared| shared.join("corpus/peers.csv").is_file()) else {
        return;
    };
    let mut peers = csv::Reader::from_path(shared.join("corpus/peers.csv")).unwrap();
    let headers = peers.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let (source, path, formed, xsd) = (
        column("source"),
        column("path"),
        column("wellformed"),
        column("xsd"),
    );
    let mut refused: BTreeMap<String, String> = BTreeMap::new();
    let (mut well_formed, mut valid, mut well_formed_taken, mut valid_taken) = (0, 0, 0, 0);
    for row in peers.records() {
        let row = row.unwrap();
        let file = shared.join("corpus").join(&row[source]).join(&row[path]);
        let bytes = std::fs::read(&file).unwrap();
        let result = read(&bytes, &Limits::default());
        let taken = result.is_ok();
        if let Err(error) = &result {
            let place = format!("{}/{}", &row[source], &row[path]);
            refused.insert(
                place,
                format!(
                    "{} line {:?}, well-formed {}",
                    error.code, error.line, &row[formed]
                ),
            );
        }
        if let Ok((diagram, _)) = &result {
            crate::graph::build(diagram);
            let back = encode_back(&diagram.text, &diagram.encoding, has_bom(&bytes));
            assert!(back == bytes, "{file:?} does not come back as it came");
            for element in &diagram.elements {
                assert!(
                    diagram.text[element.start_tag.clone()].starts_with('<'),
                    "{file:?}"
                );
                assert!(diagram.text[element.range.clone()].ends_with('>'), "{file:?}");
            }
        }
        if &row[formed] == "True" {
            well_formed += 1;
            well_formed_taken += usize::from(taken);
        }
        if &row[xsd] == "valid" {
            valid += 1;
            valid_taken += usize::from(taken);
        }
    }
    println!(
        "well-formed {well_formed_taken}/{well_formed}, valid {valid_taken}/{valid}, refused {refused:#?}"
    );
    assert!(well_formed_taken * 100 >= well_formed * 97, "{refused:#?}");
    assert!(valid_taken * 100 >= valid * 99, "{refused:#?}");
}

#[test]
fn hostile_files_end_as_the_manifest_says() {
    let Some(folder) = shared()
        .map(|shared| shared.join("hostile"))
        .filter(|folder| folder.is_dir())
    else {
        return;
    };
    let manifest = std::fs::read_to_string(folder.join("manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    for entry in manifest["files"].as_array().unwrap() {
        if entry["kind"] != "bpmn" {
            continue;
        }
        let name = entry["file"].as_str().unwrap();
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let result = read(&bytes, &Limits::default());
        match entry["expected"].as_str().unwrap() {
            "reject" => assert!(result.is_err(), "{name}"),
            "accept" => assert!(result.is_ok(), "{name}: {result:?}"),
            _ => {}
        }
        if let Ok((diagram, _)) = &result {
            crate::graph::build(diagram);
            for text in entry["text_kept"].as_array().unwrap() {
                let text = text.as_str().unwrap();
                let kept = diagram.elements.iter().any(|element| {
                    element.name.contains(text)
                        || element.documentation.iter().any(|line| line.contains(text))
                });
                assert!(kept, "{name}: {text}");
            }
        }
    }
}

#[test]
fn files_of_the_corpus_can_be_annotated_in_one_place() {
    let Some(folder) = shared()
        .map(|shared| shared.join("corpus"))
        .filter(|folder| folder.is_dir())
    else {
        return;
    };
    let mut files = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "bpmn") {
                files.push(path);
            }
        }
    }
    files.sort();
    for file in files.into_iter().step_by(12) {
        let Ok((before, warnings)) = read(&std::fs::read(&file).unwrap(), &Limits::default()) else {
            continue;
        };
        let Some(place) = before
            .elements
            .iter()
            .position(|step| vocabulary::is_activity(step.tag))
        else {
            continue;
        };
        let step = &before.elements[place];
        let fact = "carrier object=Probe needs=paper".to_owned();
        let text =
            annotate(&before, &step.id, &[], &[fact]).unwrap_or_else(|error| panic!("{file:?}: {error:?}"));
        let (after, again) = read(text.as_bytes(), &Limits::default()).unwrap();
        assert_eq!(
            after.elements[place].annotations.carriers.len(),
            step.annotations.carriers.len() + 1,
            "{file:?}"
        );
        assert_eq!(after.elements.len(), before.elements.len(), "{file:?}");
        let guessed = |code: &str| code != "guessed-encoding";
        let count = warnings.iter().filter(|warning| guessed(&warning.code)).count();
        assert_eq!(
            again.iter().filter(|warning| guessed(&warning.code)).count(),
            count,
            "{file:?}"
        );
    }
}

/// The counts stand in the folder's README.
#[test]
fn picture_samples_are_understood() {
    let Some(folder) = shared()
        .map(|shared| shared.join("picture"))
        .filter(|folder| folder.is_dir())
    else {
        return;
    };
    for (name, tasks, cases) in [
        ("hundesteuer_anmelden", 10, 640.0),
        ("gewerbeanmeldung_bearbeiten", 9, 900.0),
    ] {
        let bytes = std::fs::read(folder.join(format!("{name}.bpmn"))).unwrap();
        let (diagram, warnings) = read(&bytes, &Limits::default()).unwrap();
        assert_eq!(warnings, Vec::new());
        let steps: Vec<_> = diagram
            .elements
            .iter()
            .filter(|element| element.tag == Tag::Task)
            .collect();
        assert_eq!(steps.len(), tasks);
        assert!(steps.iter().all(|step| step.block.is_some()));
        assert!(steps.iter().all(|step| {
            step.annotations
                .work
                .as_ref()
                .is_some_and(|work| work.handling_minutes.is_some())
        }));
        let process = diagram
            .elements
            .iter()
            .find(|element| element.tag == Tag::Process)
            .unwrap();
        assert_eq!(process.annotations.volume.unwrap().cases_per_year, cases);
    }
}

#[test]
fn golden_models_are_read_without_a_warning() {
    let Some(folder) = shared()
        .map(|shared| shared.join("golden/media_flow"))
        .filter(|folder| folder.is_dir())
    else {
        return;
    };
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "bpmn") {
            let (_, warnings) = read(&std::fs::read(&path).unwrap(), &Limits::default()).unwrap();
            assert_eq!(warnings, Vec::new(), "{path:?}");
        }
    }
}
