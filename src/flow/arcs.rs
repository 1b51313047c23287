//! Builds the points and arcs of a chain from a graph (analysis.md 1.6).

use super::chain::{Arc, Chain, Place, Point, Split};
use super::scopes::{Beginnings, Scopes, Way, beginnings, is_event_sub_process, node};
use super::shares::{Shares, exclusive, inclusive};
use super::slots::{list, push, set, value};
use crate::graph::{ActivityKind, FlowGraph, GatewayKind, Node, NodeKind};

/// Collects points and arcs.
pub(super) struct Builder<'a> {
    pub(super) graph: &'a FlowGraph,
    pub(super) scopes: Scopes,
    pub(super) chain: Chain,
    pub(super) leave: Vec<Option<usize>>,
    pub(super) choice: Vec<Option<usize>>,
    /// Points whose normal way has an assumed share because of an event on the border.
    pub(super) exit_assumed: Vec<bool>,
}

/// Points and arcs; blocks, groups and visits are still empty.
pub(super) fn build(graph: &FlowGraph) -> Chain {
    let nodes = graph.flow.node_count();
    let mut builder = Builder {
        graph,
        scopes: Scopes::of(graph),
        chain: blank(nodes),
        leave: vec![None; nodes],
        choice: vec![None; nodes],
        exit_assumed: Vec::new(),
    };
    builder.add_inner_points();
    let count = builder.chain.points.len();
    builder.chain.arcs = vec![Vec::new(); count];
    builder.chain.split = vec![Split::One; count];
    builder.chain.joins = vec![false; count];
    builder.chain.waits = vec![false; count];
    builder.chain.exit = vec![1.0; count];
    builder.chain.assumed = vec![false; count];
    builder.exit_assumed = vec![false; count];
    for index in 0..nodes {
        builder.borders(index);
    }
    for process in 0..graph.processes.len() {
        builder.begin_process(process);
    }
    for index in 0..nodes {
        builder.content(index);
        builder.ways_out(index);
    }
    for index in 0..nodes {
        builder.ends(index);
    }
    builder.count_instances();
    builder.drop_side_ends();
    builder.chain.scaled.sort_unstable();
    builder.chain.scaled.dedup();
    builder.chain
}

fn blank(nodes: usize) -> Chain {
    Chain {
        points: (0..nodes)
            .map(|node| Point {
                node,
                place: Place::Enter,
            })
            .collect(),
        nodes,
        arcs: Vec::new(),
        split: Vec::new(),
        joins: Vec::new(),
        waits: Vec::new(),
        exit: Vec::new(),
        starts: Vec::new(),
        blocks: Vec::new(),
        opens: Vec::new(),
        membership: Vec::new(),
        groups: Vec::new(),
        assumed: Vec::new(),
        scaled: Vec::new(),
        instances: vec![1.0; nodes],
        instances_unknown: Vec::new(),
        endless: Vec::new(),
        visits: Vec::new(),
    }
}

fn is_ad_hoc(node: &Node) -> bool {
    matches!(
        node.kind,
        NodeKind::Activity(ActivityKind::SubProcess { ad_hoc: true, .. })
    )
}

