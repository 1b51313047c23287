//! Plays the token game on what is left of a net, state by state (analysis.md 3.2, step 5).

use super::net::{Net, Place, Sort};
use super::search::Search;
use crate::domain::ids::{IdMap, IdSet};
use crate::flow::slots::{set, value};
use crate::graph::petgraph::unionfind::UnionFind;

/// A state in which something is wrong, with the transitions that lead there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Witness {
    /// Places that show it.
    pub(super) places: Vec<Place>,
    /// Transitions from the beginning, in order.
    pub(super) path: Vec<usize>,
}

/// What the search found.
#[derive(Debug, Default)]
pub(super) struct Explored {
    /// States looked at.
    pub(super) states: usize,
    /// False: the search gave up before it had seen all states.
    pub(super) complete: bool,
    /// Transitions that were done at least once, by their number in the net.
    pub(super) fired: Vec<bool>,
    /// Two tokens on one flow.
    pub(super) unsafe_at: Option<Witness>,
    /// Nothing can move, but tokens are left.
    pub(super) deadlock: Option<Witness>,
    /// Tokens move for ever and cannot come to an end.
    pub(super) livelock: Option<Witness>,
    /// An end is reached twice.
    pub(super) improper: Option<Witness>,
    /// Some way comes to the end.
    pub(super) can_end: bool,
}

/// Places that belong together, and the live transitions between them.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// Places, in the order of the net.
    pub(super) places: Vec<Place>,
    /// Transitions, in the order of the net.
    pub(super) steps: Vec<usize>,
}

/// Looks at all states that can be reached, breadth first, so that the ways shown are shortest ones.
///
/// Parts of the net that have nothing to do with each other are looked at one by one: together they would have the product
/// of their states.
pub(super) fn explore(net: &Net) -> Explored {
    let mut whole = Explored {
        complete: true,
        can_end: true,
        fired: vec![false; net.transitions.len()],
        ..Explored::default()
    };
    let (parts, numbers) = parts(net);
    let mut hanging: IdSet<usize> = IdSet::default();
    let mut improper = Vec::new();
    for part in &parts {
        let data = part.places.iter().filter_map(|place| net.places.get(*place));
        let processes: IdSet<usize> = data.map(|place| place.process).collect();
        let mut search = Search::of(net, part, &numbers);
        search.run();
        search.judge();
        let (found, fired) = search.finish();
        whole.states += found.states;
        whole.complete &= found.complete;
        whole.can_end &= found.can_end;
        whole.unsafe_at = whole.unsafe_at.or(found.unsafe_at);
        whole.deadlock = whole.deadlock.or(found.deadlock);
        whole.livelock = whole.livelock.or(found.livelock);
        if let Some(witness) = found.improper {
            improper.push((processes, witness));
        } else if found.complete && !found.can_end {
            hanging.extend(processes);
        }
        for step in fired {
            set(&mut whole.fired, step, true);
        }
    }
    // A case that hangs in one part of its process is never over, so it has not come to its ends for good in another.
    let over = improper
        .into_iter()
        .find(|(processes, _)| processes.is_disjoint(&hanging));
    whole.improper = over.map(|(_, witness)| witness);
    whole
}

/// The parts in the order of their first place, and the number of each place within its part. A terminate end holds its
/// process together.
fn parts(net: &Net) -> (Vec<Part>, Vec<usize>) {
    let count = net.places.len();
    let mut sets = UnionFind::<usize>::new(count);
    let mut used = vec![false; count];
    let mut ends: IdMap<usize, Place> = IdMap::default();
    for step in net.transitions.iter().filter(|step| step.live) {
        let mut places = step.pre.iter().chain(&step.post);
        let Some(&first) = places.next() else { continue };
        set(&mut used, first, true);
        for &place in places {
            set(&mut used, place, true);
            sets.union(first, place);
        }
        if let (Sort::Terminate, Some(&place)) = (step.sort, step.pre.first()) {
            let known = *ends.entry(step.process).or_insert(place);
            sets.union(known, place);
        }
    }
    if !ends.is_empty() {
        for (place, data) in net.places.iter().enumerate() {
            if let Some(&end) = ends.get(&data.process) {
                sets.union(place, end);
            }
        }
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut part_of: IdMap<usize, usize> = IdMap::default();
    let mut numbers = vec![usize::MAX; count];
    for place in 0..count {
        if !value(&used, place) && value(&net.initial, place) == 0 {
            continue;
        }
        let next = parts.len();
        let part = *part_of.entry(sets.find(place)).or_insert(next);
        if part == next {
            parts.push(Part::default());
        }
        if let Some(part) = parts.get_mut(part) {
            set(&mut numbers, place, part.places.len());
            part.places.push(place);
        }
    }
    for (index, step) in net.transitions.iter().enumerate().filter(|(_, step)| step.live) {
        let part = step.pre.first().and_then(|place| part_of.get(&sets.find(*place)));
        if let Some(part) = part.and_then(|part| parts.get_mut(*part)) {
            part.steps.push(index);
        }
    }
    (parts, numbers)
}
