//! A drawing written into a file: one more `BPMNDiagram` at its end, or in place of those that are there.

use super::{Edit, apply, escape};
use crate::bpmn::Diagram;
use crate::bpmn::diagram::{Bounds, Plane};
use crate::bpmn::markup;
use quick_xml::events::Event;
use std::collections::HashSet;
use std::fmt::Write;
use std::ops::Range;

/// Namespaces of drawings; declared on the new element itself, so that no prefix outside changes its meaning.
const NAMESPACES: [(&str, &str); 3] = [
    ("bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI"),
    ("dc", "http://www.omg.org/spec/DD/20100524/DC"),
    ("di", "http://www.omg.org/spec/DD/20100524/DI"),
];

/// The text of the file with this drawing instead of its own ones. Everything else stays byte for byte.
pub fn draw(diagram: &Diagram, plane: &Plane) -> String {
    let text = diagram.text.as_str();
    let outer = Outer::find(text);
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut edits: Vec<Edit> = outer
        .drawings
        .into_iter()
        .map(|range| Edit {
            range,
            text: String::new(),
        })
        .collect();
    let markup = Writer::of(diagram, plane).markup(line_break);
    match outer.end {
        End::Tag(at) => edits.push(Edit {
            range: at..at,
            text: markup,
        }),
        // `<definitions …/>` has to be opened first.
        End::Empty { slash, name } => edits.push(Edit {
            range: slash..slash + 2,
            text: format!(">{line_break}{markup}</{name}>"),
        }),
    }
    apply(text, edits)
}

enum End {
    /// Where the closing tag of the root begins.
    Tag(usize),
    /// The root is one empty tag.
    Empty { slash: usize, name: String },
}

/// What stands directly below the root.
struct Outer {
    /// `BPMNDiagram` elements, each with the white space before it.
    drawings: Vec<Range<usize>>,
    /// Where the first `relationship` begins: drawings stand before it (BPMN20.xsd).
    relationships: Option<usize>,
    end: End,
}

