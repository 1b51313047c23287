//! W24: a step needs something that comes to be only later (data-flow anti-pattern "missing data": Sun and others 2006).

use super::spot::Spot;
use super::view::View;
use crate::flow::slots::{list, push, set, value};
use crate::graph::DataKind;
use std::collections::BTreeMap;

/// A drawn data object that a step reads although every step that writes it comes later, and that nothing from outside can
/// have brought.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let objects = view
        .graph
        .data
        .iter()
        .map(|data| (data.object.as_str(), data.name.as_str()));
    // References to one object, or of one name, are one thing.
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    let mut of = Vec::new();
    for (object, name) in objects {
        let known = ids
            .get(object)
            .or_else(|| ids.get(name).filter(|_| !name.is_empty()))
            .copied();
        let id = known.unwrap_or(of.len());
        ids.insert(object, id);
        if !name.is_empty() {
            ids.insert(name, id);
        }
        of.push(id);
    }
    let (mut readers, mut writers) = (vec![Vec::new(); of.len()], vec![Vec::new(); of.len()]);
    for (at, node) in view.graph.flow.node_weights().enumerate() {
        for data in &node.reads {
            push(&mut readers, value(&of, *data), at);
        }
        for data in &node.writes {
            push(&mut writers, value(&of, *data), at);
        }
    }
    let mut found = Vec::new();
    for (id, data) in view.graph.data.iter().enumerate() {
        let (reads, writes) = (list(&readers, id), list(&writers, id));
        if value(&of, id) != id || data.kind != DataKind::Object || data.name.is_empty() || writes.is_empty()
        {
            continue;
        }
        let mut after = view.ways.reached(writes, false, &|_| false);
        for at in writes {
            // A step that reads and writes changes what was there; one that only writes has it from then on.
            set(&mut after, *at, true);
        }
        let early = reads.iter().copied().find(|at| {
            !value(&after, *at)
                && view.by_hand(*at)
                && !view.ways.always_before(*at).is_empty()
                && writes.iter().any(|writer| view.ways.leads(*at, *writer))
        });
        // What its writer reads as well was there before.
        let changed = writes.iter().any(|at| reads.contains(at));
        let from_outside = writes
            .iter()
            .any(|at| view.is_outside(*at) || view.node(*at).is_some_and(|node| !node.kind.is_activity()));
        if let (Some(at), Some(writer), false) = (early, writes.first(), from_outside || changed) {
            found.push(Spot::new("missing-input", vec![at, *writer], 0.65).with("data", data.name.as_str()));
        }
    }
    found
}
