//! The sentences of a story. Names of the model stand in frames that hold for every name ("Entscheidung: …"); no
//! name is bent, because a label does not say which word is the verb.

use super::outline::condition;
use crate::domain::message::Message;
use crate::domain::time::duration_parts;
use crate::graph::petgraph::Direction;
use crate::graph::{
    ActivityKind, DataKind, Edge, EdgeKind, FlowGraph, GatewayKind, MessageEnd, Node, NodeIndex, NodeKind,
    Repetition, Trigger,
};
use crate::text::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// What is needed to put a step in words.
pub(super) struct Voice<'a> {
    graph: &'a FlowGraph,
    lang: Lang,
    numbers: BTreeMap<NodeIndex, usize>,
    /// Messages of each node, indices into `FlowGraph::messages`.
    messages: BTreeMap<NodeIndex, Vec<usize>>,
    /// First and last step of each sub-process with content.
    parts: BTreeMap<NodeIndex, (usize, usize)>,
    /// Nodes that a way from a beginning leads to.
    reached: BTreeSet<NodeIndex>,
}

impl<'a> Voice<'a> {
    pub fn new(
        graph: &'a FlowGraph,
        lang: Lang,
        numbers: BTreeMap<NodeIndex, usize>,
        parts: BTreeMap<NodeIndex, (usize, usize)>,
    ) -> Self {
        let mut messages: BTreeMap<NodeIndex, Vec<usize>> = BTreeMap::new();
        for (index, message) in graph.messages.iter().enumerate() {
            for end in [&message.from, &message.to] {
                if let MessageEnd::Node(node) = end {
                    messages.entry(*node).or_default().push(index);
                }
            }
        }
        Voice {
            graph,
            lang,
            numbers,
            messages,
            parts,
            reached: reached(graph),
        }
    }

    /// Number of a step; 0 where it is none.
    pub fn number(&self, node: NodeIndex) -> usize {
        self.numbers.get(&node).copied().unwrap_or_default()
    }

    /// Whether nothing has to follow.
    pub fn may_end(&self, node: NodeIndex, kind: NodeKind) -> bool {
        let weight = self.graph.flow.node_weight(node);
        let around = weight
            .and_then(|weight| self.graph.flow.node_weight(weight.parent?))
            .map(|parent| parent.kind);
        let free = matches!(
            around,
            Some(NodeKind::Activity(ActivityKind::SubProcess { ad_hoc: true, .. }))
        );
        let ends = matches!(
            kind,
            NodeKind::End(_)
                | NodeKind::Activity(ActivityKind::SubProcess { event: true, .. })
                | NodeKind::Boundary {
                    trigger: Trigger::Compensation,
                    ..
                }
        );
        free || ends || weight.is_some_and(|weight| weight.undoes)
    }

    /// A step in sentences. `who`: to be said in front; `below`: told right below its activity; `again`: a further start.
    pub fn step(&self, node: NodeIndex, weight: &Node, who: &str, below: bool, again: bool) -> String {
        let mut told = vec![self.main(node, weight, who, below, again)];
        if !self.reached.contains(&node) {
            told.push(self.lang.text("story-unreached"));
        }
        match weight.repetition {
            Repetition::Once => {}
            Repetition::Loop => told.push(self.lang.text("story-loop")),
            Repetition::MultiInstance => told.push(self.lang.text("story-several")),
        }
        told.extend(self.information(weight));
        told.extend(self.talk(node));
        if matches!(weight.kind, NodeKind::Activity(_)) {
            told.extend(self.split(node));
        }
        told.join(" ")
    }

