//! How much of a model its file draws.

use super::diagram::{Diagram, Element, Tag};

/// How much of a model its file draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    /// There is something to show, and no shape at all.
    Nothing,
    /// Something shown has no shape or edge, or a shape is without size, or an edge without way.
    Part,
    /// All that a diagram shows.
    Whole,
}

/// How much of the model the file draws.
pub fn drawn(diagram: &Diagram) -> Drawn {
    let mut open = undrawn(diagram).peekable();
    let mut planes = diagram.planes.iter();
    if open.peek().is_some() && planes.clone().all(|plane| plane.shapes.is_empty()) {
        return Drawn::Nothing;
    }
    let usable = planes.all(|plane| {
        let mut shapes = plane.shapes.iter();
        let mut edges = plane.edges.iter();
        shapes.all(|shape| shape.bounds.width > 0.0 && shape.bounds.height > 0.0)
            && edges.all(|edge| edge.points.len() > 1)
    });
    if usable && open.next().is_none() {
        Drawn::Whole
    } else {
        Drawn::Part
    }
}

/// What a diagram shows, but no shape or edge stands for, in document order.
pub fn undrawn(diagram: &Diagram) -> impl Iterator<Item = &Element> {
    let mut drawn = vec![false; diagram.elements.len()];
    for plane in &diagram.planes {
        let shapes = plane.shapes.iter().filter_map(|shape| shape.element);
        for element in shapes.chain(plane.edges.iter().filter_map(|edge| edge.element)) {
            if let Some(drawn) = drawn.get_mut(element) {
                *drawn = true;
            }
        }
    }
    let elements = diagram.elements.iter().enumerate();
    elements
        .filter(move |(index, element)| shown(element.tag) && drawn.get(*index) == Some(&false))
        .map(|(_, element)| element)
}

/// Kinds of elements that a diagram shows.
fn shown(tag: Tag) -> bool {
    tag.is_flow_node()
        || matches!(
            tag,
            Tag::SequenceFlow
                | Tag::MessageFlow
                | Tag::Association
                | Tag::Participant
                | Tag::Lane
                | Tag::DataObjectReference
                | Tag::DataStoreReference
                | Tag::TextAnnotation
                | Tag::Group
        )
}
