//! W19: passing on is all that a step does, though both sides work in the same system (Becker and others 2011).

use super::spot::Spot;
use super::view::View;
use crate::analysis::wording::Class;

/// What passing on may be called; anything else is work of its own.
const PASSING: [Class; 5] = [
    Class::Send,
    Class::DigitalSend,
    Class::Move,
    Class::Attach,
    Class::Nothing,
];

/// A step that only passes on, between steps of two lanes that work in one system; paper that is moved is a media break.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let mut found = Vec::new();
    for at in view
        .work()
        .filter(|at| view.says(*at, "route") && view.only_does(*at, &PASSING))
    {
        let Some(node) = view.node(at) else { continue };
        if view.breaks.iter().any(|finding| finding.element == node.id) {
            continue;
        }
        let before = view.ways.next_steps(at, true, &|node| view.waits(node));
        let after = view.ways.next_steps(at, false, &|node| view.waits(node));
        let pair = before.iter().find_map(|one| {
            let systems = view.systems(*one);
            let next = after.iter().find(|two| {
                view.by_hand(**two)
                    && view.lane(**two) != view.lane(at)
                    && view.systems(**two).iter().any(|system| systems.contains(system))
            })?;
            let system = view
                .systems(*next)
                .into_iter()
                .find(|system| systems.contains(system))?;
            Some((*next, system))
        });
        if let Some((next, system)) = pair {
            let name = if system == "?" {
                crate::domain::message::Message::new("weak-spots-some-system")
            } else {
                crate::domain::message::Message::new("weak-spots-system").with("name", system)
            };
            found.push(
                Spot::new("manual-routing", vec![at, next], 0.6)
                    .with("system", name)
                    .costing_first(view),
            );
        }
    }
    found
}
