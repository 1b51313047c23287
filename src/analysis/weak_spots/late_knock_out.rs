//! W12: the check that sorts out most for the least work does not come first (redesign heuristic "knock-out", Reijers and
//! Limam Mansar 2005; the gain after analysis.md 4.4).

use super::spot::Spot;
use super::view::View;
use crate::flow::knock_out::{Check, best_order, expected_time};
use crate::flow::slots::{list, value};

/// Minutes per case from which on another order is worth a word.
const WORTH: f64 = 0.5;

/// Checks in a row, each with stated minutes and a stated share of cases that it ends.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let mut taken = vec![false; view.count()];
    let mut found = Vec::new();
    for start in view.work() {
        let mut row: Vec<(usize, Check)> = Vec::new();
        let mut at = Some(start);
        while let Some(step) = at
            && !value(&taken, step)
            && let Some((check, next)) = knocks_out(view, step)
        {
            crate::flow::slots::set(&mut taken, step, true);
            row.push((step, check));
            at = next;
        }
        let checks: Vec<Check> = row.iter().map(|(_, check)| *check).collect();
        let best = best_order(&checks);
        let order =
            |order: &[usize]| expected_time(order.iter().filter_map(|place| checks.get(*place).copied()));
        let gain = expected_time(checks.iter().copied()) - order(&best);
        let first = best.first().and_then(|place| row.get(*place)).map(|(at, _)| *at);
        if let Some(first) = first.filter(|_| row.len() > 1 && gain >= WORTH) {
            let others = row.iter().map(|(at, _)| *at).filter(|at| *at != first);
            let reach = view.chain.executions(start);
            let mut spot = Spot::new(
                "late-knock-out",
                std::iter::once(first).chain(others).collect(),
                0.5,
            )
            .with("minutes", gain);
            spot.minutes = Some(gain * reach);
            spot.per_case = Some(reach);
            found.push(spot);
        }
    }
    found
}

/// A step with stated minutes before a decision of which one way, with a stated share, ends without another step by hand
/// that comes back; with the step on the other way.
fn knocks_out(view: &View<'_>, at: usize) -> Option<(Check, Option<usize>)> {
    let time = view.node(at)?.annotations.work.as_ref()?.handling_minutes?;
    let [only] = list(&view.chain.arcs, at) else {
        return None;
    };
    let [one, two] = list(&view.chain.arcs, only.to) else {
        return None;
    };
    if value(&view.chain.assumed, one.to) || value(&view.chain.assumed, two.to) {
        return None;
    }
    let steps = |point: usize| match view.ways.entered(point) {
        Some(node) if view.ways.is_step(node) => vec![node],
        _ => view.ways.next_steps(point, false, &|_| false),
    };
    let (left, right) = (steps(one.to), steps(two.to));
    // The way on leads to a step; the way out never comes to it.
    let out = |from: usize, goal: &[usize]| {
        goal.iter().all(|step| !view.ways.leads(from, *step)) && !goal.contains(&from)
    };
    let on = |goal: &[usize]| match goal {
        [step] => Some(*step),
        _ => None,
    };
    let (reject, next) = if on(&left).is_some() && out(two.to, &left) && !right.contains(&at) {
        (two.weight, on(&left))
    } else if on(&right).is_some() && out(one.to, &right) && !left.contains(&at) {
        (one.weight, on(&right))
    } else {
        return None;
    };
    Some((Check { time, reject }, next))
}
