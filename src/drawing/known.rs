//! What is known of the whole diagram while its planes are painted: elements by id, and what a form says to those
//! who do not see it and in its tooltip (title and description).

use super::steps::lane;
use super::words;
use crate::bpmn::Diagram;
use crate::bpmn::diagram::Element;
use crate::domain::message::Message;
use crate::graph::FlowGraph;
use crate::text::Lang;
use std::collections::{HashMap, HashSet};

/// Most letters of the documentation of an element that a description takes over.
const DOCUMENTATION: usize = 600;

/// What is looked up again and again, made once for all planes.
pub(super) struct Known<'a> {
    diagram: &'a Diagram,
    /// Id of a step → who does it.
    who: HashMap<&'a str, &'a str>,
    parents: HashSet<usize>,
    defaults: HashSet<&'a str>,
    lang: Lang,
}

impl<'a> Known<'a> {
    /// For one diagram and one language.
    pub fn new(diagram: &'a Diagram, graph: &'a FlowGraph, lang: Lang) -> Self {
        let who = graph
            .flow
            .node_weights()
            .map(|node| (node.id.as_str(), lane(graph, node)))
            .filter(|(_, who)| !who.is_empty())
            .collect();
        Known {
            diagram,
            who,
            parents: diagram
                .elements
                .iter()
                .filter_map(|element| element.parent)
                .collect(),
            defaults: diagram
                .elements
                .iter()
                .filter_map(|element| element.details.default_flow.as_deref())
                .collect(),
            lang,
        }
    }

    /// Index of an element by its id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.diagram.find(id)
    }

    /// Whether an element holds others.
    pub fn holds_others(&self, index: usize) -> bool {
        self.parents.contains(&index)
    }

    /// Whether a flow is the default of its source.
    pub fn is_default(&self, flow: &Element) -> bool {
        self.defaults.contains(flow.id.as_str())
    }

    /// Kind and name.
    pub fn title(&self, element: Option<&Element>) -> String {
        let kind = match element {
            Some(element) => self.lang.say(&words::element_kind(element)),
            None => self.lang.text("drawing-kind-unknown"),
        };
        match element.map(|element| element.name.as_str()).unwrap_or_default() {
            "" => kind,
            name => format!("{kind}: {name}"),
        }
    }

    /// Who does it, between what it runs, what the file says about it; empty where there is nothing to say.
    pub fn description(&self, element: &Element) -> String {
        let mut parts = Vec::new();
        if let Some(who) = self.who.get(element.id.as_str()) {
            parts.push(self.lang.say(&Message::new("drawing-who").with("who", *who)));
        }
        if let (Some(from), Some(to)) = (&element.source, &element.target) {
            let end = |id: &str| {
                let end = self.find(id).and_then(|index| self.diagram.elements.get(index));
                self.title(end)
            };
            parts.push(
                self.lang.say(
                    &Message::new("drawing-from-to")
                        .with("from", end(from))
                        .with("to", end(to)),
                ),
            );
        }
        for text in &element.details.documentation {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let mut short: String = words.chars().take(DOCUMENTATION).collect();
            if short.len() < words.len() {
                short.push('…');
            }
            parts.push(short);
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" ")
    }
}
