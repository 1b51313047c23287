//! W22: an amount or a date is worked out by hand. Own pattern; what can be computed can be a decision table (DMN).

use super::spot::Spot;
use super::view::View;
use crate::graph::{ActivityKind, NodeKind};

/// A step by hand that calculates, with no system named at it or drawn.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    view.work()
        .filter(|at| view.says(*at, "calculate"))
        .filter(|at| {
            view.node(*at).is_some_and(|node| {
                // A user task is done with a system, a call is a process of its own.
                matches!(
                    node.kind,
                    NodeKind::Activity(ActivityKind::Task | ActivityKind::Manual)
                )
            }) && view.systems(*at).is_empty()
        })
        .map(|at| Spot::new("manual-calculation", vec![at], 0.6).costing_first(view))
        .collect()
}
