//! The tables, and faults in small files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::standard::{Content, standard};
use super::{Fault, FaultKind};
use crate::bpmn::{Limits, read_checked};
use std::borrow::Cow;

/// The faults of a text.
fn faults(text: &str) -> Vec<Fault> {
    let bytes = Cow::Borrowed(text.as_bytes());
    read_checked(bytes, &Limits::default()).unwrap().faults
}

/// Definitions around a process with this inside.
fn file(inside: &str) -> String {
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" targetNamespace=\"urn:t\">\n\
         <process id=\"p\">{inside}</process></definitions>"
    )
}

fn kinds(inside: &str) -> Vec<FaultKind> {
    faults(&file(inside))
        .into_iter()
        .map(|fault| fault.kind)
        .collect()
}

#[test]
fn the_tables_are_whole() {
    let standard = standard();
    assert!(standard.elements.len() > 140 && standard.types.len() > 140);
    for element in &standard.elements {
        if let Content::Type(found) = element.content {
            // Ends, so there is no circle.
            assert!(!standard.is_a(found, "no such type"), "{:?}", element.name);
        }
    }
    let task = standard.type_named("tUserTask").unwrap();
    assert!(standard.is_a(task, "tFlowNode") && !standard.is_a(task, "tEvent"));
    let names: Vec<_> = standard.types[task]
        .attributes
        .iter()
        .map(|attribute| attribute.name)
        .collect();
    assert_eq!(
        names,
        [
            "id",
            "name",
            "isForCompensation",
            "startQuantity",
            "completionQuantity",
            "default",
            "implementation"
        ]
    );
}

#[test]
fn a_sound_model_has_no_fault() {
    let sound = "<startEvent id=\"s\"><outgoing>f</outgoing><timerEventDefinition><timeDate \
                 xsi:type=\"tFormalExpression\">x</timeDate></timerEventDefinition></startEvent>\
                 <task id=\"t\"><documentation>a <b>c</b></documentation><incoming>f</incoming></task>\
                 <sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\"/>";
    assert_eq!(kinds(sound), []);
}

#[test]
fn faults_are_named() {
    use FaultKind::*;
    let cases: &[(&str, &[FaultKind])] = &[
        (
            "<sequenceFlow id=\"f\" sourceRef=\"p\"/>",
            &[WrongReference, MissingAttribute],
        ),
        ("<task id=\"t\" colour=\"red\"/>", &[UnknownAttribute]),
        ("<task id=\"t\" isForCompensation=\"yes\"/>", &[BadValue]),
        ("<task id=\"1t\"/>", &[BadValue]),
        ("<task id=\"t\"/><task id=\"t\"/>", &[DuplicateId]),
        ("<task id=\"t\" default=\"x\"/>", &[DanglingReference]),
        ("<task id=\"t\"><incoming>x</incoming></task>", &[UnresolvedName]),
        ("<task id=\"t\"><outgoing>t</outgoing></task>", &[WrongReference]),
        ("<step id=\"t\"/>", &[UnknownElement]),
        ("<task id=\"t\"><task id=\"u\"/></task>", &[Misplaced]),
        (
            "<task id=\"t\"><ioSpecification/><incoming>t</incoming></task>",
            &[OutOfOrder, MissingChild],
        ),
        ("<task id=\"t\"/><laneSet id=\"l\"/>", &[OutOfOrder]),
        ("<task id=\"t\">words</task>", &[StrayText]),
        ("<x:task id=\"t\"/>", &[UndeclaredPrefix]),
        ("<conditionalEventDefinition/>", &[Misplaced]),
    ];
    for (inside, expected) in cases {
        let mut found = kinds(inside);
        found.retain(|kind| expected.contains(kind));
        found.sort();
        found.dedup();
        let mut expected = expected.to_vec();
        expected.sort();
        assert_eq!(found, expected, "{inside}: {:?}", faults(&file(inside)));
    }
}

#[test]
fn xml_declarations_are_read_strictly() {
    use super::values::is_declaration;
    for good in [
        "xml version=\"1.0\"",
        "xml version='1.0' encoding='UTF-8' ",
        "xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"",
        "xml version = \"1.0\" standalone=\"no\"",
    ] {
        assert!(is_declaration(good), "{good}");
    }
    for bad in [
        "xml",
        "xml encoding=\"UTF-8\"",
        "xml version=\"1.0\"encoding=\"UTF-8\"",
        "xml version=\"1.0\" standalone=\"yes\" encoding=\"UTF-8\"",
        "xml version=\"1.0",
    ] {
        assert!(!is_declaration(bad), "{bad}");
    }
}

#[test]
fn lines_and_ids_are_those_of_the_element() {
    let found = faults(&file("\n<task id=\"t\" name=\"x\" colour=\"red\"/>"));
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].line, found[0].element.as_str(), found[0].name.as_str()),
        (3, "t", "colour")
    );
}
