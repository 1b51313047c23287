//! Labels lie inside their forms or beside them, measured in the finished SVG with the widths of the font.

use super::corpus::models;
use crate::bpmn::diagram::{Bounds, Plane, Tag};
use crate::bpmn::{Limits, read};
use crate::domain::finding::Level;
use crate::drawing::lettering::width;
use crate::drawing::planes::planes;
use crate::drawing::tidy::tidy;
use crate::drawing::{Mark, picture};
use crate::graph::build;
use crate::text::Lang;
use resvg::usvg::roxmltree::{Document, Node};
use std::collections::HashMap;
use std::path::Path;

/// A label beside a form may be this far from it, in pixels; the envelope of a message may lie between.
const NEAR: f64 = 18.0;
/// Numbers in the SVG have two decimals; so many lines add up.
const EXACT: f64 = 0.5;

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name)
        .and_then(|text| text.parse().ok())
        .unwrap_or(0.0)
}

/// What a line of letters covers.
fn line_box(line: Node) -> Bounds {
    let text = line.parent().unwrap();
    let size = number(text, "font-size");
    let width = width(line.text().unwrap_or_default(), size);
    let left = match text.attribute("text-anchor") {
        Some("middle") => number(line, "x") - width / 2.0,
        _ => number(line, "x"),
    };
    let (x, y, height) = (left, number(line, "y") - 0.95 * size, 1.2 * size);
    let turned = text
        .parent()
        .and_then(|parent| parent.attribute("transform"))
        .filter(|transform| transform.contains("rotate(-90)"));
    let Some(turned) = turned else {
        return Bounds { x, y, width, height };
    };
    let numbers: Vec<f64> = turned
        .split(['(', ')', ' '])
        .filter_map(|part| part.parse().ok())
        .collect();
    Bounds {
        x: numbers[0] + y,
        y: numbers[1] - x - width,
        width: height,
        height: width,
    }
}

fn inside(inner: &Bounds, outer: &Bounds) -> bool {
    inner.x >= outer.x - EXACT
        && inner.y >= outer.y - EXACT
        && inner.x + inner.width <= outer.x + outer.width + EXACT
        && inner.y + inner.height <= outer.y + outer.height + EXACT
}

/// Distance of two boxes; 0 where they touch.
fn distance(a: &Bounds, b: &Bounds) -> f64 {
    let gap = |from: f64, to: f64, low: f64, high: f64| (low - to).max(from - high).max(0.0);
    gap(a.x, a.x + a.width, b.x, b.x + b.width).hypot(gap(a.y, a.y + a.height, b.y, b.y + b.height))
}

/// Id of an element → places.
type Places<'a> = HashMap<&'a str, Vec<Bounds>>;

/// Where forms stand: of shapes their bounds, of edges each piece, and the places stated for labels.
fn places(plane: &Plane) -> (Places<'_>, Places<'_>) {
    let mut forms = Places::new();
    let mut near = Places::new();
    for shape in &plane.shapes {
        forms.entry(&shape.reference).or_default().push(shape.bounds);
        let near = near.entry(&shape.reference).or_default();
        near.push(shape.bounds);
        near.extend(shape.label);
    }
    for edge in &plane.edges {
        let near = near.entry(&edge.reference).or_default();
        near.extend(edge.label);
        near.extend(edge.points.windows(2).map(|pair| Bounds {
            x: pair[0].0.min(pair[1].0),
            y: pair[0].1.min(pair[1].1),
            width: (pair[0].0 - pair[1].0).abs(),
            height: (pair[0].1 - pair[1].1).abs(),
        }));
    }
    (forms, near)
}

