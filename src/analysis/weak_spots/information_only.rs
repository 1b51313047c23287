//! W11: the case waits until somebody has taken note (redesign heuristic "contact reduction", Reijers and Limam Mansar 2005).

use super::spot::Spot;
use super::view::View;
use crate::flow::slots::list;

/// A step of taking note that lies on the way of the case: not in a parallel branch, and with steps after it.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    view.work()
        .filter(|at| view.says(*at, "inform") && list(&view.chain.membership, *at).is_empty())
        .filter(|at| !["approve", "check"].iter().any(|topic| view.says(*at, topic)))
        .filter_map(|at| {
            let next = view
                .ways
                .next_steps(at, false, &|_| false)
                .into_iter()
                .find(|next| *next != at)?;
            Some(Spot::new("information-only", vec![at, next], 0.7).costing_first(view))
        })
        .collect()
}
