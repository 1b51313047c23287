//! Findings about the model itself, in the shape of all findings (design.md 2.4).

use super::media_break::key;
use crate::domain::finding::{Certainty, Evidence, EvidenceSource, Finding};
use crate::domain::message::Message;
use crate::domain::soundness::Soundness;
use crate::graph::FlowGraph;
use std::collections::HashMap;

/// A finding of a rule at an element; nothing is carried over, so it counts no breaks.
pub(super) fn finding(
    rule: &str,
    element: &str,
    name: &str,
    message: Message,
    evidence: Vec<Evidence>,
) -> Finding {
    Finding {
        rule: rule.to_owned(),
        kind: None,
        element: element.to_owned(),
        element_name: name.to_owned(),
        object: String::new(),
        from: None,
        to: None,
        carryings: Vec::new(),
        written_at: Vec::new(),
        certainty: Certainty::Certain,
        share_of_executions: 1.0,
        per_case: 0.0,
        assumed: false,
        confidence: 1.0,
        message,
        evidence,
        minutes_per_case: None,
        minutes_stated: false,
        hours_per_year: None,
        cost_per_year: None,
        key: key(rule, element, "", ""),
    }
}

/// The flaws of the control flow; the way to each is its evidence.
pub(super) fn of_soundness(graph: &FlowGraph, soundness: &Soundness) -> Vec<Finding> {
    // Most models are sound; of the others only few nodes are named.
    let mut names: HashMap<&str, Option<&str>> = HashMap::new();
    for found in &soundness.flaws {
        let ids = std::iter::once(&found.element).chain(&found.trace);
        names.extend(ids.map(|id| (id.as_str(), None)));
    }
    if !names.is_empty() {
        for node in graph.flow.node_weights() {
            if let Some(name) = names.get_mut(node.id.as_str()) {
                name.get_or_insert(node.name.as_str());
            }
        }
    }
    let label = |id: &str| names.get(id).copied().flatten().unwrap_or_default().to_owned();
    let each = soundness.flaws.iter().map(|found| {
        let rule = format!("soundness/{}", found.flaw.code());
        let name = label(&found.element);
        let named = if name.is_empty() {
            Message::new("soundness-here")
        } else {
            Message::new("soundness-at").with("name", name.as_str())
        };
        let message = Message::new(format!("soundness-{}", found.flaw.code())).with("place", named);
        let evidence = found
            .trace
            .iter()
            .map(|id| Evidence {
                source: EvidenceSource::Previous,
                element: id.clone(),
                text: label(id),
            })
            .filter(|step| !step.text.is_empty())
            .collect();
        finding(&rule, &found.element, &name, message, evidence)
    });
    each.collect()
}
