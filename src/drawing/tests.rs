#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod corpus;
mod labels;
mod measured;
mod story;

use crate::bpmn::{Diagram, Limits, read};
use crate::domain::finding::Level;
use crate::drawing::{Mark, MarkClass, narrate, picture, steps};
use crate::graph::{FlowGraph, build};
use crate::text::Lang;
use std::path::Path;

fn fixture(name: &str) -> (Diagram, FlowGraph) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/drawing")
        .join(name);
    let (diagram, _) = read(&std::fs::read(path).unwrap(), &Limits::default()).unwrap();
    let graph = build(&diagram);
    (diagram, graph)
}

fn mark(element: &str, number: usize, level: Level) -> Mark {
    Mark::finding(element, number, level, format!("Befund an {element}"))
}

#[test]
fn every_symbol_looks_as_before() {
    let (diagram, graph) = fixture("symbols.bpmn");
    insta::assert_snapshot!(picture(&diagram, &graph, &[], Lang::De));
}

#[test]
fn lanes_flows_and_marks_look_as_before() {
    let (diagram, graph) = fixture("lanes.bpmn");
    let marks = [
        mark("check", 1, Level::High),
        mark("check", 2, Level::Medium),
        mark("f7", 3, Level::Check),
        mark("nowhere", 4, Level::Check),
    ];
    insta::assert_snapshot!(picture(&diagram, &graph, &marks, Lang::De));
}

#[test]
fn a_diagram_without_drawing_is_laid_out_as_before() {
    let (diagram, graph) = fixture("lanes-without-drawing.bpmn");
    insta::assert_snapshot!(picture(&diagram, &graph, &[], Lang::En));
}

#[test]
fn the_story_reads_as_before() {
    let (_, graph) = fixture("lanes.bpmn");
    insta::assert_snapshot!("story-german", narrate(&graph, Lang::De).markdown());
    insta::assert_snapshot!("story-english", narrate(&graph, Lang::En).markdown());
}

#[test]
fn the_table_has_a_row_per_node_with_conditions() {
    let (_, graph) = fixture("lanes.bpmn");
    let rows = steps(&graph);
    assert_eq!(rows.len(), graph.flow.node_count());
    assert!(
        rows.iter()
            .enumerate()
            .all(|(index, row)| row.number == index + 1)
    );
    let decision = rows.iter().find(|row| row.element == "ok").unwrap();
    assert_eq!(decision.who, "Bürgerbüro");
    assert_eq!(decision.next[0].condition, "ja");
    assert!(decision.next[1].otherwise);
    assert_eq!(decision.next[1].what, "Antrag prüfen");
    let late = rows.iter().find(|row| row.element == "late").unwrap();
    assert_eq!(
        late.during,
        rows.iter()
            .find(|row| row.element == "check")
            .map(|row| row.number)
    );
}

#[test]
fn absurd_places_and_markup_do_no_harm() {
    let (diagram, graph) = fixture("absurd.bpmn");
    let svg = picture(&diagram, &graph, &[mark("t", 1, Level::High)], Lang::De);
    for bad in ["<script", "<svg onload", "NaN", "inf\"", "style=", "href", "e15"] {
        assert!(!svg.contains(bad), "{bad}");
    }
    for element in ["s", "t", "e", "f1", "f2"] {
        assert_eq!(
            svg.matches(&format!("data-element=\"{element}\"")).count(),
            1,
            "{element}"
        );
    }
    let view = svg.split("viewBox=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(
        view.split(' ')
            .all(|number| number.parse::<f64>().unwrap().abs() < 2_000.0),
        "{view}"
    );
}

#[test]
fn marks_without_colour_still_tell_their_level() {
    let (diagram, graph) = fixture("lanes.bpmn");
    let svg = picture(&diagram, &graph, &[mark("check", 7, Level::Medium)], Lang::De);
    assert!(svg.contains("data-mark=\"7\""));
    assert!(svg.contains("<title>7: Befund an check (wahrscheinlich)</title>"));
    assert!(svg.contains("stroke-dasharray=\"10 4\""));
}

#[test]
fn every_class_of_mark_has_a_form_a_pattern_and_a_word_of_its_own_kind() {
    let (diagram, graph) = fixture("lanes.bpmn");
    for class in MarkClass::ALL {
        let mark = Mark {
            element: "check".to_owned(),
            symbol: "±<".to_owned(),
            class,
            title: "neu: \"<b>\"".to_owned(),
        };
        let svg = picture(&diagram, &graph, &[mark], Lang::De);
        let badge = format!("class=\"{}\" data-mark=\"±&lt;\"", class.code());
        assert_eq!(svg.matches(&badge).count(), 1, "{class:?}");
        assert!(
            svg.contains("<title>±&lt;: neu: &quot;&lt;b&gt;&quot; ("),
            "{class:?}"
        );
        assert!(!svg.contains("drawing-mark"), "{class:?}: a word is missing");
    }
}

#[test]
fn a_mark_inside_something_collapsed_stands_on_it() {
    let xml = r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:c="http://www.omg.org/spec/DD/20100524/DC"><process id="p"><subProcess id="sub"><task id="inner" name="Innen"/></subProcess></process><d:BPMNDiagram id="x"><d:BPMNPlane id="y" bpmnElement="p"><d:BPMNShape id="z" bpmnElement="sub" isExpanded="false"><c:Bounds x="0" y="0" width="100" height="80"/></d:BPMNShape></d:BPMNPlane></d:BPMNDiagram></definitions>"#;
    let (diagram, _) = read(xml.as_bytes(), &Limits::default()).unwrap();
    let svg = picture(
        &diagram,
        &build(&diagram),
        &[mark("inner", 1, Level::High)],
        Lang::De,
    );
    assert!(svg.contains("data-mark=\"1\""));
    assert!(!svg.contains("Ohne Platz im Bild"));
}

#[test]
fn the_picture_of_nothing_is_a_small_sheet() {
    let xml =
        r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"/></definitions>"#;
    let (diagram, _) = read(xml.as_bytes(), &Limits::default()).unwrap();
    let graph = build(&diagram);
    let svg = picture(&diagram, &graph, &[], Lang::De);
    assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
    assert_eq!(
        narrate(&graph, Lang::De).plain(),
        "Das Modell enthält keine Schritte.\n"
    );
}
