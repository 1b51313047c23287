//! `bpmn check`: what is wrong with files, the worst of each first.

use super::arguments::Format;
use super::files::{MODELS, expand, read, shown};
use super::terminal::{Stop, Terminal};
use super::{NOT_FOUND, NOT_HELD};
use crate::domain::hint::Severity;
use crate::domain::message::Message;
use crate::error::{Error, Kind};
use crate::register::{self, Checked, Limits};
use crate::wire::{CheckJson, to_json};
use std::path::PathBuf;

/// Runs the command. Exit code 6 where a file cannot be read or has an error; warnings and remarks are no error.
pub(super) fn run(
    paths: &[PathBuf],
    format: Format,
    limits: &Limits,
    terminal: &mut Terminal<'_>,
) -> Result<u8, Stop> {
    let files = expand(paths, &MODELS)?;
    let (mut held, mut missing) = (true, false);
    let mut counts = [0usize; Severity::ALL.len()];
    if format == Format::Json {
        write!(terminal.out, "[")?;
    }
    for (place, file) in files.iter().enumerate() {
        let name = shown(file);
        let outcome = read(file, limits.bytes).and_then(|bytes| register::check(&bytes, limits));
        match &outcome {
            Ok(checked) => {
                for (count, severity) in counts.iter_mut().zip(Severity::ALL) {
                    *count += checked.count(severity);
                }
                held &= checked.count(Severity::Error) == 0;
            }
            Err(error) => {
                held = false;
                missing |= error.kind == Kind::NotFound;
            }
        }
        match format {
            Format::Json => {
                let comma = if place == 0 { "\n" } else { ",\n" };
                let json = to_json(&CheckJson::new(&name, outcome.as_ref(), terminal.lang));
                write!(terminal.out, "{comma}{json}")?;
            }
            Format::Text => text(&name, &outcome, terminal)?,
        }
    }
    match format {
        Format::Json => writeln!(terminal.out, "\n]")?,
        Format::Text => {
            let [errors, warnings, remarks] = counts;
            terminal.message(
                &Message::new("cli-check-sum")
                    .with("files", files.len())
                    .with("errors", errors)
                    .with("warnings", warnings)
                    .with("remarks", remarks),
            );
        }
    }
    Ok(match (missing, held) {
        (true, _) => NOT_FOUND,
        (false, true) => 0,
        (false, false) => NOT_HELD,
    })
}

fn text(name: &str, outcome: &Result<Checked, Error>, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    let checked = match outcome {
        Ok(checked) => checked,
        Err(error) => {
            let message = Message::new("cli-check-failed")
                .with("file", name)
                .with("why", error.message.clone());
            return terminal.say(&message);
        }
    };
    if checked.hints.is_empty() && checked.warnings.is_empty() {
        return terminal.say(&Message::new("cli-check-good").with("file", name));
    }
    for hint in &checked.hints {
        let message = Message::new("cli-check-line")
            .with_term("severity", format!("severity-{}", hint.severity.code()))
            .with("what", hint.message.clone());
        line(name, hint.line, &message, hint.rule, terminal)?;
    }
    for warning in &checked.warnings {
        line(name, warning.line, &warning.message, &warning.code, terminal)?;
    }
    Ok(())
}

fn line(
    file: &str,
    line: Option<u32>,
    message: &Message,
    rule: &str,
    terminal: &mut Terminal<'_>,
) -> Result<(), Stop> {
    let line = line.map(|line| format!(":{line}")).unwrap_or_default();
    let sentence = terminal.lang.say(message);
    terminal.line(&format!("{file}{line}: {sentence} ({rule})"))
}
