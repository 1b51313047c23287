//! What is refused, with which code and line; and what the messages say.

use super::fixture;
use crate::bpmn::{Limits, ReadError, read};
use crate::text::Lang;

fn refusal(bytes: &[u8], limits: &Limits) -> ReadError {
    read(bytes, limits).expect_err("should be refused")
}

#[test]
fn broken_files_say_what_and_where() {
    for (name, code, line) in [
        ("doctype", "doctype", Some(2)),
        ("doctype_entity", "doctype", Some(2)),
        ("truncated_in_tag", "truncated", Some(3)),
        ("truncated_between_tags", "truncated", Some(4)),
        ("mismatched", "mismatched-tag", Some(3)),
        ("not_bpmn", "not-bpmn", Some(2)),
        ("dmn", "not-bpmn", Some(2)),
        ("plain_text", "not-xml", None),
        ("empty", "empty", None),
    ] {
        let error = refusal(&fixture(&format!("broken/{name}.bpmn")), &Limits::default());
        assert_eq!((error.code.as_str(), error.line), (code, line), "{name}");
        assert!(!error.too_large, "{name}");
        for lang in Lang::ALL {
            let said = lang.say(&error.message);
            assert!(said.ends_with('.') && !said.contains('{'), "{name}: {said}");
            if let Some(line) = line {
                assert!(said.contains(&line.to_string()), "{name}: {said}");
            }
        }
    }
}

#[test]
fn every_limit_is_kept() {
    let plain = |inner: &str| {
        format!("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">{inner}</definitions>")
            .into_bytes()
    };
    let limits = Limits {
        bytes: 2_000,
        elements: 20,
        depth: 6,
        attributes: 4,
        namespaces: 3,
        name: 10,
        documentation: 20,
    };
    let nested = "<process><subProcess><subProcess><subProcess><task/>";
    let ends = "</subProcess></subProcess></subProcess></process>";
    let long = "ä".repeat(21);
    let again = "xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:a='1' xmlns:b='2'";
    for (inner, code) in [
        (" ".repeat(2_000), "too-many-bytes"),
        ("<task/>".repeat(20), "too-many-elements"),
        (format!("{nested}{ends}"), ""),
        (
            nested.replace("<task/>", "<subProcess><task/></subProcess>") + ends,
            "too-deep",
        ),
        ("<task a='1' b='2' c='3' d='4'/>".to_owned(), ""),
        (
            "<task a='1' b='2' c='3' d='4' e='5'/>".to_owned(),
            "too-many-attributes",
        ),
        ("<task xmlns:a='1' xmlns:b='2'/>".to_owned(), ""),
        ("<task xmlns:a='1'/>".repeat(9), ""),
        (
            "<task xmlns:a='1' xmlns:b='2'/><task xmlns:a='3'/>".to_owned(),
            "too-many-namespaces",
        ),
        (format!("<process {again}/>").repeat(2), ""),
        (
            nested.replace("rocess>", &format!("rocess {again}>")) + ends,
            "too-many-namespaces",
        ),
        ("<task name='öööööööööö'/>".to_owned(), ""),
        ("<task name='ööööööööööö'/>".to_owned(), "name-too-long"),
        (
            format!("<process><documentation>{long}</documentation></process>"),
            "text-too-long",
        ),
    ] {
        match read(&plain(&inner), &limits) {
            Ok(_) => assert_eq!(code, "", "{inner}"),
            Err(error) => {
                assert_eq!(error.code, code, "{inner}");
                assert!(error.too_large, "{inner}");
            }
        }
    }
}
