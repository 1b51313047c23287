//! A model as a table of steps.

use super::outline::{Chapter, chapters, condition, following, numbers};
use super::words;
use crate::domain::step::{NextStep, StepRow};
use crate::graph::{FlowGraph, Node, NodeIndex};

/// The steps of a model, each flow node once.
pub fn steps(graph: &FlowGraph) -> Vec<StepRow> {
    let chapters = chapters(graph);
    let numbers = numbers(&chapters);
    let number = |node: NodeIndex| numbers.get(&node).copied();
    chapters
        .iter()
        .flat_map(Chapter::nodes)
        .filter_map(|node| {
            let weight = graph.flow.node_weight(node)?;
            Some(StepRow {
                number: number(node)?,
                element: weight.id.clone(),
                who: who(graph, weight).to_owned(),
                what: weight.name.clone(),
                kind: words::node_kind(weight.kind),
                within: weight.parent.and_then(number),
                during: weight.host.and_then(number),
                next: following(graph, node)
                    .into_iter()
                    .filter_map(|(_, edge, to)| {
                        Some(NextStep {
                            number: number(to)?,
                            what: graph.flow.node_weight(to)?.name.clone(),
                            condition: condition(edge).to_owned(),
                            otherwise: edge.is_default,
                        })
                    })
                    .collect(),
            })
        })
        .collect()
}

/// Name of the innermost lane with a name; empty where there is none.
pub(super) fn lane<'a>(graph: &'a FlowGraph, node: &Node) -> &'a str {
    let outwards = std::iter::successors(node.lane.and_then(|lane| graph.lanes.get(lane)), |lane| {
        lane.parent.and_then(|parent| graph.lanes.get(parent))
    });
    // A lane cannot have more ancestors than there are lanes.
    let mut names = outwards.take(graph.lanes.len()).map(|lane| lane.name.as_str());
    names.find(|name| !name.is_empty()).unwrap_or_default()
}

/// Who does it: lane, else pool, else process.
pub(super) fn who<'a>(graph: &'a FlowGraph, node: &Node) -> &'a str {
    let lane = lane(graph, node);
    let process = graph.processes.get(node.process);
    let pool = process
        .and_then(|process| graph.pools.get(process.pool?))
        .map(|pool| pool.name.as_str());
    let process = process.map(|process| process.name.as_str());
    [Some(lane), pool, process]
        .into_iter()
        .flatten()
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}
