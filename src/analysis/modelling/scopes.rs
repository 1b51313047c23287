//! Where processes and sub-processes begin and end.

use super::model::Model;
use super::report::Report;
use crate::bpmn::diagram::{Element, EventDefinition, Tag};

/// `ad-hoc-sub-process`, `start-event-required`, `end-event-required`, `single-blank-start-event`,
/// `sub-process-blank-start-event`, `event-sub-process-typed-start-event`, `superfluous-termination`.
pub fn check(model: &Model<'_>, report: &mut Report) {
    for (index, scope) in model.scopes() {
        let starts: Vec<&Element> = of(model, index, Tag::StartEvent);
        let ends: Vec<&Element> = of(model, index, Tag::EndEvent);
        let blank = starts.iter().filter(|start| start.events.is_empty()).count();
        if scope.tag == Tag::AdHocSubProcess {
            for event in starts.iter().chain(&ends) {
                report.add("modelling/ad-hoc-sub-process", event);
            }
        } else {
            if starts.is_empty() {
                report.add("modelling/start-event-required", scope);
            }
            if ends.is_empty() {
                report.add("modelling/end-event-required", scope);
            }
            superfluous_termination(model, index, report);
        }
        if blank > 1 {
            report.add("modelling/single-blank-start-event", scope);
        }
        if scope.tag.is_sub_process() {
            for start in starts {
                if scope.triggered_by_event && start.events.is_empty() {
                    report.add("modelling/event-sub-process-typed-start-event", start);
                }
                if !scope.triggered_by_event && !start.events.is_empty() {
                    report.add("modelling/sub-process-blank-start-event", start);
                }
            }
        }
    }
}

fn of<'d>(model: &Model<'d>, scope: usize, tag: Tag) -> Vec<&'d Element> {
    model
        .children(scope)
        .filter(|(_, child)| child.tag == tag)
        .map(|(_, child)| child)
        .collect()
}

/// One terminating end event, and nothing else that could still run when it is reached.
fn superfluous_termination(model: &Model<'_>, scope: usize, report: &mut Report) {
    let terminates =
        |node: &Element| node.tag == Tag::EndEvent && node.events.contains(&EventDefinition::Terminate);
    let ends: Vec<(usize, &Element)> = model
        .children(scope)
        .filter(|(index, child)| child.tag.is_flow_node() && model.outgoing(*index).is_empty())
        .collect();
    let mut terminating = ends.iter().filter(|(_, node)| terminates(node));
    let (Some((_, only)), None) = (terminating.next(), terminating.next()) else {
        return;
    };
    let interrupts = |index: usize, node: &Element| {
        node.tag.is_sub_process()
            && node.triggered_by_event
            && model
                .children(index)
                .any(|(_, child)| child.tag == Tag::StartEvent && child.interrupting)
    };
    if ends
        .iter()
        .all(|(index, node)| terminates(node) || interrupts(*index, node))
    {
        report.add("modelling/superfluous-termination", only);
    }
}
