//! How long the analysis takes: the propagation alone and the way from bytes to result (analysis.md 1.7: a model of
//! 500 nodes with 10 objects in less than 10 ms).
#![allow(missing_docs, clippy::indexing_slicing)]

use prozessregister::analysis::{Context, analyse, media_break};
use prozessregister::bpmn::{Limits, read};
use prozessregister::flow::Chain;
use prozessregister::graph::build;

fn main() {
    divan::main();
}

/// A model of about `nodes` nodes: diamonds, loops and parallel blocks in turn; every task works on one of ten objects.
fn model(nodes: usize) -> String {
    let mut elements = String::from("<bpmn:startEvent id=\"s\"/>");
    let mut flows = String::new();
    let mut flow = |from: &str, to: &str, share: &str| {
        let branch = if share.is_empty() {
            String::new()
        } else {
            format!("<bpmn:extensionElements><pr:branch probability=\"{share}\"/></bpmn:extensionElements>")
        };
        flows += &format!(
            "<bpmn:sequenceFlow id=\"f{from}{to}\" sourceRef=\"{from}\" targetRef=\"{to}\">{branch}</bpmn:sequenceFlow>"
        );
    };
    let carriers = ["paper", "document", "system:A", "system:B", "oral"];
    let mut before = "s".to_owned();
    for index in 0..nodes / 4 {
        let gateway = if index % 3 == 2 {
            "parallelGateway"
        } else {
            "exclusiveGateway"
        };
        let (split, join) = (format!("g{index}"), format!("j{index}"));
        elements += &format!("<bpmn:{gateway} id=\"{split}\"/>");
        for side in 0..2 {
            let task = format!("t{index}x{side}");
            let carrier = carriers[(index * 2 + side * 3) % carriers.len()];
            let action = if (index + side) % 2 == 0 {
                "writes"
            } else {
                "needs"
            };
            elements += &format!(
                "<bpmn:task id=\"{task}\"><bpmn:extensionElements><pr:carrier object=\"Objekt {}\" \
                 {action}=\"{carrier}\"/></bpmn:extensionElements></bpmn:task>",
                (index * 7 + side) % 10
            );
            let share = if index % 3 == 2 { "" } else { ["0.3", "0.7"][side] };
            flow(&split, &task, share);
            flow(&task, &join, "");
        }
        elements += &format!("<bpmn:{gateway} id=\"{join}\"/>");
        flow(&before, &split, "");
        before = join;
    }
    elements += "<bpmn:endEvent id=\"e\"/>";
    flow(&before, "e", "");
    format!(
        "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" \
         xmlns:pr=\"urn:prozessregister:bpmn:1\" id=\"d\" targetNamespace=\"urn:b\"><bpmn:process id=\"p\">\
         {elements}{flows}</bpmn:process></bpmn:definitions>"
    )
}

#[divan::bench(args = [60, 500, 2000])]
fn propagation(bencher: divan::Bencher, nodes: usize) {
    let text = model(nodes);
    let Ok((diagram, _)) = read(text.as_bytes(), &Limits::default()) else {
        return;
    };
    let graph = build(&diagram);
    bencher.bench(|| {
        let chain = Chain::of(&graph);
        let (facts, _) = media_break::annotated::facts(&graph, &chain);
        media_break::find(&graph, &chain, &facts, &Context::default())
    });
}

#[divan::bench(args = [60, 500])]
fn bytes_to_result(bencher: divan::Bencher, nodes: usize) {
    let text = model(nodes);
    bencher.bench(|| {
        read(text.as_bytes(), &Limits::default())
            .map(|(diagram, warnings)| analyse(&build(&diagram), warnings, &Context::default()))
            .is_ok()
    });
}
