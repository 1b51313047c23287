//! What is told after what, and what lies within what: a model as sections with nested ways.
//!
//! The tree of dominators of the flow without the ways back decides: where a flow splits, what only one way leads to
//! is told under that way; where ways meet again the story goes on at the level of the split. A long way that others
//! leave early is told at the level of the split too, so that a row of exits does not become a staircase.

use super::dominators::{Dominators, dominators};
use super::order::forward;
use crate::graph::petgraph::Direction;
use crate::graph::petgraph::visit::EdgeRef;
use crate::graph::{
    ActivityKind, Edge, EdgeIndex, EdgeKind, FlowGraph, GatewayKind, Node, NodeIndex, NodeKind,
};
use std::collections::{BTreeMap, BTreeSet};

/// Lists are not nested deeper than this; what lies deeper is told at this depth. Four splits within each other
/// are more than a listener keeps in mind.
pub(super) const DEEPEST: usize = 8;

/// A way with fewer steps is told under its condition even if it goes on to the end.
const LONG: usize = 4;

/// A line of the outline.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Item {
    /// A flow node.
    Step {
        /// Which.
        node: NodeIndex,
        /// How deep it lies in lists.
        depth: usize,
        /// An event told right below the activity on whose border it sits.
        below: bool,
    },
    /// One of several ways out of a node.
    Way {
        /// The sequence flow.
        edge: EdgeIndex,
        /// How deep it lies in lists.
        depth: usize,
        /// Whether what it leads to is told right below it.
        told: bool,
        /// Which of the ways out of the node, from 1, in the order in which they are told.
        place: usize,
        /// How many ways lead out of the node.
        of: usize,
    },
}

impl Item {
    /// How deep it lies in lists.
    pub fn depth(&self) -> usize {
        match self {
            Item::Step { depth, .. } | Item::Way { depth, .. } => *depth,
        }
    }
}

/// A process or the content of a sub-process.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Section {
    /// The sub-process; `None`: the process itself.
    pub owner: Option<NodeIndex>,
    /// What is told.
    pub items: Vec<Item>,
}

/// A process (or pool without content).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Chapter {
    /// Index into `FlowGraph::pools`.
    pub pool: Option<usize>,
    /// Index into `FlowGraph::processes`.
    pub process: Option<usize>,
    /// The process, then its sub-processes, each followed by those within it.
    pub sections: Vec<Section>,
}

impl Chapter {
    /// Its flow nodes in the order in which they are told.
    pub fn nodes(&self) -> impl Iterator<Item = NodeIndex> {
        self.sections
            .iter()
            .flat_map(|section| &section.items)
            .filter_map(|item| match item {
                Item::Step { node, .. } => Some(*node),
                Item::Way { .. } => None,
            })
    }
}

type Scopes = BTreeMap<(usize, Option<NodeIndex>), Vec<NodeIndex>>;

/// The model in chapters: pools in document order, then processes without pool.
pub(super) fn chapters(graph: &FlowGraph) -> Vec<Chapter> {
    let mut scopes = Scopes::new();
    for node in graph.flow.node_indices() {
        if let Some(weight) = graph.flow.node_weight(node) {
            let scope = scopes.entry((weight.process, weight.parent)).or_default();
            scope.push(node);
        }
    }
    let mut told = vec![false; graph.processes.len()];
    let mut heads = Vec::new();
    for (number, pool) in graph.pools.iter().enumerate() {
        let process = pool.process.filter(|process| told.get(*process) == Some(&false));
        if let Some(flag) = process.and_then(|process| told.get_mut(process)) {
            *flag = true;
        }
        heads.push((Some(number), process));
    }
    let alone = told.iter().enumerate().filter(|(_, told)| !**told);
    heads.extend(alone.map(|(process, _)| (None, Some(process))));
    heads
        .into_iter()
        .map(|(pool, process)| Chapter {
            pool,
            process,
            sections: process.map_or_else(Vec::new, |process| sections(graph, &scopes, process)),
        })
        .filter(|chapter| chapter.pool.is_some() || !chapter.sections.is_empty())
        .collect()
}

