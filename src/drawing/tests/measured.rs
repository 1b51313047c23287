//! What a layout breaks, counted by kind, over the fixtures and (where it is at hand) the shared corpus.
//!
//! `LAYOUT_EVERY=1` takes every model of the corpus; `docs/layout.md` tells the figures.

use super::corpus::models;
use crate::bpmn::diagram::{Bounds, Diagram, Element, Plane, Shape, Tag};
use crate::bpmn::{Drawn, Limits, drawn, read};
use crate::drawing::layout::layout;
use crate::drawing::layout::tests::{crossing_pairs, crossings};
use crate::graph::{FlowGraph, build};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const EPS: f64 = 0.01;

/// Every so many of the corpus, so that the test stays short without optimisation.
const EVERY: usize = 12;

/// The kinds of which there is none.
const KEPT: [&str; 7] = [
    "no shape",
    "overlap",
    "out of its lane",
    "out of its pool",
    "off its border",
    "flow through shape",
    "flow slanted",
];

type Faults = BTreeMap<&'static str, Vec<String>>;

fn apart(a: &Bounds, b: &Bounds) -> bool {
    a.x + a.width <= b.x + EPS
        || b.x + b.width <= a.x + EPS
        || a.y + a.height <= b.y + EPS
        || b.y + b.height <= a.y + EPS
}

fn within(inner: &Bounds, outer: &Bounds) -> bool {
    inner.x >= outer.x - EPS
        && inner.y >= outer.y - EPS
        && inner.x + inner.width <= outer.x + outer.width + EPS
        && inner.y + inner.height <= outer.y + outer.height + EPS
}

/// The element and those around it.
fn around(diagram: &Diagram, element: usize) -> BTreeSet<usize> {
    std::iter::successors(Some(element), |at| diagram.elements[*at].parent)
        .take(diagram.elements.len())
        .collect()
}

fn hosts(diagram: &Diagram, event: &Shape, host: &Shape) -> bool {
    let event = &diagram.elements[event.element.unwrap()];
    event.tag == Tag::BoundaryEvent && event.reference.as_deref() == Some(host.reference.as_str())
}

fn faults(diagram: &Diagram, graph: &FlowGraph, plane: &Plane, name: &str, found: &mut Faults) {
    let mut fault = |kind, what: String| found.entry(kind).or_default().push(format!("{name}: {what}"));
    let solid: Vec<&Shape> = plane
        .shapes
        .iter()
        .filter(|shape| {
            let tag = diagram.elements[shape.element.unwrap()].tag;
            !matches!(tag, Tag::Participant | Tag::Lane)
        })
        .collect();
    let chains: Vec<BTreeSet<usize>> = solid
        .iter()
        .map(|shape| around(diagram, shape.element.unwrap()))
        .collect();
    for (i, a) in solid.iter().enumerate() {
        for (j, b) in solid.iter().enumerate().skip(i + 1) {
            let nested = chains[i].contains(&b.element.unwrap()) || chains[j].contains(&a.element.unwrap());
            let border = hosts(diagram, a, b) || hosts(diagram, b, a);
            if !nested && !border && !apart(&a.bounds, &b.bounds) {
                fault("overlap", format!("{} {}", a.reference, b.reference));
            }
        }
    }
    let places: BTreeMap<&str, &Bounds> = plane
        .shapes
        .iter()
        .map(|shape| (shape.reference.as_str(), &shape.bounds))
        .collect();
    for node in graph.flow.node_weights() {
        let Some(place) = places.get(node.id.as_str()) else {
            fault("no shape", node.id.clone());
            continue;
        };
        let lane = node.lane.filter(|_| node.parent.is_none() && node.host.is_none());
        let lane = lane.and_then(|lane| places.get(graph.lanes[lane].id.as_str()));
        if lane.is_some_and(|lane| !within(place, lane)) {
            fault("out of its lane", node.id.clone());
        }
        let pool = graph.pools.iter().find(|pool| pool.process == Some(node.process));
        let pool = pool.and_then(|pool| places.get(pool.id.as_str()));
        if pool.is_some_and(|pool| !within(place, pool)) {
            fault("out of its pool", node.id.clone());
        }
        let host = node
            .host
            .and_then(|host| places.get(graph.flow[host].id.as_str()));
        if host.is_some_and(|host| (place.y + place.height / 2.0 - host.y - host.height).abs() > EPS) {
            fault("off its border", node.id.clone());
        }
    }
    let root = |id: &Option<String>| {
        let is_end = |element: &Element| Some(element.id.as_str()) == id.as_deref();
        let index = diagram.elements.iter().position(is_end)?;
        let up = |at: &usize| diagram.elements[*at].parent;
        std::iter::successors(Some(index), up).last()
    };
    for edge in &plane.edges {
        let element = &diagram.elements[edge.element.unwrap()];
        let (through, slanted) = match element.tag {
            // From one pool to another it is no sequence flow (BPMN 2.0.2, 7.6.1); it takes the straight way.
            Tag::SequenceFlow if root(&element.source) != root(&element.target) => {
                ("flow between processes through shape", None)
            }
            Tag::SequenceFlow => ("flow through shape", Some("flow slanted")),
            Tag::MessageFlow => ("message through shape", Some("message slanted")),
            _ => ("association through shape", None),
        };
        let mut own = around(diagram, edge.element.unwrap());
        for (shape, chain) in solid.iter().zip(&chains) {
            let reference = Some(shape.reference.as_str());
            if element.source.as_deref() == reference || element.target.as_deref() == reference {
                own.extend(chain);
                let host = solid.iter().find(|host| hosts(diagram, shape, host));
                own.extend(host.and_then(|host| host.element));
            }
        }
        for pair in edge.points.windows(2) {
            let straight = (pair[0].0 - pair[1].0).abs() < EPS || (pair[0].1 - pair[1].1).abs() < EPS;
            if let (false, Some(slanted)) = (straight, slanted) {
                fault(slanted, edge.reference.clone());
            }
            for shape in solid
                .iter()
                .filter(|shape| !own.contains(&shape.element.unwrap()))
            {
                if crosses(pair[0], pair[1], &shape.bounds) {
                    fault(through, format!("{} {}", edge.reference, shape.reference));
                }
            }
        }
    }
}

