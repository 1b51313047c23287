//! W23: a document is made and nobody uses it (data-flow anti-patterns: Sun and others 2006; Trčka and others 2009).

use super::spot::Spot;
use super::view::View;
use crate::analysis::wording::{Class, head_of, nouns_of, same_head};
use crate::graph::DataKind;

/// What brings a result to somebody.
const OUT: [Class; 9] = [
    Class::Send,
    Class::DigitalSend,
    Class::Post,
    Class::Print,
    Class::File,
    Class::FilePaper,
    Class::Move,
    Class::Attach,
    Class::Transport,
];

/// A drawn data object that steps write and none reads, sends, files or names afterwards. Only where the model draws what is
/// read: without any drawn reading, silence means nothing.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let nodes = || view.graph.flow.node_weights();
    let key = |at: &usize| {
        view.graph
            .data
            .get(*at)
            .map(|data| (data.object.as_str(), data.name.as_str()))
    };
    let read: Vec<(&str, &str)> = nodes()
        .flat_map(|node| node.reads.iter().filter_map(key))
        .collect();
    let same = |one: (&str, &str), two: (&str, &str)| one.0 == two.0 || (!one.1.is_empty() && one.1 == two.1);
    let drawn = nodes().any(|node| {
        node.writes
            .iter()
            .filter_map(key)
            .any(|data| read.iter().any(|other| same(data, *other)))
    });
    if !drawn {
        return Vec::new();
    }
    let mut found: Vec<Spot> = Vec::new();
    let mut done: Vec<(&str, &str)> = Vec::new();
    for at in view.work() {
        let Some(node) = view.node(at) else { continue };
        for data in node.writes.iter().filter_map(|index| view.graph.data.get(*index)) {
            let name = (data.object.as_str(), data.name.as_str());
            let known = done.iter().chain(&read).any(|other| same(name, *other));
            if data.kind != DataKind::Object || data.name.is_empty() || known {
                continue;
            }
            done.push(name);
            if !view.does(at, &OUT) && !used_later(view, at, &head_of(&data.name)) {
                found.push(Spot::new("unused-data", vec![at], 0.6).with("data", data.name.as_str()));
            }
        }
    }
    found
}

/// True if anything after the step sends or files something, or names the data, or the step's own message takes it along.
fn used_later(view: &View<'_>, at: usize, head: &str) -> bool {
    let after = view.ways.reached(&[at], false, &|_| false);
    (0..view.count())
        .filter(|later| crate::flow::slots::value(&after, *later))
        .any(|later| {
            let ways_out = view.sends_message(later) || (later != at && view.does(later, &OUT));
            let named = later != at
                && view.node(later).is_some_and(|node| {
                    nouns_of(&node.name)
                        .iter()
                        .any(|noun| same_head(&noun.stem, head))
                });
            ways_out || named
        })
}
