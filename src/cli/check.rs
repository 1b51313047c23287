//! `bpmn check`: whether files can be read, and what is odd about them.

use super::arguments::{Check, Format};
use super::files::{MODELS, expand, read, shown};
use super::terminal::{Stop, Terminal};
use super::timings;
use super::{NOT_FOUND, NOT_HELD};
use crate::domain::message::Message;
use crate::domain::warning::Warning;
use crate::error::{Error, Kind};
use crate::register::{self, Limits};
use crate::wire::{CheckJson, to_json_pretty};
use std::time::Instant;

/// Runs the command. Folders are walked as by `analyse`.
pub(super) fn run(options: &Check, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let usual = Limits::default();
    let limits = Limits {
        bytes: options.max_bytes.unwrap_or(usual.bytes),
        elements: options.max_elements.unwrap_or(usual.elements),
        ..usual
    };
    let (mut held, mut missing) = (true, false);
    let mut results = Vec::new();
    let mut times = Vec::new();
    for file in &expand(&options.files, &MODELS)? {
        let name = shown(file);
        let start = Instant::now();
        let outcome = read(file, limits.bytes).and_then(|bytes| register::check(bytes, &limits));
        if options.timings {
            times.push((timings::micros(start), name.clone()));
        }
        held &= outcome.is_ok();
        missing |= outcome.as_ref().is_err_and(|error| error.kind == Kind::NotFound);
        match options.format {
            Format::Json => results.push(CheckJson::new(&name, outcome.as_deref(), terminal.lang)),
            Format::Text => say(&name, &outcome, terminal)?,
        }
    }
    if options.format == Format::Json {
        terminal.line(&to_json_pretty(&results))?;
    }
    if options.timings {
        timings::say(times, terminal);
    }
    Ok(match (missing, held) {
        (true, _) => NOT_FOUND,
        (false, true) => 0,
        (false, false) => NOT_HELD,
    })
}

fn say(name: &str, outcome: &Result<Vec<Warning>, Error>, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    match outcome {
        Ok(warnings) if warnings.is_empty() => {
            terminal.say(&Message::new("cli-check-good").with("file", name))?;
        }
        Ok(warnings) => {
            for warning in warnings {
                let line = warning.line.map(|line| format!(":{line}")).unwrap_or_default();
                let text = terminal.lang.say(&warning.message);
                terminal.line(&format!("{name}{line}: {text} ({})", warning.code))?;
            }
        }
        Err(error) => {
            terminal.say(
                &Message::new("cli-check-failed")
                    .with("file", name)
                    .with("why", error.message.clone()),
            )?;
        }
    }
    Ok(())
}
