//! The model in words, as Markdown: a heading per pool, a numbered sentence per step, ways by number.
//!
//! Names stand as in the file and are not escaped: whoever shows the text as HTML has to do that.

use super::steps::{Chapter, chapters, condition, following, lane, numbers};
use super::words;
use crate::domain::message::Message;
use crate::graph::petgraph::Direction;
use crate::graph::{
    ActivityKind, Edge, FlowGraph, GatewayKind, MessageEnd, Node, NodeIndex, NodeKind, Repetition,
};
use crate::text::Lang;
use std::collections::BTreeMap;

/// Who does what in which order; every flow node has exactly one numbered sentence.
pub fn narrate(graph: &FlowGraph, lang: Lang) -> String {
    let chapters = chapters(graph);
    let mut messages: BTreeMap<NodeIndex, Vec<usize>> = BTreeMap::new();
    for (index, message) in graph.messages.iter().enumerate() {
        for end in [&message.from, &message.to] {
            if let MessageEnd::Node(node) = end {
                messages.entry(*node).or_default().push(index);
            }
        }
    }
    let teller = Teller {
        graph,
        lang,
        numbers: numbers(&chapters),
        messages,
    };
    if chapters.is_empty() {
        return format!("{}\n", lang.text("drawing-tell-empty"));
    }
    let told: Vec<String> = chapters.iter().map(|chapter| teller.chapter(chapter)).collect();
    told.join("\n")
}

struct Teller<'a> {
    graph: &'a FlowGraph,
    lang: Lang,
    numbers: BTreeMap<NodeIndex, usize>,
    messages: BTreeMap<NodeIndex, Vec<usize>>,
}

