#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::layout;
use crate::bpmn::diagram::{Bounds, Diagram, Plane, Shape, Tag};
use crate::bpmn::{Limits, read};
use crate::graph::{FlowGraph, build};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn apart(a: &Bounds, b: &Bounds) -> bool {
    let gap = 0.01;
    a.x + a.width <= b.x + gap
        || b.x + b.width <= a.x + gap
        || a.y + a.height <= b.y + gap
        || b.y + b.height <= a.y + gap
}

fn within(inner: &Bounds, outer: &Bounds) -> bool {
    inner.x >= outer.x
        && inner.y >= outer.y
        && inner.x + inner.width <= outer.x + outer.width
        && inner.y + inner.height <= outer.y + outer.height
}

/// What every layout has to keep: no overlaps, lanes hold their members, events sit on their border.
pub(in crate::drawing) fn check(diagram: &Diagram, plane: &Plane, graph: &FlowGraph, name: &str) {
    let tag = |shape: &Shape| diagram.elements[shape.element.unwrap()].tag;
    let solid: Vec<&Shape> = plane
        .shapes
        .iter()
        .filter(|shape| {
            shape.expanded != Some(true)
                && !matches!(tag(shape), Tag::Participant | Tag::Lane | Tag::BoundaryEvent)
        })
        .collect();
    for (index, a) in solid.iter().enumerate() {
        for b in &solid[index + 1..] {
            assert!(
                apart(&a.bounds, &b.bounds),
                "{name}: {} over {}",
                a.reference,
                b.reference
            );
        }
    }
    let places: BTreeMap<&str, &Bounds> = plane
        .shapes
        .iter()
        .map(|shape| (shape.reference.as_str(), &shape.bounds))
        .collect();
    for node in graph.flow.node_weights() {
        let Some(place) = places.get(node.id.as_str()) else {
            panic!("{name}: {} has no place", node.id);
        };
        assert!(
            [place.x, place.y, place.width, place.height]
                .iter()
                .all(|value| value.is_finite())
        );
        if let Some(lane) = node
            .lane
            .filter(|_| node.parent.is_none())
            .and_then(|lane| graph.lanes.get(lane))
        {
            assert!(
                node.host.is_some() || within(place, places[lane.id.as_str()]),
                "{name}: {} leaves its lane",
                node.id
            );
        }
        if let Some(host) = node.host.and_then(|host| graph.flow.node_weight(host)) {
            let host = places[host.id.as_str()];
            let middle = (place.x + 18.0, place.y + 18.0);
            assert!(
                (middle.1 - host.y - host.height).abs() < 0.01,
                "{name}: {} off its border",
                node.id
            );
            assert!(
                middle.0 > host.x && middle.0 < host.x + host.width,
                "{name}: {}",
                node.id
            );
        }
    }
}

/// Sequence flows are right-angled and cross no foreign node.
fn check_flows(diagram: &Diagram, plane: &Plane) {
    let odd = odd_flows(diagram, plane);
    assert!(odd.is_empty(), "{odd:?}");
}

/// Sequence flows that are slanted or run through a foreign node; who contains an end of a flow is not foreign.
pub(in crate::drawing) fn odd_flows(diagram: &Diagram, plane: &Plane) -> Vec<String> {
    let mut odd = Vec::new();
    let around = |mut index: usize| {
        let mut chain = vec![index];
        while let Some(parent) = diagram.elements[index].parent {
            chain.push(parent);
            index = parent;
        }
        chain
    };
    let index_of = |id: Option<&str>| {
        diagram
            .elements
            .iter()
            .position(|element| Some(element.id.as_str()) == id)
    };
    for edge in &plane.edges {
        let flow = &diagram.elements[edge.element.unwrap()];
        let root = |id: Option<&str>| index_of(id).map(|end| around(end).last().copied());
        // A sequence flow from one pool to another is none (BPMN 2.0, 7.6.1); it takes the straight way.
        if flow.tag != Tag::SequenceFlow || root(flow.source.as_deref()) != root(flow.target.as_deref()) {
            continue;
        }
        let element = &diagram.elements[edge.element.unwrap()];
        for pair in edge.points.windows(2) {
            let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
            if (ax - bx).abs() >= 0.01 && (ay - by).abs() >= 0.01 {
                odd.push(format!("{} is slanted: {:?}", edge.reference, edge.points));
            }
            let line = Bounds {
                x: ax.min(bx),
                y: ay.min(by),
                width: (ax - bx).abs(),
                height: (ay - by).abs(),
            };
            for shape in &plane.shapes {
                let own = [&element.source, &element.target].iter().any(|end| {
                    let end = index_of(end.as_deref());
                    end.is_some_and(|end| around(end).contains(&shape.element.unwrap()))
                });
                let other = &diagram.elements[shape.element.unwrap()];
                let host = diagram.elements.iter().any(|event| {
                    Some(event.id.as_str()) == element.source.as_deref()
                        && event.reference.as_deref() == Some(shape.reference.as_str())
                });
                if own || host || matches!(other.tag, Tag::Lane | Tag::Participant | Tag::BoundaryEvent) {
                    continue;
                }
                if !apart(&line, &shape.bounds) {
                    odd.push(format!("{} crosses {}", edge.reference, shape.reference));
                }
            }
        }
    }
    odd
}

