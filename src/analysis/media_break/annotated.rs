//! Facts that people wrote into the file (`pr:` elements, design.md 2.3 and 2.4): tier 1.

use super::key::normalised;
use crate::analysis::facts::{Action, Arrival, Facts, Grounds, MicroStep};
use crate::domain::annotation::{CarrierFact, ChannelFact};
use crate::domain::carrier::{By, Carrier};
use crate::domain::finding::{Evidence, EvidenceSource};
use crate::domain::message::Message;
use crate::domain::warning::Warning;
use crate::flow::Chain;
use crate::flow::slots::{list, push};
use crate::graph::{FlowGraph, MessageEnd, Node, NodeIndex};
use std::collections::HashMap;

/// Confidence of what is stated in the file (analysis.md 1.4, tier 1).
const CONFIDENCE: f64 = 0.99;

/// Facts from annotations, with what is odd about them.
pub fn facts(graph: &FlowGraph, chain: &Chain) -> (Facts, Vec<Warning>) {
    let mut reader = Reader {
        graph,
        facts: Facts {
            steps: vec![Vec::new(); chain.nodes],
            ..Facts::default()
        },
        objects: HashMap::new(),
        warnings: Vec::new(),
    };
    for index in 0..chain.nodes {
        if let Some(node) = graph.flow.node_weight(NodeIndex::new(index)) {
            for fact in &node.annotations.carriers {
                reader.carrier(index, node, fact);
            }
        }
    }
    for (node, element, channels) in arriving(graph, chain) {
        reader.channels(node, &element, &channels);
    }
    reader.senders();
    for &point in &chain.scaled {
        let node = chain.points.get(point).map_or(point, |point| point.node);
        if let Some(node) = graph.flow.node_weight(NodeIndex::new(node)) {
            reader.warnings.push(shares_scaled(&node.id));
        }
    }
    (reader.facts, reader.warnings)
}

fn shares_scaled(element: &str) -> Warning {
    Warning {
        code: "shares-scaled".to_owned(),
        line: None,
        element: Some(element.to_owned()),
        message: Message::new("media-break-shares-scaled").with("element", element),
    }
}

/// Where something arrives: node, element that says so, what it says. Several elements may speak of one node.
fn arriving(graph: &FlowGraph, chain: &Chain) -> Vec<(usize, String, Vec<ChannelFact>)> {
    let mut result: Vec<(usize, String, Vec<ChannelFact>)> = Vec::new();
    for index in 0..chain.nodes {
        if let Some(node) = graph.flow.node_weight(NodeIndex::new(index))
            && !node.annotations.channels.is_empty()
        {
            result.push((index, node.id.clone(), node.annotations.channels.clone()));
        }
    }
    let starts = |process: usize| {
        chain
            .starts
            .iter()
            .map(|(point, _)| *point)
            .filter(move |&point| {
                graph
                    .flow
                    .node_weight(NodeIndex::new(point))
                    .is_some_and(|node| node.process == process)
            })
    };
    for (index, process) in graph.processes.iter().enumerate() {
        if !process.annotations.channels.is_empty() {
            for start in starts(index) {
                result.push((start, process.id.clone(), process.annotations.channels.clone()));
            }
        }
    }
    for message in &graph.messages {
        if message.annotations.channels.is_empty() {
            continue;
        }
        match message.to {
            MessageEnd::Node(node) => {
                result.push((
                    node.index(),
                    message.id.clone(),
                    message.annotations.channels.clone(),
                ));
            }
            MessageEnd::Pool(pool) => {
                for start in graph
                    .pools
                    .get(pool)
                    .and_then(|pool| pool.process)
                    .into_iter()
                    .flat_map(starts)
                {
                    result.push((start, message.id.clone(), message.annotations.channels.clone()));
                }
            }
        }
    }
    for (index, pool) in graph.pools.iter().enumerate() {
        if pool.annotations.channels.is_empty() {
            continue;
        }
        let sends = |end: MessageEnd| match end {
            MessageEnd::Pool(from) => from == index,
            MessageEnd::Node(node) => graph
                .flow
                .node_weight(node)
                .is_some_and(|node| pool.process == Some(node.process)),
        };
        let mut targets: Vec<usize> = graph
            .messages
            .iter()
            .filter(|message| sends(message.from) && message.annotations.channels.is_empty())
            .filter_map(|message| match message.to {
                MessageEnd::Node(node) => Some(node.index()),
                MessageEnd::Pool(_) => None,
            })
            .collect();
        if targets.is_empty() {
            targets = pool.process.into_iter().flat_map(starts).collect();
        }
        for target in targets {
            result.push((target, pool.id.clone(), pool.annotations.channels.clone()));
        }
    }
    result
}

