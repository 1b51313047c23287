//! `export`: the profiles as a table, or everything people told the register as JSON.

use super::arguments::{Export, ExportFormat};
use super::files::{ending, write};
use super::terminal::{Stop, Terminal};
use crate::domain::message::Message;
use crate::error::Error;
use crate::register::TableFormat;
use crate::wire::export_json;
use std::path::Path;

/// Runs the command.
pub(super) fn run(data: &Path, options: &Export, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let format = match options.format {
        Some(format) => format,
        None => match ending(&options.output).as_str() {
            "csv" => ExportFormat::Csv,
            "json" => ExportFormat::Json,
            "xlsx" => ExportFormat::Xlsx,
            _ => return Err(Error::invalid(Message::new("cli-export-format")).into()),
        },
    };
    let (register, caller) = terminal.open_beside(data)?;
    let bytes = match format {
        ExportFormat::Csv => register.table(&caller, TableFormat::Csv, terminal.lang)?,
        ExportFormat::Xlsx => register.table(&caller, TableFormat::Xlsx, terminal.lang)?,
        ExportFormat::Json => {
            let mut text = export_json(&register.copy(&caller)?);
            text.push('\n');
            text.into_bytes()
        }
    };
    if options.output.as_os_str() == "-" {
        terminal.out.write_all(&bytes)?;
    } else {
        write(&options.output, &bytes)?;
    }
    Ok(0)
}
