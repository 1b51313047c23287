//! Columns of nodes: each behind those that lead to it; what gets a message not before the one who sends it.

use super::cords::{Anchor, Cords};
use super::form::Index;
use super::rank::Link;
use super::route::Kind;
use super::scope::Member;
use crate::drawing::order::forward;
use crate::graph::NodeIndex;
use std::collections::{BTreeMap, VecDeque};

/// So many steps are spent in all on asking whether a message would lead back.
const MOST: usize = 2_000_000;

/// Flows between nodes of a sheet, with the place of the event on the border they leave (0: none).
fn flows(
    cords: &Cords,
    inside: Option<NodeIndex>,
    index: &Index,
    number: &BTreeMap<NodeIndex, usize>,
) -> Vec<(usize, usize, usize)> {
    let mut found = Vec::new();
    for share in cords.shares.get(&inside).into_iter().flatten() {
        let Some(cord) = cords.all.get(share.cord) else {
            continue;
        };
        let [Anchor::Node(source), Anchor::Node(_)] = cord.ends else {
            continue;
        };
        let [Some(from), Some(to)] = share.cells.map(|cell| number.get(&cell?).copied()) else {
            continue;
        };
        if cord.kind != Kind::Message && from != to {
            let host = index
                .graph
                .flow
                .node_weight(source)
                .and_then(|weight| weight.host);
            let events = host.and_then(|host| index.borders.get(&host));
            let place = events.and_then(|events| events.iter().position(|event| *event == source));
            found.push((from, to, place.map_or(0, |place| place + 1)));
        }
    }
    found
}

/// The flows between members.
pub(super) fn links(
    cords: &Cords,
    inside: Option<NodeIndex>,
    index: &Index,
    members: &[Member],
) -> Vec<Link> {
    let number = members
        .iter()
        .enumerate()
        .map(|(at, member)| (member.node, at))
        .collect();
    flows(cords, inside, index, &number)
        .into_iter()
        .map(|(from, to, below)| Link { from, to, below })
        .collect()
}

/// Column of each node.
pub(super) fn of_sheet(
    index: &Index,
    cords: &Cords,
    inside: Option<NodeIndex>,
    nodes: &[(NodeIndex, usize)],
) -> Vec<usize> {
    let number: BTreeMap<NodeIndex, usize> = nodes
        .iter()
        .enumerate()
        .map(|(at, (node, _))| (*node, at))
        .collect();
    let process = |at: usize| {
        let node = nodes
            .get(at)
            .and_then(|(node, _)| index.graph.flow.node_weight(*node));
        node.map(|node| node.process)
    };
    let pairs: Vec<(usize, usize)> = flows(cords, inside, index, &number)
        .into_iter()
        .map(|(from, to, _)| (from, to))
        .filter(|(from, to)| process(*from) == process(*to))
        .collect();
    let (_, next) = forward(nodes.len(), &pairs);
    // With the number of columns that lie between at least.
    let mut next: Vec<Vec<(usize, usize)>> = next
        .into_iter()
        .map(|list| list.into_iter().map(|to| (to, 1)).collect())
        .collect();
    let mut spent = 0;
    for share in cords.shares.get(&inside).into_iter().flatten() {
        let is_message = cords
            .all
            .get(share.cord)
            .is_some_and(|cord| cord.kind == Kind::Message);
        let [Some(from), Some(to)] = share.cells.map(|cell| number.get(&cell?).copied()) else {
            continue;
        };
        if is_message
            && from != to
            && spent < MOST
            && !leads(&next, to, from, &mut spent)
            && let Some(list) = next.get_mut(from)
        {
            list.push((to, 0));
        }
    }
    longest(&next)
}

/// Whether there is a way.
fn leads(next: &[Vec<(usize, usize)>], from: usize, to: usize, spent: &mut usize) -> bool {
    let mut seen = std::collections::BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(node) = open.pop() {
        if node == to || *spent > MOST {
            return true;
        }
        for (node, _) in next.get(node).into_iter().flatten() {
            *spent += 1;
            if seen.insert(*node) {
                open.push(*node);
            }
        }
    }
    false
}

/// Longest ways from the beginning; what begins later than that stands right before what it leads to.
fn longest(next: &[Vec<(usize, usize)>]) -> Vec<usize> {
    let mut entered = vec![0_usize; next.len()];
    for (to, _) in next.iter().flatten() {
        if let Some(count) = entered.get_mut(*to) {
            *count += 1;
        }
    }
    let free = |count: &usize| *count == 0;
    let starts: Vec<usize> = (0..next.len())
        .filter(|at| entered.get(*at).is_some_and(free))
        .collect();
    let mut open: VecDeque<usize> = starts.iter().copied().collect();
    let mut layer = vec![0; next.len()];
    while let Some(node) = open.pop_front() {
        let own = layer.get(node).copied().unwrap_or_default();
        for (to, far) in next.get(node).into_iter().flatten() {
            if let Some(held) = layer.get_mut(*to) {
                *held = own.max(*held).max(own + far);
            }
            if let Some(count) = entered.get_mut(*to) {
                *count -= 1;
                if *count == 0 {
                    open.push_back(*to);
                }
            }
        }
    }
    for start in starts {
        let after = next.get(start).into_iter().flatten();
        let nearest = after
            .filter_map(|(to, far)| layer.get(*to)?.checked_sub(*far))
            .min();
        if let (Some(nearest), Some(held)) = (nearest, layer.get_mut(start)) {
            *held = nearest.max(*held);
        }
    }
    layer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_stand_behind_their_longest_way_and_late_beginnings_before_their_use() {
        let next = [
            vec![(1, 1), (3, 1)],
            vec![(2, 1)],
            vec![(3, 1)],
            vec![],
            vec![(3, 1)],
        ];
        assert_eq!(longest(&next), [0, 1, 2, 3, 2]);
    }

    #[test]
    fn a_message_stays_in_its_column() {
        assert_eq!(longest(&[vec![(1, 1)], vec![(2, 0)], vec![]]), [0, 1, 1]);
    }
}
