//! Control-flow constructs of analysis.md 1.6, one by one, on small models.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use crate::analysis::{Context, analyse};
use crate::bpmn::{Limits, read};
use crate::domain::analysis::{Analysis, ModelVerdict};
use crate::domain::finding::Certainty;
use crate::graph::build;

/// A process from its inner XML; `a -> b` lines become sequence flows, `a -0.3-> b` with a share.
fn run(inner: &str, ways: &str) -> Analysis {
    run_with(inner, ways, &Context::default())
}

fn run_with(inner: &str, ways: &str, context: &Context) -> Analysis {
    let xml = format!("<bpmn:process id=\"p\">{inner}{}</bpmn:process>", flows(ways));
    analyse_xml(&xml, context)
}

fn flows(ways: &str) -> String {
    ways.split(';')
        .map(str::trim)
        .filter(|way| !way.is_empty())
        .enumerate()
        .map(|(index, way)| {
            let parts: Vec<&str> = way.split_whitespace().collect();
            let share = parts[1].trim_start_matches('-').trim_end_matches("->");
            let branch = if share.is_empty() {
                String::new()
            } else {
                format!(
                    "<bpmn:extensionElements><pr:branch probability=\"{share}\"/></bpmn:extensionElements>"
                )
            };
            format!(
                "<bpmn:sequenceFlow id=\"f{}{index}\" sourceRef=\"{}\" targetRef=\"{}\">{branch}</bpmn:sequenceFlow>",
                parts[0], parts[0], parts[2]
            )
        })
        .collect()
}

fn analyse_xml(inner: &str, context: &Context) -> Analysis {
    let xml = format!(
        "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" \
         xmlns:pr=\"urn:prozessregister:bpmn:1\" id=\"d\" targetNamespace=\"urn:t\">{inner}</bpmn:definitions>"
    );
    let (diagram, warnings) = read(xml.as_bytes(), &Limits::default()).unwrap();
    analyse(&build(&diagram), warnings, context)
}

fn element(tag: &str, id: &str, facts: &str) -> String {
    format!("<bpmn:{tag} id=\"{id}\"><bpmn:extensionElements>{facts}</bpmn:extensionElements></bpmn:{tag}>")
}

fn task(id: &str, facts: &str) -> String {
    element("task", id, facts)
}

fn start(carrier: &str) -> String {
    element(
        "startEvent",
        "s",
        &format!("<pr:channel object=\"A\" carrier=\"{carrier}\" share=\"1\"/>"),
    )
}

fn plain(tag: &str, id: &str) -> String {
    format!("<bpmn:{tag} id=\"{id}\"/>")
}

fn needs(carriers: &str) -> String {
    format!("<pr:carrier object=\"A\" needs=\"{carriers}\"/>")
}

fn writes(carrier: &str) -> String {
    format!("<pr:carrier object=\"A\" writes=\"{carrier}\"/>")
}

/// Element, kind, per case, share; as short text.
fn found(analysis: &Analysis) -> Vec<String> {
    analysis
        .findings
        .iter()
        .filter_map(|finding| {
            Some(format!(
                "{} {} {:.4} {:.4}",
                finding.element,
                finding.kind?.code(),
                finding.per_case,
                finding.share_of_executions
            ))
        })
        .collect()
}

fn notes(analysis: &Analysis) -> Vec<String> {
    analysis
        .notes
        .iter()
        .map(|note| format!("{} {} {:.4}", note.element, note.kind, note.per_case))
        .collect()
}

#[test]
fn parallel_branches_on_one_object_are_chained() {
    let inner = start("paper")
        + &plain("parallelGateway", "a")
        + &task("x", &needs("document"))
        + &task("y", &needs("document"))
        + &task("z", "")
        + &plain("parallelGateway", "b")
        + &task("t", &needs("system:X"))
        + &plain("endEvent", "e");
    let analysis = run(
        &inner,
        "s -> a; a -> x; a -> y; a -> z; x -> b; y -> b; z -> b; b -> t; t -> e",
    );
    assert_eq!(
        found(&analysis),
        [
            "x paper-to-digital 1.0000 1.0000",
            "t document-to-system 1.0000 1.0000"
        ]
    );
    assert_eq!(notes(&analysis), ["a parallel-use 1.0000"]);
}

