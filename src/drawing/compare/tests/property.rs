//! On models with known random edits: with ids kept exactly these edits are found; with all ids replaced the list
//! found is never longer than the known one.

use super::known::{Chance, Edited, with_other_ids};
use crate::bpmn::{Diagram, Limits, read};
use crate::drawing::compare::{What, compare};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

fn models(dir: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(dir) else {
        return;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            models(&path, found);
        } else if path
            .extension()
            .is_some_and(|end| end == "bpmn" || end == "bpmn2")
        {
            found.push(path);
        }
    }
    found.sort();
}

fn load(folders: &[PathBuf], step: usize) -> Vec<(String, Diagram)> {
    let mut files = Vec::new();
    for folder in folders {
        models(folder, &mut files);
    }
    files
        .into_iter()
        .step_by(step)
        .filter_map(|file| {
            let bytes = std::fs::read(&file).unwrap();
            let (diagram, _) = read(&bytes, &Limits::default()).ok()?;
            Some((file.display().to_string(), diagram))
        })
        .collect()
}

static FIXTURES: LazyLock<Vec<(String, Diagram)>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    load(&[root.join("fixtures")], 1)
});

fn corpus(step: usize) -> Vec<(String, Diagram)> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .join("shared");
    load(&[shared.join("corpus"), shared.join("labelled")], step)
}

/// `None`: as it has to be; else what is wrong.
fn check(name: &str, diagram: &Diagram, edits: usize, seed: u64) -> Option<String> {
    let mut chance = Chance(seed ^ 0x9E37_79B9_7F4A_7C15);
    let mut edited = Edited::of(diagram);
    for _ in 0..edits {
        edited.edit(&mut chance);
    }
    let found = compare(diagram, &edited.diagram);
    let ids: BTreeSet<(String, What)> = found
        .edits
        .iter()
        .map(|edit| {
            (
                found.new_id(edit).or(found.old_id(edit)).unwrap().to_owned(),
                edit.what,
            )
        })
        .collect();
    if ids != edited.known || found.length() != ids.len() {
        return Some(format!(
            "{name} seed {seed}: found {ids:?}, known {:?}",
            edited.known
        ));
    }
    let anonymous = compare(diagram, &with_other_ids(&edited.diagram));
    let length = anonymous.length();
    (length > edited.known.len()).then(|| {
        let said: Vec<_> = anonymous
            .edits
            .iter()
            .map(|edit| (anonymous.old_id(edit), anonymous.new_id(edit), edit.what))
            .collect();
        format!(
            "{name} seed {seed}: {length} > {}: {said:?}; known {:?}",
            edited.known.len(),
            edited.known
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn known_edits_of_fixtures_are_found(model in any::<prop::sample::Index>(), edits in 0..6_usize, seed in any::<u64>()) {
        let (name, diagram) = model.get(&FIXTURES);
        let wrong = check(name, diagram, edits, seed);
        prop_assert!(wrong.is_none(), "{}", wrong.unwrap());
    }
}

#[test]
fn known_edits_of_the_corpus_are_found() {
    let (mut tried, mut wrong) = (0, Vec::new());
    for (number, (name, diagram)) in corpus(STEP).iter().enumerate() {
        for edits in [1, 3] {
            tried += 1;
            wrong.extend(check(name, diagram, edits, 77 + number as u64));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {tried}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Every how many models of the corpus; all of them take minutes without optimisation.
const STEP: usize = 9;
