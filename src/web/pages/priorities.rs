//! The ranking of all processes, and the weights behind it.

use super::score_bar::{RankedLine, question_title};
use super::{done, show};
use crate::domain::account::Role;
use crate::domain::message::Message;
use crate::domain::question::Weights;
use crate::error::{Error, FieldError};
use crate::register::questions;
use crate::web::app::App;
use crate::web::failure::Answer;
use crate::web::form::Fields;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::routes::{Needs, Routes};
use crate::web::state::{require_state, state_of};
use askama::Template;
use axum::extract::State;
use axum::routing::{get, post};

/// Lines shown at first; the rest is one click away.
const FIRST: usize = 50;

pub(super) fn routes() -> Routes {
    Routes::new()
        .at("/priorities", Needs::Role(Role::Reader), get(list))
        .at(
            "/priorities/weights",
            Needs::Role(Role::Coordinator),
            post(set_weights),
        )
}

#[derive(Template)]
#[template(path = "priorities/list.html")]
struct ListPage {
    f: Frame,
    summary: String,
    lines: Vec<RankedLine>,
    unranked: Vec<RankedLine>,
    more: bool,
    with_proposals: bool,
    weights: Vec<Weight>,
    weights_total: String,
    weights_seen: String,
    /// Smallest step of the sliders that shows every weight as it is.
    weights_step: &'static str,
    may_answer: bool,
}

/// Weight of a Leitfrage.
struct Weight {
    group: u8,
    label: String,
    /// As forms take it.
    value: String,
    /// As people read it.
    percent: String,
}

/// `GET /priorities`.
async fn list(State(app): State<App>, visitor: Visitor) -> Answer {
    let caller = visitor.caller()?;
    let with_proposals = visitor.param("proposals") == "1";
    let (ranking, weights) = app
        .run(move |register| {
            Ok((
                register.priorities(&caller, with_proposals)?,
                register.weights(&caller)?,
            ))
        })
        .await?;
    let f = Frame::of(&visitor);
    let all = visitor.param("all") == "1";
    let (ranked, unranked): (Vec<_>, Vec<_>) = ranking.iter().partition(|line| line.rank.is_some());
    let shown = if all { ranked.len() } else { FIRST };
    let page = ListPage {
        summary: f.say(
            &Message::new("web-priorities-summary")
                .with("ranked", ranked.len())
                .with("open", unranked.len()),
        ),
        more: ranked.len() > shown,
        lines: ranked
            .iter()
            .take(shown)
            .map(|line| RankedLine::of(&f, line))
            .collect(),
        unranked: unranked.iter().map(|line| RankedLine::of(&f, line)).collect(),
        with_proposals,
        weights_total: f.lang.number(shown_weights(&weights).iter().sum::<f64>().round()),
        weights_step: if shown_weights(&weights).iter().all(|weight| weight.fract() == 0.0) {
            "1"
        } else {
            "0.1"
        },
        weights_seen: state_of(&weights),
        weights: weight_lines(&f, &weights),
        may_answer: f.may(Role::Coordinator),
        f,
    };
    show(&page)
}

/// Weights to one decimal, rounded so that they still sum up to what they did (largest remainder first).
fn shown_weights(weights: &Weights) -> Vec<f64> {
    let exact: Vec<f64> = weights.groups.iter().map(|(_, weight)| weight * 10.0).collect();
    let mut tenths: Vec<f64> = exact.iter().map(|weight| (weight + 1e-6).floor()).collect();
    let mut order: Vec<usize> = (0..exact.len()).collect();
    let rest = |at: &usize| {
        exact
            .get(*at)
            .map_or(0.0, |weight| weight - (weight + 1e-6).floor())
    };
    order.sort_by(|a, b| rest(b).total_cmp(&rest(a)));
    let mut open = exact.iter().sum::<f64>().round() - tenths.iter().sum::<f64>();
    for at in order {
        if let Some(tenth) = tenths.get_mut(at).filter(|_| open >= 1.0) {
            *tenth += 1.0;
            open -= 1.0;
        }
    }
    tenths.into_iter().map(|tenth| tenth / 10.0).collect()
}

fn weight_lines(f: &Frame, weights: &Weights) -> Vec<Weight> {
    let set = questions();
    weights
        .groups
        .iter()
        .zip(shown_weights(weights))
        .map(|((group, _), weight)| {
            let titles: Vec<String> = set
                .questions
                .iter()
                .filter(|question| question.group == *group)
                .map(|question| question_title(f, &question.id))
                .collect();
            Weight {
                group: *group,
                label: titles.join(" / "),
                value: weight.to_string(),
                percent: f.lang.number(weight),
            }
        })
        .collect()
}

/// `POST /priorities/weights`.
async fn set_weights(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let mut faults: Vec<FieldError> = Vec::new();
    let mut groups = Vec::new();
    for group in 1..=5u8 {
        match fields.number(&format!("weight-{group}")) {
            Ok(weight) => groups.push((group, weight.unwrap_or(0.0))),
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        return Err(Error::invalid_fields(faults).into());
    }
    let weights = Weights { groups };
    app.run(move |register| {
        let before = register.weights(&caller)?;
        require_state(&fields, &before)?;
        register.set_weights_over(&caller, &weights, Some(before))
    })
    .await?;
    Ok(done("/priorities", "weights"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown_weights_keep_their_total() {
        let weights = |values: &[f64]| Weights {
            groups: (1u8..).zip(values.iter().copied()).collect(),
        };
        assert_eq!(shown_weights(&weights(&[20.0; 5])), [20.0; 5]);
        assert_eq!(
            shown_weights(&weights(&[20.88, 19.78, 19.78, 19.78, 19.78])),
            [20.8, 19.8, 19.8, 19.8, 19.8]
        );
    }
}
