//! Registering and changing a process.

use super::fields::{read, write};
use super::head::process_id;
use super::show::GROUPS;
use crate::domain::annotation::Discretion;
use crate::domain::ids::ProcessId;
use crate::domain::known::Quality;
use crate::domain::message::Message;
use crate::domain::number_text;
use crate::domain::profile::{Category, Channel, Field, PersonalData, Status};
use crate::error::{Error, FieldError, Kind};
use crate::register::Organisation;
use crate::web::app::App;
use crate::web::choice::{self, Choice, choices};
use crate::web::failure::{Answer, Failure};
use crate::web::form::Fields;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::pages::{done, show};
use crate::web::words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::IntoResponse;

#[derive(Template)]
#[template(path = "processes/edit.html")]
struct EditPage {
    f: Frame,
    title: String,
    action: String,
    back: String,
    new: bool,
    may_delete: bool,
    revision: String,
    reason: String,
    alert: Option<String>,
    faults: Vec<Fault>,
    groups: Vec<Group>,
}

/// An entry of the list of faults at the top.
struct Fault {
    field: String,
    label: String,
    message: String,
}

struct Group {
    title: String,
    inputs: Vec<Input>,
}

/// One field of the form.
struct Input {
    code: &'static str,
    label: String,
    help: String,
    kind: &'static str,
    value: String,
    none: bool,
    can_be_none: bool,
    required: bool,
    error: Option<String>,
    /// What the empty choice says.
    empty: String,
    choices: Vec<Choice>,
    year: String,
    /// The first of several boxes is wrong.
    wrong: bool,
    year_wrong: bool,
    unit: String,
    shares: Vec<Share>,
}

/// A channel with its share.
struct Share {
    code: &'static str,
    label: String,
    chosen: bool,
    share: String,
    wrong: bool,
}

/// What a form is about.
struct Draft {
    id: Option<ProcessId>,
    revision: String,
    fields: Fields,
    alert: Option<String>,
    faults: Vec<FieldError>,
    may_delete: bool,
}

/// `GET /processes/new`.
pub(super) async fn new(State(app): State<App>, visitor: Visitor) -> Answer {
    let caller = visitor.caller()?;
    let organisation = app.run(move |register| register.organisation(&caller)).await?;
    let mut fields = Fields::default();
    fields.push("unit", visitor.param("unit"));
    let draft = Draft {
        id: None,
        revision: String::new(),
        fields,
        alert: None,
        faults: Vec::new(),
        may_delete: false,
    };
    show(&page(&visitor, &organisation, draft))
}

/// `POST /processes`.
pub(super) async fn create(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let outcome = match read(&fields) {
        Ok(profile) => {
            app.run(move |register| register.create_process(&caller, &profile))
                .await
        }
        Err(faults) => Err(Error::invalid_fields(faults)),
    };
    match outcome {
        Ok(id) => Ok(done(&format!("/processes/{id}"), "created")),
        Err(error) => again(&app, &visitor, None, fields, error).await,
    }
}

/// `GET /processes/{id}/edit`.
pub(super) async fn edit(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    let (view, organisation) = app
        .run(move |register| Ok((register.process(&caller, id)?, register.organisation(&caller)?)))
        .await?;
    if !view.may_change {
        return Err(Error::new(Kind::Forbidden, Message::new("error-forbidden")).into());
    }
    let draft = Draft {
        id: Some(id),
        revision: view.row.revision.to_string(),
        fields: write(&view.row.profile),
        alert: None,
        faults: Vec::new(),
        may_delete: true,
    };
    show(&page(&visitor, &organisation, draft))
}

/// `POST /processes/{id}`.
pub(super) async fn change(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    let expected = revision(&fields);
    let reason = fields.get("reason").to_owned();
    let outcome = match read(&fields) {
        Ok(profile) => {
            app.run(move |register| register.change_process(&caller, id, expected, &profile, &reason))
                .await
        }
        Err(faults) => Err(Error::invalid_fields(faults)),
    };
    match outcome {
        Ok(_) => Ok(done(&format!("/processes/{id}"), "saved")),
        Err(error) => again(&app, &visitor, Some(id), fields, error).await,
    }
}

