//! An interface only ever takes away: on made-up models and on those of the project, each pair that occurs is joined
//! and the models are analysed again.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::remaining;
use crate::analysis::{Context, analyse, carried};
use crate::bpmn::{Limits, read};
use crate::domain::carrier::{BreakKind, Carrier};
use crate::domain::finding::Finding;
use crate::graph::{FlowGraph, build};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Pairs of systems with names in the findings, each once, sides in order.
fn pairs(findings: &[Finding]) -> BTreeSet<(String, String)> {
    findings
        .iter()
        .flat_map(|finding| &finding.carryings)
        .filter_map(|way| match (&way.from, &way.to) {
            (Carrier::System(a), Carrier::System(b)) if a != "?" && b != "?" => Some(if a < b {
                (a.clone(), b.clone())
            } else {
                (b.clone(), a.clone())
            }),
            _ => None,
        })
        .collect()
}

/// Everything that must hold for each pair of a graph; returns how many findings vanished.
fn check(graph: &FlowGraph, context: &Context) -> usize {
    let before = carried(graph, context).findings;
    let mut vanished = 0;
    for (one, other) in pairs(&before) {
        let mut with = context.clone();
        with.interfaces.push((one.clone(), other.clone()));
        with.interfaces.push((other.clone(), one.clone()));
        let after = carried(graph, &with).findings;
        let old: BTreeMap<&str, &Finding> = before
            .iter()
            .map(|finding| (finding.key.as_str(), finding))
            .collect();
        for finding in &after {
            let was = old.get(finding.key.as_str());
            let was = was.unwrap_or_else(|| panic!("{one}–{other} adds {:?}", finding.message));
            assert!(
                finding.per_case <= was.per_case + 1e-9,
                "{one}–{other} adds to {}",
                was.element
            );
            if finding.kind != Some(BreakKind::SystemToSystem) {
                assert_eq!(
                    finding.per_case, was.per_case,
                    "{one}–{other} changes {}",
                    was.element
                );
            }
            assert!(
                !pairs(std::slice::from_ref(finding)).contains(&(one.clone(), other.clone())),
                "{one}–{other} is still carried over at {}",
                finding.element
            );
        }
        for (finding, left) in before.iter().zip(remaining(&before, &after)) {
            assert!((0.0..=1.0).contains(&left));
            let joined: f64 = finding
                .carryings
                .iter()
                .filter(|way| {
                    [&way.from, &way.to]
                        .iter()
                        .all(|side| matches!(side, Carrier::System(name) if *name == one || *name == other))
                })
                .map(|way| way.share)
                .sum();
            assert!(
                left >= 1.0 - joined - 1e-9,
                "{one}–{other} takes more than its share of {}",
                finding.element
            );
            if left == 0.0 {
                vanished += 1;
            }
        }
    }
    vanished
}

/// A chain of steps with choices between: each step writes or needs the object somewhere.
fn model(steps: &[(bool, usize, usize)]) -> String {
    const CARRIERS: [&str; 6] = [
        "system:A",
        "system:B",
        "system:C",
        "paper",
        "document",
        "system:A; system:B",
    ];
    let mut xml = String::from("<startEvent id=\"s\"/>");
    let mut last = "s".to_owned();
    let mut flows = 0;
    let mut flow = |xml: &mut String, from: &str, to: &str| {
        flows += 1;
        xml.push_str(&format!(
            "<sequenceFlow id=\"f{flows}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>"
        ));
    };
    for (index, (writes, carrier, shape)) in steps.iter().enumerate() {
        let fact = if *writes { "writes" } else { "needs" };
        let id = format!("t{index}");
        let carrier = CARRIERS[if *writes { carrier % 5 } else { *carrier }];
        xml.push_str(&format!(
            "<userTask id=\"{id}\"><extensionElements><pr:carrier object=\"A\" {fact}=\"{carrier}\" by=\"human\"/></extensionElements></userTask>"
        ));
        // A choice of doing the step or passing it by; sometimes back to try again.
        if *shape == 0 {
            flow(&mut xml, &last, &id);
            last = id;
            continue;
        }
        let (split, join) = (format!("x{index}"), format!("j{index}"));
        xml.push_str(&format!(
            "<exclusiveGateway id=\"{split}\"/><exclusiveGateway id=\"{join}\"/>"
        ));
        flow(&mut xml, &last, &split);
        flow(&mut xml, &split, &id);
        flow(&mut xml, &id, &join);
        if *shape == 1 {
            flow(&mut xml, &split, &join);
        }
        last = join;
    }
    xml.push_str("<endEvent id=\"e\"/>");
    flow(&mut xml, &last, "e");
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:pr=\"urn:prozessregister:bpmn:1\"><process id=\"p\">{xml}</process></definitions>"
    )
}

fn graph(bytes: &[u8]) -> FlowGraph {
    build(&read(bytes, &Limits::default()).unwrap().0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]
    #[test]
    fn an_interface_never_adds_a_break(steps in prop::collection::vec((any::<bool>(), 0_usize..6, 0_usize..3), 1..10)) {
        check(&graph(model(&steps).as_bytes()), &Context::default());
    }
}

#[test]
fn an_interface_takes_away_and_never_adds_in_the_models_of_the_project() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut models, mut vanished) = (0, 0);
    for folder in [
        "fixtures/demo/models",
        "fixtures/labelled",
        "fixtures/golden/media_flow",
    ] {
        let mut paths: Vec<_> = std::fs::read_dir(root.join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.sort();
        for path in paths
            .iter()
            .filter(|path| path.extension().is_some_and(|ending| ending == "bpmn"))
        {
            vanished += check(&graph(&std::fs::read(path).unwrap()), &Context::default());
            models += 1;
        }
    }
    assert!(models > 60, "{models} models");
    assert!(vanished > 10, "{vanished} findings vanished");
}

#[test]
fn a_step_with_two_targets_keeps_its_break_to_the_other() {
    let steps = [(true, 0, 0), (false, 1, 0)];
    let two = model(&steps).replace(
        "needs=\"system:B\" by=\"human\"/>",
        "needs=\"system:B\" by=\"human\"/><pr:carrier object=\"A\" needs=\"system:C\" by=\"human\"/>",
    );
    let graph = graph(two.as_bytes());
    let context = Context::default();
    let before = carried(&graph, &context).findings;
    assert_eq!(before.len(), 1);
    let with = Context {
        interfaces: vec![("A".to_owned(), "B".to_owned())],
        ..Context::default()
    };
    assert_eq!(remaining(&before, &carried(&graph, &with).findings), [1.0]);
}

#[test]
fn a_second_look_says_what_the_whole_analysis_says() {
    let text = model(&[(true, 0, 0), (false, 1, 1), (false, 2, 2)]);
    let (diagram, warnings) = read(text.as_bytes(), &Limits::default()).unwrap();
    let graph = build(&diagram);
    let whole = analyse(&graph, warnings, &Context::default());
    let part = carried(&graph, &Context::default());
    assert_eq!(part.findings, whole.findings);
    assert_eq!(part.summary, whole.summary);
    assert_eq!(part.candidates, whole.candidates);
}
