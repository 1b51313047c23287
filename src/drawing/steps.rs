//! The order in which a model is told, and its steps as a table.

use super::order::sequence;
use super::words;
use crate::domain::step::{NextStep, StepRow};
use crate::graph::petgraph::Direction;
use crate::graph::petgraph::visit::EdgeRef;
use crate::graph::{Edge, EdgeKind, FlowGraph, Node, NodeIndex};
use std::collections::BTreeMap;

/// A process (or pool without content) and its nodes in the order in which they are told.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Chapter {
    /// Index into `FlowGraph::pools`.
    pub pool: Option<usize>,
    /// Index into `FlowGraph::processes`.
    pub process: Option<usize>,
    /// Nodes with the depth of sub-processes they lie in.
    pub nodes: Vec<(NodeIndex, usize)>,
}

/// The steps of a model, each flow node once.
pub fn steps(graph: &FlowGraph) -> Vec<StepRow> {
    let chapters = chapters(graph);
    let numbers = numbers(&chapters);
    let number = |node: NodeIndex| numbers.get(&node).copied();
    chapters
        .iter()
        .flat_map(|chapter| &chapter.nodes)
        .filter_map(|(node, _)| {
            let weight = graph.flow.node_weight(*node)?;
            Some(StepRow {
                number: number(*node)?,
                element: weight.id.clone(),
                who: who(graph, weight).to_owned(),
                what: weight.name.clone(),
                kind: words::node_kind(weight.kind),
                within: weight.parent.and_then(number),
                during: weight.host.and_then(number),
                next: following(graph, *node)
                    .into_iter()
                    .filter_map(|(edge, to)| {
                        Some(NextStep {
                            number: number(to)?,
                            what: graph.flow.node_weight(to)?.name.clone(),
                            condition: condition(edge).to_owned(),
                            otherwise: edge.is_default,
                        })
                    })
                    .collect(),
            })
        })
        .collect()
}

/// The model in chapters: pools in document order, then processes without pool.
pub(super) fn chapters(graph: &FlowGraph) -> Vec<Chapter> {
    let mut scopes: BTreeMap<(usize, Option<NodeIndex>), Vec<NodeIndex>> = BTreeMap::new();
    for node in graph.flow.node_indices() {
        if let Some(weight) = graph.flow.node_weight(node) {
            scopes
                .entry((weight.process, weight.parent))
                .or_default()
                .push(node);
        }
    }
    let mut told = vec![false; graph.processes.len()];
    let mut chapters = Vec::new();
    for (number, pool) in graph.pools.iter().enumerate() {
        let process = pool.process.filter(|process| told.get(*process) == Some(&false));
        if let Some(flag) = process.and_then(|process| told.get_mut(process)) {
            *flag = true;
        }
        chapters.push((Some(number), process));
    }
    chapters.extend(
        told.iter()
            .enumerate()
            .filter(|(_, told)| !**told)
            .map(|(process, _)| (None, Some(process))),
    );
    chapters
        .into_iter()
        .map(|(pool, process)| {
            let mut nodes = Vec::new();
            if let Some(process) = process {
                tell(graph, &scopes, process, None, 0, &mut nodes);
            }
            Chapter { pool, process, nodes }
        })
        .filter(|chapter| chapter.pool.is_some() || !chapter.nodes.is_empty())
        .collect()
}

/// Number of each node, from 1.
pub(super) fn numbers(chapters: &[Chapter]) -> BTreeMap<NodeIndex, usize> {
    let nodes = chapters.iter().flat_map(|chapter| &chapter.nodes);
    nodes
        .enumerate()
        .map(|(index, (node, _))| (*node, index + 1))
        .collect()
}

/// Nodes of one scope in order, the content of a sub-process right behind it.
fn tell(
    graph: &FlowGraph,
    scopes: &BTreeMap<(usize, Option<NodeIndex>), Vec<NodeIndex>>,
    process: usize,
    parent: Option<NodeIndex>,
    depth: usize,
    told: &mut Vec<(NodeIndex, usize)>,
) {
    let Some(nodes) = scopes.get(&(process, parent)) else {
        return;
    };
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
    let on_border: Vec<bool> = nodes
        .iter()
        .map(|node| {
            graph
                .flow
                .node_weight(*node)
                .is_some_and(|weight| weight.host.is_some())
        })
        .collect();
    for index in sequence(nodes.len(), &edges, &on_border) {
        if let Some(node) = nodes.get(index) {
            told.push((*node, depth));
            tell(graph, scopes, process, Some(*node), depth + 1, told);
        }
    }
}

/// What follows a node, in document order: flows and links, not events on its border.
pub(super) fn following(graph: &FlowGraph, node: NodeIndex) -> Vec<(&Edge, NodeIndex)> {
    let mut out: Vec<_> = graph
        .flow
        .edges_directed(node, Direction::Outgoing)
        .filter(|edge| edge.weight().kind != EdgeKind::Boundary)
        .collect();
    out.sort_by_key(|edge| edge.id());
    out.into_iter()
        .map(|edge| (edge.weight(), edge.target()))
        .collect()
}

/// The condition of a way as drawn, else as written.
pub(super) fn condition(edge: &Edge) -> &str {
    if edge.name.is_empty() {
        edge.condition.as_deref().unwrap_or_default()
    } else {
        &edge.name
    }
}

/// Name of the innermost lane with a name; empty where there is none.
pub(super) fn lane<'a>(graph: &'a FlowGraph, node: &Node) -> &'a str {
    let outwards = std::iter::successors(node.lane.and_then(|lane| graph.lanes.get(lane)), |lane| {
        lane.parent.and_then(|parent| graph.lanes.get(parent))
    });
    // A lane cannot have more ancestors than there are lanes.
    let mut names = outwards.take(graph.lanes.len()).map(|lane| lane.name.as_str());
    names.find(|name| !name.is_empty()).unwrap_or_default()
}

/// Who does it: lane, else pool, else process.
pub(super) fn who<'a>(graph: &'a FlowGraph, node: &Node) -> &'a str {
    let lane = lane(graph, node);
    let process = graph.processes.get(node.process);
    let pool = process
        .and_then(|process| graph.pools.get(process.pool?))
        .map(|pool| pool.name.as_str());
    let process = process.map(|process| process.name.as_str());
    [Some(lane), pool, process]
        .into_iter()
        .flatten()
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}
