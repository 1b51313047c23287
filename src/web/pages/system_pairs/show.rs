//! `GET /findings/system-pairs/pair`: the steps of a pair, and what an interface would leave of them.

use super::effect::Effect;
use super::words::{carrier, estimate, interface, title, total};
use crate::domain::carrier::Carrier;
use crate::domain::ids::UnitId;
use crate::domain::message::Message;
use crate::domain::system_pair::{PairStep, SystemPair};
use crate::error::Error;
use crate::web::address::with_query;
use crate::web::app::App;
use crate::web::failure::Answer;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::pages::finding_card::{verdict_badge, verdict_word};
use crate::web::pages::show as answer;
use crate::web::words::{self, Shown};
use askama::Template;
use axum::extract::State;

/// Steps that are shown; the rest is counted.
const MOST: usize = 200;

#[derive(Template)]
#[template(path = "system_pairs/show.html")]
struct PairPage {
    f: Frame,
    back: String,
    title: String,
    figures: Vec<Figure>,
    /// What the catalogue says of the interfaces; empty where none can be.
    interface: Vec<String>,
    steps: Vec<Step>,
    effect: Option<Effect>,
    /// "and 12 more", or empty.
    more: String,
}

/// A figure of the head.
struct Figure {
    label: String,
    shown: Shown,
}

/// A step with its process.
struct Step {
    address: String,
    name: String,
    process: String,
    object: String,
    way: String,
    often: String,
    hours: Shown,
    verdict: Option<(String, &'static str)>,
    counted: bool,
    /// What an interface leaves of it; empty where none can help.
    remains: String,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    let caller = visitor.caller()?;
    let unit = visitor.param("unit").parse().ok().map(UnitId);
    let end =
        |name: &str| Carrier::parse(visitor.param(name)).ok_or_else(|| Error::not_found("thing-system-pair"));
    let (one, other) = (end("one")?, end("other")?);
    let found = app
        .run(move |register| register.interface_effect(&caller, unit, &one, &other))
        .await?;
    let f = Frame::of(&visitor);
    let pair = &found.pair;
    let remains: Vec<f64> = found
        .effect
        .iter()
        .flat_map(|effect| effect.steps.iter().map(|step| step.remains))
        .collect();
    let page = PairPage {
        back: with_query(
            "/findings/system-pairs",
            [("unit", visitor.param("unit")), ("with", side(pair))],
        ),
        title: title(f.lang, &pair.one, &pair.other),
        figures: figures(&f, pair),
        interface: if pair.is_joinable() {
            interface(f.lang, pair)
        } else {
            Vec::new()
        },
        steps: pair
            .steps
            .iter()
            .take(MOST)
            .enumerate()
            .map(|(index, step)| line(&f, step, remains.get(index).copied()))
            .collect(),
        effect: Effect::of(&f, &found),
        more: match pair.steps.len().saturating_sub(MOST) {
            0 => String::new(),
            rest => f.say(&Message::new("web-pairs-more").with("number", rest)),
        },
        f,
    };
    answer(&page)
}

fn side(pair: &SystemPair) -> &'static str {
    match &pair.other.carrier {
        Carrier::System(_) => "",
        _ => pair.side().code(),
    }
}

fn figures(f: &Frame, pair: &SystemPair) -> Vec<Figure> {
    let number = |number: usize| Shown::plain(f.lang.number(number as f64));
    let to_check = match pair.to_check() {
        0 => String::new(),
        number => f.say(&Message::new("web-pairs-to-check").with("number", number)),
    };
    let mut figures = vec![
        ("web-pairs-column-steps", number(pair.breaks).note(to_check)),
        ("web-pairs-column-processes", number(pair.processes)),
        ("web-column-hours", total(f.lang, pair.hours, pair.breaks)),
    ];
    if pair.cost.known.is_some() {
        figures.push(("web-pairs-column-cost", total(f.lang, pair.cost, pair.breaks)));
    }
    figures
        .into_iter()
        .map(|(id, shown)| Figure {
            label: f.t(id),
            shown,
        })
        .collect()
}

fn line(f: &Frame, step: &PairStep, remains: Option<f64>) -> Step {
    Step {
        address: format!(
            "/processes/{}/diagrams/{}#befund-{}",
            step.process, step.diagram, step.place
        ),
        name: if step.element_name.is_empty() {
            f.t("web-step-unnamed")
        } else {
            step.element_name.clone()
        },
        process: step.process_name.clone(),
        object: step.object.clone(),
        way: f.say(
            &Message::new("web-pairs-from-to")
                .with("from", carrier(f.lang, &step.from))
                .with("to", carrier(f.lang, &step.to)),
        ),
        often: words::amount(f.lang, "web-per-case", step.per_case),
        hours: estimate(f.lang, step.hours),
        verdict: step
            .verdict
            .map(|verdict| (verdict_word(f.lang, verdict), verdict_badge(verdict))),
        counted: step.counted,
        remains: remains.map(|remains| left(f, remains)).unwrap_or_default(),
    }
}

/// What an interface leaves of a step.
fn left(f: &Frame, remains: f64) -> String {
    match words::percent(remains) {
        0 => f.t("web-pairs-goes"),
        100 => f.t("web-pairs-stays"),
        percent => f.say(&Message::new("web-pairs-stays-in-part").with("percent", f64::from(percent))),
    }
}
