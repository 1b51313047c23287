//! Scopes of a graph: the nodes of a process or sub-process, and where a scope begins.

use super::slots::{list, value};
use crate::graph::{ActivityKind, EdgeKind, FlowGraph, Node, NodeIndex, NodeKind, Trigger};

/// A way out of a node, in the order of the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    pub to: usize,
    pub probability: Option<f64>,
    pub conditional: bool,
    pub is_default: bool,
}

/// What the builder of the chain needs to know about the nesting.
pub(super) struct Scopes {
    /// Direct children of each node, in document order.
    pub children: Vec<Vec<usize>>,
    /// Top-level nodes of each process.
    pub top: Vec<Vec<usize>>,
    /// Boundary events of each node.
    pub boundary: Vec<Vec<usize>>,
    /// Ways out of each node (sequence flows and links).
    pub ways: Vec<Vec<Way>>,
    /// Number of sequence flows and links into each node.
    pub incoming: Vec<usize>,
}

impl Scopes {
    pub fn of(graph: &FlowGraph) -> Scopes {
        let count = graph.flow.node_count();
        let mut scopes = Scopes {
            children: vec![Vec::new(); count],
            top: vec![Vec::new(); graph.processes.len()],
            boundary: vec![Vec::new(); count],
            ways: vec![Vec::new(); count],
            incoming: vec![0; count],
        };
        for index in 0..count {
            let Some(node) = node(graph, index) else { continue };
            match node.parent {
                Some(parent) => super::slots::push(&mut scopes.children, parent.index(), index),
                None => super::slots::push(&mut scopes.top, node.process, index),
            }
            if let (Some(host), NodeKind::Boundary { .. }) = (node.host, node.kind) {
                super::slots::push(&mut scopes.boundary, host.index(), index);
            }
        }
        for edge in graph.flow.edge_indices() {
            let (Some((from, to)), Some(weight)) =
                (graph.flow.edge_endpoints(edge), graph.flow.edge_weight(edge))
            else {
                continue;
            };
            if weight.kind == EdgeKind::Boundary {
                continue;
            }
            super::slots::push(
                &mut scopes.ways,
                from.index(),
                Way {
                    to: to.index(),
                    probability: weight.probability,
                    conditional: weight.condition.is_some(),
                    is_default: weight.is_default,
                },
            );
            if let Some(slot) = scopes.incoming.get_mut(to.index()) {
                *slot += 1;
            }
        }
        scopes
    }

    /// True for a sub-process with something inside.
    pub fn has_content(&self, index: usize) -> bool {
        !list(&self.children, index).is_empty()
    }
}

/// The node at an index.
pub(super) fn node(graph: &FlowGraph, index: usize) -> Option<&Node> {
    graph.flow.node_weight(NodeIndex::new(index))
}

/// True for a sub-process that an event inside another scope starts.
pub(super) fn is_event_sub_process(node: &Node) -> bool {
    matches!(
        node.kind,
        NodeKind::Activity(ActivityKind::SubProcess { event: true, .. })
    )
}

/// Where a scope begins.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Beginnings {
    /// Alternatives with their shares; empty if there is no event that starts the scope.
    pub starts: Vec<(usize, f64)>,
    /// Nodes that nothing leads to.
    pub loose: Vec<usize>,
    /// Event sub-processes of the scope.
    pub events: Vec<usize>,
    /// Shares of the starts were assumed equal.
    pub assumed: bool,
    /// Stated shares did not add up to 1.
    pub scaled: bool,
}

/// Finds where a scope begins. Several starts are alternatives: shares as annotated, the rest equally (design.md 2.4).
pub(super) fn beginnings(graph: &FlowGraph, scopes: &Scopes, members: &[usize]) -> Beginnings {
    let mut result = Beginnings::default();
    let mut waiting = Vec::new();
    let mut starts = Vec::new();
    for &index in members {
        let Some(node) = node(graph, index) else { continue };
        if is_event_sub_process(node) {
            result.events.push(index);
        } else if matches!(node.kind, NodeKind::Start(_)) {
            starts.push(index);
        } else if value(&scopes.incoming, index) == 0 && !matches!(node.kind, NodeKind::Boundary { .. }) {
            match node.kind {
                NodeKind::Catch(trigger) if trigger != Trigger::Link => waiting.push(index),
                NodeKind::Activity(ActivityKind::Receive)
                | NodeKind::Gateway(crate::graph::GatewayKind::EventBased) => waiting.push(index),
                _ => result.loose.push(index),
            }
        }
    }
    if starts.is_empty() {
        starts = waiting;
    } else {
        result.loose.extend(waiting);
        result.loose.sort_unstable();
    }
    if !starts.is_empty() {
        let stated: Vec<Option<f64>> = starts
            .iter()
            .map(|&index| node(graph, index).and_then(|node| node.annotations.probability))
            .collect();
        let shares = super::shares::exclusive(&stated);
        result.assumed = shares.assumed;
        result.scaled = shares.scaled;
        result.starts = starts.into_iter().zip(shares.values).collect();
    }
    result
}
