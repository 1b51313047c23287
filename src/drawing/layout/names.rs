//! Places for the names of flows: beside their way, on no form, no other name and, where that can be, no other way.

use super::form::Index;
use crate::bpmn::diagram::{Bounds, Shape, Tag};
use crate::drawing::free::Free;
use crate::drawing::lettering::{BESIDE, cut};

/// Between a way and its name, in pixels.
const OFF: f64 = 3.0;

/// What stands on the drawing.
pub(super) struct Names {
    /// Forms and names.
    solid: Free,
    /// Ways.
    ways: Free,
}

impl Names {
    /// From all forms and ways.
    pub fn new<'a>(index: &Index, shapes: &[Shape], ways: impl Iterator<Item = &'a [(f64, f64)]>) -> Names {
        let mut solid = Vec::new();
        for shape in shapes {
            let element = shape
                .element
                .and_then(|element| index.diagram.elements.get(element));
            let around = shape.expanded == Some(true)
                || element.is_some_and(|element| matches!(element.tag, Tag::Participant | Tag::Lane));
            if !around {
                solid.push(shape.bounds);
            }
            solid.extend(shape.label);
            // Names of events and gateways stand below them.
            let node = element.and_then(|element| index.node(&element.id));
            if let (Some(node), None) = (node, shape.label) {
                let (width, height) = index.name_below(node);
                solid.push(Bounds {
                    x: shape.bounds.x + (shape.bounds.width - width) / 2.0,
                    y: shape.bounds.y + shape.bounds.height,
                    width,
                    height,
                });
            }
        }
        let pieces = ways.flat_map(|way| way.windows(2)).filter_map(|two| match two {
            [a, b] => Some(Bounds {
                x: a.0.min(b.0),
                y: a.1.min(b.1),
                width: (a.0 - b.0).abs(),
                height: (a.1 - b.1).abs(),
            }),
            _ => None,
        });
        Names {
            solid: Free::new(&solid),
            ways: Free::new(&pieces.collect::<Vec<_>>()),
        }
    }

    /// The place of a name along its way.
    pub fn place(&mut self, name: &str, way: &[(f64, f64)]) -> Option<Bounds> {
        if name.is_empty() || way.len() < 2 {
            return None;
        }
        let text = cut(name, 90.0, BESIDE, 14);
        let size = (text.width(), text.height());
        let places = places(way, size);
        let free = places
            .iter()
            .find(|place| self.solid.is_free(place) && self.ways.is_free(place))
            .or_else(|| places.iter().find(|place| self.solid.is_free(place)))
            .copied();
        if let Some(place) = free {
            self.solid.take(place);
        }
        free
    }
}

/// Beside each piece of the way, nearest to its beginning first.
fn places(way: &[(f64, f64)], (width, height): (f64, f64)) -> Vec<Bounds> {
    let mut places = Vec::new();
    let mut push = |x: f64, y: f64| {
        places.push(Bounds { x, y, width, height });
    };
    for two in way.windows(2) {
        let [a, b] = two else { continue };
        if (a.1 - b.1).abs() < 0.01 && (a.0 - b.0).abs() >= width + 2.0 * OFF {
            let steps = [0.0, 0.5, 1.0, 0.25, 0.75];
            let room = (a.0 - b.0).abs() - width - 2.0 * OFF;
            for step in steps {
                let x = if b.0 > a.0 {
                    a.0 + OFF + room * step
                } else {
                    a.0 - OFF - width - room * step
                };
                push(x, a.1 - height - OFF);
                push(x, a.1 + OFF);
            }
        } else if (a.0 - b.0).abs() < 0.01 && (a.1 - b.1).abs() >= height {
            let room = (a.1 - b.1).abs() - height;
            for step in [0.1, 0.5, 0.9, 0.3, 0.7] {
                let y = if b.1 > a.1 {
                    a.1 + room * step
                } else {
                    a.1 - height - room * step
                };
                push(a.0 + OFF + 1.0, y);
                push(a.0 - OFF - 1.0 - width, y);
            }
        }
    }
    places
}
