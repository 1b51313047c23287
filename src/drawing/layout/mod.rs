//! Automatic layout for diagrams without drawing: layers from left to right, lanes and pools kept, no
//! overlapping shapes, events on the border of their activity, right-angled flows.
//!
//! A grid of our own: every node has a cell, flows over several columns reserve cells, the rest runs
//! between columns and rows. Deterministic; the result is a `Plane` like those of files.

mod build;
mod cords;
mod form;
mod layers;
mod names;
mod pools;
mod rank;
mod route;
mod scope;
mod sheet;
mod taken;
mod tracks;

use crate::bpmn::Diagram;
use crate::bpmn::diagram::{Plane, Tag};
use crate::graph::FlowGraph;
use form::Index;

/// Whether there is anything to lay out.
pub(super) fn can(diagram: &Diagram, graph: &FlowGraph) -> bool {
    graph.flow.node_count() > 0
        || !graph.pools.is_empty()
        || diagram
            .elements
            .iter()
            .any(|element| element.tag == Tag::TextAnnotation)
}

/// A drawing of all processes and pools of a file.
pub fn layout(diagram: &Diagram, graph: &FlowGraph) -> Plane {
    let index = Index::new(diagram, graph);
    let block = pools::block(&index);
    let root = diagram
        .elements
        .iter()
        .find(|element| element.tag == Tag::Collaboration)
        .or_else(|| {
            diagram
                .elements
                .iter()
                .find(|element| element.tag == Tag::Process)
        });
    let reference = root.map(|element| element.id.clone()).unwrap_or_default();
    build::plane(&index, block, reference)
}

#[cfg(test)]
pub(super) mod tests;
