//! Messages, signals, errors and escalations of the file: named, used, and only once.

use super::model::Model;
use super::report::{Report, sentence};
use crate::bpmn::diagram::{Element, Tag};
use crate::domain::message::Message;
use std::collections::{HashMap, HashSet};

const RULE: &str = "modelling/global";

/// `global`: one without a name, one that nobody uses, or several of a kind with the same name.
pub fn check(model: &Model<'_>, report: &mut Report) {
    let globals: Vec<(&Element, &str)> = model
        .elements()
        .filter(|(_, element)| element.parent.is_none())
        .filter_map(|(_, element)| Some((element, kind(element.tag)?)))
        .collect();
    if globals.is_empty() {
        return;
    }
    let used: HashSet<&str> = model
        .elements()
        .flat_map(|(_, element)| {
            let message = matches!(element.tag, Tag::MessageFlow | Tag::SendTask | Tag::ReceiveTask);
            let named = element.reference.iter().filter(move |_| message);
            element.details.refers.iter().chain(named)
        })
        .flat_map(|id| {
            let local = id.rsplit_once(':').map_or(id.as_str(), |(_, local)| local);
            [id.as_str(), local]
        })
        .collect();
    let mut names: HashMap<(Tag, &str), usize> = HashMap::new();
    for (global, _) in &globals {
        *names.entry((global.tag, global.name.as_str())).or_default() += 1;
    }
    for (global, kind) in globals {
        let mut say = |message: Message| report.say(RULE, global, message.with_term("kind", kind));
        if global.name.is_empty() {
            say(Message::new("modelling-global-unnamed"));
        }
        if !used.contains(global.id.as_str()) {
            say(sentence(RULE));
        }
        if names.get(&(global.tag, global.name.as_str())).copied() > Some(1) {
            say(Message::new("modelling-global-twice"));
        }
    }
}

fn kind(tag: Tag) -> Option<&'static str> {
    Some(match tag {
        Tag::Message => "modelling-kind-message",
        Tag::Signal => "modelling-kind-signal",
        Tag::Error => "modelling-kind-error",
        Tag::Escalation => "modelling-kind-escalation",
        _ => return None,
    })
}
