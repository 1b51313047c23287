//! Words of a town for the reading of labels.

use crate::analysis::wording::Lexicon;
use crate::domain::message::Message;
use crate::error::{Error, Result};

/// Largest file of words in bytes.
pub const LEXICON_BYTES: usize = 5_000_000;

/// The built-in words with those of a file (`docs/lexicon.md`) on top; `name` stands in errors.
///
/// # Errors
/// `Invalid` with line and reason where a row cannot be understood; `TooLarge`.
pub fn lexicon(name: &str, bytes: &[u8]) -> Result<Lexicon> {
    if bytes.len() > LEXICON_BYTES {
        return Err(Error::new(
            crate::error::Kind::TooLarge,
            Message::new("lexicon-large").with("file", name),
        ));
    }
    let text = std::str::from_utf8(bytes).map_err(|fault| {
        let before = bytes.get(..fault.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        refused(name, line as f64, Message::new("lexicon-encoding"))
    })?;
    Lexicon::extended(text).map_err(|fault| refused(name, fault.line as f64, fault.reason))
}

fn refused(name: &str, line: f64, reason: Message) -> Error {
    Error::invalid(
        Message::new("lexicon-refused")
            .with("file", name)
            .with("line", line)
            .with("reason", reason),
    )
}
