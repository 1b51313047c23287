//! History of a process: who changed what, when and why.

use super::head::{Head, Tab, process_id};
use super::value::value;
use crate::domain::message::Message;
use crate::domain::profile::Field;
use crate::domain::profile_text;
use crate::register::Organisation;
use crate::text::Lang;
use crate::web::app::App;
use crate::web::failure::Answer;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::pages::show;
use crate::web::words::{self, Shown};
use askama::Template;
use axum::extract::{Path, State};

#[derive(Template)]
#[template(path = "processes/history.html")]
struct HistoryPage {
    f: Frame,
    head: Head,
    entries: Vec<Entry>,
}

struct Entry {
    title: String,
    reason: String,
    changes: Vec<Change>,
}

struct Change {
    field: String,
    before: String,
    after: String,
}

/// `GET /processes/{id}/history`.
pub(super) async fn history(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    let (view, revisions, organisation) = app
        .run(move |register| {
            Ok((
                register.process(&caller, id)?,
                register.revisions(&caller, id)?,
                register.organisation(&caller)?,
            ))
        })
        .await?;
    let f = Frame::of(&visitor);
    let lang = f.lang;
    let entries = revisions
        .into_iter()
        .map(|revision| Entry {
            title: lang.say(
                &Message::new(if revision.number == 1 {
                    "web-revision-first"
                } else {
                    "web-revision"
                })
                .with("number", f64::from(revision.number))
                .with("day", lang.day(revision.at))
                .with("name", revision.by_name),
            ),
            reason: revision.reason,
            changes: revision
                .changes
                .into_iter()
                .map(|change| Change {
                    field: words::field(lang, change.field),
                    before: in_words(lang, &organisation, change.field, change.before.as_deref()),
                    after: in_words(lang, &organisation, change.field, change.after.as_deref()),
                })
                .collect(),
        })
        .collect();
    let head = Head::of(&f, &view, Tab::History);
    show(&HistoryPage { f, head, entries })
}

/// A canonical text of the past in words; as it stands where it cannot be read any more.
fn in_words(lang: Lang, organisation: &Organisation, field: Field, text: Option<&str>) -> String {
    let mut profile = profile_text::empty_profile();
    match profile_text::set(&mut profile, field, profile_text::decode(text)) {
        Ok(()) => {
            let shown = value(lang, organisation, &profile, field);
            match (shown.text.is_empty(), shown.note.is_empty()) {
                (true, _) => Shown::unknown(lang).text,
                (false, true) => shown.text,
                (false, false) => format!("{} ({})", shown.text, shown.note),
            }
        }
        Err(_) => text.unwrap_or_default().to_owned(),
    }
}