/// Number of each node, from 1.
pub(super) fn numbers(chapters: &[Chapter]) -> BTreeMap<NodeIndex, usize> {
    let nodes = chapters.iter().flat_map(Chapter::nodes);
    nodes.enumerate().map(|(index, node)| (node, index + 1)).collect()
}

fn sections(graph: &FlowGraph, scopes: &Scopes, process: usize) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut open = vec![None];
    while let Some(owner) = open.pop() {
        let Some(nodes) = scopes.get(&(process, owner)) else {
            continue;
        };
        let items = Scope::new(graph, nodes).items();
        let inner: Vec<Option<NodeIndex>> = items
            .iter()
            .filter_map(|item| match item {
                Item::Step { node, .. } if scopes.contains_key(&(process, Some(*node))) => Some(Some(*node)),
                _ => None,
            })
            .collect();
        open.extend(inner.into_iter().rev());
        sections.push(Section { owner, items });
    }
    sections
}

/// What follows a node, in document order: flows and links, not events on its border.
pub(super) fn following(graph: &FlowGraph, node: NodeIndex) -> Vec<(EdgeIndex, &Edge, NodeIndex)> {
    let mut out: Vec<_> = graph
        .flow
        .edges_directed(node, Direction::Outgoing)
        .filter(|edge| edge.weight().kind != EdgeKind::Boundary)
        .map(|edge| (edge.id(), edge.weight(), edge.target()))
        .collect();
    out.sort_by_key(|(id, _, _)| *id);
    out
}

/// The nodes of one process or sub-process.
struct Scope<'a> {
    graph: &'a FlowGraph,
    nodes: &'a [NodeIndex],
    place: BTreeMap<NodeIndex, usize>,
    tree: Dominators,
}

/// Something still to be told; the last in the list comes next.
enum Open {
    Step(usize, usize, bool),
    Way {
        edge: EdgeIndex,
        depth: usize,
        told: bool,
        place: usize,
        of: usize,
    },
}

impl<'a> Scope<'a> {
    fn new(graph: &'a FlowGraph, nodes: &'a [NodeIndex]) -> Self {
        let place: BTreeMap<NodeIndex, usize> = nodes
            .iter()
            .enumerate()
            .map(|(index, node)| (*node, index))
            .collect();
        let mut edges = Vec::new();
        for (from, node) in nodes.iter().enumerate() {
            let mut out: Vec<_> = graph.flow.edges_directed(*node, Direction::Outgoing).collect();
            out.sort_by_key(|edge| edge.id());
            edges.extend(
                out.into_iter()
                    .filter_map(|edge| Some((from, *place.get(&edge.target())?))),
            );
        }
        let (order, next) = forward(nodes.len(), &edges);
        Scope {
            graph,
            nodes,
            place,
            tree: dominators(&order, &next),
        }
    }

    fn node(&self, index: usize) -> Option<(NodeIndex, &Node)> {
        let node = *self.nodes.get(index)?;
        Some((node, self.graph.flow.node_weight(node)?))
    }

    fn items(&self) -> Vec<Item> {
        let mut items = Vec::with_capacity(self.nodes.len());
        let mut open: Vec<Open> = self
            .roots()
            .into_iter()
            .rev()
            .map(|root| Open::Step(root, 0, false))
            .collect();
        while let Some(next) = open.pop() {
            match next {
                Open::Way {
                    edge,
                    depth,
                    told,
                    place,
                    of,
                } => items.push(Item::Way {
                    edge,
                    depth: depth.min(DEEPEST),
                    told,
                    place,
                    of,
                }),
                Open::Step(index, depth, below) => {
                    if let Some((node, _)) = self.node(index) {
                        let depth = depth.min(DEEPEST);
                        items.push(Item::Step { node, depth, below });
                    }
                    self.after(index, depth, &mut open);
                }
            }
        }
        items
    }

