//! x
use super::Diagram;
use crate::domain::message::Message;
use crate::domain::warning::Warning;

/// Limits of the reader (quality.md 2, design.md 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// XML elements.
    pub elements: usize,
    /// Depth of nesting.
    pub depth: usize,
    /// Attributes per start tag.
    pub attributes: usize,
    /// Namespace declarations per file.
    pub namespaces: usize,
    /// Characters of a name.
    pub name: usize,
    /// Characters of a documentation text.
    pub documentation: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            bytes: 20_000_000,
            elements: 250_000,
            depth: 256,
            attributes: 256,
            namespaces: 256,
            name: 4_000,
            documentation: 100_000,
        }
    }
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadError {
    /// Stable code, kebab-case.
    pub code: String,
    /// Line, from 1, where it is known.
    pub line: Option<u32>,
    /// True where a limit on size was passed.
    pub too_large: bool,
    /// What, where, what to do.
    pub message: Message,
}

/// Reads a file.
pub fn read(_bytes: &[u8], _limits: &Limits) -> Result<(Diagram, Vec<Warning>), ReadError> {
    todo!()
}
