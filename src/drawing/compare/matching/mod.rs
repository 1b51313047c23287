//! Which element of one file is which of the other: by id where ids mean the same in both, else by content and
//! context. Several ways of beginning are tried; the one that leaves the fewest edits wins.
//!
//! Every step is bounded: rounds of hashing are linear, candidates per item are limited, the local search has a budget.

mod connect;
mod ids;
mod improve;
mod order;
mod pairs;
mod rounds;
mod shake;
mod similar;

pub(super) use pairs::{Pairs, differences};

use super::sheet::{Group, Sheet};
use connect::{connect, connections};
use rounds::{By, Colours, Likeness, containers, spread, unique};
use similar::similar;

/// The two sheets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Both<'s> {
    pub old: &'s Sheet,
    pub new: &'s Sheet,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Old,
    New,
}

impl Both<'_> {
    fn groups(&self, old: usize, new: usize) -> Option<(Group, Group)> {
        Some((self.old.items.get(old)?.group, self.new.items.get(new)?.group))
    }

    /// Items of a group without a partner.
    fn free_of(&self, side: Side, group: Group, pairs: &Pairs) -> Vec<usize> {
        let items = match side {
            Side::Old => &self.old.items,
            Side::New => &self.new.items,
        };
        let free = |at: usize| match side {
            Side::Old => pairs.new_of(at).is_none(),
            Side::New => pairs.old_of(at).is_none(),
        };
        items
            .iter()
            .enumerate()
            .filter(|(at, item)| item.group == group && free(*at))
            .map(|(at, _)| at)
            .collect()
    }
}

/// Ways to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begin {
    Content,
    Place,
    Order,
    Kinds,
}

/// The pairs of two sheets.
pub(super) fn pairs(both: Both<'_>) -> Pairs {
    let ids = ids::by_id(both);
    if ids.related {
        let mut pairs = ids.pairs;
        ids::without_id(both, &mut pairs);
        ids::drawn_anew(both, &mut pairs);
        return pairs;
    }
    let fixed: Vec<bool> = (0..both.old.items.len())
        .map(|old| ids.pairs.new_of(old).is_some())
        .collect();
    let mut best: Option<(usize, Pairs)> = None;
    let colours = [By::Everything, By::KindAndName, By::KindAndPlace].map(|by| {
        (
            by,
            Colours::of(both.old, by, ROUNDS),
            Colours::of(both.new, by, ROUNDS),
        )
    });
    for begin in [Begin::Content, Begin::Place, Begin::Order, Begin::Kinds] {
        let mut pairs = ids.pairs.clone();
        complete(both, &mut pairs, begin, &colours);
        improve::improve(both, &mut pairs, &fixed);
        let length = pairs::total(both, &pairs);
        if best.as_ref().is_none_or(|(least, _)| length < *least) {
            best = Some((length, pairs));
        }
        if length == 0 {
            break;
        }
    }
    match best {
        Some(best) => shake::shake(both, best, &fixed, &colours),
        None => ids.pairs,
    }
}

/// Width of the surroundings that content is looked at in: two rounds lead from a step to the next.
const ROUNDS: usize = 6;

fn complete(both: Both<'_>, pairs: &mut Pairs, begin: Begin, colours: &[(By, Colours, Colours); 3]) {
    match begin {
        Begin::Content => {}
        Begin::Place => {
            for (by, old, new) in colours.iter().rev().take(1) {
                for round in [4, 2, 0] {
                    unique(both, pairs, (old, new), round, *by);
                }
            }
        }
        Begin::Order => order::by_order(both, pairs, order::Content::Named, |_| true),
        Begin::Kinds => order::by_order(both, pairs, order::Content::Kind, |_| true),
    }
    for (by, old, new) in colours {
        for round in [6, 4, 2, 1, 0] {
            unique(both, pairs, (old, new), round, *by);
            spread(both, pairs, Likeness::Same);
        }
    }
    containers(both, pairs);
    spread(both, pairs, Likeness::Kind);
    similar(both, pairs);
    spread(both, pairs, Likeness::Any);
    containers(both, pairs);
    connect(both, pairs, &connections(both.old), &connections(both.new));
}
