//! A process as a list of steps in a table (CSV): reading with faults by row and column, and writing.

use super::csv_text::{CsvFault, CsvLimits, Row, read_csv, write_csv};
use crate::domain::folding::fold;
use crate::domain::message::Message;
use crate::domain::number_text;
use crate::domain::step_list::{ListedCarrier, ListedKind, ListedNext, ListedObjects, ListedStep};
use crate::text::Lang;
use std::collections::BTreeSet;

/// Rows of a list. Ten times what fits on a wall; more is a mistake.
const ROWS: usize = 2_000;

/// Characters of one cell (as names in BPMN files).
const CELL: usize = 2_000;

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepColumn {
    /// Number.
    Number,
    /// What is done.
    Name,
    /// Who does it.
    Role,
    /// What kind of row it is.
    Kind,
    /// What follows.
    Next,
    /// What it needs.
    Input,
    /// On what.
    InputCarrier,
    /// What it makes.
    Output,
    /// On what.
    OutputCarrier,
    /// Application.
    Application,
    /// Minutes.
    Minutes,
    /// Remark.
    Remark,
}

impl StepColumn {
    /// All columns in their usual order.
    pub const ALL: [StepColumn; 12] = [
        StepColumn::Number,
        StepColumn::Name,
        StepColumn::Role,
        StepColumn::Kind,
        StepColumn::Next,
        StepColumn::Input,
        StepColumn::InputCarrier,
        StepColumn::Output,
        StepColumn::OutputCarrier,
        StepColumn::Application,
        StepColumn::Minutes,
        StepColumn::Remark,
    ];

    /// Id of its heading in the catalogues.
    pub fn heading(self) -> &'static str {
        match self {
            StepColumn::Number => "steps-column-number",
            StepColumn::Name => "steps-column-step",
            StepColumn::Role => "steps-column-role",
            StepColumn::Kind => "steps-column-kind",
            StepColumn::Next => "steps-column-next",
            StepColumn::Input => "steps-column-input",
            StepColumn::InputCarrier => "steps-column-input-carrier",
            StepColumn::Output => "steps-column-output",
            StepColumn::OutputCarrier => "steps-column-output-carrier",
            StepColumn::Application => "steps-column-application",
            StepColumn::Minutes => "steps-column-minutes",
            StepColumn::Remark => "steps-column-remark",
        }
    }
}

/// A fault of a cell, or of the list as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct StepFault {
    /// Line in the file, from 1; 0: the list as a whole.
    pub line: usize,
    /// Column, where it is one cell.
    pub column: Option<StepColumn>,
    /// What is wrong and what to do.
    pub message: Message,
}

/// Reads a table: a row of headings (German or English, in any order), then one row per step.
///
/// # Errors
/// Every fault with its line and column.
pub fn read_steps(bytes: &[u8]) -> Result<Vec<ListedStep>, Vec<StepFault>> {
    let limits = CsvLimits {
        rows: ROWS + 1,
        cell: CELL,
        ..CsvLimits::default()
    };
    let rows = read_csv(bytes, &limits).map_err(|CsvFault { message, .. }| vec![whole(message)])?;
    let Some((head, rows)) = rows.split_first() else {
        return Err(vec![whole(Message::new("steps-empty"))]);
    };
    let columns = headings(head)?;
    list_of(rows, &columns)
}

fn whole(message: Message) -> StepFault {
    StepFault {
        line: 0,
        column: None,
        message,
    }
}

