//! Rules about sequence flows: what comes in, what goes out, under which condition.

use super::Report;
use super::outline::{Outline, is_activity, is_event, is_gateway, is_only, is_sub_process, is_task};
use crate::bpmn::diagram::{Element, EventDefinition, Tag};
use std::collections::{HashMap, HashSet};

pub(super) fn check(outline: &Outline<'_>, report: &mut Report<'_>) {
    for (index, element) in outline.elements() {
        if element.tag == Tag::SequenceFlow {
            label(outline, report, index, element);
        }
        let (activity, event) = (is_activity(element.tag), is_event(element.tag));
        let gateway = is_gateway(element.tag);
        if !(activity || event || gateway) {
            continue;
        }
        let (incoming, outgoing) = (outline.incoming(index).len(), outline.outgoing(index).len());
        conditions(outline, report, index, element);
        if (activity || event) && incoming > 1 {
            report.add("fake-join", index);
        }
        if gateway && incoming > 1 && outgoing > 1 {
            report.add("no-gateway-join-fork", index);
        }
        if gateway && incoming == 1 && outgoing == 1 {
            report.add("superfluous-gateway", index);
        }
        if activity || event {
            let plain = outline.outgoing(index).iter().filter(|&&flow| {
                outline
                    .get(flow)
                    .is_some_and(|flow| !flow.conditional && !outline.is_default(flow))
            });
            if plain.count() > 1 {
                report.add("no-implicit-split", index);
            }
        }
        if incoming == 0 && outgoing == 0 && is_disconnected(outline, element) {
            report.add("no-disconnected", index);
        }
        if outgoing == 0 && is_implicit_end(outline, index, element) {
            report.add("no-implicit-end", index);
        }
        if incoming == 0 && is_implicit_start(outline, element) {
            report.add("no-implicit-start", index);
        }
    }
    doubles(outline, report);
}

/// A word on a flow that decides nothing.
fn label(outline: &Outline<'_>, report: &mut Report<'_>, index: usize, flow: &Element) {
    let from = outline.find(flow.source.as_deref());
    let decides = from.is_some_and(|from| {
        let choice = outline
            .get(from)
            .is_some_and(|from| matches!(from.tag, Tag::ExclusiveGateway | Tag::InclusiveGateway));
        choice && outline.outgoing(from).len() > 1
    });
    if !flow.name.is_empty() && !flow.conditional && !decides && !outline.is_default(flow) {
        report.add("superfluous-label", index);
    }
}

/// Where one way out has a condition, each needs one, but for the default.
fn conditions(outline: &Outline<'_>, report: &mut Report<'_>, index: usize, element: &Element) {
    let flows = outline.outgoing(index);
    let conditional = |flow: usize| outline.get(flow).is_some_and(|flow| flow.conditional);
    let default = element
        .default_flow
        .as_deref()
        .is_some_and(|flow| outline.find(Some(flow)).is_some());
    if !default && !flows.iter().any(|&flow| conditional(flow)) {
        return;
    }
    for &flow in flows {
        let is_default = outline.get(flow).is_some_and(|flow| outline.is_default(flow));
        if !conditional(flow) && !is_default {
            report.add("conditional-flows", flow);
        }
    }
}

fn is_compensation(element: &Element) -> bool {
    let boundary = element.tag == Tag::BoundaryEvent && element.events == [EventDefinition::Compensation];
    boundary || element.for_compensation
}

fn is_disconnected(outline: &Outline<'_>, element: &Element) -> bool {
    let sort = is_task(element.tag)
        || is_gateway(element.tag)
        || is_sub_process(element.tag)
        || is_event(element.tag);
    sort && !element.triggered_by_event
        && !is_compensation(element)
        && outline.around(element) != Some(Tag::AdHocSubProcess)
}

fn is_implicit_end(outline: &Outline<'_>, index: usize, element: &Element) -> bool {
    let event_sub_process = is_sub_process(element.tag) && element.triggered_by_event;
    let link = element.tag == Tag::ThrowEvent && is_only(element, EventDefinition::Link);
    let compensated = element.tag == Tag::BoundaryEvent
        && is_only(element, EventDefinition::Compensation)
        && undoes(outline, index);
    !(event_sub_process
        || link
        || compensated
        || element.tag == Tag::EndEvent
        || element.for_compensation
        || outline.around(element) == Some(Tag::AdHocSubProcess))
}

/// An association leads from the event to what undoes the activity.
fn undoes(outline: &Outline<'_>, index: usize) -> bool {
    outline.elements().any(|(_, element)| {
        element.tag == Tag::Association && outline.find(element.source.as_deref()) == Some(index)
    })
}

fn is_implicit_start(outline: &Outline<'_>, element: &Element) -> bool {
    let event_sub_process = is_sub_process(element.tag) && element.triggered_by_event;
    let link = element.tag == Tag::CatchEvent && is_only(element, EventDefinition::Link);
    !(event_sub_process
        || link
        || matches!(element.tag, Tag::StartEvent | Tag::BoundaryEvent)
        || element.for_compensation
        || outline.around(element) == Some(Tag::AdHocSubProcess))
}

/// Flows from one place to another under one condition, drawn twice: the second one, and both places once.
fn doubles(outline: &Outline<'_>, report: &mut Report<'_>) {
    let mut known: HashMap<(&str, &str, &str), usize> = HashMap::new();
    let mut told: HashSet<(usize, bool)> = HashSet::new();
    for (index, flow) in outline.elements() {
        if flow.tag != Tag::SequenceFlow {
            continue;
        }
        let (Some(source), Some(target)) = (flow.source.as_deref(), flow.target.as_deref()) else {
            continue;
        };
        let condition = flow.condition.as_deref().unwrap_or_default();
        if known.insert((source, target, condition), index).is_none() {
            continue;
        }
        report.add("no-duplicate-sequence-flows", index);
        for (end, outgoing) in [(source, true), (target, false)] {
            if let Some(end) = outline.find(Some(end))
                && told.insert((end, outgoing))
            {
                report.add("no-duplicate-sequence-flows", end);
            }
        }
    }
}
