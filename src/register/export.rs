//! The whole register in one piece, to be written in any format; and the table of profiles.

use super::{Caller, Limits, Organisation, Page, ProcessQuery, ProcessRow, Register};
use crate::domain::diagram::DiagramVersion;
use crate::domain::message::Message;
use crate::domain::question::{Answer, Weights};
use crate::error::{Error, Result};
use crate::exchange::{Column, Names, columns, heading, row_of, write_csv, write_xlsx};
use crate::text::Lang;

/// Rows read at once.
const SLICE: usize = 500;

/// A diagram with its bytes and the words that stand in it.
#[derive(Debug, Clone, PartialEq)]
pub struct DiagramCopy {
    /// The version.
    pub version: DiagramVersion,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
    /// Names and documentation of its elements, in document order, each once.
    pub texts: Vec<String>,
}

/// A process with its diagrams and answers.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcessCopy {
    /// As in the list.
    pub row: ProcessRow,
    /// All versions, oldest first.
    pub diagrams: Vec<DiagramCopy>,
    /// Answers that were given.
    pub answers: Vec<Answer>,
}

/// What people told the register.
#[derive(Debug, Clone, PartialEq)]
pub struct RegisterCopy {
    /// Units, applications, interfaces.
    pub organisation: Organisation,
    /// Weights of the Leitfragen.
    pub weights: Weights,
    /// Processes by number.
    pub processes: Vec<ProcessCopy>,
}

/// Formats of the table of profiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableFormat {
    /// CSV with `;`.
    Csv,
    /// Excel.
    Xlsx,
}

impl Register {
    /// All rows of the list by number.
    pub(super) fn all_processes(&self, caller: &Caller) -> Result<Vec<ProcessRow>> {
        let mut query = ProcessQuery {
            limit: SLICE,
            ..ProcessQuery::default()
        };
        let mut rows = Vec::new();
        loop {
            let Page { rows: more, next, .. } = self.processes(caller, &query)?;
            rows.extend(more);
            match next {
                Some(cursor) => query.cursor = Some(cursor),
                None => return Ok(rows),
            }
        }
    }

    /// A copy of everything people told the register, models included. Read in slices, each a moment of its own, so that no
    /// read keeps the write-ahead log from being folded in; what is changed meanwhile is in it or not.
    pub fn copy(&self, caller: &Caller) -> Result<RegisterCopy> {
        let mut processes = Vec::new();
        for row in self.all_processes(caller)? {
            let mut versions = self.diagrams(caller, row.id)?;
            versions.sort_by_key(|version| version.number);
            let diagrams = versions
                .into_iter()
                .map(|version| {
                    let (version, bytes) = self.diagram_bytes(caller, row.id, version.number)?;
                    let texts = texts_of(&bytes);
                    Ok(DiagramCopy {
                        version,
                        bytes,
                        texts,
                    })
                })
                .collect::<Result<Vec<_>>>()?;
            let answers = self
                .answers(caller, row.id)?
                .into_iter()
                .filter_map(|state| state.answer)
                .collect();
            processes.push(ProcessCopy {
                row,
                diagrams,
                answers,
            });
        }
        Ok(RegisterCopy {
            organisation: self.organisation(caller)?,
            weights: self.weights(caller)?,
            processes,
        })
    }

    /// The profiles as a table.
    pub fn table(&self, caller: &Caller, format: TableFormat, lang: Lang) -> Result<Vec<u8>> {
        let organisation = self.organisation(caller)?;
        let names = Names {
            units: &organisation.units,
            applications: &organisation.applications,
        };
        let mut rows: Vec<Vec<String>> = vec![
            columns()
                .into_iter()
                .map(|column| heading(column, lang))
                .collect(),
        ];
        rows.extend(
            self.all_processes(caller)?
                .iter()
                .map(|row| row_of(&row.profile, &names, lang)),
        );
        match format {
            TableFormat::Csv => Ok(write_csv(rows.iter().map(Vec::as_slice))),
            TableFormat::Xlsx => {
                let all = columns();
                let numbers: Vec<usize> = (0..all.len())
                    .filter(|place| {
                        let quality = matches!(all.get(place + 2), Some(Column::Quality(_)));
                        let after = matches!(all.get(place + 1), Some(Column::Quality(_)));
                        quality || after
                    })
                    .collect();
                write_xlsx(&lang.text("exchange-sheet"), &rows, &numbers).map_err(Error::internal)
            }
        }
    }
}

/// The words of a model. A stored file that cannot be read any more has none; its bytes are kept all the same.
fn texts_of(bytes: &[u8]) -> Vec<String> {
    let Ok((diagram, _)) = crate::bpmn::read(bytes, &Limits::default()) else {
        return Vec::new();
    };
    let mut texts: Vec<String> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for element in &diagram.elements {
        for text in std::iter::once(&element.name).chain(&element.details.documentation) {
            if !text.trim().is_empty() && seen.insert(text.clone()) {
                texts.push(text.clone());
            }
        }
    }
    texts
}

/// The name of a model: of its first named process, else of its first named participant.
pub(super) fn name_of(diagram: &crate::bpmn::Diagram) -> Option<String> {
    use crate::bpmn::diagram::Tag;
    [Tag::Process, Tag::Participant].into_iter().find_map(|tag| {
        diagram
            .elements
            .iter()
            .find(|element| element.tag == tag && !element.name.trim().is_empty())
            .map(|element| element.name.trim().to_owned())
    })
}

/// The error of a table that has neither numbers nor names.
pub(super) fn no_header() -> Error {
    Error::invalid(Message::new("exchange-no-header"))
}
