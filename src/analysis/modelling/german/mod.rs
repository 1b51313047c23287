//! German labels: object and infinitive for steps, a state for events, a question for decisions.
//!
//! The conventions are those that German administrations teach (object + verb, one action per step, events as states);
//! labels in other languages are left alone.

mod style;
mod verbs;

use super::model::Model;
use super::report::Report;
use crate::analysis::wording::language;
use crate::bpmn::diagram::Tag;
use crate::domain::message::Message;
use style::Style;

/// `label-sentence`, `one-action-per-step`, `noun-style`, `label-without-verb`, `label-without-object`,
/// `bare-label`, `event-label-state`, `question-at-gateway`.
pub fn check(model: &Model<'_>, report: &mut Report) {
    let names = model.diagram.elements.iter().map(|element| element.name.as_str());
    if language(names) != "de" {
        return;
    }
    for (index, element) in model.elements() {
        let label = element.name.as_str();
        if label.is_empty() || super::placeholders::is_placeholder(label) {
            continue;
        }
        match element.tag {
            // Sub-processes bundle several steps; a noun is a good name for them.
            tag if tag.is_sub_process() || tag == Tag::CallActivity => {}
            tag if tag.is_activity() => {
                step(element, report);
                if style::last_verb(label).is_some_and(|verb| verbs::is_vague(&verb)) {
                    report.add("modelling/bare-label", element);
                }
            }
            tag if tag.is_event() && style::is_task_like(label) => {
                report.add("modelling/event-label-state", element);
            }
            Tag::ExclusiveGateway | Tag::InclusiveGateway
                if model.outgoing(index).len() > 1 && !label.contains('?') =>
            {
                report.add("modelling/question-at-gateway", element);
            }
            _ => {}
        }
    }
}

fn step(element: &crate::bpmn::diagram::Element, report: &mut Report) {
    match style::style(&element.name) {
        Style::Good => {}
        Style::Sentence => report.add("modelling/label-sentence", element),
        Style::TwoActions => report.add("modelling/one-action-per-step", element),
        Style::NoVerb => report.add("modelling/label-without-verb", element),
        Style::NoObject => report.add("modelling/label-without-object", element),
        Style::Noun(None) => report.add("modelling/noun-style", element),
        Style::Noun(Some(better)) => {
            const RULE: &str = "modelling/noun-style";
            let message = Message::new("modelling-noun-style-better").with("better", better);
            report.say(RULE, element, message);
        }
    }
}
