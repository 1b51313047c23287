//! Paints choreographies and conversations: activities with the bands of their participants, messages, hexagons.

use super::canvas::{Canvas, Side};
use super::colour::{SHADE, letters};
use super::icon;
use super::lettering::{LARGEST, fit};
use super::shape::{centre, colours, inside, markers, rounded};
use super::svg::{Look, Svg, number};
use crate::bpmn::diagram::{Band, BandPlace, Bounds, Element, Shape};

/// Height of a band that the file does not draw itself.
const BAND: f64 = 20.0;
/// Size of an envelope beside a band or on a message flow.
const ENVELOPE: (f64, f64) = (24.0, 16.0);

/// What a choreography activity needs to know of its bands.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Bands<'a> {
    /// Height of what the file draws at the upper edge.
    pub top: f64,
    /// Height of what the file draws at the lower edge.
    pub bottom: f64,
    /// Participants where the file draws no bands: name, whether it begins.
    pub own: Vec<(&'a str, bool)>,
}

/// A choreography task, sub-choreography or call choreography.
pub(super) fn activity(canvas: &mut Canvas, shape: &Shape, element: &Element, bands: &Bands, closed: bool) {
    let b = &shape.bounds;
    let colours = colours(shape);
    let thick = element.local_name == "callChoreography";
    let look = Look::new(colours.paper, colours.ink, if thick { 4.0 } else { 1.6 });
    rounded(&mut canvas.svg, b, 0.0, &look);
    let (mut top, mut bottom) = (bands.top, bands.bottom);
    for (index, (name, initiating)) in bands.own.iter().enumerate() {
        let upper = index % 2 == 0;
        let y = if upper {
            b.y + top
        } else {
            b.y + b.height - bottom - BAND
        };
        if y < b.y || y + BAND > b.y + b.height {
            break;
        }
        let strip = Bounds {
            y,
            height: BAND,
            ..*b
        };
        let place = match (index, upper) {
            (0, _) => BandPlace::Top,
            (1, _) => BandPlace::Bottom,
            _ => BandPlace::Middle,
        };
        let ground = if *initiating { colours.paper } else { SHADE };
        strip_of(canvas, &strip, place, name, &Look::new(ground, colours.ink, 1.4));
        *(if upper { &mut top } else { &mut bottom }) += BAND;
    }
    let marks = markers(element, closed);
    let row = marks.len() as f64 * (icon::SIZE + 2.0);
    for (index, marker) in marks.iter().enumerate() {
        let x = centre(b).0 - row / 2.0 + index as f64 * (icon::SIZE + 2.0) + 1.0;
        let y = b.y + b.height - bottom - icon::SIZE - 3.0;
        icon::marker(&mut canvas.svg, *marker, x, y, colours.ink);
    }
    let below = if marks.is_empty() { 0.0 } else { icon::SIZE };
    let area = Bounds {
        x: b.x + 5.0,
        y: b.y + top + 3.0,
        width: (b.width - 10.0).max(8.0),
        height: (b.height - top - bottom - below - 6.0).max(8.0),
    };
    inside(canvas, &element.name, &area, false, letters(colours.paper));
}

/// A band as the file draws it.
pub(super) fn band(canvas: &mut Canvas, shape: &Shape, element: &Element, band: &Band) {
    let b = &shape.bounds;
    let colours = colours(shape);
    let ground = if band.initiating || shape.fill.is_some() {
        colours.paper
    } else {
        SHADE
    };
    if band.message {
        let below = band.place == BandPlace::Bottom;
        let (x, y) = (
            centre(b).0,
            if below { b.y + b.height + 22.0 } else { b.y - 22.0 },
        );
        let from = if below { b.y + b.height } else { b.y };
        let line = format!("M{} {}V{}", number(x), number(from), number(y));
        let dots = Look::new("none", colours.ink, 1.4).dashed("1.5 4");
        canvas.svg.path(&line, &dots);
        envelope(canvas, (x, y), band.initiating, colours.ink);
    }
    strip_of(
        canvas,
        b,
        band.place,
        &element.name,
        &Look::new(ground, colours.ink, 1.4),
    );
}

