//! A new drawing (DI) in place of the old ones; everything outside of them stays byte for byte.

use super::{Edit, apply, escape};
use crate::bpmn::diagram::{Bounds, Diagram, DrawnEdge, Plane, Shape, Tag};
use crate::bpmn::markup::{self, Attr};
use crate::bpmn::namespace::{Namespaces, Space};
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;

/// Usual prefixes and addresses of BPMN DI (BPMN 2.0.2, 12.3.1).
const SPACES: [(&str, &str); 3] = [
    ("bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI"),
    ("dc", "http://www.omg.org/spec/DD/20100524/DC"),
    ("di", "http://www.omg.org/spec/DD/20100524/DI"),
];

/// The text of the file with this drawing instead of those it has. Elements without an id of their own in the file
/// cannot be drawn and are left out. The new drawing declares its namespaces itself.
pub fn draw(diagram: &Diagram, plane: &Plane) -> String {
    let text = diagram.text.as_str();
    let found = Found::read(text);
    let Some(at) = found.old.first().map(|old| old.start).or(found.end) else {
        return text.to_owned();
    };
    let mut edits: Vec<Edit> = found
        .old
        .iter()
        .map(|range| Edit {
            range: range.clone(),
            text: String::new(),
        })
        .collect();
    let mut fresh = found.markup(diagram, plane);
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    if line_break != "\n" {
        fresh = fresh.replace('\n', line_break);
    }
    match edits.first_mut() {
        Some(first) => first.text = fresh,
        None => edits.push(Edit {
            range: at..at,
            text: format!("{fresh}{line_break}"),
        }),
    }
    apply(text, edits)
}

/// What the file holds already.
#[derive(Debug, Default)]
struct Found {
    /// Its `BPMNDiagram`s.
    old: Vec<Range<usize>>,
    /// Where a drawing belongs: behind the root elements, before relationships and the end.
    end: Option<usize>,
    /// Ids outside of the old drawings.
    ids: BTreeSet<String>,
    /// Prefixes and all they mean anywhere.
    prefixes: BTreeMap<String, BTreeSet<String>>,
}

