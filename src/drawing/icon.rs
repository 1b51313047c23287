//! Small symbols inside forms: task types, markers, triggers, gateways. All are our own drawings of the
//! symbols that BPMN 2.0 prescribes.

use super::svg::{Look, Svg, number};
use crate::bpmn::diagram::{Element, EventDefinition, Tag};

/// Side of a task type icon and of a marker, in pixels.
pub(super) const SIZE: f64 = 16.0;

const GEAR: &str = "M12.8 6.5L14.9 6.8L14.9 9.2L12.8 9.5L12.4 10.4L13.7 12.1L12.1 13.7L10.4 12.4L9.5 12.8L9.2 14.9\
L6.8 14.9L6.5 12.8L5.6 12.4L3.9 13.7L2.3 12.1L3.6 10.4L3.2 9.5L1.1 9.2L1.1 6.8L3.2 6.5L3.6 5.6L2.3 3.9L3.9 2.3\
L5.6 3.6L6.5 3.2L6.8 1.1L9.2 1.1L9.5 3.2L10.4 3.6L12.1 2.3L13.7 3.9L12.4 5.6Z";

/// Colour of lines and of what lies beneath them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ink<'a> {
    /// Lines.
    pub ink: &'a str,
    /// Ground.
    pub paper: &'a str,
}

/// Markers at the lower edge of an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// Standard loop.
    Loop,
    /// Several at a time.
    Parallel,
    /// Several one after the other.
    Sequential,
    /// Any order.
    AdHoc,
    /// Undoes something.
    Compensation,
    /// Content not shown.
    Collapsed,
}

/// Whether a task of this tag carries a type icon.
pub(super) fn has_type(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::UserTask
            | Tag::ManualTask
            | Tag::ServiceTask
            | Tag::ScriptTask
            | Tag::BusinessRuleTask
            | Tag::SendTask
            | Tag::ReceiveTask
    )
}

/// The type icon of a task with its upper left corner at a point; `instantiates`: a receive task that begins a case.
pub(super) fn task_type(svg: &mut Svg, tag: Tag, instantiates: bool, x: f64, y: f64, colours: Ink) {
    let Ink { ink, paper } = colours;
    let thin = Look::new("none", ink, 1.0);
    let light = Look::new(paper, ink, 1.0);
    let full = Look::new(ink, ink, 1.0);
    open(svg, x, y, 1.0);
    match tag {
        Tag::UserTask => {
            svg.path("M2 15C2 10.5 4.5 9 8 9C11.5 9 14 10.5 14 15Z", &light);
            svg.path("M5 15V12.5M11 15V12.5", &thin);
            svg.circle(8.0, 5.0, 3.4, &light);
            svg.path("M4.7 4.6C6 2.2 10 2.2 11.3 4.6C10 3.6 9 4.6 8 4.4C7 4.6 6 3.6 4.7 4.6Z", &full);
        }
        Tag::ManualTask => svg.path(
            "M1 7.5L5.5 3C6.5 2.2 7.6 3.2 6.9 4.2L5.8 5.7H14C15.3 5.7 15.3 7.5 14 7.5H9.5H14.3C15.5 7.5 15.5 9.3 14.3 \
             9.3H9.5H13.6C14.8 9.3 14.8 11 13.6 11H9.5H12.6C13.8 11 13.8 12.7 12.6 12.7H4.5C3 12.7 1 11.5 1 10Z",
            &light,
        ),
        Tag::ServiceTask => {
            svg.path(GEAR, &light);
            svg.circle(8.0, 8.0, 2.3, &light);
        }
        Tag::ScriptTask => {
            svg.path(
                "M4.5 1.5H13.5C10.5 4.5 11.5 5.5 12.5 8C13.5 10.5 12.5 13 11 14.5H2C4.5 12 4.5 10.5 3.5 8C2.5 5.5 2 4 4.5 1.5Z",
                &light,
            );
            svg.path("M4.2 4.5H9.8M4.8 7H10.8M5.6 9.5H11.6M4.4 12H10.8", &thin);
        }
        Tag::BusinessRuleTask => {
            svg.path("M1 3H15V13.5H1Z", &light);
            svg.path("M1 3H15V6H1Z", &full);
            svg.path("M1 9.7H15M5.5 6V13.5", &thin);
        }
        Tag::SendTask => envelope(svg, ink, paper),
        Tag::ReceiveTask if instantiates => {
            svg.circle(8.0, 8.0, 8.0, &light);
            svg.path("M3 5H13V11.5H3Z", &light);
            svg.path("M3 5L8 8.8L13 5", &thin);
        }
        Tag::ReceiveTask => {
            svg.path("M1 3.5H15V13H1Z", &light);
            svg.path("M1 3.5L8 9L15 3.5", &thin);
        }
        _ => {}
    }
    svg.end("g");
}

