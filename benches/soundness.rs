//! How long the check of the control flow takes (analysis.md 3.2: milliseconds, whatever the model).
#![allow(missing_docs, clippy::unwrap_used)]

use prozessregister::analysis::soundness::{Messages, soundness};
use prozessregister::bpmn::{Limits, read};
use prozessregister::flow::Chain;
use prozessregister::graph::{FlowGraph, build};

fn main() {
    divan::main();
}

/// Blocks one after the other: parallel with `width` branches, ended by the wrong gateway where `wrong`.
fn model(blocks: usize, width: usize, wrong: bool) -> FlowGraph {
    let mut elements = String::from("<startEvent id='s'/><endEvent id='e'/>");
    let mut flows = String::new();
    let mut count = 0;
    let mut flow = |from: &str, to: &str| {
        count += 1;
        flows += &format!("<sequenceFlow id='f{count}' sourceRef='{from}' targetRef='{to}'/>");
    };
    let mut before = "s".to_owned();
    for block in 0..blocks {
        let join = if wrong {
            "exclusiveGateway"
        } else {
            "parallelGateway"
        };
        elements += &format!("<parallelGateway id='g{block}'/><{join} id='h{block}'/>");
        flow(&before, &format!("g{block}"));
        for branch in 0..width {
            elements += &format!("<task id='t{block}x{branch}'/>");
            flow(&format!("g{block}"), &format!("t{block}x{branch}"));
            flow(&format!("t{block}x{branch}"), &format!("h{block}"));
        }
        before = format!("h{block}");
    }
    flow(&before, "e");
    let text = format!(
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'>{elements}{flows}</process></definitions>"
    );
    build(&read(text.as_bytes(), &Limits::default()).unwrap().0)
}

fn check(bencher: divan::Bencher<'_, '_>, graph: &FlowGraph) {
    let chain = Chain::of(graph);
    bencher.bench(|| soundness(graph, &chain, Messages::FromOutside));
}

#[divan::bench(args = [10, 17, 60])]
fn parallel_tasks(bencher: divan::Bencher<'_, '_>, width: usize) {
    check(bencher, &model(1, width, false));
}

#[divan::bench(args = [10, 100, 1_000])]
fn blocks(bencher: divan::Bencher<'_, '_>, blocks: usize) {
    check(bencher, &model(blocks, 3, false));
}

#[divan::bench(args = [1, 3, 6])]
fn unsafe_blocks(bencher: divan::Bencher<'_, '_>, blocks: usize) {
    check(bencher, &model(blocks, 3, true));
}
