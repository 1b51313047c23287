//! W28: each case is put into the archive by hand (family of Dohren and others 2015).

use super::spot::Spot;
use super::view::View;

/// Times per case from which on it is the rule.
const NEARLY_ALWAYS: f64 = 0.9;

/// A step by hand that archives, in nearly every case.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    view.work()
        .filter(|at| view.says(*at, "archive") && view.chain.executions(*at) > NEARLY_ALWAYS)
        .map(|at| Spot::new("archive-by-hand", vec![at], 0.7).costing_first(view))
        .collect()
}
