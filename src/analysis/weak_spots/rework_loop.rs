//! W14: work is done again because something has to be asked for or corrected. Own pattern; hours are Σ (v − 1)⁺ · t.

use super::spot::Spot;
use super::view::View;
use crate::domain::message::Message;
use crate::flow::slots::value;

/// Visits per case from which on a loop matters.
const OFTEN: f64 = 1.1;

/// A circle through a step that corrects or asks back, with steps that are done more than once per case.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let mut found = Vec::new();
    for circle in view.ways.circles() {
        let Some(cause) = circle
            .iter()
            .copied()
            .find(|at| view.ways.is_step(*at) && view.says(*at, "rework"))
        else {
            continue;
        };
        let repeated: Vec<usize> = circle
            .iter()
            .copied()
            .filter(|at| *at != cause && view.by_hand(*at) && view.chain.executions(*at) > OFTEN)
            .collect();
        if repeated.is_empty() {
            continue;
        }
        let more = |at: usize| (view.chain.executions(at) - 1.0).max(0.0);
        let most = repeated.iter().map(|at| more(*at)).fold(0.0, f64::max);
        let minutes: Option<f64> = repeated
            .iter()
            .map(|at| {
                let each = view.node(*at)?.annotations.work.as_ref()?.handling_minutes?;
                Some(each * more(*at))
            })
            .sum();
        let mut spot = Spot::new(
            "rework-loop",
            std::iter::once(cause).chain(repeated).collect(),
            0.7,
        );
        spot.per_case = Some(most);
        spot.minutes = minutes;
        let assumed = spot.steps.iter().any(|at| value(&view.chain.assumed, *at));
        let times = if assumed {
            Message::new("weak-spots-times-unknown")
        } else {
            Message::new("weak-spots-times").with("number", most)
        };
        found.push(spot.with("times", times));
    }
    found
}
