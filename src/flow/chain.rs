//! The chain: control flow as points and weighted arcs (analysis.md 1.6).
//!
//! Each node has a point where it is entered; a sub-process with content has a second one where it is left, an
//! ad-hoc sub-process a third where the next activity is chosen. Sub-processes are inlined.

use super::blocks::{Block, find_blocks};
use super::slots::{add, list, set, value};
use super::solve::{Unsolved, solve};
use crate::graph::FlowGraph;

/// Which side of a node a point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The node is entered (and done, if it has no content).
    Enter,
    /// A sub-process with content is left.
    Leave,
    /// The next activity of an ad-hoc sub-process is chosen.
    Choice,
}

/// A point of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Index of the node.
    pub node: usize,
    /// Which side.
    pub place: Place,
}

/// A way from one point to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arc {
    /// Target point.
    pub to: usize,
    /// Expected number of times it is taken per visit of its source. 0: possible, but without weight.
    pub weight: f64,
    /// It leaves before the node has done its work (event on the border).
    pub early: bool,
    /// It starts a flow beside the main one (non-interrupting event, compensation).
    pub side: bool,
}

/// How many of the ways out of a point are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// One of them.
    One,
    /// All.
    All,
    /// One or more.
    Some,
}

/// Control flow of all processes of a graph.
#[derive(Debug, Clone)]
pub struct Chain {
    /// Points; the first `nodes` of them are where the nodes are entered, in the order of the nodes.
    pub points: Vec<Point>,
    /// Number of nodes.
    pub nodes: usize,
    /// Ways out of each point, in document order.
    pub arcs: Vec<Vec<Arc>>,
    /// How each point splits.
    pub split: Vec<Split>,
    /// True where a block may end: parallel and inclusive joins, the end of a sub-process.
    pub joins: Vec<bool>,
    /// True where all ways in are waited for: parallel joins.
    pub waits: Vec<bool>,
    /// Share of the visits of a point that goes on the normal way (not taken by an interrupting event).
    pub exit: Vec<f64>,
    /// Where a case begins, with its expected number per case.
    pub starts: Vec<(usize, f64)>,
    /// Parallel and inclusive blocks, inner before outer.
    pub blocks: Vec<Block>,
    /// The block that begins at each point.
    pub opens: Vec<Option<usize>>,
    /// Blocks and branches a point lies in, innermost first.
    pub membership: Vec<Vec<(usize, usize)>>,
    /// How many separate groups of ways a waiting point joins beyond its blocks; 1 where everything matches.
    pub groups: Vec<usize>,
    /// Points after a share that had to be assumed.
    pub assumed: Vec<bool>,
    /// Points whose shares did not add up to 1 and were scaled.
    pub scaled: Vec<usize>,
    /// Executions of a node per visit: multi-instance markers of the node and of those around it.
    pub instances: Vec<f64>,
    /// Nodes with a multi-instance marker without a stated number.
    pub instances_unknown: Vec<usize>,
    /// First nodes of loops without a way out; numbers there count one pass.
    pub endless: Vec<usize>,
    /// Expected visits per point.
    pub visits: Vec<f64>,
}

impl Chain {
    /// Reads the control flow of a graph.
    pub fn of(graph: &FlowGraph) -> Chain {
        let mut chain = super::arcs::build(graph);
        let found = find_blocks(&chain);
        chain.membership = vec![Vec::new(); chain.points.len()];
        for (index, block) in found.iter().enumerate() {
            for (branch, ways) in block.branches.iter().enumerate() {
                for &member in &ways.members {
                    super::slots::push(&mut chain.membership, member, (index, branch));
                }
            }
        }
        chain.opens = vec![None; chain.points.len()];
        for (index, block) in found.iter().enumerate() {
            set(&mut chain.opens, block.split, Some(index));
        }
        chain.blocks = found;
        chain.count_groups();
        chain.mark_assumed();
        chain.solve_visits();
        chain
    }

    /// Executions of a node per case.
    pub fn executions(&self, node: usize) -> f64 {
        value(&self.visits, node) * self.instances.get(node).copied().unwrap_or(1.0)
    }

    /// The block that begins at a point.
    pub fn block_at(&self, point: usize) -> Option<&Block> {
        self.opens
            .get(point)
            .copied()
            .flatten()
            .and_then(|index| self.blocks.get(index))
    }

    /// True where a point lies inside a block that ends at `join`.
    fn closes(&self, point: usize, join: usize) -> bool {
        list(&self.membership, point)
            .iter()
            .any(|(block, _)| self.blocks.get(*block).is_some_and(|block| block.join == join))
    }

