//! Visits, times and metrics against `fixtures/golden/flow_dev.json`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use super::{Chain, metrics, times};
use crate::domain::annotation::{Annotations, WorkFact};
use crate::graph::petgraph::graph::DiGraph;
use crate::graph::{
    ActivityKind, Edge, EdgeKind, FlowGraph, GatewayKind, Node, NodeKind, Process, Repetition, Trigger,
};
use serde_json::Value;

fn kind(name: &str) -> NodeKind {
    match name {
        "start" => NodeKind::Start(Trigger::None),
        "end" => NodeKind::End(Trigger::None),
        "event" => NodeKind::Catch(Trigger::None),
        "xor" => NodeKind::Gateway(GatewayKind::Exclusive),
        "and" => NodeKind::Gateway(GatewayKind::Parallel),
        "or" => NodeKind::Gateway(GatewayKind::Inclusive),
        "event_based" => NodeKind::Gateway(GatewayKind::EventBased),
        _ => NodeKind::Activity(ActivityKind::Task),
    }
}

fn graph(model: &Value) -> FlowGraph {
    let mut flow = DiGraph::new();
    let nodes: Vec<_> = model["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| {
            let work = WorkFact {
                handling_minutes: node["work"].as_f64(),
                waiting_minutes: node["wait"].as_f64(),
                ..WorkFact::default()
            };
            let place = flow.add_node(Node {
                id: node["id"].as_str().unwrap().to_owned(),
                name: String::new(),
                kind: kind(node["type"].as_str().unwrap()),
                process: 0,
                lane: None,
                parent: None,
                host: None,
                documentation: Vec::new(),
                comments: Vec::new(),
                annotations: Annotations {
                    work: Some(work),
                    probability: node["share"].as_f64(),
                    ..Annotations::default()
                },
                block: None,
                repetition: Repetition::Once,
                reads: Vec::new(),
                writes: Vec::new(),
                called: None,
                timer: None,
                undoes: false,
            });
            (node["id"].as_str().unwrap(), place)
        })
        .collect();
    let place = |id: &Value| {
        nodes
            .iter()
            .find(|(known, _)| Some(*known) == id.as_str())
            .unwrap()
            .1
    };
    for way in model["flows"].as_array().unwrap() {
        flow.add_edge(
            place(&way["from"]),
            place(&way["to"]),
            Edge {
                id: String::new(),
                name: String::new(),
                kind: EdgeKind::Sequence,
                condition: None,
                is_default: false,
                probability: way["p"].as_f64(),
            },
        );
    }
    FlowGraph {
        processes: vec![Process {
            id: "p".to_owned(),
            name: String::new(),
            pool: None,
            documentation: Vec::new(),
            annotations: Annotations::default(),
        }],
        pools: Vec::new(),
        lanes: Vec::new(),
        data: Vec::new(),
        messages: Vec::new(),
        flow,
    }
}

fn cases(wanted: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(include_str!("../../fixtures/golden/flow_dev.json")).unwrap();
    let cases: Vec<Value> = file["cases"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|case| case["kind"] == wanted)
        .cloned()
        .collect();
    assert!(!cases.is_empty());
    cases
}

fn close(name: &str, actual: f64, expected: f64) {
    assert!(
        (actual - expected).abs() < 1e-6,
        "{name}: {actual} instead of {expected}"
    );
}

#[test]
fn visits_and_times_come_out() {
    for case in cases("expected_visits") {
        let id = case["id"].as_str().unwrap();
        let graph = graph(&case["input"]["model"]);
        let chain = Chain::of(&graph);
        for (index, node) in graph.flow.node_weights().enumerate() {
            let expected = case["expected"]["visits"][&node.id].as_f64().unwrap();
            close(&format!("{id} {}", node.id), chain.executions(index), expected);
        }
        let times = times(&graph, &chain);
        let expected = case["expected"]["work_per_case_min"].as_f64().unwrap();
        close(id, times.handling_minutes.unwrap(), expected);
        let expected = case["expected"]["wait_sum_per_case_min"].as_f64().unwrap();
        close(id, times.waiting_minutes.unwrap_or(0.0), expected);
    }
}

#[test]
fn metrics_come_out() {
    for case in cases("graph_metrics") {
        let id = case["id"].as_str().unwrap();
        let graph = graph(&case["input"]["model"]);
        let found = metrics(&graph, &Chain::of(&graph));
        assert!(found.is_sorted_by(|a, b| a.0 < b.0));
        for (name, actual) in found {
            if let Some(expected) = case["expected"].get(&name).and_then(Value::as_f64) {
                close(&format!("{id} {name}"), actual, expected);
            }
        }
    }
}
