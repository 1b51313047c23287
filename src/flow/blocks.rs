//! Parallel and inclusive blocks: a split whose branches are disjoint and meet again at one waiting point.

use super::chain::{Chain, Split};
use super::slots::{list, set, value};
use crate::graph::petgraph::Graph;
use crate::graph::petgraph::algo::dominators::simple_fast;
use crate::graph::petgraph::graph::NodeIndex;

/// Points looked at in search of blocks before the rest of the splits is taken as unmatched.
const BUDGET: usize = 2_000_000;

/// A branch of a block.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// First point; the join itself where the branch is empty.
    pub entry: usize,
    /// Share of the visits of the split that take it; 1 in a parallel block.
    pub share: f64,
    /// Points of the branch, ascending.
    pub members: Vec<usize>,
}

/// A block with one entry and one exit.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Where it splits.
    pub split: usize,
    /// Where it waits.
    pub join: usize,
    /// Branches in document order.
    pub branches: Vec<Branch>,
}

impl Block {
    /// True if a branch begins at this point.
    pub fn opens(&self, point: usize) -> bool {
        self.branches.iter().any(|branch| branch.entry == point)
    }

    fn size(&self) -> usize {
        self.branches.iter().map(|branch| branch.members.len()).sum()
    }
}

/// Finds the blocks, inner before outer.
pub(super) fn find_blocks(chain: &Chain) -> Vec<Block> {
    let splits: Vec<usize> = (0..chain.points.len())
        .filter(|&point| chain.split.get(point) != Some(&Split::One))
        .collect();
    if splits.is_empty() {
        return Vec::new();
    }
    let follower = followers(chain);
    let mut incoming: Vec<Vec<usize>> = vec![Vec::new(); chain.points.len()];
    for (from, arcs) in chain.arcs.iter().enumerate() {
        for arc in arcs.iter().filter(|arc| !arc.side) {
            super::slots::push(&mut incoming, arc.to, from);
        }
    }
    let mut budget = BUDGET;
    let mut blocks: Vec<Block> = splits
        .into_iter()
        .filter_map(|split| {
            let join = follower.get(split).copied().flatten()?;
            value(&chain.joins, join).then_some(())?;
            block(chain, &incoming, split, join, &mut budget)
        })
        .collect();
    blocks.sort_by_key(|block| (block.size(), block.split));
    blocks
}

/// The point that every way out of a point has to pass next (immediate post-dominator on the main flow).
fn followers(chain: &Chain) -> Vec<Option<usize>> {
    let count = chain.points.len();
    let mut reversed: Graph<(), ()> = Graph::with_capacity(count + 1, count * 2);
    let places: Vec<NodeIndex> = (0..=count).map(|_| reversed.add_node(())).collect();
    let place = |index: usize| places.get(index).copied().unwrap_or_default();
    for (from, arcs) in chain.arcs.iter().enumerate() {
        let mut last = true;
        for arc in arcs.iter().filter(|arc| !arc.side) {
            reversed.add_edge(place(arc.to), place(from), ());
            last = false;
        }
        if last {
            reversed.add_edge(place(count), place(from), ());
        }
    }
    let dominators = simple_fast(&reversed, place(count));
    (0..count)
        .map(|index| {
            dominators
                .immediate_dominator(place(index))
                .map(NodeIndex::index)
                .filter(|index| *index < count)
        })
        .collect()
}

fn block(
    chain: &Chain,
    incoming: &[Vec<usize>],
    split: usize,
    join: usize,
    budget: &mut usize,
) -> Option<Block> {
    let exit = value(&chain.exit, split);
    let mut owner: Vec<(usize, usize)> = Vec::new();
    let mut branches = Vec::new();
    let mut seen = vec![false; if *budget > 0 { chain.points.len() } else { 0 }];
    for arc in list(&chain.arcs, split)
        .iter()
        .filter(|arc| !arc.early && !arc.side)
    {
        let mut members = Vec::new();
        let mut queue = if arc.to == join { Vec::new() } else { vec![arc.to] };
        while let Some(point) = queue.pop() {
            *budget = budget.checked_sub(1)?;
            if point == split {
                return None;
            }
            if value(&seen, point) {
                if owner
                    .iter()
                    .any(|(member, branch)| *member == point && *branch != branches.len())
                {
                    return None;
                }
                continue;
            }
            set(&mut seen, point, true);
            owner.push((point, branches.len()));
            members.push(point);
            queue.extend(
                list(&chain.arcs, point)
                    .iter()
                    .filter(|next| !next.side && next.to != join)
                    .map(|next| next.to),
            );
        }
        members.sort_unstable();
        branches.push(Branch {
            entry: arc.to,
            share: if exit > 0.0 {
                (arc.weight / exit).min(1.0)
            } else {
                1.0
            },
            members,
        });
    }
    let closed = branches.iter().all(|branch| {
        branch.members.iter().all(|member| {
            list(incoming, *member).iter().all(|from| {
                *from == split && *member == branch.entry || branch.members.binary_search(from).is_ok()
            })
        })
    });
    (closed && branches.len() > 1).then_some(Block {
        split,
        join,
        branches,
    })
}