/// The kinds of two edges.
fn pair(diagram: &Diagram, one: usize, other: usize) -> String {
    let kind = |element: usize| match diagram.elements[element].tag {
        Tag::SequenceFlow => "flow",
        Tag::MessageFlow => "message",
        _ => "other",
    };
    let mut kinds = [kind(one), kind(other)];
    kinds.sort_unstable();
    kinds.join(" ")
}

/// Whether a line runs through the inside of a rectangle (Liang and Barsky 1984).
fn crosses(a: (f64, f64), b: (f64, f64), r: &Bounds) -> bool {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for (p, q) in [
        (-dx, a.0 - r.x - EPS),
        (dx, r.x + r.width - EPS - a.0),
        (-dy, a.1 - r.y - EPS),
        (dy, r.y + r.height - EPS - a.1),
    ] {
        if p == 0.0 {
            if q <= 0.0 {
                return false;
            }
        } else if p < 0.0 {
            from = from.max(q / p);
        } else {
            to = to.min(q / p);
        }
    }
    from < to
}

#[test]
fn layouts_keep_what_they_have_to() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> = Vec::new();
    models(&root.join("fixtures"), &mut files);
    files.sort();
    let mut corpus = Vec::new();
    let shared = root.join("../shared/corpus");
    if shared.is_dir() {
        models(&shared, &mut corpus);
    }
    corpus.sort();
    let every = std::env::var("LAYOUT_EVERY")
        .ok()
        .and_then(|every| every.parse().ok());
    files.extend(corpus.into_iter().step_by(every.unwrap_or(EVERY).max(1)));
    let (mut count, mut crossed, mut theirs, mut found) = (0, 0, 0, Faults::new());
    let mut worst = Vec::new();
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for file in files {
        let Ok((mut diagram, _)) = read(&std::fs::read(&file).unwrap(), &Limits::default()) else {
            continue;
        };
        let graph = build(&diagram);
        if graph.flow.node_count() == 0 || drawn(&diagram) != Drawn::Whole {
            continue;
        }
        count += 1;
        let own = diagram.planes.iter().map(crossings).sum::<usize>();
        theirs += own;
        for plane in &diagram.planes {
            for (one, other) in crossing_pairs(plane) {
                kinds.entry(pair(&diagram, one, other)).or_default().1 += 1;
            }
        }
        diagram.planes.clear();
        let plane = layout(&diagram, &graph);
        crossed += crossings(&plane);
        for (one, other) in crossing_pairs(&plane) {
            kinds.entry(pair(&diagram, one, other)).or_default().0 += 1;
        }
        worst.push((crossings(&plane), own, file.display().to_string()));
        faults(&diagram, &graph, &plane, &file.display().to_string(), &mut found);
    }
    println!("{count} models, {crossed} crossings, {theirs} in their own drawings");
    println!("{kinds:#?}");
    worst.sort();
    worst.iter().rev().take(12).for_each(|one| println!("{one:?}"));
    for (kind, all) in &found {
        let models: BTreeSet<&str> = all.iter().filter_map(|one| one.split(": ").next()).collect();
        println!("{kind}: {} in {} models", all.len(), models.len());
        all.iter().take(6).for_each(|one| println!("    {one}"));
    }
    assert!(count > 0);
    for kind in KEPT {
        assert_eq!(found.get(kind).map_or(0, Vec::len), 0, "{kind}");
    }
}
