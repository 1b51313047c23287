//! Drawings as files state them may be absurd: far away, endless, without size. Here they become drawable.

use crate::bpmn::diagram::{Bounds, Diagram, DrawnEdge, Plane, Shape, Tag};

/// A drawing may reach this far from the origin (pixels), and further with the number of its shapes.
const REACH: f64 = 20_000.0;
const REACH_PER_SHAPE: f64 = 1_000.0;

/// The usual size of an element, in pixels.
pub(super) fn usual_size(tag: Option<Tag>) -> (f64, f64) {
    match tag {
        Some(Tag::StartEvent | Tag::EndEvent | Tag::CatchEvent | Tag::ThrowEvent | Tag::BoundaryEvent) => {
            (36.0, 36.0)
        }
        Some(
            Tag::ExclusiveGateway
            | Tag::ParallelGateway
            | Tag::InclusiveGateway
            | Tag::EventBasedGateway
            | Tag::ComplexGateway,
        ) => (50.0, 50.0),
        Some(Tag::DataObject | Tag::DataObjectReference | Tag::DataInput | Tag::DataOutput) => (36.0, 50.0),
        Some(Tag::DataStore | Tag::DataStoreReference) => (50.0, 50.0),
        Some(Tag::Participant) => (600.0, 60.0),
        Some(Tag::Lane) => (570.0, 60.0),
        _ => (100.0, 80.0),
    }
}

/// The plane with finite, sane positions and sizes. Shapes without a sane place stand in a row beneath.
pub(super) fn tidy(diagram: &Diagram, plane: &Plane) -> Plane {
    let reach = REACH + REACH_PER_SHAPE * plane.shapes.len() as f64;
    let sane = |value: f64| value.is_finite() && value.abs() <= reach;
    let placed = |b: &Bounds| sane(b.x) && sane(b.y) && sane(b.width) && sane(b.height);

    let good = || {
        plane
            .shapes
            .iter()
            .map(|shape| &shape.bounds)
            .filter(|b| placed(b))
    };
    let left = good().map(|b| b.x).fold(f64::INFINITY, f64::min);
    let bottom = good().map(|b| b.y + b.height).fold(f64::NEG_INFINITY, f64::max);
    let (mut x, y) = if left.is_finite() {
        (left, bottom + 60.0)
    } else {
        (0.0, 0.0)
    };

    let mut shapes = Vec::with_capacity(plane.shapes.len());
    for shape in &plane.shapes {
        let tag = shape
            .element
            .and_then(|index| diagram.elements.get(index))
            .map(|element| element.tag);
        let (width, height) = usual_size(tag);
        let mut bounds = shape.bounds;
        if !placed(&bounds) {
            bounds = Bounds { x, y, width, height };
            x += width + 40.0;
        }
        if bounds.width < 1.0 || bounds.height < 1.0 {
            bounds = Bounds {
                width,
                height,
                ..bounds
            };
        }
        shapes.push(Shape {
            bounds,
            label: shape.label.filter(&placed),
            ..shape.clone()
        });
    }
    let edges = plane
        .edges
        .iter()
        .map(|edge| DrawnEdge {
            points: edge
                .points
                .iter()
                .copied()
                .filter(|(x, y)| sane(*x) && sane(*y))
                .collect(),
            label: edge.label.filter(&placed),
            ..edge.clone()
        })
        .collect();
    Plane {
        shapes,
        edges,
        ..plane.clone()
    }
}
