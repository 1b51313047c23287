//! Telling a model: 1,000 and 10,000 steps in guard clauses, blocks and loops. The time has to grow with the size.

use divan::Bencher;
use prozessregister::register::{Limits, narrate};
use prozessregister::text::Lang;
use std::fmt::Write;

fn main() {
    divan::main();
}

fn model(steps: usize) -> String {
    let mut xml = String::from(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"><startEvent id=\"x0\"/>",
    );
    let blocks = steps / 5;
    for index in 0..blocks {
        let next = index + 1;
        let leave = if index % 3 == 0 {
            "end".to_owned()
        } else {
            format!("t{index}")
        };
        let _ = write!(
            xml,
            "<task id=\"t{index}\" name=\"Schritt {index} bearbeiten\"/><exclusiveGateway id=\"g{index}\" name=\"Gut?\"/>\
             <task id=\"a{index}\" name=\"Nachfordern\"/><task id=\"b{index}\" name=\"Ablegen\"/><task id=\"x{next}\" name=\"Weiter\"/>\
             <sequenceFlow id=\"f{index}\" sourceRef=\"x{index}\" targetRef=\"t{index}\"/>\
             <sequenceFlow id=\"h{index}\" sourceRef=\"t{index}\" targetRef=\"g{index}\"/>\
             <sequenceFlow id=\"i{index}\" name=\"nein\" sourceRef=\"g{index}\" targetRef=\"a{index}\"/>\
             <sequenceFlow id=\"j{index}\" sourceRef=\"a{index}\" targetRef=\"{leave}\"/>\
             <sequenceFlow id=\"k{index}\" name=\"ja\" sourceRef=\"g{index}\" targetRef=\"b{index}\"/>\
             <sequenceFlow id=\"l{index}\" sourceRef=\"b{index}\" targetRef=\"x{next}\"/>"
        );
    }
    let _ = write!(
        xml,
        "<endEvent id=\"end\"/><sequenceFlow id=\"z\" sourceRef=\"x{blocks}\" targetRef=\"end\"/></process></definitions>"
    );
    xml
}

#[divan::bench(args = [1_000, 10_000])]
fn story(bencher: Bencher<'_, '_>, steps: usize) {
    let xml = model(steps);
    bencher.bench(|| narrate(xml.as_bytes(), &Limits::default(), Lang::De).map(|story| story.lines.len()));
}
