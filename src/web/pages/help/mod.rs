//! Help: how to begin, and the texts of rules, questions, solutions and legal questions.

use super::markdown::to_html;
use super::show;
use crate::domain::candidate::SolutionClass;
use crate::domain::carrier::BreakKind;
use crate::error::Error;
use crate::register::{explain, gates, questions, rule_ids};
use crate::text::Lang;
use crate::web::app::App;
use crate::web::assets;
use crate::web::failure::Answer;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::routes::{Needs, Routes};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;

pub(super) fn routes() -> Routes {
    Routes::new()
        .at("/help", Needs::Nothing, get(index))
        .at("/help/licences", Needs::Nothing, get(licences))
        .at("/help/{*id}", Needs::Nothing, get(page))
}

#[derive(Template)]
#[template(path = "help/list.html")]
struct IndexPage {
    f: Frame,
    text: String,
    groups: Vec<Group>,
}

/// Texts of one kind.
struct Group {
    title: String,
    entries: Vec<Entry>,
}

struct Entry {
    address: String,
    title: String,
}

/// `GET /help`.
async fn index(State(_): State<App>, visitor: Visitor) -> Answer {
    let f = Frame::of(&visitor);
    let text = match f.lang {
        Lang::De => include_str!("start.de.md"),
        Lang::En => include_str!("start.en.md"),
    };
    let breaks = BreakKind::ALL.map(|kind| format!("media-break/{}", kind.code()));
    let classes = SolutionClass::ALL.map(|class| class.code().to_owned());
    let asked: Vec<String> = questions()
        .questions
        .into_iter()
        .map(|question| question.id)
        .collect();
    let legal: Vec<String> = gates().into_iter().map(|gate| gate.id).collect();
    let groups = [
        ("web-help-breaks", breaks.to_vec()),
        ("web-help-questions", asked),
        ("web-help-classes", classes.to_vec()),
        ("web-help-gates", legal),
        ("web-help-modelling", of_family("modelling")),
        ("web-help-structure", of_family("structure")),
    ]
    .into_iter()
    .map(|(title, ids)| Group {
        title: f.t(title),
        entries: ids
            .iter()
            .filter_map(|id| explain(id, f.lang).ok())
            .map(|text| Entry {
                address: format!("/help/{}", text.id),
                title: text.title,
            })
            .collect(),
    })
    .collect();
    show(&IndexPage {
        text: to_html(text),
        groups,
        f,
    })
}

/// Ids of the rules of a family.
fn of_family(family: &str) -> Vec<String> {
    rule_ids()
        .into_iter()
        .filter(|id| id.split('/').next() == Some(family))
        .map(str::to_owned)
        .collect()
}

#[derive(Template)]
#[template(path = "help/show.html")]
struct TextPage {
    f: Frame,
    title: String,
    text: String,
}

/// `GET /help/{rule}`.
async fn page(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let f = Frame::of(&visitor);
    let text = explain(&id, f.lang).map_err(|_| Error::not_found("web-what-help"))?;
    show(&TextPage {
        title: text.title,
        text: to_html(&text.text),
        f,
    })
}

/// `GET /help/licences`: the licences of the parts in the front end.
async fn licences() -> Answer {
    match assets::address("LICENSES.txt") {
        Some(address) => Ok(Redirect::to(&address).into_response()),
        None => Err(Error::not_found("web-what-help").into()),
    }
}
