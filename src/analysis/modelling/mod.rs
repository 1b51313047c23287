//! How well a model is drawn: rules about structure, flow, drawing and labels (analysis.md 3.5).
//!
//! What rules of the same name report in bpmnlint is the yardstick; where we differ, docs/lint.md says why. Each rule
//! is linear in the size of the model (overlaps: by a sweep).

mod abbreviations;
mod definitions;
mod drawn;
mod events;
mod flows;
mod gateways;
mod german;
mod joins;
mod labels;
mod links;
mod model;
mod outcomes;
mod overlap;
mod people;
mod placeholders;
mod report;
mod scopes;
mod sizes;
mod twins;

use crate::bpmn::Diagram;
use crate::domain::finding::Finding;
use model::Model;
use report::Report;

/// The rules in families.
const CHECKS: &[fn(&Model<'_>, &mut Report)] = &[
    abbreviations::check,
    definitions::check,
    drawn::check,
    events::check,
    flows::check,
    gateways::check,
    german::check,
    joins::check,
    labels::check,
    links::check,
    outcomes::check,
    overlap::check,
    people::check,
    placeholders::check,
    scopes::check,
    sizes::check,
    twins::check,
];

/// What all rules report about a diagram, in the order of the lines.
pub fn check(diagram: &Diagram) -> Vec<Finding> {
    let model = Model::of(diagram);
    let mut report = Report::new();
    for check in CHECKS {
        check(&model, &mut report);
    }
    report.finish()
}
