//! Faults of the markup as findings: which rule, which sentence.

use super::model_finding;
use crate::bpmn::structure::{Fault, FaultKind};
use crate::domain::finding::Finding;
use crate::domain::message::Message;
use crate::domain::warning::Warning;

/// The finding of a fault.
pub fn finding(fault: &Fault) -> Finding {
    let (rule, sentence) = rule(fault.kind);
    let message = Message::new(sentence)
        .with("tag", fault.tag.as_str())
        .with("name", fault.name.as_str())
        .with("value", fault.value.as_str())
        .with_short_names();
    model_finding::finding(rule, &fault.element, "", message, Vec::new())
}

/// What the reader put up with although no XML is written that way (XML 1.0: well-formedness constraints), as a finding
/// with its line: an encoding that is not the one stated, attributes, references and text where they cannot be.
pub fn of_warning(warning: &Warning) -> Option<(u32, Finding)> {
    let (rule, line, message) = match warning.code.as_str() {
        "guessed-encoding" => {
            let used = warning.message.args.iter().find(|(name, _)| name == "encoding");
            let mut message = Message::new("structure-declaration-encoding");
            message
                .args
                .extend(used.map(|(_, used)| ("value".to_owned(), used.clone())));
            ("structure/declaration", 1, message)
        }
        code if NOT_WELL_FORMED.contains(&code) => {
            let line = warning.line.unwrap_or(1);
            let message = Message::new("structure-well-formed").with("why", warning.message.clone());
            ("structure/well-formed", line, message)
        }
        _ => return None,
    };
    Some((line, model_finding::finding(rule, "", "", message, Vec::new())))
}

/// Warnings of the reader about files that are not well-formed.
const NOT_WELL_FORMED: [&str; 6] = [
    "broken-attribute",
    "duplicate-attribute",
    "entity",
    "text-after-end",
    "text-before",
    "two-roots",
];

/// The rule about a kind of fault and the sentence that names it.
fn rule(kind: FaultKind) -> (&'static str, &'static str) {
    match kind {
        FaultKind::MissingAttribute => ("structure/missing-attribute", "structure-missing-attribute"),
        FaultKind::UnknownAttribute => ("structure/unknown-attribute", "structure-unknown-attribute"),
        FaultKind::BadValue => ("structure/bad-value", "structure-bad-value"),
        FaultKind::MissingChild => ("structure/missing-element", "structure-missing-element"),
        FaultKind::Misplaced => ("structure/misplaced-element", "structure-misplaced-element"),
        FaultKind::OutOfOrder => ("structure/misplaced-element", "structure-misplaced-element-order"),
        FaultKind::TooMany => ("structure/misplaced-element", "structure-misplaced-element-count"),
        FaultKind::StrayText => ("structure/misplaced-element", "structure-misplaced-element-text"),
        FaultKind::UnknownElement => ("structure/unknown-element", "structure-unknown-element"),
        FaultKind::DuplicateId => ("structure/duplicate-id", "structure-duplicate-id"),
        FaultKind::DanglingReference => ("structure/dangling-reference", "structure-dangling-reference"),
        FaultKind::UnresolvedName => ("structure/unresolved-name", "structure-unresolved-name"),
        FaultKind::WrongReference => ("structure/wrong-reference", "structure-wrong-reference"),
        FaultKind::Declaration => ("structure/declaration", "structure-declaration"),
        FaultKind::UndeclaredPrefix => ("structure/undeclared-prefix", "structure-undeclared-prefix"),
    }
}
