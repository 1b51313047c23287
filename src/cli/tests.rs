//! Commands in process: exit codes and what is printed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::execute;
use crate::domain::time::Timestamp;
use std::ffi::OsString;
use std::io::{Error, ErrorKind, Write};
use std::path::Path;

const NOW: Timestamp = Timestamp(1_790_000_000_000);

const MODEL: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
  <bpmn:process id="p" name="Straße räumen">
    <bpmn:startEvent id="s"/><bpmn:userTask id="a" name="Antrag ausdrucken"/><bpmn:endEvent id="e"/>
    <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="e"/>
  </bpmn:process>
</bpmn:definitions>
"#;

struct Done {
    code: u8,
    out: String,
    err: String,
}

fn run(arguments: &[&str]) -> Done {
    let mut all = vec![OsString::from("prozessregister")];
    all.extend(arguments.iter().map(OsString::from));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = execute(&all, None, NOW, &mut out, &mut err);
    Done {
        code,
        out: String::from_utf8_lossy(&out).into_owned(),
        err: String::from_utf8_lossy(&err).into_owned(),
    }
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn usage_errors_are_2_and_help_is_0() {
    assert_eq!(run(&["gibtsnicht"]).code, 2);
    assert_eq!(run(&["analyse"]).code, 2);
    let help = run(&["--lang", "en", "--help"]);
    assert_eq!(help.code, 0);
    assert!(help.out.contains("Finds media breaks"));
    assert!(run(&["--help"]).out.contains("Medienbrüche"));
}

#[test]
fn analyse_answers_every_file_and_says_2_if_one_was_refused() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("b")).unwrap();
    std::fs::write(folder.path().join("b/gut.bpmn"), MODEL).unwrap();
    std::fs::write(folder.path().join("a.xml"), "<html/>").unwrap();
    std::fs::write(folder.path().join("c.txt"), "nichts").unwrap();
    let done = run(&["analyse", text(folder.path()), "--format", "json", "--timings"]);
    assert_eq!(done.code, 2);
    let files: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    let files = files.as_array().unwrap();
    assert_eq!(files.len(), 2);
    assert_eq!(files[0]["accepted"], false);
    assert_eq!(files[0]["errors"].as_array().unwrap().len(), 1);
    assert_eq!(files[1]["accepted"], true);
    assert_eq!(files[1]["process"]["activities"], 1);
    assert!(done.err.contains("µs"));
    let good = run(&["analyse", text(&folder.path().join("b/gut.bpmn"))]);
    assert_eq!(good.code, 0);
    assert!(good.out.contains("Straße räumen"));
    let missing = run(&[
        "analyse",
        "--format",
        "json",
        text(&folder.path().join("nirgends.bpmn")),
    ]);
    assert_eq!(missing.code, 2);
    assert!(missing.out.contains("\"accepted\":false"));
}

#[test]
fn the_shape_of_an_analysis_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("gut.bpmn");
    std::fs::write(&file, MODEL).unwrap();
    let done = run(&["analyse", text(&file), "--format", "json"]);
    let files: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    let keys =
        |value: &serde_json::Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
    assert_eq!(
        keys(&files[0]),
        [
            "file",
            "accepted",
            "warnings",
            "process",
            "processes",
            "findings",
            "notes",
            "candidates",
            "soundness",
            "metrics",
            "times",
            "micros"
        ]
    );
    assert_eq!(
        keys(&files[0]["process"]),
        [
            "name",
            "language",
            "activities",
            "coverage",
            "verdict",
            "breaks_per_case"
        ]
    );
}

