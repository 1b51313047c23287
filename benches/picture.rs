//! How long pictures take: the reference models, and made-up models of a thousand and ten thousand steps.
//! The time per step should stay the same from one to the other.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use divan::Bencher;
use divan::counter::ItemsCount;
use prozessregister::register::{Limits, PictureMarks, picture, picture_pixels};
use prozessregister::text::Lang;
use std::fmt::Write;
use std::path::Path;

fn main() {
    divan::main();
}

const FIXTURES: [&str; 3] = [
    "drawing/reference-activities.bpmn",
    "drawing/reference-pools.bpmn",
    "demo/models/32.1-01-gewerbe-anmelden-ist.bpmn",
];

fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
    std::fs::read(path).unwrap()
}

/// A chain of tasks in rows of a hundred, with its drawing.
fn chain(steps: usize) -> Vec<u8> {
    let (mut nodes, mut drawn) = (String::new(), String::new());
    for step in 0..steps {
        let (x, y) = (200 * (step % 100), 140 * (step / 100));
        writeln!(
            nodes,
            "<userTask id=\"t{step}\" name=\"Antrag {step} auf Vollständigkeit prüfen\"/>"
        )
        .unwrap();
        writeln!(
            drawn,
            "<d:BPMNShape id=\"t{step}_di\" bpmnElement=\"t{step}\"><c:Bounds x=\"{x}\" y=\"{y}\" width=\"100\" height=\"80\"/></d:BPMNShape>"
        )
        .unwrap();
        if step > 0 && step % 100 > 0 {
            let from = step - 1;
            writeln!(
                nodes,
                "<sequenceFlow id=\"f{step}\" name=\"weiter\" sourceRef=\"t{from}\" targetRef=\"t{step}\"/>"
            )
            .unwrap();
            writeln!(
                drawn,
                "<d:BPMNEdge id=\"f{step}_di\" bpmnElement=\"f{step}\"><i:waypoint x=\"{}\" y=\"{}\"/><i:waypoint x=\"{x}\" y=\"{}\"/></d:BPMNEdge>",
                x - 100,
                y + 40,
                y + 40
            )
            .unwrap();
        }
    }
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" \
         xmlns:d=\"http://www.omg.org/spec/BPMN/20100524/DI\" xmlns:c=\"http://www.omg.org/spec/DD/20100524/DC\" \
         xmlns:i=\"http://www.omg.org/spec/DD/20100524/DI\"><process id=\"p\">{nodes}</process>\
         <d:BPMNDiagram><d:BPMNPlane bpmnElement=\"p\">{drawn}</d:BPMNPlane></d:BPMNDiagram></definitions>"
    )
    .into_bytes()
}

#[divan::bench(args = FIXTURES)]
fn svg(bencher: Bencher, name: &str) {
    let bytes = fixture(name);
    bencher.bench(|| picture(&bytes, &Limits::default(), PictureMarks::None, Lang::De).unwrap());
}

#[divan::bench(args = FIXTURES, sample_count = 20)]
fn png(bencher: Bencher, name: &str) {
    let bytes = fixture(name);
    let limits = Limits::default();
    if picture_pixels(&bytes, &limits, PictureMarks::None, None, Lang::De).is_err() {
        // Built without front end, so without a font.
        return;
    }
    bencher.bench(|| picture_pixels(&bytes, &limits, PictureMarks::None, None, Lang::De).unwrap());
}

#[divan::bench(args = [1_000, 10_000], sample_count = 10)]
fn svg_of_steps(bencher: Bencher, steps: usize) {
    let bytes = chain(steps);
    bencher
        .counter(ItemsCount::new(steps))
        .bench(|| picture(&bytes, &Limits::default(), PictureMarks::None, Lang::De).unwrap());
}

#[divan::bench(args = [1_000, 10_000], sample_count = 3)]
fn svg_with_findings_of_steps(bencher: Bencher, steps: usize) {
    let bytes = chain(steps);
    bencher
        .counter(ItemsCount::new(steps))
        .bench(|| picture(&bytes, &Limits::default(), PictureMarks::Findings, Lang::De).unwrap());
}
