//! Link events: where a way goes on elsewhere on the sheet.

use super::model::Model;
use super::report::Report;
use crate::bpmn::diagram::{Element, EventDefinition, Tag};
use crate::domain::message::Message;
use std::collections::BTreeMap;

const RULE: &str = "modelling/link-event";

/// `link-event`: within a scope, each name has exactly one catching event and at least one throwing event.
pub fn check(model: &Model<'_>, report: &mut Report) {
    for (index, _) in model.scopes() {
        let mut groups: BTreeMap<&str, Vec<&Element>> = BTreeMap::new();
        for (_, event) in model
            .children(index)
            .filter(|(_, child)| child.events.contains(&EventDefinition::Link))
        {
            match event.details.link.as_deref().filter(|name| !name.is_empty()) {
                Some(name) => groups.entry(name).or_default().push(event),
                None => report.add(RULE, event),
            }
        }
        for (name, events) in groups {
            let catching: Vec<&Element> = events.iter().copied().filter(|event| catches(event)).collect();
            let (sentence, concerned) = match (events.as_slice(), catching.len()) {
                ([_], 1) => ("modelling-link-event-without-source", &events),
                ([_], _) | (_, 0) => ("modelling-link-event-without-target", &events),
                (_, 1) => continue,
                _ => ("modelling-link-event-twice", &catching),
            };
            for event in concerned {
                report.say(RULE, event, Message::new(sentence).with("link", name));
            }
        }
    }
}

fn catches(event: &Element) -> bool {
    matches!(event.tag, Tag::CatchEvent | Tag::StartEvent | Tag::BoundaryEvent)
}
