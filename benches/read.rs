//! Reading and graph building over generated models: `cargo bench --bench read`.

use divan::counter::BytesCount;
use prozessregister::bpmn::{self, Limits};
use prozessregister::graph;
use std::fmt::Write;

fn main() {
    divan::main();
}

/// A chain of diamonds in lanes, with drawing: every fourth node is a gateway, every eighth carries annotations.
fn model(nodes: usize) -> Vec<u8> {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" \
         xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" \
         xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\" xmlns:pr=\"urn:prozessregister:bpmn:1\">\n  <bpmn:process id=\"p\">\n",
    );
    let mut drawing = String::new();
    out.push_str("    <bpmn:laneSet id=\"lanes\">\n");
    for lane in 0..8 {
        writeln!(
            out,
            "      <bpmn:lane id=\"lane_{lane}\" name=\"Bereich {lane}\">"
        )
        .ok();
        for node in (lane..nodes).step_by(8) {
            writeln!(out, "        <bpmn:flowNodeRef>node_{node}</bpmn:flowNodeRef>").ok();
        }
        out.push_str("      </bpmn:lane>\n");
    }
    out.push_str("    </bpmn:laneSet>\n");
    for node in 0..nodes {
        let tag = if node % 4 == 0 {
            "exclusiveGateway"
        } else {
            "userTask"
        };
        writeln!(
            out,
            "    <bpmn:{tag} id=\"node_{node}\" name=\"Unterlagen prüfen &amp; ablegen {node}\">"
        )
        .ok();
        if node % 8 == 1 {
            out.push_str(
                "      <bpmn:extensionElements>\n        <pr:carrier object=\"Antrag\" needs=\"paper\" by=\"human\"/>\n        \
                 <pr:work handlingMinutes=\"7.5\"/>\n      </bpmn:extensionElements>\n",
            );
        }
        writeln!(
            out,
            "      <bpmn:incoming>flow_{node}</bpmn:incoming>\n    </bpmn:{tag}>"
        )
        .ok();
        let next = (node + 1) % nodes;
        writeln!(
            out,
            "    <bpmn:sequenceFlow id=\"flow_{next}\" sourceRef=\"node_{node}\" targetRef=\"node_{next}\"/>"
        )
        .ok();
        let (x, y) = (node * 150, node % 8 * 120);
        writeln!(
            drawing,
            "      <bpmndi:BPMNShape id=\"node_{node}_di\" bpmnElement=\"node_{node}\">\n        \
             <dc:Bounds x=\"{x}\" y=\"{y}\" width=\"100\" height=\"80\"/>\n      </bpmndi:BPMNShape>\n      \
             <bpmndi:BPMNEdge id=\"flow_{next}_di\" bpmnElement=\"flow_{next}\">\n        <di:waypoint x=\"{x}\" y=\"{y}\"/>\n        \
             <di:waypoint x=\"{}\" y=\"{y}\"/>\n      </bpmndi:BPMNEdge>",
            x + 50
        )
        .ok();
    }
    write!(
        out,
        "  </bpmn:process>\n  <bpmndi:BPMNDiagram id=\"d\">\n    <bpmndi:BPMNPlane id=\"plane\" bpmnElement=\"p\">\n{drawing}    \
         </bpmndi:BPMNPlane>\n  </bpmndi:BPMNDiagram>\n</bpmn:definitions>\n"
    )
    .ok();
    out.into_bytes()
}

fn limits() -> Limits {
    Limits {
        bytes: usize::MAX,
        elements: usize::MAX,
        ..Limits::default()
    }
}

#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 20)]
fn read(bencher: divan::Bencher, nodes: usize) {
    let bytes = model(nodes);
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench_local(|| bpmn::read(&bytes, &limits()).ok());
}

#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 20)]
fn build_graph(bencher: divan::Bencher, nodes: usize) {
    let bytes = model(nodes);
    let diagram = bpmn::read(&bytes, &limits()).map(|(diagram, _)| diagram).ok();
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench_local(|| diagram.as_ref().map(graph::build));
}

/// The models of `../shared/corpus`, where it lies beside the project; else none.
fn corpus() -> Vec<Vec<u8>> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut folders, mut files) = (vec![root.join("../shared/corpus")], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|ending| ending == "bpmn" || ending == "xml")
            {
                files.extend(std::fs::read(path));
            }
        }
    }
    files
}

#[divan::bench(sample_count = 20)]
fn read_corpus(bencher: divan::Bencher) {
    let files = corpus();
    let bytes: usize = files.iter().map(Vec::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        files
            .iter()
            .filter(|bytes| bpmn::read(bytes, &limits()).is_ok())
            .count()
    });
}