    fn count_groups(&mut self) {
        self.groups = vec![0; self.points.len()];
        for (from, arcs) in self.arcs.iter().enumerate() {
            for arc in arcs.iter().filter(|arc| !arc.side) {
                if !value(&self.waits, arc.to) {
                    continue;
                }
                let from_split = self.block_at(from).is_some_and(|block| block.join == arc.to);
                if !from_split
                    && !self.closes(from, arc.to)
                    && let Some(slot) = self.groups.get_mut(arc.to)
                {
                    *slot += 1;
                }
            }
        }
        for block in &self.blocks {
            if value(&self.waits, block.join)
                && !self.closes(block.split, block.join)
                && let Some(slot) = self.groups.get_mut(block.join)
            {
                *slot += 1;
            }
        }
    }

    /// Spreads the mark "assumed" along the flow.
    fn mark_assumed(&mut self) {
        let mut queue: Vec<usize> = (0..self.points.len())
            .filter(|&point| value(&self.assumed, point))
            .collect();
        while let Some(point) = queue.pop() {
            for arc in list(&self.arcs, point) {
                if !value(&self.assumed, arc.to) {
                    set(&mut self.assumed, arc.to, true);
                    queue.push(arc.to);
                }
            }
        }
    }

    fn solve_visits(&mut self) {
        let mut start = vec![0.0; self.points.len()];
        for &(point, mass) in &self.starts {
            add(&mut start, point, mass);
        }
        for _ in 0..8 {
            match solve(&self.visit_arcs(), &start) {
                Ok(visits) => {
                    self.visits = visits;
                    return;
                }
                Err(Unsolved(loops)) => self.cut(&loops),
            }
        }
        self.visits = start;
    }

    /// Weighted arcs for counting visits: a block is entered once and left once.
    fn visit_arcs(&self) -> Vec<Vec<(usize, f64)>> {
        (0..self.points.len())
            .map(|from| {
                let mut ways: Vec<(usize, f64)> = Vec::new();
                let block = self.block_at(from);
                for arc in list(&self.arcs, from) {
                    let skips = block.is_some_and(|block| block.join == arc.to);
                    if !skips && arc.weight > 0.0 && !self.closes(from, arc.to) {
                        ways.push((arc.to, arc.weight / self.joined(arc.to, arc.side)));
                    }
                }
                if let Some(block) = block.filter(|block| !self.closes(from, block.join)) {
                    let mass = value(&self.exit, from) / self.joined(block.join, false);
                    ways.push((block.join, mass));
                }
                ways
            })
            .collect()
    }

    /// How many arrivals a waiting point takes for one.
    pub(super) fn joined(&self, point: usize, side: bool) -> f64 {
        if side {
            1.0
        } else {
            value(&self.groups, point).max(1) as f64
        }
    }

    /// Takes the weight from the arcs that lead back inside loops without a way out.
    fn cut(&mut self, loops: &[Vec<usize>]) {
        let order = self.depth_first();
        for members in loops {
            let mut inside = vec![false; self.points.len()];
            members.iter().for_each(|&member| set(&mut inside, member, true));
            let mut head = members.first().copied();
            for &from in members {
                if value(&order, from) < head.map_or(usize::MAX, |head| value(&order, head)) {
                    head = Some(from);
                }
                let rank = value(&order, from);
                for arc in self.arcs.get_mut(from).into_iter().flatten() {
                    if value(&inside, arc.to) && order.get(arc.to).is_some_and(|to| *to <= rank) {
                        arc.weight = 0.0;
                    }
                }
            }
            if let Some(point) = head.and_then(|head| self.points.get(head))
                && !self.endless.contains(&point.node)
            {
                self.endless.push(point.node);
            }
        }
        self.endless.sort_unstable();
    }

    /// Position of each point in reverse post-order.
    fn depth_first(&self) -> Vec<usize> {
        let count = self.points.len();
        let mut seen = vec![false; count];
        let mut finished = Vec::with_capacity(count);
        for root in self.starts.iter().map(|(point, _)| *point).chain(0..count) {
            if value(&seen, root) {
                continue;
            }
            set(&mut seen, root, true);
            let mut calls = vec![(root, 0_usize)];
            while let Some(&mut (point, ref mut next)) = calls.last_mut() {
                let arc = list(&self.arcs, point).get(*next).copied();
                *next += 1;
                match arc {
                    Some(arc) if !value(&seen, arc.to) => {
                        set(&mut seen, arc.to, true);
                        calls.push((arc.to, 0));
                    }
                    Some(_) => {}
                    None => {
                        finished.push(point);
                        calls.pop();
                    }
                }
            }
        }
        let mut order = vec![0; count];
        for (rank, point) in finished.into_iter().rev().enumerate() {
            set(&mut order, point, rank);
        }
        order
    }
}
