//! The sheet a plane is painted on: what is drawn, how far it reaches, and labels that are drawn last.

use super::colour::{INK, PAPER};
use super::lettering::{BESIDE, LEADING, Lettering, cut, width};
use super::svg::{Look, Svg};
use crate::bpmn::diagram::Bounds;

/// Most lines of a label beside a form; longer ones are cut visibly, the tooltip has all of it.
const MOST_LINES: usize = 14;
const USUAL_WIDTH: f64 = 90.0;
const GAP: f64 = 5.0;

/// Where a label without a stated place stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Centred below.
    Below,
    /// Centred above.
    Above,
    /// Below, left of the middle.
    Corner,
}

/// How far a drawing reaches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Extent {
    /// Left.
    pub left: f64,
    /// Top.
    pub top: f64,
    /// Right.
    pub right: f64,
    /// Bottom.
    pub bottom: f64,
}

impl Extent {
    /// Nothing drawn yet.
    pub const NONE: Extent = Extent {
        left: f64::INFINITY,
        top: f64::INFINITY,
        right: f64::NEG_INFINITY,
        bottom: f64::NEG_INFINITY,
    };

    /// Takes in a point.
    pub fn point(&mut self, x: f64, y: f64) {
        self.left = self.left.min(x);
        self.top = self.top.min(y);
        self.right = self.right.max(x);
        self.bottom = self.bottom.max(y);
    }

    /// Takes in a rectangle.
    pub fn bounds(&mut self, b: &Bounds) {
        self.point(b.x, b.y);
        self.point(b.x + b.width, b.y + b.height);
    }

    /// As bounds; an empty drawing is a small sheet.
    pub fn as_bounds(&self) -> Bounds {
        if self.left > self.right {
            return Bounds {
                x: 0.0,
                y: 0.0,
                width: 100.0,
                height: 40.0,
            };
        }
        Bounds {
            x: self.left,
            y: self.top,
            width: self.right - self.left,
            height: self.bottom - self.top,
        }
    }
}

/// Where letters stand relative to a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// Left edge.
    Start,
    /// Middle.
    Middle,
}

impl Align {
    fn code(self) -> &'static str {
        match self {
            Align::Start => "start",
            Align::Middle => "middle",
        }
    }
}

/// A sheet.
#[derive(Debug)]
pub(super) struct Canvas {
    /// Forms.
    pub svg: Svg,
    /// Labels beside forms; over the forms.
    pub labels: Svg,
    /// How far it reaches.
    pub extent: Extent,
    /// Id of the element that is being painted.
    pub owner: String,
    /// Where letters stand that nothing may hide.
    pub written: Vec<Bounds>,
}

impl Canvas {
    /// An empty sheet.
    pub fn new() -> Self {
        Canvas {
            svg: Svg::default(),
            labels: Svg::default(),
            extent: Extent::NONE,
            owner: String::new(),
            written: Vec::new(),
        }
    }

    /// A label beside a form: where the file puts it, else on the side that is free.
    pub fn beside(&mut self, text: &str, stated: Option<&Bounds>, form: &Bounds, side: Side) {
        if text.is_empty() {
            return;
        }
        let room = stated.map_or(USUAL_WIDTH, |label| stated_room(text, label));
        let mut lettering = cut(text, room, BESIDE, MOST_LINES);
        if lettering.cut {
            lettering = cut(text, room.max(USUAL_WIDTH) * 2.0, BESIDE, MOST_LINES);
        }
        let middle = form.x + form.width / 2.0;
        let bottom = form.y + form.height;
        let half = lettering.width() / 2.0;
        let at = match (stated, side) {
            (Some(label), _) => {
                let x = label.x + label.width / 2.0;
                // What the file puts beside the form stays beside it, though letters may be wider here.
                if label.x + label.width <= form.x {
                    (x.min(form.x - 2.0 - half), label.y)
                } else if label.x >= form.x + form.width {
                    (x.max(form.x + form.width + 2.0 + half), label.y)
                } else {
                    (x, label.y)
                }
            }
            (None, Side::Below) => (middle, bottom + GAP),
            (None, Side::Above) => (middle, form.y - GAP - lettering.height()),
            (None, Side::Corner) => (middle - GAP - half, bottom + GAP),
        };
        self.label(text, &lettering, at);
    }

