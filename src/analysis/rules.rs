//! The rules and their texts: what each reports, why it matters, an example, what to do.

use include_dir::{Dir, include_dir};

static TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/analysis/rules");

/// A rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// `family/slug`.
    pub id: &'static str,
    /// Names in research notes: `MB1`, `W01`.
    pub aliases: &'static [&'static str],
    /// The family: what stands before the slash.
    pub family: &'static str,
    /// How bad it is for the model.
    pub severity: Severity,
}

/// How bad a finding is for the model, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The model means something else than it shall, or cannot be worked with.
    Error,
    /// It can be misread.
    Warning,
    /// It could be better.
    Info,
}

impl Severity {
    /// Name in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

const fn media_break(id: &'static str, aliases: &'static [&'static str]) -> Rule {
    Rule {
        id,
        aliases,
        family: "media-break",
        severity: Severity::Info,
    }
}

const fn soundness(id: &'static str) -> Rule {
    Rule {
        id,
        aliases: &[],
        family: "soundness",
        severity: Severity::Error,
    }
}

const fn modelling(id: &'static str, severity: Severity) -> Rule {
    Rule {
        id,
        aliases: &[],
        family: "modelling",
        severity,
    }
}

const fn weak_spot(id: &'static str, aliases: &'static [&'static str]) -> Rule {
    Rule {
        id,
        aliases,
        family: "weak-spot",
        severity: Severity::Info,
    }
}

const fn structure(id: &'static str, severity: Severity) -> Rule {
    Rule {
        id,
        aliases: &[],
        family: "structure",
        severity,
    }
}

use Severity::{Error, Info, Warning};

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
    modelling("modelling/answers-at-gateway", Info),
    modelling("modelling/bare-label", Info),
    modelling("modelling/conditional-event", Warning),
    modelling("modelling/conditional-flows", Error),
    modelling("modelling/end-event-required", Error),
    modelling("modelling/event-based-gateway", Error),
    modelling("modelling/event-label-state", Info),
    modelling("modelling/event-sub-process-typed-start-event", Error),
    modelling("modelling/fake-join", Warning),
    modelling("modelling/global", Warning),
    modelling("modelling/label-duplicate", Info),
    modelling("modelling/label-placeholder", Warning),
    Rule {
        aliases: &["lane-unnamed"],
        ..modelling("modelling/label-required", Error)
    },
    modelling("modelling/label-sentence", Info),
    modelling("modelling/label-without-object", Info),
    modelling("modelling/label-without-verb", Info),
    modelling("modelling/link-event", Error),
    modelling("modelling/no-bpmndi", Error),
    modelling("modelling/no-complex-gateway", Error),
    modelling("modelling/no-disconnected", Error),
    modelling("modelling/no-duplicate-sequence-flows", Error),
    modelling("modelling/no-gateway-join-fork", Error),
    modelling("modelling/no-implicit-end", Error),
    modelling("modelling/no-implicit-split", Error),
    modelling("modelling/no-implicit-start", Error),
    modelling("modelling/no-inclusive-gateway", Warning),
    modelling("modelling/no-overlapping-elements", Warning),
    modelling("modelling/noun-style", Info),
    modelling("modelling/one-action-per-step", Info),
    modelling("modelling/question-at-gateway", Info),
    modelling("modelling/role-not-person", Warning),
    modelling("modelling/single-blank-start-event", Error),
    modelling("modelling/single-event-definition", Error),
    modelling("modelling/standard-size", Info),
    modelling("modelling/start-event-required", Error),
    modelling("modelling/sub-process-blank-start-event", Error),
    modelling("modelling/superfluous-gateway", Warning),
    modelling("modelling/superfluous-label", Warning),
    modelling("modelling/superfluous-termination", Warning),
    soundness("soundness/dead-activity"),
    soundness("soundness/deadlock"),
    soundness("soundness/improper-end"),
    soundness("soundness/livelock"),
    soundness("soundness/unsafe"),
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
    structure("structure/well-formed", Error),
    structure("structure/wrong-reference", Error),
    weak_spot("weak-spot/archive-by-hand", &["W28"]),
    weak_spot("weak-spot/batch", &["W16"]),
    weak_spot("weak-spot/check-without-outcome", &["W10"]),
    weak_spot("weak-spot/fax", &["W21"]),
    weak_spot("weak-spot/information-only", &["W11"]),
    weak_spot("weak-spot/late-completeness-check", &["W15"]),
    weak_spot("weak-spot/late-knock-out", &["W12"]),
    weak_spot("weak-spot/legacy-channel-only", &["W30"]),
    weak_spot("weak-spot/manual-calculation", &["W22"]),
    weak_spot("weak-spot/manual-routing", &["W19"]),
    weak_spot("weak-spot/manual-timer", &["W18"]),
    weak_spot("weak-spot/missing-input", &["W24"]),
    weak_spot("weak-spot/parallel-writes", &["W25"]),
    weak_spot("weak-spot/parallelisable", &["W13"]),
    weak_spot("weak-spot/ping-pong", &["W07"]),
    weak_spot("weak-spot/print-and-scan", &["W01"]),
    weak_spot("weak-spot/release-chain", &["W08"]),
    weak_spot("weak-spot/repeated-check", &["W09"]),
    weak_spot("weak-spot/rework-loop", &["W14"]),
    weak_spot("weak-spot/same-fragment", &["W29"]),
    weak_spot("weak-spot/second-look-same-lane", &["W27"]),
    weak_spot("weak-spot/shadow-list", &["W04"]),
    weak_spot("weak-spot/single-point", &["W26"]),
    weak_spot("weak-spot/structured-arrival-degraded", &["W05"]),
    weak_spot("weak-spot/typed-twice", &["W03"]),
    weak_spot("weak-spot/unused-data", &["W23"]),
    weak_spot("weak-spot/wait-without-reminder", &["W17"]),
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
    fn aliases_lead_to_their_rule() {
        assert_eq!(find("mb1").unwrap().id, "media-break/paper-to-digital");
        assert_eq!(find("W02").unwrap().id, "media-break/signature-loop");
        assert_eq!(find("transport").unwrap().id, "media-break/transport");
        assert_eq!(find("MB99"), None);
    }
}
