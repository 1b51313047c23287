//! Every model of the shared corpus, where it is at hand (`../shared` beside the checkout).

use crate::bpmn::diagram::{DrawnEdge, Shape};
use crate::bpmn::{Limits, read};
use crate::drawing::planes::planes;
use crate::drawing::svg::escape;
use crate::drawing::{layout, picture, steps};
use crate::graph::build;
use crate::text::Lang;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub(super) fn models(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            models(&path, found);
        } else if path
            .extension()
            .is_some_and(|end| end == "bpmn" || end == "bpmn2" || end == "xml")
        {
            found.push(path);
        }
    }
}

#[test]
fn every_shape_and_edge_of_the_corpus_is_drawn_once_and_every_node_told_once() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .join("shared");
    let mut files = Vec::new();
    for folder in ["corpus", "labelled", "hostile"] {
        if shared.join(folder).is_dir() {
            models(&shared.join(folder), &mut files);
        }
    }
    for file in files {
        let Ok((mut diagram, _)) = read(&std::fs::read(&file).unwrap(), &Limits::default()) else {
            continue;
        };
        let name = file.display();
        let graph = build(&diagram);
        let svg = picture(&diagram, &graph, &[], Lang::De);
        assert!(!svg.contains("\"NaN") && !svg.contains("\"inf"), "{name}");
        assert!(!svg.contains("drawing-"), "{name}: a text is missing");
        let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
        let shapes = diagram
            .planes
            .iter()
            .flat_map(|plane| &plane.shapes)
            .map(|Shape { reference, .. }| reference);
        let edges = diagram
            .planes
            .iter()
            .flat_map(|plane| &plane.edges)
            .map(|DrawnEdge { reference, .. }| reference);
        for reference in shapes.chain(edges) {
            *wanted.entry(escape(reference)).or_default() += 1;
        }
        let mut found: BTreeMap<&str, usize> = BTreeMap::new();
        for piece in svg.split("data-element=\"").skip(1) {
            *found.entry(piece.split('"').next().unwrap()).or_default() += 1;
        }
        // Where a drawing has forgotten most nodes our own layout shows each node once instead.
        let own = planes(&diagram, &graph).iter().any(|plane| plane.id == "layout");
        for (reference, times) in &wanted {
            let drawn = found.get(reference.as_str()).copied().unwrap_or(0);
            let node = graph
                .flow
                .node_weights()
                .any(|node| escape(&node.id) == *reference);
            if own {
                assert!(!node || drawn == 1, "{name}: {reference} {drawn} times");
            } else {
                assert_eq!(drawn, *times, "{name}: {reference}");
            }
        }
        let rows = steps(&graph);
        assert_eq!(rows.len(), graph.flow.node_count(), "{name}");
        for lang in Lang::ALL {
            super::story::told_once(&graph, lang, &name.to_string());
        }
        diagram.planes.clear();
        crate::drawing::layout::tests::check(&diagram, &layout(&diagram, &graph), &graph, &name.to_string());
    }
}

/// Every fifth model with a drawing, laid out anew: flows keep off foreign steps.
#[test]
fn the_layout_of_the_corpus_keeps_flows_off_foreign_steps() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let mut files = Vec::new();
    if corpus.is_dir() {
        models(&corpus, &mut files);
    }
    files.sort();
    let (mut drawn, mut crossed, mut theirs) = (0, 0, 0);
    let mut odd = Vec::new();
    for file in files.iter().step_by(5) {
        let bytes = std::fs::read(file).unwrap();
        let Ok((mut diagram, _)) = read(&bytes, &Limits::default()) else {
            continue;
        };
        let graph = build(&diagram);
        if bytes.len() > 300_000 || graph.flow.node_count() == 0 || diagram.planes.is_empty() {
            continue;
        }
        theirs += diagram
            .planes
            .iter()
            .map(crate::drawing::layout::tests::crossings)
            .sum::<usize>();
        diagram.planes.clear();
        let plane = layout(&diagram, &graph);
        drawn += 1;
        crossed += crate::drawing::layout::tests::crossings(&plane);
        let found = crate::drawing::layout::tests::odd_flows(&diagram, &plane);
        odd.extend(found.into_iter().map(|odd| format!("{}: {odd}", file.display())));
    }
    println!(
        "{drawn} models, {crossed} crossings, {theirs} in their own drawings, {} odd flows",
        odd.len()
    );
    assert!(
        odd.is_empty(),
        "{} odd: {:#?}",
        odd.len(),
        &odd[..odd.len().min(12)]
    );
}
