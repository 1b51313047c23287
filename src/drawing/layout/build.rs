//! From measured grids to shapes and edges.

use super::form::{ABOVE, APART, Index, is_association};
use super::scope::{Placed, border_offset};
use super::sheet::{Sheet, Y};
use crate::bpmn::diagram::{Bounds, DrawnEdge, Element, Plane, Shape, Tag};
use crate::drawing::edge::straight;
use crate::graph::NodeIndex;
use std::collections::BTreeMap;

/// Room between the frame of a sub-process and its content.
const INNER: f64 = 10.0;
/// Room for the name of a sub-process.
const HEAD: f64 = 22.0;

/// A drawn edge before it is an edge of a plane.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// Id of the element.
    pub id: String,
    /// Way points.
    pub points: Vec<(f64, f64)>,
    /// Place of the name.
    pub label: Option<Bounds>,
}

/// A drawing with its own origin.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Block {
    /// Elements by index with their shapes.
    pub shapes: Vec<Shape>,
    /// Edges.
    pub lines: Vec<Line>,
    /// Width of all of it.
    pub width: f64,
    /// Height of all of it.
    pub height: f64,
}

impl Block {
    /// Size of a sub-process around it.
    pub fn framed(&self) -> (f64, f64) {
        (self.width + 2.0 * INNER, self.height + INNER + HEAD)
    }

    /// Adds a shape.
    pub fn shape(&mut self, index: &Index, element: usize, bounds: Bounds) {
        let id = index
            .diagram
            .elements
            .get(element)
            .map(|element| element.id.clone())
            .unwrap_or_default();
        self.shapes.push(Shape {
            id: format!("{id}_di"),
            element: Some(element),
            reference: id,
            bounds,
            label: None,
            expanded: None,
            horizontal: None,
            marker_visible: Some(true),
            fill: None,
            stroke: None,
            label_colour: None,
            band: None,
        });
    }

    fn take(&mut self, other: Block, dx: f64, dy: f64) {
        let moved = |b: Bounds| Bounds {
            x: b.x + dx,
            y: b.y + dy,
            ..b
        };
        self.shapes.extend(other.shapes.into_iter().map(|shape| Shape {
            bounds: moved(shape.bounds),
            label: shape.label.map(moved),
            ..shape
        }));
        self.lines.extend(other.lines.into_iter().map(|line| Line {
            points: line.points.into_iter().map(|(x, y)| (x + dx, y + dy)).collect(),
            label: line.label.map(moved),
            ..line
        }));
    }

    /// Adds everything of a measured sheet.
    pub fn fill(
        &mut self,
        index: &Index,
        sheet: &Sheet,
        placed: &Placed,
        mut inner: BTreeMap<NodeIndex, Block>,
    ) {
        for (node, cell) in &placed.cells {
            let Some(weight) = index.graph.flow.node_weight(*node) else {
                continue;
            };
            let Some((element, _)) = index.element(&weight.id) else {
                continue;
            };
            let (width, height) = sheet.cells.get(*cell).map_or((0.0, 0.0), |cell| cell.form);
            let (x, y) = (
                sheet.x(super::sheet::X::Cell(*cell, 0.0)),
                sheet.y(Y::Cell(*cell, 0.0)),
            );
            let form = Bounds {
                x: x - width / 2.0,
                y: y - height / 2.0,
                width,
                height,
            };
            self.shape(index, element, form);
            if let Some(content) = inner.remove(node) {
                if let Some(shape) = self.shapes.last_mut() {
                    shape.expanded = Some(true);
                }
                self.take(content, form.x + INNER, form.y + HEAD);
            } else if weight.kind.is_activity()
                && let Some(shape) = self.shapes.last_mut()
            {
                shape.expanded = Some(false);
            }
            for event in index.borders.get(node).into_iter().flatten() {
                let Some(weight) = index.graph.flow.node_weight(*event) else {
                    continue;
                };
                let Some((element, _)) = index.element(&weight.id) else {
                    continue;
                };
                let at = Bounds {
                    x: x + border_offset(index, *node, *event, width) - 18.0,
                    y: form.y + form.height - 18.0,
                    width: 36.0,
                    height: 36.0,
                };
                self.shape(index, element, at);
            }
            self.things(index, *node, &form);
        }
        for way in &placed.ways {
            let points = way
                .points
                .iter()
                .map(|(x, y)| (sheet.x(*x), sheet.y(*y)))
                .collect();
            let label = way.label.map(|(gap, level, lift, width, height)| Bounds {
                x: sheet.label_x(gap),
                y: sheet.y(level) - lift - height - 2.0,
                width,
                height,
            });
            self.lines.push(Line {
                id: way.id.clone(),
                points,
                label,
            });
        }
    }

