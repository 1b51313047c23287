//! `backup`: one moment of the register as one file, also while it is served.

use super::arguments::{Backup, Format};
use super::terminal::{Stop, Terminal};
use crate::domain::message::Message;
use crate::register::Register;
use crate::wire::{BackupJson, to_json_pretty};
use std::path::Path;

/// Runs the command. Number and hash of the newest row of the log are the result: kept elsewhere, they prove later that
/// nothing was cut off (`verify --anchor`).
pub(super) fn run(data: &Path, options: &Backup, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let done = Register::open_beside(data)?.backup(&options.backup)?;
    if options.format == Format::Json {
        let json = BackupJson::new(&options.backup.display().to_string(), &done);
        terminal.line(&to_json_pretty(&json))?;
        return Ok(0);
    }
    terminal.say(
        &Message::new("cli-backup-done")
            .with("file", options.backup.display().to_string())
            .with("megabytes", done.bytes as f64 / 1e6)
            .with("sha256", done.sha256)
            .with("number", done.log_position.to_string())
            .with("hash", done.log_hash),
    )?;
    Ok(0)
}
