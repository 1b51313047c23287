//! Is everything drawn?

use super::model::Model;
use super::report::Report;
use crate::bpmn::diagram::Tag;
use std::collections::HashSet;

/// `no-bpmndi`: what a diagram shows, but no shape or edge stands for.
pub fn check(model: &Model<'_>, report: &mut Report) {
    let drawn: HashSet<usize> = model
        .diagram
        .planes
        .iter()
        .flat_map(|plane| {
            let shapes = plane.shapes.iter().filter_map(|shape| shape.element);
            shapes.chain(plane.edges.iter().filter_map(|edge| edge.element))
        })
        .collect();
    for (index, element) in model.elements() {
        if shown(element.tag) && !drawn.contains(&index) {
            report.add("modelling/no-bpmndi", element);
        }
    }
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
