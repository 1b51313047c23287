//! W18: a person watches a date that a system could watch. Own pattern.

use super::spot::Spot;
use super::view::View;

/// A step by hand that keeps a follow-up or a deadline, with no system named that does it.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    view.work()
        .filter(|at| view.says(*at, "followup"))
        .filter(|at| {
            view.said
                .get(*at)
                .is_some_and(|said| said.label.systems().next().is_none())
        })
        .map(|at| Spot::new("manual-timer", vec![at], 0.7).costing_first(view))
        .collect()
}
