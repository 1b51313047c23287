//! What a layout breaks, counted by kind, over the fixtures and (where it is at hand) the shared corpus.
//!
//! `LAYOUT_EVERY=1` takes every model of the corpus; `docs/layout.md` tells the figures.

use super::corpus::models;
use crate::bpmn::diagram::{Bounds, Diagram, Element, Plane, Shape, Tag};
use crate::bpmn::{Drawn, Limits, drawn, read};
use crate::drawing::layout::layout;
use crate::drawing::layout::tests::crossing_pairs;
use crate::graph::{FlowGraph, build};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const EPS: f64 = 0.01;

/// Every so many of the corpus, so that the test stays short without optimisation.
const EVERY: usize = 12;

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

/// Whether the middle of an event is on the border of its host, give or take half a line.
fn on_border(event: &Bounds, host: &Bounds) -> bool {
    let (x, y) = (event.x + event.width / 2.0, event.y + event.height / 2.0);
    let near = |value: f64, low: f64, size: f64| value >= low - 1.0 && value <= low + size + 1.0;
    let at =
        |value: f64, low: f64, size: f64| (value - low).abs() <= 1.0 || (value - low - size).abs() <= 1.0;
    near(x, host.x, host.width)
        && near(y, host.y, host.height)
        && (at(x, host.x, host.width) || at(y, host.y, host.height))
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
            let tag = shape.element.map(|element| diagram.elements[element].tag);
            !matches!(tag, None | Some(Tag::Participant | Tag::Lane | Tag::Group))
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
        if host.is_some_and(|host| !on_border(place, host)) {
            fault("off its border", node.id.clone());
        }
    }
    let root = |id: &Option<String>| {
        let is_end = |element: &Element| Some(element.id.as_str()) == id.as_deref();
        let index = diagram.elements.iter().position(is_end)?;
        let up = |at: &usize| diagram.elements[*at].parent;
        std::iter::successors(Some(index), up).last()
    };
    for edge in plane.edges.iter().filter(|edge| edge.element.is_some()) {
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

/// Models with a complete drawing: those of the fixtures and every so many of the corpus.
fn drawn_models() -> Vec<(PathBuf, Diagram, FlowGraph)> {
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
    let read = |file: PathBuf| {
        let (diagram, _) = read(&std::fs::read(&file).unwrap(), &Limits::default()).ok()?;
        let graph = build(&diagram);
        let usable = graph.flow.node_count() > 0 && drawn(&diagram) == Drawn::Whole;
        usable.then_some((file, diagram, graph))
    };
    files.into_iter().filter_map(read).collect()
}

/// What a set of drawings breaks and crosses.
#[derive(Default)]
struct Tally {
    crossed: BTreeMap<String, usize>,
    /// Places at which anything crosses; ways on top of each other cross others once.
    places: usize,
    found: Faults,
}

impl Tally {
    fn take(&mut self, diagram: &Diagram, graph: &FlowGraph, planes: &[Plane], name: &str) {
        for plane in planes {
            let all = crossing_pairs(plane);
            let places: BTreeSet<(i64, i64)> = all.iter().map(|(_, _, place)| *place).collect();
            self.places += places.len();
            for (one, other, _) in all {
                *self.crossed.entry(pair(diagram, one, other)).or_default() += 1;
            }
            faults(diagram, graph, plane, name, &mut self.found);
        }
    }

    fn tell(&self, whose: &str) {
        let crossed: usize = self.crossed.values().sum();
        println!(
            "{whose}: {crossed} crossings at {} places {:?}",
            self.places, self.crossed
        );
        for (kind, all) in &self.found {
            let models: BTreeSet<&str> = all.iter().filter_map(|one| one.split(": ").next()).collect();
            println!("  {kind}: {} in {} models", all.len(), models.len());
        }
    }
}

#[test]
fn layouts_keep_what_they_have_to() {
    let (mut ours, mut theirs) = (Tally::default(), Tally::default());
    // Drawings of another tool for the same models, where somebody made them (docs/layout.md).
    let other_folder = std::env::var("LAYOUT_OTHER").ok();
    let (mut same, mut other, mut others) = (Tally::default(), Tally::default(), 0);
    let models = drawn_models();
    for (file, diagram, graph) in &models {
        let name = file.display().to_string();
        theirs.take(diagram, graph, &diagram.planes, &name);
        let mut bare = diagram.clone();
        bare.planes.clear();
        let plane = [layout(&bare, graph)];
        ours.take(&bare, graph, &plane, &name);
        let drawn = other_folder.as_ref().and_then(|folder| {
            let number = name
                .split_once("corpus/")
                .map(|(_, rest)| rest.replace('/', "+"))?;
            read(
                &std::fs::read(Path::new(folder).join(number)).ok()?,
                &Limits::default(),
            )
            .ok()
        });
        if let Some((drawn, _)) = drawn {
            others += 1;
            same.take(&bare, graph, &plane, &name);
            other.take(&drawn, &build(&drawn), &drawn.planes, &name);
        }
    }
    println!("{} models", models.len());
    ours.tell("ours");
    theirs.tell("their own");
    if others > 0 {
        println!("{others} models of another tool");
        same.tell("ours");
        other.tell("the other tool");
    }
    assert!(!models.is_empty());
    for (kind, all) in &ours.found {
        assert!(
            all.is_empty(),
            "{kind}: {} {:?}",
            all.len(),
            &all[..all.len().min(6)]
        );
    }
}