/// Crossings of drawn edges with each other.
pub(in crate::drawing) fn crossings(plane: &Plane) -> usize {
    crossing_pairs(plane).len()
}

/// The elements of two edges with the place (in pixels), once for each crossing.
pub(in crate::drawing) fn crossing_pairs(plane: &Plane) -> Vec<(usize, usize, (i64, i64))> {
    let mut lines = Vec::new();
    for (number, edge) in plane.edges.iter().enumerate() {
        let element = edge.element.unwrap_or_default();
        lines.extend(
            edge.points
                .windows(2)
                .map(|pair| (number, element, pair[0], pair[1])),
        );
    }
    let mut pairs = Vec::new();
    for (index, (one, element, a, b)) in lines.iter().enumerate() {
        for (other, another, c, d) in &lines[index + 1..] {
            let side = |p: &(f64, f64), q: &(f64, f64), r: &(f64, f64)| {
                (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0)
            };
            let apart = side(a, b, c) * side(a, b, d) < -1e-6 && side(c, d, a) * side(c, d, b) < -1e-6;
            if one != other && apart {
                let share = side(c, d, a) / (side(c, d, a) - side(c, d, b));
                let place = (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share);
                pairs.push((
                    *element,
                    *another,
                    (place.0.round() as i64, place.1.round() as i64),
                ));
            }
        }
    }
    pairs
}

fn model(nodes: usize, lanes: usize, flows: &[(usize, usize)], events: &[usize]) -> String {
    let mut xml = String::from(
        r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><laneSet>"#,
    );
    for lane in 0..lanes {
        xml.push_str(&format!(r#"<lane id="l{lane}" name="Bahn {lane}">"#));
        for node in (0..nodes).filter(|node| node % lanes == lane) {
            xml.push_str(&format!("<flowNodeRef>n{node}</flowNodeRef>"));
        }
        xml.push_str("</lane>");
    }
    xml.push_str("</laneSet>");
    for node in 0..nodes {
        let tag = ["task", "exclusiveGateway", "intermediateCatchEvent"][node % 5 % 3];
        xml.push_str(&format!(
            r#"<{tag} id="n{node}" name="Schritt mit Namen {node}"/>"#
        ));
    }
    for (number, host) in events.iter().enumerate() {
        let host = host % nodes;
        if (host % 5).is_multiple_of(3) {
            xml.push_str(&format!(
                r#"<boundaryEvent id="b{number}" attachedToRef="n{host}"/>"#
            ));
            xml.push_str(&format!(
                r#"<sequenceFlow id="bf{number}" sourceRef="b{number}" targetRef="n{}"/>"#,
                (host + 1) % nodes
            ));
        }
    }
    for (number, (from, to)) in flows.iter().enumerate() {
        xml.push_str(&format!(
            r#"<sequenceFlow id="f{number}" name="Weg {number}" sourceRef="n{}" targetRef="n{}"/>"#,
            from % nodes,
            to % nodes
        ));
    }
    xml.push_str("</process></definitions>");
    xml
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_flow_graph_is_laid_out_cleanly(
        nodes in 1..16_usize,
        lanes in 1..4_usize,
        flows in prop::collection::vec((0..16_usize, 0..16_usize), 0..24),
        events in prop::collection::vec(0..16_usize, 0..3),
    ) {
        let (diagram, _) = read(model(nodes, lanes, &flows, &events).as_bytes(), &Limits::default()).unwrap();
        let graph = build(&diagram);
        let plane = layout(&diagram, &graph);
        check(&diagram, &plane, &graph, "made up");
        check_flows(&diagram, &plane);
        prop_assert_eq!(layout(&diagram, &graph), plane);
    }
}