impl Found {
    fn read(text: &str) -> Found {
        let mut found = Found::default();
        let mut names = Namespaces::default();
        let mut attributes = Vec::new();
        let (mut depth, mut open) = (0_usize, None);
        let mut reader = markup::pass(text);
        let offset = |position: u64| usize::try_from(position).unwrap_or(usize::MAX);
        loop {
            let from = offset(reader.buffer_position());
            let Ok(event) = reader.read_event() else { break };
            let span = from..offset(reader.buffer_position());
            let empty = matches!(event, Event::Empty(_));
            match event {
                Event::Start(_) | Event::Empty(_) => {
                    depth += 1;
                    let tag = text.get(span.start + 1..span.end).unwrap_or_default();
                    let tag = tag.trim_end_matches('>').trim_end_matches('/');
                    let length = tag
                        .find(|letter: char| letter.is_ascii_whitespace())
                        .unwrap_or(tag.len());
                    let (name, content) = tag.split_at_checked(length).unwrap_or((tag, ""));
                    markup::attributes(content, usize::MAX, &mut attributes).ok();
                    found.declare(&attributes, &mut names, depth);
                    let (prefix, local) = markup::split_name(name);
                    let space = names.space(prefix).unwrap_or(Space::Unbound);
                    if depth == 2 && space == Space::Drawing && local == "BPMNDiagram" {
                        open = Some(span.start);
                    } else if depth == 2 && space.is_bpmn() && local == "relationship" {
                        found.end.get_or_insert(span.start);
                    }
                    if open.is_none() {
                        found.note_id(&attributes);
                    }
                    if empty {
                        found.leave(depth, &mut open, span.end);
                        names.leave(depth);
                        depth -= 1;
                    }
                }
                Event::End(_) => {
                    if depth == 1 {
                        found.end.get_or_insert(span.start);
                    }
                    found.leave(depth, &mut open, span.end);
                    names.leave(depth);
                    depth = depth.saturating_sub(1);
                    // What stands behind the root is not read.
                    if depth == 0 {
                        break;
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        found
    }

    fn declare<'t>(&mut self, attributes: &[Attr<'t>], names: &mut Namespaces<'t>, depth: usize) {
        for attr in attributes {
            let prefix = match (attr.prefix, attr.local) {
                ("", "xmlns") => "",
                ("xmlns", prefix) => prefix,
                _ => continue,
            };
            names.declare(prefix, attr.raw, depth);
            let known = self.prefixes.entry(prefix.to_owned()).or_default();
            known.insert(attr.raw.to_owned());
        }
    }

    fn note_id(&mut self, attributes: &[Attr<'_>]) {
        for attr in attributes {
            if attr.prefix.is_empty() && attr.local == "id" {
                self.ids.insert(markup::value(attr.raw).into_owned());
            }
        }
    }

    fn leave(&mut self, depth: usize, open: &mut Option<usize>, end: usize) {
        if depth == 2
            && let Some(start) = open.take()
        {
            self.old.push(start..end);
        }
    }

    /// The usual prefix of an address, numbered where the file uses it for something else.
    fn prefix(&self, usual: &str, address: &str) -> String {
        let free = |prefix: &String| {
            let known = self.prefixes.get(prefix);
            known.is_none_or(|known| known.iter().all(|other| other == address))
        };
        let numbered = (1..).map(|number| format!("{usual}{number}"));
        let mut all = std::iter::once(usual.to_owned()).chain(numbered);
        all.find(free).unwrap_or_default()
    }

    fn markup(&self, diagram: &Diagram, plane: &Plane) -> String {
        let [drawing, core, interchange] = SPACES.map(|(usual, address)| self.prefix(usual, address));
        let mut ids = self.ids.clone();
        let mut out = format!("<{drawing}:BPMNDiagram");
        for (prefix, (_, address)) in [&drawing, &core, &interchange].into_iter().zip(SPACES) {
            let _ = write!(out, " xmlns:{prefix}=\"{address}\"");
        }
        let _ = writeln!(out, " id=\"{}\">", fresh(&mut ids, "BPMNDiagram_1"));
        let _ = write!(
            out,
            "  <{drawing}:BPMNPlane id=\"{}\"",
            fresh(&mut ids, "BPMNPlane_1")
        );
        if self.ids.contains(&plane.reference) {
            let _ = write!(out, " bpmnElement=\"{}\"", escape(&plane.reference, Some('"')));
        }
        out.push_str(">\n");
        let mut pen = Pen {
            out,
            ids,
            drawing,
            core,
            interchange,
        };
        for shape in plane
            .shapes
            .iter()
            .filter(|shape| self.ids.contains(&shape.reference))
        {
            pen.shape(diagram, shape);
        }
        for edge in plane
            .edges
            .iter()
            .filter(|edge| self.ids.contains(&edge.reference))
        {
            pen.edge(edge);
        }
        let _ = write!(pen.out, "  </{0}:BPMNPlane>\n</{0}:BPMNDiagram>", pen.drawing);
        pen.out
    }
}

/// An id nothing else has.
fn fresh(ids: &mut BTreeSet<String>, wanted: &str) -> String {
    let numbered = (2..).map(|number| format!("{wanted}_{number}"));
    let mut all = std::iter::once(wanted.to_owned()).chain(numbered);
    let free = all.find(|id| !ids.contains(id)).unwrap_or_default();
    ids.insert(free.clone());
    escape(&free, Some('"'))
}

struct Pen {
    out: String,
    ids: BTreeSet<String>,
    drawing: String,
    core: String,
    interchange: String,
}

impl Pen {
    fn begin(&mut self, kind: &str, reference: &str) {
        let id = fresh(&mut self.ids, &format!("{reference}_di"));
        let reference = escape(reference, Some('"'));
        let drawing = &self.drawing;
        let _ = write!(
            self.out,
            "    <{drawing}:{kind} id=\"{id}\" bpmnElement=\"{reference}\""
        );
    }

    fn shape(&mut self, diagram: &Diagram, shape: &Shape) {
        self.begin("BPMNShape", &shape.reference);
        let tag = shape
            .element
            .and_then(|element| diagram.elements.get(element))
            .map(|element| element.tag);
        let said = match tag {
            Some(Tag::Participant | Tag::Lane) => ("isHorizontal", shape.horizontal),
            Some(Tag::SubProcess | Tag::AdHocSubProcess | Tag::Transaction) => ("isExpanded", shape.expanded),
            Some(Tag::ExclusiveGateway) => ("isMarkerVisible", shape.marker_visible),
            _ => ("", None),
        };
        if let (name, Some(value)) = said {
            let _ = write!(self.out, " {name}=\"{value}\"");
        }
        self.out.push_str(">\n");
        self.bounds("      ", &shape.bounds);
        self.label(shape.label.as_ref());
        let _ = writeln!(self.out, "    </{}:BPMNShape>", self.drawing);
    }

    fn edge(&mut self, edge: &DrawnEdge) {
        // The schema wants two way points at least.
        if edge.points.len() < 2 {
            return;
        }
        self.begin("BPMNEdge", &edge.reference);
        self.out.push_str(">\n");
        for (x, y) in &edge.points {
            let (x, y) = (tenth(*x), tenth(*y));
            let _ = writeln!(
                self.out,
                "      <{}:waypoint x=\"{x}\" y=\"{y}\"/>",
                self.interchange
            );
        }
        self.label(edge.label.as_ref());
        let _ = writeln!(self.out, "    </{}:BPMNEdge>", self.drawing);
    }

    fn label(&mut self, label: Option<&Bounds>) {
        let Some(label) = label else { return };
        let _ = writeln!(self.out, "      <{}:BPMNLabel>", self.drawing);
        self.bounds("        ", label);
        let _ = writeln!(self.out, "      </{}:BPMNLabel>", self.drawing);
    }

    fn bounds(&mut self, indent: &str, b: &Bounds) {
        let _ = writeln!(
            self.out,
            "{indent}<{}:Bounds x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
            self.core,
            tenth(b.x),
            tenth(b.y),
            tenth(b.width),
            tenth(b.height)
        );
    }
}

/// Coordinates to a tenth of a unit; no negative zero.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0 + 0.0
}
