//! Paints edges: sequence flows, message flows, associations, data associations.

use super::canvas::{Canvas, Side};
use super::choreography;
use super::colour::{self, PAPER};
use super::shape::centre;
use super::svg::{Look, Svg, number};
use crate::bpmn::diagram::{Bounds, Direction, DrawnEdge, Element, Tag};

type Point = (f64, f64);

/// What an edge needs to know about its ends.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Ends {
    /// Where the source is drawn.
    pub from: Option<Bounds>,
    /// Where the target is drawn.
    pub to: Option<Bounds>,
    /// It is the default flow of its source.
    pub is_default: bool,
    /// It is a conditional flow that leaves an activity.
    pub conditional: bool,
}

/// The way of an edge: as stated, else straight from border to border; empty where neither is known.
pub(super) fn way(edge: &DrawnEdge, ends: &Ends) -> Vec<Point> {
    let mut points = edge.points.clone();
    points.dedup_by(|a, b| (a.0 - b.0).abs() < 0.01 && (a.1 - b.1).abs() < 0.01);
    if points.len() >= 2 {
        return points;
    }
    let (Some(from), Some(to)) = (ends.from, ends.to) else {
        return Vec::new();
    };
    straight(&from, &to)
}

/// Straight from border to border.
pub(super) fn straight(from: &Bounds, to: &Bounds) -> Vec<Point> {
    vec![border(from, centre(to)), border(to, centre(from))]
}

/// Where the line from the middle of bounds towards a point leaves them.
fn border(b: &Bounds, towards: Point) -> Point {
    let (x, y) = centre(b);
    let (dx, dy) = (towards.0 - x, towards.1 - y);
    let share = |half: f64, d: f64| {
        if d.abs() < 1e-6 {
            f64::INFINITY
        } else {
            half / d.abs()
        }
    };
    let t = share(b.width / 2.0, dx).min(share(b.height / 2.0, dy));
    if t.is_finite() {
        (x + dx * t.min(1.0), y + dy * t.min(1.0))
    } else {
        (x, y + b.height / 2.0)
    }
}

/// Paints an edge with a name.
pub(super) fn edge(
    canvas: &mut Canvas,
    drawn: &DrawnEdge,
    element: Option<&Element>,
    name: &str,
    ends: &Ends,
) {
    let points = way(drawn, ends);
    let (Some(first), Some(last)) = (points.first().copied(), points.last().copied()) else {
        return;
    };
    for (x, y) in &points {
        canvas.extent.point(*x, *y);
    }
    let ink = colour::outline(drawn.stroke.as_deref());
    let svg = &mut canvas.svg;
    let start = direction(points.iter().copied());
    let end = direction(points.iter().rev().copied());
    let tag = element.map(|element| element.tag);
    match tag {
        Some(Tag::SequenceFlow) => {
            line(svg, &shortened(&points, 8.0), &Look::new("none", ink, 1.6));
            arrow(svg, last, end, &Look::new(ink, ink, 1.0));
            if ends.is_default {
                slash(svg, first, start, ink);
            }
            if ends.conditional {
                diamond(svg, first, start, ink);
            }
        }
        Some(Tag::MessageFlow) => {
            line(
                svg,
                &shortened(&points, 9.0),
                &Look::new("none", ink, 1.5).dashed("8 5"),
            );
            arrow(svg, last, end, &Look::new(PAPER, ink, 1.4));
            svg.circle(first.0, first.1, 3.8, &Look::new(PAPER, ink, 1.4));
        }
        Some(Tag::Association) => {
            line(svg, &points, &dots(ink));
            let direction = element.map_or(Direction::None, |element| element.direction);
            if direction != Direction::None {
                open_arrow(svg, last, end, ink);
            }
            if direction == Direction::Both {
                open_arrow(svg, first, start, ink);
            }
        }
        Some(Tag::DataInputAssociation | Tag::DataOutputAssociation) => {
            line(svg, &points, &dots(ink));
            open_arrow(svg, last, end, ink);
        }
        // Two parallel strokes: a thick line with a thin one of the ground inside.
        Some(Tag::Other) if element.is_some_and(|element| element.local_name == "conversationLink") => {
            line(svg, &points, &Look::new("none", ink, 5.0));
            line(svg, &points, &Look::new("none", PAPER, 2.2));
        }
        _ => line(svg, &points, &Look::new("none", ink, 1.5)),
    }
    if let Some(initiating) = drawn.message {
        choreography::envelope(canvas, middle(&points), initiating, ink);
    }
    match &drawn.label {
        Some(label) => {
            let beside = upright_beside(&points, label).unwrap_or(*label);
            canvas.beside(name, Some(label), &beside, Side::Below);
        }
        None => {
            let (point, upright) = match drawn.message {
                // Beside the envelope.
                Some(_) => ((middle(&points).0 + 12.0, middle(&points).1), true),
                None => label_point(&points),
            };
            canvas.along(name, point, upright);
        }
    }
}

fn dots(ink: &str) -> Look<'_> {
    Look::new("none", ink, 1.5).dashed("1.5 4")
}

fn line(svg: &mut Svg, points: &[Point], look: &Look) {
    let mut d = String::new();
    for (index, (x, y)) in points.iter().enumerate() {
        d.push_str(if index == 0 { "M" } else { "L" });
        d.push_str(&format!("{} {}", number(*x), number(*y)));
    }
    svg.start("path")
        .a("d", &d)
        .look(look)
        .a("stroke-linejoin", "round")
        .empty();
}