    /// What happens here: a frame and the name, or the frame alone.
    fn main(&self, node: NodeIndex, weight: &Node, who: &str, below: bool, again: bool) -> String {
        let name = one_line(&weight.name);
        let talks = self.messages.contains_key(&node);
        let ways_out = self
            .graph
            .flow
            .edges_directed(node, Direction::Outgoing)
            .filter(|edge| edge.weight().kind != EdgeKind::Boundary)
            .count();
        let frame = match weight.kind {
            NodeKind::Start(trigger) => {
                let id = if again { "story-start-also" } else { "story-start" };
                let of = if weight.parent.is_some() { "part" } else { "whole" };
                Some(self.event(id, trigger, weight, talks).with("of", of))
            }
            NodeKind::End(trigger) => Some(self.event("story-end", trigger, weight, talks)),
            NodeKind::Catch(trigger) => Some(self.event("story-catch", trigger, weight, false)),
            NodeKind::Throw(trigger) => Some(self.event("story-throw", trigger, weight, false)),
            NodeKind::Boundary { trigger, .. } => {
                let id = if below || weight.host.is_none() {
                    "story-border"
                } else {
                    "story-border-of"
                };
                let host = weight.host.map_or(0, |host| self.number(host));
                Some(
                    self.event(id, trigger, weight, false)
                        .with("host", host.to_string()),
                )
            }
            NodeKind::Gateway(gateway) => {
                return self.gateway(node, gateway, &name, ways_out);
            }
            NodeKind::Activity(ActivityKind::SubProcess {
                event,
                ad_hoc,
                transaction,
            }) => {
                let kind = match (event, ad_hoc, transaction) {
                    (true, _, _) => "event",
                    (_, true, _) => "ad-hoc",
                    (_, _, true) => "transaction",
                    _ => "plain",
                };
                Some(Message::new("story-part").with("kind", kind))
            }
            NodeKind::Activity(ActivityKind::Call) => Some(Message::new("story-call")),
            NodeKind::Activity(_) if weight.undoes => Some(Message::new("story-undoes")),
            NodeKind::Activity(_) if name.is_empty() => Some(Message::new("story-unnamed-step")),
            NodeKind::Activity(_) => None,
        };
        let frame = frame.map(|frame| self.lang.say(&frame));
        let mut text = match (frame, name.is_empty()) {
            (Some(frame), true) => frame,
            (Some(frame), false) => format!("{frame}: {name}"),
            (None, _) => name,
        };
        if !who.is_empty() {
            text = format!("{who}: {text}");
        }
        if let Some(detail) = self.detail(node, weight, talks) {
            text = format!("{} ({detail})", text.trim_end_matches('.'));
        }
        text = sentence(&text);
        if let NodeKind::Boundary {
            trigger,
            interrupting,
        } = weight.kind
            && !matches!(trigger, Trigger::Error | Trigger::Cancel | Trigger::Compensation)
        {
            let id = if interrupting {
                "story-breaks-off"
            } else {
                "story-runs-on"
            };
            text = format!("{text} {}", self.lang.text(id));
        }
        text
    }

    /// The frame of an event. Where a message is drawn (`talks`), the sentence about it says enough.
    fn event(&self, id: &str, trigger: Trigger, weight: &Node, talks: bool) -> Message {
        let duration = weight.timer.as_deref().and_then(|timer| self.duration(timer));
        let word = match trigger {
            Trigger::Message if talks => "none",
            Trigger::None => "none",
            Trigger::Message => "message",
            Trigger::Timer if duration.is_some() => "duration",
            Trigger::Timer => "timer",
            Trigger::Conditional => "conditional",
            Trigger::Signal => "signal",
            Trigger::Error => "error",
            Trigger::Escalation => "escalation",
            Trigger::Cancel => "cancel",
            Trigger::Compensation => "compensation",
            Trigger::Link => "link",
            Trigger::Terminate => "terminate",
            Trigger::Multiple => "multiple",
        };
        Message::new(id)
            .with("trigger", word)
            .with("duration", duration.unwrap_or_default())
    }

    /// What stands in brackets behind an activity.
    fn detail(&self, node: NodeIndex, weight: &Node, talks: bool) -> Option<String> {
        let NodeKind::Activity(kind) = weight.kind else {
            return None;
        };
        let id = match kind {
            ActivityKind::Service | ActivityKind::Script => "story-automatic",
            ActivityKind::BusinessRule => "story-by-rules",
            ActivityKind::Send if !talks => "story-sends-message",
            ActivityKind::Receive if !talks => "story-waits-for-message",
            ActivityKind::SubProcess { .. } => {
                return Some(match self.parts.get(&node) {
                    Some((first, last)) => self.lang.say(
                        &Message::new("story-part-steps")
                            .with("case", if first == last { "one" } else { "many" })
                            .with("first", first.to_string())
                            .with("last", last.to_string()),
                    ),
                    None => self.lang.text("story-part-closed"),
                });
            }
            _ => return None,
        };
        Some(self.lang.text(id))
    }