impl Teller<'_> {
    fn chapter(&self, chapter: &Chapter) -> String {
        let pool = chapter.pool.and_then(|pool| self.graph.pools.get(pool));
        let process = chapter
            .process
            .and_then(|process| self.graph.processes.get(process));
        let name = [
            pool.map(|pool| pool.name.as_str()),
            process.map(|process| process.name.as_str()),
        ]
        .into_iter()
        .flatten()
        .find(|name| !name.is_empty());
        let heading = match name {
            Some(name) => one_line(name),
            None => self.lang.text("drawing-tell-unnamed-process"),
        };
        let mut text = format!("## {heading}\n\n");
        if chapter.nodes.is_empty() {
            text.push_str(&self.lang.text("drawing-tell-closed"));
            text.push('\n');
            return text;
        }
        for (node, depth) in &chapter.nodes {
            let Some(weight) = self.graph.flow.node_weight(*node) else {
                continue;
            };
            let number = self.number(*node);
            let indent = "   ".repeat(*depth);
            text.push_str(&format!("{indent}{number}. {}\n", self.sentences(*node, weight)));
        }
        text
    }

    fn number(&self, node: NodeIndex) -> usize {
        self.numbers.get(&node).copied().unwrap_or_default()
    }

    fn sentences(&self, node: NodeIndex, weight: &Node) -> String {
        let mut told = vec![self.lang.say(&self.main(node, weight))];
        if weight.repetition != Repetition::Once {
            told.push(self.lang.text(match weight.repetition {
                Repetition::Loop => "drawing-tell-loop",
                _ => "drawing-tell-several",
            }));
        }
        told.extend(self.information(weight));
        told.extend(self.talk(node));
        told.extend(self.ways(node, weight));
        told.join(" ")
    }

    /// What happens here.
    fn main(&self, node: NodeIndex, weight: &Node) -> Message {
        let lang = self.lang;
        let detail = words::detail(weight.kind)
            .map(|kind| format!(" ({})", lang.say(&kind)))
            .unwrap_or_default();
        let named = if weight.name.is_empty() { "no" } else { "yes" };
        let who = match one_line(lane(self.graph, weight)) {
            who if who.is_empty() => who,
            who => format!("{who}: "),
        };
        let several = following(self.graph, node).len() > 1;
        let joins = self.graph.flow.edges_directed(node, Direction::Incoming).count() > 1;
        let id = match weight.kind {
            NodeKind::Start(_) => "drawing-tell-start",
            NodeKind::End(_) => "drawing-tell-end",
            NodeKind::Catch(_) => "drawing-tell-catch",
            NodeKind::Throw(_) => "drawing-tell-throw",
            NodeKind::Boundary {
                interrupting: true, ..
            } => "drawing-tell-interrupts",
            NodeKind::Boundary {
                interrupting: false, ..
            } => "drawing-tell-besides",
            NodeKind::Activity(activity) => match activity {
                ActivityKind::SubProcess { event: true, .. } => "drawing-tell-event-sub-process",
                ActivityKind::SubProcess { .. } => "drawing-tell-sub-process",
                ActivityKind::Service | ActivityKind::Script | ActivityKind::BusinessRule => {
                    "drawing-tell-automatic"
                }
                ActivityKind::Call => "drawing-tell-call",
                _ => "drawing-tell-task",
            },
            NodeKind::Gateway(gateway) => match gateway {
                GatewayKind::Parallel if joins && !several => "drawing-tell-wait-for-all",
                GatewayKind::Inclusive if joins && !several => "drawing-tell-wait-for-open",
                GatewayKind::Exclusive if !several => "drawing-tell-ways-meet",
                GatewayKind::Parallel => "drawing-tell-parallel",
                GatewayKind::Inclusive => "drawing-tell-inclusive",
                GatewayKind::EventBased => "drawing-tell-event-based",
                GatewayKind::Exclusive => "drawing-tell-decision",
                GatewayKind::Complex => "drawing-tell-complex",
            },
        };
        let host = weight.host.map_or(0, |host| self.number(host));
        Message::new(id)
            .with("named", named)
            .with("who", who)
            .with("what", one_line(&weight.name))
            .with("detail", detail)
            .with("host", host.to_string())
    }

    /// What is read and written.
    fn information(&self, weight: &Node) -> Vec<String> {
        let names = |list: &[usize]| {
            let mut names: Vec<String> = list
                .iter()
                .filter_map(|index| self.graph.data.get(*index))
                .map(|data| one_line(&data.name))
                .filter(|name| !name.is_empty())
                .map(|name| self.quoted(&name))
                .collect();
            names.dedup();
            names
        };
        [
            ("drawing-tell-reads", names(&weight.reads)),
            ("drawing-tell-writes", names(&weight.writes)),
        ]
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(id, names)| {
            self.lang
                .say(&Message::new(id).with("list", self.list(&names, "drawing-and")))
        })
        .collect()
    }

    /// Who is told what.
    fn talk(&self, node: NodeIndex) -> Vec<String> {
        let mut told = Vec::new();
        for message in self
            .messages
            .get(&node)
            .into_iter()
            .flatten()
            .filter_map(|index| self.graph.messages.get(*index))
        {
            let sends = message.from == MessageEnd::Node(node);
            let other = if sends { &message.to } else { &message.from };
            let partner = match other {
                MessageEnd::Pool(pool) => self.graph.pools.get(*pool).map(|pool| pool.name.as_str()),
                MessageEnd::Node(node) => self.graph.flow.node_weight(*node).and_then(|node| {
                    let process = self.graph.processes.get(node.process)?;
                    let pool = self.graph.pools.get(process.pool?)?;
                    Some(pool.name.as_str())
                }),
            };
            let partner = partner.map(one_line).filter(|name| !name.is_empty());
            let partner = partner.unwrap_or_else(|| self.lang.text("drawing-tell-other-side"));
            let id = if sends {
                "drawing-tell-sends"
            } else {
                "drawing-tell-gets"
            };
            let named = if message.name.is_empty() { "no" } else { "yes" };
            told.push(
                self.lang.say(
                    &Message::new(id)
                        .with("named", named)
                        .with("what", one_line(&message.name))
                        .with("partner", partner),
                ),
            );
        }
        told
    }

    /// Where it goes on.
    fn ways(&self, node: NodeIndex, weight: &Node) -> Vec<String> {
        let ways = following(self.graph, node);
        let here = self.number(node);
        match (weight.kind, ways.as_slice()) {
            (NodeKind::End(_), []) => Vec::new(),
            (NodeKind::Activity(ActivityKind::SubProcess { event: true, .. }), []) => Vec::new(),
            (_, []) => vec![self.lang.text("drawing-tell-way-ends")],
            (kind, [(edge, to)]) => {
                let number = self.number(*to);
                let plain = number == here + 1 && condition(edge).is_empty();
                if plain && !matches!(kind, NodeKind::Boundary { .. }) {
                    return Vec::new();
                }
                vec![self.way(here, edge, number)]
            }
            (NodeKind::Gateway(GatewayKind::Parallel), ways) => {
                vec![self.all("drawing-tell-all-of", "drawing-and", ways)]
            }
            (NodeKind::Gateway(GatewayKind::EventBased), ways) => {
                vec![self.all("drawing-tell-first-of", "drawing-or", ways)]
            }
            (NodeKind::Gateway(_), ways) => ways
                .iter()
                .map(|(edge, to)| self.way(here, edge, self.number(*to)))
                .collect(),
            (_, ways)
                if ways
                    .iter()
                    .all(|(edge, _)| condition(edge).is_empty() && !edge.is_default) =>
            {
                vec![self.all("drawing-tell-all-of", "drawing-and", ways)]
            }
            (_, ways) => ways
                .iter()
                .map(|(edge, to)| self.way(here, edge, self.number(*to)))
                .collect(),
        }
    }

    fn way(&self, here: usize, edge: &Edge, to: usize) -> String {
        let condition = one_line(condition(edge));
        let case = match (condition.is_empty(), edge.is_default) {
            (false, _) => "condition",
            (true, true) => "otherwise",
            (true, false) => "plain",
        };
        let id = if to <= here {
            "drawing-tell-back"
        } else {
            "drawing-tell-on"
        };
        self.lang.say(
            &Message::new(id)
                .with("case", case)
                .with("condition", condition)
                .with("number", to.to_string()),
        )
    }

    fn all(&self, id: &str, word: &str, ways: &[(&Edge, NodeIndex)]) -> String {
        let numbers: Vec<String> = ways
            .iter()
            .map(|(edge, to)| {
                let number = self.number(*to).to_string();
                let condition = one_line(condition(edge));
                if condition.is_empty() {
                    number
                } else {
                    format!("{number} ({condition})")
                }
            })
            .collect();
        self.lang
            .say(&Message::new(id).with("list", self.list(&numbers, word)))
    }

    fn quoted(&self, name: &str) -> String {
        self.lang.say(&Message::new("drawing-quoted").with("name", name))
    }

    fn list(&self, items: &[String], word: &str) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => format!("{} {} {last}", most.join(", "), self.lang.text(word)),
        }
    }
}

/// A name within a sentence: no line breaks.
fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
