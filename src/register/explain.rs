//! The texts of rules, questions, solution classes and legal questions: the same on page, API and command line.

use crate::domain::candidate::Gate;
use crate::domain::question::QuestionSet;
use crate::error::Result;
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
pub fn explain(id: &str, lang: Lang) -> Result<Explanation> {
    todo!()
}

/// The questions in force.
pub fn questions() -> QuestionSet {
    todo!()
}

/// The legal questions.
pub fn gates() -> Vec<Gate> {
    todo!()
}