#[test]
fn a_table_is_taken_over_and_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let table = folder.path().join("prozesse.csv");
    std::fs::write(
        &table,
        "\u{feff}Nummer;Name;Fälle pro Jahr;Bearbeitungszeit in Minuten;Auslöser;Farbe\r\n\
         1;=1+1;1.200;7,5;-;rot\r\n2;Akte anlegen;;;Antrag;blau\r\n3;Akte schließen;viele;;;\r\n",
    )
    .unwrap();
    let dry = run(&["--data", text(&data), "import", "--dry-run", text(&table)]);
    assert_eq!(dry.code, 2);
    let first = run(&["--data", text(&data), "import", text(&table)]);
    assert_eq!(first.code, 2, "row 3 has no number of cases");
    assert!(first.err.contains("prozesse.csv:4"), "{}", first.err);
    let csv = run(&["--data", text(&data), "export", "--format", "csv", "-o", "-"]);
    assert_eq!(csv.code, 0);
    let rows: Vec<&str> = csv.out.lines().collect();
    assert_eq!(rows.len(), 3);
    assert!(rows[1].starts_with("1;'=1+1;"), "{}", rows[1]);
    assert!(
        rows[1].contains(";1200;;estimated;7,5;;estimated;"),
        "{}",
        rows[1]
    );
    let again = folder.path().join("wieder.csv");
    std::fs::write(&again, &csv.out).unwrap();
    let unchanged = run(&["--data", text(&data), "import", "--format", "json", text(&again)]);
    assert_eq!(unchanged.code, 0);
    let lines: serde_json::Value = serde_json::from_str(&unchanged.out).unwrap();
    assert!(
        lines
            .as_array()
            .unwrap()
            .iter()
            .all(|line| line["outcome"] == "unchanged")
    );
    let json = run(&["--data", text(&data), "export", "--format", "json", "-o", "-"]);
    let copy: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(copy["processes"][0]["name"], "=1+1");
    assert_eq!(copy["processes"][0]["trigger"], "not_applicable");
}

#[test]
fn a_model_makes_a_process_and_a_copy_carries_it_over() {
    let folder = tempfile::tempdir().unwrap();
    let (here, there) = (folder.path().join("hier"), folder.path().join("dort"));
    let file = folder.path().join("modell.bpmn");
    std::fs::write(&file, MODEL).unwrap();
    assert_eq!(run(&["--data", text(&here), "import", text(&file)]).code, 0);
    let again = run(&["--data", text(&here), "import", text(&file)]);
    assert!(again.out.contains("unverändert"), "{}", again.out);
    let copy = folder.path().join("kopie.json");
    let exported = run(&["--data", text(&here), "export", "-o", text(&copy)]);
    assert_eq!(exported.code, 0);
    assert!(
        std::fs::read_to_string(&copy)
            .unwrap()
            .contains("Antrag ausdrucken")
    );
    assert_eq!(run(&["--data", text(&there), "import", text(&copy)]).code, 0);
    let both = [&here, &there].map(|data| {
        let out = run(&["--data", text(data), "export", "--format", "csv", "-o", "-"]).out;
        assert!(out.contains("Straße räumen"));
        out
    });
    assert_eq!(both[0], both[1]);
    std::fs::write(&file, "<definitions").unwrap();
    let broken = run(&["--data", text(&folder.path().join("leer")), "import", text(&file)]);
    assert_eq!(broken.code, 2);
    let none = run(&[
        "--data",
        text(&folder.path().join("leer")),
        "export",
        "--format",
        "json",
        "-o",
        "-",
    ]);
    let none: serde_json::Value = serde_json::from_str(&none.out).unwrap();
    assert_eq!(
        none["processes"].as_array().unwrap().len(),
        0,
        "no part of a refused file is stored"
    );
}

#[test]
fn accounts_and_tokens() {
    let folder = tempfile::tempdir().unwrap();
    let data = text(folder.path());
    let added = run(&["--data", data, "user", "add", "erika", "--role", "analyst"]);
    assert_eq!(added.code, 0, "{}", added.err);
    assert_eq!(added.out.trim().len(), 20, "the made-up password is the result");
    assert_eq!(run(&["--data", data, "user", "add", "erika"]).code, 5);
    assert_eq!(
        run(&["--data", data, "user", "add", "otto", "--role", "koenig"]).code,
        2
    );
    let list = run(&["--data", data, "user", "list"]);
    assert_eq!(list.out.lines().count(), 1);
    assert!(list.out.contains("erika"));
    let token = run(&["--data", data, "token", "add", "erika"]);
    assert!(token.out.trim().len() > 20);
    assert_eq!(run(&["--data", data, "token", "revoke", "1"]).code, 0);
    assert_eq!(run(&["--data", data, "token", "list"]).out, "");
    assert_eq!(run(&["--data", data, "user", "disable", "niemand"]).code, 4);
}

