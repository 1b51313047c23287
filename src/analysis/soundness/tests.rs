//! Semantic decisions, each on the smallest model that shows it.
#![allow(clippy::unwrap_used)]

use super::build::build;
use super::explore::{Explored, explore};
use super::reduce::reduce;
use super::scopes::scopes;
use super::{Messages, soundness};
use crate::domain::soundness::{Flaw, Soundness};
use crate::flow::Chain;
use crate::graph::petgraph::graph::DiGraph;
use crate::graph::{
    ActivityKind, Edge, EdgeKind, FlowGraph, GatewayKind, MessageEnd, MessageFlow, Node, NodeIndex, NodeKind,
    Process, Repetition, Trigger,
};
use proptest::prelude::*;

/// Nodes as `id:kind`, flows as `a>b`, separated by blanks. Kinds: s e t x a o (start, end, task, exclusive, parallel,
/// inclusive), z (terminate), m (message catch), p (sub-process with what stands behind in `parents`).
fn model(nodes: &str, flows: &str, parents: &[(&str, &str)]) -> FlowGraph {
    let mut flow = DiGraph::new();
    let place = |flow: &DiGraph<Node, Edge>, id: &str| -> NodeIndex {
        flow.node_indices()
            .find(|index| flow.node_weight(*index).unwrap().id == id)
            .unwrap()
    };
    for text in nodes.split_whitespace() {
        let (id, kind) = text.split_once(':').unwrap();
        let sub_process = ActivityKind::SubProcess {
            event: false,
            ad_hoc: false,
            transaction: false,
        };
        let kind = match kind {
            "s" => NodeKind::Start(Trigger::None),
            "e" => NodeKind::End(Trigger::None),
            "z" => NodeKind::End(Trigger::Terminate),
            "m" => NodeKind::Catch(Trigger::Message),
            "x" => NodeKind::Gateway(GatewayKind::Exclusive),
            "a" => NodeKind::Gateway(GatewayKind::Parallel),
            "o" => NodeKind::Gateway(GatewayKind::Inclusive),
            "p" => NodeKind::Activity(sub_process),
            _ => NodeKind::Activity(ActivityKind::Task),
        };
        let parent = parents.iter().find(|(child, _)| *child == id);
        let parent = parent.map(|(_, parent)| place(&flow, parent));
        flow.add_node(Node {
            id: id.to_owned(),
            name: String::new(),
            kind,
            process: 0,
            lane: None,
            parent,
            host: None,
            documentation: Vec::new(),
            comments: Vec::new(),
            annotations: Default::default(),
            block: None,
            repetition: Repetition::Once,
            reads: Vec::new(),
            writes: Vec::new(),
            called: None,
            timer: None,
            undoes: false,
        });
    }
    for text in flows.split_whitespace() {
        let (from, to) = text.split_once('>').unwrap();
        let (from, to) = (place(&flow, from), place(&flow, to));
        let edge = Edge {
            id: text.to_owned(),
            name: String::new(),
            kind: EdgeKind::Sequence,
            condition: None,
            is_default: false,
            probability: None,
        };
        flow.add_edge(from, to, edge);
    }
    let process = Process {
        id: "p".to_owned(),
        name: String::new(),
        pool: None,
        documentation: Vec::new(),
        annotations: Default::default(),
    };
    FlowGraph {
        processes: vec![process],
        pools: Vec::new(),
        lanes: Vec::new(),
        data: Vec::new(),
        messages: Vec::new(),
        flow,
    }
}

fn verdict(graph: &FlowGraph) -> Soundness {
    soundness(graph, &Chain::of(graph), Messages::FromOutside)
}

fn flaws(nodes: &str, flows: &str) -> Vec<(Flaw, String)> {
    let found = verdict(&model(nodes, flows, &[])).flaws;
    found.into_iter().map(|flaw| (flaw.flaw, flaw.element)).collect()
}

#[test]
fn blocks_and_loops_reduce_to_nothing() {
    let sound = model(
        "s:s l:x a:a b:t c:t d:a o:o f:t g:t h:o x:x e:e",
        "s>l l>a a>b a>c b>d c>d d>o o>f o>g f>h g>h h>x x>l x>e",
        &[],
    );
    let found = verdict(&sound);
    assert_eq!((found.sound().code(), found.flaws.len()), ("yes", 0));
    assert!(found.states <= 4, "{}", found.states);
}

