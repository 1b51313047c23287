//! What no exact round has found: the most similar pairs first, by name, kind, surroundings, place and order.

use super::pairs::Pairs;
use super::{Both, Side};
use crate::domain::folding::{fold, stem};
use crate::drawing::compare::attribute::Attribute;
use crate::drawing::compare::sheet::{Group, Item, Sheet};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Up to this many pairs of a group all are weighed; beyond it only promising ones.
const ALL: usize = 40_000;
/// Promising pairs weighed for one item beyond that.
const EACH: usize = 24;
/// Points from which on a pair is one: equal surroundings on one side, or a name that is half the same.
const ENOUGH: u32 = 50;

const GROUPS: [Group; 8] = [
    Group::Participant,
    Group::Lane,
    Group::Node,
    Group::Data,
    Group::Annotation,
    Group::Grouping,
    Group::Message,
    Group::Other,
];

/// Joins the free items that are similar enough.
pub(super) fn similar(both: Both<'_>, pairs: &mut Pairs) {
    for group in GROUPS {
        let old = both.free_of(Side::Old, group, pairs);
        let new = both.free_of(Side::New, group, pairs);
        if old.is_empty() || new.is_empty() {
            continue;
        }
        let weigh = Weigh::of(both, pairs, &old, &new);
        let mut offers: Vec<(u32, usize, usize)> = Vec::new();
        if old.len().saturating_mul(new.len()) <= ALL {
            for one in 0..old.len() {
                offers.extend((0..new.len()).map(|other| (weigh.points(one, other), one, other)));
            }
        } else {
            let promising = Promising::of(&weigh);
            for one in 0..old.len() {
                offers.extend(
                    promising
                        .of_old(&weigh, one)
                        .into_iter()
                        .map(|other| (weigh.points(one, other), one, other)),
                );
            }
        }
        offers.retain(|(points, _, _)| *points >= ENOUGH);
        offers.sort_by_key(|(points, one, other)| {
            let (at, to) = (weigh.share(one, old.len()), weigh.share(other, new.len()));
            (std::cmp::Reverse(*points), at.abs_diff(to), *one, *other)
        });
        let free: Vec<(usize, usize)> = offers
            .into_iter()
            .filter_map(|(_, one, other)| Some((*old.get(one)?, *new.get(other)?)))
            .collect();
        for (one, other) in free {
            if pairs.free(one, other) {
                pairs.join(one, other);
            }
        }
    }
}

/// Stems of the words of a name.
fn words(name: &str) -> BTreeSet<String> {
    fold(name)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(stem)
        .collect()
}

struct Weighed<'s> {
    item: &'s Item,
    words: BTreeSet<String>,
    /// Neighbours by the new item they are, with the attribute that leads to them.
    around: BTreeSet<(Group, Attribute, usize)>,
}

struct Weigh<'s> {
    pairs: &'s Pairs,
    old: Vec<Weighed<'s>>,
    new: Vec<Weighed<'s>>,
}

impl<'s> Weigh<'s> {
    fn of(both: Both<'s>, pairs: &'s Pairs, old: &[usize], new: &[usize]) -> Weigh<'s> {
        let weighed = |sheet: &'s Sheet, at: &usize, name: &dyn Fn(usize) -> Option<usize>| {
            let item = sheet.items.get(*at)?;
            let around = around(sheet, *at);
            Some(Weighed {
                item,
                words: words(&item.name),
                around: around
                    .into_iter()
                    .filter_map(|(group, attribute, to)| Some((group, attribute, name(to)?)))
                    .collect(),
            })
        };
        let of_old = |at| pairs.new_of(at);
        let of_new = |at| pairs.old_of(at).map(|_| at);
        Weigh {
            old: old
                .iter()
                .filter_map(|at| weighed(both.old, at, &of_old))
                .collect(),
            new: new
                .iter()
                .filter_map(|at| weighed(both.new, at, &of_new))
                .collect(),
            pairs,
        }
    }

    /// Position in the list, from 0 to 1000.
    fn share(&self, at: &usize, length: usize) -> usize {
        at * 1000 / length.max(1)
    }

    fn points(&self, old: usize, new: usize) -> u32 {
        let (Some(one), Some(other)) = (self.old.get(old), self.new.get(new)) else {
            return 0;
        };
        let mut points = 0;
        if !one.words.is_empty() && !other.words.is_empty() {
            let common = one.words.intersection(&other.words).count();
            let all = one.words.len() + other.words.len();
            points += (200 * common / all) as u32;
        }
        if one.item.name == other.item.name {
            points += 20;
        }
        if one.item.tag == other.item.tag {
            points += 15;
        }
        let common = one.around.intersection(&other.around).count().min(4);
        points += 40 * common as u32;
        if let (Some(before), Some(after)) = (&one.item.drawn, &other.item.drawn)
            && before.same(after)
        {
            points += 40;
        }
        let lanes = (one.item.link(Attribute::Lane), other.item.link(Attribute::Lane));
        if lanes.0.is_some() && self.pairs.agree(lanes.0, lanes.1) {
            points += 10;
        }
        points
    }
}

