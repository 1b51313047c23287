//! Paints shapes of flow nodes: events, gateways, activities.

use super::canvas::{Align, Canvas, INK, PAPER, Side, write};
use super::icon::{self, Ink, Marker};
use super::lettering::{LARGEST, Lettering, fit};
use super::svg::{Look, Svg};
use super::tidy::is_dark;
use crate::bpmn::diagram::{Bounds, Element, Shape, Tag};

const PADDING: f64 = 5.0;

/// Ink and paper of a shape.
pub(super) fn colours(shape: &Shape) -> Ink<'_> {
    Ink {
        ink: shape.stroke.as_deref().unwrap_or(INK),
        paper: shape.fill.as_deref().unwrap_or(PAPER),
    }
}

/// Colour of letters on a ground.
pub(super) fn letters(paper: &str) -> &'static str {
    if is_dark(paper) { PAPER } else { INK }
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
        r * 0.9,
        thrown,
        colours,
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
        icon::gateway(
            &mut canvas.svg,
            element.tag,
            element.flag,
            (x, y),
            smaller,
            colours.ink,
        );
    }
    canvas.beside(&element.name, shape.label.as_ref(), &shape.bounds, side);
}

/// An activity: task, call activity or sub-process. `expanded`: its content is drawn inside.
pub(super) fn activity(canvas: &mut Canvas, shape: &Shape, element: &Element, expanded: bool) {
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
    let marks = markers(element, expanded);
    let row = marks.len() as f64 * (icon::SIZE + 2.0);
    for (index, marker) in marks.iter().enumerate() {
        let x = b.x + b.width / 2.0 - row / 2.0 + index as f64 * (icon::SIZE + 2.0) + 1.0;
        icon::marker(svg, *marker, x, b.y + b.height - icon::SIZE - 3.0, colours.ink);
    }
    let typed = icon::has_type(element.tag);
    if typed {
        icon::task_type(svg, element.tag, b.x + 4.0, b.y + 4.0, colours);
    }
    let below = if marks.is_empty() { 0.0 } else { icon::SIZE };
    let area = Bounds {
        x: b.x + PADDING,
        y: b.y + PADDING,
        width: (b.width - 2.0 * PADDING).max(8.0),
        height: (b.height - 2.0 * PADDING - below).max(8.0),
    };
    let look = Look::new(letters(colours.paper), "none", 0.0);
    if expanded {
        let mut head = area;
        head.height = area.height.min(30.0);
        let lettering = fit(&element.name, head.width - 2.0 * icon::SIZE, head.height, LARGEST);
        write(svg, &lettering, (centre(&head).0, head.y), Align::Middle, &look);
        return;
    }
    inside(svg, &element.name, &area, typed, &look);
}

/// A name centred in an area; below the type icon where it would touch it.
fn inside(svg: &mut Svg, name: &str, area: &Bounds, typed: bool, look: &Look) {
    let place = |lettering: &Lettering, area: &Bounds| {
        (
            centre(area).0,
            area.y + (area.height - lettering.height()).max(0.0) / 2.0,
        )
    };
    let mut lettering = fit(name, area.width, area.height, LARGEST);
    let mut at = place(&lettering, area);
    let first = lettering
        .lines
        .first()
        .map_or(0.0, |line| super::lettering::width(line, lettering.size));
    let touches = at.1 < area.y + icon::SIZE && first > area.width - 2.0 * icon::SIZE - 4.0;
    if typed && touches {
        let lower = Bounds {
            y: area.y + icon::SIZE,
            height: (area.height - icon::SIZE).max(8.0),
            ..*area
        };
        lettering = fit(name, lower.width, lower.height, LARGEST);
        at = place(&lettering, &lower);
    }
    write(svg, &lettering, at, Align::Middle, look);
}

fn markers(element: &Element, expanded: bool) -> Vec<Marker> {
    let sub = matches!(
        element.tag,
        Tag::SubProcess | Tag::AdHocSubProcess | Tag::Transaction
    );
    let several = match element.multi_instance {
        Some(true) => Some(Marker::Sequential),
        Some(false) => Some(Marker::Parallel),
        None => element.is_loop.then_some(Marker::Loop),
    };
    [
        several,
        (element.tag == Tag::AdHocSubProcess).then_some(Marker::AdHoc),
        element.for_compensation.then_some(Marker::Compensation),
        (sub && !expanded).then_some(Marker::Collapsed),
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
