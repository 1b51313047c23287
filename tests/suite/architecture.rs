//! Who may know whom (ARCHITECTURE.md) and which library is at home where.

use crate::support::{code, is_test_file, root, sources};
use std::collections::{BTreeMap, BTreeSet};

/// Module → modules it may use. The order has no circle: each line uses only lines above it.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("text", &["domain"]),
    ("bpmn", &["domain"]),
    ("graph", &["bpmn", "domain"]),
    ("flow", &["graph", "domain"]),
    // Rules about models look at the typed diagram, never at XML (docs/adr/0012).
    ("analysis", &["bpmn", "graph", "flow", "domain"]),
    ("drawing", &["bpmn", "graph", "text", "domain"]),
    ("scoring", &["domain"]),
    ("exchange", &["bpmn", "drawing", "text", "domain"]),
    ("access", &["domain"]),
    ("store", &["domain"]),
    (
        "error",
        &[
            "domain", "text", "bpmn", "graph", "analysis", "drawing", "scoring", "exchange", "access",
            "store",
        ],
    ),
    (
        "register",
        &[
            "domain", "text", "bpmn", "graph", "flow", "analysis", "drawing", "scoring", "exchange",
            "access", "store", "error",
        ],
    ),
    ("wire", &["domain", "error", "register", "text"]),
    ("web", &["access", "domain", "error", "register", "text", "wire"]),
    (
        "cli",
        &["access", "domain", "error", "register", "text", "wire", "web"],
    ),
];

/// Library → the modules that name it.
const HOMES: &[(&str, &[&str])] = &[
    ("argon2", &["access"]),
    ("askama", &["web"]),
    ("askama_web", &["web"]),
    ("axum", &["web"]),
    ("clap", &["cli"]),
    // Tables of people are read in `exchange`, the word lists inside the program in `analysis` (docs/adr/0010).
    ("csv", &["analysis", "exchange"]),
    ("encoding_rs", &["bpmn"]),
    ("fluent_bundle", &["text"]),
    // Tables by ids (docs/adr/0015)
    ("foldhash", &["bpmn", "domain"]),
    ("hashbrown", &["bpmn"]),
    ("hyper_util", &["web"]),
    ("jiff", &["domain"]),
    ("mimalloc", &["main"]),
    ("petgraph", &["graph"]),
    ("quick_xml", &["bpmn"]),
    ("resvg", &["drawing"]),
    ("rusqlite", &["store"]),
    ("rusqlite_migration", &["store"]),
    ("rust_stemmers", &["domain"]),
    ("rust_xlsxwriter", &["exchange"]),
    ("serde", &["exchange", "wire"]),
    ("serde_json", &["exchange", "wire"]),
    ("sha2", &["domain"]),
    ("subtle", &["access"]),
    ("tokio", &["web"]),
    ("tower", &["web"]),
    ("tower_http", &["web"]),
    ("unic_langid", &["text"]),
    ("utoipa", &["web", "wire"]),
    ("utoipa_axum", &["web"]),
];

fn module_of(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
}

/// Words that follow `crate::` in a text, also those in `use crate::{a, b::c}`.
fn used_modules(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for part in text.split("crate::").skip(1) {
        if let Some(list) = part.strip_prefix('{') {
            let (mut depth, mut word) = (0, String::new());
            for c in list.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        found.insert(std::mem::take(&mut word));
                    }
                    c if depth == 0 && !c.is_whitespace() => word.push(c),
                    _ => {}
                }
            }
            found.insert(word);
        } else {
            found.insert(
                part.chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect(),
            );
        }
    }
    found
        .into_iter()
        .map(|word| word.split("::").next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn imports_follow_the_table() {
    let table: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut wrong = Vec::new();
    for (path, text) in sources("src", &[".rs"]) {
        let module = module_of(&path);
        if ["lib", "main"].contains(&module) || is_test_file(&path) {
            continue;
        }
        let allowed = table
            .get(module)
            .unwrap_or_else(|| panic!("{path}: module {module} is not in the table"));
        for used in used_modules(&code(&text)) {
            if used != module && table.contains_key(used.as_str()) && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{path}: {module} may not use {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_has_no_circle() {
    for (index, (module, uses)) in MAY_USE.iter().enumerate() {
        for used in *uses {
            let above = MAY_USE.iter().position(|(other, _)| other == used);
            assert!(
                above.is_some_and(|above| above < index),
                "{module} uses {used}, which does not stand above it"
            );
        }
    }
}

#[test]
fn the_table_stands_in_the_documentation() {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for (module, uses) in MAY_USE {
        let row = text
            .lines()
            .find(|line| line.starts_with(&format!("| `{module}` |")));
        let row = row.unwrap_or_else(|| panic!("ARCHITECTURE.md has no row for {module}"));
        let may = row.split('|').nth(3).unwrap_or_default();
        for used in *uses {
            let named = may.contains(&format!("`{used}`")) || may.contains("all above");
            assert!(named, "ARCHITECTURE.md: {module} may use {used}");
        }
    }
}

#[test]
fn libraries_stay_at_home() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src", &[".rs"]) {
        let module = module_of(&path);
        if is_test_file(&path) {
            continue;
        }
        let code = code(&text);
        for (library, homes) in HOMES {
            let named = code.lines().any(|line| {
                let line = line.trim_start();
                line.starts_with(&format!("use {library}::"))
                    || line.starts_with(&format!("pub use {library}"))
                    || line.match_indices(&format!("{library}::")).any(|(at, _)| {
                        !line[..at]
                            .ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '.')
                    })
            });
            if named && !homes.contains(&module) {
                wrong.push(format!("{path}: {library} is at home in {}", homes.join(", ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_dependency_has_a_home_or_is_free() {
    /// Small helpers that any module may name.
    const FREE: &[&str] = &[
        "getrandom",
        "include_dir",
        "thiserror",
        "tracing",
        "tracing-subscriber",
    ];
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let section = manifest
        .split("[dependencies]")
        .nth(1)
        .unwrap()
        .split("\n[")
        .next()
        .unwrap();
    for line in section
        .lines()
        .filter(|line| line.contains('=') && !line.starts_with('#'))
    {
        let name = line.split('=').next().unwrap().trim();
        let known = HOMES
            .iter()
            .any(|(library, _)| *library == name.replace('-', "_"))
            || FREE.contains(&name);
        assert!(known, "{name} has no home in tests/suite/architecture.rs");
    }
}
