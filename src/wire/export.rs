//! A copy of a register as JSON: what people told it, models included as Base64, with the words that stand in them.

use super::base64::{from_base64, to_base64};
use super::diagram::DiagramJson;
use super::fields::Fields;
use super::json::{Object, to_json_pretty};
use super::organisation::{
    ApplicationJson, InterfaceJson, UnitJson, read_application, read_interface, read_unit,
};
use super::priority::{AnswerJson, WeightJson};
use super::profile::{ProfileJson, read_profile};
use crate::domain::diagram::DiagramKind;
use crate::domain::ids::{ApplicationId, UnitId};
use crate::domain::message::Message;
use crate::domain::profile_text::empty_profile;
use crate::error::Result;
use crate::register::{ProcessImport, RegisterCopy, RegisterImport, UploadDiagram};
use serde::Serialize;
use serde_json::Value;

/// What the file calls itself.
const FORMAT: &str = "prozessregister-copy";

/// Version of the format.
const VERSION: i64 = 1;

#[derive(Serialize)]
struct Copy {
    format: &'static str,
    version: i64,
    town: String,
    units: Vec<UnitJson>,
    applications: Vec<ApplicationJson>,
    interfaces: Vec<InterfaceJson>,
    weights: Vec<WeightJson>,
    processes: Vec<Process>,
}

#[derive(Serialize)]
struct Process {
    #[serde(flatten)]
    profile: ProfileJson,
    answers: Vec<Answer>,
    diagrams: Vec<Diagram>,
}

#[derive(Serialize)]
struct Answer {
    question: String,
    #[serde(flatten)]
    answer: AnswerJson,
}

#[derive(Serialize)]
struct Diagram {
    #[serde(flatten)]
    version: DiagramJson,
    texts: Vec<String>,
    content: String,
}

/// The copy as JSON.
pub fn export_json(copy: &RegisterCopy) -> String {
    let organisation = &copy.organisation;
    to_json_pretty(&Copy {
        format: FORMAT,
        version: VERSION,
        town: organisation.town.clone(),
        units: organisation.units.iter().map(UnitJson::from).collect(),
        applications: organisation
            .applications
            .iter()
            .map(ApplicationJson::from)
            .collect(),
        interfaces: organisation.interfaces.iter().map(InterfaceJson::from).collect(),
        weights: copy
            .weights
            .groups
            .iter()
            .map(|(group, weight)| WeightJson {
                group: *group,
                weight: *weight,
            })
            .collect(),
        processes: copy
            .processes
            .iter()
            .map(|process| Process {
                profile: ProfileJson::from(&process.row.profile),
                answers: process
                    .answers
                    .iter()
                    .map(|answer| Answer {
                        question: answer.question.clone(),
                        answer: AnswerJson::from(answer),
                    })
                    .collect(),
                diagrams: process
                    .diagrams
                    .iter()
                    .map(|diagram| Diagram {
                        version: DiagramJson::from(&diagram.version),
                        texts: diagram.texts.clone(),
                        content: to_base64(&diagram.bytes),
                    })
                    .collect(),
            })
            .collect(),
    })
}

/// Whether an object says that it is a copy of a register.
pub fn is_export(object: &Object) -> bool {
    object.get("format").and_then(Value::as_str) == Some(FORMAT)
}

/// Reads a copy.
pub fn read_export(object: Object) -> Result<RegisterImport> {
    let mut fields = Fields::new(object);
    fields.ignore(&["format", "town", "weights"]);
    if fields.take_integer("version") != Some(VERSION) {
        fields.fault("version", Message::new("exchange-copy-version"));
    }
    let mut copy = RegisterImport::default();
    for mut object in objects(&mut fields, "units") {
        let id = key(&mut object, "id");
        copy.units.push(read_unit(object, UnitId(id))?);
    }
    for mut object in objects(&mut fields, "applications") {
        let id = key(&mut object, "id");
        copy.applications
            .push(read_application(object, ApplicationId(id))?);
    }
    for object in objects(&mut fields, "interfaces") {
        copy.interfaces.push(read_interface(object)?);
    }
    for object in objects(&mut fields, "processes") {
        copy.processes.push(read_process(object)?);
    }
    fields.finish(copy)
}

fn key(object: &mut Object, field: &str) -> i64 {
    object
        .shift_remove(field)
        .and_then(|value| value.as_i64())
        .unwrap_or_default()
}

fn objects(fields: &mut Fields, field: &str) -> Vec<Object> {
    let items = fields.take_list(field).unwrap_or_default();
    items
        .into_iter()
        .filter_map(|item| match item {
            Value::Object(object) => Some(object),
            _ => {
                fields.fault(field, Message::new("api-json-no-object"));
                None
            }
        })
        .collect()
}

fn read_process(object: Object) -> Result<ProcessImport> {
    let mut fields = Fields::new(object);
    let profile = read_profile(&mut fields, empty_profile());
    let mut diagrams = Vec::new();
    for object in objects(&mut fields, "diagrams") {
        diagrams.push(read_diagram(object)?);
    }
    let mut answers = Vec::new();
    for object in objects(&mut fields, "answers") {
        let mut inner = Fields::new(object);
        inner.ignore(&["source", "version", "by", "at"]);
        let question = inner.take_text("question").unwrap_or_default();
        let value = inner.take_number("value", 0.0, 4.0);
        let reason = inner.take_text("reason").unwrap_or_default();
        inner.require("question", !question.is_empty());
        inner.require("value", value.is_some());
        answers.push(inner.finish((question, value.unwrap_or_default() as u8, reason))?);
    }
    fields.finish(ProcessImport {
        profile,
        diagrams,
        answers,
    })
}

fn read_diagram(object: Object) -> Result<UploadDiagram> {
    let mut fields = Fields::new(object);
    fields.ignore(&["process", "number", "size", "sha256", "by", "at", "texts"]);
    let kind = fields.take_code("kind", &DiagramKind::ALL.map(|kind| (kind.code(), kind)));
    let content = fields.take_text("content").as_deref().and_then(from_base64);
    let upload = UploadDiagram {
        file_name: fields.take_text("file_name").unwrap_or_default(),
        kind: kind.unwrap_or(DiagramKind::AsIs),
        bytes: content.clone().unwrap_or_default(),
        note: fields.take_text("note").unwrap_or_default(),
    };
    fields.require("content", content.is_some());
    fields.finish(upload)
}
