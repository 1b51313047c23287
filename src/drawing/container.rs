//! Paints what holds or accompanies flow nodes: pools, lanes, groups, data, annotations, unknown things.

use super::canvas::{Align, Canvas, Side, write};
use super::colour::letters;
use super::icon::{self, Marker};
use super::lettering::{LARGEST, fit};
use super::shape::{centre, colours, rounded};
use super::svg::{Look, Svg, number};
use crate::bpmn::diagram::{Bounds, Element, Shape, Tag};

/// Width of the strip that holds the name of a pool or lane.
pub(super) const BAND: f64 = 30.0;

/// A pool. `open`: it has content, so its name stands in a strip.
pub(super) fn pool(canvas: &mut Canvas, shape: &Shape, element: &Element, open: bool, horizontal: bool) {
    let b = &shape.bounds;
    let colours = colours(shape);
    rectangle(&mut canvas.svg, b, &Look::new(colours.paper, colours.ink, 1.6));
    let ink = letters(colours.paper);
    if !open {
        let lettering = fit(
            &element.name,
            (b.width - 10.0).max(8.0),
            (b.height - 6.0).max(8.0),
            LARGEST,
        );
        let top = centre(b).1 - lettering.height() / 2.0;
        canvas.inside(&lettering, (centre(b).0, top), ink);
        several(canvas, b, element, colours.ink);
        return;
    }
    let line = if horizontal {
        format!(
            "M{} {}V{}",
            number(b.x + BAND),
            number(b.y),
            number(b.y + b.height)
        )
    } else {
        format!(
            "M{} {}H{}",
            number(b.x),
            number(b.y + BAND),
            number(b.x + b.width)
        )
    };
    canvas.svg.path(&line, &Look::new("none", colours.ink, 1.4));
    band(&mut canvas.svg, shape, &element.name, ink, horizontal);
    several(canvas, b, element, colours.ink);
}

/// Three strokes where there may be several of a participant.
fn several(canvas: &mut Canvas, b: &Bounds, element: &Element, ink: &str) {
    if element.multi_instance.is_some() {
        let x = centre(b).0 - icon::SIZE / 2.0;
        let y = b.y + b.height - icon::SIZE - 2.0;
        icon::marker(&mut canvas.svg, Marker::Parallel, x, y, ink);
    }
}

/// A lane.
pub(super) fn lane(canvas: &mut Canvas, shape: &Shape, element: &Element, horizontal: bool) {
    let colours = colours(shape);
    let ground = shape.fill.as_deref().unwrap_or("none");
    rectangle(
        &mut canvas.svg,
        &shape.bounds,
        &Look::new(ground, colours.ink, 1.2),
    );
    band(
        &mut canvas.svg,
        shape,
        &element.name,
        letters(colours.paper),
        horizontal,
    );
}

fn band(svg: &mut Svg, shape: &Shape, name: &str, ink: &str, horizontal: bool) {
    let b = &shape.bounds;
    let look = Look::new(ink, "none", 0.0);
    let length = if horizontal { b.height } else { b.width };
    let lettering = fit(name, (length - 6.0).max(8.0), BAND - 2.0, LARGEST);
    let across = (BAND - lettering.height()) / 2.0;
    if !horizontal {
        write(
            svg,
            &lettering,
            (b.x + b.width / 2.0, b.y + across),
            Align::Middle,
            &look,
        );
        return;
    }
    let turn = format!(
        "translate({} {}) rotate(-90)",
        number(b.x),
        number(b.y + b.height / 2.0)
    );
    svg.start("g").a("transform", &turn).open();
    write(svg, &lettering, (0.0, across), Align::Middle, &look);
    svg.end("g");
}

/// A group: a frame with its name at the top.
pub(super) fn group(canvas: &mut Canvas, shape: &Shape, element: &Element) {
    let colours = colours(shape);
    let look = Look::new("none", colours.ink, 1.5).dashed("8 4 2 4");
    rounded(&mut canvas.svg, &shape.bounds, 0.0, &look);
    let edge = Bounds {
        height: 0.0,
        ..shape.bounds
    };
    canvas.beside(&element.name, shape.label.as_ref(), &edge, Side::Below);
}

