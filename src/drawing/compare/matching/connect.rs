//! Connections follow their ends: pairs of flows and associations, given the pairs of what they connect.

use super::Both;
use super::pairs::{Pairs, pair_cost};
use crate::drawing::compare::attribute::Attribute;
use crate::drawing::compare::sheet::{Group, Sheet};
use std::collections::HashMap;

/// Candidates looked at for one connection.
const MOST: usize = 16;
/// A pair that takes more edits than this is told as removed and added.
const WORTH: usize = 2;

type End = (Group, Attribute, usize);

/// Joins the free connections of two lists: first those with both ends in common, then those with one, the cheapest
/// pair first.
pub(super) fn connect(both: Both<'_>, pairs: &mut Pairs, old: &[usize], new: &[usize]) {
    let mut whole: HashMap<(End, End), Vec<usize>> = HashMap::new();
    let mut ends: HashMap<End, Vec<usize>> = HashMap::new();
    for at in new.iter().filter(|at| pairs.old_of(**at).is_none()) {
        let (source, target) = ends_of(both.new, *at);
        if let (Some(source), Some(target)) = (source, target) {
            whole.entry((source, target)).or_default().push(*at);
        }
        for end in [source, target].into_iter().flatten() {
            ends.entry(end).or_default().push(*at);
        }
    }
    let moved = |pairs: &Pairs, end: Option<End>| -> Option<End> {
        let (group, attribute, at) = end?;
        Some((group, attribute, pairs.new_of(at)?))
    };
    let mut offers = Vec::new();
    for at in old.iter().filter(|at| pairs.new_of(**at).is_none()) {
        let (source, target) = ends_of(both.old, *at);
        let (source, target) = (moved(pairs, source), moved(pairs, target));
        if let (Some(source), Some(target)) = (source, target) {
            let same = whole.get(&(source, target)).into_iter().flatten();
            offers.extend(
                same.take(MOST)
                    .map(|other| (pair_cost(both, pairs, *at, *other), *at, *other)),
            );
        }
    }
    take(pairs, &mut offers, usize::MAX);
    for at in old.iter().filter(|at| pairs.new_of(**at).is_none()) {
        let (source, target) = ends_of(both.old, *at);
        for end in [moved(pairs, source), moved(pairs, target)].into_iter().flatten() {
            let near = ends.get(&end).into_iter().flatten();
            let free = near.filter(|other| pairs.old_of(**other).is_none());
            offers.extend(
                free.take(MOST)
                    .map(|other| (pair_cost(both, pairs, *at, *other), *at, *other)),
            );
        }
    }
    offers.retain(|(cost, _, _)| *cost <= WORTH);
    let all = offers.clone();
    take(pairs, &mut offers, WORTH);
    make_room(pairs, &all);
}

/// A free connection takes the partner of another one that has a second choice, where that is shorter in all.
fn make_room(pairs: &mut Pairs, offers: &[(usize, usize, usize)]) {
    let mut of: HashMap<usize, Vec<(usize, usize)>> = HashMap::new();
    for (cost, old, new) in offers {
        of.entry(*old).or_default().push((*cost, *new));
    }
    for (cost, old, new) in offers {
        let Some(holder) = pairs.old_of(*new).filter(|_| pairs.new_of(*old).is_none()) else {
            continue;
        };
        let choices = of.get(&holder).map(Vec::as_slice).unwrap_or_default();
        let Some((paid, _)) = choices.iter().find(|(_, held)| held == new) else {
            continue;
        };
        let second = choices
            .iter()
            .filter(|(_, other)| pairs.old_of(*other).is_none())
            .min()
            .filter(|(second, _)| cost + second < paid + 2);
        if let Some((_, second)) = second {
            pairs.join(holder, *second);
            pairs.join(*old, *new);
        }
    }
}

fn ends_of(sheet: &Sheet, at: usize) -> (Option<End>, Option<End>) {
    let Some(item) = sheet.items.get(at) else {
        return (None, None);
    };
    let end = |attribute| item.link(attribute).map(|to| (item.group, attribute, to));
    (end(Attribute::Source), end(Attribute::Target))
}

fn take(pairs: &mut Pairs, offers: &mut Vec<(usize, usize, usize)>, most: usize) {
    offers.sort_unstable();
    for (_, old, new) in offers.drain(..).filter(|(cost, _, _)| *cost <= most) {
        if pairs.free(old, new) {
            pairs.join(old, new);
        }
    }
}

/// All connections of a sheet.
pub(super) fn connections(sheet: &Sheet) -> Vec<usize> {
    let items = sheet.items.iter().enumerate();
    items
        .filter(|(_, item)| item.group.is_connection())
        .map(|(at, _)| at)
        .collect()
}
