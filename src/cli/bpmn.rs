//! `bpmn …`: tools on single files.

use super::arguments::Bpmn;
use super::check;
use super::files::{ending, read, write};
use super::terminal::{Stop, Terminal};
use crate::domain::message::Message;
use crate::error::Error;
use crate::register::{self, Limits, PictureMarks};
use std::path::Path;

/// Runs a tool.
pub(super) fn run(tool: &Bpmn, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let limits = Limits::default();
    match tool {
        Bpmn::Check(options) => check::run(options, terminal),
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
            output,
        } => {
            if output.as_os_str() != "-" && ending(output) != "svg" {
                return Err(Error::invalid(Message::new("cli-picture-ending")).into());
            }
            let marks = if *findings {
                PictureMarks::Findings
            } else {
                PictureMarks::None
            };
            let bytes = read(file, limits.bytes)?;
            let svg = register::picture(&bytes, &limits, marks, terminal.lang)?;
            put(output, svg.as_bytes(), terminal)
        }
        Bpmn::Narrate { file } => {
            let bytes = read(file, limits.bytes)?;
            let text = register::narrate(&bytes, &limits, terminal.lang)?;
            terminal.line(text.trim_end())?;
            Ok(0)
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
