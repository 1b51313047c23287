//! The ways between nodes: sequence flows, borders, links; and the message flows.

use super::{Builder, at};
use crate::bpmn::diagram::{EventDefinition, Tag};
use crate::graph::{Edge, EdgeKind, MessageEnd, MessageFlow, NodeIndex};
use std::collections::HashMap;

/// Adds all of them, in document order per kind.
pub fn add(builder: &mut Builder<'_>) {
    sequence(builder);
    borders(builder);
    links(builder);
    messages(builder);
}

fn sequence(builder: &mut Builder<'_>) {
    for element in builder
        .elements
        .iter()
        .filter(|element| element.tag == Tag::SequenceFlow)
    {
        let Some(source) = builder.element(element.source.as_ref()) else {
            continue;
        };
        let (Some(from), Some(to)) = (
            at(&builder.node_of, source),
            builder.node(element.target.as_ref()),
        ) else {
            continue;
        };
        let default = builder
            .elements
            .get(source)
            .and_then(|source| source.details.default_flow.as_ref());
        let edge = Edge {
            id: element.id.clone(),
            name: element.name.clone(),
            kind: EdgeKind::Sequence,
            condition: element.details.condition.clone(),
            is_default: default == Some(&element.id),
            probability: element.annotations.probability,
        };
        builder.graph.flow.add_edge(from, to, edge);
    }
}

fn undrawn(kind: EdgeKind, probability: Option<f64>) -> Edge {
    Edge {
        id: String::new(),
        name: String::new(),
        kind,
        condition: None,
        is_default: false,
        probability,
    }
}

fn borders(builder: &mut Builder<'_>) {
    for node in builder.graph.flow.node_indices() {
        let Some(weight) = builder.graph.flow.node_weight(node) else {
            continue;
        };
        let probability = weight.annotations.probability;
        if let Some(host) = weight.host {
            builder
                .graph
                .flow
                .add_edge(host, node, undrawn(EdgeKind::Boundary, probability));
        }
    }
}

/// A link throws to the catching links of the same name in the same scope (the first where several share it).
fn links(builder: &mut Builder<'_>) {
    let link = |index: usize| {
        let element = builder.elements.get(index)?;
        if !element.events.contains(&EventDefinition::Link) {
            return None;
        }
        let name = element
            .details
            .link
            .as_deref()
            .filter(|name| !name.is_empty())
            .unwrap_or(&element.name);
        let scope = (at(&builder.process_of, index), at(&builder.scope_of, index));
        (!name.is_empty()).then_some((element.tag, (scope, name)))
    };
    let mut targets = HashMap::new();
    let mut sources: Vec<(NodeIndex, _)> = Vec::new();
    for (index, node) in builder.node_of.iter().enumerate() {
        let (Some(node), Some((tag, key))) = (*node, link(index)) else {
            continue;
        };
        match tag {
            Tag::CatchEvent => {
                targets.entry(key).or_insert(node);
            }
            Tag::ThrowEvent => sources.push((node, key)),
            _ => {}
        }
    }
    let pairs: Vec<(NodeIndex, NodeIndex)> = sources
        .into_iter()
        .filter_map(|(from, key)| Some((from, *targets.get(&key)?)))
        .collect();
    for (from, to) in pairs {
        builder
            .graph
            .flow
            .add_edge(from, to, undrawn(EdgeKind::Link, None));
    }
}

fn messages(builder: &mut Builder<'_>) {
    for element in builder
        .elements
        .iter()
        .filter(|element| element.tag == Tag::MessageFlow)
    {
        let ends = (
            end(builder, element.source.as_ref()),
            end(builder, element.target.as_ref()),
        );
        let (Some(from), Some(to)) = ends else { continue };
        let message = builder
            .element(element.reference.as_ref())
            .and_then(|index| builder.elements.get(index))
            .filter(|message| message.tag == Tag::Message);
        let name = match message {
            Some(message) if element.name.is_empty() => message.name.clone(),
            _ => element.name.clone(),
        };
        builder.graph.messages.push(MessageFlow {
            id: element.id.clone(),
            name,
            message: message.map(|message| message.id.clone()),
            from,
            to,
            annotations: (*element.annotations).clone(),
        });
    }
}

/// A node, a participant, or a process that stands for its participant.
fn end(builder: &Builder<'_>, id: Option<&String>) -> Option<MessageEnd> {
    let index = builder.element(id)?;
    if let Some(node) = at(&builder.node_of, index) {
        return Some(MessageEnd::Node(node));
    }
    if let Some(pool) = at(&builder.pool_of, index) {
        return Some(MessageEnd::Pool(pool));
    }
    let process = at(&builder.process_of, index)?;
    builder.graph.processes.get(process)?.pool.map(MessageEnd::Pool)
}
