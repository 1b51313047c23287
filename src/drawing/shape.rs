//! Paints shapes of flow nodes: events, gateways, activities.

use super::canvas::{Canvas, Side};
use super::colour::{self, PAPER, letters};
use super::icon::{self, Ink, Marker};
use super::lettering::{LARGEST, LEADING, Lettering, SMALLEST, fit, width};
use super::svg::{Look, Svg};
use crate::bpmn::diagram::{Bounds, Element, Shape, Tag};

const PADDING: f64 = 5.0;

/// Ink and paper of a shape.
pub(super) fn colours(shape: &Shape) -> Ink<'_> {
    Ink {
        ink: colour::outline(shape.stroke.as_deref()),
        paper: shape.fill.as_deref().unwrap_or(PAPER),
    }
}

/// Ink and paper of the symbols inside a form: ink that can be seen on the paper.
fn symbols(colours: Ink<'_>) -> Ink<'_> {
    Ink {
        ink: colour::lines(colours.ink, colours.paper),
        ..colours
    }
}

/// Middle of bounds.
pub(super) fn centre(b: &Bounds) -> (f64, f64) {
    (b.x + b.width / 2.0, b.y + b.height / 2.0)
}

/// An event with its ring, its trigger and its name beside.
pub(super) fn event(canvas: &mut Canvas, shape: &Shape, element: &Element, side: Side) {
    let colours = colours(shape);
    let (x, y) = centre(&shape.bounds);
    let r = shape.bounds.width.min(shape.bounds.height) / 2.0;
    let svg = &mut canvas.svg;
    let dash = if element.interrupting { "" } else { "5 3" };
    let thrown = matches!(element.tag, Tag::ThrowEvent | Tag::EndEvent);
    match element.tag {
        Tag::StartEvent => svg.circle(x, y, r, &Look::new(colours.paper, colours.ink, 1.6).dashed(dash)),
        Tag::EndEvent => svg.circle(
            x,
            y,
            (r - 1.0).max(1.0),
            &Look::new(colours.paper, colours.ink, 4.0),
        ),
        _ => {
            svg.circle(x, y, r, &Look::new(colours.paper, colours.ink, 1.5).dashed(dash));
            svg.circle(x, y, r * 0.82, &Look::new("none", colours.ink, 1.5).dashed(dash));
        }
    }
    icon::trigger(
        svg,
        &element.events,
        element.flag,
        (x, y),
        r,
        thrown,
        symbols(colours),
    );
    canvas.beside(&element.name, shape.label.as_ref(), &shape.bounds, side);
}

/// A gateway with its symbol and its name beside.
pub(super) fn gateway(canvas: &mut Canvas, shape: &Shape, element: &Element, side: Side) {
    let colours = colours(shape);
    let b = &shape.bounds;
    let (x, y) = centre(b);
    let d = format!(
        "M{} {}L{} {}L{} {}L{} {}Z",
        num(x),
        num(b.y),
        num(b.x + b.width),
        num(y),
        num(x),
        num(b.y + b.height),
        num(b.x),
        num(y)
    );
    canvas.svg.path(&d, &Look::new(colours.paper, colours.ink, 1.6));
    let shown = element.tag != Tag::ExclusiveGateway || shape.marker_visible != Some(false);
    if shown {
        let smaller = b.width.min(b.height);
        icon::gateway(&mut canvas.svg, element, (x, y), smaller, symbols(colours).ink);
    }
    canvas.beside(&element.name, shape.label.as_ref(), &shape.bounds, side);
}

/// An activity: task, call activity or sub-process. `closed`: it holds steps that are not drawn inside it, `expanded`:
/// they are.
pub(super) fn activity(canvas: &mut Canvas, shape: &Shape, element: &Element, closed: bool, expanded: bool) {
    let colours = colours(shape);
    let b = &shape.bounds;
    let svg = &mut canvas.svg;
    let width = if element.tag == Tag::CallActivity {
        4.0
    } else {
        1.6
    };
    let dash = if element.triggered_by_event { "2 3" } else { "" };
    rounded(
        svg,
        b,
        0.0,
        &Look::new(colours.paper, colours.ink, width).dashed(dash),
    );
    if element.tag == Tag::Transaction {
        rounded(svg, b, 3.5, &Look::new("none", colours.ink, 1.4));
    }
    let inner = symbols(colours);
    let marks = markers(element, closed);
    let row = marks.len() as f64 * (icon::SIZE + 2.0);
    for (index, marker) in marks.iter().enumerate() {
        let x = b.x + b.width / 2.0 - row / 2.0 + index as f64 * (icon::SIZE + 2.0) + 1.0;
        icon::marker(svg, *marker, x, b.y + b.height - icon::SIZE - 3.0, inner.ink);
    }
    let typed = icon::has_type(element.tag);
    if typed {
        icon::task_type(svg, element.tag, element.flag, b.x + 4.0, b.y + 4.0, inner);
    }
    let below = if marks.is_empty() { 0.0 } else { icon::SIZE };
    let area = Bounds {
        x: b.x + PADDING,
        y: b.y + PADDING,
        width: (b.width - 2.0 * PADDING).max(8.0),
        height: (b.height - 2.0 * PADDING - below).max(8.0),
    };
    let ink = letters(colours.paper);
    if expanded {
        let mut head = area;
        head.height = area.height.min(30.0);
        let lettering = fit(&element.name, head.width - 2.0 * icon::SIZE, head.height, LARGEST);
        canvas.inside(&lettering, (centre(&head).0, head.y), ink);
        return;
    }
    inside(canvas, &element.name, &area, typed, ink);
}

/// A name centred in an area; below the type icon where it would touch it.
pub(super) fn inside(canvas: &mut Canvas, name: &str, area: &Bounds, typed: bool, ink: &str) {
    let place = |lettering: &Lettering, area: &Bounds| {
        (
            centre(area).0,
            area.y + (area.height - lettering.height()).max(0.0) / 2.0,
        )
    };
    let mut lettering = fit(name, area.width, area.height, LARGEST);
    let mut at = place(&lettering, area);
    // The icon ends at this point, seen from the upper left corner of the area.
    let (icon_right, icon_bottom) = (area.x + icon::SIZE + 2.0, area.y + icon::SIZE - 1.0);
    let touches = |lettering: &Lettering, at: (f64, f64)| {
        lettering.lines.iter().enumerate().any(|(index, line)| {
            let top = at.1 + index as f64 * lettering.size * LEADING;
            top < icon_bottom && at.0 - width(line, lettering.size) / 2.0 < icon_right
        })
    };
    if typed && touches(&lettering, at) {
        let lower = Bounds {
            y: icon_bottom,
            height: (area.height - icon::SIZE + 1.0).max(8.0),
            ..*area
        };
        lettering = fit(name, lower.width, lower.height, LARGEST);
        if lettering.cut {
            // The padding at the sides and below is worth less than the end of the name.
            let wider = Bounds {
                x: area.x - PADDING + 2.0,
                width: area.width + 2.0 * PADDING - 4.0,
                height: lower.height + PADDING - 2.0,
                ..lower
            };
            lettering = fit(name, wider.width, wider.height, SMALLEST);
            at = place(&lettering, &wider);
        } else {
            at = place(&lettering, &lower);
        }
    }
    canvas.inside(&lettering, at, ink);
}

/// Markers in the order in which they stand at the lower edge.
pub(super) fn markers(element: &Element, closed: bool) -> Vec<Marker> {
    let several = match element.multi_instance {
        Some(true) => Some(Marker::Sequential),
        Some(false) => Some(Marker::Parallel),
        None => element.is_loop.then_some(Marker::Loop),
    };
    [
        several,
        (element.tag == Tag::AdHocSubProcess).then_some(Marker::AdHoc),
        element.for_compensation.then_some(Marker::Compensation),
        closed.then_some(Marker::Collapsed),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A rectangle with round corners, moved inwards.
pub(super) fn rounded(svg: &mut Svg, b: &Bounds, inwards: f64, look: &Look) {
    svg.start("rect")
        .n("x", b.x + inwards)
        .n("y", b.y + inwards)
        .n("width", (b.width - 2.0 * inwards).max(0.0))
        .n("height", (b.height - 2.0 * inwards).max(0.0))
        .n("rx", 10.0_f64.min(b.height / 4.0))
        .look(look)
        .empty();
}

fn num(value: f64) -> String {
    super::svg::number(value)
}
