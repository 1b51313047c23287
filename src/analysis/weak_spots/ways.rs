//! Which step comes after which: the arcs of the chain without their numbers. Looking stops where the budget of a file ends.

use crate::flow::Chain;
use crate::flow::Place;
use crate::flow::slots::{list, push, set, value};
use crate::graph::petgraph::Graph;
use crate::graph::petgraph::algo::{dominators::simple_fast, kosaraju_scc};
use crate::graph::petgraph::graph::{DiGraph, NodeIndex};
use std::cell::{Cell, OnceCell};

/// Points that one rule may look at in a file, so that a large file costs no more than in proportion.
const BUDGET: usize = 500_000;

/// Steps in a row that are followed.
const FAR: usize = 200;

/// The control flow as plain ways between points.
pub(super) struct Ways<'a> {
    chain: &'a Chain,
    back: Vec<Vec<usize>>,
    /// True for nodes that are steps: activities without content of their own.
    steps: Vec<bool>,
    budget: Cell<usize>,
    above: OnceCell<Vec<Option<usize>>>,
}

impl<'a> Ways<'a> {
    pub(super) fn of(chain: &'a Chain, steps: Vec<bool>) -> Ways<'a> {
        let mut back = vec![Vec::new(); chain.points.len()];
        for (from, arcs) in chain.arcs.iter().enumerate() {
            for arc in arcs {
                push(&mut back, arc.to, from);
            }
        }
        Ways {
            chain,
            back,
            steps,
            budget: Cell::new(BUDGET),
            above: OnceCell::new(),
        }
    }

    /// True for an activity without content of its own.
    pub(super) fn is_step(&self, node: usize) -> bool {
        value(&self.steps, node)
    }

    /// The node of a point that is entered there, none for a point where it is left.
    pub(super) fn entered(&self, point: usize) -> Option<usize> {
        self.chain
            .points
            .get(point)
            .filter(|point| point.place == Place::Enter)
            .map(|point| point.node)
    }

    /// The points before a point.
    pub(super) fn previous(&self, point: usize) -> &[usize] {
        list(&self.back, point)
    }

    /// A rule begins.
    pub(super) fn renew(&self) {
        self.budget.set(BUDGET);
    }

    /// True if the rule has looked at all it may: what it says then is not to be trusted.
    pub(super) fn spent(&self) -> bool {
        self.budget.get() == 0
    }

    fn spend(&self, points: usize) -> bool {
        let left = self.budget.get();
        self.budget.set(left.saturating_sub(points));
        left > points
    }

    /// Points that can be reached from these, which belong to it; nothing is passed where `stop` holds.
    pub(super) fn reached(&self, from: &[usize], back: bool, stop: &dyn Fn(usize) -> bool) -> Vec<bool> {
        // Making the list costs as well, a little.
        if !self.spend(self.chain.points.len() / 8) {
            return Vec::new();
        }
        let mut seen = vec![false; self.chain.points.len()];
        let mut open: Vec<usize> = from.to_vec();
        for &point in from {
            set(&mut seen, point, true);
        }
        while let Some(point) = open.pop() {
            if !self.spend(1) {
                break;
            }
            let mut visit = |next: usize| {
                if !value(&seen, next) {
                    set(&mut seen, next, true);
                    if !stop(next) {
                        open.push(next);
                    }
                }
            };
            if back {
                list(&self.back, point).iter().copied().for_each(&mut visit);
            } else {
                list(&self.chain.arcs, point)
                    .iter()
                    .map(|arc| arc.to)
                    .for_each(&mut visit);
            }
        }
        seen
    }

    /// True if a way leads from one node to another; a node reaches itself only on a circle.
    pub(super) fn leads(&self, from: usize, to: usize) -> bool {
        let first: Vec<usize> = list(&self.chain.arcs, from).iter().map(|arc| arc.to).collect();
        value(&self.reached(&first, false, &|point| point == to), to)
    }

    /// The steps that can come next, past gateways and events except those where `stop` holds.
    pub(super) fn next_steps(&self, from: usize, back: bool, stop: &dyn Fn(usize) -> bool) -> Vec<usize> {
        let mut seen = vec![from];
        let mut open = vec![from];
        let mut found = Vec::new();
        while let Some(point) = open.pop() {
            let next: Vec<usize> = if back {
                list(&self.back, point).to_vec()
            } else {
                list(&self.chain.arcs, point).iter().map(|arc| arc.to).collect()
            };
            for next in next {
                if seen.contains(&next) || seen.len() > FAR || !self.spend(1) {
                    continue;
                }
                seen.push(next);
                match self.entered(next) {
                    Some(node) if self.is_step(node) => found.push(node),
                    Some(node) if stop(node) => {}
                    _ => open.push(next),
                }
            }
        }
        found.sort_unstable();
        found
    }

    /// The step that always comes next: on the only way out, past joins and events except those where `stop` holds.
    pub(super) fn straight(&self, from: usize, stop: &dyn Fn(usize) -> bool) -> Option<usize> {
        let mut point = from;
        for _ in 0..FAR {
            let mut normal = list(&self.chain.arcs, point)
                .iter()
                .filter(|arc| !arc.early && !arc.side);
            let (Some(only), None) = (normal.next(), normal.next()) else {
                return None;
            };
            point = only.to;
            if !self.spend(1) {
                return None;
            }
            match self.entered(point) {
                Some(node) if node == from => return None,
                Some(node) if self.is_step(node) => return Some(node),
                Some(node) if stop(node) => return None,
                _ => {}
            }
        }
        None
    }

    /// The point through which every way to this one goes last; none where no case comes, or at the start.
    pub(super) fn before(&self, point: usize) -> Option<usize> {
        let above = self.above.get_or_init(|| {
            let count = self.chain.points.len();
            let mut graph: DiGraph<(), ()> = Graph::with_capacity(count + 1, count * 2);
            for _ in 0..=count {
                graph.add_node(());
            }
            for (from, arcs) in self.chain.arcs.iter().enumerate() {
                for arc in arcs {
                    graph.add_edge(NodeIndex::new(from), NodeIndex::new(arc.to), ());
                }
            }
            for (start, _) in &self.chain.starts {
                graph.add_edge(NodeIndex::new(count), NodeIndex::new(*start), ());
            }
            let tree = simple_fast(&graph, NodeIndex::new(count));
            (0..count)
                .map(|point| {
                    tree.immediate_dominator(NodeIndex::new(point))
                        .map(NodeIndex::index)
                })
                .collect()
        });
        above
            .get(point)
            .copied()
            .flatten()
            .filter(|point| *point < self.chain.points.len())
    }

    /// Nodes through which every way to this node goes, nearest first.
    pub(super) fn always_before(&self, node: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let mut point = self.before(node);
        while let Some(at) = point {
            if !self.spend(1) {
                break;
            }
            found.extend(self.entered(at));
            point = self.before(at);
        }
        found
    }

    /// Groups of nodes in a circle, each in document order, the groups by their first node.
    pub(super) fn circles(&self) -> Vec<Vec<usize>> {
        let mut graph: DiGraph<(), ()> = Graph::new();
        for _ in 0..self.chain.points.len() {
            graph.add_node(());
        }
        for (from, arcs) in self.chain.arcs.iter().enumerate() {
            for arc in arcs {
                graph.add_edge(NodeIndex::new(from), NodeIndex::new(arc.to), ());
            }
        }
        let mut circles: Vec<Vec<usize>> = kosaraju_scc(&graph)
            .into_iter()
            .filter(|group| group.len() > 1)
            .map(|group| {
                let mut nodes: Vec<usize> = group
                    .iter()
                    .filter_map(|point| self.entered(point.index()))
                    .collect();
                nodes.sort_unstable();
                nodes
            })
            .collect();
        circles.sort();
        circles
    }
}