struct Reader<'a> {
    graph: &'a FlowGraph,
    facts: Facts,
    /// Objects by their normalised name; those without a name are each their own.
    objects: HashMap<String, usize>,
    warnings: Vec<Warning>,
}

impl Reader<'_> {
    fn object(&mut self, name: &str) -> usize {
        let wanted = normalised(name);
        if let Some(known) = self.objects.get(&wanted) {
            return *known;
        }
        let index = self.facts.objects.len();
        self.facts.objects.push(name.to_owned());
        if !wanted.is_empty() {
            self.objects.insert(wanted, index);
        }
        index
    }

    fn carrier(&mut self, index: usize, node: &Node, fact: &CarrierFact) {
        let object = self.object(&fact.object);
        let stated = node.annotations.work.as_ref().and_then(|work| work.automated);
        let by = fact.by.unwrap_or(if stated.unwrap_or(node.kind.is_automatic()) {
            By::Automatic
        } else {
            By::Human
        });
        let mut say = |action: Action, words: String| {
            push(
                &mut self.facts.steps,
                index,
                MicroStep {
                    object,
                    action,
                    minutes: fact.minutes,
                    grounds: grounds(&node.id, words),
                },
            );
        };
        if !fact.needs.is_empty() {
            let words = format!("{}: needs {}", fact.object, codes(&fact.needs));
            let action = Action::Need {
                accepts: fact.needs.clone(),
                by,
                implied: None,
            };
            say(action, words);
        }
        if let Some(carrier) = &fact.writes {
            let action = Action::Write {
                carrier: carrier.clone(),
                also: fact.also,
            };
            say(action, format!("{}: writes {}", fact.object, carrier.code()));
        }
        if fact.transport && by == By::Human {
            say(Action::Transport, format!("{}: transport", fact.object));
        }
    }

    fn channels(&mut self, node: usize, element: &str, channels: &[ChannelFact]) {
        let mut names: Vec<String> = Vec::new();
        for channel in channels {
            let name = normalised(&channel.object);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        for name in names {
            let own: Vec<&ChannelFact> = channels
                .iter()
                .filter(|channel| normalised(&channel.object) == name)
                .collect();
            let stated: Vec<Option<f64>> = own.iter().map(|channel| channel.share).collect();
            let total: f64 = stated.iter().flatten().sum();
            if stated.iter().all(Option::is_some) && (total - 1.0).abs() > 1e-9 {
                self.warnings.push(shares_scaled(element));
            }
            let shares = crate::flow::shares_of(&stated);
            let object = self.object(own.first().map_or("", |first| first.object.as_str()));
            for (channel, share) in own.into_iter().zip(shares) {
                self.facts.arrivals.push(Arrival {
                    node,
                    object,
                    carriers: channel.carriers.clone(),
                    share,
                    grounds: grounds(
                        element,
                        format!("{}: {}", channel.object, codes(&channel.carriers)),
                    ),
                });
            }
        }
    }

    /// Who sends over an annotated message flow needs the object on the carrier of the flow.
    fn senders(&mut self) {
        for message in &self.graph.messages {
            let MessageEnd::Node(from) = message.from else {
                continue;
            };
            let Some(sender) = self.graph.flow.node_weight(from) else {
                continue;
            };
            let [channel] = message.annotations.channels.as_slice() else {
                continue;
            };
            if channel.carriers.is_empty() {
                continue;
            }
            let object = self.object(&channel.object);
            let stated = list(&self.facts.steps, from.index())
                .iter()
                .any(|step| step.object == object);
            if stated {
                continue;
            }
            let by = if sender.kind.is_automatic() {
                By::Automatic
            } else {
                By::Human
            };
            push(
                &mut self.facts.steps,
                from.index(),
                MicroStep {
                    object,
                    action: Action::Need {
                        accepts: channel.carriers.clone(),
                        by,
                        implied: None,
                    },
                    minutes: None,
                    grounds: grounds(
                        &message.id,
                        format!("{}: {}", channel.object, codes(&channel.carriers)),
                    ),
                },
            );
        }
    }
}