    /// Data and notes in a row above a form.
    fn things(&mut self, index: &Index, node: NodeIndex, form: &Bounds) {
        let things = index.hanging.get(&node).map(Vec::as_slice).unwrap_or_default();
        let sizes: Vec<_> = things.iter().map(|thing| index.thing_size(*thing)).collect();
        let row: f64 = sizes.iter().map(|(_, whole)| whole.0 + APART).sum::<f64>() - APART;
        let mut x = form.x + form.width / 2.0 - row / 2.0;
        for (thing, (size, whole)) in things.iter().zip(sizes) {
            self.thing(index, *thing, (x, form.y - ABOVE - whole.1), size, whole);
            x += whole.0 + APART;
        }
    }

    /// One data object or note; its name stands above it, so that lines can leave below.
    pub fn thing(
        &mut self,
        index: &Index,
        thing: usize,
        at: (f64, f64),
        size: (f64, f64),
        whole: (f64, f64),
    ) {
        let bounds = Bounds {
            x: at.0 + (whole.0 - size.0) / 2.0,
            y: at.1 + whole.1 - size.1,
            width: size.0,
            height: size.1,
        };
        self.shape(index, thing, bounds);
        if whole.1 > size.1
            && let Some(shape) = self.shapes.last_mut()
        {
            shape.label = Some(Bounds {
                x: at.0,
                y: at.1,
                width: whole.0,
                height: whole.1 - size.1,
            });
        }
    }
}

/// The plane of a finished block. Flows without a way run straight from border to border.
pub(super) fn plane(index: &Index, block: Block, reference: String) -> Plane {
    let mut places: BTreeMap<usize, Bounds> = BTreeMap::new();
    for shape in &block.shapes {
        if let Some(element) = shape.element {
            places.entry(element).or_insert(shape.bounds);
        }
    }
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    for line in block.lines {
        lines.entry(line.id.clone()).or_insert(line);
    }
    let mut edges = Vec::new();
    for (number, element) in index.diagram.elements.iter().enumerate() {
        let association = is_association(element.tag);
        if !association && !matches!(element.tag, Tag::SequenceFlow | Tag::MessageFlow) {
            continue;
        }
        let line = lines.remove(&element.id).or_else(|| {
            let (from, to) = ends(index, element);
            let (from, to) = (places.get(&from?)?, places.get(&to?)?);
            Some(Line {
                id: element.id.clone(),
                points: if association {
                    short(from, to)
                } else {
                    straight(from, to)
                },
                label: None,
            })
        });
        if let Some(line) = line {
            edges.push(DrawnEdge {
                id: format!("{}_di", element.id),
                element: Some(number),
                reference: element.id.clone(),
                points: line.points,
                label: line.label,
                stroke: None,
                label_colour: None,
                message: None,
            });
        }
    }
    Plane {
        id: "layout".to_owned(),
        name: String::new(),
        reference,
        shapes: block.shapes,
        edges,
    }
}

fn ends<'a>(index: &Index<'a>, element: &'a Element) -> (Option<usize>, Option<usize>) {
    if is_association(element.tag) {
        return index.ends(element);
    }
    let find = |id: &Option<String>| {
        id.as_deref()
            .and_then(|id| index.element(id))
            .map(|(index, _)| index)
    };
    (find(&element.source), find(&element.target))
}

/// Between something above and something below: upright where they overlap, else straight.
fn short(from: &Bounds, to: &Bounds) -> Vec<(f64, f64)> {
    let left = from.x.max(to.x);
    let right = (from.x + from.width).min(to.x + to.width);
    if right - left < 8.0 {
        return straight(from, to);
    }
    let x = (left + right) / 2.0;
    if from.y + from.height <= to.y {
        vec![(x, from.y + from.height), (x, to.y)]
    } else if to.y + to.height <= from.y {
        vec![(x, from.y), (x, to.y + to.height)]
    } else {
        straight(from, to)
    }
}
