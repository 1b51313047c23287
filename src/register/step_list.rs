//! A model from a plain list of steps, and the way back.

use super::{Caller, Register, UploadDiagram, Uploaded};
use crate::bpmn::{Limits, draw, read};
use crate::domain::diagram::DiagramKind;
use crate::domain::ids::ProcessId;
use crate::domain::message::Message;
use crate::domain::step_list::ListedStep;
use crate::drawing;
use crate::error::{Error, FieldError, Result};
use crate::exchange::{Row, StepColumn, StepFault, list_of, read_steps, step_cells, step_model, write_steps};
use crate::graph::build;
use crate::text::Lang;

/// A BPMN file from a table (CSV).
///
/// # Errors
/// `Invalid` with every fault by line and column.
pub fn model_of_steps(table: &[u8], name: &str, limits: &Limits) -> Result<Vec<u8>> {
    model_of_list(
        &read_steps(table).map_err(|faults| refused(&faults))?,
        name,
        limits,
    )
}

/// A BPMN file from a list that was read, with its drawing.
///
/// # Errors
/// Where the file would pass a limit.
pub fn model_of_list(list: &[ListedStep], name: &str, limits: &Limits) -> Result<Vec<u8>> {
    let text = step_model(list, name);
    let (diagram, _) = read(text.as_bytes(), limits)?;
    let plane = drawing::layout(&diagram, &build(&diagram));
    Ok(draw(&diagram, &plane).into_bytes())
}

/// A table (CSV) from a BPMN file, and what it could not hold.
///
/// # Errors
/// `Invalid` or `TooLarge` where the file cannot be read; `Invalid` where it has no steps.
pub fn steps_of_model(bytes: &[u8], limits: &Limits, lang: Lang) -> Result<(Vec<u8>, Vec<Message>)> {
    let (diagram, _) = read(bytes, limits)?;
    let (list, notes) = drawing::step_list(&build(&diagram), lang);
    if list.is_empty() {
        return Err(Error::invalid(Message::new("steps-model-empty")));
    }
    Ok((write_steps(&list, lang), notes))
}

/// The error of a faulty list: every fault a field of its own.
fn refused(faults: &[StepFault]) -> Error {
    let fields = faults.iter().map(|fault| {
        let message = match (fault.line, fault.column) {
            (0, _) => fault.message.clone(),
            (line, None) => Message::new("steps-fault-row")
                .with("line", line.to_string())
                .with("what", fault.message.clone()),
            (line, Some(column)) => Message::new("steps-fault-cell")
                .with("line", line.to_string())
                .with_term("column", column.heading())
                .with("what", fault.message.clone()),
        };
        FieldError {
            field: format!("line-{}", fault.line),
            message,
        }
    });
    Error {
        message: Message::new("steps-faults").with("count", faults.len()),
        ..Error::invalid_fields(fields.collect())
    }
}

/// A process as rows of cells in the order of [`StepColumn::ALL`], for a form.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StepTable {
    /// The rows; empty where the process has no model yet.
    pub rows: Vec<Vec<String>>,
    /// What of the model the rows cannot hold.
    pub notes: Vec<Message>,
}

impl Register {
    /// The steps of a version, of the newest where none is named, as a table.
    ///
    /// # Errors
    /// `NotFound` where there is no such process or version.
    pub fn step_table(
        &self,
        caller: &Caller,
        process: ProcessId,
        version: Option<u32>,
        lang: Lang,
    ) -> Result<StepTable> {
        let newest = self
            .diagrams(caller, process)?
            .first()
            .map(|version| version.number);
        let Some(number) = version.or(newest) else {
            return Ok(StepTable::default());
        };
        let (_, bytes) = self.diagram_bytes(caller, process, number)?;
        let (diagram, _) = read(&bytes, &Limits::default())?;
        let (list, notes) = drawing::step_list(&build(&diagram), lang);
        Ok(StepTable {
            rows: step_cells(&list, lang),
            notes,
        })
    }

    /// Makes a new version of the model of a process from rows of cells in the order of [`StepColumn::ALL`]. Empty rows
    /// are left out; rows without a number get the next free one.
    ///
    /// # Errors
    /// `Invalid` with every fault by row and column; else as `upload_diagram`.
    pub fn save_steps(
        &self,
        caller: &Caller,
        process: ProcessId,
        rows: Vec<Vec<String>>,
        kind: DiagramKind,
        note: &str,
    ) -> Result<Uploaded> {
        let mut free = rows
            .iter()
            .filter_map(|row| row.first()?.trim().parse::<u32>().ok())
            .max()
            .unwrap_or_default();
        let rows: Vec<Row> = rows
            .into_iter()
            .zip(1..)
            .filter(|(cells, _)| is_filled(cells))
            .map(|(mut cells, line)| {
                if let Some(number) = cells.first_mut().filter(|number| number.trim().is_empty()) {
                    free = free.saturating_add(1);
                    *number = free.to_string();
                }
                Row { line, cells }
            })
            .collect();
        let list = list_of(&rows, &StepColumn::ALL).map_err(|faults| refused(&faults))?;
        let name = self.process(caller, process)?.row.profile.name;
        let upload = UploadDiagram {
            file_name: format!("{name}.bpmn"),
            kind,
            bytes: model_of_list(&list, &name, &Limits::default())?,
            note: note.to_owned(),
        };
        self.upload_diagram(caller, process, &upload)
    }
}

/// Whether somebody wrote something into a row. Its kind alone says nothing: a form always sends one.
fn is_filled(cells: &[String]) -> bool {
    let kind = StepColumn::ALL
        .iter()
        .position(|column| *column == StepColumn::Kind);
    cells
        .iter()
        .enumerate()
        .any(|(index, cell)| !matches!(index, 0) && Some(index) != kind && !cell.trim().is_empty())
}
