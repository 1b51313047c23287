//! How a model is drawn: rules about its structure, its labels and its drawing (analysis.md 3.5).
//!
//! The rules named after those of bpmnlint report the same elements (docs/lint.md); their words are our own.

mod elements;
mod events;
mod flows;
mod labels;
mod outline;
mod shapes;

use super::model_finding;
use crate::bpmn::Diagram;
use crate::bpmn::diagram::Element;
use crate::domain::finding::Finding;
use crate::domain::message::Message;
use outline::Outline;

/// What the rules report about a file, in document order of the elements.
pub fn check(diagram: &Diagram) -> Vec<Finding> {
    let outline = Outline::of(diagram);
    let mut report = Report {
        diagram,
        found: Vec::new(),
    };
    flows::check(&outline, &mut report);
    events::check(&outline, &mut report);
    elements::check(&outline, &mut report);
    shapes::check(&outline, &mut report);
    labels::check(&outline, &mut report);
    report
        .found
        .sort_by(|a, b| (a.0, &a.1.rule).cmp(&(b.0, &b.1.rule)));
    report.found.into_iter().map(|(_, finding)| finding).collect()
}

/// Where rules report to.
struct Report<'d> {
    diagram: &'d Diagram,
    found: Vec<(usize, Finding)>,
}

impl Report<'_> {
    /// A rule (`modelling/<slug>`) reports an element.
    fn add(&mut self, slug: &str, index: usize) {
        let Some(element) = self.diagram.elements.get(index) else {
            return;
        };
        let message = Message::new(format!("modelling-{slug}")).with("place", place(element));
        let rule = format!("modelling/{slug}");
        let finding = model_finding::finding(&rule, &element.id, &element.name, message, Vec::new());
        self.found.push((index, finding));
    }
}

/// An element in words: its name, or the line it stands in.
fn place(element: &Element) -> Message {
    if element.name.is_empty() {
        Message::new("modelling-unnamed").with("line", f64::from(element.line))
    } else {
        Message::new("modelling-named").with("name", element.name.as_str())
    }
}
