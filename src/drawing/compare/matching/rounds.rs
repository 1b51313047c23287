//! Exact rounds: what has a content or a surrounding that both files have once is the same. Neighbours follow.

use super::pairs::Pairs;
use super::{Both, Side};
use crate::drawing::compare::attribute::Attribute;
use crate::drawing::compare::sheet::{Group, Item, Sheet};
use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

/// Joins free items whose key both sides have once.
pub(super) fn join_unique<K: Hash + Eq>(
    both: Both<'_>,
    pairs: &mut Pairs,
    old_key: impl Fn(&Item, usize) -> Option<K>,
    new_key: impl Fn(&Item, usize) -> Option<K>,
) -> usize {
    #[derive(Default)]
    struct Seen {
        old: Option<usize>,
        new: Option<usize>,
        twice: bool,
    }
    let mut seen: HashMap<K, Seen> = HashMap::new();
    for (at, item) in both.old.items.iter().enumerate() {
        if pairs.new_of(at).is_some() {
            continue;
        }
        if let Some(key) = old_key(item, at) {
            let seen = seen.entry(key).or_default();
            seen.twice |= seen.old.replace(at).is_some();
        }
    }
    for (at, item) in both.new.items.iter().enumerate() {
        if pairs.old_of(at).is_some() {
            continue;
        }
        if let Some(key) = new_key(item, at)
            && let Some(seen) = seen.get_mut(&key)
        {
            seen.twice |= seen.new.replace(at).is_some();
        }
    }
    let mut joined = 0;
    // The order does not matter: each item has one key, so no two of these pairs share an item.
    for found in seen.into_values() {
        if let (false, Some(old), Some(new)) = (found.twice, found.old, found.new) {
            pairs.join(old, new);
            joined += 1;
        }
    }
    joined
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// How much of its own content an item is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// Everything stated, with lane and place around it.
    Everything,
    /// Kind and name.
    KindAndName,
    /// Kind and position in the picture.
    KindAndPlace,
}

/// Hashes of content and ever wider surroundings: colours of a Weisfeiler–Leman refinement along the connections.
pub(super) struct Colours {
    rounds: Vec<Vec<u64>>,
}

impl Colours {
    pub(super) fn of(sheet: &Sheet, by: By, rounds: usize) -> Colours {
        let name = |at: Option<usize>| {
            at.and_then(|at| sheet.items.get(at))
                .map(|item| item.name.as_str())
        };
        let mut all: Vec<Vec<u64>> = vec![
            sheet
                .items
                .iter()
                .map(|item| match by {
                    By::Everything => hash((
                        item.group,
                        item.tag,
                        &item.tokens,
                        name(item.link(Attribute::Lane)),
                        name(item.link(Attribute::Parent)),
                    )),
                    By::KindAndName => hash((item.group, item.tag, &item.name)),
                    By::KindAndPlace => hash((item.group, item.tag, place(item))),
                })
                .collect(),
        ];
        for _ in 0..rounds {
            let Some(last) = all.last() else { break };
            let colour = |at: usize| last.get(at).copied().unwrap_or_default();
            let next = sheet
                .items
                .iter()
                .zip(&sheet.users)
                .enumerate()
                .map(|(at, (item, users))| {
                    let mut around: Vec<(Attribute, bool, u64)> = item
                        .links
                        .iter()
                        .filter(|(attribute, _)| near(*attribute))
                        .map(|(attribute, to)| (*attribute, true, colour(*to)))
                        .collect();
                    for user in users {
                        let links = sheet.items.get(*user).map(|user| user.links.as_slice());
                        for (attribute, to) in links.unwrap_or_default() {
                            if *to == at && near(*attribute) {
                                around.push((*attribute, false, colour(*user)));
                            }
                        }
                    }
                    around.sort_unstable();
                    hash((colour(at), around))
                })
                .collect();
            all.push(next);
        }
        Colours { rounds: all }
    }

    fn at(&self, round: usize, item: usize) -> Option<u64> {
        self.rounds.get(round)?.get(item).copied()
    }
}

/// Links that tell neighbours from each other. Lane and process say the same for too many.
fn near(attribute: Attribute) -> bool {
    matches!(
        attribute,
        Attribute::Source | Attribute::Target | Attribute::Host | Attribute::Message | Attribute::Process
    )
}

fn place(item: &Item) -> Option<[i64; 4]> {
    use crate::drawing::compare::sheet::Drawn;
    // Coordinates are far below the range of i64; the cast saturates.
    match item.drawn.as_ref()? {
        Drawn::Shape(b) => Some([b.x, b.y, b.width, b.height].map(|number| number.round() as i64)),
        Drawn::Way(points) => {
            let (first, last) = (points.first()?, points.last()?);
            Some([first.0, first.1, last.0, last.1].map(|number| number.round() as i64))
        }
    }
}

