//! Shapes that lie on each other or outside of what they belong to.

use super::model::Model;
use super::report::Report;
use crate::bpmn::diagram::{Bounds, Element, Tag};
use crate::domain::ids::{IdMap, IdSet};
use crate::domain::message::Message;
use std::collections::{BTreeMap, BTreeSet};

const RULE: &str = "modelling/no-overlapping-elements";

/// `no-overlapping-elements`: pools among each other, and the shapes of one scope among each other; shapes outside of
/// their pool or expanded sub-process. An event may lie on the activity it is attached to, a data store may lie outside.
pub fn check(model: &Model<'_>, report: &mut Report) {
    let mut places: IdMap<usize, (Bounds, bool)> = IdMap::default();
    for shape in model.diagram.planes.iter().flat_map(|plane| &plane.shapes) {
        if let Some(index) = shape.element {
            places.insert(index, (shape.bounds, shape.expanded == Some(true)));
        }
    }
    if places.is_empty() {
        return;
    }
    let pools: Vec<(usize, &Element)> = model
        .elements()
        .filter(|(_, element)| element.tag == Tag::Participant)
        .collect();
    let mut frames: IdMap<usize, Bounds> = IdMap::default();
    let mut groups: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for (index, pool) in pools {
        groups.entry(pool.parent).or_default().push(index);
        if let (Some(process), Some((bounds, _))) = (model.find(pool.reference.as_ref()), places.get(&index))
        {
            frames.insert(process, *bounds);
        }
    }
    for (index, scope) in model.scopes() {
        groups
            .entry(Some(index))
            .or_default()
            .extend(model.children(index).map(|(child, _)| child));
        if let Some((bounds, true)) = places.get(&index)
            && scope.tag.is_sub_process()
        {
            frames.insert(index, *bounds);
        }
    }
    let (mut lying, mut outside) = (IdSet::default(), IdSet::default());
    for (scope, members) in groups {
        let shapes: Vec<(usize, Bounds)> = members
            .into_iter()
            .filter(|member| {
                model
                    .element(*member)
                    .is_some_and(|element| compared(element.tag))
            })
            .filter_map(|member| Some((member, places.get(&member)?.0)))
            .collect();
        if let Some(frame) = scope.and_then(|scope| frames.get(&scope)) {
            outside.extend(
                shapes
                    .iter()
                    .filter(|(_, bounds)| !contains(frame, bounds))
                    .map(|(member, _)| *member),
            );
        }
        sweep(model, shapes, &mut lying);
    }
    for (index, element) in model.elements() {
        if lying.contains(&index) {
            report.add(RULE, element);
        }
        if outside.contains(&index) && element.tag != Tag::DataStoreReference {
            report.say(
                RULE,
                element,
                Message::new("modelling-no-overlapping-elements-outside"),
            );
        }
    }
}

fn compared(tag: Tag) -> bool {
    tag.is_flow_node()
        || matches!(
            tag,
            Tag::Participant | Tag::DataObjectReference | Tag::DataStoreReference
        )
}

/// The height of a shape as a power of two, so that a single tall shape does not make all others look tall.
fn class(bounds: &Bounds) -> i32 {
    bounds.height.max(1.0).log2().floor() as i32
}

/// From left to right. Of the shapes that reach over the current left edge only those are compared whose top is near
/// enough for their class of height; they are found by the rank of their top.
fn sweep(model: &Model<'_>, mut shapes: Vec<(usize, Bounds)>, lying: &mut IdSet<usize>) {
    shapes.sort_by(|(_, a), (_, b)| a.y.total_cmp(&b.y));
    let mut from_left: Vec<usize> = (0..shapes.len()).collect();
    let x = |rank: &usize| shapes.get(*rank).map_or(0.0, |(_, bounds)| bounds.x);
    from_left.sort_by(|a, b| x(a).total_cmp(&x(b)));
    let mut from_right: Vec<usize> = from_left.clone();
    let right = |rank: &usize| {
        shapes
            .get(*rank)
            .map_or(0.0, |(_, bounds)| bounds.x + bounds.width)
    };
    from_right.sort_by(|a, b| right(a).total_cmp(&right(b)));
    let mut passed = from_right.into_iter().peekable();
    let mut open: BTreeMap<i32, BTreeSet<usize>> = BTreeMap::new();
    for rank in from_left {
        let Some((index, bounds)) = shapes.get(rank) else {
            continue;
        };
        while let Some(gone) = passed.next_if(|other| right(other) < bounds.x) {
            let height = shapes.get(gone).map(|(_, bounds)| class(bounds));
            if let Some(shapes) = height.and_then(|height| open.get_mut(&height)) {
                shapes.remove(&gone);
            }
        }
        let last = shapes.partition_point(|(_, other)| other.y <= bounds.y + bounds.height);
        let mut covered = Vec::new();
        let near = open.iter().flat_map(|(height, ranks)| {
            let tallest = 2_f64.powi(height.saturating_add(1));
            let first = shapes.partition_point(|(_, other)| other.y < bounds.y - tallest);
            ranks.range(first.min(last)..last)
        });
        for other_rank in near {
            let Some((other, place)) = shapes.get(*other_rank) else {
                continue;
            };
            if place.y + place.height < bounds.y {
                continue;
            }
            if !attached(model, *index, *other) {
                lying.extend([*index, *other]);
                if covers(bounds, place) {
                    covered.push((class(place), *other_rank));
                }
            }
        }
        if covered.len() > PILE {
            // Whatever meets one of them meets this one too.
            for (height, other) in covered {
                if let Some(ranks) = open.get_mut(&height) {
                    ranks.remove(&other);
                }
            }
        }
        open.entry(class(bounds)).or_default().insert(rank);
    }
}

/// From here on, shapes under another one are no longer compared with the rest: a pile is a pile.
const PILE: usize = 32;

/// True if a shape that begins further right and meets `inner` also meets `outer`.
fn covers(outer: &Bounds, inner: &Bounds) -> bool {
    outer.y <= inner.y
        && outer.y + outer.height >= inner.y + inner.height
        && outer.x + outer.width >= inner.x + inner.width
}

fn attached(model: &Model<'_>, a: usize, b: usize) -> bool {
    let host = |event: usize| {
        let event = model
            .element(event)
            .filter(|event| event.tag == Tag::BoundaryEvent)?;
        model.find(event.reference.as_ref())
    };
    host(a) == Some(b) || host(b) == Some(a)
}

fn contains(frame: &Bounds, inner: &Bounds) -> bool {
    inner.x >= frame.x
        && inner.y >= frame.y
        && inner.x + inner.width <= frame.x + frame.width
        && inner.y + inner.height <= frame.y + frame.height
}
