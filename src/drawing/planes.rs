//! Which planes are painted: those of the file, completed where they forget nodes, or our own layout.

use super::layout;
use crate::bpmn::Diagram;
use crate::bpmn::diagram::{Bounds, DrawnEdge, Element, Plane, Shape, Tag};
use crate::graph::FlowGraph;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The planes to paint.
pub(super) fn planes<'a>(diagram: &'a Diagram, graph: &FlowGraph) -> Cow<'a, [Plane]> {
    if is_drawn(diagram, graph) {
        complete(diagram, graph)
    } else {
        Cow::Owned(vec![layout::layout(diagram, graph)])
    }
}

/// How much of a model its file draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    /// No node, pool or lane has a shape.
    Nothing,
    /// Some have one, or sizes or ways are missing.
    Part,
    /// Every node has a shape with a size, every sequence flow and message flow a way.
    Whole,
}

/// How much of the model the file draws.
pub fn drawn(diagram: &Diagram, graph: &FlowGraph) -> Drawn {
    let shapes = diagram.planes.iter().flat_map(|plane| &plane.shapes);
    let sized: BTreeSet<usize> = shapes
        .filter(|shape| shape.bounds.width > 0.0 && shape.bounds.height > 0.0)
        .filter_map(|shape| shape.element)
        .collect();
    let edges = diagram.planes.iter().flat_map(|plane| &plane.edges);
    let ways: BTreeSet<usize> = edges
        .filter(|edge| edge.points.len() > 1)
        .filter_map(|edge| edge.element)
        .collect();
    if sized.is_empty() && layout::can(diagram, graph) {
        return Drawn::Nothing;
    }
    let nodes: BTreeSet<&str> = graph.flow.node_weights().map(|node| node.id.as_str()).collect();
    let whole = diagram
        .elements
        .iter()
        .enumerate()
        .all(|(index, element)| match element.tag {
            Tag::SequenceFlow | Tag::MessageFlow => ways.contains(&index),
            Tag::Participant | Tag::Lane => sized.contains(&index),
            _ => sized.contains(&index) || !nodes.contains(element.id.as_str()),
        });
    if whole { Drawn::Whole } else { Drawn::Part }
}

/// Whether the file draws its nodes. Where most are without shape, our own layout shows more.
fn is_drawn(diagram: &Diagram, graph: &FlowGraph) -> bool {
    let drawn: BTreeSet<usize> = diagram
        .planes
        .iter()
        .flat_map(|plane| plane.shapes.iter().filter_map(|shape| shape.element))
        .collect();
    let top: Vec<&str> = graph
        .flow
        .node_weights()
        .filter(|node| node.parent.is_none())
        .map(|node| node.id.as_str())
        .collect();
    if top.is_empty() {
        return diagram.planes.iter().any(|plane| !plane.shapes.is_empty()) || !layout::can(diagram, graph);
    }
    let ids: BTreeSet<&str> = drawn
        .iter()
        .filter_map(|index| diagram.elements.get(*index))
        .map(|element| element.id.as_str())
        .collect();
    let with = top.iter().filter(|id| ids.contains(*id)).count();
    with * 2 >= top.len()
}

/// The drawings of the file; nodes that they forget stand below the first one, with their flows.
fn complete<'a>(diagram: &'a Diagram, graph: &FlowGraph) -> Cow<'a, [Plane]> {
    let drawn: BTreeSet<usize> = diagram
        .planes
        .iter()
        .flat_map(|plane| plane.shapes.iter().filter_map(|shape| shape.element))
        .collect();
    let forgotten: BTreeSet<&str> = graph
        .flow
        .node_weights()
        .filter(|node| node.parent.is_none())
        .map(|node| node.id.as_str())
        .collect();
    let forgotten: Vec<(usize, &Element)> = diagram
        .elements
        .iter()
        .enumerate()
        .filter(|(index, element)| !drawn.contains(index) && forgotten.contains(element.id.as_str()))
        .collect();
    if forgotten.is_empty() {
        return Cow::Borrowed(&diagram.planes);
    }
    let mut planes = diagram.planes.clone();
    let ids: BTreeSet<&str> = forgotten.iter().map(|(_, element)| element.id.as_str()).collect();
    let with_way: BTreeSet<usize> = planes
        .iter()
        .flat_map(|plane| plane.edges.iter().filter_map(|edge| edge.element))
        .collect();
    if let Some(plane) = planes.first_mut() {
        // A place that is no number: tidying up finds one.
        let nowhere = Bounds {
            x: f64::NAN,
            y: f64::NAN,
            width: 0.0,
            height: 0.0,
        };
        plane
            .shapes
            .extend(forgotten.iter().map(|(index, element)| Shape {
                id: String::new(),
                element: Some(*index),
                reference: element.id.clone(),
                bounds: nowhere,
                label: None,
                expanded: Some(false),
                horizontal: None,
                marker_visible: Some(true),
                fill: None,
                stroke: None,
                band: None,
            }));
        let touches = |id: &Option<String>| id.as_deref().is_some_and(|id| ids.contains(id));
        plane.edges.extend(
            diagram
                .elements
                .iter()
                .enumerate()
                .filter(|(index, element)| {
                    element.tag == Tag::SequenceFlow
                        && !with_way.contains(index)
                        && (touches(&element.source) || touches(&element.target))
                })
                .map(|(index, element)| DrawnEdge {
                    id: String::new(),
                    element: Some(index),
                    reference: element.id.clone(),
                    points: Vec::new(),
                    label: None,
                    stroke: None,
                    message: None,
                }),
        );
    }
    Cow::Owned(planes)
}