impl Outer {
    fn find(text: &str) -> Outer {
        let mut reader = markup::pass(text);
        let offset = |position: u64| usize::try_from(position).unwrap_or(usize::MAX);
        let mut outer = Outer {
            drawings: Vec::new(),
            relationships: None,
            end: End::Tag(text.len()),
        };
        let (mut depth, mut open) = (0_usize, None);
        loop {
            let from = offset(reader.buffer_position());
            let Ok(event) = reader.read_event() else { break };
            let to = offset(reader.buffer_position());
            match event {
                Event::Start(start) => {
                    depth += 1;
                    if depth == 2 && is_drawing(start.name().as_ref()) {
                        open = Some(from);
                    }
                    if depth == 2 {
                        outer.relationship(start.name().as_ref(), from);
                    }
                }
                Event::Empty(start) => {
                    if depth == 0 {
                        // What stands behind the root is not read.
                        outer.end = End::Empty {
                            slash: to.saturating_sub(2),
                            name: start.name().as_ref().to_owned(),
                        };
                        break;
                    } else if depth == 1 && is_drawing(start.name().as_ref()) {
                        outer.drawings.push(with_space(text, from..to));
                    } else if depth == 1 {
                        outer.relationship(start.name().as_ref(), from);
                    }
                }
                Event::End(_) => {
                    if depth == 1 {
                        outer.end = End::Tag(outer.relationships.unwrap_or(from));
                    }
                    if depth == 2
                        && let Some(begin) = open.take()
                    {
                        outer.drawings.push(with_space(text, begin..to));
                    }
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        break;
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        outer
    }
}

impl Outer {
    fn relationship(&mut self, name: &str, at: usize) {
        if markup::split_name(name).1 == "relationship" {
            self.relationships.get_or_insert(at);
        }
    }
}

fn is_drawing(name: &str) -> bool {
    markup::split_name(name).1 == "BPMNDiagram"
}

/// The white space before an element goes with it.
fn with_space(text: &str, range: Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    before.trim_end_matches([' ', '\t', '\r', '\n']).len()..range.end
}

struct Writer<'d> {
    diagram: &'d Diagram,
    plane: &'d Plane,
    ids: HashSet<&'d str>,
}

impl<'d> Writer<'d> {
    fn of(diagram: &'d Diagram, plane: &'d Plane) -> Writer<'d> {
        Writer {
            diagram,
            plane,
            ids: diagram
                .elements
                .iter()
                .map(|element| element.id.as_str())
                .collect(),
        }
    }

    /// An id that nothing in the file has.
    fn free(&self, wanted: &str) -> String {
        let numbered = (2..).map(|number| format!("{wanted}_{number}"));
        std::iter::once(wanted.to_owned())
            .chain(numbered)
            .find(|id| !self.ids.contains(id.as_str()))
            .unwrap_or_default()
    }

    /// True where the id stands in the file; those the reader made up name nothing there.
    fn is_written(&self, id: &str) -> bool {
        let made_up = id.starts_with("_line_");
        !made_up || self.diagram.text.contains(&format!("\"{id}\""))
    }

    fn markup(&self, line_break: &str) -> String {
        let mut out = String::new();
        let mut line = |depth: usize, content: &str| {
            write!(out, "{}{content}{line_break}", "  ".repeat(depth)).ok();
        };
        let declared: String = NAMESPACES
            .iter()
            .map(|(prefix, address)| format!(" xmlns:{prefix}=\"{address}\""))
            .collect();
        let diagram = self.free("BPMNDiagram_layout");
        line(1, &format!("<bpmndi:BPMNDiagram{declared} id=\"{diagram}\">"));
        let root = &self.plane.reference;
        let reference = if self.is_written(root) && !root.is_empty() {
            format!(" bpmnElement=\"{}\"", escape(root, Some('"')))
        } else {
            String::new()
        };
        let plane = self.free("BPMNPlane_layout");
        line(2, &format!("<bpmndi:BPMNPlane id=\"{plane}\"{reference}>"));
        for shape in self
            .plane
            .shapes
            .iter()
            .filter(|shape| self.is_written(&shape.reference))
        {
            let of = escape(&shape.reference, Some('"'));
            let id = escape(&self.free(&format!("{}_layout", shape.reference)), Some('"'));
            let flag = |name: &str, value: Option<bool>| {
                value
                    .map(|value| format!(" {name}=\"{value}\""))
                    .unwrap_or_default()
            };
            let flags = [
                flag("isHorizontal", shape.horizontal),
                flag("isExpanded", shape.expanded),
                flag("isMarkerVisible", shape.marker_visible),
            ]
            .concat();
            line(
                3,
                &format!("<bpmndi:BPMNShape id=\"{id}\" bpmnElement=\"{of}\"{flags}>"),
            );
            line(4, &bounds(&shape.bounds));
            if let Some(label) = &shape.label {
                label_lines(&mut line, label);
            }
            line(3, "</bpmndi:BPMNShape>");
        }
        for edge in self
            .plane
            .edges
            .iter()
            .filter(|edge| self.is_written(&edge.reference))
        {
            let of = escape(&edge.reference, Some('"'));
            let id = escape(&self.free(&format!("{}_layout", edge.reference)), Some('"'));
            line(3, &format!("<bpmndi:BPMNEdge id=\"{id}\" bpmnElement=\"{of}\">"));
            for (x, y) in &edge.points {
                line(
                    4,
                    &format!("<di:waypoint x=\"{}\" y=\"{}\" />", number(*x), number(*y)),
                );
            }
            if let Some(label) = &edge.label {
                label_lines(&mut line, label);
            }
            line(3, "</bpmndi:BPMNEdge>");
        }
        line(2, "</bpmndi:BPMNPlane>");
        line(1, "</bpmndi:BPMNDiagram>");
        out
    }
}

fn label_lines(line: &mut impl FnMut(usize, &str), label: &Bounds) {
    line(4, "<bpmndi:BPMNLabel>");
    line(5, &bounds(label));
    line(4, "</bpmndi:BPMNLabel>");
}

fn bounds(bounds: &Bounds) -> String {
    format!(
        "<dc:Bounds x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" />",
        number(bounds.x),
        number(bounds.y),
        number(bounds.width),
        number(bounds.height)
    )
}

/// Two digits behind the point are more than anybody sees.
fn number(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
