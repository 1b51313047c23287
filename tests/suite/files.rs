//! Sizes and manners of the files of the house.

use crate::support::{is_test_file, sources};

fn all() -> Vec<(String, String)> {
    [
        ("src", vec![".rs"]),
        ("tests", vec![".rs", ".mjs"]),
        ("templates", vec![".html"]),
        ("frontend/src", vec![".js", ".css"]),
    ]
    .into_iter()
    .flat_map(|(folder, endings)| sources(folder, &endings))
    .collect()
}

#[test]
fn no_file_is_longer_than_800_lines_and_nine_of_ten_are_below_400() {
    let mut sizes: Vec<(usize, String)> = all()
        .into_iter()
        .map(|(path, text)| (text.lines().count(), path))
        .collect();
    sizes.sort();
    let over: Vec<_> = sizes.iter().filter(|(lines, _)| *lines > 800).collect();
    assert!(over.is_empty(), "split by what changes together: {over:?}");
    let large = sizes.iter().filter(|(lines, _)| *lines >= 400).count();
    assert!(
        large * 10 <= sizes.len(),
        "{large} of {} files have 400 lines or more",
        sizes.len()
    );
    let median = sizes[sizes.len() / 2].0;
    assert!(
        median <= 150,
        "half of all files shall be near 100 lines, the median is {median}"
    );
}

#[test]
fn nothing_is_left_open_and_nobody_climbs_two_floors() {
    let marks = [
        "TO".to_owned() + "DO",
        "FIX".to_owned() + "ME",
        "todo".to_owned() + "!(",
        "#[ign".to_owned() + "ore",
    ];
    let climb = "super::".repeat(2);
    for (path, text) in all() {
        for mark in &marks {
            assert!(!text.contains(mark.as_str()), "{path} contains {mark}");
        }
        assert!(
            !text.contains(&climb),
            "{path} climbs two floors: name the module from the crate root"
        );
    }
}

#[test]
fn pure_modules_know_no_clock_no_disk_and_no_network() {
    const PURE: &[&str] = &[
        "domain", "text", "bpmn", "graph", "flow", "analysis", "drawing", "scoring", "exchange", "access",
        "wire",
    ];
    for (path, text) in sources("src", &[".rs"]) {
        let module = path.split('/').nth(1).unwrap_or_default();
        if !PURE.contains(&module) || is_test_file(&path) {
            continue;
        }
        let code = crate::support::code(&text);
        for word in [
            "std::fs",
            "std::net",
            "SystemTime::now",
            "Instant::now",
            "Timestamp::now",
            "getrandom",
            "std::env",
        ] {
            assert!(!code.contains(word), "{path}: {word} belongs to the edge");
        }
    }
}
