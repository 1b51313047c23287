//! What the rules look at: the graph with the readings of its labels, what follows what, and the media breaks.

use super::ways::Ways;
use crate::analysis::Context;
use crate::analysis::evidence::{Said, language};
use crate::analysis::facts::{Action, Facts, MicroStep};
use crate::analysis::wording::{Class, Topics};
use crate::domain::carrier::Carrier;
use crate::domain::finding::Finding;
use crate::flow::Chain;
use crate::flow::slots::{list, set, value};
use crate::graph::{FlowGraph, MessageEnd, Node, NodeIndex, NodeKind, Trigger};
use std::collections::HashMap;
use std::sync::LazyLock;

static TOPICS: LazyLock<Topics> = LazyLock::new(|| Topics::parse(include_str!("topics.csv")));

/// Sub-processes inside each other that are looked through for a lane.
const DEEP: usize = 50;

/// A graph with everything the rules look at.
pub(super) struct View<'a> {
    pub(super) graph: &'a FlowGraph,
    pub(super) chain: &'a Chain,
    pub(super) facts: &'a Facts,
    pub(super) said: &'a [Said],
    /// Media breaks in document order.
    pub(super) breaks: &'a [Finding],
    pub(super) ways: Ways<'a>,
    pub(super) context: &'a Context,
    topics: Vec<Vec<(&'static str, String)>>,
    outside: Vec<bool>,
    sends: Vec<bool>,
    language: &'static str,
    index: HashMap<&'a str, usize>,
}

