//! Local search: pairs are changed one at a time as long as that makes the list of edits shorter.

use super::connect::connect;
use super::pairs::{Pairs, cost, differences};
use super::{Both, Side};
use crate::drawing::compare::attribute::Attribute;
use crate::drawing::compare::sheet::Group;
use std::collections::{BTreeSet, HashMap};

/// Rounds over all items.
const ROUNDS: usize = 12;
/// Items looked at in all trials together; a trial costs as many as it touches. Bounds the time (a second at most).
const BUDGET: usize = 4_000_000;
/// Partners tried for one item in one round.
const TRIES: usize = 24;

/// Makes the list of edits shorter; `fixed` old items keep their partners.
pub(super) fn improve(both: Both<'_>, pairs: &mut Pairs, fixed: &[bool]) {
    let mut search = Search {
        both,
        pairs,
        fixed,
        budget: BUDGET,
        alike: HashMap::new(),
    };
    for (at, item) in both.new.items.iter().enumerate() {
        let key = (item.group, Some(item.tag), item.name.as_str());
        search.alike.entry(key).or_default().push(at);
    }
    for _ in 0..ROUNDS {
        if !search.round() {
            break;
        }
    }
}

type Alike<'s> = HashMap<(Group, Option<crate::bpmn::diagram::Tag>, &'s str), Vec<usize>>;

struct Search<'s> {
    both: Both<'s>,
    pairs: &'s mut Pairs,
    fixed: &'s [bool],
    budget: usize,
    alike: Alike<'s>,
}

