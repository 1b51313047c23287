//! Marks on elements: a badge with a symbol in a shape of its class, and an outline in another stroke pattern.
//! Shape, pattern and symbol say what the colour says, too. Used for findings (numbers) and for comparisons.

use super::canvas::{Canvas, line, line_width};
use super::colour::PAPER;
use super::edge;
use super::free::Free;
use super::svg::{Look, Svg, number};
use super::words;
use crate::bpmn::diagram::Bounds;
use crate::domain::finding::Level;
use crate::text::Lang;

const RADIUS: f64 = 12.0;
/// Distance of two badges in a row, and the side of the square that one covers.
const STEP: f64 = 26.0;

/// A mark on an element of the picture. An element may carry several; they stand in the order given.
///
/// A mark on an element that is not drawn stands on what is drawn around it; one that finds no place at all
/// is listed under the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Id of the element in the file.
    pub element: String,
    /// What stands in the badge: a number, `+`, `–` …; at most four characters are readable.
    pub symbol: String,
    /// What it says; decides shape, stroke pattern, colour and the word in the legend.
    pub class: MarkClass,
    /// Tooltip of the badge, in words of the reader. Data: it is escaped here.
    pub title: String,
}

impl Mark {
    /// The mark of a finding with its number in the list beside the picture.
    pub fn finding(
        element: impl Into<String>,
        number: usize,
        level: Level,
        title: impl Into<String>,
    ) -> Self {
        Mark {
            element: element.into(),
            symbol: number.to_string(),
            class: MarkClass::Finding(level),
            title: title.into(),
        }
    }
}

/// What a mark says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkClass {
    /// A finding, by how sure it is.
    Finding(Level),
    /// The element is new.
    Added,
    /// The element is gone in the other version.
    Removed,
    /// The element says something else.
    Changed,
    /// The element stands elsewhere.
    Moved,
}

impl MarkClass {
    /// All classes, in the order of the legend.
    pub const ALL: [MarkClass; 7] = [
        MarkClass::Finding(Level::High),
        MarkClass::Finding(Level::Medium),
        MarkClass::Finding(Level::Check),
        MarkClass::Added,
        MarkClass::Removed,
        MarkClass::Changed,
        MarkClass::Moved,
    ];

    /// Value of the `class` attribute of the badge and the outline in the SVG.
    pub fn code(self) -> &'static str {
        match self {
            MarkClass::Finding(Level::High) => "mark-high",
            MarkClass::Finding(Level::Medium) => "mark-medium",
            MarkClass::Finding(Level::Check) => "mark-check",
            MarkClass::Added => "mark-added",
            MarkClass::Removed => "mark-removed",
            MarkClass::Changed => "mark-changed",
            MarkClass::Moved => "mark-moved",
        }
    }

    /// Dark enough for white symbols (contrast above 6:1, WCAG 2.2 asks for 4.5:1).
    fn colour(self) -> &'static str {
        match self {
            MarkClass::Finding(Level::High) | MarkClass::Removed => "#9b1c1c",
            MarkClass::Finding(Level::Medium) | MarkClass::Changed => "#7a4b00",
            MarkClass::Finding(Level::Check) | MarkClass::Moved => "#1f4e9c",
            MarkClass::Added => "#14532d",
        }
    }

    /// Dash pattern of the outline.
    fn pattern(self) -> &'static str {
        match self {
            MarkClass::Finding(Level::High) | MarkClass::Added => "",
            MarkClass::Finding(Level::Medium) | MarkClass::Changed => "10 4",
            MarkClass::Finding(Level::Check) | MarkClass::Moved => "2 4",
            MarkClass::Removed => "6 3 1 3",
        }
    }

    /// Outline of the badge around the origin; `None`: a circle.
    fn outline(self) -> Option<&'static str> {
        match self {
            MarkClass::Finding(Level::High) | MarkClass::Removed => {
                Some("M11.1 4.6L4.6 11.1H-4.6L-11.1 4.6V-4.6L-4.6 -11.1H4.6L11.1 -4.6Z")
            }
            MarkClass::Finding(Level::Medium) | MarkClass::Changed => Some("M0 -14L14 0L0 14L-14 0Z"),
            MarkClass::Finding(Level::Check) | MarkClass::Moved => None,
            MarkClass::Added => Some("M-10.5 -10.5H10.5V10.5H-10.5Z"),
        }
    }
}

