//! Two versions of a model beside each other.

use super::diagrams::{mark_as, version_number, version_title};
use super::processes::head::{Head, Tab, process_id};
use super::show as show_page;
use super::times_difference::{self, Row, TimesView, row};
use crate::domain::account::Role;
use crate::domain::analysis::{Analysis, ModelVerdict};
use crate::domain::message::Message;
use crate::register::{Change, ChangeKind, ComparedSide};
use crate::web::app::App;
use crate::web::failure::Answer;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::routes::{Needs, Routes};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;

pub(super) fn routes() -> Routes {
    let reader = Needs::Role(Role::Reader);
    Routes::new()
        .at("/processes/{id}/diagrams/{n}/compare", reader, get(choose))
        .at("/processes/{id}/diagrams/{n}/compare/{m}", reader, get(show))
        .at(
            "/processes/{id}/diagrams/{n}/compare/{m}/{side}",
            reader,
            get(picture),
        )
}

/// `GET /processes/{id}/diagrams/{n}/compare?with=m`: where the list of versions leads to.
async fn choose(visitor: Visitor, Path((id, number)): Path<(String, String)>) -> Answer {
    let (id, number) = (process_id(&id)?, version_number(&number)?);
    let other = version_number(visitor.param("with"))?;
    let number = match visitor.param("from") {
        "" => number,
        from => version_number(from)?,
    };
    Ok(Redirect::to(&format!("/processes/{id}/diagrams/{number}/compare/{other}")).into_response())
}

#[derive(Template)]
#[template(path = "diagrams/compare.html")]
struct ComparePage {
    f: Frame,
    head: Head,
    title: String,
    sides: Vec<SideView>,
    summary: String,
    kinds: Vec<KindChoice>,
    steps: Vec<Line>,
    ways: Vec<Line>,
    hidden: String,
    figures: Vec<Row>,
    times: Option<TimesView>,
    swap: String,
}

struct SideView {
    id: &'static str,
    title: String,
    address: String,
    picture: String,
}

struct KindChoice {
    code: &'static str,
    label: String,
    chosen: bool,
}

struct Line {
    number: usize,
    code: &'static str,
    symbol: String,
    sentence: String,
    details: Vec<String>,
}

/// The kinds asked for; without a choice all but what only stands elsewhere in the picture.
fn wanted(visitor: &Visitor) -> Vec<ChangeKind> {
    let chosen: Vec<&str> = visitor
        .query
        .iter()
        .filter(|(name, _)| name == "kind")
        .map(|(_, value)| value.as_str())
        .collect();
    ChangeKind::ALL
        .into_iter()
        .filter(|kind| match chosen.is_empty() {
            true => *kind != ChangeKind::Redrawn,
            false => chosen.contains(&kind.code()),
        })
        .collect()
}

/// `GET /processes/{id}/diagrams/{n}/compare/{m}`.
async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, old, new)): Path<(String, String, String)>,
) -> Answer {
    let caller = visitor.caller()?;
    let (id, old, new) = (process_id(&id)?, version_number(&old)?, version_number(&new)?);
    let (view, found) = app
        .run(move |register| {
            Ok((
                register.process(&caller, id)?,
                register.compare_diagrams(&caller, id, old, new)?,
            ))
        })
        .await?;
    let f = Frame::of(&visitor);
    let kinds = wanted(&visitor);
    let query: String = kinds
        .iter()
        .map(|kind| format!("&kind={}", kind.code()))
        .collect();
    let query = query.replacen('&', "?", 1);
    let address = format!("/processes/{id}/diagrams/{old}/compare/{new}");
    let side = |side: &'static str, version: &crate::domain::diagram::DiagramVersion| SideView {
        id: side,
        title: version_title(&f, version),
        address: format!("/processes/{id}/diagrams/{}", version.number),
        picture: format!("{address}/{side}{query}"),
    };
    let changes = &found.compared.changes;
    let shown = |connection: bool| -> Vec<Line> {
        changes
            .iter()
            .filter(|change| kinds.contains(&change.kind) && change.connection == connection)
            .map(|change| line(&f, change))
            .collect()
    };
    let left_out = changes
        .iter()
        .filter(|change| !kinds.contains(&change.kind))
        .count();
    let summary = match changes.len() {
        0 => Message::new("compare-same"),
        elements => Message::new("compare-length")
            .with("edits", found.compared.edits)
            .with("elements", elements),
    };
    let page = ComparePage {
        head: Head::of(&f, &view, Tab::Diagram),
        title: f.t("web-compare-title"),
        sides: vec![side("old", &found.old.version), side("new", &found.new.version)],
        summary: f.say(&summary),
        kinds: ChangeKind::ALL
            .into_iter()
            .map(|kind| {
                let count = changes.iter().filter(|change| change.kind == kind).count();
                KindChoice {
                    code: kind.code(),
                    label: format!(
                        "{} {} ({count})",
                        kind.symbol(),
                        f.t(&format!("compare-kind-{}", kind.code()))
                    ),
                    chosen: kinds.contains(&kind),
                }
            })
            .collect(),
        steps: shown(false),
        ways: shown(true),
        hidden: match left_out {
            0 => String::new(),
            number => f.say(&Message::new("web-compare-hidden").with("number", number)),
        },
        figures: figures(&f, &found.old.analysis, &found.new.analysis),
        times: times_difference::view(&f, &found.compared.times),
        swap: format!("/processes/{id}/diagrams/{new}/compare/{old}"),
        f,
    };
    show_page(&page)
}

fn line(f: &Frame, change: &Change) -> Line {
    Line {
        number: change.number,
        code: change.kind.code(),
        symbol: change.symbol(),
        sentence: f.say(&change.sentence),
        details: change
            .details
            .iter()
            .map(|detail| f.say(&detail.sentence))
            .collect(),
    }
}

/// What changed in figures.
fn figures(f: &Frame, old: &Analysis, new: &Analysis) -> Vec<Row> {
    type Pick = fn(&Analysis) -> Option<f64>;
    let picks: [(&str, Pick); 3] = [
        ("web-compare-steps", |analysis| {
            Some(analysis.summary.activities as f64)
        }),
        ("web-compare-breaks", |analysis| {
            (analysis.summary.verdict != ModelVerdict::NotAssessable)
                .then_some(analysis.summary.breaks_per_case)
        }),
        ("web-compare-candidates", |analysis| {
            Some(analysis.candidates.len() as f64)
        }),
    ];
    picks
        .into_iter()
        .map(|(label, pick)| row(f, label, pick(old), pick(new)))
        .collect()
}

/// `GET /processes/{id}/diagrams/{n}/compare/{m}/old` and `…/new`: the pictures with the numbers of the changes.
async fn picture(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, old, new, side)): Path<(String, String, String, String)>,
) -> Answer {
    let caller = visitor.caller()?;
    let (id, old, new) = (process_id(&id)?, version_number(&old)?, version_number(&new)?);
    let side = match side.as_str() {
        "old" => ComparedSide::Old,
        "new" => ComparedSide::New,
        _ => return Err(crate::error::Error::not_found("thing-diagram").into()),
    };
    let (kinds, lang) = (wanted(&visitor), visitor.lang);
    let svg = app
        .run(move |register| register.comparison_picture(&caller, id, (old, new), side, &kinds, lang))
        .await?;
    let mut response = svg.into_response();
    mark_as(&mut response, "image/svg+xml");
    Ok(response)
}
