//! Drawings written into files.
#![allow(clippy::unwrap_used)]

use super::layout;
use crate::bpmn::{Limits, read};
use crate::error::Kind;

const BARE: &str = "<?xml version='1.0'?>\r\n<!-- kept -->\r\n<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' \
    xmlns:dc='urn:other'><process id='p'><startEvent id='s'/><task id='t' name='Antrag pr\u{fc}fen'/>\
    <sequenceFlow id='f' sourceRef='s' targetRef='t'/></process>\r\n<relationship type='x'/>\r\n</definitions>\r\n";

fn laid_out(bytes: &[u8], all: bool) -> Vec<u8> {
    layout(bytes, &Limits::default(), all).unwrap()
}

#[test]
fn a_drawing_is_put_in_and_nothing_else_changes() {
    for bytes in [BARE.as_bytes().to_vec(), encoding_like_latin_1()] {
        let drawn = laid_out(&bytes, false);
        let (diagram, _) = read(&drawn, &Limits::default()).unwrap();
        let plane = diagram.planes.first().unwrap();
        assert_eq!((plane.shapes.len(), plane.edges.len()), (2, 1));
        let same = bytes.iter().zip(&drawn).take_while(|(a, b)| a == b).count();
        let rest = bytes.get(same..).unwrap();
        assert!(
            drawn.ends_with(rest) && rest.starts_with(b"<relationship"),
            "only one piece is new"
        );
        // What is drawn stays; drawing it anew gives the same drawing.
        assert_eq!(laid_out(&drawn, false), drawn);
        let (again, _) = read(&laid_out(&drawn, true), &Limits::default()).unwrap();
        assert_eq!(again.planes.first().unwrap().shapes.len(), 2);
    }
}

/// The same file in a single-byte encoding.
fn encoding_like_latin_1() -> Vec<u8> {
    let text = BARE.replace("version='1.0'", "version='1.0' encoding='ISO-8859-1'");
    text.chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect()
}

#[test]
fn a_partly_drawn_model_is_not_drawn_over_without_a_word() {
    let drawn = String::from_utf8(laid_out(BARE.as_bytes(), false)).unwrap();
    let more = drawn.replace("<startEvent", "<task id='u'/><startEvent");
    let refused = layout(more.as_bytes(), &Limits::default(), false).unwrap_err();
    assert_eq!(
        (refused.kind, refused.message.id.as_str()),
        (Kind::Invalid, "bpmn-layout-part")
    );
    let (diagram, _) = read(&laid_out(more.as_bytes(), true), &Limits::default()).unwrap();
    assert_eq!(diagram.planes.first().unwrap().shapes.len(), 3);
}
