//! `import`: tables of profiles, models, copies of a register, folders of them.

use super::INVALID;
use super::arguments::{Format, Import, ImportKind};
use super::files::{MODELS, ending, expand, read, shown};
use super::terminal::{Stop, Terminal};
use crate::domain::diagram::DiagramKind;
use crate::domain::message::Message;
use crate::domain::profile_text::empty_profile;
use crate::error::{Error, Result};
use crate::register::{
    Caller, ImportLine, KnownProcesses, Limits, Outcome, ProcessImport, Register, RegisterImport,
    UploadDiagram,
};
use crate::wire::{
    Fields, ImportLineJson, is_export, parse_object, read_export, read_profile, to_json_pretty,
};
use std::path::Path;

/// Largest table or copy in bytes (quality.md 2).
const LARGEST: usize = 200_000_000;

/// Endings of tables and copies.
const TABLE: &str = "csv";
const COPY: &str = "json";

/// Runs the command.
pub(super) fn run(
    data: &Path,
    options: &Import,
    terminal: &mut Terminal<'_>,
) -> std::result::Result<u8, Stop> {
    let mut endings = MODELS.to_vec();
    endings.extend([TABLE, COPY]);
    let files = expand(&options.files, &endings)?;
    // Who only asks what would happen leaves no trace, not even an empty register.
    let (register, caller) = if options.dry_run {
        terminal.open_beside_or_empty(data, &options.instance)?
    } else {
        terminal.open(data, &options.instance)?
    };
    let mut known = register.known_processes(&caller)?;
    let mut lines = Vec::new();
    for file in &files {
        let name = shown(file);
        match import(&register, &caller, &mut known, file, &name, options) {
            Ok(more) => lines.extend(more),
            Err(error) => lines.push(ImportLine::refused(&name, error)),
        }
    }
    match options.format {
        Format::Json => {
            let json: Vec<ImportLineJson> = lines
                .iter()
                .map(|line| ImportLineJson::new(line, terminal.lang))
                .collect();
            terminal.line(&to_json_pretty(&json))?;
        }
        Format::Text => {
            for line in &lines {
                tell(line, terminal)?;
            }
        }
    }
    let count = |outcome: Outcome| lines.iter().filter(|line| line.outcome == outcome).count();
    let refused = count(Outcome::Refused);
    terminal.message(
        &Message::new(if options.dry_run {
            "cli-import-would"
        } else {
            "cli-import-done"
        })
        .with("created", count(Outcome::Created))
        .with("changed", count(Outcome::Changed))
        .with("unchanged", count(Outcome::Unchanged))
        .with("refused", refused),
    );
    Ok(if refused > 0 { INVALID } else { 0 })
}

fn tell(line: &ImportLine, terminal: &mut Terminal<'_>) -> std::result::Result<(), Stop> {
    if let Some(error) = &line.error {
        let message = Message::new("cli-import-refused")
            .with("source", line.source.as_str())
            .with("why", error.message.clone());
        terminal.message(&message);
        for fault in &error.fields {
            let message = Message::new("cli-field")
                .with("field", fault.field.as_str())
                .with("what", fault.message.clone());
            terminal.message(&message);
        }
        return Ok(());
    }
    terminal.say(
        &Message::new("cli-import-line")
            .with("source", line.source.as_str())
            .with("number", line.number.as_str())
            .with_term("outcome", format!("cli-outcome-{}", line.outcome.code())),
    )?;
    for warning in &line.warnings {
        terminal.say(&Message::new("cli-warning").with("what", warning.clone()))?;
    }
    Ok(())
}

fn import(
    register: &Register,
    caller: &Caller,
    known: &mut KnownProcesses,
    path: &Path,
    name: &str,
    options: &Import,
) -> Result<Vec<ImportLine>> {
    let ending = ending(path);
    let kind = options.kind.or(match ending.as_str() {
        TABLE => Some(ImportKind::Profiles),
        COPY => Some(ImportKind::Copy),
        other if MODELS.contains(&other) => Some(ImportKind::AsIs),
        _ => None,
    });
    let dry_run = options.dry_run;
    match kind {
        None => Err(Error::invalid(
            Message::new("cli-import-unknown").with("ending", ending),
        )),
        Some(ImportKind::Profiles) => {
            let lines = register.import_table(caller, name, &read(path, LARGEST)?, dry_run)?;
            *known = register.known_processes(caller)?;
            Ok(lines)
        }
        Some(ImportKind::Copy) => {
            let object = parse_object(&read(path, LARGEST)?, LARGEST)?;
            let copy = if is_export(&object) {
                read_export(object)?
            } else {
                let mut fields = Fields::new(object);
                let profile = read_profile(&mut fields, empty_profile());
                fields.require("name", !profile.name.trim().is_empty());
                RegisterImport {
                    processes: vec![ProcessImport {
                        profile: fields.finish(profile)?,
                        diagrams: Vec::new(),
                        answers: Vec::new(),
                    }],
                    ..RegisterImport::default()
                }
            };
            let lines = register.import_copy(caller, name, &copy, dry_run)?;
            *known = register.known_processes(caller)?;
            Ok(lines)
        }
        Some(ImportKind::AsIs | ImportKind::ToBe) => {
            let upload = UploadDiagram {
                file_name: path
                    .file_name()
                    .map(|name| name.to_string_lossy().into_owned())
                    .unwrap_or_default(),
                kind: if kind == Some(ImportKind::ToBe) {
                    DiagramKind::ToBe
                } else {
                    DiagramKind::AsIs
                },
                bytes: read(path, Limits::default().bytes)?,
                note: String::new(),
            };
            Ok(vec![
                register.import_diagram(caller, known, name, &upload, dry_run)?,
            ])
        }
    }
}
