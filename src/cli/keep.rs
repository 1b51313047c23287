//! `backup`, `restore`, `verify`: copies of the register, and whether it is whole.

use super::NOT_HELD;
use super::arguments::{Backup, Restore};
use super::terminal::{Stop, Terminal};
use crate::domain::message::Message;
use crate::register::{self, Verified};
use std::path::Path;

/// Copies the register to a new file.
pub(super) fn backup(data: &Path, options: &Backup, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let copied = register::backup(data, &options.output)?;
    terminal.say(
        &Message::new("cli-backup-done")
            .with("file", options.output.display().to_string())
            .with("hash", copied.sha256.as_str()),
    )?;
    holds(&copied.holds, terminal)?;
    Ok(0)
}

/// Puts a copy back.
pub(super) fn restore(data: &Path, options: &Restore, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let (verified, aside) = register::restore(data, &options.file)?;
    terminal.say(&Message::new("cli-restore-done").with("folder", data.display().to_string()))?;
    if let Some(aside) = aside {
        terminal.say(&Message::new("cli-restore-aside").with("file", aside.display().to_string()))?;
    }
    holds(&verified, terminal)?;
    Ok(0)
}

/// Checks the register.
pub(super) fn verify(data: &Path, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let verified = register::verify(data)?;
    for fault in &verified.faults {
        terminal.say(&register::fault_message(fault))?;
    }
    if verified.faults.is_empty() {
        terminal.say(&Message::new("cli-verify-good"))?;
        holds(&verified, terminal)?;
        return Ok(0);
    }
    Ok(NOT_HELD)
}

/// The newest hash is to be kept elsewhere: without it nobody sees that the end of the log was cut off.
fn holds(verified: &Verified, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    terminal.say(
        &Message::new("cli-verify-holds")
            .with("schema", verified.schema)
            .with("models", verified.models)
            .with("position", verified.log_position.to_string())
            .with("hash", verified.newest_hash.as_str()),
    )
}
