//! Candidates for automation and AI support: over the register and of one process.

use super::candidate_card::{CandidateCard, class_title};
use super::processes::head::{Head, Tab, process_id, with_newest_model};
use super::{Chip, chips, show};
use crate::domain::account::Role;
use crate::domain::candidate::SolutionClass;
use crate::domain::ids::UnitId;
use crate::domain::message::Message;
use crate::register::CandidateFilter;
use crate::web::address::with_query;
use crate::web::app::App;
use crate::web::choice::{self, Choice, choices};
use crate::web::failure::Answer;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::routes::{Needs, Routes};
use askama::Template;
use axum::extract::{Path, State};
use axum::routing::get;

/// Rows of one page.
const LIMIT: usize = 30;

pub(super) fn routes() -> Routes {
    let reader = Needs::Role(Role::Reader);
    Routes::new().at("/candidates", reader, get(list)).at(
        "/processes/{id}/candidates",
        reader,
        get(of_process),
    )
}

#[derive(Template)]
#[template(path = "candidates/list.html")]
struct ListPage {
    f: Frame,
    total: String,
    rows: Vec<Row>,
    chips: Vec<Chip>,
    units: Vec<Choice>,
    classes: Vec<Choice>,
    next: Option<String>,
}

/// A candidate with the process it is in.
struct Row {
    address: String,
    process: String,
    card: CandidateCard,
}

/// `GET /candidates`.
async fn list(State(app): State<App>, visitor: Visitor) -> Answer {
    let caller = visitor.caller()?;
    let filter = CandidateFilter {
        unit: visitor.param("unit").parse().ok().map(UnitId),
        class: SolutionClass::ALL
            .into_iter()
            .find(|class| class.code() == visitor.param("class")),
        limit: LIMIT,
        cursor: Some(visitor.param("cursor").to_owned()).filter(|cursor| !cursor.is_empty()),
    };
    let (page, organisation) = app
        .run(move |register| {
            Ok((
                register.candidates(&caller, &filter)?,
                register.organisation(&caller)?,
            ))
        })
        .await?;
    let f = Frame::of(&visitor);
    let filters = [
        ("unit", choice::units(&organisation, visitor.param("unit"))),
        (
            "class",
            choices(
                SolutionClass::ALL.map(|class| (class.code().to_owned(), class_title(&f, class.code()))),
                visitor.param("class"),
            ),
        ),
    ];
    let chips = chips(&visitor, &f, "/candidates", &filters);
    let [units, classes] = filters.map(|(_, list)| list);
    let page = ListPage {
        total: f.say(&Message::new("web-candidates-total").with("number", page.total)),
        rows: page
            .rows
            .iter()
            .map(|row| Row {
                address: format!("/processes/{}/diagrams/{}", row.process, row.diagram),
                process: row.process_name.clone(),
                card: CandidateCard::of(&f, &row.candidate),
            })
            .collect(),
        chips,
        units,
        classes,
        next: page.next.map(|cursor| {
            let kept = visitor
                .query
                .iter()
                .filter(|(name, _)| name != "cursor")
                .map(|(name, value)| (name.as_str(), value.as_str()));
            with_query("/candidates", kept.chain([("cursor", cursor.as_str())]))
        }),
        f,
    };
    show(&page)
}

#[derive(Template)]
#[template(path = "candidates/show.html")]
struct ProcessPage {
    f: Frame,
    head: Head,
    diagram: Option<String>,
    cards: Vec<CandidateCard>,
}

/// `GET /processes/{id}/candidates`: candidates of the newest Ist model.
async fn of_process(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    let (view, diagram) = app
        .run(move |register| with_newest_model(register, &caller, id))
        .await?;
    let f = Frame::of(&visitor);
    let page = ProcessPage {
        head: Head::of(&f, &view, Tab::Candidates),
        diagram: diagram
            .as_ref()
            .map(|diagram| format!("/processes/{id}/diagrams/{}", diagram.version.number)),
        cards: diagram
            .iter()
            .flat_map(|diagram| &diagram.analysis.candidates)
            .map(|candidate| CandidateCard::of(&f, candidate))
            .collect(),
        f,
    };
    show(&page)
}
