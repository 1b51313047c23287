//! Expected times per case from the stated times of the steps (`pr:work`).

use super::chain::Chain;
use super::scopes::node;
use super::slots::{add, set, value};
use crate::domain::times::{StepTime, Times};
use crate::graph::FlowGraph;

/// Working and waiting minutes per case: Σ executions × minutes over the steps that state them; work also by lane.
pub fn times(graph: &FlowGraph, chain: &Chain) -> Times {
    let mut result = Times::default();
    let mut content = vec![false; chain.nodes];
    for parent in graph.flow.node_weights().filter_map(|node| node.parent) {
        set(&mut content, parent.index(), true);
    }
    let outside = graph.lanes.len();
    let mut by_lane = vec![0.0; outside + 1];
    let (mut activities, mut stated) = (0_usize, 0_usize);
    for index in 0..chain.nodes {
        let Some(node) = node(graph, index) else { continue };
        let has_content = value(&content, index);
        let work = node.annotations.work.as_ref();
        let handling = work.and_then(|work| work.handling_minutes);
        if node.kind.is_activity() && !has_content {
            activities += 1;
            stated += usize::from(handling.is_some());
        }
        let executions = chain.executions(index);
        let waiting = pauses(graph, index);
        if node.kind.is_activity() && !has_content || handling.is_some() || waiting.is_some() {
            result.steps.push(StepTime {
                element: node.id.clone(),
                name: node.name.clone(),
                executions,
                handling_minutes: handling,
                waiting_minutes: waiting,
            });
        }
        if let Some(minutes) = handling {
            *result.handling_minutes.get_or_insert(0.0) += executions * minutes;
            add(&mut by_lane, node.lane.unwrap_or(outside), executions * minutes);
        }
        if let Some(minutes) = waiting {
            *result.waiting_minutes.get_or_insert(0.0) += executions * minutes;
        }
    }
    if activities > 0 {
        result.coverage = stated as f64 / activities as f64;
    }
    let names = graph.lanes.iter().map(|lane| lane.name.clone());
    result.by_lane = names
        .chain([String::new()])
        .zip(by_lane)
        .filter(|(_, minutes)| *minutes > 0.0)
        .collect();
    result
}

/// Stated minutes of each node from its begin to its end: work, waiting and transport. `None`: nothing is stated anywhere.
pub fn durations(graph: &FlowGraph) -> Option<Vec<f64>> {
    let mut known = false;
    let minutes = (0..graph.flow.node_count())
        .map(|index| {
            let work = node(graph, index).and_then(|node| node.annotations.work.as_ref());
            let handling = work.and_then(|work| work.handling_minutes);
            let pauses = pauses(graph, index);
            known |= handling.is_some() || pauses.is_some();
            handling.unwrap_or(0.0) + pauses.unwrap_or(0.0)
        })
        .collect();
    known.then_some(minutes)
}

/// Waiting and transport of a step.
fn pauses(graph: &FlowGraph, index: usize) -> Option<f64> {
    let work = node(graph, index)?.annotations.work.as_ref()?;
    [work.waiting_minutes, work.transport_minutes]
        .into_iter()
        .flatten()
        .reduce(|a, b| a + b)
}
