//! The parts of a model that are checked one by one: the processes together, then each sub-process.

use crate::flow::slots::{set, value};
use crate::graph::petgraph::visit::EdgeRef;
use crate::graph::{EdgeKind, FlowGraph, NodeIndex};

/// A flow between two nodes of one scope.
#[derive(Debug, Clone, Copy)]
pub(super) struct Flow {
    /// Index of the node it leaves.
    pub(super) from: usize,
    /// Index of the node it enters.
    pub(super) to: usize,
    /// It has a condition.
    pub(super) conditional: bool,
    /// It is taken when no condition holds.
    pub(super) is_default: bool,
}

/// Nodes and flows of the processes, or of one sub-process.
#[derive(Debug, Default)]
pub(super) struct Scope {
    /// The sub-process; `None`: the processes of the file.
    pub(super) owner: Option<usize>,
    /// Its nodes, in document order.
    pub(super) nodes: Vec<usize>,
    /// Its flows and links, in document order.
    pub(super) flows: Vec<Flow>,
}

/// All scopes, inner before outer.
pub(super) fn scopes(graph: &FlowGraph) -> Vec<Scope> {
    let count = graph.flow.node_count();
    let parent = |index: usize| {
        let node = graph.flow.node_weight(NodeIndex::new(index))?;
        Some(node.parent.map(NodeIndex::index))
    };
    // One scope per node that may be a sub-process, and the outermost one at the end.
    let place = |parent: Option<usize>| parent.unwrap_or(count);
    let mut scopes: Vec<Scope> = (0..=count)
        .map(|index| Scope {
            owner: (index < count).then_some(index),
            ..Scope::default()
        })
        .collect();
    let mut depth = vec![0_usize; count + 1];
    for index in 0..count {
        let Some(around) = parent(index) else { continue };
        if let Some(scope) = scopes.get_mut(place(around)) {
            scope.nodes.push(index);
        }
        let mut levels = 1;
        let mut next = around;
        // A circle of parents cannot be; should there be one, the count ends.
        while let (Some(outer), true) = (next, levels <= count) {
            levels += 1;
            next = parent(outer).flatten();
        }
        set(&mut depth, place(around), levels);
    }
    for edge in graph.flow.edge_references() {
        let (from, to) = (edge.source().index(), edge.target().index());
        let (Some(a), Some(b)) = (parent(from), parent(to)) else {
            continue;
        };
        if edge.weight().kind == EdgeKind::Boundary || a != b {
            continue;
        }
        if let Some(scope) = scopes.get_mut(place(a)) {
            scope.flows.push(Flow {
                from,
                to,
                conditional: edge.weight().condition.is_some(),
                is_default: edge.weight().is_default,
            });
        }
    }
    let mut order: Vec<usize> = (0..=count)
        .filter(|&index| scopes.get(index).is_some_and(|scope| !scope.nodes.is_empty()))
        .collect();
    order.sort_by_key(|&index| (std::cmp::Reverse(value(&depth, index)), index));
    let mut sorted = Vec::with_capacity(order.len());
    for index in order {
        if let Some(scope) = scopes.get_mut(index) {
            sorted.push(std::mem::take(scope));
        }
    }
    sorted
}

/// A list per node of one scope. It reaches from the scope's first node to its last one, so that many small scopes in a
/// large model do not each take the room of the whole model.
#[derive(Debug, Default)]
pub(super) struct ByNode<T> {
    first: usize,
    lists: Vec<Vec<T>>,
}

impl<T> ByNode<T> {
    /// Empty lists for these nodes, which stand in document order.
    pub(super) fn new(nodes: &[usize]) -> ByNode<T> {
        let first = nodes.first().copied().unwrap_or_default();
        let count = nodes.last().map_or(0, |last| last + 1 - first);
        ByNode {
            first,
            lists: (0..count).map(|_| Vec::new()).collect(),
        }
    }

    /// With these pairs of node and item.
    pub(super) fn with(mut self, pairs: impl Iterator<Item = (usize, T)>) -> ByNode<T> {
        for (node, item) in pairs {
            self.push(node, item);
        }
        self
    }

    /// The list of a node.
    pub(super) fn list(&self, node: usize) -> &[T] {
        let list = node.checked_sub(self.first).and_then(|at| self.lists.get(at));
        list.map_or(&[], Vec::as_slice)
    }

    /// Appends to the list of a node.
    pub(super) fn push(&mut self, node: usize, item: T) {
        if let Some(list) = node.checked_sub(self.first).and_then(|at| self.lists.get_mut(at)) {
            list.push(item);
        }
    }

    /// Empties the list of a node.
    pub(super) fn clear(&mut self, node: usize) {
        if let Some(list) = node.checked_sub(self.first).and_then(|at| self.lists.get_mut(at)) {
            list.clear();
        }
    }
}