#[test]
fn nested_blocks_may_share_their_join() {
    let inner = start("paper")
        + &plain("parallelGateway", "a")
        + &plain("parallelGateway", "c")
        + &task("x", &needs("document"))
        + &task("y", "")
        + &task("z", "")
        + &plain("parallelGateway", "b")
        + &task("t", &needs("system:X"))
        + &plain("endEvent", "e");
    let analysis = run(
        &inner,
        "s -> a; a -> c; c -> x; c -> y; a -> z; x -> b; y -> b; z -> b; b -> t; t -> e",
    );
    assert_eq!(
        found(&analysis),
        [
            "x paper-to-digital 1.0000 1.0000",
            "t document-to-system 1.0000 1.0000"
        ]
    );
    assert!(notes(&analysis).is_empty());
}

#[test]
fn an_inclusive_branch_is_entered_with_its_share() {
    let inner = start("paper")
        + &plain("inclusiveGateway", "a")
        + &task("x", &needs("document"))
        + &task("y", "")
        + &plain("inclusiveGateway", "b")
        + &task("t", &needs("document"))
        + &plain("endEvent", "e");
    let analysis = run(
        &inner,
        "s -> a; a -0.4-> x; a -0.9-> y; x -> b; y -> b; b -> t; t -> e",
    );
    assert_eq!(
        found(&analysis),
        [
            "x paper-to-digital 0.4000 1.0000",
            "t paper-to-digital 0.6000 0.6000"
        ]
    );
    assert_eq!(analysis.findings[1].certainty, Certainty::Possible);
}

#[test]
fn an_interrupting_border_event_leaves_from_the_entry_state() {
    let inner = start("paper")
        + &task("x", &needs("document"))
        + "<bpmn:boundaryEvent id=\"late\" attachedToRef=\"x\"><bpmn:extensionElements><pr:branch probability=\"0.1\"/>\
           </bpmn:extensionElements><bpmn:timerEventDefinition/></bpmn:boundaryEvent>"
        + &task("y", &needs("document"))
        + &task("t", &needs("document"))
        + &plain("endEvent", "e")
        + &plain("endEvent", "e2");
    let analysis = run(&inner, "s -> x; x -> t; t -> e; late -> y; y -> e2");
    assert_eq!(
        found(&analysis),
        [
            "x paper-to-digital 1.0000 1.0000",
            "y paper-to-digital 0.1000 1.0000"
        ]
    );
}

#[test]
fn a_reminder_beside_the_flow_does_not_slow_it() {
    let inner = start("paper")
        + &task("x", &needs("document"))
        + "<bpmn:boundaryEvent id=\"late\" attachedToRef=\"x\" cancelActivity=\"false\"><bpmn:extensionElements>\
           <pr:branch probability=\"0.25\"/></bpmn:extensionElements><bpmn:timerEventDefinition/></bpmn:boundaryEvent>"
        + &task("y", &needs("document"))
        + &task("t", &needs("system:X"))
        + &plain("endEvent", "e")
        + &plain("endEvent", "e2");
    let analysis = run(&inner, "s -> x; x -> t; t -> e; late -> y; y -> e2");
    assert_eq!(
        found(&analysis),
        [
            "x paper-to-digital 1.0000 1.0000",
            "y paper-to-digital 0.2500 1.0000",
            "t document-to-system 1.0000 1.0000"
        ]
    );
}

#[test]
fn sub_processes_are_inlined() {
    let inside = plain("startEvent", "is")
        + &task("x", &needs("document"))
        + &plain("parallelGateway", "ia")
        + &task("y", &needs("system:X"))
        + &task("z", "")
        + &plain("endEvent", "ie")
        + &plain("endEvent", "if")
        + &flows("is -> x; x -> ia; ia -> y; ia -> z; y -> ie; z -> if");
    let inner = start("paper")
        + &format!("<bpmn:subProcess id=\"sub\">{inside}</bpmn:subProcess>")
        + &task("t", &needs("system:Y"))
        + &plain("endEvent", "e");
    let analysis = run(&inner, "s -> sub; sub -> t; t -> e");
    assert_eq!(
        found(&analysis),
        [
            "x paper-to-digital 1.0000 1.0000",
            "y document-to-system 1.0000 1.0000",
            "t system-to-system 1.0000 1.0000"
        ]
    );
}