impl Search<'_> {
    fn is_fixed(&self, old: usize) -> bool {
        self.fixed.get(old).copied().unwrap_or(false)
    }

    /// Tries what looks wrong; true if something became better.
    fn round(&mut self) -> bool {
        let mut better = false;
        for old in 0..self.both.old.items.len() {
            if self.budget == 0 {
                return false;
            }
            for (one, other) in self.suggestions(old) {
                better |= self.attempt(one, other);
            }
        }
        better
    }

    /// Partners to try, from what does not fit at this item. `None`: no partner.
    fn suggestions(&self, old: usize) -> Vec<(usize, Option<usize>)> {
        let both = self.both;
        let mut found: Vec<(usize, Option<usize>)> = Vec::new();
        let Some(item) = both.old.items.get(old) else {
            return found;
        };
        if item.group.is_connection() {
            // The same ends with their connections joined anew.
            for end in [Attribute::Source, Attribute::Target] {
                let Some(end) = item.link(end) else { continue };
                found.extend(self.pairs.new_of(end).map(|new| (end, Some(new))));
            }
        }
        match self.pairs.new_of(old) {
            Some(new) => {
                let differ = differences(both, self.pairs, old, new);
                if differ.is_empty() {
                    return Vec::new();
                }
                let other = both.new.items.get(new);
                for attribute in &differ {
                    let links = (
                        item.link(*attribute),
                        other.and_then(|other| other.link(*attribute)),
                    );
                    if let (Some(one), Some(two)) = links {
                        found.push((one, Some(two)));
                    }
                }
                if !item.group.is_connection() {
                    if differ.len() > 1 {
                        found.push((old, None));
                    }
                    self.others_like(old, &mut found);
                }
            }
            None if item.group.is_connection() => {
                // The free way beside it from a common end leads to where the other end may have gone.
                for (near, far) in [
                    (Attribute::Source, Attribute::Target),
                    (Attribute::Target, Attribute::Source),
                ] {
                    let (Some(near_end), Some(far_end)) = (item.link(near), item.link(far)) else {
                        continue;
                    };
                    let users = self
                        .pairs
                        .new_of(near_end)
                        .and_then(|new| both.new.users.get(new));
                    for user in users.into_iter().flatten().take(TRIES) {
                        let Some(other) = both.new.items.get(*user) else {
                            continue;
                        };
                        if other.group == item.group && self.pairs.old_of(*user).is_none() {
                            found.extend(other.link(far).map(|to| (far_end, Some(to))));
                        }
                    }
                }
            }
            None => {
                self.others_like(old, &mut found);
                let free = both.free_of(Side::New, item.group, self.pairs);
                let aim = old * both.new.items.len() / both.old.items.len().max(1);
                let middle = free.partition_point(|at| *at < aim).saturating_sub(TRIES / 2);
                found.extend(
                    free.into_iter()
                        .skip(middle)
                        .take(TRIES)
                        .map(|new| (old, Some(new))),
                );
            }
        }
        found
    }

    /// Items of the same kind and name that do not fit where they are.
    fn others_like(&self, old: usize, found: &mut Vec<(usize, Option<usize>)>) {
        let Some(item) = self.both.old.items.get(old) else {
            return;
        };
        let key = (item.group, Some(item.tag), item.name.as_str());
        let unfit = |new: &usize| match self.pairs.old_of(*new) {
            None => true,
            Some(holder) => holder != old && cost(self.both, self.pairs, holder) > 0,
        };
        let list = self.alike.get(&key).map(Vec::as_slice).unwrap_or_default();
        let aim = old * self.both.new.items.len() / self.both.old.items.len().max(1);
        let middle = list.partition_point(|at| *at < aim).saturating_sub(4 * TRIES);
        let near = list.iter().skip(middle).take(8 * TRIES);
        found.extend(
            near.filter(|new| unfit(new))
                .take(TRIES)
                .map(|new| (old, Some(*new))),
        );
    }

    /// Gives an old item another partner, with its connections; keeps it if that is shorter. Who held that partner
    /// gets the one that became free, or none, or one further along.
    fn attempt(&mut self, old: usize, new: Option<usize>) -> bool {
        let before = self.pairs.new_of(old);
        if before.is_none() && new.is_none() {
            return false;
        }
        if self.apply(&[(old, new)]) {
            return true;
        }
        let holder = new
            .and_then(|new| self.pairs.old_of(new))
            .filter(|holder| *holder != old);
        let (Some(new), Some(holder)) = (new, holder) else {
            return false;
        };
        if before.is_some() && self.apply(&[(old, Some(new)), (holder, before)]) {
            return true;
        }
        for further in self.further(new) {
            let next = self.pairs.old_of(further).filter(|next| *next != old);
            let chain = [(old, Some(new)), (holder, Some(further))];
            if self.apply(&chain) {
                return true;
            }
            if let (Some(next), true) = (next, before.is_some())
                && self.apply(&[(old, Some(new)), (holder, Some(further)), (next, before)])
            {
                return true;
            }
        }
        false
    }

    /// New items beside this one in the flow, and some without a partner.
    fn further(&self, new: usize) -> Vec<usize> {
        const MOST: usize = 6;
        let mut found = Vec::new();
        let Some(item) = self.both.new.items.get(new) else {
            return found;
        };
        for user in self.both.new.users.get(new).into_iter().flatten().take(TRIES) {
            let Some(way) = self
                .both
                .new
                .items
                .get(*user)
                .filter(|way| way.group.is_connection())
            else {
                continue;
            };
            for end in [Attribute::Source, Attribute::Target] {
                let far = way.link(end).filter(|far| *far != new && !found.contains(far));
                let alike = far.filter(|far| {
                    self.both
                        .new
                        .items
                        .get(*far)
                        .is_some_and(|far| far.group == item.group)
                });
                found.extend(alike);
            }
            if found.len() >= MOST {
                break;
            }
        }
        let free = self.both.free_of(Side::New, item.group, self.pairs);
        let middle = free.partition_point(|at| *at < new).saturating_sub(MOST / 2);
        for at in free.into_iter().skip(middle).take(MOST) {
            if !found.contains(&at) {
                found.push(at);
            }
        }
        found
    }

    /// Carries out changes together; takes them back if the list of edits is no shorter.
    fn apply(&mut self, changes: &[(usize, Option<usize>)]) -> bool {
        let mut old: Vec<usize> = Vec::new();
        let mut new: Vec<usize> = Vec::new();
        for (one, other) in changes {
            old.push(*one);
            new.extend(self.pairs.new_of(*one));
            if let Some(other) = other {
                new.push(*other);
                old.extend(self.pairs.old_of(*other));
                if self
                    .both
                    .groups(*one, *other)
                    .is_none_or(|(one, other)| one != other)
                {
                    return false;
                }
            }
            let stays = self.pairs.new_of(*one) == *other;
            if !stays && old.iter().any(|old| self.is_fixed(*old)) {
                return false;
            }
        }
        let touched = Touched::of(self.both, self.pairs, &old, &new);
        self.budget = self.budget.saturating_sub(touched.old.len() + touched.new.len());
        if self.budget == 0 {
            return false;
        }
        let kept: Vec<(usize, Option<usize>)> = touched
            .old
            .iter()
            .map(|at| (*at, self.pairs.new_of(*at)))
            .collect();
        let length = touched.cost(self.both, self.pairs);
        for (one, _) in changes {
            self.pairs.part(*one);
        }
        for (one, other) in changes {
            if let Some(other) = other {
                self.pairs.join(*one, *other);
            }
        }
        self.reconnect(&touched);
        if touched.cost(self.both, self.pairs) < length {
            return true;
        }
        for (at, _) in &kept {
            self.pairs.part(*at);
        }
        for (at, partner) in &kept {
            if let Some(partner) = partner {
                self.pairs.join(*at, *partner);
            }
        }
        false
    }

    fn reconnect(&mut self, touched: &Touched) {
        let both = self.both;
        let connection = |sheet: &crate::drawing::compare::sheet::Sheet, at: usize| {
            sheet.items.get(at).is_some_and(|item| item.group.is_connection())
        };
        let old: Vec<usize> = touched
            .old
            .iter()
            .copied()
            .filter(|at| connection(both.old, *at) && !self.is_fixed(*at))
            .collect();
        let new: Vec<usize> = touched
            .new
            .iter()
            .copied()
            .filter(|at| connection(both.new, *at))
            .collect();
        for at in &old {
            self.pairs.part(*at);
        }
        connect(both, self.pairs, &old, &new);
    }
}

/// Items whose edits can change with a trial; closed under partners.
struct Touched {
    old: BTreeSet<usize>,
    new: BTreeSet<usize>,
}

impl Touched {
    fn of(both: Both<'_>, pairs: &Pairs, old: &[usize], new: &[usize]) -> Touched {
        let mut touched = Touched {
            old: old.iter().copied().collect(),
            new: new.iter().copied().collect(),
        };
        for at in old {
            touched.old.extend(both.old.users.get(*at).into_iter().flatten());
        }
        for at in new {
            touched.new.extend(both.new.users.get(*at).into_iter().flatten());
        }
        let partners: Vec<usize> = touched.new.iter().filter_map(|at| pairs.old_of(*at)).collect();
        touched.old.extend(partners);
        let partners: Vec<usize> = touched.old.iter().filter_map(|at| pairs.new_of(*at)).collect();
        touched.new.extend(partners);
        touched
    }

    fn cost(&self, both: Both<'_>, pairs: &Pairs) -> usize {
        let old: usize = self.old.iter().map(|at| cost(both, pairs, *at)).sum();
        old + self.new.iter().filter(|at| pairs.old_of(**at).is_none()).count()
    }
}
