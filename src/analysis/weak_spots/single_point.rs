//! W26: most of the work lies with one role, in a unit that many people leave (after Leitfrage 5 of the seed catalogue,
//! domain.md 7.1).

use super::spot::Spot;
use super::view::View;

/// Share of the work from which on it hangs on one role. Ours.
const MOST: f64 = 0.6;

/// Share of the posts that fall vacant within five years from which on it is high: third band of Leitfrage 5
/// (domain.md 7.1).
const MANY_LEAVE: f64 = 0.25;

/// The lane with more than `MOST` of the expected minutes. Silent where one step by hand has no lane or no minutes, and
/// where nobody has said how many leave.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let Some(leaving) = view.context.leaving_share.filter(|share| *share >= MANY_LEAVE) else {
        return Vec::new();
    };
    let mut lanes = vec![0.0; view.graph.lanes.len()];
    for at in view.work() {
        let work = view.node(at).and_then(|node| node.annotations.work.as_ref());
        let (Some(lane), Some(each)) = (view.lane(at), work.and_then(|work| work.handling_minutes)) else {
            return Vec::new();
        };
        if let Some(sum) = lanes.get_mut(lane) {
            *sum += each * view.chain.executions(at);
        }
    }
    let all: f64 = lanes.iter().sum();
    let heavy = lanes.iter().position(|sum| all > 0.0 && sum / all > MOST);
    let Some((lane, sum)) = heavy.and_then(|lane| Some((lane, *lanes.get(lane)?))) else {
        return Vec::new();
    };
    let name = view.graph.lanes.get(lane).map_or("", |lane| lane.name.as_str());
    let reached = |at: &usize| view.lane(*at) == Some(lane) && view.chain.executions(*at) > 0.0;
    let steps: Vec<usize> = view.work().filter(reached).collect();
    // A lane without a name is no role that anybody could read of.
    if steps.is_empty() || name.is_empty() {
        return Vec::new();
    }
    let mut spot = Spot::new("single-point", steps, 0.6)
        .with("lane", name)
        .with("percent", (sum / all * 100.0).round())
        .with("leaving", (leaving * 100.0).round());
    // It is about the process as a whole: nothing is counted per case.
    spot.per_case = Some(1.0);
    vec![spot]
}