/// Marks a shape: outline, and badges at its upper edge or where they hide no letters.
pub(super) fn shape(canvas: &mut Canvas, free: &mut Free, b: &Bounds, marks: &[&Mark], lang: Lang) {
    let Some(class) = marks.iter().map(|mark| mark.class).min() else {
        return;
    };
    let grown = Bounds {
        x: b.x - 5.0,
        y: b.y - 5.0,
        width: b.width + 10.0,
        height: b.height + 10.0,
    };
    let look = Look::new("none", class.colour(), 2.6).dashed(class.pattern());
    canvas
        .svg
        .start("rect")
        .a("class", class.code())
        .n("x", grown.x)
        .n("y", grown.y)
        .n("width", grown.width)
        .n("height", grown.height)
        .n("rx", 12.0_f64.min(grown.height / 3.0))
        .look(&look)
        .empty();
    canvas.extent.bounds(&grown);
    let (right, bottom) = (b.x + b.width, b.y + b.height);
    let wide = STEP * marks.len().saturating_sub(1) as f64;
    let places = [
        (right, b.y - 10.0),
        (right + wide, b.y - 10.0),
        (right, bottom + 10.0),
        (right + wide + STEP, b.y + b.height / 2.0),
        (right + wide, bottom + 10.0),
        (right, b.y - 36.0),
        (b.x - STEP, b.y + b.height / 2.0),
    ];
    row(canvas, free, marks, &places, lang);
}

/// Marks an edge: badges at its middle or where they hide no letters.
pub(super) fn way(canvas: &mut Canvas, free: &mut Free, points: &[(f64, f64)], marks: &[&Mark], lang: Lang) {
    let mut places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]
        .map(|share| edge::along(points, share))
        .to_vec();
    // Short flows with a name have no room on them, but beside them.
    let (x, y) = edge::middle(points);
    places.extend([
        (x, y + STEP),
        (x, y - STEP),
        (x + STEP, y),
        (x - STEP, y),
        (x, y + 0.6 * STEP),
        (x, y - 1.6 * STEP),
        (x, y + 2.0 * STEP),
    ]);
    if !points.is_empty() {
        row(canvas, free, marks, &places, lang);
    }
}

/// Badges from right to left, at the first of these places that is free; at the first of all where none is.
fn row(canvas: &mut Canvas, free: &mut Free, marks: &[&Mark], places: &[(f64, f64)], lang: Lang) {
    let count = marks.len() as f64;
    let covered = |place: &(f64, f64)| Bounds {
        x: place.0 - STEP * (count - 0.5),
        y: place.1 - STEP / 2.0,
        width: STEP * count,
        height: STEP,
    };
    let place = places.iter().find(|place| free.is_free(&covered(place)));
    let Some(from) = place.or(places.first()).copied() else {
        return;
    };
    free.take(covered(&from));
    canvas.extent.bounds(&covered(&from));
    for (index, mark) in marks.iter().enumerate() {
        let x = from.0 - index as f64 * STEP;
        let svg = &mut canvas.labels;
        svg.start("g")
            .a("class", mark.class.code())
            .a("data-mark", &mark.symbol)
            .open();
        let class = lang.text(words::mark_class(mark.class));
        svg.start("title")
            .text(&format!("{}: {} ({class})", mark.symbol, mark.title));
        badge(svg, mark.class, (x, from.1), &mark.symbol);
        svg.end("g");
    }
}

/// A badge with its symbol.
fn badge(svg: &mut Svg, class: MarkClass, at: (f64, f64), symbol: &str) {
    let look = Look::new(class.colour(), PAPER, 1.6);
    match class.outline() {
        Some(d) => {
            let place = format!("translate({} {})", number(at.0), number(at.1));
            svg.start("path")
                .a("transform", &place)
                .a("d", d)
                .look(&look)
                .empty();
        }
        None => svg.circle(at.0, at.1, 11.0, &look),
    }
    let size = match symbol.chars().count() {
        0..=1 => 13.0,
        2 => 11.0,
        3 => 9.0,
        _ => 7.0,
    };
    line(svg, symbol, at, size, PAPER);
}

/// What the badges mean, in a row under the picture; `lost`: symbols of marks without a place in it.
pub(super) fn legend(
    svg: &mut Svg,
    marks: &[Mark],
    lost: &[&str],
    from: (f64, f64),
    lang: Lang,
) -> (f64, f64) {
    let mut x = from.0 + RADIUS;
    let y = from.1 + RADIUS + 4.0;
    for class in MarkClass::ALL {
        if !marks.iter().any(|mark| mark.class == class) {
            continue;
        }
        badge(svg, class, (x, y), "");
        let word = lang.text(words::mark_class(class));
        x += RADIUS + 6.0;
        text(svg, &word, (x, y));
        x += line_width(&word, 12.0) + 2.0 * RADIUS + 8.0;
    }
    if !lost.is_empty() {
        let symbols = lost.join(", ");
        let sentence = format!("{} {symbols}", lang.text("drawing-marks-without-place"));
        text(svg, &sentence, (x, y));
        x += line_width(&sentence, 12.0);
    }
    (x, y + RADIUS)
}

fn text(svg: &mut Svg, words: &str, at: (f64, f64)) {
    svg.start("text")
        .n("x", at.0)
        .n("y", at.1 + 4.0)
        .n("font-size", 12.0)
        .a("fill", super::colour::INK)
        .text(words);
}
