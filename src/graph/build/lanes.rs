//! Lanes, and which node lies in which.

use super::{Builder, at, set};
use crate::bpmn::Diagram;
use crate::bpmn::diagram::{Bounds, Tag};
use crate::graph::{Lane, NodeIndex};
use std::collections::HashMap;

/// So many comparisons of a node with a lane are made at most where lanes do not list their nodes.
const COMPARISONS: usize = 10_000_000;

/// Adds the lanes and puts the nodes into them: by `flowNodeRef`, the innermost lane wins; where that says
/// nothing, by the drawing; nodes of a sub-process and boundary events follow what they belong to.
pub fn add(builder: &mut Builder<'_>, diagram: &Diagram) {
    let mut lane_of: Vec<Option<usize>> = vec![None; builder.elements.len()];
    let mut depths: Vec<usize> = Vec::new();
    for (index, element) in builder.elements.iter().enumerate() {
        if element.tag != Tag::Lane {
            continue;
        }
        let parent = element.parent.and_then(|parent| at(&lane_of, parent));
        let process = match at(&builder.process_of, index) {
            Some(process) => process,
            None => builder.nameless_process(),
        };
        let lane = builder.graph.lanes.len();
        builder.graph.lanes.push(Lane {
            id: element.id.clone(),
            name: element.name.clone(),
            parent,
            process,
            annotations: (*element.annotations).clone(),
        });
        let depth = parent
            .and_then(|parent| depths.get(parent))
            .map_or(0, |depth| depth + 1);
        depths.push(depth);
        set(&mut lane_of, index, Some(lane));
        for member in &element.details.members {
            let Some(node) = builder.node(Some(member)) else {
                continue;
            };
            let Some(node) = builder.graph.flow.node_weight_mut(node) else {
                continue;
            };
            let deeper = node
                .lane
                .is_none_or(|known| depths.get(known).is_some_and(|known| *known < depth));
            if deeper {
                node.lane = Some(lane);
            }
        }
    }
    if !builder.graph.lanes.is_empty() {
        by_drawing(builder, diagram, &lane_of);
        inherit(builder);
    }
}

/// Nodes in no lane whose middle is drawn inside one of their process: the last such lane in document order,
/// which is the innermost.
fn by_drawing(builder: &mut Builder<'_>, diagram: &Diagram, lane_of: &[Option<usize>]) {
    let homeless: Vec<(usize, NodeIndex)> = builder
        .node_of
        .iter()
        .enumerate()
        .filter_map(|(index, node)| Some((index, (*node)?)))
        .filter(|(_, node)| {
            let node = builder.graph.flow.node_weight(*node);
            node.is_some_and(|node| node.lane.is_none() && node.parent.is_none())
        })
        .collect();
    if homeless.is_empty() || homeless.len().saturating_mul(builder.graph.lanes.len()) > COMPARISONS {
        return;
    }
    let shapes = diagram.planes.iter().flat_map(|plane| &plane.shapes);
    let mut bounds: HashMap<usize, Bounds> = HashMap::new();
    for shape in shapes {
        if let Some(element) = shape.element {
            bounds.entry(element).or_insert(shape.bounds);
        }
    }
    let lanes: Vec<(usize, Bounds)> = lane_of
        .iter()
        .enumerate()
        .filter_map(|(index, lane)| Some(((*lane)?, *bounds.get(&index)?)))
        .collect();
    for (index, node) in homeless {
        let Some(place) = bounds.get(&index) else { continue };
        let (x, y) = (place.x + place.width / 2.0, place.y + place.height / 2.0);
        let process = builder.graph.flow.node_weight(node).map(|node| node.process);
        let lane = lanes
            .iter()
            .rev()
            .filter(|(lane, _)| builder.graph.lanes.get(*lane).map(|lane| lane.process) == process)
            .find(|(_, area)| {
                (area.x..=area.x + area.width).contains(&x) && (area.y..=area.y + area.height).contains(&y)
            });
        if let (Some((lane, _)), Some(node)) = (lane, builder.graph.flow.node_weight_mut(node)) {
            node.lane = Some(*lane);
        }
    }
}

/// Boundary events follow their host, nodes of a sub-process the sub-process (outer before inner in the document).
fn inherit(builder: &mut Builder<'_>) {
    for node in builder.graph.flow.node_indices() {
        let Some(weight) = builder.graph.flow.node_weight(node) else {
            continue;
        };
        if weight.lane.is_some() {
            continue;
        }
        let origin = weight.parent.or(weight.host);
        let lane = origin
            .and_then(|origin| builder.graph.flow.node_weight(origin))
            .and_then(|node| node.lane);
        if let Some(weight) = builder.graph.flow.node_weight_mut(node) {
            weight.lane = lane;
        }
    }
}
