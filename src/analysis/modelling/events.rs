//! Rules about events: where a process begins and ends, what an event waits for.

use super::Report;
use super::outline::{Outline, is_container, is_event, is_sub_process};
use crate::bpmn::diagram::{Element, EventDefinition, Tag};
use std::collections::BTreeMap;

pub(super) fn check(outline: &Outline<'_>, report: &mut Report<'_>) {
    for (index, element) in outline.elements() {
        if is_event(element.tag) && element.events.len() > 1 {
            report.add("single-event-definition", index);
        }
        if element.tag == Tag::EventBasedGateway {
            awaits(outline, report, index);
        }
        if is_container(element.tag) {
            container(outline, report, index, element);
        }
    }
}

/// An event-based gateway waits for at least two events, and for nothing else.
fn awaits(outline: &Outline<'_>, report: &mut Report<'_>, index: usize) {
    let flows = outline.outgoing(index);
    if flows.len() < 2 {
        report.add("event-based-gateway", index);
    }
    for &flow in flows {
        if outline.get(flow).is_some_and(|flow| flow.conditional) {
            report.add("event-based-gateway", flow);
        }
    }
}

fn container(outline: &Outline<'_>, report: &mut Report<'_>, index: usize, element: &Element) {
    let of = |tag: Tag| outline.children(index).filter(move |(_, child)| child.tag == tag);
    if element.tag == Tag::AdHocSubProcess {
        for (child, _) in of(Tag::StartEvent).chain(of(Tag::EndEvent)) {
            report.add("ad-hoc-sub-process", child);
        }
    } else {
        if of(Tag::StartEvent).next().is_none() {
            report.add("start-event-required", index);
        }
        if of(Tag::EndEvent).next().is_none() {
            report.add("end-event-required", index);
        }
    }
    let blank = of(Tag::StartEvent).filter(|(_, start)| start.events.is_empty());
    if blank.count() > 1 {
        report.add("single-blank-start-event", index);
    }
    if is_sub_process(element.tag) {
        for (start, event) in of(Tag::StartEvent) {
            match (element.triggered_by_event, event.events.is_empty()) {
                (true, true) => report.add("event-sub-process-typed-start-event", start),
                (false, false) => report.add("sub-process-blank-start-event", start),
                _ => {}
            }
        }
    }
    links(outline, report, index);
    termination(outline, report, index);
}

/// Link events come in pairs: one or more throw to exactly one that catches.
fn links(outline: &Outline<'_>, report: &mut Report<'_>, index: usize) {
    let mut names: BTreeMap<&str, Vec<(usize, Tag)>> = BTreeMap::new();
    for (child, event) in outline.children(index) {
        if !is_event(event.tag) || !event.events.contains(&EventDefinition::Link) {
            continue;
        }
        match event.link.as_deref().filter(|name| !name.is_empty()) {
            Some(name) => names.entry(name).or_default().push((child, event.tag)),
            None => report.add("link-event", child),
        }
    }
    for events in names.into_values() {
        let catching: Vec<usize> = events
            .iter()
            .filter(|(_, tag)| matches!(tag, Tag::CatchEvent | Tag::StartEvent | Tag::BoundaryEvent))
            .map(|(event, _)| *event)
            .collect();
        let odd: Vec<usize> = match (events.as_slice(), catching.len()) {
            ([(only, _)], _) => vec![*only],
            (all, 0) => all.iter().map(|(event, _)| *event).collect(),
            (_, 1) => Vec::new(),
            _ => catching,
        };
        for event in odd {
            report.add("link-event", event);
        }
    }
}

/// A terminate end where nothing else could be running.
fn termination(outline: &Outline<'_>, report: &mut Report<'_>, index: usize) {
    let terminates = |element: &Element| {
        element.tag == Tag::EndEvent && element.events.contains(&EventDefinition::Terminate)
    };
    let ends: Vec<(usize, &Element)> = outline
        .children(index)
        .filter(|(child, element)| {
            (super::outline::is_activity(element.tag)
                || is_event(element.tag)
                || super::outline::is_gateway(element.tag))
                && outline.outgoing(*child).is_empty()
        })
        .collect();
    let terminating: Vec<usize> = ends
        .iter()
        .filter(|(_, end)| terminates(end))
        .map(|(end, _)| *end)
        .collect();
    let [only] = terminating.as_slice() else { return };
    let interrupting = |index: usize, element: &Element| {
        is_sub_process(element.tag)
            && element.triggered_by_event
            && outline
                .children(index)
                .any(|(_, start)| start.tag == Tag::StartEvent && start.interrupting)
    };
    if ends
        .iter()
        .all(|(index, end)| terminates(end) || interrupting(*index, end))
    {
        report.add("superfluous-termination", *only);
    }
}
