//! `bpmn compare`: what is different between two models.

use super::arguments::Format;
use super::files::read;
use super::terminal::{Stop, Terminal};
use crate::domain::message::Message;
use crate::register::{self, Limits};
use crate::wire::{ComparisonJson, to_json_pretty};
use std::path::Path;

/// Runs the command.
pub(super) fn run(old: &Path, new: &Path, format: Format, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let limits = Limits::default();
    let (old, new) = (read(old, limits.bytes)?, read(new, limits.bytes)?);
    let compared = register::compare(&old, &new, &limits)?;
    if format == Format::Json {
        terminal.line(&to_json_pretty(&ComparisonJson::new(&compared, terminal.lang)))?;
        return Ok(0);
    }
    if compared.changes.is_empty() {
        terminal.say(&Message::new("compare-same"))?;
        return Ok(0);
    }
    terminal.say(
        &Message::new("compare-length")
            .with("edits", compared.edits)
            .with("elements", compared.changes.len()),
    )?;
    for change in &compared.changes {
        let line = change.line(terminal.lang);
        terminal.line(&format!("{:>4}  {line}", change.symbol()))?;
    }
    Ok(0)
}
