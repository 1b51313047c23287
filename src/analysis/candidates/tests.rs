#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;
use crate::analysis::evidence::said;
use crate::bpmn;
use crate::graph::build;

fn of(tasks: &str) -> Vec<Candidate> {
    let xml = format!(
        r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" name="Antrag prüfen">{tasks}</process></definitions>"#
    );
    let (diagram, _) = bpmn::read(xml.as_bytes(), &bpmn::Limits::default()).unwrap();
    let graph = build(&diagram);
    let visits = vec![1.0; graph.flow.node_count()];
    let context = Context::default();
    candidates(&graph, &said(&graph, &context), &[], &visits, &context)
}

#[test]
fn no_reason_no_candidate() {
    assert!(of(r#"<task id="a" name="Kaffee kochen"/>"#).is_empty());
    assert!(of(r#"<serviceTask id="a" name="Gebühr berechnen"/>"#).is_empty());
}

#[test]
fn rules_for_bound_decisions() {
    let found = of(r#"<userTask id="a" name="Vollständigkeit prüfen"/>"#);
    assert_eq!(found[0].proposals[0].class, SolutionClass::Rules);
    assert_eq!(found[0].discretion, Some(Discretion::None));
    assert!(found[0].gates.contains(&"G25".to_owned()));
}

#[test]
fn discretion_is_never_fully_automated() {
    let found = of(
        r#"<userTask id="a" name="Härtefall abwägen und Bescheid formulieren"/>
                      <userTask id="b" name="Interessen abwägen, Vollständigkeit prüfen"/>"#,
    );
    assert_eq!(found.len(), 1);
    for proposal in &found[0].proposals {
        assert_eq!(proposal.level, AutomationLevel::Assist);
        assert_eq!(proposal.class, SolutionClass::LlmDraft);
    }
}

#[test]
fn every_class_has_its_texts() {
    for class in SolutionClass::ALL {
        for language in ["de", "en"] {
            assert!(
                text(class.code(), language).unwrap().starts_with("# "),
                "{}",
                class.code()
            );
        }
    }
}