    /// A label at a point of an edge: over a level piece, to the right of an upright one.
    pub fn along(&mut self, text: &str, point: (f64, f64), upright: bool) {
        if text.is_empty() {
            return;
        }
        let lettering = cut(text, USUAL_WIDTH, BESIDE, MOST_LINES);
        let at = if upright {
            (
                point.0 + GAP + lettering.width() / 2.0,
                point.1 - lettering.height() / 2.0,
            )
        } else {
            (point.0, point.1 - lettering.height() - 3.0)
        };
        self.label(text, &lettering, at);
    }

    fn label(&mut self, text: &str, lettering: &Lettering, at: (f64, f64)) {
        let place = block(lettering, at);
        self.extent.bounds(&place);
        self.written.push(place);
        let svg = &mut self.labels;
        svg.start("g").a("data-label", &self.owner).open();
        if lettering.cut {
            svg.start("title").text(text);
        }
        write(svg, lettering, at, Align::Middle, &Look::new(INK, PAPER, 3.0));
        svg.end("g");
    }

    /// Lettering inside the form that is being painted, centred below a point.
    pub fn inside(&mut self, lettering: &Lettering, at: (f64, f64), ink: &str) {
        self.written.push(block(lettering, at));
        write(
            &mut self.svg,
            lettering,
            at,
            Align::Middle,
            &Look::new(ink, "none", 0.0),
        );
    }
}

/// How wide the lines of a label with a stated place may be: as wide as it, with some room since letters differ,
/// and as its longest word up to the usual width.
fn stated_room(text: &str, label: &Bounds) -> f64 {
    let word = text
        .split_whitespace()
        .map(|word| width(word, BESIDE))
        .fold(0.0, f64::max);
    (label.width * 1.06 + 2.0)
        .max(word.min(USUAL_WIDTH))
        .max(USUAL_WIDTH / 3.0)
}

/// What lettering centred below a point covers.
fn block(lettering: &Lettering, at: (f64, f64)) -> Bounds {
    let width = lettering.width();
    Bounds {
        x: at.0 - width / 2.0,
        y: at.1,
        width,
        height: lettering.height(),
    }
}

/// Writes lettering from a top point down. A stroke becomes a halo behind the letters.
pub(super) fn write(svg: &mut Svg, lettering: &Lettering, at: (f64, f64), align: Align, look: &Look) {
    if lettering.lines.is_empty() {
        return;
    }
    let mut start = svg
        .start("text")
        .n("font-size", lettering.size)
        .a("text-anchor", align.code())
        .look(look);
    if look.stroke != "none" {
        start = start.a("paint-order", "stroke").a("stroke-linejoin", "round");
    }
    start.open();
    for (index, line) in lettering.lines.iter().enumerate() {
        let baseline = at.1 + lettering.size * (0.95 + LEADING * index as f64);
        svg.start("tspan").n("x", at.0).n("y", baseline).text(line);
    }
    svg.end("text");
}

/// A single line of letters around a centre.
pub(super) fn line(svg: &mut Svg, text: &str, centre: (f64, f64), size: f64, ink: &str) {
    svg.start("text")
        .n("x", centre.0)
        .n("y", centre.1 + size * 0.35)
        .n("font-size", size)
        .a("text-anchor", "middle")
        .a("font-weight", "bold")
        .a("fill", ink)
        .text(text);
}

/// Width of a single line, for legends.
pub(super) fn line_width(text: &str, size: f64) -> f64 {
    width(text, size)
}
