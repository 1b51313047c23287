//! Where rules put what they see.

use crate::analysis::model_finding::finding;
use crate::bpmn::diagram::Element;
use crate::domain::finding::Finding;
use crate::domain::message::Message;

/// What the rules report about one file.
pub struct Report {
    found: Vec<(u32, Finding)>,
}

impl Report {
    /// Nothing seen yet.
    pub fn new() -> Report {
        Report { found: Vec::new() }
    }

    /// An element shows what the rule is about. The sentence of the catalogue is `modelling-<slug>`, with the argument
    /// `element`.
    pub fn add(&mut self, rule: &'static str, element: &Element) {
        self.say(rule, element, sentence(rule));
    }

    /// The same with a sentence of its own.
    pub fn say(&mut self, rule: &'static str, element: &Element, message: Message) {
        let message = if element.name.is_empty() {
            let line = f64::from(element.line);
            message.with("element", Message::new("modelling-unnamed").with("line", line))
        } else {
            message.with("element", element.name.as_str())
        };
        let finding = finding(rule, &element.id, &element.name, message, Vec::new());
        self.found.push((element.line, finding));
    }

    /// Everything, in the order of the lines, then of the rules.
    pub fn finish(mut self) -> Vec<Finding> {
        self.found
            .sort_by(|(one, a), (other, b)| (one, &a.rule).cmp(&(other, &b.rule)));
        self.found.into_iter().map(|(_, finding)| finding).collect()
    }
}

/// The sentence of a rule.
pub fn sentence(rule: &str) -> Message {
    Message::new(rule.replace('/', "-"))
}