fn headings(head: &Row) -> Result<Vec<StepColumn>, Vec<StepFault>> {
    let mut columns = Vec::new();
    let mut faults = Vec::new();
    for cell in &head.cells {
        let folded = fold(cell);
        let found = StepColumn::ALL.into_iter().find(|column| {
            Lang::ALL
                .iter()
                .any(|lang| fold(&lang.text(column.heading())) == folded)
        });
        match found {
            Some(column) if columns.contains(&column) => faults.push(StepFault {
                line: head.line,
                column: Some(column),
                message: Message::new("steps-heading-twice"),
            }),
            Some(column) => columns.push(column),
            None => faults.push(StepFault {
                line: head.line,
                column: None,
                message: Message::new("steps-heading-unknown").with("heading", cell.as_str()),
            }),
        }
    }
    if !columns.contains(&StepColumn::Name) && faults.is_empty() {
        faults.push(StepFault {
            line: head.line,
            column: Some(StepColumn::Name),
            message: Message::new("steps-heading-missing"),
        });
    }
    if faults.is_empty() {
        Ok(columns)
    } else {
        Err(faults)
    }
}

/// Makes a list of rows whose cells stand in the order of `columns`. The empty cells of "next" are filled with the
/// next row, those of the role with the role of the row above.
///
/// # Errors
/// Every fault with its line and column.
pub fn list_of(rows: &[Row], columns: &[StepColumn]) -> Result<Vec<ListedStep>, Vec<StepFault>> {
    let mut faults = Vec::new();
    let mut list: Vec<ListedStep> = Vec::new();
    let mut nexts: Vec<(usize, Vec<ListedNext>, bool)> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let mut reader = RowReader {
            row,
            columns,
            faults: &mut faults,
        };
        let (step, next, open) = reader.step(index);
        nexts.push((row.line, next, open));
        list.push(step);
    }
    if list.is_empty() {
        faults.push(whole(Message::new("steps-empty")));
    }
    resolve(&mut list, nexts, &mut faults);
    if faults.is_empty() { Ok(list) } else { Err(faults) }
}

fn resolve(list: &mut [ListedStep], nexts: Vec<(usize, Vec<ListedNext>, bool)>, faults: &mut Vec<StepFault>) {
    let mut numbers = BTreeSet::new();
    let fault = |line, column, message| StepFault {
        line,
        column: Some(column),
        message,
    };
    for (step, (line, ..)) in list.iter().zip(&nexts) {
        if !numbers.insert(step.number) {
            let message = Message::new("steps-number-twice").with("number", step.number.to_string());
            faults.push(fault(*line, StepColumn::Number, message));
        }
    }
    let following: Vec<Option<u32>> = list
        .iter()
        .skip(1)
        .map(|step| Some(step.number))
        .chain([None])
        .collect();
    let mut role = list
        .iter()
        .map(|step| step.role.clone())
        .find(|role| !role.is_empty())
        .unwrap_or_default();
    for ((step, (line, next, open)), after) in list.iter_mut().zip(nexts).zip(following) {
        if step.role.is_empty() {
            step.role.clone_from(&role);
        } else {
            role.clone_from(&step.role);
        }
        for way in &next {
            if let Some(number) = way.number.filter(|number| !numbers.contains(number)) {
                let message = Message::new("steps-next-missing").with("number", number.to_string());
                faults.push(fault(line, StepColumn::Next, message));
            }
        }
        if step.kind == ListedKind::End && !next.is_empty() {
            faults.push(fault(
                line,
                StepColumn::Next,
                Message::new("steps-next-after-end"),
            ));
        }
        let conditions = next.iter().any(|way| !way.condition.is_empty());
        if !step.kind.splits() && (next.len() > 1 || conditions) {
            faults.push(fault(line, StepColumn::Next, Message::new("steps-next-splits")));
        }
        step.next = if open && step.kind != ListedKind::End {
            vec![ListedNext {
                condition: String::new(),
                number: after,
            }]
        } else {
            next
        };
    }
}

struct RowReader<'a> {
    row: &'a Row,
    columns: &'a [StepColumn],
    faults: &'a mut Vec<StepFault>,
}

