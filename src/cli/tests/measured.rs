//! `analyse`, `evaluate` and `bpmn compare`: words of a town, figures as JSON.

use super::{MODEL, run, text};
use std::path::Path;

const HEADING: &str = "list,class,lang,match,term,confidence,exclude";

fn write(folder: &Path, name: &str, content: &str) -> std::path::PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path
}

#[test]
fn words_of_a_file_change_what_is_found_and_its_faults_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let model = write(folder.path(), "modell.bpmn", MODEL);
    let found = |extra: &[&str]| run(&[&["analyse", "--format", "json", text(&model)], extra].concat());
    assert!(found(&[]).out.contains("digital-to-paper"));
    let words = write(
        folder.path(),
        "wörter.csv",
        &format!("{HEADING}\n# bei uns nur auf dem Bildschirm\nverb,judge,de,verb,aus|druck,0.9,\n"),
    );
    let own = found(&["--lexicon", text(&words)]);
    assert_eq!(own.code, 0, "{}", own.err);
    assert!(
        !own.out.contains("\"kind\": \"digital-to-paper\"")
            && !own.out.contains("\"kind\":\"digital-to-paper\""),
        "{}",
        own.out
    );
    let broken = write(
        folder.path(),
        "falsch.csv",
        &format!("{HEADING}\nverb,tanzen,de,verb,tanz,0.9,\n"),
    );
    let refused = found(&["--lexicon", text(&broken)]);
    assert_eq!(refused.code, 2);
    assert!(
        refused.err.contains("falsch.csv") && refused.err.contains("Zeile 2"),
        "{}",
        refused.err
    );
    assert!(
        refused.err.contains("tanzen") && refused.out.is_empty(),
        "{}",
        refused.err
    );
    let latin = folder.path().join("latin.csv");
    std::fs::write(
        &latin,
        [HEADING.as_bytes(), b"\nverb,print,de,verb,dr\xfcck,0.9,\n"].concat(),
    )
    .unwrap();
    let refused = found(&["--lexicon", text(&latin)]);
    assert_eq!(refused.code, 2);
    assert!(
        refused.err.contains("Zeile 2") && refused.err.contains("UTF-8"),
        "{}",
        refused.err
    );
}

#[test]
fn an_evaluation_is_printed_as_json() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "m.bpmn", MODEL);
    let labels = |kind: &str| {
        format!(
            r#"{{"model":"m.bpmn","breaks":[{{"element":"a","kind":"{kind}","why":"liegt digital vor"}}]}}"#
        )
    };
    write(folder.path(), "m.labels.json", &labels("digital-to-paper"));
    let right = run(&["evaluate", text(folder.path()), "--format", "json"]);
    assert_eq!(right.code, 0, "{}", right.err);
    let read: serde_json::Value = serde_json::from_str(&right.out).unwrap();
    let labelled = &read["labelled"];
    assert_eq!(labelled["models"], 1);
    assert_eq!(labelled["kinds"]["hits"], 1);
    assert_eq!(labelled["kinds"]["f1"], 1.0);
    assert_eq!(labelled["per_kind"]["digital-to-paper"]["recall"], 1.0);
    assert_eq!(labelled["calibration"].as_array().unwrap().len(), 10);
    assert!(labelled["failures"].as_array().unwrap().is_empty());
    assert!(read["golden"].is_null());

    write(folder.path(), "m.labels.json", &labels("transport"));
    let wrong = run(&["evaluate", text(folder.path()), "--format", "json"]);
    let read: serde_json::Value = serde_json::from_str(&wrong.out).unwrap();
    assert_eq!(read["labelled"]["kinds"]["f1"], 0.0);
    assert_eq!(read["labelled"]["elements"]["f1"], 1.0);
    let failures = read["labelled"]["failures"].as_array().unwrap();
    let whats: Vec<&str> = failures
        .iter()
        .map(|miss| miss["what"].as_str().unwrap())
        .collect();
    assert_eq!(whats, ["false-alarm", "missed"]);
    assert_eq!(failures[1]["why"], "liegt digital vor");

    // Without a break there is no F1.
    write(
        folder.path(),
        "m.bpmn",
        &MODEL.replace("Antrag ausdrucken", "Antrag prüfen"),
    );
    write(
        folder.path(),
        "m.labels.json",
        r#"{"model":"m.bpmn","breaks":[]}"#,
    );
    let none = run(&["evaluate", text(folder.path()), "--format", "json"]);
    let read: serde_json::Value = serde_json::from_str(&none.out).unwrap();
    assert!(read["labelled"]["kinds"]["f1"].is_null(), "{}", none.out);
}

#[test]
fn a_comparison_says_what_each_step_contributes_to_the_times() {
    let folder = tempfile::tempdir().unwrap();
    let timed = |minutes: &str| {
        let work = format!(
            "name=\"Antrag ausdrucken\"><bpmn:extensionElements><pr:work xmlns:pr=\"urn:prozessregister:bpmn:1\" \
             handlingMinutes=\"{minutes}\"/></bpmn:extensionElements></bpmn:userTask>"
        );
        MODEL.replace("name=\"Antrag ausdrucken\"/>", &work)
    };
    let old = write(folder.path(), "ist.bpmn", &timed("6"));
    let new = write(folder.path(), "soll.bpmn", &timed("2.5"));
    let plain = write(folder.path(), "ohne.bpmn", MODEL);
    let times = |from: &Path, to: &Path| {
        let done = run(&["bpmn", "compare", text(from), text(to), "--format", "json"]);
        let read: serde_json::Value = serde_json::from_str(&done.out).unwrap();
        read["times"].clone()
    };
    let found = times(&old, &new);
    assert_eq!(found["old"]["handling_minutes"], 6.0);
    assert_eq!(found["new"]["handling_minutes"], 2.5);
    assert_eq!(found["steps"][0]["handling_minutes"], -3.5);
    assert_eq!(found["steps"][0]["by_minutes"], -3.5);
    assert_eq!(found["steps"][0]["by_frequency"], 0.0);
    let unknown = times(&old, &plain);
    assert!(unknown["new"]["handling_minutes"].is_null(), "{unknown}");
    assert!(unknown["steps"][0]["handling_minutes"].is_null(), "{unknown}");
    assert_eq!(unknown["unknown_steps"], 1);
}
