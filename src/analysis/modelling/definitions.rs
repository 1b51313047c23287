//! Messages, signals, errors and escalations of the file: named, used, and only once.

use super::model::Model;
use super::report::{Report, advice, sentence};
use crate::bpmn::diagram::GlobalKind;
use crate::domain::message::Message;
use std::collections::{HashMap, HashSet};

const RULE: &str = "modelling/global";

/// `global`: one that has an empty name, one that nobody uses, or several of a kind with the same name.
pub fn check(model: &Model<'_>, report: &mut Report) {
    let globals = &model.diagram.globals;
    if globals.is_empty() {
        return;
    }
    let used: HashSet<(GlobalKind, &str)> = model
        .diagram
        .elements
        .iter()
        .flat_map(|element| &element.uses)
        .flat_map(|(kind, id)| {
            let local = id.rsplit_once(':').map_or(id.as_str(), |(_, local)| local);
            [(*kind, id.as_str()), (*kind, local)]
        })
        .collect();
    let mut names: HashMap<(GlobalKind, Option<&str>), usize> = HashMap::new();
    for global in globals {
        *names.entry((global.kind, global.name.as_deref())).or_default() += 1;
    }
    for global in globals {
        let kind = match global.kind {
            GlobalKind::Message => "modelling-kind-message",
            GlobalKind::Signal => "modelling-kind-signal",
            GlobalKind::Error => "modelling-kind-error",
            GlobalKind::Escalation => "modelling-kind-escalation",
        };
        let name = global.name.as_deref().unwrap_or_default();
        let label = if name.is_empty() { &global.id } else { name };
        let mut say = |message: Message| {
            let message = message.with_term("kind", kind).with("element", label);
            report.put(RULE, &global.id, name, Some(global.line), message, advice(RULE));
        };
        if global.name.as_deref() == Some("") {
            say(Message::new("modelling-global-unnamed"));
        }
        if !used.contains(&(global.kind, global.id.as_str())) {
            say(sentence(RULE));
        }
        if names.get(&(global.kind, global.name.as_deref())).copied() > Some(1) {
            say(Message::new("modelling-global-twice"));
        }
    }
}
