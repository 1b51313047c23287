//! Nodes that begin, end, split or join a flow without saying so.

use super::model::{Model, only};
use super::report::Report;
use crate::bpmn::diagram::{Element, EventDefinition, Tag};
use crate::domain::ids::IdSet;

/// `fake-join`, `no-implicit-split`, `no-implicit-start`, `no-implicit-end`, `no-disconnected`.
pub fn check(model: &Model<'_>, report: &mut Report) {
    let compensated = compensated(model);
    for (index, node) in model.nodes() {
        let (ways_in, ways_out) = (model.incoming(index).len(), model.outgoing(index).len());
        let loose = model.around(node) == Some(Tag::AdHocSubProcess);
        let event_scope = node.tag.is_sub_process() && node.triggered_by_event;
        if !node.tag.is_gateway() {
            if ways_in > 1 {
                report.add("modelling/fake-join", node);
            }
            let default = model.find(node.details.default_flow.as_ref());
            let unconditional = model
                .ways_out(index)
                .filter(|(flow, element)| !element.conditional && default != Some(*flow));
            if unconditional.count() > 1 {
                report.add("modelling/no-implicit-split", node);
            }
        }
        if ways_in == 0 && ways_out == 0 && connectable(node) && !loose {
            report.add("modelling/no-disconnected", node);
        }
        if loose || event_scope || node.for_compensation {
            continue;
        }
        let may_start = matches!(node.tag, Tag::StartEvent | Tag::BoundaryEvent)
            || (node.tag == Tag::CatchEvent && only(node, EventDefinition::Link));
        if ways_in == 0 && !may_start {
            report.add("modelling/no-implicit-start", node);
        }
        let may_end = node.tag == Tag::EndEvent
            || (node.tag == Tag::ThrowEvent && only(node, EventDefinition::Link))
            || (node.tag == Tag::BoundaryEvent
                && only(node, EventDefinition::Compensation)
                && compensated.contains(node.id.as_str()));
        if ways_out == 0 && !may_end {
            report.add("modelling/no-implicit-end", node);
        }
    }
}

/// Elements that an association leads away from.
fn compensated<'d>(model: &Model<'d>) -> IdSet<&'d str> {
    model
        .elements()
        .filter(|(_, element)| element.tag == Tag::Association)
        .filter_map(|(_, association)| association.source.as_deref())
        .collect()
}

/// Nodes that should hang together with others. Compensation is linked by associations, call activities are left to
/// `no-implicit-start` and `no-implicit-end`.
fn connectable(node: &Element) -> bool {
    let compensates = node.for_compensation
        || (node.tag == Tag::BoundaryEvent && node.events.as_slice() == [EventDefinition::Compensation]);
    !node.triggered_by_event && !compensates && node.tag != Tag::CallActivity
}
