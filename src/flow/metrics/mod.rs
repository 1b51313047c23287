//! Metrics of a graph (definitions: analysis.md 3.4). Event-based gateways count as exclusive ones.

mod paths;

use super::chain::Chain;
use super::scopes::node;
use super::slots::{list, push, value};
use super::solve::components;
use crate::graph::{EdgeKind, FlowGraph, GatewayKind, NodeIndex, NodeKind};

#[derive(Default, Clone, Copy)]
struct Degrees {
    incoming: usize,
    outgoing: usize,
}

/// Named figures, sorted by name. A figure that is not defined for the graph is left out.
pub fn metrics(graph: &FlowGraph, chain: &Chain) -> Vec<(String, f64)> {
    let nodes = chain.nodes;
    let mut degrees = vec![Degrees::default(); nodes];
    let mut out: Vec<Vec<(usize, f64)>> = vec![Vec::new(); nodes];
    let (mut plain, mut lane_changes) = (0_usize, 0.0);
    let is_gateway =
        |index: usize| node(graph, index).is_some_and(|node| matches!(node.kind, NodeKind::Gateway(_)));
    let flows = sequence_flows(graph);
    let arcs = flows.len();
    for &(from, to) in &flows {
        plain += usize::from(!is_gateway(from) && !is_gateway(to));
        push(&mut out, from, (to, 1.0));
        if let Some(degree) = degrees.get_mut(from) {
            degree.outgoing += 1;
        }
        if let Some(degree) = degrees.get_mut(to) {
            degree.incoming += 1;
        }
        if changes_lane(graph, from, to) {
            lane_changes += taken(chain, from, to);
        }
    }
    let mut result = vec![
        ("nodes".to_owned(), nodes as f64),
        ("arcs".to_owned(), arcs as f64),
        ("lane_changes_per_case".to_owned(), lane_changes),
    ];
    let mut add = |name: &str, number: f64| result.push((name.to_owned(), number));
    if nodes > 0 {
        add("cnc", arcs as f64 / nodes as f64);
        let looping: usize = components(&out)
            .iter()
            .filter(|part| {
                part.len() > 1
                    || part
                        .iter()
                        .any(|&place| list(&out, place).iter().any(|(to, _)| *to == place))
            })
            .map(Vec::len)
            .sum();
        add("cyclicity", looping as f64 / nodes as f64);
    }
    if nodes > 1 {
        add("density", arcs as f64 / (nodes * (nodes - 1)) as f64);
    }
    if arcs > 0 {
        add("sequentiality", plain as f64 / arcs as f64);
    }
    counts(graph, nodes, &mut add);
    connectors(graph, &degrees, &mut add);
    ways(graph, &degrees, &flows, &mut add);
    result.sort_by(|a, b| a.0.cmp(&b.0));
    result
}

/// Nodes without which the sequence flows fall apart, in document order.
pub fn cut_vertices(graph: &FlowGraph) -> Vec<NodeIndex> {
    paths::cut_vertices(graph.flow.node_count(), &sequence_flows(graph))
        .into_iter()
        .map(NodeIndex::new)
        .collect()
}

/// Ends of the sequence flows, in document order.
fn sequence_flows(graph: &FlowGraph) -> Vec<(usize, usize)> {
    graph
        .flow
        .edge_indices()
        .filter(|edge| {
            graph
                .flow
                .edge_weight(*edge)
                .is_some_and(|edge| edge.kind == EdgeKind::Sequence)
        })
        .filter_map(|edge| graph.flow.edge_endpoints(edge))
        .map(|(from, to)| (from.index(), to.index()))
        .collect()
}

/// Figures of ways: separability, eccentricity, longest path, cross-connectivity.
fn ways(graph: &FlowGraph, degrees: &[Degrees], flows: &[(usize, usize)], add: &mut impl FnMut(&str, f64)) {
    let nodes = degrees.len();
    let without = |count: fn(&Degrees) -> usize| -> Vec<usize> {
        let mut places = Vec::new();
        for (place, degree) in degrees.iter().enumerate() {
            if count(degree) == 0 {
                places.push(place);
            }
        }
        places
    };
    let (sources, sinks) = (
        without(|degree| degree.incoming),
        without(|degree| degree.outgoing),
    );
    if nodes > 2 {
        let inner = paths::cut_vertices(nodes, flows)
            .into_iter()
            .filter(|place| sources.binary_search(place).is_err() && sinks.binary_search(place).is_err())
            .count();
        add("separability", inner as f64 / (nodes - 2) as f64);
    }
    // Where the model has events for it, they are its beginning and its end; else what has no way in or out.
    let events = |wanted: fn(NodeKind) -> bool, otherwise: Vec<usize>| {
        let found: Vec<usize> = (0..nodes)
            .filter(|&index| node(graph, index).is_some_and(|node| wanted(node.kind)))
            .collect();
        if found.is_empty() { otherwise } else { found }
    };
    let starts = events(|kind| matches!(kind, NodeKind::Start(_)), sources);
    let ends = events(|kind| matches!(kind, NodeKind::End(_)), sinks);
    let out = paths::successors(nodes, flows);
    if let Some(arcs) = paths::eccentricity(&out, &starts, &ends) {
        add("eccentricity_start_end", arcs as f64);
    }
    if let Some(arcs) = paths::longest_path(&out) {
        add("longest_path_acyclic", arcs as f64);
    }
    let weights: Vec<f64> = degrees
        .iter()
        .enumerate()
        .map(|(index, degree)| weight(node(graph, index).map(|node| node.kind), degree))
        .collect();
    if let Some(connected) = paths::cross_connectivity(&out, &weights) {
        add("cross_connectivity", connected);
    }
}

