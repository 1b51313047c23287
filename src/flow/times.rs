//! Expected times per case from the stated times of the steps (`pr:work`).

use super::chain::Chain;
use super::scopes::node;
use super::slots::{set, value};
use crate::domain::analysis::Times;
use crate::graph::FlowGraph;

/// Working and waiting minutes per case: Σ executions × minutes over the steps that state them.
pub fn times(graph: &FlowGraph, chain: &Chain) -> Times {
    let mut result = Times::default();
    let mut content = vec![false; chain.nodes];
    for parent in graph.flow.node_weights().filter_map(|node| node.parent) {
        set(&mut content, parent.index(), true);
    }
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
        if let Some(minutes) = handling {
            *result.handling_minutes.get_or_insert(0.0) += executions * minutes;
        }
        for minutes in work
            .into_iter()
            .flat_map(|work| [work.waiting_minutes, work.transport_minutes])
            .flatten()
        {
            *result.waiting_minutes.get_or_insert(0.0) += executions * minutes;
        }
    }
    if activities > 0 {
        result.coverage = stated as f64 / activities as f64;
    }
    result
}