impl Builder<'_> {
    fn add_inner_points(&mut self) {
        for index in 0..self.chain.nodes {
            let Some(node) = node(self.graph, index) else {
                continue;
            };
            if !self.scopes.has_content(index) {
                continue;
            }
            set(&mut self.leave, index, Some(self.chain.points.len()));
            self.chain.points.push(Point {
                node: index,
                place: Place::Leave,
            });
            if is_ad_hoc(node) {
                set(&mut self.choice, index, Some(self.chain.points.len()));
                self.chain.points.push(Point {
                    node: index,
                    place: Place::Choice,
                });
            }
        }
    }

    pub(super) fn arc(&mut self, from: usize, to: usize, weight: f64) {
        self.push(from, to, weight, false, false);
    }

    pub(super) fn push(&mut self, from: usize, to: usize, weight: f64, early: bool, side: bool) {
        push(
            &mut self.chain.arcs,
            from,
            Arc {
                to,
                weight,
                early,
                side,
            },
        );
    }

    /// Where the normal way out of a node begins.
    pub(super) fn way_out(&self, index: usize) -> usize {
        value(&self.leave, index).unwrap_or(index)
    }

    pub(super) fn note_shares(&mut self, point: usize, shares: &Shares) {
        if shares.scaled {
            self.chain.scaled.push(point);
        }
    }

    fn begin_process(&mut self, process: usize) {
        let members = list(&self.scopes.top, process).to_vec();
        let begin = beginnings(self.graph, &self.scopes, &members);
        for &(start, share) in &begin.starts {
            self.chain.starts.push((start, share));
            set(&mut self.chain.assumed, start, begin.assumed);
            if begin.scaled {
                self.chain.scaled.push(start);
            }
        }
        // Nothing leads to them: possible where the scope has a start of its own, else they begin together.
        let mass = if begin.starts.is_empty() { 1.0 } else { 0.0 };
        for &loose in &begin.loose {
            self.chain.starts.push((loose, mass));
        }
        let from: Vec<usize> = begin
            .starts
            .iter()
            .map(|(start, _)| *start)
            .chain(
                begin
                    .loose
                    .iter()
                    .copied()
                    .filter(|_| begin.starts.is_empty())
                    .take(1),
            )
            .collect();
        self.event_sub_processes(&from, &begin);
    }

    fn event_sub_processes(&mut self, from: &[usize], begin: &Beginnings) {
        for &event in &begin.events {
            let stated = node(self.graph, event)
                .and_then(|node| node.annotations.probability)
                .or_else(|| {
                    list(&self.scopes.children, event)
                        .iter()
                        .filter_map(|&inner| node(self.graph, inner))
                        .filter(|inner| matches!(inner.kind, NodeKind::Start(_)))
                        .find_map(|inner| inner.annotations.probability)
                });
            for &start in from {
                let out = self.way_out(start);
                self.side(out, event, stated, false);
            }
        }
    }

    /// What happens inside a sub-process.
    fn content(&mut self, index: usize) {
        let Some(leave) = value(&self.leave, index) else {
            return;
        };
        let members = list(&self.scopes.children, index).to_vec();
        let begin = beginnings(self.graph, &self.scopes, &members);
        if let Some(choice) = value(&self.choice, index) {
            self.arc(index, choice, 1.0);
            let first: Vec<usize> = begin
                .starts
                .iter()
                .map(|(start, _)| *start)
                .chain(begin.loose.iter().copied())
                .collect();
            // One of the activities or the end, equally: each runs once on average.
            let share = 1.0 / (first.len() + 1) as f64;
            for inner in first {
                self.arc(choice, inner, share);
            }
            self.arc(choice, leave, share);
            return;
        }
        for &(start, share) in &begin.starts {
            self.arc(index, start, share);
            if begin.assumed {
                set(&mut self.chain.assumed, start, true);
            }
        }
        let all = begin.starts.is_empty();
        for &loose in &begin.loose {
            self.push(index, loose, if all { 1.0 } else { 0.0 }, false, !all);
        }
        if all && begin.loose.len() > 1 {
            set(&mut self.chain.split, index, Split::All);
        }
        if begin.starts.is_empty() && begin.loose.is_empty() {
            self.arc(index, leave, 1.0);
        }
        set(&mut self.chain.joins, leave, true);
        self.event_sub_processes(&[index], &begin);
        for event in begin.events {
            self.possible_from_inside(index, event);
        }
    }

    fn ways_out(&mut self, index: usize) {
        let Some(node) = node(self.graph, index) else {
            return;
        };
        let ways: Vec<Way> = list(&self.scopes.ways, index).to_vec();
        let from = self.way_out(index);
        if value(&self.scopes.incoming, index) > 1 {
            let parallel = node.kind == NodeKind::Gateway(GatewayKind::Parallel);
            let inclusive = node.kind == NodeKind::Gateway(GatewayKind::Inclusive);
            set(&mut self.chain.joins, index, parallel || inclusive);
            set(&mut self.chain.waits, index, parallel);
        }
        if ways.is_empty() {
            return;
        }
        let stated: Vec<Option<f64>> = ways.iter().map(|way| way.probability).collect();
        let split = splits(node.kind, &ways);
        let shares = match split {
            Split::One => exclusive(&stated),
            Split::Some => inclusive(&stated),
            Split::All => Shares {
                values: vec![1.0; ways.len()],
                assumed: false,
                scaled: false,
            },
        };
        set(&mut self.chain.split, from, split);
        self.note_shares(from, &shares);
        let exit = value(&self.chain.exit, from);
        for (way, share) in ways.iter().zip(&shares.values) {
            self.arc(from, way.to, share * exit);
            if shares.assumed || value(&self.exit_assumed, from) {
                set(&mut self.chain.assumed, way.to, true);
            }
        }
    }

    /// The last nodes of a scope lead to its end.
    fn ends(&mut self, index: usize) {
        let Some(inner) = node(self.graph, index) else {
            return;
        };
        let Some(parent) = inner.parent.map(|parent| parent.index()) else {
            return;
        };
        if is_event_sub_process(inner) || !list(&self.scopes.ways, index).is_empty() {
            return;
        }
        let from = self.way_out(index);
        let exit = value(&self.chain.exit, from);
        if let NodeKind::End(trigger) = inner.kind {
            let caught = list(&self.scopes.boundary, parent).iter().copied().find(|&event| {
                node(self.graph, event).is_some_and(|event| {
                    matches!(event.kind, NodeKind::Boundary { trigger: on, interrupting: true } if on == trigger)
                        && event.annotations.probability.is_none()
                })
            });
            if let Some(event) = caught.filter(|_| self.thrown_inside(parent, trigger).contains(&index)) {
                self.arc(from, event, exit);
                return;
            }
        }
        let target = value(&self.choice, parent).or_else(|| value(&self.leave, parent));
        if let Some(target) = target {
            self.arc(from, target, exit);
        }
    }

    /// What runs beside the main flow of a sub-process does not end it.
    fn drop_side_ends(&mut self) {
        let mut reached = vec![usize::MAX; self.chain.points.len()];
        for index in 0..self.chain.nodes {
            let Some(leave) = value(&self.leave, index) else {
                continue;
            };
            let mut queue = vec![index];
            while let Some(point) = queue.pop() {
                if value(&reached, point) == index || point == leave {
                    continue;
                }
                set(&mut reached, point, index);
                queue.extend(
                    list(&self.chain.arcs, point)
                        .iter()
                        .filter(|arc| !arc.side)
                        .map(|arc| arc.to),
                );
            }
            for inner in list(&self.scopes.children, index).to_vec() {
                let from = self.way_out(inner);
                if value(&reached, from) == index {
                    continue;
                }
                let targets = [Some(leave), value(&self.choice, index)];
                if let Some(arcs) = self.chain.arcs.get_mut(from) {
                    arcs.retain(|arc| !targets.contains(&Some(arc.to)));
                }
            }
        }
    }
}

/// How a node splits (analysis.md 1.2): gateways as drawn; an activity with several ways runs all of them, with
/// conditions one or more, with a default or stated shares exactly one.
fn splits(kind: NodeKind, ways: &[Way]) -> Split {
    if ways.len() < 2 {
        return Split::One;
    }
    match kind {
        NodeKind::Gateway(GatewayKind::Parallel) => Split::All,
        NodeKind::Gateway(GatewayKind::Inclusive) => Split::Some,
        NodeKind::Gateway(_) => Split::One,
        _ => {
            let stated: f64 = ways.iter().filter_map(|way| way.probability).sum();
            let any_stated = ways.iter().any(|way| way.probability.is_some());
            if ways.iter().any(|way| way.is_default) || any_stated && stated <= 1.0 + 1e-9 {
                Split::One
            } else if any_stated || ways.iter().any(|way| way.conditional) {
                Split::Some
            } else {
                Split::All
            }
        }
    }
}
