//! The rules and their texts: what each reports, why it matters, an example, what to do.

use crate::domain::hint::Severity::{self, Error, Info, Warning};
use include_dir::{Dir, include_dir};

static TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/analysis/rules");

/// A rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// `family/slug`.
    pub id: &'static str,
    /// Further names: those of research notes (`MB1`, `W01`), former ids. The slug alone is understood, too, so the names
    /// of bpmnlint are (`label-required`).
    pub aliases: &'static [&'static str],
    /// The family: what stands before the slash.
    pub family: &'static str,
    /// How much a hint of this rule matters; `None` for rules about the process itself (media breaks).
    pub severity: Option<Severity>,
}

const fn media_break(id: &'static str, aliases: &'static [&'static str]) -> Rule {
    Rule {
        id,
        aliases,
        family: "media-break",
        severity: None,
    }
}

const fn structure(id: &'static str, severity: Severity) -> Rule {
    Rule {
        id,
        aliases: &[],
        family: "structure",
        severity: Some(severity),
    }
}

const fn modelling(id: &'static str, severity: Severity) -> Rule {
    Rule {
        id,
        aliases: &[],
        family: "modelling",
        severity: Some(severity),
    }
}

/// All rules, sorted by id.
pub const ALL: &[Rule] = &[
    media_break("media-break/digital-to-paper", &["MB2"]),
    media_break("media-break/document-to-system", &["MB5"]),
    media_break("media-break/duplicate-filing", &["MB8", "W06"]),
    media_break("media-break/oral-capture", &["MB4"]),
    media_break("media-break/paper-to-digital", &["MB1"]),
    media_break("media-break/signature-loop", &["MB7", "W02"]),
    media_break("media-break/system-to-system", &["MB3"]),
    media_break("media-break/transport", &["MB6", "W20"]),
    modelling("modelling/abbreviation", Info),
    modelling("modelling/ad-hoc-sub-process", Error),
    modelling("modelling/conditional-event", Warning),
    modelling("modelling/conditional-flows", Warning),
    modelling("modelling/end-event-required", Warning),
    modelling("modelling/event-based-gateway", Error),
    modelling("modelling/event-label-state", Info),
    modelling("modelling/event-sub-process-typed-start-event", Error),
    modelling("modelling/fake-join", Warning),
    modelling("modelling/gateway-outcomes", Warning),
    modelling("modelling/gateway-question", Info),
    modelling("modelling/global", Warning),
    modelling("modelling/label-duplicate", Info),
    modelling("modelling/label-noun-style", Info),
    modelling("modelling/label-placeholder", Warning),
    Rule {
        aliases: &["lane-unnamed"],
        ..modelling("modelling/label-required", Warning)
    },
    modelling("modelling/label-sentence", Info),
    modelling("modelling/label-two-actions", Info),
    modelling("modelling/label-vague-verb", Info),
    modelling("modelling/label-without-object", Info),
    modelling("modelling/label-without-verb", Info),
    modelling("modelling/lane-person", Warning),
    modelling("modelling/link-event", Error),
    modelling("modelling/no-bpmndi", Warning),
    modelling("modelling/no-complex-gateway", Info),
    modelling("modelling/no-disconnected", Warning),
    modelling("modelling/no-duplicate-sequence-flows", Warning),
    modelling("modelling/no-gateway-join-fork", Warning),
    modelling("modelling/no-implicit-end", Warning),
    modelling("modelling/no-implicit-split", Warning),
    modelling("modelling/no-implicit-start", Warning),
    modelling("modelling/no-inclusive-gateway", Info),
    modelling("modelling/no-overlapping-elements", Warning),
    modelling("modelling/single-blank-start-event", Warning),
    modelling("modelling/single-event-definition", Info),
    modelling("modelling/standard-size", Info),
    modelling("modelling/start-event-required", Warning),
    modelling("modelling/sub-process-blank-start-event", Error),
    modelling("modelling/superfluous-gateway", Info),
    modelling("modelling/superfluous-label", Info),
    modelling("modelling/superfluous-termination", Info),
    structure("structure/bad-value", Error),
    structure("structure/dangling-reference", Error),
    structure("structure/declaration", Error),
    structure("structure/duplicate-id", Error),
    structure("structure/misplaced-element", Error),
    structure("structure/missing-attribute", Error),
    structure("structure/missing-element", Error),
    structure("structure/undeclared-prefix", Error),
    structure("structure/unknown-attribute", Error),
    structure("structure/unknown-element", Error),
    structure("structure/unresolved-name", Warning),
    structure("structure/wrong-reference", Error),
];

/// The rule with exactly this id.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    let place = ALL.binary_search_by_key(&id, |rule| rule.id).ok()?;
    ALL.get(place)
}

