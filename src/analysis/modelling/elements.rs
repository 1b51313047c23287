//! Rules about single elements and about messages, signals, errors and escalations of the file.

use super::Report;
use super::outline::{Outline, is_activity, is_event, is_gateway, is_sub_process};
use crate::bpmn::diagram::{Element, Tag};
use std::collections::{HashMap, HashSet};

pub(super) fn check(outline: &Outline<'_>, report: &mut Report<'_>) {
    for (index, element) in outline.elements() {
        match element.tag {
            Tag::ComplexGateway => report.add("no-complex-gateway", index),
            Tag::InclusiveGateway => report.add("no-inclusive-gateway", index),
            _ => {}
        }
        if element.name.is_empty() && needs_label(outline, index, element) {
            report.add("label-required", index);
        }
    }
    global(outline, report);
}

fn needs_label(outline: &Outline<'_>, index: usize, element: &Element) -> bool {
    match element.tag {
        Tag::ParallelGateway | Tag::EventBasedGateway => false,
        Tag::SequenceFlow => element.conditional,
        Tag::Participant | Tag::Lane => true,
        tag if is_gateway(tag) => outline.outgoing(index).len() > 1,
        tag if is_sub_process(tag) => false,
        tag => is_activity(tag) || is_event(tag),
    }
}

/// Each has a name of its own and is used.
fn global(outline: &Outline<'_>, report: &mut Report<'_>) {
    let is_global = |tag: Tag| matches!(tag, Tag::Message | Tag::Signal | Tag::Error | Tag::Escalation);
    let mut used: HashSet<&str> = HashSet::new();
    let mut names: HashMap<(Tag, &str), usize> = HashMap::new();
    for (_, element) in outline.elements() {
        used.extend(element.refers.iter().map(String::as_str));
        if matches!(element.tag, Tag::MessageFlow | Tag::SendTask | Tag::ReceiveTask) {
            used.extend(element.reference.as_deref());
        }
        if is_global(element.tag) {
            *names.entry((element.tag, element.name.as_str())).or_default() += 1;
        }
    }
    for (index, element) in outline.elements().filter(|(_, element)| is_global(element.tag)) {
        let twice = names
            .get(&(element.tag, element.name.as_str()))
            .is_some_and(|count| *count > 1);
        if element.name.is_empty() || twice || !used.contains(element.id.as_str()) {
            report.add("global", index);
        }
    }
}
