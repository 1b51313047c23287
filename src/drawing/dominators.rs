//! Which node every way to a node has to pass: the tree that gives a story its paragraphs. For graphs without circles.

/// Immediate dominators of the nodes `0..count`; `count` itself is the beginning of everything.
#[derive(Debug, PartialEq)]
pub(super) struct Dominators {
    /// What is passed right before each node: a node, or `count` where nothing is.
    pub parent: Vec<usize>,
    /// What each node is passed right before, in the order that was given; the last entry belongs to `count`.
    pub children: Vec<Vec<usize>>,
    /// Nodes in the tree below and including each.
    pub size: Vec<usize>,
    /// Ways into each node.
    pub ways_in: Vec<usize>,
}

/// The tree of a graph without circles, given in an `order` in which every way leads forward. Ancestors are found
/// over jumps (E. W. Myers, An applicative random-access stack, 1983), so that the time is n log n even for long chains.
pub(super) fn dominators(order: &[usize], next: &[Vec<usize>]) -> Dominators {
    let count = next.len();
    let mut ways_in = vec![0; count];
    for to in next.iter().flatten() {
        change(&mut ways_in, *to, |ways| *ways += 1);
    }
    let mut climb = Climb {
        parent: vec![count; count + 1],
        jump: vec![count; count + 1],
        depth: vec![0; count + 1],
    };
    // What is known so far of the nearest node that all ways into a node pass.
    let mut nearest: Vec<Option<usize>> = vec![None; count];
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); count + 1];
    for node in order.iter().copied() {
        let parent = nearest.get(node).copied().flatten().unwrap_or(count);
        climb.add(node, parent);
        change(&mut children, parent, |list| list.push(node));
        for to in next.get(node).into_iter().flatten() {
            let meeting = match nearest.get(*to).copied().flatten() {
                Some(known) => climb.meet(known, node),
                None => node,
            };
            change(&mut nearest, *to, |known| *known = Some(meeting));
        }
    }
    let mut size = vec![1; count + 1];
    for node in order.iter().rev() {
        let own = at(&size, *node);
        change(&mut size, at(&climb.parent, *node), |sum| *sum += own);
    }
    climb.parent.truncate(count);
    Dominators {
        parent: climb.parent,
        children,
        size,
        ways_in,
    }
}

struct Climb {
    parent: Vec<usize>,
    jump: Vec<usize>,
    depth: Vec<usize>,
}

impl Climb {
    fn add(&mut self, node: usize, parent: usize) {
        let near = at(&self.jump, parent);
        let far = at(&self.jump, near);
        let depth = |node: usize| at(&self.depth, node);
        let even = depth(parent) - depth(near) == depth(near) - depth(far);
        let below = depth(parent) + 1;
        change(&mut self.parent, node, |held| *held = parent);
        change(&mut self.jump, node, |held| {
            *held = if even { far } else { parent }
        });
        change(&mut self.depth, node, |held| *held = below);
    }

    fn meet(&self, one: usize, other: usize) -> usize {
        let depth = |node: usize| at(&self.depth, node);
        let (mut low, mut high) = if depth(one) < depth(other) {
            (other, one)
        } else {
            (one, other)
        };
        while depth(low) > depth(high) {
            let jump = at(&self.jump, low);
            low = if depth(jump) >= depth(high) {
                jump
            } else {
                at(&self.parent, low)
            };
        }
        while low != high {
            let (left, right) = (at(&self.jump, low), at(&self.jump, high));
            (low, high) = if left == right {
                (at(&self.parent, low), at(&self.parent, high))
            } else {
                (left, right)
            };
        }
        low
    }
}

fn at(list: &[usize], index: usize) -> usize {
    list.get(index).copied().unwrap_or_default()
}

fn change<T>(list: &mut [T], index: usize, change: impl FnOnce(&mut T)) {
    if let Some(held) = list.get_mut(index) {
        change(held);
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::graph::petgraph::algo::dominators::simple_fast;
    use crate::graph::petgraph::graph::{DiGraph, NodeIndex};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_same_as_of_the_library(edges in prop::collection::vec((0_usize..30, 0_usize..30), 0..80)) {
            let mut next = vec![Vec::new(); 30];
            for (a, b) in edges {
                if a != b {
                    next[a.min(b)].push(a.max(b));
                }
            }
            let order: Vec<usize> = (0..30).collect();
            let found = dominators(&order, &next);
            let mut graph: DiGraph<(), ()> = DiGraph::new();
            let nodes: Vec<NodeIndex> = (0..31).map(|_| graph.add_node(())).collect();
            for (from, list) in next.iter().enumerate() {
                for to in list {
                    graph.add_edge(nodes[from], nodes[*to], ());
                }
            }
            for node in 0..30 {
                if found.ways_in[node] == 0 {
                    graph.add_edge(nodes[30], nodes[node], ());
                }
            }
            let wanted = simple_fast(&graph, nodes[30]);
            for (node, place) in nodes.iter().enumerate().take(30) {
                let parent = wanted.immediate_dominator(*place).map(NodeIndex::index);
                prop_assert_eq!(Some(found.parent[node]), parent);
            }
            prop_assert_eq!(found.size[30], 31);
        }
    }
}