#[test]
fn instances_multiply_the_number() {
    let inner = start("paper")
        + "<bpmn:task id=\"x\"><bpmn:extensionElements><pr:carrier object=\"A\" needs=\"document\"/>\
           <pr:work instances=\"3\"/></bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics/></bpmn:task>"
        + &plain("endEvent", "e");
    let analysis = run(&inner, "s -> x; x -> e");
    assert_eq!(found(&analysis), ["x paper-to-digital 3.0000 1.0000"]);
}

#[test]
fn a_loop_without_a_way_out_counts_one_pass_and_says_so() {
    let inner = start("paper")
        + &plain("exclusiveGateway", "j")
        + &task("x", &(writes("document") + &needs("paper")))
        + &task("y", "");
    let analysis = run(&inner, "s -> j; j -> x; x -> y; y -> j");
    assert_eq!(found(&analysis), ["x digital-to-paper 1.0000 1.0000"]);
    assert_eq!(notes(&analysis), ["j endless-loop 1.0000"]);
}

#[test]
fn an_unmatched_join_is_simplified_but_finite() {
    let inner = start("paper")
        + &plain("parallelGateway", "a")
        + &task("x", &needs("document"))
        + &plain("exclusiveGateway", "g")
        + &plain("parallelGateway", "b")
        + &task("t", &needs("document"))
        + &plain("endEvent", "e")
        + &plain("endEvent", "e2");
    let analysis = run(
        &inner,
        "s -> a; a -> x; a -> g; x -> b; g -> b; g -> e2; b -> t; t -> e",
    );
    assert!(
        notes(&analysis)
            .iter()
            .any(|note| note.starts_with("b simplified"))
    );
    assert!(
        analysis
            .findings
            .iter()
            .all(|finding| finding.per_case.is_finite())
    );
}

#[test]
fn a_message_arrives_on_the_carrier_of_its_flow() {
    let xml = "<bpmn:collaboration id=\"c\"><bpmn:participant id=\"out\" name=\"Betrieb\"/>\
        <bpmn:participant id=\"in\" processRef=\"p\"/>\
        <bpmn:messageFlow id=\"m\" sourceRef=\"out\" targetRef=\"wait\"><bpmn:extensionElements>\
        <pr:channel object=\"A\" carrier=\"paper\" share=\"0.6\"/><pr:channel object=\"A\" carrier=\"document\" share=\"0.4\"/>\
        </bpmn:extensionElements></bpmn:messageFlow></bpmn:collaboration><bpmn:process id=\"p\">"
        .to_owned()
        + &plain("startEvent", "s")
        + "<bpmn:intermediateCatchEvent id=\"wait\"><bpmn:messageEventDefinition/></bpmn:intermediateCatchEvent>"
        + &task("t", &needs("system:X"))
        + &plain("endEvent", "e")
        + &flows("s -> wait; wait -> t; t -> e")
        + "</bpmn:process>";
    let analysis = analyse_xml(&xml, &Context::default());
    assert_eq!(
        found(&analysis),
        [
            "t document-to-system 0.4000 0.4000",
            "t paper-to-digital 0.6000 0.6000"
        ]
    );
    assert_eq!(analysis.findings[1].written_at, ["wait"]);
}

#[test]
fn an_interface_of_the_catalogue_makes_a_change_automatic() {
    let inner = plain("startEvent", "s")
        + &task("x", &writes("system:A"))
        + &task("y", &needs("system:B"))
        + &task("z", &needs("system:C"))
        + &plain("endEvent", "e");
    let context = Context {
        interfaces: vec![("A".to_owned(), "b".to_owned())],
        ..Context::default()
    };
    let analysis = run_with(&inner, "s -> x; x -> y; y -> z; z -> e", &context);
    assert_eq!(found(&analysis), ["z system-to-system 1.0000 1.0000"]);
    assert_eq!(notes(&analysis), ["y automated-change 1.0000"]);
}

