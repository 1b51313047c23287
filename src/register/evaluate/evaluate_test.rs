//! Golden cases as JSON and as BPMN, and the fixtures of the rules.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::analysis::{Context, rules};
use crate::domain::candidate::SolutionClass;
use crate::domain::profile::{Channel, ChannelShare};
use include_dir::{Dir, include_dir};

static GOLDEN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/fixtures/golden");
static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/fixtures/rules");

fn files(dir: &Dir) -> Vec<(String, Vec<u8>)> {
    dir.files()
        .map(|file| (file.path().display().to_string(), file.contents().to_vec()))
        .collect()
}

#[test]
fn all_golden_cases_come_out() {
    let bytes = GOLDEN
        .get_file("media_flow_dev.json")
        .unwrap()
        .contents()
        .to_vec();
    let result = evaluate(&[("media_flow_dev.json".to_owned(), bytes)], false).unwrap();
    let failures: Vec<_> = result
        .golden
        .iter()
        .filter(|case| !case.failures.is_empty())
        .collect();
    assert!(failures.is_empty(), "{failures:#?}");
    assert_eq!(result.passed(), 25);
}

#[test]
fn all_golden_quantities_come_out() {
    let bytes = GOLDEN.get_file("flow_dev.json").unwrap().contents().to_vec();
    let evaluate_flow = |bytes: Vec<u8>| evaluate(&[("flow_dev.json".to_owned(), bytes)], false).unwrap();
    let result = evaluate_flow(bytes.clone());
    let failures: Vec<_> = result
        .golden
        .iter()
        .filter(|case| !case.failures.is_empty())
        .collect();
    assert!(failures.is_empty(), "{failures:#?}");
    assert_eq!(result.passed(), 30);
    let wrong = String::from_utf8(bytes)
        .unwrap()
        .replacen("\"cycle_time\": 30.0", "\"cycle_time\": 31.0", 1)
        .replacen("\"Cc\",", "\"Zz\",", 1)
        .replacen("\"break_burden\"", "\"no_such_kind\"", 1);
    assert_eq!(evaluate_flow(wrong.into_bytes()).failed(), 3);
}

#[test]
fn all_golden_cases_come_out_of_bpmn() {
    let result = evaluate(&files(GOLDEN.get_dir("media_flow").unwrap()), false).unwrap();
    let failures: Vec<_> = result
        .golden
        .iter()
        .filter(|case| !case.failures.is_empty())
        .collect();
    assert!(failures.is_empty(), "{failures:#?}");
    assert_eq!((result.passed(), result.failed()), (25, 0));
}

#[test]
fn a_wrong_expectation_fails() {
    let mut files = files(GOLDEN.get_dir("media_flow").unwrap());
    for (name, bytes) in &mut files {
        if name.ends_with("expected.json") {
            let text = String::from_utf8(bytes.clone()).unwrap();
            *bytes = text
                .replacen("\"per_case\": 1.0", "\"per_case\": 2.0", 1)
                .into_bytes();
        }
    }
    let result = evaluate(&files, false).unwrap();
    assert_eq!((result.passed(), result.failed()), (24, 1));
}

#[test]
fn every_rule_flags_and_passes_its_fixtures() {
    let mut wrong = Vec::new();
    for rule in rules::ALL {
        let dir = RULES
            .get_dir(rule.id)
            .unwrap_or_else(|| panic!("{} has no fixtures", rule.id));
        let (mut flags, mut passes) = (0, 0);
        for file in dir.files() {
            let name = file.path().file_name().unwrap().to_string_lossy().into_owned();
            let context = known_besides(rule.id);
            let analysis = crate::register::context::examine(file.contents(), &Limits::default(), &context)
                .unwrap()
                .analysis;
            let (_, checked) = crate::register::check(file.contents(), &Limits::default()).unwrap();
            let checked: Vec<_> = checked.into_iter().map(|checked| checked.finding).collect();
            let mut all = analysis
                .findings
                .iter()
                .chain(&analysis.model_findings)
                .chain(&checked);
            let found = all.any(|finding| finding.rule == rule.id);
            if name.starts_with("flags-") {
                flags += 1;
                if !found {
                    wrong.push(format!("{}: {name} shall be reported", rule.id));
                }
            } else {
                assert!(name.starts_with("passes-"), "{name}");
                passes += 1;
                if found {
                    wrong.push(format!("{}: {name} shall not be reported", rule.id));
                }
            }
        }
        assert!(
            flags > 0 && passes > 0,
            "{} needs fixtures of both sorts",
            rule.id
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What profile and organisation say where the fixtures of a rule stand; most rules need nothing but the file.
fn known_besides(rule: &str) -> Context {
    let nothing = Context::default();
    match rule {
        "weak-spot/single-point" => Context {
            leaving_share: Some(0.33),
            ..nothing
        },
        "weak-spot/legacy-channel-only" => Context {
            channels_in: [Channel::Post, Channel::OnlineService]
                .map(|channel| ChannelShare { channel, share: None })
                .into(),
            ..nothing
        },
        _ => nothing,
    }
}

#[test]
fn rules_that_need_more_than_the_file_are_silent_without_it() {
    for rule in ["weak-spot/single-point", "weak-spot/legacy-channel-only"] {
        for file in RULES.get_dir(rule).unwrap().files() {
            let analysis = crate::register::analyse(file.contents(), &Limits::default()).unwrap();
            assert!(
                analysis.model_findings.iter().all(|finding| finding.rule != rule),
                "{rule}"
            );
        }
    }
}

#[test]
fn labels_are_compared_by_element_and_kind() {
    let model = RULES
        .get_file("media-break/paper-to-digital/flags-typed.bpmn")
        .unwrap()
        .contents()
        .to_vec();
    let labels = |kind: &str| {
        format!(
            r#"{{"model":"m.bpmn","breaks":[{{"element":"step_1","kind":"{kind}"}}],
                "candidates":[{{"element":"step_1","accept":["{}"]}}]}}"#,
            SolutionClass::OnlineService.code()
        )
        .into_bytes()
    };
    let run = |kind: &str| {
        let files = [
            ("a/m.bpmn".to_owned(), model.clone()),
            ("a/m.labels.json".to_owned(), labels(kind)),
        ];
        evaluate(&files, false).unwrap().labelled.unwrap()
    };
    let right = run("paper-to-digital");
    assert_eq!((right.elements.f1(), right.kinds.f1()), (Some(1.0), Some(1.0)));
    assert!(right.misses.is_empty());
    let wrong = run("transport");
    assert_eq!((wrong.elements.f1(), wrong.kinds.f1()), (Some(1.0), Some(0.0)));
    assert_eq!(wrong.misses.len(), 2);
    assert_eq!(wrong.calibration.len(), 10);
}

#[test]
fn broken_or_missing_files_are_named() {
    let broken = evaluate(&[("x.json".to_owned(), b"{".to_vec())], false).unwrap_err();
    assert_eq!(broken.message.id, "evaluate-json");
    let labels = br#"{"model":"none.bpmn","breaks":[]}"#.to_vec();
    let missing = evaluate(&[("x.labels.json".to_owned(), labels)], false).unwrap_err();
    assert_eq!(missing.message.id, "evaluate-model-missing");
    assert_eq!(evaluate(&[], false).unwrap_err().message.id, "evaluate-nothing");
}
