//! Every encoding is read, and the bytes come back as they came.

use super::{element, fixture, fixtures, open};
use crate::bpmn::{Limits, encode_back, has_bom, read, rename};

#[test]
fn umlauts_arrive_from_every_encoding() {
    for (name, expected) in [
        ("utf8_bom", "UTF-8"),
        ("utf16le_bom", "UTF-16LE"),
        ("utf16be_bom", "UTF-16BE"),
        ("utf16le", "UTF-16LE"),
        ("latin1", "windows-1252"),
        ("windows1252", "windows-1252"),
        ("says_utf8_is_1252", "windows-1252"),
        ("says_utf16_is_utf8", "UTF-8"),
        ("no_declaration", "UTF-8"),
    ] {
        let (diagram, warnings) = open(&format!("encodings/{name}.bpmn"));
        let task = element(&diagram, "t");
        assert!(
            task.name.contains("Straße") && task.name.ends_with("räumen"),
            "{name}: {}",
            task.name
        );
        assert_eq!(diagram.encoding, expected, "{name}");
        let guessed = warnings.iter().any(|warning| warning.code == "guessed-encoding");
        assert_eq!(guessed, name.starts_with("says_"), "{name}");
    }
}

#[test]
fn bytes_come_back_as_they_came() {
    for (name, bytes) in fixtures() {
        if let Ok((diagram, _)) = read(&bytes, &Limits::default()) {
            let back = encode_back(&diagram.text, &diagram.encoding, has_bom(&bytes));
            assert!(back == bytes, "{name}");
        }
    }
}

#[test]
fn a_letter_the_encoding_lacks_becomes_a_reference() {
    let bytes = fixture("encodings/latin1.bpmn");
    let (diagram, _) = read(&bytes, &Limits::default()).unwrap();
    let text = rename(&diagram, "t", "Łódź räumen").unwrap();
    let back = encode_back(&text, &diagram.encoding, has_bom(&bytes));
    let (again, _) = read(&back, &Limits::default()).unwrap();
    assert_eq!(element(&again, "t").name, "Łódź räumen");
    assert_eq!(again.encoding, "windows-1252");
    let umlaut = b"r\xe4umen";
    assert!(back.windows(umlaut.len()).any(|window| window == umlaut));
}
