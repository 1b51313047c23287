//! The texts of rules, questions, solution classes and legal questions: the same on page, API and command line.

use crate::analysis::rules;
use crate::domain::candidate::Gate;
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
    let found = [rule, question].into_iter().find_map(|source| source(id, lang));
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
    Vec::new()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn rules_and_questions_are_explained_in_both_languages() {
        for lang in Lang::ALL {
            let rule = explain("MB7", lang).unwrap();
            assert_eq!(rule.id, "media-break/signature-loop");
            assert!(!rule.title.is_empty() && !rule.title.starts_with('#'));
            assert!(!explain("3a", lang).unwrap().title.is_empty());
        }
        assert_eq!(explain("nothing", Lang::De).unwrap_err().kind, Kind::NotFound);
    }
}
