//! Sequence flows: conditions, labels, duplicates.

use super::model::Model;
use super::report::Report;
use crate::bpmn::diagram::Tag;
use crate::domain::ids::IdSet;
use crate::domain::message::Message;
use std::collections::BTreeSet;

/// `conditional-flows`, `no-duplicate-sequence-flows`, `superfluous-label`.
pub fn check(model: &Model<'_>, report: &mut Report) {
    conditions(model, report);
    duplicates(model, report);
    for (index, flow) in model.elements() {
        if flow.tag != Tag::SequenceFlow || flow.name.is_empty() || flow.conditional {
            continue;
        }
        let source = model.source(index);
        let decided = source.is_some_and(|source| {
            model.element(source).is_some_and(|node| {
                let decides = matches!(node.tag, Tag::ExclusiveGateway | Tag::InclusiveGateway)
                    && model.outgoing(source).len() > 1;
                decides || model.find(node.details.default_flow.as_ref()) == Some(index)
            })
        });
        if !decided {
            report.add("modelling/superfluous-label", flow);
        }
    }
}

/// Where one way has a condition, all others need one too, or one of them is the default.
fn conditions(model: &Model<'_>, report: &mut Report) {
    for (index, node) in model.nodes() {
        let default = model.find(node.details.default_flow.as_ref());
        if default.is_none() && !model.ways_out(index).any(|(_, flow)| flow.conditional) {
            continue;
        }
        for (way, flow) in model.ways_out(index) {
            if !flow.conditional && default != Some(way) {
                report.add("modelling/conditional-flows", flow);
            }
        }
    }
}

/// Flows with the same ends and the same condition. Both ends are named once.
fn duplicates(model: &Model<'_>, report: &mut Report) {
    let mut seen = IdSet::default();
    let (mut sources, mut targets) = (BTreeSet::new(), BTreeSet::new());
    for (index, flow) in model.elements() {
        if flow.tag != Tag::SequenceFlow {
            continue;
        }
        let ends = (model.source(index), model.target(index));
        let (Some(source), Some(target)) = ends else {
            continue;
        };
        if seen.insert((source, target, flow.details.condition.as_deref())) {
            continue;
        }
        const RULE: &str = "modelling/no-duplicate-sequence-flows";
        report.add(RULE, flow);
        let ends = [
            (
                source,
                &mut sources,
                "modelling-no-duplicate-sequence-flows-source",
            ),
            (
                target,
                &mut targets,
                "modelling-no-duplicate-sequence-flows-target",
            ),
        ];
        for (end, named, sentence) in ends {
            if let Some(node) = model.element(end).filter(|_| named.insert(end)) {
                report.say(RULE, node, Message::new(sentence));
            }
        }
    }
}
