//! W21: something still goes by fax (family of Dohren and others 2015).

use super::spot::Spot;
use super::view::View;
use crate::graph::MessageEnd;

/// A step, an event or a message at it that names the fax.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let mut at: Vec<(usize, &str)> = (0..view.count())
        .filter(|at| view.says(*at, "fax") && !view.is_outside(*at))
        .filter_map(|at| Some((at, view.node(at)?.name.as_str())))
        .collect();
    for message in view
        .graph
        .messages
        .iter()
        .filter(|message| view.text_says(&message.name, "fax"))
    {
        let ours = [message.to, message.from].into_iter().find_map(|end| match end {
            MessageEnd::Node(node) if !view.is_outside(node.index()) => {
                Some((node.index(), message.name.as_str()))
            }
            _ => None,
        });
        at.extend(ours);
    }
    at.sort_unstable();
    at.dedup_by_key(|(at, _)| *at);
    at.into_iter()
        .map(|(at, words)| Spot::new("fax", vec![at], 0.85).with("words", words))
        .collect()
}
