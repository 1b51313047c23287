//! The picture of a diagram: every plane, every shape, every edge, then labels and marks.

use super::canvas::Extent;
use super::colour::{INK, PAPER};
use super::known::Known;
use super::lettering::bold_width;
use super::painter::paint;
use super::planes::planes;
use super::svg::{Svg, number};
use super::tidy::tidy;
use super::{Mark, mark};
use crate::bpmn::Diagram;
use crate::bpmn::diagram::{Bounds, Plane, Tag};
use crate::domain::message::Message;
use crate::graph::{FlowGraph, NodeKind};
use crate::text::Lang;
use std::collections::BTreeSet;

const PADDING: f64 = 20.0;
const BETWEEN_PLANES: f64 = 40.0;

/// The picture as SVG. A diagram without drawing is laid out first.
pub fn picture(diagram: &Diagram, graph: &FlowGraph, marks: &[Mark], lang: Lang) -> String {
    let planes = planes(diagram, graph);
    let known = Known::new(diagram, graph, lang);
    let mut sheet = Svg::default();
    let mut whole = Extent::NONE;
    let mut y = 0.0;
    let mut placed = BTreeSet::new();
    let several = planes.len() > 1;
    for plane in planes.iter() {
        let (canvas, found) = paint(diagram, &known, tidy(diagram, plane), marks, lang);
        placed.extend(found);
        let b = canvas.extent.as_bounds();
        if several {
            let heading = plane_name(diagram, plane);
            if !heading.is_empty() {
                let start = sheet.start("text").n("x", 0.0).n("y", y + 14.0);
                start
                    .n("font-size", 14.0)
                    .a("font-weight", "bold")
                    .a("fill", INK)
                    .text(&heading);
                whole.point(bold_width(&heading, 14.0), y);
                y += 30.0;
            }
        }
        let moved = format!("translate({} {})", number(-b.x), number(y - b.y));
        sheet.start("g").a("transform", &moved).open();
        sheet.append(&canvas.svg);
        sheet.append(&canvas.labels);
        sheet.end("g");
        whole.point(0.0, y);
        whole.point(b.width, y + b.height);
        y += b.height + BETWEEN_PLANES;
    }
    let mut named = BTreeSet::new();
    let lost: Vec<&str> = marks
        .iter()
        .enumerate()
        .filter(|(index, _)| !placed.contains(index))
        .map(|(_, mark)| mark.symbol.as_str())
        .filter(|symbol| named.insert(*symbol))
        .collect();
    if !marks.is_empty() {
        let from = (0.0, whole.as_bounds().y + whole.as_bounds().height + 14.0);
        let reached = mark::legend(&mut sheet, marks, &lost, from, lang);
        whole.point(reached.0, reached.1);
    }
    frame(diagram, graph, &sheet, &whole.as_bounds(), lang)
}

fn plane_name(diagram: &Diagram, plane: &Plane) -> String {
    if !plane.name.is_empty() {
        return plane.name.clone();
    }
    let element = diagram
        .elements
        .iter()
        .find(|element| element.id == plane.reference);
    element.map(|element| element.name.clone()).unwrap_or_default()
}

fn frame(diagram: &Diagram, graph: &FlowGraph, sheet: &Svg, b: &Bounds, lang: Lang) -> String {
    let name = diagram
        .elements
        .iter()
        .filter(|element| matches!(element.tag, Tag::Process | Tag::Participant | Tag::Collaboration))
        .map(|element| element.name.as_str())
        .find(|name| !name.is_empty());
    let title = match name {
        Some(name) => lang.say(&Message::new("drawing-title-named").with("name", name)),
        None => lang.text("drawing-title"),
    };
    let count = |wanted: fn(&NodeKind) -> bool| {
        graph
            .flow
            .node_weights()
            .filter(|node| wanted(&node.kind))
            .count()
    };
    let desc = lang.say(
        &Message::new("drawing-desc")
            .with("steps", count(|kind| kind.is_activity()))
            .with("gateways", count(|kind| matches!(kind, NodeKind::Gateway(_))))
            .with("pools", graph.pools.len())
            .with("lanes", graph.lanes.len()),
    );
    let id = format!("picture-{:08x}", fingerprint(diagram));
    let (width, height) = (b.width + 2.0 * PADDING, b.height + 2.0 * PADDING);
    let (left, top) = (b.x - PADDING, b.y - PADDING);
    let mut svg = Svg::default();
    svg.start("svg")
        .a("xmlns", "http://www.w3.org/2000/svg")
        .a(
            "viewBox",
            &format!(
                "{} {} {} {}",
                number(left),
                number(top),
                number(width),
                number(height)
            ),
        )
        .n("width", width)
        .n("height", height)
        .a("role", "img")
        .a("aria-labelledby", &format!("{id}-title {id}-desc"))
        .a("lang", lang.code())
        .a("font-family", "Fira Sans, Arial, sans-serif")
        .open();
    svg.start("title").a("id", &format!("{id}-title")).text(&title);
    svg.start("desc").a("id", &format!("{id}-desc")).text(&desc);
    svg.start("rect")
        .n("x", left)
        .n("y", top)
        .n("width", width)
        .n("height", height)
        .a("fill", PAPER)
        .empty();
    svg.append(sheet);
    svg.end("svg");
    svg.finish()
}

/// Tells pictures on one page apart (FNV-1a over the ids).
fn fingerprint(diagram: &Diagram) -> u32 {
    let bytes = diagram
        .text
        .bytes()
        .chain(diagram.elements.iter().flat_map(|element| element.id.bytes()));
    bytes.fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
