//! Which item of the old sheet is which of the new one, and how many edits that leaves.

use super::Both;
use crate::drawing::compare::attribute::Attribute;

/// A partial one-to-one mapping within groups.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::drawing::compare) struct Pairs {
    to_new: Vec<Option<usize>>,
    to_old: Vec<Option<usize>>,
}

impl Pairs {
    pub(super) fn none(both: Both<'_>) -> Pairs {
        Pairs {
            to_new: vec![None; both.old.items.len()],
            to_old: vec![None; both.new.items.len()],
        }
    }

    /// The new item that this old one has become.
    pub(in crate::drawing::compare) fn new_of(&self, old: usize) -> Option<usize> {
        self.to_new.get(old).copied().flatten()
    }

    /// The old item that this new one was.
    pub(in crate::drawing::compare) fn old_of(&self, new: usize) -> Option<usize> {
        self.to_old.get(new).copied().flatten()
    }

    /// True if neither has a partner.
    pub(super) fn free(&self, old: usize, new: usize) -> bool {
        self.new_of(old).is_none() && self.old_of(new).is_none()
    }

    /// Joins two items; earlier partners of both are let go.
    pub(super) fn join(&mut self, old: usize, new: usize) {
        self.part(old);
        if let Some(before) = self.old_of(new) {
            self.part(before);
        }
        if let (Some(to), Some(from)) = (self.to_new.get_mut(old), self.to_old.get_mut(new)) {
            *to = Some(new);
            *from = Some(old);
        }
    }

    /// Takes an old item from its partner.
    pub(super) fn part(&mut self, old: usize) {
        if let Some(new) = self.to_new.get_mut(old).and_then(Option::take)
            && let Some(from) = self.to_old.get_mut(new)
        {
            *from = None;
        }
    }

    /// True if both links lead to the same thing.
    pub(in crate::drawing::compare) fn agree(&self, old: Option<usize>, new: Option<usize>) -> bool {
        match (old, new) {
            (None, None) => true,
            (Some(old), Some(new)) => self.new_of(old) == Some(new),
            _ => false,
        }
    }
}

/// The attributes in which two sorted lists differ: on one side only, or with different values.
pub(in crate::drawing::compare) fn differing<'l, T: Copy>(
    old: &'l [(Attribute, T)],
    new: &'l [(Attribute, T)],
    mut same: impl FnMut(T, T) -> bool + 'l,
) -> impl Iterator<Item = Attribute> + 'l {
    let (mut at_old, mut at_new) = (old.iter().peekable(), new.iter().peekable());
    std::iter::from_fn(move || {
        loop {
            let (one, other) = match (at_old.peek(), at_new.peek()) {
                (None, None) => return None,
                (Some((attribute, _)), None) => {
                    let attribute = *attribute;
                    at_old.next();
                    return Some(attribute);
                }
                (None, Some((attribute, _))) => {
                    let attribute = *attribute;
                    at_new.next();
                    return Some(attribute);
                }
                (Some(one), Some(other)) => (**one, **other),
            };
            match one.0.cmp(&other.0) {
                std::cmp::Ordering::Less => {
                    at_old.next();
                    return Some(one.0);
                }
                std::cmp::Ordering::Greater => {
                    at_new.next();
                    return Some(other.0);
                }
                std::cmp::Ordering::Equal => {
                    at_old.next();
                    at_new.next();
                    if !same(one.1, other.1) {
                        return Some(one.0);
                    }
                }
            }
        }
    })
}

/// Attributes in which a pair differs, in the order of [`Attribute`].
pub(in crate::drawing::compare) fn differences(
    both: Both<'_>,
    pairs: &Pairs,
    old: usize,
    new: usize,
) -> Vec<Attribute> {
    let (Some(one), Some(other)) = (both.old.items.get(old), both.new.items.get(new)) else {
        return Vec::new();
    };
    let mut found: Vec<Attribute> = differing(&one.tokens, &other.tokens, |a, b| a == b).collect();
    found.extend(differing(&one.links, &other.links, |a, b| {
        pairs.new_of(a) == Some(b)
    }));
    if let (Some(before), Some(after)) = (&one.drawn, &other.drawn)
        && !before.same(after)
    {
        found.push(Attribute::Place);
    }
    found.sort();
    found.dedup();
    found
}

/// Edits that an old item takes: those of its pair, or its removal.
pub(super) fn cost(both: Both<'_>, pairs: &Pairs, old: usize) -> usize {
    match pairs.new_of(old) {
        Some(new) => pair_cost(both, pairs, old, new),
        None => 1,
    }
}

/// Edits that a pair takes, without making a list of them.
pub(super) fn pair_cost(both: Both<'_>, pairs: &Pairs, old: usize, new: usize) -> usize {
    let (Some(one), Some(other)) = (both.old.items.get(old), both.new.items.get(new)) else {
        return 2;
    };
    let stated = differing(&one.tokens, &other.tokens, |a, b| a == b).count();
    let linked = differing(&one.links, &other.links, |a, b| pairs.new_of(a) == Some(b)).count();
    let moved = match (&one.drawn, &other.drawn) {
        (Some(before), Some(after)) => usize::from(!before.same(after)),
        _ => 0,
    };
    stated + linked + moved
}

/// Edits in all: what the list of edits of these pairs will be long.
pub(super) fn total(both: Both<'_>, pairs: &Pairs) -> usize {
    let old: usize = (0..both.old.items.len()).map(|at| cost(both, pairs, at)).sum();
    let added = (0..both.new.items.len()).filter(|at| pairs.old_of(*at).is_none());
    old + added.count()
}
