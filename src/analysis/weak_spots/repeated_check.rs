//! W09: the same check a second time though nothing has changed since (Dohren and others 2015).

use super::spot::Spot;
use super::view::View;
use crate::analysis::wording::{Class, fold};
use crate::domain::folding::stem;
use crate::flow::slots::value;
use std::collections::BTreeMap;

/// Words that only say that it is a repetition, or nothing.
const EMPTY: [&str; 24] = [
    "erneut",
    "nochmals",
    "nochmal",
    "noch",
    "einmal",
    "wieder",
    "abschliessend",
    "der",
    "die",
    "das",
    "den",
    "des",
    "dem",
    "ein",
    "eine",
    "einen",
    "the",
    "a",
    "an",
    "again",
    "once",
    "more",
    "und",
    "auf",
];

/// What may lie between without a change of the thing that is checked.
const HARMLESS: [Class; 8] = [
    Class::Judge,
    Class::Lookup,
    Class::Send,
    Class::DigitalSend,
    Class::Transport,
    Class::Move,
    Class::File,
    Class::Attach,
];

/// Equal words of checking; every way to the second leads through the first, nothing in between changes the object.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let mut groups: BTreeMap<(usize, Vec<String>), Vec<usize>> = BTreeMap::new();
    for at in view
        .work()
        .filter(|at| view.says(*at, "check") && view.only_does(*at, &[Class::Judge]))
    {
        let Some(node) = view.node(at) else { continue };
        let folded = fold(&node.name);
        let mut words: Vec<String> = folded
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty() && !EMPTY.contains(word))
            .map(stem)
            .collect();
        words.sort();
        if words.len() > 1 {
            groups.entry((node.process, words)).or_default().push(at);
        }
    }
    let mut found = Vec::new();
    for steps in groups.into_values().filter(|steps| steps.len() > 1) {
        for later in &steps {
            let before = view.ways.always_before(*later);
            let Some(first) = before.iter().find(|at| steps.contains(at)).copied() else {
                continue;
            };
            if !view.ways.leads(*later, first) && unchanged(view, first, *later) {
                found.push(Spot::new("repeated-check", vec![*later, first], 0.7).costing_first(view));
            }
        }
    }
    found.sort_by_key(|spot| spot.steps.clone());
    found
}

/// True if no step between two steps changes anything, as far as their words say.
fn unchanged(view: &View<'_>, first: usize, later: usize) -> bool {
    let ahead = view.ways.reached(&[first], false, &|point| point == later);
    let behind = view.ways.reached(&[later], true, &|point| point == first);
    (0..view.count())
        .filter(|at| *at != first && *at != later && value(&ahead, *at) && value(&behind, *at))
        .all(|at| {
            let quiet = !view.waits(at) && !view.says(at, "rework");
            quiet && (!view.ways.is_step(at) || view.only_does(at, &HARMLESS))
        })
}
