//! What needs a name.

use super::model::Model;
use super::report::Report;
use crate::bpmn::diagram::Tag;

/// `label-required`: steps, events, decisions, conditional flows, pools and lanes. Sub-processes, joins, parallel and
/// event-based gateways speak for themselves.
pub fn check(model: &Model<'_>, report: &mut Report) {
    for (index, element) in model.elements() {
        if !element.name.is_empty() {
            continue;
        }
        let needed = match element.tag {
            Tag::ParallelGateway | Tag::EventBasedGateway => false,
            tag if tag.is_gateway() => model.outgoing(index).len() > 1,
            tag if tag.is_sub_process() => false,
            Tag::SequenceFlow => element.conditional,
            Tag::Participant | Tag::Lane => true,
            Tag::Other => matches!(
                element.local_name,
                "choreographyTask" | "subChoreography" | "callChoreography"
            ),
            tag => tag.is_flow_node(),
        };
        if needed {
            report.add("modelling/label-required", element);
        }
    }
}
