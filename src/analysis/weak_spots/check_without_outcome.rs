//! W10: a check whose result never leads anywhere else (Becker and others 2011).

use super::spot::Spot;
use super::view::View;
use crate::analysis::wording::Class;
use crate::flow::Split;
use crate::flow::slots::{list, value};

/// A check after which no decision, no other judging step and no event on a border follows on any way to the end.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let decides = |point: usize| {
        let arcs = list(&view.chain.arcs, point);
        let branches = arcs.len() > 1 && view.chain.split.get(point) != Some(&Split::All);
        branches || arcs.iter().any(|arc| arc.early)
    };
    let judges = |at: usize| {
        (view.ways.is_step(at) && view.does(at, &[Class::Judge]))
            || view.says(at, "approve")
            || view.says(at, "rework")
    };
    let matters: Vec<usize> = (0..view.chain.points.len())
        .filter(|point| decides(*point) || view.ways.entered(*point).is_some_and(judges))
        .collect();
    // From these points a decision still lies ahead; the points themselves count from the next one on.
    let mut ahead = vec![false; view.chain.points.len()];
    let before: Vec<usize> = matters
        .iter()
        .flat_map(|point| view.ways.previous(*point))
        .copied()
        .collect();
    for (point, reached) in view
        .ways
        .reached(&before, true, &|_| false)
        .into_iter()
        .enumerate()
    {
        crate::flow::slots::set(&mut ahead, point, reached);
    }
    view.work()
        .filter(|at| view.says(*at, "check") && view.only_does(*at, &[Class::Judge]))
        .filter(|at| !view.says(*at, "approve") && !decides(*at) && !value(&ahead, *at))
        .filter(|at| {
            view.ways
                .next_steps(*at, false, &|_| false)
                .iter()
                .any(|next| next != at)
        })
        .filter(|at| view.node(*at).is_some_and(|node| node.writes.is_empty()))
        .map(|at| Spot::new("check-without-outcome", vec![at], 0.6).costing_first(view))
        .collect()
}