/// A data object, input or output; its state stands in brackets below the name.
pub(super) fn data_object(
    canvas: &mut Canvas,
    shape: &Shape,
    element: &Element,
    collection: bool,
    side: Side,
) {
    let b = shape.bounds;
    let colours = colours(shape);
    let look = Look::new(colours.paper, colours.ink, 1.5);
    let fold = (b.width.min(b.height) * 0.3).min(14.0);
    let (x, y, right, bottom) = (b.x, b.y, b.x + b.width, b.y + b.height);
    let d = format!(
        "M{x} {y}H{f}L{r} {g}V{v}H{x}Z",
        x = number(x),
        y = number(y),
        f = number(right - fold),
        r = number(right),
        g = number(y + fold),
        v = number(bottom)
    );
    canvas.svg.path(&d, &look);
    let corner = format!(
        "M{} {}V{}H{}",
        number(right - fold),
        number(y),
        number(y + fold),
        number(right)
    );
    canvas.svg.path(&corner, &Look::new("none", colours.ink, 1.2));
    if collection {
        let (cx, from) = (centre(&b).0, number(bottom - 10.0));
        let bars: String = [-4.0, 0.0, 4.0]
            .iter()
            .map(|dx| format!("M{} {from}V{}", number(cx + dx), number(bottom - 2.0)))
            .collect();
        canvas.svg.path(&bars, &Look::new("none", colours.ink, 1.8));
    }
    if matches!(element.tag, Tag::DataInput | Tag::DataOutput) {
        let fill = if element.tag == Tag::DataOutput {
            colours.ink
        } else {
            colours.paper
        };
        let arrow = format!(
            "M{} {}h7v-3.5l6 6l-6 6v-3.5h-7z",
            number(x + 4.0),
            number(y + 7.0)
        );
        canvas.svg.path(&arrow, &Look::new(fill, colours.ink, 1.0));
    }
    canvas.beside(&data_name(element), shape.label.as_ref(), &shape.bounds, side);
}

/// A data store.
pub(super) fn data_store(canvas: &mut Canvas, shape: &Shape, element: &Element, side: Side) {
    let b = shape.bounds;
    let colours = colours(shape);
    let (rx, ry) = (b.width / 2.0, (b.height * 0.13).min(b.width / 3.0));
    let (left, right) = (number(b.x), number(b.x + b.width));
    let arc = |to: &str, y: f64| format!("A{} {} 0 0 0 {to} {}", number(rx), number(ry), number(y));
    let top = b.y + ry;
    let low = b.y + b.height - ry;
    let body = format!(
        "M{left} {}V{}{}V{}{}Z",
        number(top),
        number(low),
        arc(&right, low),
        number(top),
        arc(&left, top)
    );
    canvas
        .svg
        .path(&body, &Look::new(colours.paper, colours.ink, 1.5));
    let step = (b.height * 0.11).min(8.0);
    let rings: String = (0..3)
        .map(|ring| {
            let y = top + step * f64::from(ring);
            format!("M{left} {}{}", number(y), arc(&right, y))
        })
        .collect();
    canvas.svg.path(&rings, &Look::new("none", colours.ink, 1.2));
    canvas.beside(&data_name(element), shape.label.as_ref(), &shape.bounds, side);
}

fn data_name(element: &Element) -> String {
    match (element.name.is_empty(), element.details.data_state.is_empty()) {
        (_, true) => element.name.clone(),
        (true, false) => format!("[{}]", element.details.data_state),
        (false, false) => format!("{} [{}]", element.name, element.details.data_state),
    }
}

/// A text annotation: an open bracket and its text.
pub(super) fn annotation(canvas: &mut Canvas, shape: &Shape, element: &Element) {
    let b = shape.bounds;
    let colours = colours(shape);
    if let Some(fill) = shape.fill.as_deref() {
        rectangle(&mut canvas.svg, &b, &Look::new(fill, "none", 0.0));
    }
    let arm = number(b.x + 10.0_f64.min(b.width));
    let bracket = format!(
        "M{arm} {}H{}V{}H{arm}",
        number(b.y),
        number(b.x),
        number(b.y + b.height)
    );
    canvas.svg.path(&bracket, &Look::new("none", colours.ink, 1.4));
    let lettering = fit(
        &element.name,
        (b.width - 10.0).max(8.0),
        (b.height - 6.0).max(10.0),
        LARGEST,
    );
    let look = Look::new(letters(colours.paper), "none", 0.0);
    let below = ((b.height - lettering.height()) / 2.0).clamp(0.0, 4.0);
    write(
        &mut canvas.svg,
        &lettering,
        (b.x + 6.0, b.y + below),
        Align::Start,
        &look,
    );
    canvas.written.push(b);
}

/// Anything else: a frame with a name, dashed where the file does not say what it is.
pub(super) fn other(canvas: &mut Canvas, shape: &Shape, name: &str, known: bool) {
    let b = shape.bounds;
    let colours = colours(shape);
    let dash = if known { "" } else { "4 4" };
    rounded(
        &mut canvas.svg,
        &b,
        0.0,
        &Look::new(colours.paper, colours.ink, 1.4).dashed(dash),
    );
    let lettering = fit(
        name,
        (b.width - 10.0).max(8.0),
        (b.height - 10.0).max(8.0),
        LARGEST,
    );
    let top = centre(&b).1 - lettering.height() / 2.0;
    canvas.inside(&lettering, (centre(&b).0, top), letters(colours.paper));
}

fn rectangle(svg: &mut Svg, b: &Bounds, look: &Look) {
    svg.start("rect")
        .n("x", b.x)
        .n("y", b.y)
        .n("width", b.width)
        .n("height", b.height)
        .look(look)
        .empty();
}
