//! What models for workflow engines (Camunda, Zeebe and their relatives) say besides BPMN: who does a step.

use super::diagram::{Element, Tag};
use super::markup::{self, Attr};
use super::start::Start;
use crate::domain::annotation::WorkFact;

/// Vendor attributes of a start tag: the group a task goes to, the program that does it.
pub fn attributes(attributes: &[Attr<'_>], element: &mut Element) {
    for attr in attributes.iter().filter(|attr| !attr.prefix.is_empty()) {
        match attr.local {
            "candidateGroups" => group(&markup::value(attr.raw), element),
            "class" | "delegateExpression" | "topic" => automated(element),
            _ => {}
        }
    }
}

/// A vendor element: Zeebe's assignment and job.
pub fn extension(start: &Start<'_, '_>, element: &mut Element) {
    match start.local {
        "assignmentDefinition" => {
            if let Some(groups) = start.get("candidateGroups") {
                group(&groups, element);
            }
        }
        "taskDefinition" if start.get("type").is_some() => automated(element),
        _ => {}
    }
}

/// One group, named and not computed, is the unit that does it; of several it is not said which.
fn group(groups: &str, element: &mut Element) {
    let name = markup::collapse(groups);
    let computed = name.starts_with('=') || name.contains(['{', '}']);
    if name.is_empty() || computed || name.contains(',') || element.tag != Tag::UserTask {
        return;
    }
    let work = element.annotations.work.get_or_insert_with(WorkFact::default);
    work.unit.get_or_insert(name);
}

/// A program of the engine does the step, unless people are named in its type.
fn automated(element: &mut Element) {
    if !matches!(
        element.tag,
        Tag::Task | Tag::ServiceTask | Tag::SendTask | Tag::ScriptTask | Tag::BusinessRuleTask
    ) {
        return;
    }
    let work = element.annotations.work.get_or_insert_with(WorkFact::default);
    work.automated.get_or_insert(true);
}
