//! Gathers what is known about one object from all facts.

use super::product::ObjectFacts;
use super::step::{Alphabet, Compiled};
use crate::analysis::facts::Facts;
use crate::domain::carrier::Carrier;
use crate::flow::slots::{list, push};

/// Facts by object: where its micro-steps and arrivals are.
pub struct Index {
    /// Node and position of the micro-steps, in the order of the nodes.
    pub steps: Vec<Vec<(usize, usize)>>,
    /// Positions in `Facts::arrivals`.
    pub arrivals: Vec<Vec<usize>>,
}

impl Index {
    /// Sorts the facts by object.
    pub fn of(facts: &Facts) -> Index {
        let count = facts.objects.len();
        let mut index = Index {
            steps: vec![Vec::new(); count],
            arrivals: vec![Vec::new(); count],
        };
        for (node, steps) in facts.steps.iter().enumerate() {
            for (position, step) in steps.iter().enumerate() {
                push(&mut index.steps, step.object, (node, position));
            }
        }
        for (position, arrival) in facts.arrivals.iter().enumerate() {
            push(&mut index.arrivals, arrival.object, position);
        }
        index
    }
}

/// What is known about an object. The second value tells whether carriers had to be left out.
pub fn gather<'a>(facts: &'a Facts, index: &Index, object: usize, nodes: usize) -> (ObjectFacts<'a>, bool) {
    let steps = || {
        list(&index.steps, object)
            .iter()
            .filter_map(|&(node, position)| Some((node, position, facts.steps.get(node)?.get(position)?)))
    };
    let arrivals = || {
        list(&index.arrivals, object)
            .iter()
            .filter_map(|&position| facts.arrivals.get(position))
    };
    let carriers: Vec<Carrier> = steps()
        .flat_map(|(_, _, step)| Compiled::carriers(step))
        .chain(arrivals().flat_map(|arrival| arrival.carriers.iter().cloned()))
        .collect();
    let (alphabet, left_out) = Alphabet::of(carriers.into_iter());
    let mut result = ObjectFacts {
        steps: vec![Vec::new(); nodes],
        arrivals: vec![Vec::new(); nodes],
        alphabet,
    };
    for (node, position, step) in steps() {
        let compiled = Compiled::of(position, step, &result.alphabet);
        push(&mut result.steps, node, compiled);
    }
    for arrival in arrivals() {
        let mask = result.alphabet.masks(&arrival.carriers);
        push(&mut result.arrivals, arrival.node, (mask, arrival.share, arrival));
    }
    scale(&mut result);
    (result, left_out)
}

/// The shares of the arrivals at one node add up to 1.
fn scale(facts: &mut ObjectFacts) {
    for arrivals in facts.arrivals.iter_mut().filter(|arrivals| !arrivals.is_empty()) {
        let sound = |share: f64| {
            if share.is_finite() && share > 0.0 {
                share
            } else {
                0.0
            }
        };
        let total: f64 = arrivals.iter().map(|(_, share, _)| sound(*share)).sum();
        let count = arrivals.len() as f64;
        for (_, share, _) in arrivals.iter_mut() {
            if total <= 0.0 {
                *share = 1.0 / count;
            } else if (total - 1.0).abs() > 1e-12 {
                *share = sound(*share) / total;
            }
        }
    }
}
