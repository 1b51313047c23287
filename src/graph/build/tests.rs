//! Tests of the graph.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use crate::bpmn::{Limits, read};
use crate::graph::petgraph::visit::EdgeRef;
use crate::graph::{
    ActivityKind, DataKind, EdgeKind, FlowGraph, MessageEnd, Node, NodeIndex, NodeKind, Repetition, Trigger,
    build,
};
use std::path::Path;

fn parking() -> FlowGraph {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/bpmn/standard/collaboration.bpmn");
    graph(&std::fs::read(path).unwrap())
}

fn graph(bytes: &[u8]) -> FlowGraph {
    build(&read(bytes, &Limits::default()).unwrap().0)
}

fn small(inner: &str) -> FlowGraph {
    graph(
        format!("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>{inner}</definitions>")
            .as_bytes(),
    )
}

fn index(graph: &FlowGraph, id: &str) -> NodeIndex {
    graph
        .flow
        .node_indices()
        .find(|node| graph.flow[*node].id == id)
        .unwrap_or_else(|| panic!("no {id}"))
}

fn node<'g>(graph: &'g FlowGraph, id: &str) -> &'g Node {
    &graph.flow[index(graph, id)]
}

#[test]
fn pools_and_processes_belong_together() {
    let graph = parking();
    assert_eq!(graph.processes.len(), 1);
    assert_eq!(graph.processes[0].pool, Some(0));
    assert_eq!((graph.pools[0].process, graph.pools[1].process), (Some(0), None));
}

#[test]
fn the_innermost_lane_wins() {
    let graph = parking();
    let lane = |id: &str| node(&graph, id).lane.map(|lane| graph.lanes[lane].name.as_str());
    assert_eq!(graph.lanes[1].parent, Some(0));
    assert_eq!(lane("check"), Some("Schalter"));
    assert_eq!(lane("review"), Some("Sachbearbeitung"));
    assert_eq!(
        lane("look"),
        Some("Sachbearbeitung"),
        "as the sub-process around it"
    );
    assert_eq!(lane("too_long"), Some("Sachbearbeitung"), "as its host");
    assert_eq!(lane("pay"), Some("Kasse"), "by the drawing");
    assert_eq!(lane("remind"), None);
}

#[test]
fn kinds_hosts_and_scopes() {
    let graph = parking();
    assert_eq!(node(&graph, "start").kind, NodeKind::Start(Trigger::Message));
    assert_eq!(node(&graph, "end").kind, NodeKind::End(Trigger::Terminate));
    let boundary = NodeKind::Boundary {
        trigger: Trigger::Timer,
        interrupting: false,
    };
    assert_eq!(node(&graph, "too_long").kind, boundary);
    assert_eq!(node(&graph, "too_long").host, Some(index(&graph, "review")));
    assert_eq!(node(&graph, "look").parent, Some(index(&graph, "review")));
    assert_eq!(node(&graph, "look").repetition, Repetition::MultiInstance);
    let sub = ActivityKind::SubProcess {
        event: false,
        ad_hoc: false,
        transaction: false,
    };
    assert_eq!(node(&graph, "review").kind, NodeKind::Activity(sub));
    assert_eq!(node(&graph, "check").comments, ["Ausweis vorzeigen lassen"]);
}

#[test]
fn ways_are_sequence_border_and_link() {
    let graph = parking();
    let of = |kind: EdgeKind| {
        let edges = graph
            .flow
            .edge_references()
            .filter(|edge| edge.weight().kind == kind);
        edges
            .map(|edge| {
                (
                    graph.flow[edge.source()].id.as_str(),
                    graph.flow[edge.target()].id.as_str(),
                )
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(of(EdgeKind::Boundary), [("review", "too_long")]);
    assert_eq!(of(EdgeKind::Link), [("jump", "land")]);
    assert_eq!(of(EdgeKind::Sequence).len(), 11);
    let edge = |id: &str| graph.flow.edge_weights().find(|edge| edge.id == id).unwrap();
    assert!(edge("no").is_default && !edge("yes").is_default);
    assert_eq!(
        edge("yes").condition.as_deref(),
        Some("berechtigt = wahr <> falsch")
    );
}

#[test]
fn data_are_read_and_written() {
    let graph = parking();
    assert_eq!(graph.data.len(), 2);
    assert_eq!(
        (graph.data[0].object.as_str(), graph.data[0].state.as_str()),
        ("form", "ausgefüllt")
    );
    assert_eq!(
        (graph.data[1].name.as_str(), graph.data[1].kind),
        ("Melderegister", DataKind::Store)
    );
    assert_eq!(
        (&node(&graph, "check").reads, &node(&graph, "check").writes),
        (&vec![0], &vec![1])
    );
    assert_eq!(node(&graph, "pay").reads, [0]);
}

#[test]
fn messages_join_nodes_and_pools() {
    let graph = parking();
    let [comes, goes] = graph.messages.as_slice() else {
        panic!("{:?}", graph.messages)
    };
    assert_eq!(
        (comes.name.as_str(), comes.message.as_deref()),
        ("Antrag auf Bewohnerparken", Some("message_form"))
    );
    assert_eq!(
        (comes.from, comes.to),
        (MessageEnd::Pool(1), MessageEnd::Node(index(&graph, "start")))
    );
    assert_eq!((goes.name.as_str(), goes.to), ("Ausweis", MessageEnd::Pool(1)));
}

#[test]
fn nodes_outside_a_process_get_one() {
    let graph = small("<task id='a'/><process id='p'><task id='b'/></process><task id='c'/>");
    assert_eq!(graph.processes.len(), 2);
    assert_eq!(node(&graph, "a").process, node(&graph, "c").process);
    assert_eq!(graph.processes[node(&graph, "a").process].id, "");
    assert_eq!(graph.processes[node(&graph, "b").process].id, "p");
}

#[test]
fn data_at_a_sequence_flow_go_from_one_end_to_the_other() {
    let graph = small(
        "<process id='p'><task id='a'/><task id='b'/><sequenceFlow id='f' sourceRef='a' targetRef='b'/>\
         <dataObject id='d'/><association id='x' sourceRef='f' targetRef='d'/></process>",
    );
    assert_eq!(
        (&node(&graph, "a").writes, &node(&graph, "b").reads),
        (&vec![0], &vec![0])
    );
}

#[test]
fn links_stay_in_their_scope_and_boundaries_need_an_activity() {
    let link = |id: &str, kind: &str| format!("<{kind} id='{id}'><linkEventDefinition name='L'/></{kind}>");
    let graph = small(&format!(
        "<process id='p'>{}<subProcess id='s'>{}</subProcess><exclusiveGateway id='g'/>\
         <boundaryEvent id='b' attachedToRef='g'/></process>",
        link("throw", "intermediateThrowEvent"),
        link("catch", "intermediateCatchEvent"),
    ));
    assert_eq!(graph.flow.edge_count(), 0);
    assert_eq!(node(&graph, "b").host, None);
}

#[test]
fn several_triggers_and_calls() {
    let graph = small(
        "<timerEventDefinition id='shared'/><process id='p'><startEvent id='s'><eventDefinitionRef>shared</eventDefinitionRef>\
         <messageEventDefinition/></startEvent><callActivity id='c' calledElement='other'/></process>",
    );
    assert_eq!(node(&graph, "s").kind, NodeKind::Start(Trigger::Multiple));
    assert_eq!(node(&graph, "c").called.as_deref(), Some("other"));
}
