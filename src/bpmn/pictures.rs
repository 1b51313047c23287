//! Drawings (DI): planes, shapes, edges, labels, colours.

use super::colour::Colour;
use super::diagram::{Band, BandPlace, Bounds, DrawnEdge, Plane, Shape};
use super::markup;
use super::namespace::Space;
use super::odd::Odd;
use super::start::Start;
use crate::domain::message::Message;

/// Beyond this many units from the origin nothing can be drawn sensibly; such numbers count as broken.
const FAR: f64 = 1e9;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Diagram,
    Plane,
    Shape,
    Edge,
    Label,
    Other,
}

#[derive(Debug)]
struct OpenShape {
    shape: Shape,
    line: u32,
    bounds: Option<Bounds>,
}

/// A plane with the lines it came from, for warnings.
#[derive(Debug)]
pub struct Drawn {
    /// The plane.
    pub plane: Plane,
    /// Line of the plane.
    pub line: u32,
    /// Lines of its shapes.
    pub shape_lines: Vec<u32>,
    /// Lines of its edges.
    pub edge_lines: Vec<u32>,
}

/// The drawings read so far.
#[derive(Debug, Default)]
pub struct Pictures {
    /// Room for shapes, and for edges, of the first plane; there is seldom a second one of that size.
    room: usize,
    planes: Vec<Drawn>,
    parts: Vec<Part>,
    shape: Option<OpenShape>,
    edge: Option<(DrawnEdge, u32)>,
    broken: Vec<(u32, String)>,
}

impl Pictures {
    /// Nothing read yet; about so many elements will be drawn.
    pub fn new(expected: usize) -> Self {
        Pictures {
            room: expected,
            ..Pictures::default()
        }
    }

    /// A start tag inside a diagram, or the diagram itself.
    pub fn open(&mut self, start: &Start<'_, '_>, odd: &mut Odd) {
        self.report(odd);
        let part = match start.local {
            _ if !start.space.is_bpmn() => Part::Other,
            "BPMNDiagram" => {
                let room = std::mem::take(&mut self.room);
                self.planes.push(Drawn {
                    plane: Plane {
                        id: text(start, "id"),
                        name: start
                            .get("name")
                            .map(|name| markup::collapse(&name))
                            .unwrap_or_default(),
                        reference: String::new(),
                        shapes: Vec::with_capacity(room),
                        edges: Vec::with_capacity(room),
                    },
                    line: start.line,
                    shape_lines: Vec::with_capacity(room),
                    edge_lines: Vec::with_capacity(room),
                });
                Part::Diagram
            }
            "BPMNPlane" => {
                if let Some(drawn) = self.planes.last_mut() {
                    drawn.plane.reference = text(start, "bpmnElement");
                    drawn.line = start.line;
                }
                Part::Plane
            }
            "BPMNShape" if self.shape.is_none() && self.edge.is_none() => {
                self.shape = Some(open_shape(start));
                Part::Shape
            }
            "BPMNEdge" if self.shape.is_none() && self.edge.is_none() => {
                let edge = DrawnEdge {
                    id: text(start, "id"),
                    element: None,
                    reference: text(start, "bpmnElement"),
                    points: Vec::new(),
                    label: None,
                    stroke: stroke(start),
                    label_colour: None,
                    message: match start.get("messageVisibleKind").as_deref().map(str::trim) {
                        Some("initiating") => Some(true),
                        Some("non_initiating") => Some(false),
                        _ => None,
                    },
                };
                self.edge = Some((edge, start.line));
                Part::Edge
            }
            "BPMNLabel" => {
                self.label(start);
                Part::Label
            }
            "Bounds" => {
                self.bounds(start, odd);
                Part::Other
            }
            "waypoint" => {
                self.way_point(start, odd);
                Part::Other
            }
            _ => Part::Other,
        };
        self.parts.push(part);
    }

    fn bounds(&mut self, start: &Start<'_, '_>, odd: &mut Odd) {
        let bounds = bounds(start);
        let reference = self
            .shape
            .as_ref()
            .map(|open| open.shape.reference.as_str())
            .or(self.edge.as_ref().map(|(edge, _)| edge.reference.as_str()));
        if bounds.is_none() {
            odd.note(Some(start.line), reference, Message::new("bpmn-broken-bounds"));
        }
        match self.parts.last() {
            Some(Part::Label) => {
                if let Some(open) = &mut self.shape {
                    open.shape.label = bounds;
                } else if let Some((edge, _)) = &mut self.edge {
                    edge.label = bounds;
                }
            }
            Some(Part::Shape) => {
                if let Some(open) = &mut self.shape {
                    open.bounds = bounds;
                }
            }
            _ => {}
        }
    }

