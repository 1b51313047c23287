//! W21: something still goes by fax (family of Dohren and others 2015).

use super::spot::Spot;
use super::view::View;
use crate::graph::MessageEnd;

/// A step, an event or a message at it that names the fax.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let mut at: Vec<usize> = (0..view.count())
        .filter(|at| view.says(*at, "fax") && !view.is_outside(*at))
        .collect();
    for message in view.graph.messages.iter().filter(|message| view.text_says(&message.name, "fax")) {
        let ours = [message.to, message.from].into_iter().find_map(|end| match end {
            MessageEnd::Node(node) if !view.is_outside(node.index()) => Some(node.index()),
            _ => None,
        });
        at.extend(ours);
    }
    at.sort_unstable();
    at.dedup();
    at.into_iter().map(|at| Spot::new("fax", vec![at], 0.85)).collect()
}
