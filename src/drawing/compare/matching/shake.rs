//! A way out of a local end: what does not fit is let go together with what lies around it, and found anew.

use super::pairs::{Pairs, cost, total};
use super::{Begin, Both, By, Colours, complete, improve};
use std::collections::BTreeSet;

/// Above so many items in both sheets the time would be felt.
const MOST: usize = 1_200;
/// Trials in a row without success.
const PATIENCE: usize = 8;
/// Above so many edits, relative to the smaller sheet, the models have little to do with each other.
const UNRELATED: usize = 2;

/// Makes the list of edits shorter where letting go and matching anew can do that.
pub(super) fn shake(
    both: Both<'_>,
    best: (usize, Pairs),
    fixed: &[bool],
    colours: &[(By, Colours, Colours); 3],
) -> Pairs {
    let (mut least, mut pairs) = best;
    let (old, new) = (both.old.items.len(), both.new.items.len());
    if old + new > MOST || least * UNRELATED > old.min(new) {
        return pairs;
    }
    let mut failed = 0;
    while failed < PATIENCE && least > 0 {
        let mut trial = pairs.clone();
        for at in around(both, &pairs, failed / 2) {
            if !fixed.get(at).copied().unwrap_or(false) {
                trial.part(at);
            }
        }
        let begin = if failed % 2 == 0 {
            Begin::Place
        } else {
            Begin::Content
        };
        complete(both, &mut trial, begin, colours);
        improve::improve(both, &mut trial, fixed);
        let length = total(both, &trial);
        if length < least {
            (least, pairs, failed) = (length, trial, 0);
        } else {
            failed += 1;
        }
    }
    pairs
}

/// Old items with edits, or beside new ones without a partner, and those at most `width` links away.
fn around(both: Both<'_>, pairs: &Pairs, width: usize) -> BTreeSet<usize> {
    let mut found: BTreeSet<usize> = (0..both.old.items.len())
        .filter(|at| cost(both, pairs, *at) > 0)
        .collect();
    let added = (0..both.new.items.len()).filter(|at| pairs.old_of(*at).is_none());
    for new in added {
        let links = both.new.items.get(new).into_iter().flat_map(|item| &item.links);
        found.extend(links.filter_map(|(_, to)| pairs.old_of(*to)));
    }
    let mut edge: Vec<usize> = found.iter().copied().collect();
    for _ in 0..width {
        let mut next = Vec::new();
        for at in edge {
            let links = both.old.items.get(at).into_iter().flat_map(|item| &item.links);
            let beside = links
                .map(|(_, to)| *to)
                .chain(both.old.users.get(at).into_iter().flatten().copied());
            for to in beside {
                // All that is in a container is not near it.
                if both
                    .old
                    .items
                    .get(to)
                    .is_some_and(|item| !item.group.is_container())
                    && found.insert(to)
                {
                    next.push(to);
                }
            }
        }
        edge = next;
    }
    found
}