impl RowReader<'_> {
    fn cell(&self, column: StepColumn) -> &str {
        let place = self.columns.iter().position(|held| *held == column);
        place
            .and_then(|place| self.row.cells.get(place))
            .map(|cell| cell.trim())
            .unwrap_or_default()
    }

    fn text(&self, column: StepColumn) -> String {
        // Characters that XML cannot hold count as blanks.
        let words = self
            .cell(column)
            .split(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
            .filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    }

    fn fault(&mut self, column: StepColumn, message: Message) {
        self.faults.push(StepFault {
            line: self.row.line,
            column: Some(column),
            message,
        });
    }

    /// The step, what follows as written, and whether nothing is written there.
    fn step(&mut self, index: usize) -> (ListedStep, Vec<ListedNext>, bool) {
        let known = self.row.cells.len().saturating_sub(self.columns.len());
        if known > 0
            && self
                .row
                .cells
                .iter()
                .skip(self.columns.len())
                .any(|cell| !cell.trim().is_empty())
        {
            self.faults.push(StepFault {
                line: self.row.line,
                column: None,
                message: Message::new("steps-too-many-cells"),
            });
        }
        let number = self.number(index);
        let kind = self.kind();
        let name = self.text(StepColumn::Name);
        if name.is_empty() && !kind.splits() {
            self.fault(StepColumn::Name, Message::new("steps-name-missing"));
        }
        let next = self.next();
        let open = self.cell(StepColumn::Next).is_empty();
        let step = ListedStep {
            number,
            name,
            role: self.text(StepColumn::Role),
            kind,
            next: Vec::new(),
            input: self.objects(StepColumn::Input, StepColumn::InputCarrier, kind),
            output: self.objects(StepColumn::Output, StepColumn::OutputCarrier, kind),
            application: self.text(StepColumn::Application),
            minutes: self.minutes(kind),
            remark: self.text(StepColumn::Remark),
        };
        if !step.application.is_empty() && !kind.is_activity() {
            self.fault(StepColumn::Application, Message::new("steps-only-activities"));
        }
        (step, next, open)
    }

    fn number(&mut self, index: usize) -> u32 {
        let text = self.text(StepColumn::Number);
        let usual = u32::try_from(index + 1).unwrap_or(u32::MAX);
        if text.is_empty() {
            return usual;
        }
        match text.trim_end_matches('.').parse() {
            Ok(number) if number > 0 => number,
            _ => {
                self.fault(
                    StepColumn::Number,
                    Message::new("steps-number-faulty").with("given", text),
                );
                usual
            }
        }
    }

    fn kind(&mut self) -> ListedKind {
        let text = self.text(StepColumn::Kind);
        let folded = fold(&text);
        if text.is_empty() {
            return ListedKind::Step;
        }
        let found = ListedKind::ALL.into_iter().find(|kind| {
            let id = format!("steps-kind-{}", kind.code());
            Lang::ALL.iter().any(|lang| fold(&lang.text(&id)) == folded)
        });
        found.unwrap_or_else(|| {
            self.fault(
                StepColumn::Kind,
                Message::new("steps-kind-unknown").with("given", text),
            );
            ListedKind::Step
        })
    }

    fn next(&mut self) -> Vec<ListedNext> {
        let text = self.text(StepColumn::Next);
        let mut ways = Vec::new();
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (condition, target) = part.rsplit_once(':').unwrap_or(("", part));
            let target = target.trim();
            let ends = Lang::ALL
                .iter()
                .any(|lang| fold(&lang.text("steps-kind-end")) == fold(target));
            match target.parse::<u32>() {
                _ if ends => ways.push((condition.trim(), None)),
                Ok(number) => ways.push((condition.trim(), Some(number))),
                Err(_) => self.fault(
                    StepColumn::Next,
                    Message::new("steps-next-faulty").with("given", part),
                ),
            }
        }
        ways.into_iter()
            .map(|(condition, number)| ListedNext {
                condition: condition.to_owned(),
                number,
            })
            .collect()
    }

    fn objects(&mut self, names: StepColumn, carrier: StepColumn, kind: ListedKind) -> ListedObjects {
        let mut seen = BTreeSet::new();
        let text = self.text(names);
        let found: Vec<String> = text
            .split(';')
            .map(str::trim)
            .filter(|name| !name.is_empty() && seen.insert(*name))
            .map(str::to_owned)
            .collect();
        let word = self.text(carrier);
        let folded = fold(&word);
        let on = ListedCarrier::ALL.into_iter().find(|held| {
            let id = format!("steps-carrier-{}", held.code());
            Lang::ALL.iter().any(|lang| fold(&lang.text(&id)) == folded)
        });
        if !word.is_empty() && on.is_none() {
            self.fault(carrier, Message::new("steps-carrier-unknown").with("given", word));
        } else if found.is_empty() && on.is_some() {
            self.fault(names, Message::new("steps-carrier-alone"));
        }
        if !found.is_empty() && !kind.is_activity() {
            self.fault(names, Message::new("steps-only-activities"));
        }
        ListedObjects {
            names: found,
            carrier: on,
        }
    }

    fn minutes(&mut self, kind: ListedKind) -> Option<f64> {
        let text = self.text(StepColumn::Minutes);
        if text.is_empty() {
            return None;
        }
        if !kind.is_activity() {
            self.fault(StepColumn::Minutes, Message::new("steps-only-activities"));
        }
        let number = number_text::read(&text).filter(|number| number.is_finite() && *number >= 0.0);
        if number.is_none() {
            self.fault(
                StepColumn::Minutes,
                Message::new("steps-minutes-faulty").with("given", text),
            );
        }
        number
    }
}