/// The state a form rests on. Revisions count from 1, so a form without one rests on none that could be in force.
fn revision(fields: &Fields) -> Option<u32> {
    Some(fields.get("revision").parse().unwrap_or(0))
}

/// `POST /processes/{id}/delete`.
pub(super) async fn delete(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    let expected = revision(&fields);
    app.run(move |register| register.delete_process(&caller, id, expected))
        .await?;
    Ok(done("/processes", "deleted"))
}

/// The form once more, with what was entered and what is wrong with it.
async fn again(
    app: &App,
    visitor: &Visitor,
    id: Option<ProcessId>,
    fields: Fields,
    mut error: Error,
) -> Answer {
    if error.kind == Kind::Forbidden && may_change(app, visitor, id).await? {
        // Only the unit is out of reach.
        error.fields.push(FieldError {
            field: Field::Unit.code().to_owned(),
            message: error.message.clone(),
        });
        error.message = Message::new("web-check-entries");
    } else if !matches!(error.kind, Kind::Invalid | Kind::Conflict | Kind::Stale) {
        return Err(Failure::from(error));
    }
    let status = Failure::status(error.kind);
    let caller = visitor.caller()?;
    let stale = error.kind == Kind::Stale;
    let (organisation, newest) = app
        .run(move |register| {
            let newest = match id {
                Some(id) if stale => Some(register.process(&caller, id)?.row.revision),
                _ => None,
            };
            Ok((register.organisation(&caller)?, newest))
        })
        .await?;
    let revision = match newest {
        Some(newest) => newest.to_string(),
        None => fields.get("revision").to_owned(),
    };
    let alert = if stale {
        visitor.lang.text("web-stale")
    } else {
        visitor.lang.say(&error.message)
    };
    let draft = Draft {
        id,
        revision,
        fields,
        alert: Some(alert),
        faults: error.fields,
        may_delete: id.is_some(),
    };
    let html = show(&page(visitor, &organisation, draft))?;
    Ok((status, html).into_response())
}

/// Whether the process itself is the visitor's to change; a new one always is, in one unit or another.
async fn may_change(app: &App, visitor: &Visitor, id: Option<ProcessId>) -> Result<bool, Failure> {
    let Some(id) = id else { return Ok(true) };
    let caller = visitor.caller()?;
    let view = app.run(move |register| register.process(&caller, id)).await?;
    Ok(view.may_change)
}

fn page(visitor: &Visitor, organisation: &Organisation, draft: Draft) -> EditPage {
    let f = Frame::of(visitor);
    let address = draft.id.map(|id| format!("/processes/{id}"));
    let groups = GROUPS
        .into_iter()
        .map(|(title, fields)| Group {
            title: f.t(title),
            inputs: fields
                .iter()
                .map(|field| input(&f, organisation, &draft, *field))
                .collect(),
        })
        .collect();
    EditPage {
        title: match draft.id {
            Some(_) => draft.fields.get("name").to_owned(),
            None => f.t("web-process-new"),
        },
        back: address.clone().unwrap_or_else(|| "/processes".to_owned()),
        action: address.unwrap_or_else(|| "/processes".to_owned()),
        new: draft.id.is_none(),
        may_delete: draft.may_delete,
        reason: draft.fields.get("reason").to_owned(),
        revision: draft.revision.clone(),
        alert: draft.alert.clone(),
        faults: draft
            .faults
            .iter()
            .map(|fault| Fault {
                label: Field::from_code(&fault.field)
                    .map(|field| words::field(f.lang, field))
                    .unwrap_or_default(),
                field: fault.field.clone(),
                message: f.say(&fault.message),
            })
            .collect(),
        groups,
        f,
    }
}