#[test]
fn loops_side_by_side_reduce_to_nothing() {
    let looped = |n: usize| format!("u{n}:x b{n}:t v{n}:x c{n}:t");
    let nodes: Vec<String> = (0..20).map(looped).collect();
    let flows: Vec<String> = (0..20)
        .map(|n| format!("a>u{n} u{n}>b{n} b{n}>v{n} v{n}>c{n} c{n}>u{n} v{n}>d"))
        .collect();
    let nodes = format!("s:s a:a d:a e:e {}", nodes.join(" "));
    let found = verdict(&model(&nodes, &format!("s>a d>e {}", flows.join(" ")), &[]));
    assert_eq!(found.sound().code(), "yes");
    assert!(found.states <= 4, "{}", found.states);
}

#[test]
fn tokens_that_double_in_a_row_do_not_double_the_net() {
    let stage = |n: usize| format!("g{n}:a h{n}:x");
    let nodes: Vec<String> = (0..40).map(stage).collect();
    let flows: Vec<String> = (0..40)
        .map(|n| {
            format!(
                "g{n}>h{n} g{n}>h{n} h{n}>{}",
                if n < 39 {
                    format!("g{}", n + 1)
                } else {
                    "e".to_owned()
                }
            )
        })
        .collect();
    let found = flaws(
        &format!("s:s x:x e:e {}", nodes.join(" ")),
        &format!("s>x x>e x>g0 {}", flows.join(" ")),
    );
    assert!(found.iter().any(|(flaw, _)| *flaw == Flaw::Unsafe), "{found:?}");
}

#[test]
fn wrong_pairs_of_gateways_are_told_apart() {
    assert_eq!(
        flaws("s:s x:x b:t c:t a:a e:e", "s>x x>b x>c b>a c>a a>e"),
        [(Flaw::Deadlock, "a".to_owned())]
    );
    let found = flaws("s:s a:a b:t c:t x:x d:t e:e", "s>a a>b a>c b>x c>x x>d d>e");
    assert!(found.iter().any(|(flaw, _)| *flaw == Flaw::Unsafe), "{found:?}");
    assert!(found.contains(&(Flaw::ImproperEnd, "e".to_owned())), "{found:?}");
}

#[test]
fn a_loop_without_exit_is_a_livelock() {
    let found = flaws("s:s x:x y:x b:t e:e", "s>x x>e x>y y>b b>y");
    assert_eq!(
        found.first().map(|(flaw, _)| *flaw),
        Some(Flaw::Livelock),
        "{found:?}"
    );
}

#[test]
fn several_starts_are_alternatives() {
    let graph = model("s:s r:s b:t c:t x:x e:e", "s>b r>c b>x c>x x>e", &[]);
    assert_eq!(verdict(&graph).sound().code(), "yes");
    let graph = model("s:s r:s a:a e:e", "s>a r>a a>e", &[]);
    assert_eq!(verdict(&graph).option_to_complete.code(), "no");
}

#[test]
fn a_terminate_end_takes_all_tokens() {
    let graph = model("s:s a:a b:t c:t z:z", "s>a a>b a>c b>z c>z", &[]);
    assert_eq!(verdict(&graph).sound().code(), "yes");
}

#[test]
fn a_sub_process_is_checked_by_itself_and_stands_for_one_step() {
    let inside = [
        ("i", "p"),
        ("x", "p"),
        ("b", "p"),
        ("c", "p"),
        ("a", "p"),
        ("f", "p"),
    ];
    let graph = model(
        "s:s p:p d:t e:e i:s x:x b:t c:t a:a f:e",
        "s>p p>d d>e i>x x>b x>c b>a c>a a>f",
        &inside,
    );
    let found = verdict(&graph);
    assert_eq!(found.option_to_complete.code(), "no");
    assert!(
        found
            .flaws
            .iter()
            .any(|flaw| flaw.flaw == Flaw::DeadActivity && flaw.element == "d")
    );
}

#[test]
fn a_message_of_a_drawn_step_has_to_be_sent_first() {
    let mut graph = model("s:s x:x b:t c:t m:m e:e", "s>x x>b x>c b>m c>m m>e", &[]);
    assert_eq!(verdict(&graph).sound().code(), "yes");
    let node = |id: &str| {
        graph
            .flow
            .node_indices()
            .find(|index| graph.flow.node_weight(*index).unwrap().id == id)
    };
    let (from, to) = (node("b").unwrap(), node("m").unwrap());
    graph.messages.push(MessageFlow {
        id: "n".to_owned(),
        name: String::new(),
        message: None,
        from: MessageEnd::Node(from),
        to: MessageEnd::Node(to),
        annotations: Default::default(),
    });
    assert_eq!(verdict(&graph).option_to_complete.code(), "no");
    let alone = model("s:s m:m e:e", "s>m m>e", &[]);
    let strict = soundness(&alone, &Chain::of(&alone), Messages::OnlySent);
    assert_eq!(strict.option_to_complete.code(), "no");
}