fn grounds(element: &str, words: String) -> Grounds {
    Grounds {
        confidence: CONFIDENCE,
        evidence: vec![Evidence {
            source: EvidenceSource::Annotation,
            element: element.to_owned(),
            text: words,
        }],
        tier: 1,
    }
}

fn codes(carriers: &[Carrier]) -> String {
    carriers.iter().map(Carrier::code).collect::<Vec<_>>().join("; ")
}

/// Puts facts of lower tiers beside annotated ones. A node with annotated steps ignores all others there; a process
/// whose activities are all annotated ignores the others altogether.
pub fn merge(graph: &FlowGraph, annotated: Facts, other: Facts) -> Facts {
    let mut merged = annotated;
    let nodes = graph.flow.node_count().max(merged.steps.len());
    merged.steps.resize(nodes, Vec::new());
    let complete = complete_processes(graph, &merged);
    let closed = |node: usize| {
        graph
            .flow
            .node_weight(NodeIndex::new(node))
            .is_none_or(|node| complete.get(node.process).copied().unwrap_or(false))
    };
    let stated_steps: Vec<bool> = merged.steps.iter().map(|steps| !steps.is_empty()).collect();
    let stated_arrivals: Vec<usize> = merged.arrivals.iter().map(|arrival| arrival.node).collect();
    let mut names: Vec<Option<usize>> = vec![None; other.objects.len()];
    for (node, steps) in other.steps.into_iter().enumerate() {
        if closed(node) || crate::flow::slots::value(&stated_steps, node) {
            continue;
        }
        for mut step in steps {
            step.object = adopt(&mut merged.objects, &other.objects, &mut names, step.object);
            push(&mut merged.steps, node, step);
        }
    }
    for mut arrival in other.arrivals {
        if closed(arrival.node) || stated_arrivals.contains(&arrival.node) {
            continue;
        }
        let writes_there = list(&merged.steps, arrival.node)
            .iter()
            .any(|step| step.grounds.tier == 1);
        if writes_there {
            continue;
        }
        arrival.object = adopt(&mut merged.objects, &other.objects, &mut names, arrival.object);
        merged.arrivals.push(arrival);
    }
    merged
}

/// The object of the same name, or a new one.
fn adopt(objects: &mut Vec<String>, other: &[String], names: &mut [Option<usize>], object: usize) -> usize {
    if let Some(Some(known)) = names.get(object) {
        return *known;
    }
    let name = other.get(object).cloned().unwrap_or_default();
    let wanted = normalised(&name);
    let index = objects
        .iter()
        .position(|known| normalised(known) == wanted)
        .unwrap_or_else(|| {
            objects.push(name);
            objects.len() - 1
        });
    crate::flow::slots::set(names, object, Some(index));
    index
}

/// Processes all of whose activities without content carry annotated steps.
fn complete_processes(graph: &FlowGraph, facts: &Facts) -> Vec<bool> {
    let mut content = vec![false; graph.flow.node_count()];
    for parent in graph.flow.node_weights().filter_map(|node| node.parent) {
        crate::flow::slots::set(&mut content, parent.index(), true);
    }
    let mut activities = vec![0_usize; graph.processes.len()];
    let mut missing = vec![0_usize; graph.processes.len()];
    for (index, node) in graph.flow.node_weights().enumerate() {
        if !node.kind.is_activity() || crate::flow::slots::value(&content, index) {
            continue;
        }
        let count = if list(&facts.steps, index).is_empty() {
            &mut missing
        } else {
            &mut activities
        };
        if let Some(slot) = count.get_mut(node.process) {
            *slot += 1;
        }
    }
    activities
        .iter()
        .zip(&missing)
        .map(|(stated, missing)| *stated > 0 && *missing == 0)
        .collect()
}
