//! `verify`: whether the register is whole, also while it is served.

use super::NOT_HELD;
use super::arguments::{Format, Verify};
use super::terminal::{Stop, Terminal};
use crate::domain::message::Message;
use crate::error::Error;
use crate::register::{self, Anchor};
use crate::wire::{VerifiedJson, to_json_pretty};
use std::path::Path;

/// Runs the command; 6 where something does not hold.
pub(super) fn run(data: &Path, options: &Verify, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let anchor = options.anchor.as_deref().map(anchor).transpose()?;
    let verified = register::verify(data, anchor.as_ref())?;
    let code = if verified.faults.is_empty() { 0 } else { NOT_HELD };
    if options.format == Format::Json {
        let json = VerifiedJson::new(&verified, terminal.lang);
        terminal.line(&to_json_pretty(&json))?;
        return Ok(code);
    }
    for fault in &verified.faults {
        terminal.say(fault)?;
    }
    let id = if code == 0 {
        "cli-verify-sound"
    } else {
        "cli-verify-unsound"
    };
    terminal.say(
        &Message::new(id)
            .with("processes", verified.processes)
            .with("diagrams", verified.diagrams)
            .with("number", verified.log_position.to_string())
            .with("hash", verified.log_hash),
    )?;
    Ok(code)
}

/// `NUMBER:HASH`, as `backup` and `verify` print it.
fn anchor(text: &str) -> Result<Anchor, Error> {
    let parsed = text.split_once(':').and_then(|(number, hash)| {
        let hash = hash.trim().to_ascii_lowercase();
        let whole = hash.len() == 64 && hash.chars().all(|c| c.is_ascii_hexdigit());
        let number = number.trim().parse().ok()?;
        whole.then_some(Anchor { number, hash })
    });
    parsed.ok_or_else(|| Error::invalid(Message::new("cli-verify-anchor").with("given", text)))
}
