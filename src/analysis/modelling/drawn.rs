//! Is everything drawn?

use super::model::Model;
use super::report::Report;
use crate::bpmn::undrawn;

/// `no-bpmndi`: what a diagram shows, but no shape or edge stands for.
pub fn check(model: &Model<'_>, report: &mut Report) {
    for element in undrawn(model.diagram) {
        report.add("modelling/no-bpmndi", element);
    }
}
