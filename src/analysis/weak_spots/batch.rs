//! W16: cases are collected and done together, so that each waits for the others (redesign heuristic "buffering").

use super::spot::Spot;
use super::view::View;
use crate::graph::{NodeKind, Trigger};

/// A step by hand, or a timer in the middle of the way, whose words name a rhythm or a batch.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    (0..view.count())
        .filter(|at| {
            view.says(*at, "batch")
                && (view.by_hand(*at)
                    || view
                        .node(*at)
                        .is_some_and(|node| node.kind == NodeKind::Catch(Trigger::Timer)))
        })
        .filter_map(|at| {
            let words = view.topic(at, "batch")?.to_owned();
            Some(Spot::new("batch", vec![at], 0.6).with("words", words))
        })
        .collect()
}
