//! Renaming and annotating change one place and nothing else.

use super::{element, fixtures, open};
use crate::bpmn::diagram::Diagram;
use crate::bpmn::namespace::OWN;
use crate::bpmn::{Limits, SpliceError, annotate, read, rename};
use crate::domain::carrier::Carrier;

fn diagram(inner: &str) -> Diagram {
    let text = format!(
        "<?xml version='1.0'?>\n<!-- & -->\n<b:definitions xmlns:b='http://www.omg.org/spec/BPMN/20100524/MODEL' a = \"1\" >\n{inner}</b:definitions>\n<?end?>"
    );
    read(text.as_bytes(), &Limits::default()).unwrap().0
}

fn again(text: &str) -> Diagram {
    read(text.as_bytes(), &Limits::default()).unwrap().0
}

/// What stands in the new text instead of what in the old one.
fn difference<'a>(old: &'a str, new: &'a str) -> (&'a str, &'a str) {
    let start = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[start..], &new[start..]);
    let end = old
        .bytes()
        .rev()
        .zip(new.bytes().rev())
        .take_while(|(a, b)| a == b)
        .count();
    (&old[..old.len() - end], &new[..new.len() - end])
}

#[test]
fn rename_replaces_the_value_only() {
    let before =
        diagram("<b:process id='p' >\r\n  <b:task  name = 'alt &amp; gut'\tid='t'/>\r\n</b:process>\n");
    let text = rename(&before, "t", "it's <neu>").unwrap();
    assert_eq!(
        difference(&before.text, &text),
        ("alt &amp; gut", "it&apos;s &lt;neu&gt;")
    );
    assert_eq!(element(&again(&text), "t").name, "it's <neu>");
    let text = rename(&before, "p", "Neu").unwrap();
    assert_eq!(difference(&before.text, &text), ("", "name=\"Neu\" "));
    assert!(text.contains("<b:process id='p' name=\"Neu\" >"));
}

#[test]
fn the_text_of_a_note_can_be_replaced() {
    let (before, _) = open("standard/collaboration.bpmn");
    let text = rename(&before, "note", "Mit & ohne").unwrap();
    assert_eq!(
        difference(&before.text, &text),
        ("Ausweis vorzeigen lassen", "Mit &amp; ohne")
    );
}

#[test]
fn some_elements_have_no_name() {
    let (before, _) = open("standard/collaboration.bpmn");
    assert!(!rename(&before, "a1", "x").unwrap_err().not_found);
    assert!(rename(&before, "nowhere", "x").unwrap_err().not_found);
    assert!(rename(&before, "check", &"x".repeat(4_001)).is_err());
}

#[test]
fn the_first_annotation_brings_its_namespace() {
    let before = diagram("<b:process id='p'>\n\t<b:task id='t'/>\n</b:process>\n");
    let text = annotate(
        &before,
        "t",
        &[],
        &["carrier object=Antrag needs=paper by=human".to_owned()],
    )
    .unwrap();
    let expected = before
        .text
        .replace(" a = \"1\" >", &format!(" a = \"1\"  xmlns:pr=\"{OWN}\">"))
        .replace(
            "<b:task id='t'/>",
            "<b:task id='t'>\n\t\t<b:extensionElements>\n\t\t\t<pr:carrier object=\"Antrag\" needs=\"paper\" by=\"human\"/>\n\t\t</b:extensionElements>\n\t</b:task>",
        );
    assert_eq!(text, expected);
    assert_eq!(
        element(&again(&text), "t").annotations.carriers[0].needs,
        [Carrier::Paper]
    );
}

#[test]
fn a_prefix_with_another_meaning_is_avoided() {
    let before = diagram("<b:process id='p'><b:task id='t'><x xmlns:pr='urn:x'/></b:task></b:process>");
    let text = annotate(&before, "t", &[("work.rag".to_owned(), "2".to_owned())], &[]).unwrap();
    assert!(text.contains(&format!("xmlns:pr1=\"{OWN}\"")));
    assert!(
        text.contains("<b:task id='t'><b:extensionElements><pr1:work rag=\"2\"/></b:extensionElements><x ")
    );
}

#[test]
fn known_annotations_are_changed_in_place_and_further_ones_added_behind() {
    let (before, _) = open("standard/annotated.bpmn");
    let set = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let sets = [set("work.handlingMinutes", "8"), set("work.kind", "<tippen>")];
    let text = annotate(&before, "t", &sets, &[]).unwrap();
    let expected = before
        .text
        .replace("handlingMinutes=\"7\"", "handlingMinutes=\"8\"")
        .replace("kind=\"erfassen\"", "kind=\"&lt;tippen&gt;\"");
    assert_eq!(text, expected);
    let text = annotate(
        &before,
        "t",
        &[],
        &["carrier object=Akte writes=document also=true".to_owned()],
    )
    .unwrap();
    let (gone, new) = difference(&before.text, &text);
    assert_eq!(gone, "");
    assert_eq!(new.matches('<').count(), 1);
    assert_eq!(element(&again(&text), "t").annotations.carriers.len(), 3);
    assert_eq!(
        text.matches("xmlns:").count(),
        before.text.matches("xmlns:").count()
    );
}