#[test]
fn what_no_flow_reaches_is_dead() {
    assert_eq!(
        flaws("s:s b:t e:e c:t", "s>b b>e"),
        [(Flaw::DeadActivity, "c".to_owned())]
    );
}

/// Grows a sound model: each step replaces a task by a block.
fn grown(choices: &[(u8, u8)]) -> (String, String) {
    let mut nodes = vec!["s:s".to_owned(), "e:e".to_owned(), "t0:t".to_owned()];
    let mut flows = vec![
        ("s".to_owned(), "t0".to_owned()),
        ("t0".to_owned(), "e".to_owned()),
    ];
    let mut tasks = vec!["t0".to_owned()];
    for (index, (which, how)) in choices.iter().enumerate() {
        let at = usize::from(*which) % tasks.len();
        let task = tasks.remove(at);
        let (b, c) = (format!("b{index}"), format!("c{index}"));
        let (split, join) = (format!("g{index}"), format!("h{index}"));
        nodes.retain(|node| !node.starts_with(&format!("{task}:")));
        let (entry, exit) = match how % 5 {
            0 => {
                flows.push((b.clone(), c.clone()));
                (b.clone(), c.clone())
            }
            kind => {
                let gateway = ["x", "a", "o", "x"].get(usize::from(kind) - 1).copied().unwrap();
                nodes.extend([format!("{split}:{gateway}"), format!("{join}:{gateway}")]);
                let back = kind == 4;
                for (from, to) in [(&split, &b), (&b, &join)] {
                    flows.push((from.clone(), to.clone()));
                }
                if back {
                    flows.extend([(join.clone(), c.clone()), (c.clone(), split.clone())]);
                } else {
                    flows.extend([(split.clone(), c.clone()), (c.clone(), join.clone())]);
                }
                (split.clone(), join.clone())
            }
        };
        for (from, to) in &mut flows {
            if *to == task {
                to.clone_from(&entry);
            }
            if *from == task {
                from.clone_from(&exit);
            }
        }
        nodes.extend([format!("{b}:t"), format!("{c}:t")]);
        tasks.extend([b, c]);
    }
    let flows: Vec<String> = flows.iter().map(|(from, to)| format!("{from}>{to}")).collect();
    (nodes.join(" "), flows.join(" "))
}

proptest! {
    #[test]
    fn models_grown_from_blocks_are_sound(choices in prop::collection::vec((any::<u8>(), any::<u8>()), 0..40)) {
        let (nodes, flows) = grown(&choices);
        let found = verdict(&model(&nodes, &flows, &[]));
        prop_assert_eq!(found.sound().code(), "yes", "{} / {}: {:?}", nodes, flows, found);
    }

    #[test]
    fn wild_models_get_a_verdict(
        kinds in prop::collection::vec(0..6_usize, 2..12),
        ways in prop::collection::vec((0..12_usize, 0..12_usize), 1..20)
    ) {
        let (nodes, flows) = wild(&kinds, &ways);
        let graph = model(&nodes, &flows, &[]);
        let found = verdict(&graph);
        prop_assert!(found.states > 0);
        let says = |found: &Explored| {
            let stuck = found.deadlock.is_some() || found.livelock.is_some();
            (found.unsafe_at.is_some(), stuck, found.improper.is_some(), found.can_end)
        };
        for scope in scopes(&graph) {
            let mut net = build(&graph, &Chain::of(&graph), &scope, &[], Messages::FromOutside).net;
            let whole = explore(&net);
            reduce(&mut net);
            let reduced = explore(&net);
            if whole.complete && reduced.complete {
                prop_assert_eq!(says(&whole), says(&reduced), "{} / {}", nodes, flows);
            }
        }
    }
}

/// A model of any nodes and flows.
fn wild(kinds: &[usize], ways: &[(usize, usize)]) -> (String, String) {
    let kind = |kind: &usize| *["t", "x", "a", "o", "e", "t"].get(*kind).unwrap();
    let nodes: Vec<String> = kinds
        .iter()
        .enumerate()
        .map(|(i, at)| format!("n{i}:{}", kind(at)))
        .collect();
    let count = kinds.len();
    let flows: Vec<String> = ways
        .iter()
        .map(|(from, to)| format!("n{}>n{}", from % count, to % count))
        .chain(["start>n0".to_owned()])
        .collect();
    (format!("start:s {}", nodes.join(" ")), flows.join(" "))
}