/// Weight of a node for cross-connectivity: 1 for all but choices; 1/d for an exclusive one with d ways in and out;
/// for an inclusive one the mean over its combinations.
fn weight(kind: Option<NodeKind>, degree: &Degrees) -> f64 {
    let ways = (degree.incoming + degree.outgoing).max(1) as f64;
    match kind {
        Some(NodeKind::Gateway(GatewayKind::Exclusive | GatewayKind::EventBased)) => 1.0 / ways,
        Some(NodeKind::Gateway(GatewayKind::Inclusive | GatewayKind::Complex)) => {
            let combinations = 2.0_f64.powf(ways.min(60.0)) - 1.0;
            1.0 / combinations + (combinations - 1.0) / combinations / ways
        }
        _ => 1.0,
    }
}

fn changes_lane(graph: &FlowGraph, from: usize, to: usize) -> bool {
    match (node(graph, from), node(graph, to)) {
        (Some(from), Some(to)) => from.lane.is_some() && to.lane.is_some() && from.lane != to.lane,
        _ => false,
    }
}

/// How often a flow is taken per case.
fn taken(chain: &Chain, from: usize, to: usize) -> f64 {
    list(&chain.arcs, from)
        .iter()
        .find(|arc| arc.to == to)
        .map_or(0.0, |arc| arc.weight * value(&chain.visits, from))
}

fn counts(graph: &FlowGraph, nodes: usize, add: &mut impl FnMut(&str, f64)) {
    let (mut tasks, mut gateways, mut starts, mut ends, mut depth) = (0, 0, 0, 0, 0);
    for index in 0..nodes {
        let Some(current) = node(graph, index) else {
            continue;
        };
        match current.kind {
            NodeKind::Activity(_) => tasks += 1,
            NodeKind::Gateway(_) => gateways += 1,
            NodeKind::Start(_) => starts += 1,
            NodeKind::End(_) => ends += 1,
            _ => {}
        }
        let mut level = 0;
        let mut parent = current.parent;
        while let Some(around) = parent.filter(|_| level < 300) {
            level += 1;
            parent = node(graph, around.index()).and_then(|around| around.parent);
        }
        depth = depth.max(level);
    }
    for (name, count) in [
        ("tasks", tasks),
        ("gateways", gateways),
        ("starts", starts),
        ("ends", ends),
        ("nesting", depth),
    ] {
        add(name, f64::from(count));
    }
}

fn connectors(graph: &FlowGraph, degrees: &[Degrees], add: &mut impl FnMut(&str, f64)) {
    // Exclusive, parallel, inclusive.
    let mut count = [0.0_f64; 3];
    let mut balance = [0.0_f64; 3];
    let (mut cfc, mut split, mut sum, mut largest) = (0.0, 0.0, 0.0, 0.0_f64);
    for (index, degree) in degrees.iter().enumerate() {
        let Some(NodeKind::Gateway(kind)) = node(graph, index).map(|node| node.kind) else {
            continue;
        };
        let total = (degree.incoming + degree.outgoing) as f64;
        sum += total;
        largest = largest.max(total);
        let sort = match kind {
            GatewayKind::Parallel => 1,
            GatewayKind::Inclusive | GatewayKind::Complex => 2,
            GatewayKind::Exclusive | GatewayKind::EventBased => 0,
        };
        let ways = degree.outgoing;
        if let (Some(count), Some(balance)) = (count.get_mut(sort), balance.get_mut(sort)) {
            *count += 1.0;
            if ways > 1 {
                *balance += total;
            }
            if degree.incoming > 1 {
                *balance -= total;
            }
        }
        if ways > 1 {
            cfc += match sort {
                0 => ways as f64,
                1 => 1.0,
                _ => 2.0_f64.powi(i32::try_from(ways).unwrap_or(60).min(60)) - 1.0,
            };
            if sort > 0 {
                split += (ways - 1) as f64;
            }
        }
    }
    add("cfc", cfc);
    add("token_split", split);
    add(
        "connector_mismatch",
        balance.iter().map(|balance| balance.abs()).sum(),
    );
    for (name, balance) in ["xor", "and", "or"].into_iter().zip(balance) {
        add(&format!("connector_mismatch_{name}"), balance.abs());
    }
    let all: f64 = count.iter().sum();
    if all > 0.0 {
        add("avg_connector_degree", sum / all);
        add("max_connector_degree", largest);
    }
    let heterogeneity: f64 = count
        .iter()
        .filter(|count| **count > 0.0)
        .map(|count| -(count / all) * (count / all).log(3.0))
        .sum();
    add("connector_heterogeneity", heterogeneity.abs());
}
