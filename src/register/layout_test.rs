//! `bpmn layout`: the drawing is spliced in, the rest stays, and the file draws everything afterwards.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::layout;
use crate::bpmn::{Drawn, Limits, drawn, read};
use crate::error::Kind;

const HEAD: &str = "<?xml version='1.0' encoding='ISO-8859-1'?>\r\n<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:dc='urn:other'>\r\n  <process id='p'>\r\n    <startEvent id='s'/><task id='t' name='Gr\u{f6}\u{df}e &amp; Ma\u{df}'/><endEvent id='e'/>\r\n    <sequenceFlow id='f' sourceRef='s' targetRef='t'/><sequenceFlow id='g' sourceRef='t' targetRef='e'/>\r\n  </process>\r\n";
const FOOT: &str = "<relationship type='x'/></definitions>\r\n<!-- end -->";

fn latin(text: &str) -> Vec<u8> {
    text.chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect()
}

fn laid_out(bytes: &[u8], all: bool) -> Vec<u8> {
    layout(bytes, &Limits::default(), all).unwrap()
}

fn state(bytes: &[u8]) -> Drawn {
    drawn(&read(bytes, &Limits::default()).unwrap().0)
}

#[test]
fn a_drawing_is_added_and_all_else_stays() {
    let old = latin(&format!("{HEAD}{FOOT}"));
    assert_eq!(state(&old), Drawn::Nothing);
    let new = laid_out(&old, false);
    // Drawings stand before relationships (BPMN20.xsd).
    assert!(new.starts_with(&latin(HEAD)) && new.ends_with(&latin(FOOT)));
    let added = String::from_utf8(new[HEAD.chars().count()..].to_vec()).unwrap();
    assert!(
        added.contains("xmlns:dc1=") && added.contains("<dc1:Bounds"),
        "{added}"
    );
    assert_eq!(state(&new), Drawn::Whole);
    assert_eq!(laid_out(&new, false), new);
    assert_eq!(laid_out(&new, true), new);
}

#[test]
fn half_a_drawing_is_only_replaced_when_asked_for() {
    let old = latin(&format!("{HEAD}{FOOT}"));
    let whole = laid_out(&old, false);
    let text: String = whole.iter().map(|byte| char::from(*byte)).collect();
    let start = text.find("    <bpmndi:BPMNEdge").unwrap();
    let end = text.find("  </bpmndi:BPMNPlane>").unwrap();
    let half = latin(&format!("{}{}", &text[..start], &text[end..]));
    assert_eq!(state(&half), Drawn::Part);
    let refused = layout(&half, &Limits::default(), false).unwrap_err();
    assert_eq!(
        (refused.kind, refused.message.id.as_str()),
        (Kind::Invalid, "bpmn-layout-part")
    );
    assert_eq!(laid_out(&half, true), whole);
}
