//! A model as a plain list of steps: a form with a row per step. Works without JavaScript: rows are added, moved and
//! deleted by buttons that send the form and show it again.

use super::processes::head::{Head, Tab, process_id};
use super::{done, show as show_page};
use crate::domain::account::Role;
use crate::domain::diagram::DiagramKind;
use crate::domain::ids::ProcessId;
use crate::domain::message::Message;
use crate::domain::step_list::{ListedCarrier, ListedKind};
use crate::error::{Error, FieldError, Kind};
use crate::register::{StepColumn, StepTable};
use crate::web::app::App;
use crate::web::failure::{Answer, Failure};
use crate::web::form::Fields;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::routes::{Needs, Routes};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::get;

/// Rows of an empty form.
const FRESH: usize = 5;

/// Rows a form may have; longer lists come as a file.
const MOST: usize = 300;

pub(super) fn routes() -> Routes {
    Routes::new().at(
        "/processes/{id}/steps",
        Needs::Role(Role::Analyst),
        get(edit).post(save),
    )
}

#[derive(Template)]
#[template(path = "steps/edit.html")]
struct EditPage {
    f: Frame,
    head: Head,
    rows: Vec<FormRow>,
    kinds: Vec<String>,
    carriers: Vec<String>,
    to_be: bool,
    note: String,
    notes: Vec<String>,
    alert: Option<String>,
    faults: Vec<(usize, String)>,
    focus: usize,
}

/// A row of the form.
struct FormRow {
    number: usize,
    cells: Vec<Cell>,
    first: bool,
    last: bool,
}

/// An input of a row.
struct Cell {
    name: String,
    id: String,
    label: String,
    value: String,
    /// `kind`, `carrier` or `text`.
    input: &'static str,
}

fn column_name(index: usize) -> String {
    format!("c{index}")
}

struct Given {
    rows: Vec<Vec<String>>,
    to_be: bool,
    note: String,
    notes: Vec<Message>,
    error: Option<Error>,
    focus: usize,
}

fn page(f: Frame, head: Head, given: Given) -> EditPage {
    let count = given.rows.len();
    let labels: Vec<String> = StepColumn::ALL
        .iter()
        .map(|column| f.t(column.heading()))
        .collect();
    let row = |(index, cells): (usize, Vec<String>)| FormRow {
        number: index + 1,
        first: index == 0,
        last: index + 1 == count,
        cells: cells
            .into_iter()
            .zip(&labels)
            .zip(StepColumn::ALL)
            .enumerate()
            .map(|(place, ((value, label), column))| Cell {
                name: column_name(place),
                id: format!("r{}-{place}", index + 1),
                label: label.clone(),
                value,
                input: match column {
                    StepColumn::Kind => "kind",
                    StepColumn::InputCarrier | StepColumn::OutputCarrier => "carrier",
                    _ => "text",
                },
            })
            .collect(),
    };
    let line = |fault: &FieldError| {
        let number = fault
            .field
            .strip_prefix("line-")
            .and_then(|line| line.parse().ok());
        (number.unwrap_or_default(), f.say(&fault.message))
    };
    EditPage {
        rows: given.rows.into_iter().enumerate().map(row).collect(),
        kinds: ListedKind::ALL
            .iter()
            .map(|kind| f.t(&format!("steps-kind-{}", kind.code())))
            .collect(),
        carriers: ListedCarrier::ALL
            .iter()
            .map(|carrier| f.t(&format!("steps-carrier-{}", carrier.code())))
            .collect(),
        to_be: given.to_be,
        note: given.note,
        notes: given.notes.iter().map(|note| f.say(note)).collect(),
        alert: given.error.as_ref().map(|error| f.say(&error.message)),
        faults: given
            .error
            .iter()
            .flat_map(|error| &error.fields)
            .map(line)
            .collect(),
        focus: given.focus,
        head,
        f,
    }
}

fn blank() -> Vec<String> {
    vec![String::new(); StepColumn::ALL.len()]
}

/// `GET /processes/{id}/steps`: the newest version, the one named by `from`, or an empty form.
async fn edit(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    let lang = visitor.lang;
    let from = visitor.param("from").parse().ok();
    let (view, table) = app
        .run(move |register| {
            Ok((
                register.process(&caller, id)?,
                register.step_table(&caller, id, from, lang)?,
            ))
        })
        .await?;
    let StepTable { mut rows, notes } = table;
    if rows.is_empty() {
        rows = vec![blank(); FRESH];
    }
    let f = Frame::of(&visitor);
    let head = Head::of(&f, &view, Tab::Diagram);
    let given = Given {
        rows,
        to_be: false,
        note: String::new(),
        notes,
        error: None,
        focus: 0,
    };
    show_page(&page(f, head, given))
}

