//! Pairs by order in the file: long runs of equal content, and gaps of equal length between them.

use super::pairs::Pairs;
use super::{Both, Side};
use crate::drawing::compare::attribute::Attribute;
use crate::drawing::compare::sheet::{Group, Item};
use std::collections::HashMap;

/// Groups that have an order of their own.
const GROUPS: [Group; 9] = [
    Group::Process,
    Group::Participant,
    Group::Lane,
    Group::Node,
    Group::Data,
    Group::Annotation,
    Group::SequenceFlow,
    Group::MessageFlow,
    Group::DataAssociation,
];

/// What a run of equal items is equal in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// Kind, name, lane, and the names of both ends.
    Named,
    /// Kind.
    Kind,
}

/// Joins the free items that are wanted in the order of the file, group by group.
pub(super) fn by_order(both: Both<'_>, pairs: &mut Pairs, by: Content, wanted: impl Fn(&Item) -> bool) {
    for group in GROUPS {
        let mut old = both.free_of(Side::Old, group, pairs);
        old.retain(|at| both.old.items.get(*at).is_some_and(&wanted));
        let mut new = both.free_of(Side::New, group, pairs);
        new.retain(|at| both.new.items.get(*at).is_some_and(&wanted));
        let keys = |side: Side, list: &[usize]| -> Vec<_> {
            let items = match side {
                Side::Old => &both.old.items,
                Side::New => &both.new.items,
            };
            list.iter()
                .map(|at| items.get(*at).map(|item| key(both, side, item, by)))
                .collect()
        };
        let (old_keys, new_keys) = (keys(Side::Old, &old), keys(Side::New, &new));
        for (one, other) in align(&old_keys, &new_keys) {
            if let (Some(one), Some(other)) = (old.get(one), new.get(other)) {
                pairs.join(*one, *other);
            }
        }
    }
}

type Key<'s> = (
    crate::bpmn::diagram::Tag,
    &'s str,
    Option<&'s str>,
    Option<&'s str>,
    Option<&'s str>,
);

fn key<'s>(both: Both<'s>, side: Side, item: &'s Item, by: Content) -> Key<'s> {
    if by == Content::Kind {
        return (item.tag, "", None, None, None);
    }
    let sheet = match side {
        Side::Old => both.old,
        Side::New => both.new,
    };
    let name = |attribute| {
        item.link(attribute)
            .and_then(|at| sheet.items.get(at))
            .map(|item| item.name.as_str())
    };
    let lane = name(Attribute::Lane);
    (
        item.tag,
        &item.name,
        lane,
        name(Attribute::Source),
        name(Attribute::Target),
    )
}

/// Places that belong together: equal beginnings and ends, then anchors that both lists have once, and so on
/// between them (patience diff, Bram Cohen); what is left between two anchors is paired where it is equally long.
fn align<K: Eq + std::hash::Hash>(old: &[K], new: &[K]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut work = vec![(0, old.len(), 0, new.len())];
    while let Some((mut a, mut a_end, mut b, mut b_end)) = work.pop() {
        let same = |one: usize, other: usize| old.get(one).is_some() && old.get(one) == new.get(other);
        while a < a_end && b < b_end && same(a, b) {
            found.push((a, b));
            (a, b) = (a + 1, b + 1);
        }
        while a < a_end && b < b_end && same(a_end - 1, b_end - 1) {
            (a_end, b_end) = (a_end - 1, b_end - 1);
            found.push((a_end, b_end));
        }
        if a == a_end || b == b_end {
            continue;
        }
        let anchors = anchors(old, new, (a, a_end), (b, b_end));
        if anchors.is_empty() {
            if a_end - a == b_end - b {
                found.extend((a..a_end).zip(b..b_end));
            }
            continue;
        }
        for (one, other) in anchors {
            work.push((a, one, b, other));
            found.push((one, other));
            (a, b) = (one + 1, other + 1);
        }
        work.push((a, a_end, b, b_end));
    }
    found
}

/// Keys that both ranges have once, as the longest run in which both orders agree.
fn anchors<K: Eq + std::hash::Hash>(
    old: &[K],
    new: &[K],
    (a, a_end): (usize, usize),
    (b, b_end): (usize, usize),
) -> Vec<(usize, usize)> {
    let mut once: HashMap<&K, (usize, usize, usize, usize)> = HashMap::new();
    for (at, key) in old.iter().enumerate().take(a_end).skip(a) {
        let seen = once.entry(key).or_default();
        (seen.0, seen.1) = (seen.0 + 1, at);
    }
    for (at, key) in new.iter().enumerate().take(b_end).skip(b) {
        if let Some(seen) = once.get_mut(key) {
            (seen.2, seen.3) = (seen.2 + 1, at);
        }
    }
    let mut both: Vec<(usize, usize)> = once
        .into_values()
        .filter(|seen| seen.0 == 1 && seen.2 == 1)
        .map(|seen| (seen.1, seen.3))
        .collect();
    both.sort_unstable();
    rising(&both)
}

/// Longest run of pairs that rises on both sides.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // `tops[n]`: index of the pair with the smallest right side that ends a run of n + 1.
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let right = |at: &usize| pairs.get(*at).map(|pair| pair.1);
    for (at, pair) in pairs.iter().enumerate() {
        let length = tops.partition_point(|top| right(top) < Some(pair.1));
        before.push(length.checked_sub(1).and_then(|last| tops.get(last).copied()));
        match tops.get_mut(length) {
            Some(top) => *top = at,
            None => tops.push(at),
        }
    }
    let chain = std::iter::successors(tops.last().copied(), |at| before.get(*at).copied().flatten());
    let mut run: Vec<(usize, usize)> = chain.filter_map(|at| pairs.get(at).copied()).collect();
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    #![allow(clippy::type_complexity)]
    use super::*;

    #[test]
    fn equal_runs_and_equal_gaps_are_paired() {
        let cases: [(&str, &str, &[(usize, usize)]); 5] = [
            ("abc", "abc", &[(0, 0), (1, 1), (2, 2)]),
            ("abxcd", "abcd", &[(0, 0), (1, 1), (3, 2), (4, 3)]),
            ("axc", "ayc", &[(0, 0), (1, 1), (2, 2)]),
            ("aaxaa", "aaaa", &[(0, 0), (1, 1), (3, 2), (4, 3)]),
            ("", "abc", &[]),
        ];
        for (old, new, expected) in cases {
            let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
            let mut found = align(&old, &new);
            found.sort_unstable();
            assert_eq!(found, expected, "{old:?} {new:?}");
        }
    }
}