#[test]
fn extension_elements_stand_behind_the_documentation() {
    let before = diagram(
        "<b:process id='p'><b:task id='t'><b:documentation>x</b:documentation><b:incoming>f</b:incoming></b:task><b:task id='u'><b:extensionElements /></b:task></b:process>",
    );
    let set = [("work.unit".to_owned(), "Kasse \"Nord\"".to_owned())];
    let text = annotate(&before, "t", &set, &[]).unwrap();
    assert!(text.contains("</b:documentation><b:extensionElements><pr:work unit=\"Kasse &quot;Nord&quot;\"/></b:extensionElements><b:incoming>"));
    let text = annotate(&before, "u", &set, &[]).unwrap();
    assert!(text.contains("<b:extensionElements ><pr:work "), "{text}");
    assert_eq!(
        element(&again(&text), "u")
            .annotations
            .work
            .as_ref()
            .unwrap()
            .unit
            .as_deref(),
        Some("Kasse \"Nord\"")
    );
}

#[test]
fn what_is_not_known_is_refused() {
    let (before, _) = open("standard/collaboration.bpmn");
    let id = |result: Result<String, SpliceError>| result.unwrap_err().message.id;
    let set = |name: &str, value: &str| [(name.to_owned(), value.to_owned())];
    assert_eq!(
        id(annotate(&before, "check", &set("work.mood", "1"), &[])),
        "bpmn-annotation-unknown"
    );
    assert_eq!(
        id(annotate(&before, "check", &set("work", "1"), &[])),
        "bpmn-annotation-unknown"
    );
    assert_eq!(
        id(annotate(&before, "check", &set("carrier.by", "human"), &[])),
        "bpmn-annotation-several"
    );
    assert_eq!(
        id(annotate(&before, "check", &set("work.rag", "9"), &[])),
        "bpmn-annotation-value"
    );
    assert_eq!(
        id(annotate(&before, "f1", &set("work.rag", "1"), &[])),
        "bpmn-annotation-misplaced"
    );
    assert_eq!(
        id(annotate(&before, "check", &[], &["carrier".to_owned()])),
        "bpmn-annotation-unknown"
    );
    assert_eq!(
        id(annotate(&before, "check", &[], &["carrier Antrag".to_owned()])),
        "bpmn-annotation-unknown"
    );
}

#[test]
fn values_may_hold_blanks() {
    let (before, _) = open("standard/collaboration.bpmn");
    let adds = ["carrier object=Antrag auf Parken needs=\"paper; document\" by=human".to_owned()];
    let text = annotate(&before, "check", &[], &adds).unwrap();
    let fact = element(&again(&text), "check").annotations.carriers[0].clone();
    assert_eq!((fact.object.as_str(), fact.needs.len()), ("Antrag auf Parken", 2));
}

#[test]
fn every_activity_of_every_fixture_can_be_annotated() {
    for (name, bytes) in fixtures() {
        let Ok((before, _)) = read(&bytes, &Limits::default()) else {
            continue;
        };
        for step in before.elements.iter().filter(|step| step.tag.is_activity()) {
            let text = annotate(
                &before,
                &step.id,
                &[],
                &["carrier object=Brief needs=oral".to_owned()],
            )
            .unwrap();
            let after = again(&text);
            let place = before
                .elements
                .iter()
                .position(|other| other.id == step.id)
                .unwrap();
            let facts = &after.elements[place].annotations.carriers;
            assert_eq!(facts.last().unwrap().needs, [Carrier::Oral], "{name} {}", step.id);
            assert_eq!(after.elements.len(), before.elements.len(), "{name}");
        }
    }
}

#[test]
fn what_stands_behind_the_model_gets_no_declaration() {
    let before = diagram("<b:process id='p'><b:task id='t'/></b:process>");
    let text = format!("{}<b:more/>", before.text);
    let before = read(text.as_bytes(), &Limits::default()).unwrap().0;
    let text = annotate(&before, "t", &[], &["carrier object=A needs=paper".to_owned()]).unwrap();
    assert_eq!(element(&again(&text), "t").annotations.carriers.len(), 1);
    assert!(text.ends_with("<b:more/>"));
}

#[test]
fn a_bare_ampersand_on_the_way_does_no_harm() {
    let before =
        diagram("<b:process id='p'><b:documentation>Hin & her</b:documentation><b:task id='t'/></b:process>");
    let text = annotate(&before, "t", &[], &["carrier object=A needs=paper".to_owned()]).unwrap();
    assert_eq!(element(&again(&text), "t").annotations.carriers.len(), 1);
    let plane = crate::bpmn::diagram::Plane {
        id: "d".to_owned(),
        name: String::new(),
        reference: "p".to_owned(),
        shapes: Vec::new(),
        edges: Vec::new(),
    };
    assert_eq!(again(&crate::bpmn::draw(&before, &plane)).planes.len(), 1);
    let text = format!("{}<b:more/>", before.text);
    let twice = read(text.as_bytes(), &Limits::default()).unwrap().0;
    let drawn = crate::bpmn::draw(&twice, &plane);
    assert_eq!(again(&drawn).planes.len(), 1);
    assert!(drawn.ends_with("<b:more/>"));
}