/// A strip with a name; its outer corners are round like those of the activity.
fn strip_of(canvas: &mut Canvas, b: &Bounds, place: BandPlace, name: &str, look: &Look) {
    let r = 10.0_f64.min(b.height / 2.0).min(b.width / 2.0);
    let (left, right, top, bottom) = (
        number(b.x),
        number(b.x + b.width),
        number(b.y),
        number(b.y + b.height),
    );
    let arc = |x: &str, y: &str| format!("A{0} {0} 0 0 1 {x} {y}", number(r));
    let d = match place {
        BandPlace::Top => format!(
            "M{left} {bottom}V{}{}H{}{}V{bottom}Z",
            number(b.y + r),
            arc(&number(b.x + r), &top),
            number(b.x + b.width - r),
            arc(&right, &number(b.y + r)),
        ),
        BandPlace::Middle => format!("M{left} {top}H{right}V{bottom}H{left}Z"),
        BandPlace::Bottom => format!(
            "M{left} {top}H{right}V{}{}H{}{}Z",
            number(b.y + b.height - r),
            arc(&number(b.x + b.width - r), &bottom),
            number(b.x + r),
            arc(&left, &number(b.y + b.height - r)),
        ),
    };
    canvas.svg.path(&d, look);
    let lettering = fit(name, (b.width - 8.0).max(8.0), (b.height - 2.0).max(8.0), LARGEST);
    let y = centre(b).1 - lettering.height() / 2.0;
    canvas.inside(&lettering, (centre(b).0, y), letters(look.fill));
}

/// An envelope around a point; what does not begin is shaded.
pub(super) fn envelope(canvas: &mut Canvas, at: (f64, f64), initiating: bool, ink: &str) {
    let (width, height) = ENVELOPE;
    let b = Bounds {
        x: at.0 - width / 2.0,
        y: at.1 - height / 2.0,
        width,
        height,
    };
    canvas.extent.bounds(&b);
    letter(
        &mut canvas.svg,
        &b,
        &Look::new(if initiating { "#ffffff" } else { SHADE }, ink, 1.4),
    );
}

fn letter(svg: &mut Svg, b: &Bounds, look: &Look) {
    let (left, right) = (number(b.x), number(b.x + b.width));
    let (top, bottom) = (number(b.y), number(b.y + b.height));
    svg.path(&format!("M{left} {top}H{right}V{bottom}H{left}Z"), look);
    let flap = format!(
        "M{left} {top}L{} {}L{right} {top}",
        number(centre(b).0),
        number(centre(b).1 + b.height * 0.1)
    );
    svg.path(&flap, &Look::new("none", look.stroke, 1.2));
}

/// A message as a shape of its own.
pub(super) fn message(canvas: &mut Canvas, shape: &Shape, element: &Element) {
    let colours = colours(shape);
    letter(
        &mut canvas.svg,
        &shape.bounds,
        &Look::new(colours.paper, colours.ink, 1.4),
    );
    canvas.beside(&element.name, shape.label.as_ref(), &shape.bounds, Side::Below);
}

/// A conversation: a hexagon with its name beside; one that is called has a thick border, one with more inside a plus.
pub(super) fn conversation(canvas: &mut Canvas, shape: &Shape, element: &Element, side: Side) {
    let b = shape.bounds;
    let colours = colours(shape);
    let cut = (b.width / 4.0).min(b.height / 2.0);
    let d = format!(
        "M{} {}H{}L{} {}L{} {}H{}L{} {}Z",
        number(b.x + cut),
        number(b.y),
        number(b.x + b.width - cut),
        number(b.x + b.width),
        number(centre(&b).1),
        number(b.x + b.width - cut),
        number(b.y + b.height),
        number(b.x + cut),
        number(b.x),
        number(centre(&b).1)
    );
    let thick = element.local_name == "callConversation";
    let look = Look::new(colours.paper, colours.ink, if thick { 4.0 } else { 1.6 });
    canvas.svg.path(&d, &look);
    if element.local_name == "subConversation" {
        let x = centre(&b).0 - icon::SIZE / 2.0;
        let y = b.y + b.height - icon::SIZE - 2.0;
        icon::marker(&mut canvas.svg, icon::Marker::Collapsed, x, y, colours.ink);
    }
    canvas.beside(&element.name, shape.label.as_ref(), &shape.bounds, side);
}
