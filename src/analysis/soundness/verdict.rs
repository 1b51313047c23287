//! From what the search found to a verdict with its witnesses.

use super::build::{Built, Messages, build};
use super::explore::{Explored, Witness, explore};
use super::net::Net;
use super::reduce::reduce;
use super::scopes::{Scope, scopes};
use crate::domain::ids::IdSet;
use crate::domain::soundness::{Flaw, FlawFound, Holds, Soundness};
use crate::flow::Chain;
use crate::flow::slots::{set, value};
use crate::graph::{FlowGraph, NodeIndex, NodeKind, Trigger};

/// Checks all processes of a file and their sub-processes.
pub fn soundness(graph: &FlowGraph, chain: &Chain, messages: Messages) -> Soundness {
    let mut result = Soundness::default();
    let mut stuck = vec![false; graph.flow.node_count()];
    let mut flaws: Vec<(usize, FlawFound)> = Vec::new();
    let rescued = rescued(graph);
    for scope in scopes(graph) {
        if scope.owner.is_some_and(|owner| in_any_order(graph, owner)) {
            continue;
        }
        let built = build(graph, chain, &scope, &stuck, messages);
        let mut reduced = built.net.clone();
        reduce(&mut reduced);
        let explored = explore(&reduced);
        if let Some(owner) = scope.owner {
            set(&mut stuck, owner, explored.complete && !explored.can_end);
        }
        let judge = Judge {
            graph,
            scope: &scope,
            built: &built,
            reduced: &reduced,
            explored: &explored,
            rescued: scope.owner.is_some_and(|owner| value(&rescued, owner)),
        };
        judge.add(&mut result, &mut flaws);
    }
    flaws.sort_by_key(|(node, found)| (*node, found.flaw));
    flaws.dedup_by(|a, b| a.1.flaw == b.1.flaw && a.1.element == b.1.element);
    result.flaws = flaws.into_iter().map(|(_, found)| found).collect();
    result
}

/// The steps of an ad-hoc sub-process are done in any order: no flow, nothing to check.
fn in_any_order(graph: &FlowGraph, owner: usize) -> bool {
    use crate::graph::ActivityKind::SubProcess;
    let kind = graph
        .flow
        .node_weight(NodeIndex::new(owner))
        .map(|node| node.kind);
    matches!(kind, Some(NodeKind::Activity(SubProcess { ad_hoc: true, .. })))
}

/// Sub-processes with an event on the border that can always come, and ends them whatever hangs inside.
fn rescued(graph: &FlowGraph) -> Vec<bool> {
    let mut rescued = vec![false; graph.flow.node_count()];
    for node in graph.flow.node_weights() {
        let ends = matches!(
            node.kind,
            NodeKind::Boundary {
                interrupting: true,
                trigger: Trigger::Message | Trigger::Timer | Trigger::Signal | Trigger::Conditional,
            }
        );
        if let Some(host) = node.host.filter(|_| ends) {
            set(&mut rescued, host.index(), true);
        }
    }
    rescued
}

struct Judge<'a> {
    graph: &'a FlowGraph,
    scope: &'a Scope,
    built: &'a Built,
    reduced: &'a Net,
    explored: &'a Explored,
    /// It ends whatever hangs inside.
    rescued: bool,
}

impl Judge<'_> {
    fn add(&self, result: &mut Soundness, flaws: &mut Vec<(usize, FlawFound)>) {
        let explored = self.explored;
        let holds = |refuted: bool| match (refuted, explored.complete) {
            (true, _) => Holds::No,
            (false, true) => Holds::Yes,
            (false, false) => Holds::Undecided,
        };
        result.states += explored.states;
        result.safe = result.safe.and(holds(explored.unsafe_at.is_some()));
        result.proper_completion = result.proper_completion.and(holds(explored.improper.is_some()));
        let (deadlock, livelock) = if self.rescued {
            (None, None)
        } else {
            (explored.deadlock.as_ref(), explored.livelock.as_ref())
        };
        result.option_to_complete = result
            .option_to_complete
            .and(holds(deadlock.is_some() || livelock.is_some()));
        for (flaw, witness) in [
            (Flaw::Unsafe, explored.unsafe_at.as_ref()),
            (Flaw::ImproperEnd, explored.improper.as_ref()),
            (Flaw::Deadlock, deadlock),
            (Flaw::Livelock, livelock),
        ] {
            if let Some(witness) = witness {
                flaws.push(self.flaw(flaw, witness));
            }
        }
        let dead = self.dead();
        let refuted = explored.complete && !dead.is_empty();
        let holds = match (dead.is_empty(), refuted) {
            (true, _) => Holds::Yes,
            (false, true) => Holds::No,
            (false, false) => Holds::Undecided,
        };
        result.no_dead_activities = result.no_dead_activities.and(holds);
        if refuted {
            flaws.extend(dead.into_iter().map(|node| {
                let found = FlawFound {
                    flaw: Flaw::DeadActivity,
                    element: self.id(node),
                    trace: Vec::new(),
                };
                (node, found)
            }));
        }
    }

    fn id(&self, node: usize) -> String {
        let node = self.graph.flow.node_weight(NodeIndex::new(node));
        node.map(|node| node.id.clone()).unwrap_or_default()
    }

    fn flaw(&self, flaw: Flaw, witness: &Witness) -> (usize, FlawFound) {
        let nodes = witness
            .places
            .iter()
            .filter_map(|&place| self.reduced.places.get(place).map(|place| place.node));
        // Where several tokens are left, the join that waits says most.
        let node = nodes
            .clone()
            .find(|&node| {
                let kind = self
                    .graph
                    .flow
                    .node_weight(NodeIndex::new(node))
                    .map(|node| node.kind);
                flaw == Flaw::Deadlock && matches!(kind, Some(NodeKind::Gateway(_)))
            })
            .or_else(|| nodes.clone().next())
            .unwrap_or_default();
        let mut trace: Vec<String> = Vec::new();
        for &transition in &witness.path {
            let node = self.reduced.transitions.get(transition).map(|step| step.node);
            let id = node.map(|node| self.id(node)).unwrap_or_default();
            if trace.last() != Some(&id) {
                trace.push(id);
            }
        }
        let found = FlawFound {
            flaw,
            element: self.id(node),
            trace,
        };
        (node, found)
    }

    /// Activities of the scope that no case reaches, in document order.
    fn dead(&self) -> Vec<usize> {
        let joined = |index: usize| {
            let several = self
                .reduced
                .transitions
                .get(index)
                .is_some_and(|step| step.pre.len() > 1);
            several && value(&self.explored.fired, index)
        };
        let fired = self.built.net.fired(self.reduced, joined);
        let steps = self.built.net.transitions.iter().zip(fired);
        let reached: IdSet<usize> = steps
            .filter(|(_, fired)| *fired)
            .map(|(step, _)| step.node)
            .collect();
        let nodes = self.scope.nodes.iter().copied();
        nodes
            .filter(|&index| {
                let node = self.graph.flow.node_weight(NodeIndex::new(index));
                node.is_some_and(|node| node.kind.is_activity())
                    && !reached.contains(&index)
                    && !self.built.excused.contains(&index)
            })
            .collect()
    }
}
