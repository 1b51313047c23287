//! The product chain against simulated cases on random models, and sanity on wild graphs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use super::find;
use super::step::{Alphabet, Compiled, Shown, run};
use crate::analysis::Context;
use crate::analysis::facts::{Action, Facts, Grounds, MicroStep};
use crate::domain::annotation::Annotations;
use crate::domain::carrier::{By, Carrier};
use crate::flow::Chain;
use crate::graph::petgraph::graph::DiGraph;
use crate::graph::{
    ActivityKind, Edge, EdgeKind, FlowGraph, GatewayKind, Node, NodeIndex, NodeKind, Process, Repetition,
    Trigger,
};
use proptest::prelude::*;

fn carriers() -> [Carrier; 5] {
    [
        Carrier::Paper,
        Carrier::Document,
        Carrier::Oral,
        Carrier::System("X".to_owned()),
        Carrier::System("Y".to_owned()),
    ]
}

fn node(id: usize, kind: NodeKind) -> Node {
    Node {
        id: format!("n{id}"),
        name: String::new(),
        kind,
        process: 0,
        lane: None,
        parent: None,
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
    }
}

fn micro(pick: u8) -> MicroStep {
    let all = carriers();
    let carrier = |shift: u8| all[usize::from(pick >> shift) % all.len()].clone();
    let action = match pick % 4 {
        0 => Action::Write {
            carrier: carrier(2),
            also: pick % 8 == 4,
        },
        1 | 2 => Action::Need {
            accepts: if pick & 64 == 0 {
                vec![carrier(2)]
            } else {
                vec![carrier(2), carrier(4)]
            },
            by: if pick & 128 == 0 { By::Human } else { By::Automatic },
            implied: None,
        },
        _ => Action::Transport,
    };
    MicroStep {
        object: 0,
        action,
        minutes: None,
        grounds: Grounds {
            confidence: 1.0,
            evidence: Vec::new(),
            tier: 1,
        },
    }
}