    fn gateway(&self, node: NodeIndex, gateway: GatewayKind, name: &str, ways_out: usize) -> String {
        let ways_in = self.graph.flow.edges_directed(node, Direction::Incoming).count();
        let joins = match gateway {
            GatewayKind::Parallel if ways_in > 1 => Some("story-wait-for-all"),
            GatewayKind::Inclusive if ways_in > 1 => Some("story-wait-for-open"),
            GatewayKind::Complex if ways_in > 1 => Some("story-wait-for-rule"),
            _ if ways_out > 1 => None,
            _ if ways_out == 0 => Some("story-leads-nowhere"),
            _ if ways_in > 1 => Some("story-ways-meet"),
            _ => Some("story-passes"),
        };
        let splits = (ways_out > 1).then(|| {
            let kind = match gateway {
                GatewayKind::Exclusive => "exclusive",
                GatewayKind::Parallel => "parallel",
                GatewayKind::Inclusive => "inclusive",
                GatewayKind::EventBased => "event",
                GatewayKind::Complex => "complex",
            };
            let frame = Message::new("story-split")
                .with("kind", kind)
                .with("named", if name.is_empty() { "no" } else { "yes" })
                .with("count", ways_out);
            let frame = self.lang.say(&frame);
            if name.is_empty() {
                format!("{frame}:")
            } else {
                sentence(&format!("{frame}: {name}"))
            }
        });
        let joins = joins.map(|id| {
            let text = self.lang.text(id);
            if name.is_empty() || splits.is_some() {
                sentence(&text)
            } else {
                sentence(&format!("{text}: {name}"))
            }
        });
        [joins, splits]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// That several ways lead out of an activity.
    fn split(&self, node: NodeIndex) -> Option<String> {
        let ways = super::outline::following(self.graph, node);
        let open = ways
            .iter()
            .all(|(_, edge, _)| condition(edge).is_empty() && !edge.is_default);
        let kind = if open { "parallel" } else { "choice" };
        (ways.len() > 1).then(|| {
            let text = self.lang.say(&Message::new("story-then").with("kind", kind));
            format!("{text}:")
        })
    }

    /// What a way out of a split is called.
    pub fn way(&self, from: NodeKind, edge: &Edge, place: usize, of: usize) -> String {
        let condition = one_line(condition(edge));
        let plain = condition.to_lowercase();
        let case =
            match from {
                _ if matches!(plain.as_str(), "ja" | "nein" | "yes" | "no") => "answer",
                _ if !condition.is_empty() => "condition",
                _ if edge.is_default => "otherwise",
                NodeKind::Gateway(
                    GatewayKind::Exclusive | GatewayKind::EventBased | GatewayKind::Complex,
                ) if place == 1 => "either",
                NodeKind::Gateway(
                    GatewayKind::Exclusive | GatewayKind::EventBased | GatewayKind::Complex,
                ) => "or",
                _ => "strand",
            };
        let condition = if case == "answer" { plain } else { condition };
        self.lang.say(
            &Message::new("story-way")
                .with("case", case)
                .with("condition", condition)
                .with("place", place.to_string())
                .with("of", of.to_string()),
        )
    }

    /// What is read and written.
    fn information(&self, weight: &Node) -> Vec<String> {
        let names = |list: &[usize], stores: bool| {
            let mut seen = BTreeSet::new();
            list.iter()
                .filter_map(|index| self.graph.data.get(*index))
                .filter(|data| (data.kind == DataKind::Store) == stores)
                .map(|data| one_line(&data.name))
                .filter(|name| !name.is_empty() && seen.insert(name.clone()))
                .collect::<Vec<_>>()
        };
        let mut told = Vec::new();
        for (stores, ids) in [
            (false, ["story-uses", "story-works-on", "story-makes"]),
            (true, ["story-looks-up", "story-keeps-up", "story-stores"]),
        ] {
            let (reads, writes) = (names(&weight.reads, stores), names(&weight.writes, stores));
            let (both, reads): (Vec<_>, Vec<_>) = reads.into_iter().partition(|name| writes.contains(name));
            let writes = writes.into_iter().filter(|name| !both.contains(name)).collect();
            for (id, names) in ids.into_iter().zip([reads, both, writes]) {
                if !names.is_empty() {
                    let text = Message::new(id).with("list", self.list(&names));
                    told.push(sentence(&self.lang.say(&text)));
                }
            }
        }
        told
    }

    /// Who is told what.
    fn talk(&self, node: NodeIndex) -> Vec<String> {
        let messages = self.messages.get(&node).into_iter().flatten();
        messages
            .filter_map(|index| self.graph.messages.get(*index))
            .map(|message| {
                let sends = message.from == MessageEnd::Node(node);
                let other = if sends { &message.to } else { &message.from };
                let pool = match other {
                    MessageEnd::Pool(pool) => Some(*pool),
                    MessageEnd::Node(node) => self
                        .graph
                        .flow
                        .node_weight(*node)
                        .and_then(|node| self.graph.processes.get(node.process)?.pool),
                };
                let partner = pool
                    .and_then(|pool| self.graph.pools.get(pool))
                    .map(|pool| one_line(&pool.name))
                    .filter(|name| !name.is_empty())
                    .unwrap_or_else(|| self.lang.text("story-other-side"));
                let named = if message.name.is_empty() { "no" } else { "yes" };
                let id = if sends { "story-sends" } else { "story-gets" };
                sentence(
                    &self.lang.say(
                        &Message::new(id)
                            .with("named", named)
                            .with("what", one_line(&message.name))
                            .with("partner", partner),
                    ),
                )
            })
            .collect()
    }

    /// A duration as people say it; nothing for what is none.
    fn duration(&self, text: &str) -> Option<String> {
        let parts: Vec<String> = duration_parts(text)?
            .into_iter()
            .map(|(unit, amount)| {
                let amount = amount as f64;
                self.lang.say(
                    &Message::new("story-duration")
                        .with("unit", unit)
                        .with("amount", amount),
                )
            })
            .collect();
        (!parts.is_empty()).then(|| self.list(&parts))
    }

    /// Names one after the other.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            // Names with a comma or "and" of their own would run into each other.
            _ if items.iter().any(|item| {
                item.contains(',') || item.contains(&format!(" {} ", self.lang.text("story-and")))
            }) =>
            {
                items.join("; ")
            }
            [most @ .., last] => {
                format!("{} {} {last}", most.join(", "), self.lang.text("story-and"))
            }
        }
    }
}

