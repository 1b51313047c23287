//! Comparison of generated models, with ids kept and replaced: `cargo bench --bench compare`.

use prozessregister::bpmn::{self, Diagram, Limits};
use prozessregister::drawing::compare::compare;
use std::fmt::Write;

fn main() {
    divan::main();
}

/// A chain with a decision at every fourth node, in eight lanes. `prefix` makes the ids; every hundredth step is renamed.
fn model(nodes: usize, prefix: &str, renamed: bool, alike: bool) -> Option<Diagram> {
    let mut out = String::from(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"><laneSet id=\"lanes\">",
    );
    for lane in 0..8 {
        write!(out, "<lane id=\"{prefix}lane{lane}\" name=\"Bereich {lane}\">").ok();
        for node in (lane..nodes).step_by(8) {
            write!(out, "<flowNodeRef>{prefix}{node}</flowNodeRef>").ok();
        }
        out.push_str("</lane>");
    }
    out.push_str("</laneSet>");
    for node in 0..nodes {
        let tag = if node % 4 == 0 {
            "exclusiveGateway"
        } else {
            "userTask"
        };
        let name = match (renamed && node % 100 == 50, alike) {
            (true, _) => format!("Neu gefasst {node}"),
            (false, true) => "Unterlagen prüfen".to_owned(),
            (false, false) => format!("Unterlagen prüfen {node}"),
        };
        write!(out, "<{tag} id=\"{prefix}{node}\" name=\"{name}\"/>").ok();
        let next = (node + 1) % nodes;
        write!(
            out,
            "<sequenceFlow id=\"{prefix}f{node}\" sourceRef=\"{prefix}{node}\" targetRef=\"{prefix}{next}\"/>"
        )
        .ok();
    }
    out.push_str("</process></definitions>");
    let limits = Limits {
        bytes: usize::MAX,
        elements: usize::MAX,
        ..Limits::default()
    };
    bpmn::read(out.as_bytes(), &limits)
        .ok()
        .map(|(diagram, _)| diagram)
}

fn run(bencher: divan::Bencher, nodes: usize, prefix: &str, alike: bool) {
    let (old, new) = (model(nodes, "a", false, alike), model(nodes, prefix, true, alike));
    bencher.bench_local(|| {
        old.as_ref()
            .zip(new.as_ref())
            .map(|(old, new)| compare(old, new).length())
    });
}

#[divan::bench(args = [1_000, 10_000], sample_count = 10)]
fn ids_kept(bencher: divan::Bencher, nodes: usize) {
    run(bencher, nodes, "a", false);
}

#[divan::bench(args = [1_000, 10_000], sample_count = 5)]
fn ids_replaced(bencher: divan::Bencher, nodes: usize) {
    run(bencher, nodes, "b", false);
}

/// The hard case: all steps have one name.
#[divan::bench(args = [1_000, 10_000], sample_count = 3)]
fn ids_replaced_and_all_alike(bencher: divan::Bencher, nodes: usize) {
    run(bencher, nodes, "b", true);
}