/// The rule with this id, slug or alias; upper and lower case are the same.
pub fn find(name: &str) -> Option<&'static Rule> {
    let wanted = name.trim();
    ALL.iter().find(|rule| {
        let slug = rule.id.split_once('/').map_or(rule.id, |(_, slug)| slug);
        rule.id.eq_ignore_ascii_case(wanted)
            || slug.eq_ignore_ascii_case(wanted)
            || rule
                .aliases
                .iter()
                .any(|alias| alias.eq_ignore_ascii_case(wanted))
    })
}

/// The Markdown text of a rule in a language (`de`, `en`).
pub fn text(rule: &Rule, language: &str) -> Option<&'static str> {
    TEXTS
        .get_file(format!("{}.{language}.md", rule.id))?
        .contents_utf8()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn rules_are_sorted_and_named_by_their_family() {
        assert!(ALL.is_sorted_by_key(|rule| rule.id));
        assert!(
            ALL.iter()
                .all(|rule| rule.id.starts_with(&format!("{}/", rule.family)))
        );
        let mut aliases: Vec<&str> = ALL.iter().flat_map(|rule| rule.aliases.iter().copied()).collect();
        let count = aliases.len();
        aliases.sort_unstable();
        aliases.dedup();
        assert_eq!(aliases.len(), count);
    }

    #[test]
    fn every_rule_has_both_texts_with_the_same_parts() {
        let sections = |text: &str| text.lines().filter(|line| line.starts_with("## ")).count();
        for rule in ALL {
            let (german, english) = (text(rule, "de").unwrap(), text(rule, "en").unwrap());
            assert!(
                german.starts_with("# ") && english.starts_with("# "),
                "{}",
                rule.id
            );
            assert_eq!((sections(german), sections(english)), (4, 4), "{}", rule.id);
        }
        let files: usize = TEXTS.dirs().map(|family| family.files().count()).sum();
        assert_eq!(files, ALL.len() * 2, "no text without a rule");
    }

    #[test]
    fn slugs_are_unique_and_every_id_is_found() {
        let mut slugs: Vec<&str> = ALL
            .iter()
            .map(|rule| rule.id.split_once('/').unwrap().1)
            .collect();
        let count = slugs.len();
        slugs.sort_unstable();
        slugs.dedup();
        assert_eq!(slugs.len(), count);
        for rule in ALL {
            assert_eq!(by_id(rule.id), Some(rule));
            assert_eq!(
                rule.severity.is_none(),
                rule.family == "media-break",
                "{}",
                rule.id
            );
        }
    }

    #[test]
    fn aliases_lead_to_their_rule() {
        assert_eq!(find("mb1").unwrap().id, "media-break/paper-to-digital");
        assert_eq!(find("W02").unwrap().id, "media-break/signature-loop");
        assert_eq!(find("transport").unwrap().id, "media-break/transport");
        assert_eq!(find("label-required").unwrap().id, "modelling/label-required");
        assert_eq!(find("lane-unnamed").unwrap().id, "modelling/label-required");
        assert_eq!(find("MB99"), None);
    }
}
