//! The list of edits.

use super::attribute::{Attribute, Value};
use super::matching::{Both, Pairs, differences, pairs};
use super::sheet::{Group, Item, Numbers, Sheet};
use crate::bpmn::Diagram;

/// What happened to an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It says something else.
    Changed(Attribute),
    /// It says the same, and belongs or stands elsewhere.
    Moved(Attribute),
}

/// One edit: one element that came or went, or one aspect of an element that is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit {
    /// What happened.
    pub what: What,
    /// Place in the old list of things.
    pub(super) old: Option<usize>,
    /// Place in the new list of things.
    pub(super) new: Option<usize>,
}

/// Two models beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    pub(super) old: Sheet,
    pub(super) new: Sheet,
    pub(super) pairs: Pairs,
    /// The edits in the order of the new file; what is gone stands after what was before it in the old file.
    pub edits: Vec<Edit>,
}

/// Compares two models. Never fails: models without anything in common are removed and added.
pub fn compare(old: &Diagram, new: &Diagram) -> Comparison {
    let mut numbers = Numbers::default();
    let old = Sheet::of(old, &mut numbers);
    let new = Sheet::of(new, &mut numbers);
    let both = Both { old: &old, new: &new };
    let pairs = pairs(both);
    let edits = edits(both, &pairs);
    Comparison {
        old,
        new,
        pairs,
        edits,
    }
}

fn edits(both: Both<'_>, pairs: &Pairs) -> Vec<Edit> {
    // Each old item stands after the new place of what was before it.
    let mut keyed: Vec<((usize, u8, usize), Edit)> = Vec::new();
    let mut after = 0;
    for old in 0..both.old.items.len() {
        match pairs.new_of(old) {
            Some(new) => {
                after = new;
                for attribute in differences(both, pairs, old, new) {
                    let what = if attribute.is_move() {
                        What::Moved(attribute)
                    } else {
                        What::Changed(attribute)
                    };
                    let edit = Edit {
                        what,
                        old: Some(old),
                        new: Some(new),
                    };
                    keyed.push(((new, 0, 0), edit));
                }
            }
            None => {
                let edit = Edit {
                    what: What::Removed,
                    old: Some(old),
                    new: None,
                };
                keyed.push(((after, 1, old), edit));
            }
        }
    }
    for new in (0..both.new.items.len()).filter(|new| pairs.old_of(*new).is_none()) {
        let edit = Edit {
            what: What::Added,
            old: None,
            new: Some(new),
        };
        keyed.push(((new, 0, 0), edit));
    }
    // Stable: aspects of one element keep their order.
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, edit)| edit).collect()
}

impl Comparison {
    /// Number of edits: what two comparisons are measured by.
    pub fn length(&self) -> usize {
        self.edits.len()
    }

    pub(super) fn old_item(&self, edit: &Edit) -> Option<&Item> {
        edit.old.and_then(|at| self.old.items.get(at))
    }

    pub(super) fn new_item(&self, edit: &Edit) -> Option<&Item> {
        edit.new.and_then(|at| self.new.items.get(at))
    }

    /// Ids of the steps, events and gateways that both files have: in the old file and in the new one, in old order.
    pub fn same_nodes(&self) -> Vec<(String, String)> {
        let pair = |(old, item): (usize, &Item)| {
            let new = self.new.items.get(self.pairs.new_of(old)?)?;
            (item.group == Group::Node).then(|| (item.id.clone(), new.id.clone()))
        };
        self.old.items.iter().enumerate().filter_map(pair).collect()
    }

    /// Id of the element in the old file.
    pub fn old_id(&self, edit: &Edit) -> Option<&str> {
        self.old_item(edit).map(|item| item.id.as_str())
    }

    /// Id of the element in the new file.
    pub fn new_id(&self, edit: &Edit) -> Option<&str> {
        self.new_item(edit).map(|item| item.id.as_str())
    }

    /// What the element is.
    pub fn group(&self, edit: &Edit) -> Option<Group> {
        self.new_item(edit).or(self.old_item(edit)).map(|item| item.group)
    }

    /// Name of the element, the new one where it has one.
    pub fn name(&self, edit: &Edit) -> &str {
        let named = |item: Option<&Item>| item.filter(|item| !item.name.is_empty()).is_some();
        let item = if named(self.new_item(edit)) {
            self.new_item(edit)
        } else {
            self.old_item(edit).or(self.new_item(edit))
        };
        item.map(|item| item.name.as_str()).unwrap_or_default()
    }

    /// What an attribute says in one of the sheets; empty where nothing is stated.
    pub(super) fn value(item: Option<&Item>, attribute: Attribute) -> Value {
        item.and_then(|item| item.values.iter().find(|(own, _)| *own == attribute))
            .map(|(_, value)| value.clone())
            .unwrap_or_default()
    }
}
