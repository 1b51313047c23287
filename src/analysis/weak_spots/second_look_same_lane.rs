//! W27: a second pair of eyes that sits at the same desk. Own pattern.

use super::spot::Spot;
use super::view::View;
use crate::analysis::wording::Class;

/// A step named as second look, or a release after a release, in the lane of the step that it shall look at.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let mut found = Vec::new();
    for at in view.work() {
        let (second, release) = (view.says(at, "second"), view.says(at, "approve"));
        let Some(lane) = view.lane(at).filter(|_| second || release) else {
            continue;
        };
        let before = view.ways.next_steps(at, true, &|node| view.waits(node));
        let [first] = before.as_slice() else { continue };
        let judged = view.says(*first, "approve")
            || (second && (view.says(*first, "check") || view.does(*first, &[Class::Judge, Class::Create])));
        if view.by_hand(*first)
            && *first != at
            && judged
            && view.lane(*first) == Some(lane)
            && view.same_matter(*first, at)
        {
            let name = view.graph.lanes.get(lane).map_or("", |lane| lane.name.as_str());
            found.push(Spot::new("second-look-same-lane", vec![at, *first], 0.7).with("lane", name));
        }
    }
    found
}
