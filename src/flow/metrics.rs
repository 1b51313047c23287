//! Simple metrics of a graph (definitions: analysis.md 3.4). Event-based gateways count as exclusive ones.

use super::chain::Chain;
use super::scopes::node;
use super::slots::{list, value};
use super::solve::components;
use crate::graph::{EdgeKind, FlowGraph, GatewayKind, NodeKind};

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
    let (mut arcs, mut plain, mut lane_changes) = (0_usize, 0_usize, 0.0);
    let is_gateway =
        |index: usize| node(graph, index).is_some_and(|node| matches!(node.kind, NodeKind::Gateway(_)));
    for edge in graph.flow.edge_indices() {
        let (Some((from, to)), Some(weight)) =
            (graph.flow.edge_endpoints(edge), graph.flow.edge_weight(edge))
        else {
            continue;
        };
        if weight.kind != EdgeKind::Sequence {
            continue;
        }
        let (from, to) = (from.index(), to.index());
        arcs += 1;
        plain += usize::from(!is_gateway(from) && !is_gateway(to));
        super::slots::push(&mut out, from, (to, 1.0));
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
    result.sort_by(|a, b| a.0.cmp(&b.0));
    result
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
