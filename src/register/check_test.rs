//! `bpmn check` over whole collections: the fixtures of other rule sets, files that are valid, files that are hostile.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::{Limits, check};
use crate::domain::hint::Severity;
use std::path::{Path, PathBuf};

/// All BPMN files below a folder beside the project, sorted; none where the folder is missing.
fn models(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared")
        .join(folder);
    let (mut folders, mut found) = (vec![root], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|ending| ending == "bpmn" || ending == "xml")
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn the_fixtures_of_bpmnlint_get_the_verdict_in_their_name() {
    let mut wrong = Vec::new();
    for path in models("corpus/bpmnlint/test/rules") {
        let rule = path
            .parent()
            .unwrap()
            .file_name()
            .unwrap()
            .to_string_lossy()
            .into_owned();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let checked = check(&std::fs::read(&path).unwrap(), &Limits::default()).unwrap();
        let hit = checked
            .hints
            .iter()
            .any(|hint| hint.rule == format!("modelling/{rule}"));
        // Two files of this rule stand for cases that bpmnlint 11 itself does not report either.
        let unreported = rule == "superfluous-termination";
        if hit != (name.starts_with("invalid") && !unreported) {
            wrong.push(format!("{rule}/{name}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_file_of_the_collections_is_checked_and_the_hints_are_in_order() {
    for path in models("corpus").into_iter().chain(models("hostile")) {
        let Ok(checked) = check(&std::fs::read(&path).unwrap(), &Limits::default()) else {
            continue;
        };
        let sorted = checked
            .hints
            .is_sorted_by(|a, b| (a.severity, a.line) <= (b.severity, b.line));
        assert!(sorted, "{}", path.display());
        for hint in &checked.hints {
            for lang in crate::text::Lang::ALL {
                let (sentence, fix) = (lang.say(&hint.message), lang.say(&hint.fix));
                let whole = !sentence.contains("{ $") && !fix.contains("{ $");
                assert!(
                    whole && lang.has(&hint.message.id) && lang.has(&hint.fix.id),
                    "{sentence} {fix}"
                );
            }
        }
    }
}

#[test]
fn models_of_our_own_have_no_faults() {
    let town = include_dir::include_dir!("$CARGO_MANIFEST_DIR/fixtures/demo/models");
    for file in town.files() {
        let checked = check(file.contents(), &Limits::default()).unwrap();
        let faults: Vec<_> = checked
            .hints
            .iter()
            .filter(|hint| hint.severity == Severity::Error)
            .map(|hint| (hint.rule, hint.line))
            .collect();
        assert!(faults.is_empty(), "{}: {faults:?}", file.path().display());
    }
}

#[test]
fn the_same_bytes_give_the_same_hints() {
    let rules = include_dir::include_dir!("$CARGO_MANIFEST_DIR/fixtures/rules/modelling");
    for file in rules.dirs().flat_map(|dir| dir.files()) {
        let once = check(file.contents(), &Limits::default()).unwrap();
        assert_eq!(once, check(file.contents(), &Limits::default()).unwrap());
    }
}