fn envelope(svg: &mut Svg, ink: &str, paper: &str) {
    svg.path("M1 3.5H15V13H1Z", &Look::new(ink, ink, 1.0));
    svg.path("M1.5 3.9L8 9L14.5 3.9", &Look::new("none", paper, 1.3));
}

/// A marker with its upper left corner at a point.
pub(super) fn marker(svg: &mut Svg, marker: Marker, x: f64, y: f64, ink: &str) {
    let thin = Look::new("none", ink, 1.4);
    open(svg, x, y, 1.0);
    match marker {
        Marker::Loop => {
            svg.path("M5.2 12.9A5.6 5.6 0 1 1 9.6 13.2", &thin);
            svg.path("M2 12.9H5.6V9.3", &thin);
        }
        Marker::Parallel => svg.path("M4 2.5V13.5M8 2.5V13.5M12 2.5V13.5", &Look::new("none", ink, 2.0)),
        Marker::Sequential => svg.path("M2.5 4H13.5M2.5 8H13.5M2.5 12H13.5", &Look::new("none", ink, 2.0)),
        Marker::AdHoc => svg.path(
            "M1 10.6C3 4 6 4.5 8.3 7.2C10.5 9.8 13 10.3 15 5.5V7.8C13 13 10 12.3 7.8 9.8C5.5 7 3.3 7.3 1 12.9Z",
            &Look::new(ink, ink, 0.6),
        ),
        Marker::Compensation => svg.path("M8 3.5V12.5L2 8ZM14 3.5V12.5L8 8Z", &thin),
        Marker::Collapsed => svg.path("M1 1H15V15H1ZM8 4V12M4 8H12", &thin),
    }
    svg.end("g");
}