/// What an item is connected with: the far ends of its connections and what it refers to or is referred to by.
fn around(sheet: &Sheet, at: usize) -> Vec<(Group, Attribute, usize)> {
    const MOST: usize = 64;
    let mut found = Vec::new();
    let Some(own) = sheet.items.get(at) else {
        return found;
    };
    for (attribute, to) in &own.links {
        if !matches!(attribute, Attribute::Lane | Attribute::Parent) {
            found.push((own.group, *attribute, *to));
        }
    }
    for user in sheet.users.get(at).into_iter().flatten().take(MOST) {
        let Some(item) = sheet.items.get(*user) else {
            continue;
        };
        let far = match item.link(Attribute::Source) == Some(at) {
            true => (Attribute::Target, item.link(Attribute::Target)),
            false => (Attribute::Source, item.link(Attribute::Source)),
        };
        match far {
            (attribute, Some(far)) if item.group.is_connection() => found.push((item.group, attribute, far)),
            _ => found.push((item.group, Attribute::Host, *user)),
        }
    }
    found
}

/// New items by what makes a pair promising.
struct Promising<'w> {
    words: HashMap<&'w str, Vec<usize>>,
    around: BTreeMap<(Group, Attribute, usize), Vec<usize>>,
    names: HashMap<(crate::bpmn::diagram::Tag, &'w str), Vec<usize>>,
}

impl<'w> Promising<'w> {
    fn of(weigh: &'w Weigh<'_>) -> Promising<'w> {
        let mut promising = Promising {
            words: HashMap::new(),
            around: BTreeMap::new(),
            names: HashMap::new(),
        };
        for (at, weighed) in weigh.new.iter().enumerate() {
            for word in &weighed.words {
                promising.words.entry(word).or_default().push(at);
            }
            for place in &weighed.around {
                promising.around.entry(*place).or_default().push(at);
            }
            let name = (weighed.item.tag, weighed.item.name.as_str());
            promising.names.entry(name).or_default().push(at);
        }
        promising
    }

    fn of_old(&self, weigh: &Weigh<'_>, old: usize) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let Some(weighed) = weigh.old.get(old) else {
            return found;
        };
        let aim = old * weigh.new.len() / weigh.old.len().max(1);
        for place in &weighed.around {
            found.extend(nearest(self.around.get(place), aim, EACH / 4));
        }
        let mut by_rarity: Vec<&Vec<usize>> = weighed
            .words
            .iter()
            .filter_map(|word| self.words.get(word.as_str()))
            .collect();
        by_rarity.sort_by_key(|list| list.len());
        for list in by_rarity.into_iter().take(2) {
            found.extend(nearest(Some(list), aim, EACH / 4));
        }
        let name = (weighed.item.tag, weighed.item.name.as_str());
        found.extend(nearest(self.names.get(&name), aim, EACH / 4));
        found
    }
}

/// The entries of a rising list nearest to an aim.
fn nearest(list: Option<&Vec<usize>>, aim: usize, most: usize) -> Vec<usize> {
    let Some(list) = list else { return Vec::new() };
    let middle = list.partition_point(|at| *at < aim);
    let from = middle.saturating_sub(most / 2);
    list.iter().skip(from).take(most).copied().collect()
}