#[test]
fn minutes_and_hours_follow_what_is_stated() {
    let inner = "<bpmn:extensionElements><pr:volume casesPerYear=\"600\"/></bpmn:extensionElements>"
        .to_owned()
        + &start("paper")
        + &task("x", "<pr:carrier object=\"A\" needs=\"document\" minutes=\"7\"/>")
        + &task("y", &needs("system:X"))
        + &plain("endEvent", "e");
    let context = Context {
        rates: crate::domain::times::Rates {
            hourly_rate: Some(50.0),
            ..Default::default()
        },
        ..Context::default()
    };
    let analysis = run_with(&inner, "s -> x; x -> y; y -> e", &context);
    let figures: Vec<_> = analysis
        .findings
        .iter()
        .map(|finding| {
            (
                finding.minutes_per_case,
                finding.hours_per_year,
                finding.cost_per_year,
            )
        })
        .collect();
    assert_eq!(
        figures,
        [
            (Some(7.0), Some(70.0), Some(3500.0)),
            (Some(3.0), Some(30.0), Some(1500.0))
        ]
    );
}

#[test]
fn the_verdict_needs_knowledge() {
    let known = run(
        &(start("paper") + &task("x", &needs("paper")) + &plain("endEvent", "e")),
        "s -> x; x -> e",
    );
    assert_eq!(known.summary.verdict, ModelVerdict::None);
    let unknown = run(
        &(plain("startEvent", "s") + &task("x", &needs("paper; document")) + &plain("endEvent", "e")),
        "s -> x; x -> e",
    );
    assert_eq!(unknown.summary.verdict, ModelVerdict::NotAssessable);
    let empty = run(&(plain("startEvent", "s") + &plain("task", "x")), "s -> x");
    assert_eq!(empty.summary.verdict, ModelVerdict::NotAssessable);
}

#[test]
fn shares_that_do_not_add_up_are_scaled_with_a_warning() {
    let inner = element(
        "startEvent",
        "s",
        "<pr:channel object=\"A\" carrier=\"paper\" share=\"0.3\"/><pr:channel object=\"A\" carrier=\"system:X\" share=\"0.3\"/>",
    ) + &task("x", &needs("system:X"));
    let analysis = run(&inner, "s -> x");
    assert_eq!(found(&analysis), ["x paper-to-digital 0.5000 0.5000"]);
    assert!(
        analysis
            .warnings
            .iter()
            .any(|warning| warning.code == "shares-scaled")
    );
}

#[test]
fn sixty_diamonds_are_quick() {
    let mut inner = start("paper");
    let mut ways = String::from("s -> g0");
    for index in 0..60 {
        inner += &plain("exclusiveGateway", &format!("g{index}"));
        inner += &task(
            &format!("a{index}"),
            &writes(["paper", "document", "system:X"][index % 3]),
        );
        inner += &task(
            &format!("b{index}"),
            &needs(["document", "paper", "system:Y"][index % 3]),
        );
        inner += &plain("exclusiveGateway", &format!("j{index}"));
        let next = if index == 59 {
            "e".to_owned()
        } else {
            format!("g{}", index + 1)
        };
        ways += &format!(
            "; g{index} -> a{index}; g{index} -> b{index}; a{index} -> j{index}; b{index} -> j{index}; j{index} -> {next}"
        );
    }
    inner += &plain("endEvent", "e");
    let analysis = run(&inner, &ways);
    assert!(!analysis.findings.is_empty());
    assert!(analysis.findings.iter().all(|finding| finding.assumed));
    assert!(
        analysis
            .findings
            .iter()
            .all(|finding| finding.per_case <= 1.0 + 1e-9)
    );
}

#[test]
fn a_step_names_where_the_object_was_written() {
    let analysis = run(
        &(plain("startEvent", "s")
            + &task("w", &writes("document"))
            + &task("x", &needs("paper"))
            + &plain("endEvent", "e")),
        "s -> w; w -> x; x -> e",
    );
    let finding = &analysis.findings[0];
    assert_eq!(finding.written_at, ["w"]);
    assert_eq!(finding.evidence.len(), 2);
    assert!(finding.confidence > 0.97);
    assert_eq!(finding.key.len(), 16);
}