/// The cells of a list in the order of [`StepColumn::ALL`].
pub fn step_cells(list: &[ListedStep], lang: Lang) -> Vec<Vec<String>> {
    let after = list.iter().skip(1).map(|step| Some(step.number)).chain([None]);
    list.iter()
        .zip(after)
        .map(|(step, after)| {
            let carrier = |objects: &ListedObjects| {
                objects
                    .carrier
                    .map(|carrier| lang.text(&format!("steps-carrier-{}", carrier.code())))
                    .unwrap_or_default()
            };
            StepColumn::ALL
                .into_iter()
                .map(|column| match column {
                    StepColumn::Number => step.number.to_string(),
                    StepColumn::Name => step.name.clone(),
                    StepColumn::Role => step.role.clone(),
                    StepColumn::Kind => lang.text(&format!("steps-kind-{}", step.kind.code())),
                    StepColumn::Next => next_cell(step, after, lang),
                    StepColumn::Input => step.input.names.join("; "),
                    StepColumn::InputCarrier => carrier(&step.input),
                    StepColumn::Output => step.output.names.join("; "),
                    StepColumn::OutputCarrier => carrier(&step.output),
                    StepColumn::Application => step.application.clone(),
                    StepColumn::Minutes => step
                        .minutes
                        .map(|minutes| {
                            let text = number_text::write(minutes);
                            if lang == Lang::De {
                                text.replace('.', ",")
                            } else {
                                text
                            }
                        })
                        .unwrap_or_default(),
                    StepColumn::Remark => step.remark.clone(),
                })
                .collect()
        })
        .collect()
}

fn next_cell(step: &ListedStep, after: Option<u32>, lang: Lang) -> String {
    let natural = |way: &ListedNext| way.condition.is_empty() && way.number == after;
    match step.next.as_slice() {
        [only] if natural(only) => String::new(),
        ways => {
            let parts: Vec<String> = ways
                .iter()
                .map(|way| {
                    let target = match way.number {
                        Some(number) => number.to_string(),
                        None => lang.text("steps-kind-end"),
                    };
                    if way.condition.is_empty() {
                        target
                    } else {
                        format!("{}: {target}", way.condition)
                    }
                })
                .collect();
            parts.join("; ")
        }
    }
}

/// A list as CSV with headings.
pub fn write_steps(list: &[ListedStep], lang: Lang) -> Vec<u8> {
    let head: Vec<String> = StepColumn::ALL
        .iter()
        .map(|column| lang.text(column.heading()))
        .collect();
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(step_cells(list, lang)).collect();
    write_csv(rows.iter().map(Vec::as_slice))
}
