//! How long `bpmn check` takes: all rules on a drawn model, and the parts that could grow faster than the model.
#![allow(missing_docs, clippy::indexing_slicing)]

use prozessregister::analysis::modelling;
use prozessregister::bpmn::{Limits, read, read_checked};
use prozessregister::register::check;

fn main() {
    divan::main();
}

/// A model of `nodes` steps in a row, drawn one below the other where `column`, else one beside the other.
fn model(nodes: usize, column: bool) -> String {
    let (mut elements, mut shapes) = (String::new(), String::new());
    for index in 0..nodes {
        let (x, y) = if column {
            (100, index * 120)
        } else {
            (index * 150, 100)
        };
        elements += &format!("<task id=\"t{index}\" name=\"Unterlage {index} prüfen und ablegen\"/>");
        shapes += &format!(
            "<bpmndi:BPMNShape id=\"s{index}\" bpmnElement=\"t{index}\"><dc:Bounds x=\"{x}\" y=\"{y}\" \
             width=\"100\" height=\"80\"/></bpmndi:BPMNShape>"
        );
        if index > 0 {
            let before = index - 1;
            elements +=
                &format!("<sequenceFlow id=\"f{index}\" sourceRef=\"t{before}\" targetRef=\"t{index}\"/>");
        }
    }
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" \
         xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" \
         targetNamespace=\"urn:b\"><process id=\"p\">{elements}</process><bpmndi:BPMNDiagram id=\"d\">\
         <bpmndi:BPMNPlane id=\"pl\" bpmnElement=\"p\">{shapes}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>"
    )
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn bytes_to_hints(bencher: divan::Bencher, nodes: usize) {
    let text = model(nodes, false);
    bencher.bench(|| {
        check(text.as_bytes(), &Limits::default())
            .map(|(_, checked)| checked.len())
            .ok()
    });
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn reading_with_structure(bencher: divan::Bencher, nodes: usize) {
    let text = model(nodes, false);
    bencher.bench(|| {
        read_checked(text.as_bytes().into(), &Limits::default())
            .map(|checked| checked.faults.len())
            .ok()
    });
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn rules(bencher: divan::Bencher, nodes: usize) {
    let text = model(nodes, false);
    let Ok((diagram, _)) = read(text.as_bytes(), &Limits::default()) else {
        return;
    };
    bencher.bench(|| modelling::check(&diagram).len());
}

/// All shapes in one column: the sweep goes from left to right and meets all of them at once.
#[divan::bench(args = [1_000, 10_000])]
fn rules_in_a_column(bencher: divan::Bencher, nodes: usize) {
    let text = model(nodes, true);
    let Ok((diagram, _)) = read(text.as_bytes(), &Limits::default()) else {
        return;
    };
    bencher.bench(|| modelling::check(&diagram).len());
}
