//! Oddities of a file that did not keep us from reading it.

use super::message::Message;

/// What is odd, where, and (in words) what to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    /// Stable code, kebab-case.
    pub code: String,
    /// Line in the file, from 1.
    pub line: Option<u32>,
    /// Element id, where there is one.
    pub element: Option<String>,
    /// The sentence.
    pub message: Message,
}
