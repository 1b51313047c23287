//! What rules say of the way a model is drawn, grouped by rule: one line per rule, the sentences folded away below.

use crate::domain::finding::Finding;
use crate::domain::message::Message;
use crate::register::{Severity, explain, hints, severity};
use crate::web::frame::Frame;

/// Sentences shown per rule; the rest is counted.
const MOST: usize = 50;

/// Families that are about the model, not about the process.
const FAMILIES: [&str; 2] = ["modelling", "soundness"];

/// Rules that only repeat what each drawing tool decides for all its models, so that nobody at a page could do anything
/// about them; `bpmn check` reports them.
const OF_TOOLS: [&str; 1] = ["modelling/standard-size"];

/// What one rule says of a model.
pub(super) struct Remarks {
    /// Title of the rule.
    pub title: String,
    /// Its page.
    pub address: String,
    /// How much it matters, in words.
    pub severity: String,
    /// How often.
    pub count: usize,
    /// What helps, one piece of advice each.
    pub advice: Vec<String>,
    /// The sentences.
    pub sentences: Vec<String>,
    /// "and 12 more", or empty.
    pub more: String,
}

impl Remarks {
    /// All remarks by rule, the worst first, then in the order of the model.
    pub(super) fn all(f: &Frame, findings: &[Finding]) -> Vec<Remarks> {
        let mut groups: Vec<(Severity, &str, Vec<&Finding>)> = Vec::new();
        for finding in findings.iter().filter(|finding| {
            FAMILIES.contains(&finding.family()) && !OF_TOOLS.contains(&finding.rule.as_str())
        }) {
            let rule = finding.rule.as_str();
            match groups.iter_mut().find(|(_, known, _)| *known == rule) {
                Some((_, _, list)) => list.push(finding),
                None => groups.push((severity(rule), rule, vec![finding])),
            }
        }
        groups.sort_by_key(|(severity, _, _)| *severity);
        groups
            .into_iter()
            .map(|(severity, rule, list)| Remarks::of(f, severity, rule, &list))
            .collect()
    }

    fn of(f: &Frame, severity: Severity, rule: &str, findings: &[&Finding]) -> Remarks {
        let further = findings.len().saturating_sub(MOST);
        Remarks {
            title: explain(rule, f.lang).map_or_else(|_| rule.to_owned(), |text| text.title),
            address: format!("/help/{rule}"),
            severity: f.t(&format!("severity-{}", severity.code())),
            count: findings.len(),
            advice: hints(rule, f.lang),
            sentences: findings
                .iter()
                .take(MOST)
                .map(|finding| f.say(&finding.message))
                .collect(),
            more: if further > 0 {
                f.say(&Message::new("web-hints-more").with("count", further))
            } else {
                String::new()
            },
        }
    }
}