fn graph(kinds: &[NodeKind], ways: &[(usize, usize, Option<f64>)]) -> FlowGraph {
    let mut flow = DiGraph::new();
    for (index, kind) in kinds.iter().enumerate() {
        flow.add_node(node(index, *kind));
    }
    for &(from, to, probability) in ways {
        flow.add_edge(
            NodeIndex::new(from),
            NodeIndex::new(to),
            Edge {
                id: String::new(),
                name: String::new(),
                kind: EdgeKind::Sequence,
                condition: None,
                is_default: false,
                probability,
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

/// A line of exclusive gateways and tasks with jumps forwards and backwards; every gateway leaves with at least 0.3.
fn line(jumps: &[(usize, u8)], steps: &[u8]) -> (FlowGraph, Facts) {
    let count = steps.len();
    let mut kinds = vec![NodeKind::Start(Trigger::None)];
    for _ in 0..count {
        kinds.push(NodeKind::Gateway(GatewayKind::Exclusive));
        kinds.push(NodeKind::Activity(ActivityKind::Task));
    }
    kinds.push(NodeKind::End(Trigger::None));
    let last = kinds.len() - 1;
    let mut ways = vec![(0, 1, None)];
    for index in 0..count {
        let gateway = 1 + 2 * index;
        match jumps.get(index) {
            Some((target, share)) => {
                let share = f64::from(share % 7) / 10.0;
                ways.push((gateway, gateway + 1, Some(1.0 - share)));
                ways.push((gateway, 1 + 2 * (target % count), Some(share)));
            }
            None => ways.push((gateway, gateway + 1, None)),
        }
        ways.push((
            gateway + 1,
            if index + 1 == count { last } else { gateway + 2 },
            None,
        ));
    }
    let mut facts = Facts {
        objects: vec!["A".to_owned()],
        steps: vec![Vec::new(); kinds.len()],
        arrivals: Vec::new(),
    };
    for (index, pick) in steps.iter().enumerate() {
        facts.steps[2 + 2 * index].push(micro(*pick));
    }
    (graph(&kinds, &ways), facts)
}

/// A small generator with a fixed seed: equal runs, equal cases.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Breaks per case in simulated cases.
fn simulate(graph: &FlowGraph, facts: &Facts, cases: usize, seed: u64) -> f64 {
    let (alphabet, _) = Alphabet::of(carriers().into_iter());
    let mut dice = Dice(seed | 1);
    let mut breaks = 0_usize;
    for _ in 0..cases {
        let (mut at, mut state) = (NodeIndex::new(0), 0_u64);
        loop {
            let compiled: Vec<Compiled> = facts.steps[at.index()]
                .iter()
                .enumerate()
                .map(|(index, step)| Compiled::of(index, step, &alphabet))
                .collect();
            let outcome = run(&compiled, state, &alphabet, &|_, _| false);
            state = outcome.after;
            breaks += outcome
                .events
                .iter()
                .filter(|event| matches!(event.shown, Shown::Break(_)))
                .count();
            let mut ways: Vec<_> = graph.flow.edges(at).collect();
            ways.sort_by_key(crate::graph::petgraph::visit::EdgeRef::id);
            let mut rest = dice.roll();
            let Some(mut next) = ways.first().map(crate::graph::petgraph::visit::EdgeRef::target) else {
                break;
            };
            for way in &ways {
                next = crate::graph::petgraph::visit::EdgeRef::target(way);
                rest -= way.weight().probability.unwrap_or(1.0);
                if rest < 0.0 {
                    break;
                }
            }
            at = next;
        }
    }
    breaks as f64 / cases as f64
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_chain_agrees_with_simulated_cases(
        jumps in prop::collection::vec((0_usize..8, any::<u8>()), 0..6),
        steps in prop::collection::vec(any::<u8>(), 6..9),
        seed in any::<u64>(),
    ) {
        let (graph, facts) = line(&jumps, &steps);
        let chain = Chain::of(&graph);
        let report = find(&graph, &chain, &facts, &Context::default());
        let expected: f64 = report.figures.iter().map(|figures| figures.breaks).sum();
        let simulated = simulate(&graph, &facts, 4_000, seed);
        let tolerance = 0.12 * (1.0 + expected);
        prop_assert!((expected - simulated).abs() < tolerance, "{expected} against {simulated}");
    }

    #[test]
    fn wild_graphs_give_finite_figures(
        kinds in prop::collection::vec(0_u8..6, 3..14),
        ways in prop::collection::vec((0_usize..14, 0_usize..14, any::<u8>()), 0..30),
        steps in prop::collection::vec(any::<u8>(), 14),
    ) {
        let kinds: Vec<NodeKind> = kinds
            .iter()
            .map(|kind| match kind {
                0 => NodeKind::Start(Trigger::None),
                1 => NodeKind::End(Trigger::None),
                2 => NodeKind::Gateway(GatewayKind::Exclusive),
                3 => NodeKind::Gateway(GatewayKind::Parallel),
                4 => NodeKind::Gateway(GatewayKind::Inclusive),
                _ => NodeKind::Activity(ActivityKind::Task),
            })
            .collect();
        let ways: Vec<(usize, usize, Option<f64>)> = ways
            .iter()
            .map(|&(from, to, share)| {
                let stated = (share % 3 == 0).then(|| f64::from(share) / 200.0);
                (from % kinds.len(), to % kinds.len(), stated)
            })
            .collect();
        let graph = graph(&kinds, &ways);
        let facts = Facts {
            objects: vec!["A".to_owned()],
            steps: (0..kinds.len()).map(|index| vec![micro(steps[index])]).collect(),
            arrivals: Vec::new(),
        };
        let chain = Chain::of(&graph);
        let report = find(&graph, &chain, &facts, &Context::default());
        for finding in &report.findings {
            prop_assert!(finding.per_case.is_finite() && finding.per_case >= 0.0);
            prop_assert!((0.0..=1.0 + 1e-9).contains(&finding.share_of_executions));
        }
        for note in &report.notes {
            prop_assert!(note.per_case.is_finite());
        }
        prop_assert_eq!(&report.findings, &find(&graph, &chain, &facts, &Context::default()).findings);
    }
}
