//! Metrics of ways through a graph: cut vertices, longest ways, cross-connectivity.

use crate::flow::slots::{list, push, set, value};
use crate::graph::petgraph::algo::articulation_points::articulation_points;
use crate::graph::petgraph::graph::UnGraph;
use std::collections::{BinaryHeap, VecDeque};

/// Arcs looked at in all searches of one model; a larger model has no figure of that kind.
const BUDGET: usize = 4_000_000;

/// Nodes without which the graph falls apart, ascending; both directions count.
pub(super) fn cut_vertices(nodes: usize, arcs: &[(usize, usize)]) -> Vec<usize> {
    let mut graph: UnGraph<(), ()> = UnGraph::with_capacity(nodes, arcs.len());
    let places: Vec<_> = (0..nodes).map(|_| graph.add_node(())).collect();
    for (from, to) in arcs {
        if let (Some(from), Some(to)) = (places.get(*from), places.get(*to)) {
            graph.add_edge(*from, *to, ());
        }
    }
    let mut cuts: Vec<usize> = articulation_points(&graph)
        .into_iter()
        .map(|place| place.index())
        .collect();
    cuts.sort_unstable();
    cuts
}

/// The longest of the shortest ways from a source to a sink, in arcs. `None` where no sink can be reached.
pub(super) fn eccentricity(out: &[Vec<usize>], sources: &[usize], sinks: &[usize]) -> Option<usize> {
    if sources.len().saturating_mul(out.len()) > BUDGET {
        return None;
    }
    let mut longest = None;
    for &source in sources {
        let mut distance = vec![usize::MAX; out.len()];
        set(&mut distance, source, 0);
        let mut queue = VecDeque::from([source]);
        while let Some(place) = queue.pop_front() {
            let next = value(&distance, place) + 1;
            for &to in list(out, place) {
                if distance.get(to) == Some(&usize::MAX) {
                    set(&mut distance, to, next);
                    queue.push_back(to);
                }
            }
        }
        let reached = sinks
            .iter()
            .filter_map(|&sink| distance.get(sink).copied())
            .filter(|arcs| *arcs < usize::MAX)
            .max();
        longest = longest.max(reached);
    }
    longest
}

/// The longest way of a graph without cycles, in arcs; `None` where there is a cycle or nothing.
pub(super) fn longest_path(out: &[Vec<usize>]) -> Option<usize> {
    let mut open = vec![0_usize; out.len()];
    for &to in out.iter().flatten() {
        if let Some(count) = open.get_mut(to) {
            *count += 1;
        }
    }
    let mut queue: VecDeque<usize> = (0..out.len()).filter(|&place| value(&open, place) == 0).collect();
    let mut length = vec![0_usize; out.len()];
    let mut done = 0;
    while let Some(place) = queue.pop_front() {
        done += 1;
        let next = value(&length, place) + 1;
        for &to in list(out, place) {
            let longer = value(&length, to).max(next);
            set(&mut length, to, longer);
            if let Some(count) = open.get_mut(to) {
                *count -= 1;
                if *count == 0 {
                    queue.push_back(to);
                }
            }
        }
    }
    (done == out.len()).then(|| length.into_iter().max()).flatten()
}

/// Weight of a way so far and where it has come to; the heaviest comes first, then the smaller place.
#[derive(PartialEq)]
struct Reached(f64, usize);

impl Eq for Reached {}

impl PartialOrd for Reached {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Reached {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0).then(other.1.cmp(&self.1))
    }
}

/// Cross-connectivity (Vanderfeesten et al. 2008): mean over all ordered pairs of the strongest way between them; an arc
/// weighs the product of the weights of its ends. `None` for graphs with fewer than two or with too many nodes.
pub(super) fn cross_connectivity(out: &[Vec<usize>], weights: &[f64]) -> Option<f64> {
    let nodes = out.len();
    let arcs: usize = out.iter().map(Vec::len).sum();
    if nodes < 2 || nodes.saturating_mul(nodes + arcs) > BUDGET {
        return None;
    }
    let mut total = 0.0;
    let mut best = vec![0.0_f64; nodes];
    for start in 0..nodes {
        best.fill(0.0);
        let mut heap = BinaryHeap::new();
        // A way back to the start is no pair, so the start is never entered again.
        set(&mut best, start, f64::INFINITY);
        let leave = |heap: &mut BinaryHeap<Reached>, best: &mut Vec<f64>, from: usize, weight: f64| {
            for &to in list(out, from) {
                let reached = weight * value(weights, from) * value(weights, to);
                if reached > value(best, to) {
                    set(best, to, reached);
                    heap.push(Reached(reached, to));
                }
            }
        };
        leave(&mut heap, &mut best, start, 1.0);
        while let Some(Reached(weight, place)) = heap.pop() {
            if weight < value(&best, place) {
                continue;
            }
            total += weight;
            leave(&mut heap, &mut best, place, weight);
        }
    }
    Some(total / (nodes * (nodes - 1)) as f64)
}

/// Successors of each node.
pub(super) fn successors(nodes: usize, arcs: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); nodes];
    for (from, to) in arcs {
        push(&mut out, *from, *to);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_and_a_ring() {
        let line = successors(3, &[(0, 1), (1, 2)]);
        assert_eq!(longest_path(&line), Some(2));
        assert_eq!(eccentricity(&line, &[0], &[2]), Some(2));
        assert_eq!(cut_vertices(3, &[(0, 1), (1, 2)]), [1]);
        assert_eq!(cross_connectivity(&line, &[1.0; 3]), Some(0.5));
        let ring = successors(3, &[(0, 1), (1, 2), (2, 0)]);
        assert_eq!(longest_path(&ring), None);
        assert_eq!(eccentricity(&ring, &[], &[]), None);
        assert_eq!(cross_connectivity(&ring, &[1.0; 3]), Some(1.0));
        assert_eq!(longest_path(&[]), None);
    }

    #[test]
    fn a_large_model_has_no_expensive_figure() {
        let line: Vec<Vec<usize>> = (0..10_000).map(|place| vec![place + 1]).collect();
        assert_eq!(cross_connectivity(&line, &vec![1.0; 10_000]), None);
    }
}