fn input(f: &Frame, organisation: &Organisation, draft: &Draft, field: Field) -> Input {
    let lang = f.lang;
    let code = field.code();
    let fields = &draft.fields;
    let value = fields.get(code);
    let coded = |pairs: Vec<(String, String)>| choices(pairs, value);
    let (kind, list) = match field {
        Field::Number | Field::Name | Field::OwnerRole | Field::Steward | Field::Tags => ("line", Vec::new()),
        Field::Summary | Field::Trigger | Field::Result | Field::LegalBasis => ("text", Vec::new()),
        Field::ReviewDate => ("date", Vec::new()),
        Field::Unit => (
            "choice",
            match f.own_units() {
                Some(own) => choice::units_of(organisation, own, value),
                None => choice::units(organisation, value),
            },
        ),
        Field::Category => (
            "choice",
            coded(
                Category::ALL
                    .iter()
                    .map(|item| (item.code().to_owned(), words::category(lang, *item)))
                    .collect(),
            ),
        ),
        Field::Status => (
            "status",
            coded(
                Status::ALL
                    .iter()
                    .map(|item| (item.code().to_owned(), words::status(lang, *item)))
                    .collect(),
            ),
        ),
        Field::Discretion => (
            "choice",
            coded(
                Discretion::ALL
                    .iter()
                    .map(|item| (item.code().to_owned(), words::discretion(lang, *item)))
                    .collect(),
            ),
        ),
        Field::PersonalData => (
            "choice",
            coded(
                PersonalData::ALL
                    .iter()
                    .map(|item| (item.code().to_owned(), words::personal_data(lang, *item)))
                    .collect(),
            ),
        ),
        Field::CasesPerYear | Field::HandlingMinutes | Field::LeadTimeDays => (
            "figure",
            choices(
                Quality::ALL.map(|item| {
                    (
                        item.code().to_owned(),
                        lang.text(&format!("quality-{}", item.code())),
                    )
                }),
                fields.get(&format!("{code}.quality")),
            ),
        ),
        Field::ChannelsIn | Field::ChannelsOut => ("channels", Vec::new()),
        Field::Applications => {
            let mut list = choice::applications(organisation, "");
            for choice in &mut list {
                choice.chosen = fields.has(code, &choice.value);
            }
            ("several", list)
        }
    };
    let error = draft.faults.iter().find(|fault| fault.field == code);
    let year = fields.get(&format!("{code}.year")).to_owned();
    let year_wrong = error.is_some_and(|fault| fault.message.id == "field-no-year");
    let none = fields.ticked(&format!("{code}.none"));
    Input {
        code,
        label: words::field(lang, field),
        help: lang.text(&format!("web-field-help-{}", code.replace('_', "-"))),
        kind,
        value: value.to_owned(),
        // What was said before can be taken back.
        can_be_none: none || can_be_none(field),
        none,
        required: field == Field::Name || (field == Field::Unit && f.own_units().is_some()),
        error: error.map(|fault| f.say(&fault.message)),
        empty: f.t(if field == Field::Unit && f.own_units().is_some() {
            "web-choose"
        } else {
            "web-not-surveyed"
        }),
        choices: list,
        year,
        wrong: error.is_some() && !year_wrong,
        year_wrong,
        unit: match field {
            Field::CasesPerYear => f.t("web-short-cases"),
            Field::HandlingMinutes => f.t("web-short-minutes"),
            Field::LeadTimeDays => f.t("web-short-days"),
            _ => String::new(),
        },
        shares: if kind == "channels" {
            shares(f, fields, code, error.is_some())
        } else {
            Vec::new()
        },
    }
}

/// Fields that can be without a value for good.
fn can_be_none(field: Field) -> bool {
    !matches!(
        field,
        Field::Number
            | Field::Name
            | Field::Unit
            | Field::Tags
            | Field::Status
            | Field::Category
            | Field::PersonalData
    )
}

fn shares(f: &Frame, fields: &Fields, code: &str, faulty: bool) -> Vec<Share> {
    let mut shares: Vec<Share> = Channel::ALL
        .iter()
        .map(|channel| {
            let share = fields.get(&format!("{code}.{}", channel.code())).to_owned();
            Share {
                code: channel.code(),
                label: words::channel(f.lang, *channel),
                chosen: fields.has(code, channel.code()),
                wrong: faulty && !is_share(&share),
                share,
            }
        })
        .collect();
    // Each is a share, so it is the total that is wrong.
    if faulty && !shares.iter().any(|share| share.wrong) {
        for share in &mut shares {
            share.wrong = !share.share.is_empty();
        }
    }
    shares
}

/// A number from 0 to 100, or nothing.
fn is_share(text: &str) -> bool {
    let text = text.trim_end_matches('%').trim();
    text.is_empty() || number_text::read(text).is_some_and(|share| (0.0..=100.0).contains(&share))
}
