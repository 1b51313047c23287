//! Hints on a model, grouped by rule: one line per rule, the sentences folded away below.

use crate::domain::hint::Hint;
use crate::domain::message::Message;
use crate::register::explain;
use crate::web::frame::Frame;

/// Sentences shown per rule; the rest is counted.
const MOST: usize = 50;

/// What one rule says of a model.
pub(super) struct HintGroup {
    /// Title of the rule.
    pub title: String,
    /// Its page.
    pub address: String,
    /// How much it matters, in words.
    pub severity: String,
    /// How often.
    pub count: usize,
    /// What to do.
    pub fix: String,
    /// The sentences.
    pub sentences: Vec<String>,
    /// "and 12 more", or empty.
    pub more: String,
}

impl HintGroup {
    /// All hints by rule, the worst first. The hints are sorted like that already.
    pub(super) fn all(f: &Frame, hints: &[Hint]) -> Vec<HintGroup> {
        let mut groups: Vec<(&'static str, Vec<&Hint>)> = Vec::new();
        for hint in hints {
            match groups.iter_mut().find(|(rule, _)| *rule == hint.rule) {
                Some((_, list)) => list.push(hint),
                None => groups.push((hint.rule, vec![hint])),
            }
        }
        groups
            .into_iter()
            .filter_map(|(rule, list)| HintGroup::of(f, rule, &list))
            .collect()
    }

    fn of(f: &Frame, rule: &str, hints: &[&Hint]) -> Option<HintGroup> {
        let first = hints.first()?;
        let further = hints.len().saturating_sub(MOST);
        Some(HintGroup {
            title: explain(rule, f.lang).map_or_else(|_| rule.to_owned(), |text| text.title),
            address: format!("/help/{rule}"),
            severity: f.t(&format!("severity-{}", first.severity.code())),
            count: hints.len(),
            fix: f.say(&first.fix),
            sentences: hints.iter().take(MOST).map(|hint| f.say(&hint.message)).collect(),
            more: if further > 0 {
                f.say(&Message::new("web-hints-more").with("count", further))
            } else {
                String::new()
            },
        })
    }
}
