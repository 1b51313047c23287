//! One process: the profile.

use super::head::{Head, Tab, process_id};
use super::value::value;
use crate::domain::message::Message;
use crate::domain::profile::Field;
use crate::register::{Organisation, ProcessView};
use crate::web::app::App;
use crate::web::failure::Answer;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::pages::show as shown_page;
use crate::web::words::{self, Shown};
use askama::Template;
use axum::extract::{Path, State};

#[derive(Template)]
#[template(path = "processes/show.html")]
struct ShowPage {
    f: Frame,
    head: Head,
    groups: Vec<Group>,
    completeness: u32,
    missing: Vec<Missing>,
    missing_sentence: String,
    may_change: bool,
    changed: String,
}

/// Fields that belong together.
struct Group {
    title: String,
    facts: Vec<Fact>,
}

struct Fact {
    label: String,
    shown: Shown,
}

/// A field that nobody has filled in; its address is the place in the form.
struct Missing {
    label: String,
    address: String,
}

/// `GET /processes/{id}`.
pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    let (view, organisation) = app
        .run(move |register| Ok((register.process(&caller, id)?, register.organisation(&caller)?)))
        .await?;
    let f = Frame::of(&visitor);
    let completeness = &view.row.completeness;
    let missing: Vec<Missing> = completeness
        .missing
        .iter()
        .map(|field| Missing {
            label: words::field(f.lang, *field),
            address: format!("/processes/{id}/edit#field-{}", field.code()),
        })
        .collect();
    let page = ShowPage {
        head: Head::of(&f, &view, Tab::Profile),
        groups: groups(&f, &organisation, &view),
        completeness: words::percent(completeness.share),
        missing_sentence: f.say(&Message::new("web-missing").with("number", missing.len())),
        missing,
        may_change: view.may_change,
        changed: f.say(
            &Message::new("web-changed")
                .with("day", f.lang.day(view.row.changed))
                .with("revision", f64::from(view.row.revision)),
        ),
        f,
    };
    shown_page(&page)
}

/// Fields in the groups of page and form.
pub(super) const GROUPS: [(&str, &[Field]); 6] = [
    (
        "web-group-what",
        &[
            Field::Number,
            Field::Name,
            Field::Summary,
            Field::Category,
            Field::Trigger,
            Field::Result,
        ],
    ),
    ("web-group-who", &[Field::Unit, Field::OwnerRole, Field::Steward]),
    (
        "web-group-amount",
        &[Field::CasesPerYear, Field::HandlingMinutes, Field::LeadTimeDays],
    ),
    (
        "web-group-ways",
        &[Field::ChannelsIn, Field::ChannelsOut, Field::Applications],
    ),
    (
        "web-group-law",
        &[Field::LegalBasis, Field::Discretion, Field::PersonalData],
    ),
    ("web-group-care", &[Field::Tags, Field::Status, Field::ReviewDate]),
];

fn groups(f: &Frame, organisation: &Organisation, view: &ProcessView) -> Vec<Group> {
    GROUPS
        .into_iter()
        .map(|(title, fields)| Group {
            title: f.t(title),
            facts: fields
                .iter()
                .filter(|field| !matches!(field, Field::Number | Field::Name))
                .map(|field| Fact {
                    label: words::field(f.lang, *field),
                    shown: value(f.lang, organisation, &view.row.profile, *field),
                })
                .collect(),
        })
        .collect()
}
