//! The shared corpus and the hostile files, where they are at hand (`../shared` beside the checkout).

use crate::bpmn::{Limits, read};
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
