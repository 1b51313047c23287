//! Decisions whose answers are not written at the ways out.

use super::model::Model;
use super::report::Report;
use crate::bpmn::diagram::Tag;

/// `answers-at-gateway`: a way out of a decision with neither name nor condition that is not the default way.
pub fn check(model: &Model<'_>, report: &mut Report) {
    for (index, gateway) in model.gateways() {
        if !matches!(gateway.tag, Tag::ExclusiveGateway | Tag::InclusiveGateway)
            || model.outgoing(index).len() < 2
        {
            continue;
        }
        let default = model.find(gateway.details.default_flow.as_ref());
        for (way, flow) in model.ways_out(index) {
            if flow.name.is_empty() && flow.details.condition.is_none() && default != Some(way) {
                let target = model.target(way).and_then(|target| model.element(target));
                let message = crate::domain::message::Message::new("modelling-answers-at-gateway")
                    .with("gateway", shown(gateway))
                    .with("target", target.map(shown).unwrap_or_default());
                report.say("modelling/answers-at-gateway", flow, message);
            }
        }
    }
}

fn shown(element: &crate::bpmn::diagram::Element) -> &str {
    if element.name.is_empty() {
        &element.id
    } else {
        &element.name
    }
}
