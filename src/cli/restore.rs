//! `restore`: a backup becomes the register of the folder.

use super::arguments::Restore;
use super::terminal::{Stop, Terminal};
use crate::domain::message::Message;
use crate::register;
use std::path::Path;

/// Runs the command.
pub(super) fn run(data: &Path, options: &Restore, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let restored = register::restore(data, &options.backup_file, options.without_manifest, terminal.now)?;
    terminal.message(
        &Message::new("cli-restore-done")
            .with("number", restored.verified.log_position.to_string())
            .with("hash", restored.verified.log_hash),
    );
    if let Some(kept) = restored.kept {
        terminal.message(&Message::new("cli-restore-kept").with("file", kept.display().to_string()));
    }
    Ok(0)
}
