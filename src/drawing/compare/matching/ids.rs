//! Pairs by id, and whether ids can be trusted at all.

use super::connect::connect;
use super::pairs::Pairs;
use super::{Both, order, rounds};
use crate::domain::folding::fold;
use crate::drawing::compare::attribute::Attribute;
use crate::drawing::compare::sheet::{Group, Item};
use std::collections::HashMap;

/// What ids say.
pub(super) struct ById {
    /// Items with the same id in the same group.
    pub pairs: Pairs,
    /// Most ids are common: one file was made from the other.
    pub related: bool,
}

/// Pairs of the same id, where ids mean the same in both files.
///
/// Tools count ids up, so `Task_1` of two files drawn apart can be two things. That shows in names: where more named
/// elements are found again under another id than under their own, ids are taken as accidental.
pub(super) fn by_id(both: Both<'_>) -> ById {
    let ids: HashMap<&str, usize> = both
        .new
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.stated)
        .map(|(at, item)| (item.id.as_str(), at))
        .collect();
    let names = once_named(both);
    let mut pairs = Pairs::none(both);
    let (mut common, mut agree, mut contradict) = (0, 0, 0);
    for (old, item) in both.old.items.iter().enumerate().filter(|(_, item)| item.stated) {
        let found = ids
            .get(item.id.as_str())
            .and_then(|new| both.new.items.get(*new).map(|other| (*new, other)))
            .filter(|(_, other)| other.group == item.group);
        let Some((new, other)) = found else { continue };
        common += 1;
        pairs.join(old, new);
        if item.name.is_empty() {
            continue;
        }
        if fold(&item.name) == fold(&other.name) {
            agree += 1;
        } else if names.get(&old).is_some_and(|elsewhere| *elsewhere != new) {
            contradict += 1;
        }
    }
    if contradict > agree {
        return ById {
            pairs: Pairs::none(both),
            related: false,
        };
    }
    let least = both.old.items.len().min(both.new.items.len());
    ById {
        pairs,
        related: common > 0 && common * 2 >= least,
    }
}

/// New item with the name of an old one, where both files have the name once in the group.
fn once_named(both: Both<'_>) -> HashMap<usize, usize> {
    let by_name = |items: &[Item]| {
        let mut names: HashMap<(Group, String), Vec<usize>> = HashMap::new();
        for (at, item) in items.iter().enumerate().filter(|(_, item)| !item.name.is_empty()) {
            names.entry((item.group, fold(&item.name))).or_default().push(at);
        }
        names
    };
    let new = by_name(&both.new.items);
    by_name(&both.old.items)
        .into_iter()
        .filter_map(|(name, old)| match (old.as_slice(), new.get(&name)?.as_slice()) {
            ([old], [new]) => Some((*old, *new)),
            _ => None,
        })
        .collect()
}

/// Elements that have no id in either file: those with both ends in common, then by order in the file.
pub(super) fn without_id(both: Both<'_>, pairs: &mut Pairs) {
    let nameless = |items: &[Item]| -> Vec<usize> {
        let all = items.iter().enumerate();
        all.filter(|(_, item)| !item.stated).map(|(at, _)| at).collect()
    };
    let (old, new) = (nameless(&both.old.items), nameless(&both.new.items));
    if old.is_empty() || new.is_empty() {
        return;
    }
    connect(both, pairs, &old, &new);
    order::by_order(both, pairs, order::Content::Named, |item| !item.stated);
}

/// Elements drawn anew in a file that was made from the other one: same kind, same name, same place in the flow.
pub(super) fn drawn_anew(both: Both<'_>, pairs: &mut Pairs) {
    let named = |item: &Item| {
        (!item.group.is_connection() && !item.name.is_empty())
            .then(|| (item.group, item.tag, item.name.clone()))
    };
    rounds::join_unique(both, pairs, |item, _| named(item), |item, _| named(item));
    let ends = |item: &Item| {
        item.group
            .is_connection()
            .then(|| (item.link(Attribute::Source), item.link(Attribute::Target)))
    };
    let known = pairs.clone();
    rounds::join_unique(
        both,
        pairs,
        |item, _| {
            let (source, target) = ends(item)?;
            Some((
                item.group,
                known.new_of(source?)?,
                known.new_of(target?)?,
                item.name.clone(),
            ))
        },
        |item, _| {
            let (source, target) = ends(item)?;
            Some((item.group, source?, target?, item.name.clone()))
        },
    );
}
