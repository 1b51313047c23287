//! From measured grids to shapes and edges.

use super::cords::{Cords, ends};
use super::form::{ABOVE, APART, Index, is_association};
use super::names::Names;
use super::scope::{Exits, Found, border_offset};
use super::sheet::Sheet;
use crate::bpmn::diagram::{Bounds, DrawnEdge, Plane, Shape, Tag};
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
}

/// A drawing with its own origin.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Block {
    /// Elements by index with their shapes.
    pub shapes: Vec<Shape>,
    /// Edges.
    pub lines: Vec<Line>,
    /// Where connections leave it: points from their inner end to its border.
    pub exits: Exits,
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
            ..line
        }));
    }

    /// The points of an exit relative to the middle of the form around the block, on to its border.
    pub fn exit(points: &[(f64, f64)], form: (f64, f64)) -> Vec<(f64, f64)> {
        let (half, high) = (form.0 / 2.0, form.1 / 2.0);
        let moved = points.iter().map(|(x, y)| (x + INNER - half, y + HEAD - high));
        let mut moved: Vec<(f64, f64)> = moved.collect();
        if let Some((x, _)) = moved.last().copied() {
            let top = points.last().is_some_and(|(_, y)| *y <= 0.0);
            moved.push((x, if top { -high } else { high }));
        }
        moved
    }

    /// Adds the ways of a sheet; those that lead out become exits.
    pub fn ways(&mut self, cords: &Cords, found: Vec<Found>) {
        for mut way in found {
            match way.out {
                None => self.lines.push(Line {
                    id: cords
                        .all
                        .get(way.cord)
                        .map(|cord| cord.id.clone())
                        .unwrap_or_default(),
                    points: neat(way.points),
                }),
                Some(out) => {
                    if out == 0 {
                        way.points.reverse();
                    }
                    self.exits.insert((way.cord, 1 - out), way.points);
                }
            }
        }
    }

    /// Adds everything of a measured sheet.
    pub fn fill(
        &mut self,
        index: &Index,
        sheet: &Sheet,
        cells: &BTreeMap<NodeIndex, usize>,
        mut inner: BTreeMap<NodeIndex, Block>,
    ) {
        for (node, cell) in cells {
            let Some(weight) = index.graph.flow.node_weight(*node) else {
                continue;
            };
            let Some((element, _)) = index.element(&weight.id) else {
                continue;
            };
            let (width, height) = sheet.cells.get(*cell).map_or((0.0, 0.0), |cell| cell.form);
            let spot = sheet.spot(*cell);
            let (x, y) = (sheet.x(spot.0, 0), sheet.y(spot.1, 0));
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
                // Left of the way that leaves downwards.
                let (width, height) = index.name_below(*event);
                if let Some(shape) = self.shapes.last_mut().filter(|_| width > 0.0) {
                    shape.label = Some(Bounds {
                        x: at.x + 14.0 - width,
                        y: at.y + 38.0,
                        width,
                        height: height - 6.0,
                    });
                }
            }
            self.things(index, *node, &form);
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
    for line in &block.lines {
        lines.entry(line.id.clone()).or_insert_with(|| line.clone());
    }
    let mut names = Names::new(
        index,
        &block.shapes,
        block.lines.iter().map(|line| line.points.as_slice()),
    );
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
            })
        });
        if let Some(line) = line {
            let label = names.place(&element.name, &line.points);
            edges.push(DrawnEdge {
                id: format!("{}_di", element.id),
                element: Some(number),
                reference: element.id.clone(),
                points: line.points,
                label,
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

/// Without corners that are none.
fn neat(points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let mut kept: Vec<(f64, f64)> = Vec::with_capacity(points.len());
    for point in points {
        let same = |a: f64, b: f64| (a - b).abs() < 0.01;
        if kept
            .last()
            .is_some_and(|last| same(last.0, point.0) && same(last.1, point.1))
        {
            continue;
        }
        if let [.., a, b] = kept.as_slice()
            && (same(a.0, b.0) && same(b.0, point.0) || same(a.1, b.1) && same(b.1, point.1))
        {
            kept.pop();
        }
        kept.push(point);
    }
    kept
}

/// Between something above and something below: upright where they overlap, else with a jog above the lower one, where
/// nothing stands (`ABOVE`).
fn short(from: &Bounds, to: &Bounds) -> Vec<(f64, f64)> {
    let down = from.y + from.height <= to.y;
    if !down && to.y + to.height > from.y {
        return straight(from, to);
    }
    let (upper, lower) = if down { (from, to) } else { (to, from) };
    let left = from.x.max(to.x);
    let right = (from.x + from.width).min(to.x + to.width);
    let bottom = upper.y + upper.height;
    let mut points = if right - left >= 8.0 {
        let x = (left + right) / 2.0;
        vec![(x, bottom), (x, lower.y)]
    } else {
        let start = upper.x + upper.width / 2.0;
        let end = if start < lower.x {
            lower.x + lower.width * 0.1
        } else {
            lower.x + lower.width * 0.9
        };
        let level = lower.y - ABOVE / 2.0;
        vec![(start, bottom), (start, level), (end, level), (end, lower.y)]
    };
    if !down {
        points.reverse();
    }
    points
}