/// The symbol of an event's trigger around a centre; `thrown` symbols are filled.
pub(super) fn trigger(
    svg: &mut Svg,
    events: &[EventDefinition],
    all: bool,
    centre: (f64, f64),
    r: f64,
    thrown: bool,
    colours: Ink,
) {
    let Ink { ink, paper } = colours;
    let scale = r / 18.0;
    let fill = if thrown { ink } else { paper };
    let look = Look::new(fill, ink, 1.2);
    if events.is_empty() {
        return;
    }
    open(svg, centre.0, centre.1, scale);
    match events {
        [EventDefinition::Message] => {
            svg.path("M-9 -6H9V6H-9Z", &look);
            let line = if thrown { paper } else { ink };
            svg.path("M-8.4 -5.4L0 1L8.4 -5.4", &Look::new("none", line, 1.3));
        }
        [EventDefinition::Timer] => {
            svg.circle(0.0, 0.0, 10.5, &Look::new(paper, ink, 1.4));
            svg.path(
                "M0 -10V-8M5 -8.7L4 -6.9M8.7 -5L6.9 -4M10 0H8M8.7 5L6.9 4M5 8.7L4 6.9M0 10V8M-5 8.7L-4 6.9M-8.7 5L-6.9 4\
                 M-10 0H-8M-8.7 -5L-6.9 -4M-5 -8.7L-4 -6.9M1.5 -7L0 0L5.5 1",
                &Look::new("none", ink, 1.1),
            );
        }
        [EventDefinition::Conditional] => {
            svg.path("M-7 -8.5H7V8.5H-7Z", &look);
            svg.path(
                "M-5 -5H5M-5 -1.7H5M-5 1.7H5M-5 5H5",
                &Look::new("none", if thrown { paper } else { ink }, 1.2),
            );
        }
        [EventDefinition::Signal] => svg.path("M0 -9L9 7H-9Z", &look),
        [EventDefinition::Error] => svg.path("M-9 8L-4 -8L3 1.5L9 -8L4.5 8L-2.5 -1.5Z", &look),
        [EventDefinition::Escalation] => svg.path("M0 -10L7.5 9L0 2L-7.5 9Z", &look),
        [EventDefinition::Cancel] => svg.path(
            "M-9 -6.5L-6.5 -9L0 -2.5L6.5 -9L9 -6.5L2.5 0L9 6.5L6.5 9L0 2.5L-6.5 9L-9 6.5L-2.5 0Z",
            &look,
        ),
        [EventDefinition::Compensation] => svg.path("M0 -7V7L-9 0ZM9 -7V7L0 0Z", &look),
        [EventDefinition::Link] => svg.path("M-9 -3.5H2V-8L10 0L2 8V3.5H-9Z", &look),
        [EventDefinition::Terminate] => svg.circle(0.0, 0.0, 10.5, &Look::new(ink, ink, 1.0)),
        _ if all => svg.path("M-9 -2.5H-2.5V-9H2.5V-2.5H9V2.5H2.5V9H-2.5V2.5H-9Z", &look),
        _ => svg.path("M0 -9.5L9 -2.9L5.6 7.7H-5.6L-9 -2.9Z", &look),
    }
    svg.end("g");
}

/// The symbol of a gateway around its centre; `side` is the smaller side of the gateway.
pub(super) fn gateway(svg: &mut Svg, element: &Element, centre: (f64, f64), side: f64, ink: &str) {
    open(svg, centre.0, centre.1, side / 50.0);
    let bold = Look::new("none", ink, 3.4);
    let thin = Look::new("none", ink, 1.2);
    match element.tag {
        Tag::ExclusiveGateway => svg.path("M-7.5 -9L7.5 9M7.5 -9L-7.5 9", &bold),
        Tag::ParallelGateway => svg.path("M0 -12V12M-12 0H12", &bold),
        Tag::InclusiveGateway => svg.circle(0.0, 0.0, 11.0, &Look::new("none", ink, 2.8)),
        Tag::ComplexGateway => svg.path(
            "M0 -12V12M-12 0H12M-8.5 -8.5L8.5 8.5M8.5 -8.5L-8.5 8.5",
            &Look::new("none", ink, 2.8),
        ),
        Tag::EventBasedGateway => {
            svg.circle(0.0, 0.0, 14.0, &thin);
            if !element.flag {
                svg.circle(0.0, 0.0, 11.5, &thin);
            }
            // One that begins a case by all of its events shows a plus, every other one a pentagon.
            svg.path(
                if element.flag && element.parallel {
                    "M-2 -8.5H2V-2H8.5V2H2V8.5H-2V2H-8.5V-2H-2Z"
                } else {
                    "M0 -8.5L8.1 -2.6L5 6.9H-5L-8.1 -2.6Z"
                },
                &thin,
            );
        }
        _ => {}
    }
    svg.end("g");
}

fn open(svg: &mut Svg, x: f64, y: f64, scale: f64) {
    let (x, y) = (number(x), number(y));
    let transform = if (scale - 1.0).abs() < 1e-9 {
        format!("translate({x} {y})")
    } else {
        format!("translate({x} {y}) scale({})", number(scale))
    };
    svg.start("g").a("transform", &transform).open();
}
