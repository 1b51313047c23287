//! Templates mirror routes; none is an orphan, none is missing.

use crate::support::{root, sources};

#[test]
fn no_template_is_an_orphan() {
    let rust = sources("src/web", &[".rs"])
        .into_iter()
        .map(|(_, text)| text)
        .collect::<String>();
    let templates = sources("templates", &[".html", ".svg"]);
    let html: String = templates.iter().map(|(_, text)| text.as_str()).collect();
    for (path, _) in &templates {
        let name = path.strip_prefix("templates/").unwrap();
        let quoted = format!("\"{name}\"");
        assert!(
            rust.contains(&quoted) || html.contains(&quoted),
            "{path} is used by nobody"
        );
    }
}

#[test]
fn fragments_start_with_an_underscore_and_are_included_only() {
    let rust = sources("src/web", &[".rs"])
        .into_iter()
        .map(|(_, text)| text)
        .collect::<String>();
    for (path, _) in sources("templates", &[".html"]) {
        let name = path.rsplit('/').next().unwrap();
        if name.starts_with('_') {
            assert!(
                !rust.contains(&format!("path = \"{}\"", path.trim_start_matches("templates/"))),
                "{path} is a page"
            );
        }
    }
    assert!(root().join("templates/layout.html").exists());
}

#[test]
fn templates_hold_no_scripts_and_no_styles_of_their_own() {
    for (path, text) in sources("templates", &[".html"]) {
        for forbidden in [
            " style=\"",
            " onclick=",
            " onchange=",
            " onsubmit=",
            "<style",
            "|safe",
        ] {
            let allowed = forbidden == "|safe" && text.contains("{# safe:");
            assert!(
                allowed || !text.contains(forbidden),
                "{path} contains {forbidden}: the content security policy refuses it"
            );
        }
    }
}
