//! W13: two desks work one after the other though neither needs what the other makes (redesign heuristic "parallelism",
//! Reijers and Limam Mansar 2005).

use super::spot::Spot;
use super::view::View;

/// Two steps that follow each other in different lanes, both with drawn data, of which none is written by one and used by the
/// other.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let mut found = Vec::new();
    for at in view.work() {
        let next = view
            .ways
            .straight(at, &|node| view.waits(node))
            .filter(|next| view.by_hand(*next));
        let Some((one, next)) = view.node(at).zip(next) else {
            continue;
        };
        let Some(two) = view.node(next) else { continue };
        let different = view.lane(at).zip(view.lane(next)).is_some_and(|(a, b)| a != b);
        let drawn = |node: &crate::graph::Node| !node.reads.is_empty() && !node.writes.is_empty();
        if !different || !drawn(one) || !drawn(two) {
            continue;
        }
        let (read, written) = (view.data(&one.reads), view.data(&one.writes));
        let (read_next, written_next) = (view.data(&two.reads), view.data(&two.writes));
        let conflict = written
            .iter()
            .any(|data| read_next.contains(data) || written_next.contains(data))
            || read.iter().any(|data| written_next.contains(data));
        if !conflict {
            found.push(Spot::new("parallelisable", vec![at, next], 0.5));
        }
    }
    found
}