/// All labels of a model that lie wrong, and how many there are.
fn faults(file: &Path) -> (Vec<String>, usize) {
    let (mut wrong, mut count) = (Vec::new(), 0);
    let Ok((diagram, _)) = read(&std::fs::read(file).unwrap(), &Limits::default()) else {
        return (wrong, 0);
    };
    let graph = build(&diagram);
    let svg = picture(&diagram, &graph, &[], Lang::De);
    let options = resvg::usvg::roxmltree::ParsingOptions {
        nodes_limit: u32::MAX,
        ..Default::default()
    };
    let document = Document::parse_with_options(&svg, options).unwrap();
    let drawn = planes(&diagram, &graph);
    let sheets = document
        .root_element()
        .children()
        .filter(|node| node.has_tag_name("g") || node.tag_name().name() == "g");
    for (plane, sheet) in drawn.iter().zip(sheets) {
        let plane = tidy(&diagram, plane);
        let (forms, near) = places(&plane);
        for line in sheet
            .descendants()
            .filter(|node| node.tag_name().name() == "tspan")
        {
            count += 1;
            let owner = line.ancestors().find_map(|node| {
                let of = |name| node.attribute(name).map(|id| (name, id));
                of("data-element").or_else(|| of("data-label"))
            });
            let (kind, id) = owner.unwrap();
            let place = line_box(line);
            let fine = if kind == "data-element" {
                forms
                    .get(id)
                    .is_some_and(|forms| forms.iter().any(|form| inside(&place, form)))
            } else {
                let beside = near.get(id).map(Vec::as_slice).unwrap_or_default();
                // An edge without way points runs straight between its ends: beside the line, wherever that is.
                beside.is_empty()
                    || line_of(line)
                        .iter()
                        .any(|line| beside.iter().any(|form| distance(line, form) <= NEAR))
            };
            if !fine {
                wrong.push(format!(
                    "{}: {kind} {id} {:?} {place:?}",
                    file.display(),
                    line.text()
                ));
            }
        }
    }
    (wrong, count)
}

/// Boxes of all lines of the label that a line belongs to.
fn line_of(line: Node) -> Vec<Bounds> {
    line.parent()
        .unwrap()
        .children()
        .filter(|node| node.tag_name().name() == "tspan")
        .map(line_box)
        .collect()
}

#[test]
fn every_label_lies_inside_its_form_or_beside_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["drawing", "bpmn", "demo/models", "rules"] {
        models(&root.join("fixtures").join(folder), &mut files);
    }
    let shared = root.parent().unwrap().join("shared");
    for folder in ["corpus", "labelled", "hostile"] {
        if shared.join(folder).is_dir() {
            models(&shared.join(folder), &mut files);
        }
    }
    let (mut wrong, mut count) = (Vec::new(), 0);
    for file in &files {
        let (faults, labels) = faults(file);
        wrong.extend(faults);
        count += labels;
    }
    assert!(count > 500, "{count}");
    let shown: Vec<_> = wrong.iter().take(30).cloned().collect();
    assert!(
        wrong.is_empty(),
        "{} of {count} lines:\n{}",
        wrong.len(),
        shown.join("\n")
    );
}

#[test]
fn badges_hide_no_letters() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut files = Vec::new();
    models(&root.join("drawing"), &mut files);
    models(&root.join("demo/models"), &mut files);
    let (mut badges, mut hidden) = (0, Vec::new());
    for file in &files {
        let (diagram, _) = read(&std::fs::read(file).unwrap(), &Limits::default()).unwrap();
        let graph = build(&diagram);
        let nodes = graph.flow.node_weights().map(|node| node.id.clone());
        let flows = diagram
            .elements
            .iter()
            .filter(|element| element.tag == Tag::SequenceFlow);
        let marks: Vec<Mark> = nodes
            .chain(flows.map(|flow| flow.id.clone()))
            .enumerate()
            .map(|(index, id)| Mark::finding(id, index + 1, Level::Medium, "Befund"))
            .collect();
        let svg = picture(&diagram, &graph, &marks, Lang::De);
        let document = Document::parse(&svg).unwrap();
        for sheet in document.root_element().children().filter(Node::is_element) {
            let letters: Vec<(Bounds, &str)> = sheet
                .descendants()
                .filter(|node| node.tag_name().name() == "tspan")
                .map(|line| (line_box(line), line.text().unwrap_or_default()))
                .collect();
            for badge in sheet.descendants().filter(|node| node.has_attribute("data-mark")) {
                badges += 1;
                let symbol = badge
                    .children()
                    .find(|node| node.tag_name().name() == "text")
                    .unwrap();
                let (x, y) = (number(symbol, "x"), number(symbol, "y"));
                // A little smaller than the badge: its corners are empty.
                let place = Bounds {
                    x: x - 9.0,
                    y: y - 13.0,
                    width: 18.0,
                    height: 18.0,
                };
                let over = letters.iter().find(|(line, _)| distance(line, &place) <= 0.0);
                hidden.extend(over.map(|(_, text)| format!("{}: {text}", file.display())));
            }
        }
    }
    assert!(badges > 400, "{badges}");
    assert!(
        hidden.is_empty(),
        "{} of {badges}:\n{}",
        hidden.len(),
        hidden.join("\n")
    );
}
