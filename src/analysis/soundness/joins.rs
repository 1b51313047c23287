//! When an inclusive join goes on (BPMN 2.0, 13.4.3).

use super::net::Sort;
use super::search::Step;
use crate::flow::slots::{list, push, set, value};

/// Places times places that are looked at for the inclusive joins of one part; beyond that nothing is said about it.
const MOST_SOURCES: usize = 20_000_000;

/// For each place before an inclusive join: from where a token can come to it without passing the join.
#[derive(Debug, Default)]
pub(super) struct Sources(Vec<Vec<bool>>);

impl Sources {
    /// Those of all inclusive joins among the steps; `None`: there are too many.
    pub(super) fn all(steps: &[Step], places: usize) -> Option<Vec<(usize, Sources)>> {
        let joins = || {
            steps
                .iter()
                .enumerate()
                .filter(|(_, step)| step.sort == Sort::InclusiveJoin)
        };
        let before: usize = joins().map(|(_, step)| step.pre.len()).sum();
        if before.saturating_mul(places) > MOST_SOURCES {
            return None;
        }
        if before == 0 {
            return Some(Vec::new());
        }
        let mut producers: Vec<Vec<usize>> = vec![Vec::new(); places];
        for (index, step) in steps.iter().enumerate() {
            for &number in &step.post {
                push(&mut producers, number, index);
            }
        }
        let from = |target: usize, join: usize| {
            let mut reached = vec![false; places];
            let mut queue = vec![target];
            while let Some(number) = queue.pop() {
                for &producer in list(&producers, number)
                    .iter()
                    .filter(|producer| **producer != join)
                {
                    for &before in steps.get(producer).map_or(&[][..], |step| &step.pre) {
                        if !value(&reached, before) {
                            set(&mut reached, before, true);
                            queue.push(before);
                        }
                    }
                }
            }
            reached
        };
        let all = joins().map(|(join, step)| {
            let sources = step.pre.iter().map(|&target| from(target, join));
            (join, Sources(sources.collect()))
        });
        Some(all.collect())
    }
}

/// An inclusive join goes on once a token is there and none can still come to an empty flow, unless it could as well
/// come to a flow that already has one (BPMN 2.0, 13.4.3). `full`: whether each place before it has a token; `work`: the
/// numbers of all places with tokens that are at work.
pub(super) fn may_join(
    full: impl Iterator<Item = bool>,
    mut work: impl Iterator<Item = usize>,
    Sources(sources): &Sources,
) -> bool {
    let full: Vec<bool> = full.collect();
    let comes_to = |full_one: bool, from: usize| {
        let mut places = full.iter().zip(sources);
        places.any(|(full, sources)| *full == full_one && value(sources, from))
    };
    full.contains(&true) && !work.any(|from| comes_to(false, from) && !comes_to(true, from))
}
