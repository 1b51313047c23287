//! Numbered markers of findings: a badge with shape and number, and an outline in another stroke pattern.
//! Shape, pattern and number say what the colour says, too.

use super::canvas::{Canvas, PAPER, line, line_width};
use super::svg::{Look, Svg, number};
use super::words;
use super::{Mark, edge};
use crate::bpmn::diagram::Bounds;
use crate::domain::finding::Level;
use crate::text::Lang;

const RADIUS: f64 = 12.0;

/// Dark enough for white numbers (contrast above 6:1).
fn colour(level: Level) -> &'static str {
    match level {
        Level::High => "#9b1c1c",
        Level::Medium => "#7a4b00",
        Level::Check => "#1f4e9c",
    }
}

fn pattern(level: Level) -> &'static str {
    match level {
        Level::High => "",
        Level::Medium => "10 4",
        Level::Check => "2 4",
    }
}

/// Marks a shape: outline and badges along its upper edge, from the right.
pub(super) fn shape(canvas: &mut Canvas, b: &Bounds, marks: &[&Mark], lang: Lang) {
    let Some(level) = marks.iter().map(|mark| mark.level).min() else {
        return;
    };
    let grown = Bounds {
        x: b.x - 5.0,
        y: b.y - 5.0,
        width: b.width + 10.0,
        height: b.height + 10.0,
    };
    let look = Look::new("none", colour(level), 2.6).dashed(pattern(level));
    canvas
        .svg
        .start("rect")
        .n("x", grown.x)
        .n("y", grown.y)
        .n("width", grown.width)
        .n("height", grown.height)
        .n("rx", 12.0_f64.min(grown.height / 3.0))
        .look(&look)
        .empty();
    canvas.extent.bounds(&grown);
    row(canvas, marks, (b.x + b.width, b.y - 5.0), lang);
}

/// Marks an edge: badges at its middle.
pub(super) fn way(canvas: &mut Canvas, points: &[(f64, f64)], marks: &[&Mark], lang: Lang) {
    if !points.is_empty() {
        row(canvas, marks, edge::middle(points), lang);
    }
}

fn row(canvas: &mut Canvas, marks: &[&Mark], from: (f64, f64), lang: Lang) {
    for (index, mark) in marks.iter().enumerate() {
        let x = from.0 - index as f64 * (2.0 * RADIUS + 2.0);
        canvas.extent.point(x - RADIUS - 2.0, from.1 - RADIUS - 2.0);
        canvas.extent.point(x + RADIUS + 2.0, from.1 + RADIUS + 2.0);
        let svg = &mut canvas.labels;
        svg.start("g").a("data-mark", &mark.number.to_string()).open();
        let level = lang.text(words::level(mark.level));
        svg.start("title")
            .text(&format!("{}: {} ({level})", mark.number, mark.title));
        badge(svg, mark.level, (x, from.1), &mark.number.to_string());
        svg.end("g");
    }
}

/// A badge: octagon for high, diamond for medium, circle for check.
fn badge(svg: &mut Svg, level: Level, at: (f64, f64), label: &str) {
    let look = Look::new(colour(level), PAPER, 1.6);
    let turned = |d: &str, svg: &mut Svg| {
        let place = format!("translate({} {})", number(at.0), number(at.1));
        svg.start("path")
            .a("transform", &place)
            .a("d", d)
            .look(&look)
            .empty();
    };
    match level {
        Level::High => turned(
            "M11.1 4.6L4.6 11.1H-4.6L-11.1 4.6V-4.6L-4.6 -11.1H4.6L11.1 -4.6Z",
            svg,
        ),
        Level::Medium => turned("M0 -14L14 0L0 14L-14 0Z", svg),
        Level::Check => svg.circle(at.0, at.1, 11.0, &look),
    }
    let size = match label.chars().count() {
        0..=1 => 13.0,
        2 => 11.0,
        3 => 9.0,
        _ => 7.0,
    };
    line(svg, label, at, size, PAPER);
}

/// What the badges mean, in a row under the picture; `lost`: numbers without a place in it.
pub(super) fn legend(
    svg: &mut Svg,
    marks: &[Mark],
    lost: &[usize],
    from: (f64, f64),
    lang: Lang,
) -> (f64, f64) {
    let mut x = from.0 + RADIUS;
    let y = from.1 + RADIUS + 4.0;
    for level in Level::ALL {
        if !marks.iter().any(|mark| mark.level == level) {
            continue;
        }
        badge(svg, level, (x, y), "");
        let word = lang.text(words::level(level));
        x += RADIUS + 6.0;
        text(svg, &word, (x, y));
        x += line_width(&word, 12.0) + 2.0 * RADIUS + 8.0;
    }
    if !lost.is_empty() {
        let numbers = lost.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
        let sentence = format!("{} {numbers}", lang.text("drawing-marks-without-place"));
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
        .a("fill", super::canvas::INK)
        .text(words);
}