#[test]
fn unknown_things_are_4_and_unknown_kinds_are_2() {
    assert_eq!(run(&["explain", "gibt-es-nicht"]).code, 4);
    assert_eq!(run(&["explain", "MB1"]).code, 0);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bild.svg");
    std::fs::write(&file, "<svg/>").unwrap();
    let data = folder.path().join("data");
    assert_eq!(run(&["--data", text(&data), "import", text(&file)]).code, 2);
    assert_eq!(run(&["bpmn", "check", text(&file)]).code, 6);
    assert_eq!(run(&["bpmn", "check", "nirgends.bpmn"]).code, 4);
}

#[test]
fn facts_and_names_are_spliced_in() {
    let folder = tempfile::tempdir().unwrap();
    let (file, named, annotated) = (
        folder.path().join("a.bpmn"),
        folder.path().join("b.bpmn"),
        folder.path().join("c.bpmn"),
    );
    std::fs::write(&file, MODEL).unwrap();
    let rename = run(&[
        "bpmn",
        "rename",
        text(&file),
        "--element",
        "a",
        "--name",
        "Antrag lesen",
        "-o",
        text(&named),
    ]);
    assert_eq!(rename.code, 0, "{}", rename.err);
    assert_eq!(
        std::fs::read_to_string(&named).unwrap(),
        MODEL.replace("Antrag ausdrucken", "Antrag lesen")
    );
    let annotate = |set: &str| {
        run(&[
            "bpmn",
            "annotate",
            text(&file),
            "--element",
            "a",
            "--set",
            set,
            "-o",
            text(&annotated),
        ])
        .code
    };
    assert_eq!(annotate("work.handlingMinutes=7"), 0);
    assert!(
        std::fs::read_to_string(&annotated)
            .unwrap()
            .contains("handlingMinutes=\"7\"")
    );
    assert_eq!(annotate("work.handlingMinutes"), 2);
    let picture = run(&["bpmn", "picture", text(&file), "-o", "-"]);
    assert!(picture.out.starts_with("<"), "{}", picture.err);
    let words = run(&["bpmn", "narrate", text(&file)]);
    assert!(words.out.contains("Antrag ausdrucken"));
    let words = run(&["bpmn", "narrate", text(&file), "--format", "json"]);
    assert!(words.out.contains("\"kind\": \"step\""), "{}", words.out);
}

#[test]
fn lists_of_steps_become_models_and_models_lists() {
    let folder = tempfile::tempdir().unwrap();
    let (table, model, back) = (
        folder.path().join("antrag.csv"),
        folder.path().join("antrag.bpmn"),
        folder.path().join("zurück.csv"),
    );
    std::fs::write(&table, "Schritt;Art\nAntrag lesen;Tanz\n").unwrap();
    let steps = |from, to| run(&["bpmn", "steps", text(from), "-o", text(to)]);
    let refused = steps(&table, &model);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("Zeile 2, Spalte „Art“"), "{}", refused.err);
    assert!(!model.exists());
    std::fs::write(&table, "Schritt;Rolle\nAntrag lesen;Amt\n").unwrap();
    assert_eq!(steps(&table, &model).code, 0);
    assert!(
        std::fs::read_to_string(&model)
            .unwrap()
            .contains("name=\"antrag\"")
    );
    assert_eq!(steps(&model, &back).code, 0);
    assert!(
        std::fs::read_to_string(&back)
            .unwrap()
            .contains("1;Antrag lesen;Amt;Schritt")
    );
}

/// An output whose reader has gone.
struct Gone;

impl Write for Gone {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(Error::from(ErrorKind::BrokenPipe))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Err(Error::from(ErrorKind::BrokenPipe))
    }
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    for arguments in [&["openapi"][..], &["--help"][..]] {
        let mut all = vec![OsString::from("prozessregister")];
        all.extend(arguments.iter().map(OsString::from));
        let mut err = Vec::new();
        assert_eq!(execute(&all, None, NOW, &mut Gone, &mut err), 0);
        assert!(err.is_empty());
    }
}
