//! How long the check of the control flow takes (analysis.md 3.2: milliseconds, whatever the model).
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use prozessregister::analysis::soundness::{Messages, soundness};
use prozessregister::bpmn::{Limits, read};
use prozessregister::flow::Chain;
use prozessregister::graph::{FlowGraph, build};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn main() {
    divan::main();
    over_corpus();
}

/// Times of all files of the corpus where it lies beside the project, decomposition included: median of five runs each.
fn over_corpus() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus")];
    let mut times: Vec<(Duration, PathBuf)> = Vec::new();
    let mut undecided = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if !path
                .extension()
                .is_some_and(|ending| ending == "bpmn" || ending == "xml")
            {
                continue;
            }
            let Ok((diagram, _)) = read(&std::fs::read(&path).unwrap(), &Limits::default()) else {
                continue;
            };
            let graph = build(&diagram);
            let mut runs: Vec<Duration> = (0..5)
                .map(|_| {
                    let start = Instant::now();
                    let found = soundness(&graph, &Chain::of(&graph), Messages::FromOutside);
                    let spent = start.elapsed();
                    undecided += usize::from(found.sound().code() == "undecided");
                    spent
                })
                .collect();
            runs.sort_unstable();
            times.push((runs[2], path));
        }
    }
    times.sort_unstable();
    let at =
        |share: f64| times.get(((times.len() as f64 * share) as usize).min(times.len().saturating_sub(1)));
    if let (Some(median), Some(late), Some(last)) = (at(0.5), at(0.99), times.last()) {
        println!(
            "corpus: {} files, {} undecided, median {:?}, p99 {:?}, slowest {:?} ({})",
            times.len(),
            undecided / 5,
            median.0,
            late.0,
            last.0,
            last.1.file_name().unwrap().to_string_lossy()
        );
    }
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

/// Models of one odd shape, large: what grows faster than the model shows here.
fn odd(shape: &str, size: usize) -> FlowGraph {
    let mut body = String::from("<startEvent id='s'/><exclusiveGateway id='g0'/><endEvent id='e'/>");
    let flow = |id: &str, from: &str, to: &str| {
        format!("<sequenceFlow id='{id}' sourceRef='{from}' targetRef='{to}'/>")
    };
    body += &flow("first", "s", "g0");
    for n in 0..size {
        let (this, next) = (format!("g{n}"), format!("g{}", n + 1));
        body += &format!("<task id='t{n}'/>");
        match shape {
            "ways of one decision" => {
                body += &flow(&format!("a{n}"), "g0", &format!("t{n}"));
                body += &flow(&format!("b{n}"), &format!("t{n}"), "e");
            }
            "loops in a row" => {
                body += &format!("<exclusiveGateway id='{next}'/>");
                body += &flow(&format!("a{n}"), &this, &format!("t{n}"));
                body += &flow(&format!("b{n}"), &format!("t{n}"), &this);
                body += &flow(&format!("c{n}"), &this, &next);
            }
            _ => {
                body += &format!("<subProcess id='{next}'><startEvent id='u{n}'/><task id='v{n}'/>");
                body += &flow(&format!("w{n}"), &format!("u{n}"), &format!("v{n}"));
                body += "</subProcess>";
            }
        }
    }
    let text = format!(
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'>{body}</process></definitions>"
    );
    build(&read(text.as_bytes(), &Limits::default()).unwrap().0)
}

#[divan::bench(args = [1_000, 4_000, 16_000])]
fn ways_of_one_decision(bencher: divan::Bencher<'_, '_>, size: usize) {
    check(bencher, &odd("ways of one decision", size));
}

#[divan::bench(args = [1_000, 4_000, 16_000])]
fn loops_in_a_row(bencher: divan::Bencher<'_, '_>, size: usize) {
    check(bencher, &odd("loops in a row", size));
}

#[divan::bench(args = [1_000, 4_000, 16_000])]
fn sub_processes_beside_each_other(bencher: divan::Bencher<'_, '_>, size: usize) {
    check(bencher, &odd("sub-processes", size));
}
