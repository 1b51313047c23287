//! The start page: what waits for whom.

use super::processes::list::Row;
use super::score_bar::RankedLine;
use super::show;
use crate::domain::account::Role;
use crate::domain::message::Message;
use crate::register::UnitState;
use crate::web::app::App;
use crate::web::failure::Answer;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::routes::{Needs, Routes};
use crate::web::words;
use askama::Template;
use axum::extract::State;
use axum::routing::get;

pub(super) fn routes() -> Routes {
    Routes::new().at("/", Needs::Role(Role::Reader), get(page))
}

#[derive(Template)]
#[template(path = "start/show.html")]
struct StartPage {
    f: Frame,
    greeting: String,
    summary: String,
    task: String,
    mine: Vec<Row>,
    unjudged: Vec<Unjudged>,
    unjudged_total: usize,
    units: Vec<UnitLine>,
    top: Vec<RankedLine>,
    recent: Vec<Row>,
    may_create: bool,
    may_judge: bool,
    may_answer: bool,
}

/// Findings without a verdict on one level.
struct Unjudged {
    address: String,
    label: String,
    number: String,
}

/// State of a unit.
struct UnitLine {
    name: String,
    processes: String,
    modelled: String,
    released: String,
    completeness: u32,
}

/// `GET /`.
async fn page(State(app): State<App>, visitor: Visitor) -> Answer {
    let caller = visitor.caller()?;
    let actor = caller.actor.clone();
    let start = app.run(move |register| register.start(&caller)).await?;
    let f = Frame::of(&visitor);
    let page = StartPage {
        greeting: f.say(&Message::new("web-greeting").with("name", actor.name.as_str())),
        summary: f.say(
            &Message::new("web-start-summary")
                .with("processes", start.processes)
                .with("modelled", start.modelled),
        ),
        task: f.t(&format!("web-start-task-{}", actor.role.code())),
        mine: start.mine.iter().map(|row| Row::of(&f, row)).collect(),
        unjudged_total: start.unjudged.iter().map(|(_, number)| number).sum(),
        unjudged: start
            .unjudged
            .iter()
            .filter(|(_, number)| *number > 0)
            .map(|(level, number)| Unjudged {
                address: format!("/findings?verdict=open&level={}", level.code()),
                label: words::level(f.lang, *level),
                number: f.lang.number(*number as f64),
            })
            .collect(),
        units: start.units.iter().map(|state| unit_line(&f, state)).collect(),
        top: start
            .top
            .iter()
            .filter(|line| line.rank.is_some())
            .map(|line| RankedLine::of(&f, line))
            .collect(),
        recent: start.recent.iter().map(|row| Row::of(&f, row)).collect(),
        may_create: f.may(Role::ProcessOwner),
        may_judge: f.may(Role::Analyst),
        may_answer: f.may(Role::Coordinator),
        f,
    };
    show(&page)
}

fn unit_line(f: &Frame, state: &UnitState) -> UnitLine {
    UnitLine {
        name: state.name.clone(),
        processes: f.lang.number(state.processes as f64),
        modelled: f.lang.number(state.modelled as f64),
        released: f.lang.number(state.released as f64),
        completeness: words::percent(state.completeness),
    }
}