/// Nodes that a way from a beginning leads to. Where a process or sub-process has no start event, all that nothing
/// leads to is a beginning (BPMN 2.0.2, 13.2.1); in free order everything is.
fn reached(graph: &FlowGraph) -> BTreeSet<NodeIndex> {
    let mut started = BTreeSet::new();
    for node in graph.flow.node_weights() {
        if matches!(node.kind, NodeKind::Start(_)) {
            started.insert((node.process, node.parent));
        }
    }
    let entered = |node: NodeIndex| {
        graph
            .flow
            .edges_directed(node, Direction::Incoming)
            .next()
            .is_some()
    };
    let mut open: Vec<NodeIndex> = graph
        .flow
        .node_indices()
        .filter(|index| {
            graph.flow.node_weight(*index).is_some_and(|node| {
                let parent = node.parent.and_then(|parent| graph.flow.node_weight(parent));
                let free = matches!(
                    parent.map(|parent| parent.kind),
                    Some(NodeKind::Activity(ActivityKind::SubProcess { ad_hoc: true, .. }))
                );
                let any_time = matches!(
                    node.kind,
                    NodeKind::Start(_)
                        | NodeKind::Boundary { .. }
                        | NodeKind::Activity(ActivityKind::SubProcess { event: true, .. })
                );
                let first = !started.contains(&(node.process, node.parent)) && !entered(*index);
                free || any_time || first || node.undoes
            })
        })
        .collect();
    let mut reached = BTreeSet::new();
    while let Some(node) = open.pop() {
        if reached.insert(node) {
            open.extend(graph.flow.neighbors(node));
        }
    }
    reached
}

/// A name within a sentence: no line breaks.
pub(super) fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text with a full stop, unless it ends with a mark already.
pub(super) fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?', ':', '…']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}