    /// Where it begins: starts, then what nothing leads to, then what several of these lead to, at last what may
    /// come at any time.
    fn roots(&self) -> Vec<usize> {
        let mut roots = self
            .tree
            .children
            .get(self.nodes.len())
            .cloned()
            .unwrap_or_default();
        let mut position = vec![0; self.nodes.len()];
        for (index, root) in roots.iter().enumerate() {
            if let Some(held) = position.get_mut(*root) {
                *held = index;
            }
        }
        roots.sort_by_key(|root| {
            let meeting = self.tree.ways_in.get(*root).is_some_and(|ways| *ways > 0);
            let rank = match self.node(*root).map(|(_, node)| (node.kind, node.undoes)) {
                _ if meeting => 2,
                Some((NodeKind::Start(_), _)) => 0,
                Some((_, true)) => 4,
                Some((NodeKind::Activity(ActivityKind::SubProcess { event: true, .. }), _)) => 3,
                _ => 1,
            };
            let place = if meeting {
                position.get(*root).copied().unwrap_or_default()
            } else {
                *root
            };
            (rank, place)
        });
        roots
    }

    /// Puts what is told after a step on the pile, what comes first on top.
    fn after(&self, index: usize, depth: usize, open: &mut Vec<Open>) {
        let Some((node, weight)) = self.node(index) else {
            return;
        };
        let flows = following(self.graph, node);
        let (mut borders, mut entries, mut meetings) = (Vec::new(), Vec::new(), Vec::new());
        for child in self.tree.children.get(index).into_iter().flatten().copied() {
            let meets = self.tree.ways_in.get(child).is_some_and(|ways| *ways > 1);
            let hangs = self.node(child).is_some_and(|(_, held)| held.host == Some(node));
            match (meets, hangs) {
                (true, _) => meetings.push(child),
                (false, true) => borders.push(child),
                (false, false) => entries.push(child),
            }
        }
        borders.sort_unstable();
        open.extend(
            meetings
                .iter()
                .rev()
                .map(|meeting| Open::Step(*meeting, depth, false)),
        );
        if flows.len() < 2 {
            open.extend(entries.iter().rev().map(|entry| Open::Step(*entry, depth, false)));
        } else {
            let main = self.main(weight, &flows, &entries, &meetings);
            open.extend(main.iter().map(|main| Open::Step(*main, depth, false)));
            let known: BTreeSet<usize> = entries.iter().copied().collect();
            let target = |to: &NodeIndex| self.place.get(to).copied();
            let mut ways: Vec<_> = flows
                .iter()
                .map(|(edge, _, to)| (*edge, target(to).filter(|to| known.contains(to))))
                .collect();
            // What is told below a way comes first. The way that goes on at this level stands last, right above its
            // first step.
            ways.sort_by_key(|(_, to)| match to {
                Some(_) if *to == main => 2,
                Some(_) => 0,
                None => 1,
            });
            let of = ways.len();
            for (place, (edge, to)) in ways.into_iter().enumerate().rev() {
                let below = to.filter(|to| Some(*to) != main);
                open.extend(below.map(|to| Open::Step(to, depth + 2, false)));
                open.push(Open::Way {
                    edge,
                    depth: depth + 1,
                    told: below.is_some(),
                    place: place + 1,
                    of,
                });
            }
        }
        open.extend(
            borders
                .iter()
                .rev()
                .map(|border| Open::Step(*border, depth + 1, true)),
        );
    }

    /// The way that is told at the level of the split instead of below it.
    fn main(
        &self,
        weight: &Node,
        flows: &[(EdgeIndex, &Edge, NodeIndex)],
        entries: &[usize],
        meetings: &[usize],
    ) -> Option<usize> {
        if let ([only], []) = (entries, meetings) {
            return Some(*only);
        }
        let choice = match weight.kind {
            NodeKind::Gateway(GatewayKind::Parallel | GatewayKind::Inclusive) => false,
            NodeKind::Gateway(_) => true,
            _ => flows
                .iter()
                .any(|(_, edge, _)| edge.is_default || !condition(edge).is_empty()),
        };
        let size = |node: &usize| self.tree.size.get(*node).copied().unwrap_or_default();
        // The last of the longest, so that the other ways are out of the way first.
        let longest = entries.iter().max_by_key(|entry| size(entry)).copied()?;
        let rest: usize = meetings.iter().map(size).sum();
        (choice && size(&longest) >= LONG && size(&longest) > rest).then_some(longest)
    }
}

/// The condition of a way as drawn, else as written.
pub(super) fn condition(edge: &Edge) -> &str {
    if edge.name.is_empty() {
        edge.condition.as_deref().unwrap_or_default()
    } else {
        &edge.name
    }
}
