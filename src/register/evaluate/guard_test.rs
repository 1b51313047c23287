//! What must hold on every model we can lay hands on: where a person has to judge, no machine decides alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::domain::annotation::Discretion;
use crate::domain::candidate::AutomationLevel;
use std::path::{Path, PathBuf};

fn files(dir: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(dir) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, endings, found);
        } else if endings.iter().any(|end| path.to_string_lossy().ends_with(end)) {
            found.push(path);
        }
    }
    found.sort();
}

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn shared(folder: &str) -> PathBuf {
    project().parent().unwrap().join("shared").join(folder)
}

#[test]
fn discretion_is_never_proposed_for_full_automation() {
    let mut paths = Vec::new();
    for folder in ["fixtures/demo", "fixtures/labelled", "fixtures/rules"] {
        files(&project().join(folder), &[".bpmn"], &mut paths);
    }
    assert!(paths.len() > 60, "fixtures are missing");
    for folder in ["corpus", "labelled"] {
        files(&shared(folder), &[".bpmn", ".bpmn2"], &mut paths);
    }
    let context = Context::default();
    let mut steps = 0;
    for path in paths {
        let Ok((diagram, warnings)) = read(&std::fs::read(&path).unwrap(), &Limits::default()) else {
            continue;
        };
        for candidate in analyse(&build(&diagram), warnings, &context).candidates {
            if !matches!(
                candidate.discretion,
                Some(Discretion::Discretion | Discretion::Judgement)
            ) {
                continue;
            }
            steps += 1;
            for proposal in &candidate.proposals {
                assert_eq!(
                    proposal.level,
                    AutomationLevel::Assist,
                    "{}: {}",
                    path.display(),
                    candidate.element_name
                );
            }
        }
    }
    assert!(steps > 0, "no step with discretion was met");
}

#[test]
fn labelled_sets_keep_what_they_had() {
    for (folder, least) in [
        (project().join("fixtures/labelled"), 0.84),
        (shared("labelled"), 0.95),
    ] {
        let mut paths = Vec::new();
        files(&folder, &[".bpmn", ".json"], &mut paths);
        if paths.is_empty() {
            continue;
        }
        let contents: Vec<(String, Vec<u8>)> = paths
            .iter()
            .map(|path| (path.display().to_string(), std::fs::read(path).unwrap()))
            .collect();
        let measured = evaluate(&contents, false).unwrap().labelled.unwrap();
        assert!(measured.elements.f1().unwrap() >= least, "{}", folder.display());
        assert_eq!(measured.discretion_automated, 0, "{}", folder.display());
    }
}