/// The rows as they were sent.
fn rows_of(fields: &Fields) -> Vec<Vec<String>> {
    let names: Vec<String> = (0..StepColumn::ALL.len()).map(column_name).collect();
    let columns: Vec<Vec<&str>> = names.iter().map(|name| fields.all(name).collect()).collect();
    let count = columns.iter().map(Vec::len).max().unwrap_or_default().min(MOST);
    (0..count)
        .map(|row| {
            columns
                .iter()
                .map(|column| column.get(row).copied().unwrap_or_default().to_owned())
                .collect()
        })
        .collect()
}

/// What a button does to the rows, and the row that gets the focus (from 1); `None`: it saves.
fn press(rows: &mut Vec<Vec<String>>, button: &str) -> Option<usize> {
    let (verb, place) = button.split_once('-').unwrap_or((button, ""));
    let place: usize = place.parse().unwrap_or_default();
    let index = place.checked_sub(1).filter(|index| *index < rows.len());
    match (verb, index) {
        ("add", None) if rows.len() < MOST => {
            rows.push(blank());
            Some(rows.len())
        }
        ("below", Some(index)) if rows.len() < MOST => {
            rows.insert(index + 1, blank());
            Some(place + 1)
        }
        ("up", Some(index)) if index > 0 => {
            rows.swap(index, index - 1);
            Some(place - 1)
        }
        ("down", Some(index)) if index + 1 < rows.len() => {
            rows.swap(index, index + 1);
            Some(place + 1)
        }
        ("delete", Some(index)) => {
            rows.remove(index);
            if rows.is_empty() {
                rows.push(blank());
            }
            Some(place.min(rows.len()))
        }
        ("save", _) => None,
        _ => Some(0),
    }
}

/// `POST /processes/{id}/steps`.
async fn save(State(app): State<App>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let id: ProcessId = process_id(&id)?;
    let mut rows = rows_of(&fields);
    let to_be = fields.get("kind") == DiagramKind::ToBe.code();
    let note = fields.get("note").to_owned();
    let focus = press(&mut rows, fields.get("do"));
    let error = match focus {
        Some(_) => None,
        None => {
            let (caller, rows, note) = (caller.clone(), rows.clone(), note.clone());
            let kind = if to_be {
                DiagramKind::ToBe
            } else {
                DiagramKind::AsIs
            };
            let saved = app
                .run(move |register| register.save_steps(&caller, id, rows, kind, &note))
                .await;
            match saved {
                Ok(saved) => {
                    let address = format!("/processes/{id}/diagrams/{}", saved.version.number);
                    return Ok(done(&address, "uploaded"));
                }
                Err(error) if matches!(error.kind, Kind::Invalid | Kind::TooLarge | Kind::Conflict) => {
                    Some(error)
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    let view = app.run(move |register| register.process(&caller, id)).await?;
    let f = Frame::of(&visitor);
    let head = Head::of(&f, &view, Tab::Diagram);
    let status = error.as_ref().map(|error| Failure::status(error.kind));
    let given = Given {
        rows,
        to_be,
        note,
        notes: Vec::new(),
        error,
        focus: focus.unwrap_or_default(),
    };
    let html = show_page(&page(f, head, given))?;
    Ok(match status {
        Some(status) => (status, html).into_response(),
        None => html,
    })
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn buttons_add_move_and_delete_rows() {
        let named = |name: &str| {
            let mut row = blank();
            row[1] = name.to_owned();
            row
        };
        let names = |rows: &[Vec<String>]| {
            rows.iter()
                .map(|row| row[1].clone())
                .collect::<Vec<_>>()
                .join(",")
        };
        let cases = [
            ("add", "a,b,c,", Some(4)),
            ("below-1", "a,,b,c", Some(2)),
            ("up-2", "b,a,c", Some(1)),
            ("up-1", "a,b,c", Some(0)),
            ("down-2", "a,c,b", Some(3)),
            ("down-3", "a,b,c", Some(0)),
            ("delete-3", "a,b", Some(2)),
            ("delete-9", "a,b,c", Some(0)),
            ("save", "a,b,c", None),
            ("", "a,b,c", Some(0)),
        ];
        for (button, after, focus) in cases {
            let mut rows = vec![named("a"), named("b"), named("c")];
            assert_eq!(press(&mut rows, button), focus, "{button}");
            assert_eq!(names(&rows), after, "{button}");
        }
    }
}
