//! Where rules put what they see.

use crate::analysis::rules;
use crate::bpmn::diagram::Element;
use crate::domain::hint::{Hint, Severity, sort};
use crate::domain::message::Message;

/// The hints of one file.
pub struct Report {
    hints: Vec<Hint>,
}

impl Report {
    /// Nothing seen yet.
    pub fn new() -> Report {
        Report { hints: Vec::new() }
    }

    /// An element shows what the rule is about. The sentence of the catalogue is `modelling-<slug>`, the advice
    /// `modelling-fix-<slug>`; both get the argument `element`.
    pub fn add(&mut self, rule: &'static str, element: &Element) {
        self.say(rule, element, sentence(rule));
    }

    /// The same with a sentence of its own.
    pub fn say(&mut self, rule: &'static str, element: &Element, message: Message) {
        let name = if element.name.is_empty() {
            element.id.as_str()
        } else {
            element.name.as_str()
        };
        self.put(
            rule,
            &element.id,
            &element.name,
            Some(element.line),
            message.with("element", name),
            advice(rule),
        );
    }

    /// Anything at all.
    pub fn put(
        &mut self,
        rule: &'static str,
        element: &str,
        element_name: &str,
        line: Option<u32>,
        message: Message,
        fix: Message,
    ) {
        self.hints.push(Hint {
            rule,
            severity: rules::by_id(rule)
                .and_then(|rule| rule.severity)
                .unwrap_or(Severity::Info),
            element: element.to_owned(),
            element_name: element_name.to_owned(),
            line,
            message,
            fix,
        });
    }

    /// All hints, the worst first.
    pub fn finish(mut self) -> Vec<Hint> {
        sort(&mut self.hints);
        self.hints
    }
}

/// The sentence of a rule.
pub fn sentence(rule: &str) -> Message {
    Message::new(rule.replace('/', "-"))
}

/// The advice of a rule.
pub fn advice(rule: &str) -> Message {
    Message::new(rule.replace('/', "-fix-"))
}
