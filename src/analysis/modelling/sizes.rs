//! Shapes in the usual sizes.

use super::model::Model;
use super::report::{Report, sentence};
use crate::bpmn::diagram::{Element, Shape, Tag};
use crate::domain::message::Message;

const RULE: &str = "modelling/standard-size";

/// `standard-size`: steps 100 × 80, gateways 50 × 50, events 36 × 36, data objects 36 × 50, data stores 50 × 50, empty
/// pools 60 (the sizes of bpmn-js). What is as large as its content has no usual size.
pub fn check(model: &Model<'_>, report: &mut Report) {
    for shape in model.diagram.planes.iter().flat_map(|plane| &plane.shapes) {
        let Some(element) = shape.element.and_then(|index| model.element(index)) else {
            continue;
        };
        let (width, height) = usual(model, element, shape);
        let bounds = shape.bounds;
        let fits = |usual: Option<f64>, is: f64| usual.is_none_or(|usual| (usual - is).abs() < f64::EPSILON);
        if fits(width, bounds.width) && fits(height, bounds.height) {
            continue;
        }
        let message = match (width, height) {
            (Some(width), Some(height)) => sentence(RULE).with("width", width).with("height", height),
            (Some(width), None) => Message::new("modelling-standard-size-width").with("width", width),
            (None, height) => {
                Message::new("modelling-standard-size-height").with("height", height.unwrap_or_default())
            }
        };
        report.say(RULE, element, message);
    }
}

fn usual(model: &Model<'_>, element: &Element, shape: &Shape) -> (Option<f64>, Option<f64>) {
    match element.tag {
        Tag::Participant if model.find(element.reference.as_ref()).is_some() => (None, None),
        Tag::Participant if shape.horizontal.unwrap_or(true) => (None, Some(60.0)),
        Tag::Participant => (Some(60.0), None),
        tag if tag.is_sub_process() && shape.expanded == Some(true) => (None, None),
        tag if tag.is_activity() => (Some(100.0), Some(80.0)),
        tag if tag.is_gateway() => (Some(50.0), Some(50.0)),
        tag if tag.is_event() => (Some(36.0), Some(36.0)),
        Tag::DataObjectReference => (Some(36.0), Some(50.0)),
        Tag::DataStoreReference => (Some(50.0), Some(50.0)),
        _ => (None, None),
    }
}
