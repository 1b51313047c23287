//! Names of any length reach no sentence.

use crate::bpmn::{Limits, read, read_checked};
use crate::domain::message::{Arg, Message};

/// A model with this piece in it.
fn model(piece: &str) -> String {
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">{piece}</process></definitions>"
    )
}

fn longest(message: &Message) -> usize {
    let length = |(_, value): &(String, Arg)| match value {
        Arg::Text(text) => text.chars().count(),
        Arg::Message(inner) => longest(inner),
        Arg::Number(_) | Arg::Term(_) => 0,
    };
    message.args.iter().map(length).max().unwrap_or_default()
}

#[test]
fn warnings_and_refusals_carry_short_names() {
    let long = "n".repeat(50_000);
    let pieces = [
        (
            "unresolved-reference",
            format!("<sequenceFlow id='f' sourceRef='{long}' targetRef='p'/>"),
        ),
        (
            "duplicate-attribute",
            format!("<task id='a' {long}='' {long}=''/>"),
        ),
        ("undeclared-prefix", format!("<{long}:task id='a'/>")),
        ("unknown-element", format!("<{long}/>")),
        ("duplicate-id", format!("<task id='{long}'/><task id='{long}'/>")),
        (
            "entity",
            format!("<task id='a'><documentation>&{long};</documentation></task>"),
        ),
    ];
    for (code, piece) in pieces {
        let text = model(&piece);
        let found: Vec<(String, Message)> = match read(text.as_bytes(), &Limits::default()) {
            Ok((_, warnings)) => warnings
                .into_iter()
                .map(|warning| (warning.code, warning.message))
                .collect(),
            Err(error) => vec![(error.code, error.message)],
        };
        let (_, message) = found
            .iter()
            .find(|(found, _)| found == code)
            .unwrap_or_else(|| panic!("{code}: {found:?}"));
        let longest = longest(message);
        if code == "entity" {
            // No reference has so long a name, so only its sign is told.
            assert!(longest <= 60, "{longest}");
        } else {
            assert_eq!(longest, 60, "{code}: the rest is left out");
        }
    }
    let mismatch = model(&format!("<{long}></task>"));
    let error = read(mismatch.as_bytes(), &Limits::default()).unwrap_err();
    assert_eq!(longest(&error.message), 60);
}

#[test]
fn a_long_id_is_not_kept_with_everything_inside() {
    let long = "i".repeat(1_000_000);
    // Kept with each, this would be a gigabyte.
    let inner = "<incoming>nowhere</incoming><odd/>".repeat(1_000);
    let text = model(&format!("<task id='{long}'>{inner}</task>"));
    let (_, warnings) = read(text.as_bytes(), &Limits::default()).unwrap();
    assert!(warnings.len() >= 1_000, "{}", warnings.len());
    let kept: usize = warnings
        .iter()
        .filter_map(|warning| warning.element.as_ref())
        .map(String::len)
        .sum();
    assert!(kept < 100_000, "{kept}");
    let faults = read_checked(text.as_bytes().into(), &Limits::default())
        .unwrap()
        .faults;
    assert!(faults.len() > 900, "{}", faults.len());
    let kept: usize = faults.iter().map(|fault| fault.element.len()).sum();
    assert!(kept < 100_000, "{kept}");
}
