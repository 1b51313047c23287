//! Names that a tool gave, or that somebody meant to replace.

use super::model::Model;
use super::report::Report;

/// Words that name kinds of elements, in German and English.
#[rustfmt::skip]
const KINDS: &[&str] = &[
    "activity", "aktivität", "aufgabe", "bahn", "benutzeraufgabe", "call activity", "end event", "endereignis",
    "endevent", "ereignis", "errorend", "event", "exclusive gateway", "gateway", "inclusive gateway",
    "intermediate event", "lane", "parallel gateway", "participant", "pool", "process", "prozess",
    "prozessschritt", "schritt", "sequence flow", "service task", "start event", "startereignis", "startevent",
    "step", "sub process", "sub-process", "subprocess", "task", "teilprozess", "terminateendevent",
    "unterprozess", "user task", "zwischenereignis",
];

/// Words that say that there is no name yet.
#[rustfmt::skip]
const EMPTY: &[&str] = &[
    "?", "??", "???", "n.n.", "nn", "tbd", "tba", "xxx", "xx", "todo", "offen", "platzhalter", "…", "...",
];

/// `label-placeholder`.
pub fn check(model: &Model<'_>, report: &mut Report) {
    for (_, element) in model.elements() {
        if is_placeholder(&element.name) {
            report.add("modelling/label-placeholder", element);
        }
    }
}

/// True for `Task 1`, `Unnamed Lane`, `Neue Aktivität`, `???`.
pub fn is_placeholder(name: &str) -> bool {
    let lower = name.to_lowercase();
    let plain = lower.trim_matches(|letter: char| {
        letter.is_ascii_digit() || letter.is_whitespace() || matches!(letter, '_' | '-' | '(' | ')')
    });
    if plain.is_empty() {
        return false;
    }
    let first = [
        "unnamed ",
        "untitled ",
        "unbenannte ",
        "unbenannter ",
        "unbenanntes ",
        "new ",
        "neue ",
        "neuer ",
        "neues ",
    ];
    let kind = first
        .iter()
        .find_map(|word| plain.strip_prefix(word))
        .unwrap_or(plain);
    KINDS.contains(&kind) || EMPTY.contains(&plain)
}

#[cfg(test)]
mod tests {
    #[test]
    fn placeholders_are_known() {
        for name in [
            "Task 1",
            "Unnamed Lane",
            "Neue Aktivität",
            "3 ???",
            "Exclusive Gateway",
            "Lane_2",
            "TBD",
        ] {
            assert!(super::is_placeholder(name), "{name}");
        }
        for name in [
            "Antrag prüfen",
            "Task Force",
            "",
            "7",
            "Prozess freigeben",
            "14 Tage",
        ] {
            assert!(!super::is_placeholder(name), "{name}");
        }
    }
}
