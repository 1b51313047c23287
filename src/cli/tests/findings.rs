//! Ten findings of the demo town as `analyse` prints them: `docs/findings.md`.

use super::{run, text};
use std::path::Path;

const HEAD: &str = "# Ten findings of the demo town

As `prozessregister --lang de analyse fixtures/demo/models/…` prints them: one of each of the first ten as-is models with findings, the place in
the list moving on by one from model to model. A test compares this page with the program;
`WRITE_FIXTURES=1 cargo test --lib ten_findings` writes it anew.
";

/// The findings of one model with what follows each of them.
fn findings(printed: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in printed.lines() {
        let number = line.split_once(". ").map(|(number, _)| number);
        let first = number.is_some_and(|number| number.parse::<usize>().is_ok());
        if first {
            found.push(line.to_owned());
        } else if line.starts_with("   ")
            && let Some(last) = found.last_mut()
        {
            last.push_str(&format!("\n{line}"));
        }
    }
    found
}

#[test]
fn ten_findings_read_as_the_page_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut models: Vec<_> = std::fs::read_dir(root.join("fixtures/demo/models"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with("-ist.bpmn"))
        .collect();
    models.sort();
    let mut page = HEAD.to_owned();
    let mut shown = 0;
    for model in models {
        let printed = run(&["--lang", "de", "analyse", text(&model)]).out;
        let all = findings(&printed);
        if all.is_empty() || shown == 10 {
            continue;
        }
        let chosen = &all[shown % all.len()];
        let name = printed.lines().nth(1).unwrap().split(": ").next().unwrap();
        page.push_str(&format!("\n## {name}\n\n```\n{chosen}\n```\n"));
        shown += 1;
        // What a reader with only the model needs: a reason in the very words of the model.
        let source = std::fs::read_to_string(&model).unwrap().replace("&#10;", " ");
        for line in chosen
            .lines()
            .filter(|line| line.starts_with("   weil: Beschriftung"))
        {
            let words = line.split_once('„').unwrap().1.trim_end_matches('“');
            assert!(source.contains(&words.replace('&', "&amp;")), "{words}");
        }
        assert!(
            chosen.contains("   weil: ") || chosen.contains("Schwachstelle"),
            "{chosen}"
        );
    }
    assert_eq!(shown, 10);
    let path = root.join("docs/findings.md");
    if std::env::var_os("WRITE_FIXTURES").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), page);
}
