//! W07: a case goes to another desk and comes straight back, though nothing was decided there (Becker and others 2011).

use super::spot::Spot;
use super::view::View;
use crate::analysis::wording::Class;

/// Steps in a row at the other desk; with more it is work of its own.
const SHORT: usize = 2;

/// Confidence from which on a verb is taken at its word.
const SURE: f64 = 0.7;

/// What changes nothing in the matter itself.
const ROUTINE: [Class; 11] = [
    Class::Print,
    Class::Scan,
    Class::Capture,
    Class::Post,
    Class::Send,
    Class::DigitalSend,
    Class::Move,
    Class::Attach,
    Class::Transport,
    Class::File,
    Class::FilePaper,
];

/// Lane a, lane b, lane a on a way without a branch, about one matter, without a judging step in b.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let next = |at: usize| {
        view.ways
            .straight(at, &|node| view.waits(node))
            .filter(|next| view.by_hand(*next))
    };
    let mut found: Vec<Spot> = Vec::new();
    for start in view.work() {
        let Some(home) = view.lane(start) else { continue };
        let mut there = Vec::new();
        let mut step = next(start);
        while let Some(at) = step
            && there.len() < SHORT
            && view.lane(at).is_some_and(|lane| lane != home)
            && there
                .first()
                .is_none_or(|first: &usize| view.lane(*first) == view.lane(at))
        {
            there.push(at);
            step = next(at);
        }
        let (Some(back), Some(first)) = (step, there.first().copied()) else {
            continue;
        };
        let idle = there.iter().all(|at| {
            view.said.get(*at).is_some_and(|said| {
                !said.label.actions.is_empty()
                    && said
                        .label
                        .actions
                        .iter()
                        .all(|action| ROUTINE.contains(&action.class) && action.confidence >= SURE)
            }) && !["approve", "check", "calculate", "second"]
                .iter()
                .any(|topic| view.says(*at, topic))
        });
        let matter = view.same_matter(first, start) || view.same_matter(first, back);
        if view.lane(back) == Some(home) && idle && matter {
            let lane = |at: usize| {
                view.lane(at)
                    .and_then(|lane| view.graph.lanes.get(lane))
                    .map_or("", |lane| &lane.name)
            };
            let mut steps = there;
            steps.insert(0, start);
            steps.push(back);
            found.push(
                Spot::new("ping-pong", steps, 0.65)
                    .with("home", lane(start))
                    .with("away", lane(first)),
            );
        }
    }
    found
}
