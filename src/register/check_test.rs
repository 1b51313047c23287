//! `bpmn check` over whole collections: the fixtures of other rule sets, files that are valid, files that are hostile.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::{Limits, Severity, check, hints};
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
        let (_, checked) = check(&std::fs::read(&path).unwrap(), &Limits::default()).unwrap();
        let wanted = format!("modelling/{rule}");
        let hit = checked.iter().any(|checked| checked.finding.rule == wanted);
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
        let Ok((_, checked)) = check(&std::fs::read(&path).unwrap(), &Limits::default()) else {
            continue;
        };
        let sorted = checked.is_sorted_by(|a, b| (a.severity, a.line) <= (b.severity, b.line));
        assert!(sorted, "{}", path.display());
        for found in checked {
            for lang in crate::text::Lang::ALL {
                let sentence = lang.say(&found.finding.message);
                let whole = !sentence.contains("{ $") && lang.has(&found.finding.message.id);
                assert!(
                    whole && !hints(&found.finding.rule, lang).is_empty(),
                    "{sentence}"
                );
            }
        }
    }
}

#[test]
fn models_of_our_own_have_no_faults() {
    let town = include_dir::include_dir!("$CARGO_MANIFEST_DIR/fixtures/demo/models");
    for file in town.files() {
        let (_, checked) = check(file.contents(), &Limits::default()).unwrap();
        let faults: Vec<_> = checked
            .iter()
            .filter(|found| found.finding.family() == "structure" && found.severity != Severity::Info)
            .map(|found| (found.finding.rule.as_str(), found.line))
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
