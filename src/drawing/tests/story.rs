//! Stories: each flow node once, whatever the graph looks like; the examples of the documentation.

use super::fixture;
use crate::bpmn::{Limits, read};
use crate::domain::story::StoryKind;
use crate::drawing::{narrate, steps};
use crate::graph::{FlowGraph, build};
use crate::text::Lang;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// Every flow node has one numbered line, numbers rise, no text is missing, lists never skip a depth.
pub(super) fn told_once(graph: &FlowGraph, lang: Lang, name: &str) {
    let story = narrate(graph, lang);
    let mut seen = BTreeSet::new();
    let mut expected = 1;
    let mut deepest = 0;
    for line in &story.lines {
        assert!(
            !line.text.contains("story-") && !line.text.is_empty(),
            "{name}: {line:?}"
        );
        assert!(!line.text.contains('\n'), "{name}: {line:?}");
        assert!(line.depth <= deepest, "{name}: {line:?}");
        deepest = if line.is_item() { line.depth + 1 } else { 0 };
        if let StoryKind::Step { number, element } = &line.kind {
            assert_eq!(*number, expected, "{name}");
            assert!(seen.insert(element.clone()), "{name}: {element}");
            expected += 1;
        }
    }
    let nodes: BTreeSet<String> = graph.flow.node_weights().map(|node| node.id.clone()).collect();
    assert_eq!(seen, nodes, "{name}");
    let rows = steps(graph);
    assert!(
        rows.iter().zip(1..).all(|(row, number)| row.number == number),
        "{name}"
    );
    // Every way is told: by the next line, by number, or as a line of its own.
    let plain = story.plain();
    assert_eq!(
        plain
            .lines()
            .filter(|line| line.trim_start().starts_with("- "))
            .count(),
        story
            .lines
            .iter()
            .filter(|line| line.kind == StoryKind::Way)
            .count(),
        "{name}"
    );
}

fn graph(xml: &str) -> FlowGraph {
    build(&read(xml.as_bytes(), &Limits::default()).unwrap().0)
}

fn wrapped(content: &str) -> String {
    format!("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">{content}</definitions>")
}

const KINDS: [&str; 12] = [
    "task",
    "userTask",
    "exclusiveGateway",
    "parallelGateway",
    "inclusiveGateway",
    "eventBasedGateway",
    "startEvent",
    "endEvent",
    "intermediateCatchEvent",
    "complexGateway",
    "serviceTask",
    "subProcess",
];

prop_compose! {
    /// Any graph: jumps, circles, dead parts, several starts, events on borders, nodes within sub-processes.
    fn models()(kinds in prop::collection::vec((0_usize..KINDS.len() + 1, 0_usize..40), 1..40),
        edges in prop::collection::vec((0_usize..40, 0_usize..40, prop::option::of("[a-z]{1,3}")), 0..90)) -> String {
        let count = kinds.len();
        let mut inside: Vec<String> = vec![String::new(); count + 1];
        for (index, (kind, other)) in kinds.iter().enumerate().rev() {
            let around = if index > 0 && other % 3 == 0 && kinds[other % index].0 == 11 { other % index } else { count };
            let node = match KINDS.get(*kind) {
                Some(name) => format!("<{name} id=\"n{index}\" name=\"N {index}\">{}</{name}>", inside[index]),
                None => format!("<boundaryEvent id=\"n{index}\" attachedToRef=\"n{}\" cancelActivity=\"{}\"/>", other % count, other % 2 == 0),
            };
            inside[around].push_str(&node);
        }
        let mut flows = String::new();
        for (index, (from, to, name)) in edges.iter().enumerate() {
            let name = name.clone().unwrap_or_default();
            flows.push_str(&format!("<sequenceFlow id=\"f{index}\" name=\"{name}\" sourceRef=\"n{}\" targetRef=\"n{}\"/>", from % count, to % count));
        }
        wrapped(&format!("<process id=\"p\">{}{flows}</process>", inside[count]))
    }
}

proptest! {
    #[test]
    fn any_graph_is_told_once(xml in models()) {
        let graph = graph(&xml);
        for lang in Lang::ALL {
            told_once(&graph, lang, &xml);
        }
    }
}

#[test]
fn every_fixture_is_told_once() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut files = Vec::new();
    super::corpus::models(&root, &mut files);
    let mut told = 0;
    for file in files {
        if let Ok((diagram, _)) = read(&std::fs::read(&file).unwrap(), &Limits::default()) {
            told_once(&build(&diagram), Lang::De, &file.display().to_string());
            told += 1;
        }
    }
    assert!(told > 30);
}

#[test]
fn depth_without_end_costs_no_stack() {
    let mut xml = String::new();
    for index in 0..3_000 {
        xml.push_str(&format!(
            "<parallelGateway id=\"g{index}\"/><task id=\"t{index}\"/><task id=\"u{index}\"/>\
             <sequenceFlow id=\"a{index}\" sourceRef=\"g{index}\" targetRef=\"t{index}\"/>\
             <sequenceFlow id=\"b{index}\" sourceRef=\"g{index}\" targetRef=\"u{index}\"/>\
             <sequenceFlow id=\"c{index}\" sourceRef=\"u{index}\" targetRef=\"g{}\"/>",
            index + 1
        ));
    }
    told_once(
        &graph(&wrapped(&format!("<process id=\"p\">{xml}</process>"))),
        Lang::De,
        "deep",
    );
}

/// The examples in `docs/narration.md`, between `<!-- story: FILE -->` and the next `<!-- end -->`.
#[test]
fn the_documentation_shows_what_is_told() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = root.join("docs/narration.md");
    let text = std::fs::read_to_string(&page).unwrap();
    let mut made = String::new();
    let mut rest = text.as_str();
    let mut examples = 0;
    while let Some((before, after)) = rest.split_once("<!-- story: ") {
        let (file, after) = after.split_once(" -->").unwrap();
        let (_, after) = after.split_once("<!-- end -->").unwrap();
        let bytes = std::fs::read(root.join(file)).unwrap();
        let told = narrate(&build(&read(&bytes, &Limits::default()).unwrap().0), Lang::De).markdown();
        made.push_str(&format!("{before}<!-- story: {file} -->\n\n{told}\n<!-- end -->"));
        rest = after;
        examples += 1;
    }
    made.push_str(rest);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&page, &made).unwrap();
    }
    assert!(examples >= 3);
    assert_eq!(
        text, made,
        "run the test once more with UPDATE_DOCS=1 and read the result"
    );
}

#[test]
fn odd_parts_are_told_by_what_they_are() {
    let graph = graph(&wrapped(
        "<process id='p'><startEvent id='s'/><task id='a' name='A'/><endEvent id='e'/><task id='dead' name='Tot'/>\
         <sequenceFlow id='f' sourceRef='s' targetRef='a'/><sequenceFlow id='g' sourceRef='a' targetRef='e'/>\
         <boundaryEvent id='b' attachedToRef='a'><timerEventDefinition><timeDuration>P14D</timeDuration></timerEventDefinition></boundaryEvent>\
         <sequenceFlow id='h' sourceRef='b' targetRef='e'/>\
         <subProcess id='x' triggeredByEvent='true' name='Rücknahme'><startEvent id='xs'><messageEventDefinition/></startEvent></subProcess>\
         <task id='undo' name='Zurückbuchen' isForCompensation='true'/></process>",
    ));
    insta::assert_snapshot!("story-odd", narrate(&graph, Lang::De).markdown());
    let (_, graph) = fixture("symbols.bpmn");
    insta::assert_snapshot!("story-symbols", narrate(&graph, Lang::De).markdown());
}
