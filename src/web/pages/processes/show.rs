//! One process: the profile.

use super::head::{Head, Tab, process_id};
use crate::domain::message::Message;
use crate::domain::profile::Field;
use crate::register::ProcessView;
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
    let view = app.run(move |register| register.process(&caller, id)).await?;
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
        groups: groups(&f, &view),
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

fn groups(f: &Frame, view: &ProcessView) -> Vec<Group> {
    GROUPS
        .into_iter()
        .map(|(title, fields)| Group {
            title: f.t(title),
            facts: fields
                .iter()
                .filter(|field| !matches!(field, Field::Number | Field::Name))
                .map(|field| Fact {
                    label: words::field(f.lang, *field),
                    shown: value(f, view, *field),
                })
                .collect(),
        })
        .collect()
}

/// The value of a field in words.
fn value(f: &Frame, view: &ProcessView, field: Field) -> Shown {
    let lang = f.lang;
    let profile = &view.row.profile;
    let text = |known| words::known(lang, known, Clone::clone);
    match field {
        Field::Number => Shown::plain(&profile.number),
        Field::Name => Shown::plain(&profile.name),
        Field::Summary => text(&profile.summary),
        Field::Unit if view.unit_path.is_empty() => Shown::unknown(lang),
        Field::Unit => Shown::plain(view.unit_path.join(" › ")),
        Field::OwnerRole => text(&profile.owner_role),
        Field::Steward => text(&profile.steward),
        Field::Category => words::known(lang, &profile.category, |value| words::category(lang, *value)),
        Field::Trigger => text(&profile.trigger),
        Field::Result => text(&profile.result),
        Field::CasesPerYear => words::figure(lang, &profile.cases_per_year, "web-unit-cases"),
        Field::HandlingMinutes => words::figure(lang, &profile.handling_minutes, "web-unit-minutes"),
        Field::LeadTimeDays => words::figure(lang, &profile.lead_time_days, "web-unit-days"),
        Field::ChannelsIn => words::known(lang, &profile.channels_in, |list| words::channels(lang, list)),
        Field::ChannelsOut => words::known(lang, &profile.channels_out, |list| words::channels(lang, list)),
        Field::Applications => {
            words::known(lang, &profile.applications, |_| view.application_names.join(", "))
        }
        Field::LegalBasis => text(&profile.legal_basis),
        Field::Discretion => words::known(lang, &profile.discretion, |value| words::discretion(lang, *value)),
        Field::PersonalData => words::known(lang, &profile.personal_data, |value| {
            words::personal_data(lang, *value)
        }),
        Field::Tags if profile.tags.is_empty() => Shown {
            text: f.t("web-no-tags"),
            note: String::new(),
            unknown: true,
        },
        Field::Tags => Shown::plain(profile.tags.join(", ")),
        Field::Status => Shown::plain(words::status(lang, profile.status)),
        Field::ReviewDate => words::known(lang, &profile.review_date, |date| lang.date(*date)),
    }
}