impl<'a> View<'a> {
    pub(super) fn of(
        graph: &'a FlowGraph,
        chain: &'a Chain,
        facts: &'a Facts,
        said: &'a [Said],
        breaks: &'a [Finding],
        context: &'a Context,
    ) -> View<'a> {
        let language = language(graph);
        let topics = |text: &str| TOPICS.of(text, language);
        let mut steps: Vec<bool> = graph
            .flow
            .node_weights()
            .map(|node| node.kind.is_activity())
            .collect();
        for node in graph.flow.node_weights() {
            if let Some(parent) = node.parent {
                set(&mut steps, parent.index(), false);
            }
        }
        let names_outside = |name: &str| topics(name).iter().any(|(topic, _)| *topic == "outside");
        let lanes: Vec<bool> = graph.lanes.iter().map(|lane| names_outside(&lane.name)).collect();
        let pools: Vec<bool> = graph.pools.iter().map(|pool| names_outside(&pool.name)).collect();
        let pool_of = |node: &Node| graph.processes.get(node.process).and_then(|process| process.pool);
        let mut sends = vec![false; graph.flow.node_count()];
        for message in &graph.messages {
            if let MessageEnd::Node(node) = message.from {
                set(&mut sends, node.index(), true);
            }
        }
        View {
            sends,
            language,
            outside: graph
                .flow
                .node_weights()
                .map(|node| {
                    node.lane.is_some_and(|lane| value(&lanes, lane))
                        || pool_of(node).is_some_and(|pool| value(&pools, pool))
                })
                .collect(),
            topics: graph.flow.node_weights().map(|node| topics(&node.name)).collect(),
            index: graph
                .flow
                .node_weights()
                .enumerate()
                .map(|(at, node)| (node.id.as_str(), at))
                .collect(),
            ways: Ways::of(chain, steps),
            graph,
            chain,
            facts,
            said,
            breaks,
            context,
        }
    }

    pub(super) fn node(&self, at: usize) -> Option<&'a Node> {
        self.graph.flow.node_weight(NodeIndex::new(at))
    }

    /// The node with this id.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// Number of nodes.
    pub(super) fn count(&self) -> usize {
        self.graph.flow.node_count()
    }

    /// Steps that people of the administration do, in document order.
    pub(super) fn work(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.count()).filter(|at| self.by_hand(*at))
    }

    /// True for a step that a person of the administration does.
    pub(super) fn by_hand(&self, at: usize) -> bool {
        self.ways.is_step(at)
            && !value(&self.outside, at)
            && self.said.get(at).is_some_and(|said| !said.automatic)
    }

    /// True for what citizens and firms do.
    pub(super) fn is_outside(&self, at: usize) -> bool {
        value(&self.outside, at)
    }

    /// The words of a label that speak of this topic (`topics.csv`).
    pub(super) fn topic(&self, at: usize, topic: &str) -> Option<&str> {
        let found = list(&self.topics, at).iter().find(|(name, _)| *name == topic);
        found.map(|(_, words)| words.as_str())
    }

    /// True if the label speaks of this topic.
    pub(super) fn says(&self, at: usize, topic: &str) -> bool {
        self.topic(at, topic).is_some()
    }

    /// True if another text of the model speaks of this topic.
    pub(super) fn text_says(&self, text: &str, topic: &str) -> bool {
        TOPICS
            .of(text, self.language)
            .iter()
            .any(|(name, _)| *name == topic)
    }

    /// True if a message goes out from this node.
    pub(super) fn sends_message(&self, at: usize) -> bool {
        value(&self.sends, at)
            || self.node(at).is_some_and(|node| {
                matches!(
                    node.kind,
                    NodeKind::Throw(Trigger::Message) | NodeKind::End(Trigger::Message)
                )
            })
    }

    /// True if the label names an action of one of these classes.
    pub(super) fn does(&self, at: usize, classes: &[Class]) -> bool {
        self.said
            .get(at)
            .is_some_and(|said| classes.iter().any(|class| said.label.has(*class)))
    }

    /// True if the label names actions of these classes and no others.
    pub(super) fn only_does(&self, at: usize, classes: &[Class]) -> bool {
        self.said.get(at).is_some_and(|said| {
            !said.label.actions.is_empty()
                && said
                    .label
                    .actions
                    .iter()
                    .all(|action| classes.contains(&action.class))
        })
    }

    /// The innermost lane, or that of the sub-process around it.
    pub(super) fn lane(&self, at: usize) -> Option<usize> {
        let mut node = self.node(at)?;
        for _ in 0..DEEP {
            if node.lane.is_some() {
                return node.lane;
            }
            node = self.graph.flow.node_weight(node.parent?)?;
        }
        None
    }

    /// Micro-steps of a node.
    pub(super) fn micro(&self, at: usize) -> &'a [MicroStep] {
        list(&self.facts.steps, at)
    }

    /// Named systems that a step works in.
    pub(super) fn systems(&self, at: usize) -> Vec<&'a str> {
        let mut found: Vec<&str> = self
            .micro(at)
            .iter()
            .flat_map(|micro| match &micro.action {
                Action::Need { accepts, .. } => accepts.as_slice(),
                Action::Write { carrier, .. } => std::slice::from_ref(carrier),
                Action::Transport | Action::FileTwice => &[],
            })
            .filter_map(|carrier| match carrier {
                Carrier::System(name) => Some(name.as_str()),
                _ => None,
            })
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// True for nodes where a case waits for somebody or for a time.
    pub(super) fn waits(&self, at: usize) -> bool {
        self.node(at).is_some_and(|node| {
            matches!(
                node.kind,
                NodeKind::Catch(Trigger::Message | Trigger::Timer | Trigger::Signal | Trigger::Conditional)
            )
        })
    }

    /// True if two labels speak of the same thing: a noun with the same stem, or an information object of both.
    pub(super) fn same_matter(&self, one: usize, two: usize) -> bool {
        let nouns = |at: usize| {
            let actions = self
                .said
                .get(at)
                .map(|said| said.label.actions.as_slice())
                .unwrap_or_default();
            actions
                .iter()
                .flat_map(|action| &action.nouns)
                .map(|noun| noun.stem.as_str())
        };
        nouns(one).any(|noun| nouns(two).any(|other| crate::analysis::wording::same_head(noun, other)))
            || self
                .micro(one)
                .iter()
                .any(|a| self.micro(two).iter().any(|b| a.object == b.object))
    }

    /// Names of the data drawn at a node: read or written.
    pub(super) fn data(&self, list: &[usize]) -> Vec<&'a str> {
        list.iter()
            .filter_map(|at| self.graph.data.get(*at))
            .map(|data| data.object.as_str())
            .collect()
    }
}
