//! `bpmn …`: tools on single files.

use super::arguments::{Bpmn, Format, StoryFormat};
use super::files::{MODELS, ending, expand, read, shown, write};
use super::terminal::{Stop, Terminal};
use super::{NOT_FOUND, NOT_HELD};
use crate::domain::message::Message;
use crate::domain::warning::Warning;
use crate::error::{Error, Kind};
use crate::register::{self, Checked, Limits, PictureMarks, Severity};
use crate::wire::{CheckJson, StoryJson, to_json_pretty};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Runs a tool.
pub(super) fn run(tool: &Bpmn, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let limits = Limits::default();
    match tool {
        Bpmn::Check {
            files,
            format,
            max_megabytes,
            max_elements,
            timings,
        } => {
            let raised = Limits {
                bytes: max_megabytes.map_or(limits.bytes, |most| most as usize * 1_000_000),
                elements: max_elements.unwrap_or(limits.elements),
                ..limits
            };
            check(files, *format, &raised, *timings, terminal)
        }
        Bpmn::Rename {
            file,
            element,
            name,
            output,
        } => {
            let bytes = read(file, limits.bytes)?;
            let changed = register::rename(&bytes, &limits, element, name)?;
            put(output, &changed, terminal)
        }
        Bpmn::Annotate {
            file,
            element,
            set,
            add,
            output,
        } => {
            let sets = set
                .iter()
                .map(|pair| named(pair))
                .collect::<Result<Vec<_>, Stop>>()?;
            let bytes = read(file, limits.bytes)?;
            let changed = register::annotate(&bytes, &limits, element, &sets, add)?;
            put(output, &changed, terminal)
        }
        Bpmn::Picture {
            file,
            findings,
            scale,
            output,
        } => {
            let pixels = match ending(output).as_str() {
                "png" => true,
                "svg" => false,
                _ if output.as_os_str() == "-" => false,
                _ => return Err(Error::invalid(Message::new("cli-picture-ending")).into()),
            };
            let marks = if *findings {
                PictureMarks::Findings
            } else {
                PictureMarks::None
            };
            let bytes = read(file, limits.bytes)?;
            let picture = if pixels {
                register::picture_pixels(&bytes, &limits, marks, *scale, terminal.lang)?
            } else {
                register::picture(&bytes, &limits, marks, terminal.lang)?.into_bytes()
            };
            put(output, &picture, terminal)
        }
        Bpmn::Layout { file, all, output } => {
            let bytes = read(file, limits.bytes)?;
            put(output, &register::layout(&bytes, &limits, *all)?, terminal)
        }
        Bpmn::Compare { old, new, format } => super::compare::run(old, new, *format, terminal),
        Bpmn::Narrate { file, format } => {
            let bytes = read(file, limits.bytes)?;
            let story = register::narrate(&bytes, &limits, terminal.lang)?;
            let text = match format {
                StoryFormat::Text => story.plain(),
                StoryFormat::Markdown => story.markdown(),
                StoryFormat::Json => {
                    let steps = register::steps(&bytes, &limits)?;
                    to_json_pretty(&StoryJson::new(&story, &steps, terminal.lang))
                }
            };
            terminal.line(text.trim_end())?;
            Ok(0)
        }
        Bpmn::Steps { file, name, output } => {
            let bytes = read(file, limits.bytes)?;
            if MODELS.contains(&ending(file).as_str()) {
                let (table, notes) = register::steps_of_model(&bytes, &limits, terminal.lang)?;
                for note in &notes {
                    terminal.message(note);
                }
                return put(output, &table, terminal);
            }
            let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
            let name = name.clone().or(stem).unwrap_or_default();
            let model = register::model_of_steps(&bytes, &name, &limits)?;
            put(output, &model, terminal)
        }
    }
}

fn named(pair: &str) -> Result<(String, String), Stop> {
    match pair.split_once('=') {
        Some((name, value)) => Ok((name.trim().to_owned(), value.to_owned())),
        None => Err(Error::invalid(Message::new("cli-set-form").with("given", pair)).into()),
    }
}

fn put(output: &Path, bytes: &[u8], terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    if output.as_os_str() == "-" {
        terminal.out.write_all(bytes)?;
    } else {
        write(output, bytes)?;
    }
    Ok(0)
}

fn check(
    paths: &[PathBuf],
    format: Format,
    limits: &Limits,
    timings: bool,
    terminal: &mut Terminal<'_>,
) -> Result<u8, Stop> {
    let (mut held, mut missing) = (true, false);
    let mut spent = Duration::ZERO;
    let mut size = 0;
    let mut results = Vec::new();
    for file in &expand(paths, &MODELS)? {
        let name = shown(file);
        let bytes = read(file, limits.bytes);
        size += bytes.as_ref().map_or(0, Vec::len);
        let started = Instant::now();
        let outcome = bytes.and_then(|bytes| register::check(&bytes, limits));
        spent += started.elapsed();
        held &= outcome
            .as_ref()
            .is_ok_and(|(_, checked)| checked.iter().all(|checked| checked.severity != Severity::Error));
        missing |= outcome.as_ref().is_err_and(|error| error.kind == Kind::NotFound);
        match format {
            Format::Json => results.push(CheckJson::new(&name, outcome.as_ref(), terminal.lang)),
            Format::Text => report(&name, &outcome, terminal)?,
        }
    }
    if format == Format::Json {
        terminal.line(&to_json_pretty(&results))?;
    }
    if timings {
        terminal.message(
            &Message::new("cli-check-timings")
                .with("megabytes", size as f64 / 1e6)
                .with("seconds", spent.as_secs_f64()),
        );
    }
    Ok(match (missing, held) {
        (true, _) => NOT_FOUND,
        (false, true) => 0,
        (false, false) => NOT_HELD,
    })
}

/// One line for each thing that is odd: file, line of the file, sentence, rule.
fn report(
    name: &str,
    outcome: &Result<(Vec<Warning>, Vec<Checked>), Error>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Stop> {
    let (warnings, checked) = match outcome {
        Ok(found) => found,
        Err(error) => {
            let why = error.message.clone();
            return terminal.say(
                &Message::new("cli-check-failed")
                    .with("file", name)
                    .with("why", why),
            );
        }
    };
    if warnings.is_empty() && checked.is_empty() {
        return terminal.say(&Message::new("cli-check-good").with("file", name));
    }
    let place = |line: Option<u32>| line.map(|line| format!(":{line}")).unwrap_or_default();
    for warning in warnings {
        let text = terminal.lang.say(&warning.message);
        terminal.line(&format!(
            "{name}{}: {text} ({})",
            place(warning.line),
            warning.code
        ))?;
    }
    for checked in checked {
        let text = terminal.lang.say(&checked.finding.message);
        let severity = terminal
            .lang
            .text(&format!("severity-{}", checked.severity.code()));
        let rule = &checked.finding.rule;
        terminal.line(&format!(
            "{name}{}: {severity}: {text} ({rule})",
            place(checked.line)
        ))?;
    }
    Ok(())
}