/// Joins what is unique at this width of surroundings.
pub(super) fn unique(both: Both<'_>, pairs: &mut Pairs, colours: (&Colours, &Colours), round: usize, by: By) {
    let key = |item: &Item, colour: Option<u64>| {
        // Connections are known by their ends, so not without them.
        let known = match by {
            By::KindAndPlace => item.drawn.is_some(),
            _ => round > 0 || !item.group.is_connection(),
        };
        known.then_some((item.group, colour?))
    };
    join_unique(
        both,
        pairs,
        |item, at| key(item, colours.0.at(round, at)),
        |item, at| key(item, colours.1.at(round, at)),
    );
}

/// What neighbours are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// Same kind and name.
    Same,
    /// Same kind.
    Kind,
    /// Anything of the group.
    Any,
}

type NeighbourKey<'s> = (
    Group,
    Attribute,
    bool,
    Group,
    Option<crate::bpmn::diagram::Tag>,
    Option<&'s str>,
);

/// From each pair on: where each of the two has one free neighbour of a kind, the neighbours are a pair.
pub(super) fn spread(both: Both<'_>, pairs: &mut Pairs, likeness: Likeness) {
    let mut work: Vec<usize> = (0..both.old.items.len())
        .filter(|old| pairs.new_of(*old).is_some())
        .rev()
        .collect();
    while let Some(old) = work.pop() {
        let Some(new) = pairs.new_of(old) else { continue };
        let before = free_neighbours(both.old, old, likeness, |at| pairs.new_of(at).is_none());
        if before.is_empty() {
            continue;
        }
        let after = free_neighbours(both.new, new, likeness, |at| pairs.old_of(at).is_none());
        for (key, one) in before {
            let other = after
                .iter()
                .find(|(found, _)| *found == key)
                .map(|(_, other)| other);
            if let (Some(one), Some(Some(other))) = (one, other)
                && pairs.free(one, *other)
            {
                pairs.join(one, *other);
                work.push(one);
                work.push(old);
                break;
            }
        }
    }
}

/// Free neighbours by key; `None` where several have it. At most 64 keys are looked at.
fn free_neighbours<'s>(
    sheet: &'s Sheet,
    at: usize,
    likeness: Likeness,
    free: impl Fn(usize) -> bool,
) -> Vec<(NeighbourKey<'s>, Option<usize>)> {
    const MOST: usize = 64;
    let mut found: Vec<(NeighbourKey<'s>, Option<usize>)> = Vec::new();
    let mut note = |via: Group, attribute: Attribute, out: bool, to: usize| {
        let Some(item) = sheet.items.get(to).filter(|_| free(to)) else {
            return;
        };
        let kind = (likeness != Likeness::Any).then_some(item.tag);
        let name = (likeness == Likeness::Same).then_some(item.name.as_str());
        let key = (via, attribute, out, item.group, kind, name);
        let room = found.len() < MOST;
        match found.iter_mut().find(|(known, _)| *known == key) {
            Some((_, one)) if *one != Some(to) => *one = None,
            Some(_) => {}
            None if room => found.push((key, Some(to))),
            None => {}
        }
    };
    let Some(own) = sheet.items.get(at) else {
        return found;
    };
    for (attribute, to) in own.links.iter().filter(|(attribute, _)| near(*attribute)) {
        note(own.group, *attribute, true, *to);
    }
    for user in sheet.users.get(at).into_iter().flatten().take(MOST) {
        let Some(item) = sheet.items.get(*user) else {
            continue;
        };
        for (attribute, to) in &item.links {
            if *to != at || !near(*attribute) {
                continue;
            }
            if !item.group.is_connection() {
                note(item.group, *attribute, false, *user);
                continue;
            }
            let far = match attribute {
                Attribute::Source => item.link(Attribute::Target),
                _ => item.link(Attribute::Source),
            };
            if let Some(far) = far.filter(|far| *far != at) {
                note(item.group, *attribute, false, far);
            }
        }
    }
    found
}

/// Containers follow what they hold: the pair that holds most pairs in common comes first.
pub(super) fn containers(both: Both<'_>, pairs: &mut Pairs) {
    let mut votes: HashMap<(usize, usize), usize> = HashMap::new();
    for (old, item) in both.old.items.iter().enumerate() {
        let Some(other) = pairs.new_of(old).and_then(|new| both.new.items.get(new)) else {
            continue;
        };
        for (attribute, held_by) in &item.links {
            let Some(holder) = other.link(*attribute) else {
                continue;
            };
            let groups = both.groups(*held_by, holder);
            if groups.is_some_and(|(one, two)| one == two && one.is_container())
                && pairs.free(*held_by, holder)
            {
                *votes.entry((*held_by, holder)).or_default() += 1;
            }
        }
    }
    let mut votes: Vec<_> = votes.into_iter().collect();
    votes.sort_by_key(|(pair, count)| (std::cmp::Reverse(*count), *pair));
    for ((old, new), _) in votes {
        if pairs.free(old, new) {
            pairs.join(old, new);
        }
    }
    // What holds no pair: process and process, collaboration and collaboration, in order.
    for group in [Group::Process, Group::Collaboration] {
        let old = both.free_of(Side::Old, group, pairs);
        let new = both.free_of(Side::New, group, pairs);
        for (old, new) in old.into_iter().zip(new) {
            pairs.join(old, new);
        }
    }
}