/// Unit vector from the first point towards the next different one.
fn direction(mut points: impl Iterator<Item = Point>) -> Point {
    let Some(from) = points.next() else {
        return (1.0, 0.0);
    };
    points
        .map(|(x, y)| (x - from.0, y - from.1))
        .find_map(|(dx, dy)| {
            let length = dx.hypot(dy);
            (length > 1e-6).then(|| (dx / length, dy / length))
        })
        .unwrap_or((1.0, 0.0))
}

/// The way without the piece under the arrow head.
fn shortened(points: &[Point], by: f64) -> Vec<Point> {
    let mut points = points.to_vec();
    if let [.., before, last] = points.as_mut_slice() {
        let (dx, dy) = (before.0 - last.0, before.1 - last.1);
        let length = dx.hypot(dy);
        if length > by {
            *last = (last.0 + dx / length * by, last.1 + dy / length * by);
        }
    }
    points
}

/// A point seen from a tip: `back` along the edge, `side` across it.
fn seen(tip: Point, inwards: Point, back: f64, side: f64) -> String {
    let x = tip.0 + inwards.0 * back - inwards.1 * side;
    let y = tip.1 + inwards.1 * back + inwards.0 * side;
    format!("{} {}", number(x), number(y))
}

fn arrow(svg: &mut Svg, tip: Point, inwards: Point, look: &Look) {
    let d = format!(
        "M{}L{}L{}Z",
        seen(tip, inwards, 0.5, 0.0),
        seen(tip, inwards, 10.5, 4.6),
        seen(tip, inwards, 10.5, -4.6)
    );
    svg.path(&d, look);
}

fn open_arrow(svg: &mut Svg, tip: Point, inwards: Point, ink: &str) {
    let d = format!(
        "M{}L{}L{}",
        seen(tip, inwards, 8.0, 5.0),
        seen(tip, inwards, 0.5, 0.0),
        seen(tip, inwards, 8.0, -5.0)
    );
    svg.path(&d, &Look::new("none", ink, 1.5));
}

fn slash(svg: &mut Svg, from: Point, along: Point, ink: &str) {
    let d = format!(
        "M{}L{}",
        seen(from, along, 6.0, -5.0),
        seen(from, along, 12.0, 5.0)
    );
    svg.path(&d, &Look::new("none", ink, 1.6));
}

fn diamond(svg: &mut Svg, from: Point, along: Point, ink: &str) {
    let d = format!(
        "M{}L{}L{}L{}Z",
        seen(from, along, 0.0, 0.0),
        seen(from, along, 8.0, 4.8),
        seen(from, along, 16.0, 0.0),
        seen(from, along, 8.0, -4.8)
    );
    svg.path(&d, &Look::new(PAPER, ink, 1.4));
}

/// The middle of a way, by length.
pub(super) fn middle(points: &[Point]) -> Point {
    along(points, 0.5)
}

/// A point of a way, by its share of the length.
pub(super) fn along(points: &[Point], share: f64) -> Point {
    let length = |pair: &[Point]| match pair {
        [a, b] => (b.0 - a.0).hypot(b.1 - a.1),
        _ => 0.0,
    };
    let wanted = points.windows(2).map(length).sum::<f64>() * share;
    let mut gone = 0.0;
    for pair in points.windows(2) {
        let step = length(pair);
        if let [a, b] = pair
            && gone + step >= wanted
            && step > 0.0
        {
            let t = (wanted - gone) / step;
            return (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t);
        }
        gone += step;
    }
    points.first().copied().unwrap_or((0.0, 0.0))
}

/// The upright piece of a way that a label stands close beside.
fn upright_beside(points: &[Point], label: &Bounds) -> Option<Bounds> {
    const CLOSE: f64 = 30.0;
    points.windows(2).find_map(|pair| {
        let [a, b] = pair else { return None };
        let (top, bottom) = (a.1.min(b.1), a.1.max(b.1));
        let upright = (a.0 - b.0).abs() < 1.0;
        let level = top < label.y + label.height && label.y < bottom;
        let close = a.0 >= label.x - CLOSE && a.0 <= label.x + label.width + CLOSE;
        (upright && level && close).then_some(Bounds {
            x: a.0,
            y: top,
            width: 0.0,
            height: bottom - top,
        })
    })
}

/// Where a name without a stated place stands: the middle of the longest piece, and whether that is upright.
fn label_point(points: &[Point]) -> (Point, bool) {
    let longest = points
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] => Some((*a, *b, (b.0 - a.0).hypot(b.1 - a.1))),
            _ => None,
        })
        .fold(None::<(Point, Point, f64)>, |best, piece| match best {
            Some(held) if held.2 >= piece.2 => Some(held),
            _ => Some(piece),
        });
    let Some((a, b, _)) = longest else {
        return ((0.0, 0.0), false);
    };
    let middle = ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
    (middle, (b.1 - a.1).abs() > (b.0 - a.0).abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_by_length() {
        assert_eq!(middle(&[(0.0, 0.0), (10.0, 0.0), (10.0, 30.0)]), (10.0, 10.0));
        assert_eq!(middle(&[]), (0.0, 0.0));
        assert_eq!(middle(&[(3.0, 4.0), (3.0, 4.0)]), (3.0, 4.0));
    }

    #[test]
    fn a_line_between_forms_begins_and_ends_at_their_borders() {
        let at = |x: f64| Bounds {
            x,
            y: 0.0,
            width: 10.0,
            height: 10.0,
        };
        assert_eq!(border(&at(0.0), (55.0, 5.0)), (10.0, 5.0));
        assert_eq!(border(&at(50.0), (5.0, 5.0)), (50.0, 5.0));
    }
}
