//! Figures of a model and of each of its processes.

use super::evidence::language;
use super::media_break::{Figures, Report, verdict};
use crate::domain::analysis::ModelSummary;
use crate::graph::FlowGraph;

/// All processes of the file together.
pub fn whole(graph: &FlowGraph, report: &Report) -> ModelSummary {
    let figures = report
        .figures
        .iter()
        .fold(Figures::default(), |sum, figures| sum.plus(*figures));
    let name = each_name(graph)
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or_default();
    let activities = graph
        .flow
        .node_weights()
        .filter(|node| node.kind.is_activity())
        .count();
    summary(name, language(graph), activities, &figures)
}

/// Each process on its own, in document order.
pub fn each(graph: &FlowGraph, report: &Report) -> Vec<ModelSummary> {
    let language = language(graph);
    let mut activities = vec![0; graph.processes.len()];
    for node in graph.flow.node_weights().filter(|node| node.kind.is_activity()) {
        if let Some(count) = activities.get_mut(node.process) {
            *count += 1;
        }
    }
    each_name(graph)
        .into_iter()
        .zip(activities)
        .enumerate()
        .map(|(index, (name, activities))| {
            let figures = report.figures.get(index).copied().unwrap_or_default();
            summary(name, language, activities, &figures)
        })
        .collect()
}

fn each_name(graph: &FlowGraph) -> Vec<String> {
    graph
        .processes
        .iter()
        .map(|process| {
            if process.name.is_empty() {
                let pool = process.pool.and_then(|pool| graph.pools.get(pool));
                pool.map(|pool| pool.name.clone()).unwrap_or_default()
            } else {
                process.name.clone()
            }
        })
        .collect()
}

fn summary(name: String, language: &str, activities: usize, figures: &Figures) -> ModelSummary {
    ModelSummary {
        name,
        language: language.to_owned(),
        activities,
        coverage: figures.coverage(),
        verdict: verdict(figures),
        breaks_per_case: figures.breaks,
    }
}
