//! The texts of rules, questions, solution classes and legal questions: the same on page, API and command line.

use crate::analysis::{candidates, gates, rules};
use crate::domain::candidate::{Gate, SolutionClass};
use crate::domain::message::Message;
use crate::domain::question::QuestionSet;
use crate::error::{Error, Kind, Result};
use crate::scoring;
use crate::text::Lang;

/// A text about a rule, question, class or gate.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// Canonical id (`media-break/paper-to-digital`, `3a`, `interface`, `G03`).
    pub id: String,
    /// First heading.
    pub title: String,
    /// Markdown.
    pub text: String,
}

/// The text of a rule, question, class or gate. Aliases (`MB1`, `W02`) are understood.
///
/// # Errors
/// `NotFound` where nothing has this name.
pub fn explain(id: &str, lang: Lang) -> Result<Explanation> {
    let id = id.trim();
    let found = [rule, question, class, gate]
        .into_iter()
        .find_map(|source| source(id, lang));
    found.ok_or_else(|| Error::new(Kind::NotFound, Message::new("explain-unknown").with("id", id)))
}

fn rule(id: &str, lang: Lang) -> Option<Explanation> {
    let rule = rules::find(id)?;
    Some(explanation(rule.id, rules::text(rule, lang.code())?))
}

fn question(id: &str, lang: Lang) -> Option<Explanation> {
    let set = scoring::question_set();
    let question = set
        .questions
        .iter()
        .find(|question| question.id.eq_ignore_ascii_case(id))?;
    let text = scoring::text(&question.id, lang.code())?;
    Some(explanation(&question.id, &text.markdown))
}

fn class(id: &str, lang: Lang) -> Option<Explanation> {
    let class = SolutionClass::ALL
        .into_iter()
        .find(|class| class.code().eq_ignore_ascii_case(id))?;
    Some(explanation(
        class.code(),
        candidates::text(class.code(), lang.code())?,
    ))
}

fn gate(id: &str, lang: Lang) -> Option<Explanation> {
    let gate = gates::all()
        .into_iter()
        .find(|gate| gate.id.eq_ignore_ascii_case(id))?;
    Some(explanation(&gate.id, gates::text(&gate.id, lang.code())?))
}

/// The first heading is the title.
fn explanation(id: &str, markdown: &str) -> Explanation {
    Explanation {
        id: id.to_owned(),
        title: markdown
            .lines()
            .next()
            .unwrap_or_default()
            .trim_start_matches('#')
            .trim()
            .to_owned(),
        text: markdown.to_owned(),
    }
}

/// Ids of all rules, in the order of the list.
pub fn rule_ids() -> Vec<&'static str> {
    rules::ALL.iter().map(|rule| rule.id).collect()
}

/// The questions in force.
pub fn questions() -> QuestionSet {
    scoring::question_set()
}

/// The legal questions.
pub fn gates() -> Vec<Gate> {
    gates::all()
}

/// What can be done about a finding of a rule: the points under the last heading of its text.
pub fn hints(rule: &str, lang: Lang) -> Vec<String> {
    let text = rules::find(rule).and_then(|rule| rules::text(rule, lang.code()));
    let last = text
        .and_then(|text| text.rsplit("\n## ").next())
        .unwrap_or_default();
    let points = last.lines().filter_map(|line| line.strip_prefix("- "));
    points.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn everything_is_explained_in_both_languages() {
        for lang in Lang::ALL {
            let rule = explain("MB7", lang).unwrap();
            assert_eq!(rule.id, "media-break/signature-loop");
            assert!(!rule.title.is_empty() && !rule.title.starts_with('#'));
            assert!(!explain("3a", lang).unwrap().title.is_empty());
            for rule in rule_ids() {
                assert!(explain(rule, lang).is_ok(), "{rule}");
            }
            for class in SolutionClass::ALL {
                let text = explain(class.code(), lang).unwrap();
                assert!(!text.title.is_empty(), "{}", class.code());
            }
            for gate in gates::all() {
                assert_eq!(explain(&gate.id.to_lowercase(), lang).unwrap().id, gate.id);
            }
        }
        assert_eq!(explain("nothing", Lang::De).unwrap_err().kind, Kind::NotFound);
    }
}
