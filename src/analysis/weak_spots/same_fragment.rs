//! W29: the same run of steps in several processes of a file (analysis.md 1.9: at least four activities, similarity 0.8;
//! clones after section 5). Other files are not looked at: a model is analysed by itself.

use super::spot::Spot;
use super::view::View;
use crate::domain::folding::{fold, stem};
use crate::flow::slots::value;
use std::collections::BTreeMap;

/// Steps in a row from which on it is a fragment.
const LONG: usize = 4;

/// Share of the words that two labels have in common from which on they say the same.
const ALIKE: f64 = 0.8;

/// Steps with the same word that are compared with each other; beyond, the word says too little.
const COMMON: usize = 64;

/// Longest runs of steps by hand or by program that say the same in two processes; each step stands in one run.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let steps: Vec<usize> = (0..view.count())
        .filter(|at| view.ways.is_step(*at) && !view.is_outside(*at))
        .collect();
    let process = |at: usize| view.node(at).map(|node| node.process);
    let first = steps.first().and_then(|at| process(*at));
    if steps.iter().all(|at| process(*at) == first) {
        return Vec::new();
    }
    let words: BTreeMap<usize, Vec<String>> = steps.iter().map(|at| (*at, words_of(view, *at))).collect();
    let mut of_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, list) in &words {
        for word in list {
            of_word.entry(word.as_str()).or_default().push(*at);
        }
    }
    let next: BTreeMap<usize, usize> = steps
        .iter()
        .filter_map(|at| Some((*at, view.ways.straight(*at, &|_| false)?)))
        .collect();
    let mut used = vec![false; view.count()];
    let mut found = Vec::new();
    for one in &steps {
        for two in twins(*one, &words, &of_word) {
            if process(*one) == process(two) || two < *one || value(&used, *one) || value(&used, two) {
                continue;
            }
            let (run, other) = run_of(*one, two, &words, &next);
            if run.len() < LONG {
                continue;
            }
            for at in run.iter().chain(&other) {
                crate::flow::slots::set(&mut used, *at, true);
            }
            let named = |at: &usize| process(*at).map(|process| name_of(view, process));
            let spot = Spot::new("same-fragment", run, 0.7)
                .with("number", other.len())
                .with("process", named(one).unwrap_or_default())
                .with("second", named(&two).unwrap_or_default());
            found.push(spot);
        }
    }
    found
}

/// Stems of the words of a label, each once, sorted.
fn words_of(view: &View<'_>, at: usize) -> Vec<String> {
    let name = view.node(at).map(|node| fold(&node.name)).unwrap_or_default();
    let mut words: Vec<String> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(stem)
        .collect();
    words.sort();
    words.dedup();
    words
}

/// Steps whose label says the same.
fn twins(
    one: usize,
    words: &BTreeMap<usize, Vec<String>>,
    of_word: &BTreeMap<&str, Vec<usize>>,
) -> Vec<usize> {
    let mine = words.get(&one).map(Vec::as_slice).unwrap_or_default();
    let mut near: Vec<usize> = mine
        .iter()
        .filter_map(|word| of_word.get(word.as_str()))
        .filter(|steps| steps.len() <= COMMON)
        .flatten()
        .copied()
        .filter(|two| alike(one, *two, words))
        .collect();
    near.sort_unstable();
    near.dedup();
    near
}

/// Twice the common words by all words (Dice).
fn alike(one: usize, two: usize, words: &BTreeMap<usize, Vec<String>>) -> bool {
    let (Some(a), Some(b)) = (words.get(&one), words.get(&two)) else {
        return false;
    };
    let common = a.iter().filter(|word| b.binary_search(word).is_ok()).count();
    common > 0 && 2.0 * common as f64 / (a.len() + b.len()) as f64 >= ALIKE
}

/// The steps from these two on, as long as they say the same and one follows the other without a decision.
fn run_of(
    one: usize,
    two: usize,
    words: &BTreeMap<usize, Vec<String>>,
    next: &BTreeMap<usize, usize>,
) -> (Vec<usize>, Vec<usize>) {
    let (mut run, mut other) = (vec![one], vec![two]);
    while let Some((a, b)) = run.last().zip(other.last())
        && let Some((a, b)) = next.get(a).zip(next.get(b))
        && !run.contains(a)
        && !other.contains(b)
        && alike(*a, *b, words)
    {
        run.push(*a);
        other.push(*b);
    }
    (run, other)
}

/// The pool of a process, else its own name.
fn name_of<'a>(view: &View<'a>, process: usize) -> &'a str {
    let Some(found) = view.graph.processes.get(process) else {
        return "";
    };
    let pool = found.pool.and_then(|pool| view.graph.pools.get(pool));
    match pool.map(|pool| pool.name.as_str()) {
        Some(name) if !name.is_empty() => name,
        _ => &found.name,
    }
}
