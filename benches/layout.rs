//! How long drawing a model anew takes: made-up models with lanes, branches and loops of a thousand, ten thousand and a
//! hundred thousand steps, and the corpus where it lies beside the project. The time per step should stay about the same.
#![allow(missing_docs, clippy::unwrap_used)]

use divan::Bencher;
use divan::counter::ItemsCount;
use prozessregister::bpmn::{Diagram, Limits, read};
use prozessregister::drawing::layout;
use prozessregister::graph::build;
use std::fmt::Write;
use std::path::Path;

fn main() {
    divan::main();
}

/// Blocks of a step, a choice with two steps and a join, in three lanes; each tenth block leads back.
fn model(steps: usize) -> Diagram {
    let (mut nodes, mut lanes) = (String::new(), [String::new(), String::new(), String::new()]);
    let mut before = "s".to_owned();
    nodes.push_str("<startEvent id=\"s\"/>");
    for block in 0..steps / 5 {
        let ids = ["a", "g", "b", "c", "j"].map(|part| format!("{part}{block}"));
        let [a, g, b, c, j] = &ids;
        write!(
            nodes,
            "<userTask id=\"{a}\" name=\"Antrag {block} prüfen\"/><exclusiveGateway id=\"{g}\" name=\"vollständig?\"/>\
             <userTask id=\"{b}\" name=\"Bescheid schreiben\"/><task id=\"{c}\" name=\"Nachfordern\"/><exclusiveGateway id=\"{j}\"/>"
        )
        .unwrap();
        let mut ways = vec![(&before, a), (a, g), (g, b), (g, c), (b, j), (c, j)];
        if block % 10 == 9 {
            ways.push((j, a));
        }
        for (number, (from, to)) in ways.into_iter().enumerate() {
            write!(
                nodes,
                "<sequenceFlow id=\"f{block}_{number}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>"
            )
            .unwrap();
        }
        for (number, id) in ids.iter().enumerate() {
            if let Some(lane) = lanes.get_mut(number % 3) {
                write!(lane, "<flowNodeRef>{id}</flowNodeRef>").unwrap();
            }
        }
        before.clone_from(j);
    }
    let lanes: String = lanes
        .iter()
        .enumerate()
        .map(|(number, members)| format!("<lane id=\"l{number}\" name=\"Stelle {number}\">{members}</lane>"))
        .collect();
    let text = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"><laneSet>{lanes}</laneSet>{nodes}</process></definitions>"
    );
    let limits = Limits {
        bytes: 500_000_000,
        elements: 10_000_000,
        ..Limits::default()
    };
    read(text.as_bytes(), &limits).unwrap().0
}

#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 3)]
fn of_steps(bencher: Bencher<'_, '_>, steps: usize) {
    let diagram = model(steps);
    let graph = build(&diagram);
    bencher
        .counter(ItemsCount::new(steps))
        .bench(|| layout(&diagram, &graph));
}

#[divan::bench(sample_count = 3)]
fn corpus(bencher: Bencher<'_, '_>) {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus")];
    let mut models = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|ending| ending == "bpmn" || ending == "xml")
                && let Ok((diagram, _)) = read(&std::fs::read(&path).unwrap(), &Limits::default())
            {
                let graph = build(&diagram);
                models.push((diagram, graph));
            }
        }
    }
    bencher.counter(ItemsCount::new(models.len())).bench(|| {
        for (diagram, graph) in &models {
            divan::black_box(layout(diagram, graph));
        }
    });
}