    fn label(&mut self, start: &Start<'_, '_>) {
        let colour = start
            .get_in(Space::Colour, "color")
            .and_then(|value| Colour::read(&value));
        if let Some(open) = &mut self.shape {
            open.shape.label_colour = colour;
        } else if let Some((edge, _)) = &mut self.edge {
            edge.label_colour = colour;
        }
    }

    fn way_point(&mut self, start: &Start<'_, '_>, odd: &mut Odd) {
        let Some((edge, _)) = &mut self.edge else { return };
        match (number(start, "x"), number(start, "y")) {
            (Some(x), Some(y)) => edge.points.push((x, y)),
            _ => odd.note(
                Some(start.line),
                Some(&edge.reference),
                Message::new("bpmn-broken-bounds"),
            ),
        }
    }

    /// The end of the innermost open part.
    pub fn close(&mut self) {
        match self.parts.pop() {
            Some(Part::Shape) => {
                if let Some(open) = self.shape.take() {
                    self.keep(open);
                }
            }
            Some(Part::Edge) => {
                if let (Some((edge, line)), Some(drawn)) = (self.edge.take(), self.planes.last_mut()) {
                    drawn.plane.edges.push(edge);
                    drawn.edge_lines.push(line);
                }
            }
            _ => {}
        }
    }

    fn keep(&mut self, open: OpenShape) {
        let Some(drawn) = self.planes.last_mut() else {
            return;
        };
        match open.bounds {
            Some(bounds) => {
                drawn.plane.shapes.push(Shape { bounds, ..open.shape });
                drawn.shape_lines.push(open.line);
            }
            None => self.broken.push((open.line, open.shape.reference)),
        }
    }

    fn report(&mut self, odd: &mut Odd) {
        for (line, reference) in self.broken.drain(..) {
            odd.note(
                Some(line),
                Some(&reference),
                Message::new("bpmn-shape-without-bounds"),
            );
        }
    }

    /// All drawings.
    pub fn finish(mut self, odd: &mut Odd) -> Vec<Drawn> {
        self.report(odd);
        self.planes
    }
}

fn open_shape(start: &Start<'_, '_>) -> OpenShape {
    OpenShape {
        line: start.line,
        bounds: None,
        shape: Shape {
            id: text(start, "id"),
            element: None,
            reference: text(start, "bpmnElement"),
            bounds: Bounds {
                x: 0.0,
                y: 0.0,
                width: 0.0,
                height: 0.0,
            },
            label: None,
            expanded: start.truth("isExpanded"),
            horizontal: start.truth("isHorizontal"),
            marker_visible: start.truth("isMarkerVisible"),
            fill: start
                .get_in(Space::Colour, "background-color")
                .or_else(|| start.get_in(Space::BpmnIoColour, "fill"))
                .and_then(|value| Colour::read(&value)),
            stroke: stroke(start),
            label_colour: None,
            band: band(start).map(Box::new),
        },
    }
}

fn band(start: &Start<'_, '_>) -> Option<Band> {
    let kind = start.get("participantBandKind")?;
    let kind = kind.trim();
    Some(Band {
        of: text(start, "choreographyActivityShape"),
        initiating: kind.ends_with("_initiating") && !kind.ends_with("non_initiating"),
        place: match kind.split('_').next() {
            Some("top") => BandPlace::Top,
            Some("bottom") => BandPlace::Bottom,
            _ => BandPlace::Middle,
        },
        message: start.truth("isMessageVisible").unwrap_or(false),
    })
}

fn stroke(start: &Start<'_, '_>) -> Option<Colour> {
    start
        .get_in(Space::Colour, "border-color")
        .or_else(|| start.get_in(Space::BpmnIoColour, "stroke"))
        .and_then(|value| Colour::read(&value))
}

fn text(start: &Start<'_, '_>, local: &str) -> String {
    start
        .id_like(local)
        .map(|value| value.into_owned())
        .unwrap_or_default()
}

fn number(start: &Start<'_, '_>, local: &str) -> Option<f64> {
    let value = start.get(local)?;
    let value = value.trim();
    let number: f64 = value.parse().or_else(|_| value.replace(',', ".").parse()).ok()?;
    (number.is_finite() && number.abs() <= FAR).then_some(number)
}

fn bounds(start: &Start<'_, '_>) -> Option<Bounds> {
    let bounds = Bounds {
        x: number(start, "x")?,
        y: number(start, "y")?,
        width: number(start, "width")?,
        height: number(start, "height")?,
    };
    (bounds.width >= 0.0 && bounds.height >= 0.0).then_some(bounds)
}
