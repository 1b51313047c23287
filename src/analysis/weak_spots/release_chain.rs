//! W08: three or more desks approve one after the other, with no other work between (Dohren and others 2015; redesign
//! heuristic "control reduction", Reijers and Limam Mansar 2005).

use super::spot::Spot;
use super::view::View;
use crate::analysis::wording::Class;

/// Desks from which on it is long.
const LONG: usize = 3;

/// Judging steps in different lanes that follow each other, at least two of them releases.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let judges = |at: usize| {
        view.by_hand(at)
            && (view.says(at, "approve") || (view.says(at, "check") && view.only_does(at, &[Class::Judge])))
    };
    let next = |at: usize| {
        view.ways
            .next_steps(at, false, &|node| view.waits(node))
            .into_iter()
            .find(|next| *next != at && judges(*next) && view.lane(*next) != view.lane(at))
    };
    let mut taken = vec![false; view.count()];
    let mut found = Vec::new();
    for start in view.work().filter(|at| judges(*at)) {
        if crate::flow::slots::value(&taken, start) {
            continue;
        }
        let mut chain = vec![start];
        while let Some(step) = chain.last().and_then(|last| next(*last))
            && !crate::flow::slots::value(&taken, step)
            && !chain.contains(&step)
        {
            chain.push(step);
        }
        let mut lanes: Vec<usize> = chain.iter().filter_map(|at| view.lane(*at)).collect();
        lanes.sort_unstable();
        lanes.dedup();
        let releases = chain.iter().filter(|at| view.says(**at, "approve")).count();
        if lanes.len() >= LONG && releases >= 2 {
            for at in &chain {
                crate::flow::slots::set(&mut taken, *at, true);
            }
            found.push(Spot::new("release-chain", chain, 0.75).with("number", lanes.len()));
        }
    }
    found
}
