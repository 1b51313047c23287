//! W03: the same information typed into two or more systems (PICTURE; Becker and others 2011).

use super::spot::Spot;
use super::view::View;
use crate::analysis::wording::Class;
use crate::domain::carrier::{BreakKind, Carrier};
use crate::domain::finding::Finding;

/// Carryings-over of one object into systems of different names, on one way or side by side.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let mut found: Vec<Spot> = Vec::new();
    let mut done: Vec<(&str, usize)> = Vec::new();
    let scans = |at: &usize| view.does(*at, &[Class::Scan, Class::File, Class::FilePaper]);
    let typed: Vec<(&Finding, &str, usize)> = view
        .breaks
        .iter()
        .filter_map(|finding| match (&finding.to, finding.kind) {
            (
                Some(Carrier::System(system)),
                Some(BreakKind::PaperToDigital | BreakKind::SystemToSystem | BreakKind::DocumentToSystem),
            ) if system != "?" && !finding.object.is_empty() => {
                Some((finding, system.as_str(), view.find(&finding.element)?))
            }
            _ => None,
        })
        // What is scanned or filed is put somewhere, not typed in.
        .filter(|(_, _, at)| !scans(at))
        .collect();
    for (first, system, at) in &typed {
        let process = view.node(*at).map(|node| node.process);
        if done.contains(&(first.object.as_str(), process.unwrap_or_default())) {
            continue;
        }
        let other = typed.iter().find(|(second, other, to)| {
            second.object == first.object
                && other != system
                && view.node(*to).map(|node| node.process) == process
                && (to == at || view.ways.leads(*at, *to) || side_by_side(view, *at, *to))
        });
        let Some((second, other, to)) = other else {
            continue;
        };
        done.push((first.object.as_str(), process.unwrap_or_default()));
        let mut spot = Spot::new(
            "typed-twice",
            vec![*at, *to],
            first.confidence.min(second.confidence) * 0.85,
        )
        .with("object", first.object.as_str())
        .with("system", *system)
        .with("second", *other);
        spot.per_case = Some(first.per_case.min(second.per_case));
        // The media breaks themselves carry the minutes.
        found.push(spot);
    }
    found
}

/// True for two points in different branches of one block: both happen.
fn side_by_side(view: &View<'_>, one: usize, two: usize) -> bool {
    use crate::flow::slots::list;
    list(&view.chain.membership, one).iter().any(|(block, branch)| {
        list(&view.chain.membership, two)
            .iter()
            .any(|(other, second)| other == block && second != branch)
    })
}
