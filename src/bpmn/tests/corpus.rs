//! The shared corpus and the hostile files, where they are at hand (`../shared` beside the checkout).

use crate::bpmn::diagram::Tag;
use crate::bpmn::{Limits, encode_back, has_bom, read};
use crate::text::Lang;
use std::path::{Path, PathBuf};

fn shared() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?.join("shared");
    path.is_dir().then_some(path)
}

/// The models of the corpus by name, in the order of the table of the peers; none where it is not at hand.
pub(super) fn models() -> Vec<(String, Vec<u8>)> {
    rows().into_iter().map(|row| (row.name, row.bytes)).collect()
}

struct Row {
    name: String,
    bytes: Vec<u8>,
    well_formed: bool,
    /// Whether bpmn-moddle takes it.
    moddle: bool,
}

fn rows() -> Vec<Row> {
    let Some(corpus) = shared()
        .map(|shared| shared.join("corpus"))
        .filter(|corpus| corpus.join("peers.csv").is_file())
    else {
        return Vec::new();
    };
    let mut peers = csv::Reader::from_path(corpus.join("peers.csv")).unwrap();
    let headers = peers.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let (source, path) = (column("source"), column("path"));
    let (formed, moddle) = (column("wellformed"), column("moddle"));
    let rows = peers.records().map(|row| {
        let row = row.unwrap();
        Row {
            name: format!("{}/{}", &row[source], &row[path]),
            bytes: std::fs::read(corpus.join(&row[source]).join(&row[path])).unwrap(),
            well_formed: &row[formed] == "True",
            moddle: &row[moddle] == "accept",
        }
    });
    rows.collect()
}

/// Acceptance as corpora.md counts it, and the table of docs/bpmn.md: its lines are compared with what happens.
#[test]
fn the_corpus_is_read_as_the_documentation_says() {
    let rows = rows();
    if rows.is_empty() {
        return;
    }
    let (mut refused, mut malformed, mut taken) = (Vec::new(), Vec::new(), 0);
    for row in &rows {
        let result = read(&row.bytes, &Limits::default());
        match &result {
            Err(error) => {
                assert!(
                    !row.well_formed && !row.moddle || error.code == "not-bpmn",
                    "{}: {error:?}",
                    row.name
                );
                refused.push(format!("| {} | {} |", row.name, Lang::ALL[1].say(&error.message)));
            }
            Ok((_, warnings)) if !row.well_formed => {
                let mut codes: Vec<&str> = warnings.iter().map(|warning| warning.code.as_str()).collect();
                codes.dedup();
                let moddle = if row.moddle { "taken" } else { "refused" };
                malformed.push(format!("| {} | {} | {moddle} |", row.name, codes.join(", ")));
            }
            Ok(_) => {}
        }
        let Ok((diagram, _)) = result else { continue };
        taken += 1;
        crate::graph::build(&diagram);
        let back = encode_back(&diagram.text, &diagram.encoding, has_bom(&row.bytes));
        assert!(back == row.bytes, "{} does not come back as it came", row.name);
        for element in &diagram.elements {
            assert!(
                diagram.text[element.start_tag.clone()].starts_with('<'),
                "{}",
                row.name
            );
            assert!(diagram.text[element.range.clone()].ends_with('>'), "{}", row.name);
        }
    }
    let lines = [
        vec![format!("{taken} of {} files are read.", rows.len())],
        refused,
        malformed,
    ]
    .concat();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/bpmn.md");
    let page = std::fs::read_to_string(page).unwrap();
    let missing: Vec<&String> = lines
        .iter()
        .filter(|line| !page.contains(line.as_str()))
        .collect();
    assert!(
        missing.is_empty(),
        "docs/bpmn.md lacks {missing:#?} of\n{}",
        lines.join("\n")
    );
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
                        || element
                            .details
                            .documentation
                            .iter()
                            .any(|line| line.contains(text))
                });
                assert!(kept, "{name}: {text}");
            }
        }
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
        assert!(steps.iter().all(|step| step.details.block.is_some()));
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
