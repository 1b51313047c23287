//! W25: two branches that run at the same time change the same document (data-flow anti-pattern "conflicting data").

use super::spot::Spot;
use super::view::View;
use crate::flow::Split;
use crate::graph::DataKind;
use std::collections::BTreeMap;

/// A drawn data object that steps in two branches of a parallel block write.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let mut found = Vec::new();
    let mut done: Vec<&str> = Vec::new();
    for block in view
        .chain
        .blocks
        .iter()
        .filter(|block| view.chain.split.get(block.split) == Some(&Split::All))
    {
        let mut writers: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for (branch, ways) in block.branches.iter().enumerate() {
            for at in ways.members.iter().filter_map(|point| view.ways.entered(*point)) {
                let Some(node) = view.node(at) else { continue };
                for data in node.writes.iter().filter_map(|index| view.graph.data.get(*index)) {
                    if data.kind != DataKind::Object || done.contains(&data.object.as_str()) {
                        continue;
                    }
                    let (other, first) = *writers.entry(data.object.as_str()).or_insert((branch, at));
                    if other != branch {
                        done.push(data.object.as_str());
                        found.push(
                            Spot::new("parallel-writes", vec![first, at], 0.8)
                                .with("data", data.name.as_str()),
                        );
                    }
                }
            }
        }
    }
    found
}
