//! History of a process: who changed what, when and why.

use super::head::{Head, Tab, process_id};
use crate::domain::message::Message;
use crate::web::app::App;
use crate::web::failure::Answer;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::pages::show;
use crate::web::words;
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
    let (view, revisions) = app
        .run(move |register| Ok((register.process(&caller, id)?, register.revisions(&caller, id)?)))
        .await?;
    let f = Frame::of(&visitor);
    let lang = f.lang;
    let nothing = f.t("web-not-surveyed");
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
                    before: change.before.unwrap_or_else(|| nothing.clone()),
                    after: change.after.unwrap_or_else(|| nothing.clone()),
                })
                .collect(),
        })
        .collect();
    let head = Head::of(&f, &view, Tab::History);
    show(&HistoryPage { f, head, entries })
}
