//! Rules about the drawing: everything is drawn, nothing lies on something else.

use super::Report;
use super::outline::{Outline, is_activity, is_event, is_gateway, is_sub_process};
use crate::bpmn::diagram::{Bounds, Element, Tag};
use std::collections::{HashMap, HashSet};

pub(super) fn check(outline: &Outline<'_>, report: &mut Report<'_>) {
    missing(outline, report);
    overlaps(outline, report);
}

/// What has a symbol has a place in the drawing.
fn missing(outline: &Outline<'_>, report: &mut Report<'_>) {
    let mut drawn: HashSet<&str> = HashSet::new();
    for plane in &outline.diagram.planes {
        drawn.extend(plane.shapes.iter().map(|shape| shape.reference.as_str()));
        drawn.extend(plane.edges.iter().map(|edge| edge.reference.as_str()));
    }
    for (index, element) in outline.elements() {
        let has_symbol = is_activity(element.tag)
            || is_event(element.tag)
            || is_gateway(element.tag)
            || matches!(
                element.tag,
                Tag::SequenceFlow
                    | Tag::MessageFlow
                    | Tag::Association
                    | Tag::DataObjectReference
                    | Tag::DataStoreReference
                    | Tag::TextAnnotation
                    | Tag::Group
                    | Tag::Participant
                    | Tag::Lane
            );
        if has_symbol && !drawn.contains(element.id.as_str()) {
            report.add("no-bpmndi", index);
        }
    }
}

/// Shapes of one process or pool that cover each other, or that stick out of what they belong to.
fn overlaps(outline: &Outline<'_>, report: &mut Report<'_>) {
    let mut places: HashMap<usize, (Bounds, bool)> = HashMap::new();
    for shape in outline.diagram.planes.iter().flat_map(|plane| &plane.shapes) {
        if let Some(element) = shape.element {
            places.insert(element, (shape.bounds, shape.expanded == Some(true)));
        }
    }
    let mut odd: HashSet<usize> = HashSet::new();
    let mut pools: HashMap<&str, Bounds> = HashMap::new();
    let mut groups: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    for (index, element) in outline.elements() {
        if element.tag == Tag::Participant {
            if let (Some(process), Some((bounds, _))) = (element.reference.as_deref(), places.get(&index)) {
                pools.insert(process, *bounds);
            }
            groups.entry(element.parent).or_default().push(index);
        } else if is_drawn_inside(element) {
            groups.entry(element.parent).or_default().push(index);
        }
    }
    let mut groups: Vec<(Option<usize>, Vec<usize>)> = groups.into_iter().collect();
    groups.sort_unstable();
    for (around, members) in groups {
        collide(outline, &members, &places, &mut odd);
        let frame = around.and_then(|around| {
            let element = outline.get(around)?;
            match element.tag {
                Tag::Process => pools.get(element.id.as_str()).copied(),
                tag if is_sub_process(tag) => {
                    let (bounds, expanded) = places.get(&around)?;
                    expanded.then_some(*bounds)
                }
                _ => None,
            }
        });
        let Some(frame) = frame else { continue };
        for member in members {
            let store = outline
                .get(member)
                .is_some_and(|member| member.tag == Tag::DataStoreReference);
            if let Some((bounds, _)) = places.get(&member).filter(|_| !store)
                && !contains(&frame, bounds)
            {
                odd.insert(member);
            }
        }
    }
    let mut odd: Vec<usize> = odd.into_iter().collect();
    odd.sort_unstable();
    for index in odd {
        report.add("no-overlapping-elements", index);
    }
}

fn is_drawn_inside(element: &Element) -> bool {
    is_activity(element.tag)
        || is_event(element.tag)
        || is_gateway(element.tag)
        || matches!(element.tag, Tag::DataObjectReference | Tag::DataStoreReference)
}

/// Pairs that touch, by a sweep from left to right.
fn collide(
    outline: &Outline<'_>,
    members: &[usize],
    places: &HashMap<usize, (Bounds, bool)>,
    odd: &mut HashSet<usize>,
) {
    let mut shapes: Vec<(usize, Bounds)> = members
        .iter()
        .filter_map(|member| Some((*member, places.get(member)?.0)))
        .collect();
    shapes.sort_by(|a, b| a.1.x.total_cmp(&b.1.x).then(a.0.cmp(&b.0)));
    let mut open: Vec<(usize, Bounds)> = Vec::new();
    for (index, bounds) in shapes {
        open.retain(|(_, other)| other.x + other.width >= bounds.x);
        for (other, place) in &open {
            let apart = place.y > bounds.y + bounds.height || bounds.y > place.y + place.height;
            if !apart && !sits_on(outline, index, *other) && !sits_on(outline, *other, index) {
                odd.insert(index);
                odd.insert(*other);
            }
        }
        open.push((index, bounds));
    }
}

/// An event on the border of an activity.
fn sits_on(outline: &Outline<'_>, event: usize, host: usize) -> bool {
    let event = outline.get(event).filter(|event| event.tag == Tag::BoundaryEvent);
    event.is_some_and(|event| outline.find(event.reference.as_deref()) == Some(host))
}

fn contains(frame: &Bounds, inner: &Bounds) -> bool {
    inner.x >= frame.x
        && inner.y >= frame.y
        && inner.x + inner.width <= frame.x + frame.width
        && inner.y + inner.height <= frame.y + frame.height
}
