//! Data objects and stores, who reads and writes them, and the notes at the nodes.

use super::{Builder, at, set};
use crate::bpmn::Diagram;
use crate::bpmn::diagram::{Element, Tag};
use crate::graph::{Data, DataKind, NodeIndex};
use std::collections::HashSet;

/// Adds data, reads, writes and comments.
pub fn add(builder: &mut Builder<'_>, diagram: &Diagram) {
    let data_of = data(builder, diagram);
    connect(builder, &data_of);
    for node in builder.graph.flow.node_weights_mut() {
        for list in [&mut node.reads, &mut node.writes] {
            list.sort_unstable();
            list.dedup();
        }
    }
}

/// References count; an object or store of its own only where a drawing or an association uses it directly.
fn data(builder: &mut Builder<'_>, diagram: &Diagram) -> Vec<Option<usize>> {
    let used = used_directly(builder, diagram);
    let mut data_of = vec![None; builder.elements.len()];
    for (index, element) in builder.elements.iter().enumerate() {
        let kind = match element.tag {
            Tag::DataObjectReference => DataKind::Object,
            Tag::DataStoreReference => DataKind::Store,
            Tag::DataInput => DataKind::Input,
            Tag::DataOutput => DataKind::Output,
            Tag::DataObject if used.contains(&index) => DataKind::Object,
            Tag::DataStore if used.contains(&index) => DataKind::Store,
            _ => continue,
        };
        let object = builder
            .element(element.reference.as_ref())
            .and_then(|object| builder.elements.get(object))
            .filter(|object| matches!(object.tag, Tag::DataObject | Tag::DataStore));
        let name = match object {
            Some(object) if element.name.is_empty() => object.name.clone(),
            _ => element.name.clone(),
        };
        let state = match object {
            Some(object) if element.details.data_state.is_empty() => object.details.data_state.clone(),
            _ => element.details.data_state.clone(),
        };
        let mut annotations = (*element.annotations).clone();
        if annotations.system.is_none() {
            annotations.system = object.and_then(|object| object.annotations.system.clone());
        }
        // A reference to nothing we know still says which references belong together.
        let stated = object
            .map(|object| object.id.clone())
            .or_else(|| element.reference.clone());
        let number = builder.graph.data.len();
        builder.graph.data.push(Data {
            id: element.id.clone(),
            object: stated.unwrap_or_else(|| element.id.clone()),
            name,
            state,
            kind,
            process: at(&builder.process_of, index),
            annotations,
        });
        set(&mut data_of, index, Some(number));
    }
    data_of
}

/// Objects and stores that a drawing or an association uses without a reference between.
fn used_directly(builder: &Builder<'_>, diagram: &Diagram) -> HashSet<usize> {
    let shapes = diagram.planes.iter().flat_map(|plane| &plane.shapes);
    let drawn = shapes.filter_map(|shape| shape.element);
    let associations = builder.elements.iter().filter(|element| is_association(element));
    let ends = associations.flat_map(|element| [element.source.as_ref(), element.target.as_ref()]);
    let of_data = |index: &usize| {
        let element = builder.elements.get(*index);
        element.is_some_and(|element| matches!(element.tag, Tag::DataObject | Tag::DataStore))
    };
    drawn
        .chain(ends.filter_map(|id| builder.element(id)))
        .filter(of_data)
        .collect()
}

fn is_association(element: &Element) -> bool {
    matches!(
        element.tag,
        Tag::Association | Tag::DataInputAssociation | Tag::DataOutputAssociation
    )
}

fn connect(builder: &mut Builder<'_>, data_of: &[Option<usize>]) {
    let associations = builder.elements.iter().filter(|element| is_association(element));
    for element in associations {
        let source = builder.element(element.source.as_ref());
        let target = builder.element(element.target.as_ref());
        let around = element.parent.and_then(|parent| at(&builder.node_of, parent));
        let data = |end: Option<usize>| end.and_then(|end| at(data_of, end));
        match element.tag {
            Tag::DataInputAssociation => link(builder, around, data(source), true),
            Tag::DataOutputAssociation => link(builder, around, data(target), false),
            Tag::Association => {
                let (Some(source), Some(target)) = (source, target) else {
                    continue;
                };
                plain(builder, data_of, source, target);
            }
            _ => {}
        }
    }
}

/// A plain association: data → activity is read, activity → data is written; data at a sequence flow go from
/// its one end to the other; a note belongs to the node at its other end.
fn plain(builder: &mut Builder<'_>, data_of: &[Option<usize>], source: usize, target: usize) {
    let nodes = (at(&builder.node_of, source), at(&builder.node_of, target));
    match (at(data_of, source), at(data_of, target)) {
        (Some(data), None) if nodes.1.is_some() => link(builder, nodes.1, Some(data), true),
        (None, Some(data)) if nodes.0.is_some() => link(builder, nodes.0, Some(data), false),
        (Some(data), None) => at_flow(builder, target, data),
        (None, Some(data)) => at_flow(builder, source, data),
        (None, None) => {
            comment(builder, source, nodes.1);
            comment(builder, target, nodes.0);
        }
        (Some(_), Some(_)) => {}
    }
}

fn at_flow(builder: &mut Builder<'_>, flow: usize, data: usize) {
    let Some(flow) = builder
        .elements
        .get(flow)
        .filter(|flow| flow.tag == Tag::SequenceFlow)
    else {
        return;
    };
    let (from, to) = (
        builder.node(flow.source.as_ref()),
        builder.node(flow.target.as_ref()),
    );
    link(builder, from, Some(data), false);
    link(builder, to, Some(data), true);
}

fn comment(builder: &mut Builder<'_>, note: usize, node: Option<NodeIndex>) {
    let Some(note) = builder
        .elements
        .get(note)
        .filter(|note| note.tag == Tag::TextAnnotation)
    else {
        return;
    };
    if let Some(node) = node.and_then(|node| builder.graph.flow.node_weight_mut(node))
        && !note.name.is_empty()
    {
        node.comments.push(note.name.clone());
    }
}

fn link(builder: &mut Builder<'_>, node: Option<NodeIndex>, data: Option<usize>, reads: bool) {
    let node = node.and_then(|node| builder.graph.flow.node_weight_mut(node));
    if let (Some(node), Some(data)) = (node, data) {
        if reads { &mut node.reads } else { &mut node.writes }.push(data);
    }
}
