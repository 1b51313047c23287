//! The edits in words and as marks: one entry per element, in numbers that stand on both pictures.

use super::attribute::{Attribute, Value, term};
use super::edit::{Comparison, Edit, What};
use super::sheet::{Group, Item, Sheet};
use crate::domain::message::{Arg, Message};
use crate::drawing::words::tag_kind;
use crate::drawing::{Mark, MarkClass};
use crate::text::Lang;

/// What kind of change an entry is; decides symbol, colour and filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// New.
    Added,
    /// Gone.
    Removed,
    /// Says something else; may have moved, too.
    Changed,
    /// In another lane, process or sub-process.
    Relocated,
    /// Stands elsewhere in the picture, nothing else.
    Redrawn,
}

impl ChangeKind {
    /// All kinds.
    pub const ALL: [ChangeKind; 5] = [
        ChangeKind::Added,
        ChangeKind::Removed,
        ChangeKind::Changed,
        ChangeKind::Relocated,
        ChangeKind::Redrawn,
    ];

    /// Name in JSON, addresses and catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            ChangeKind::Added => "added",
            ChangeKind::Removed => "removed",
            ChangeKind::Changed => "changed",
            ChangeKind::Relocated => "relocated",
            ChangeKind::Redrawn => "redrawn",
        }
    }

    /// The sign in badges and lists.
    pub fn symbol(self) -> &'static str {
        match self {
            ChangeKind::Added => "+",
            ChangeKind::Removed => "−",
            ChangeKind::Changed => "✎",
            ChangeKind::Relocated | ChangeKind::Redrawn => "⇄",
        }
    }

    fn class(self) -> MarkClass {
        match self {
            ChangeKind::Added => MarkClass::Added,
            ChangeKind::Removed => MarkClass::Removed,
            ChangeKind::Changed => MarkClass::Changed,
            ChangeKind::Relocated | ChangeKind::Redrawn => MarkClass::Moved,
        }
    }
}

/// One aspect of a change.
#[derive(Debug, Clone, PartialEq)]
pub struct Detail {
    /// Which.
    pub attribute: Attribute,
    /// What it was; empty: not stated.
    pub old: Value,
    /// What it is.
    pub new: Value,
    /// Both in a sentence.
    pub sentence: Message,
}

/// All edits of one element.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Number in the list and on the pictures, from 1.
    pub number: usize,
    /// What kind.
    pub kind: ChangeKind,
    /// True for flows and associations.
    pub connection: bool,
    /// Id in the old file.
    pub old_id: Option<String>,
    /// Id in the new file.
    pub new_id: Option<String>,
    /// Name, kind, lane in a sentence.
    pub sentence: Message,
    /// What is different, one entry per edit; empty for what came or went.
    pub details: Vec<Detail>,
}

impl Change {
    /// Sign and number, as on the pictures.
    pub fn symbol(&self) -> String {
        format!("{}{}", self.kind.symbol(), self.number)
    }

    /// The change in one line of words.
    pub fn line(&self, lang: Lang) -> String {
        let mut line = lang.say(&self.sentence);
        for detail in &self.details {
            line.push(' ');
            line.push_str(&lang.say(&detail.sentence));
        }
        line
    }
}

impl Comparison {
    /// The edits by element: steps and what is around them first, then connections, then what only stands
    /// elsewhere in the picture; each in the order of the new file.
    pub fn changes(&self) -> Vec<Change> {
        let mut found: Vec<Change> = Vec::new();
        let mut edits = self.edits.as_slice();
        while let Some(first) = edits.first() {
            let same = edits
                .iter()
                .take_while(|edit| (edit.old, edit.new) == (first.old, first.new));
            let (own, rest) = edits.split_at(same.count());
            edits = rest;
            found.push(self.change(first, own));
        }
        found.sort_by_key(|change| (change.kind == ChangeKind::Redrawn, change.connection));
        for (at, change) in found.iter_mut().enumerate() {
            change.number = at + 1;
        }
        found
    }

    fn change(&self, first: &Edit, own: &[Edit]) -> Change {
        let details: Vec<Detail> = own.iter().filter_map(|edit| self.detail(edit)).collect();
        let any = |wanted: fn(&What) -> bool| own.iter().any(|edit| wanted(&edit.what));
        let kind = match first.what {
            What::Added => ChangeKind::Added,
            What::Removed => ChangeKind::Removed,
            _ if any(|what| matches!(what, What::Changed(_))) => ChangeKind::Changed,
            _ if any(|what| matches!(what, What::Moved(Attribute::Lane | Attribute::Parent))) => {
                ChangeKind::Relocated
            }
            _ => ChangeKind::Redrawn,
        };
        let (sheet, item) = match (self.new_item(first), self.old_item(first)) {
            (Some(item), _) => (&self.new, Some(item)),
            (None, item) => (&self.old, item),
        };
        // A renamed element is called what it was called; the detail says how it is called now.
        let renamed = own.iter().any(|edit| edit.what == What::Changed(Attribute::Name));
        let (sheet, item) = match self.old_item(first).filter(|old| renamed && !old.name.is_empty()) {
            Some(old) => (&self.old, Some(old)),
            None => (sheet, item),
        };
        let thing = item.map_or_else(|| Message::new("drawing-kind-unknown"), |item| thing(sheet, item));
        let lane = item
            .filter(|item| item.group == Group::Node)
            .and_then(|item| item.link(Attribute::Lane))
            .and_then(|at| sheet.items.get(at))
            .map(|lane| lane.name.as_str())
            .unwrap_or_default();
        // A new name for the same thing is the change that people look for first.
        let only_renamed = kind == ChangeKind::Changed
            && own.iter().all(|edit| {
                matches!(
                    edit.what,
                    What::Changed(Attribute::Name) | What::Moved(Attribute::Place)
                )
            });
        let said = if only_renamed { "renamed" } else { kind.code() };
        Change {
            number: 0,
            kind,
            connection: self.group(first).is_some_and(Group::is_connection),
            old_id: self.old_id(first).map(str::to_owned),
            new_id: self.new_id(first).map(str::to_owned),
            sentence: Message::new(format!("compare-say-{said}"))
                .with("thing", thing)
                .with("in-lane", if lane.is_empty() { "no" } else { "yes" })
                .with("lane", lane),
            details,
        }
    }

    fn detail(&self, edit: &Edit) -> Option<Detail> {
        let (What::Changed(attribute) | What::Moved(attribute)) = edit.what else {
            return None;
        };
        let value = |sheet: &Sheet, item: Option<&Item>| -> Value {
            match item
                .and_then(|item| item.link(attribute))
                .and_then(|at| sheet.items.get(at))
            {
                Some(other) => vec![named(sheet, other).into()],
                None => Comparison::value(item, attribute),
            }
        };
        let old = value(&self.old, self.old_item(edit));
        let new = value(&self.new, self.new_item(edit));
        let case = match (attribute, old.is_empty(), new.is_empty()) {
            (Attribute::Place, ..) => "place",
            (_, true, _) => "new",
            (_, false, true) => "gone",
            _ => "both",
        };
        let sentence = Message::new("compare-detail")
            .with("case", case)
            .with_term("what", format!("compare-attribute-{}", attribute.code()))
            .with("old", joined(&old))
            .with("new", joined(&new));
        Some(Detail {
            attribute,
            old,
            new,
            sentence,
        })
    }
}

/// Longest text of a value in a sentence, in characters.
const LONG: usize = 300;
/// Most parts of a value in a sentence.
const PARTS: usize = 12;

/// A value as a message; `None` where nothing is stated.
pub fn stated(value: &Value) -> Option<Message> {
    (!value.is_empty()).then(|| joined(value))
}

/// The parts of a value as one message.
fn joined(value: &Value) -> Message {
    let mut said: Option<Message> = None;
    for part in value.iter().take(PARTS) {
        let part = match part {
            Arg::Text(text) if text.chars().count() > LONG => {
                let cut: String = text.chars().take(LONG).collect();
                Message::new("drawing-quoted").with("name", format!("{cut} …"))
            }
            Arg::Text(text) => Message::new("drawing-quoted").with("name", text.as_str()),
            other => Message {
                id: "compare-part".to_owned(),
                args: vec![("part".to_owned(), other.clone())],
            },
        };
        said = Some(match said {
            Some(before) => Message::new("compare-pair")
                .with("first", before)
                .with("second", part),
            None => part,
        });
    }
    said.unwrap_or_else(|| Message {
        id: "compare-part".to_owned(),
        args: vec![("part".to_owned(), term("compare-nothing"))],
    })
}

/// Kind and name; a connection by its ends.
fn thing(sheet: &Sheet, item: &Item) -> Message {
    let kind = match item.group {
        Group::Node if item.tag.is_activity() => Message::new("compare-kind-step"),
        _ => tag_kind(item.tag, &item.id),
    };
    let end = |attribute| {
        item.link(attribute)
            .and_then(|at| sheet.items.get(at))
            .map(|end| named(sheet, end))
    };
    if item.group.is_connection() {
        let unknown = || Message::new("compare-nothing");
        return Message::new("compare-way")
            .with("kind", kind)
            .with("named", if item.name.is_empty() { "no" } else { "yes" })
            .with("name", item.name.as_str())
            .with("from", end(Attribute::Source).unwrap_or_else(unknown))
            .with("to", end(Attribute::Target).unwrap_or_else(unknown));
    }
    Message::new("compare-thing")
        .with("kind", kind)
        .with("named", if item.name.is_empty() { "no" } else { "yes" })
        .with("name", item.name.as_str())
}

/// The name in quotation marks, or the kind where there is none; for a nameless process its pool.
fn named(sheet: &Sheet, item: &Item) -> Message {
    let pool = || {
        let at = sheet.items.iter().position(|other| std::ptr::eq(other, item))?;
        let users = sheet
            .users
            .get(at)?
            .iter()
            .filter_map(|user| sheet.items.get(*user));
        let mut pools = users.filter(|user| user.group == Group::Participant && !user.name.is_empty());
        pools.next().map(|pool| pool.name.as_str())
    };
    let name = match item.group {
        Group::Process if item.name.is_empty() => pool().unwrap_or_default(),
        _ => item.name.as_str(),
    };
    if name.is_empty() {
        tag_kind(item.tag, &item.id)
    } else {
        Message::new("drawing-quoted").with("name", name)
    }
}

/// Marks for the old and the new picture, with the numbers of the list.
pub fn marks(changes: &[Change], lang: Lang) -> (Vec<Mark>, Vec<Mark>) {
    let of = |id: fn(&Change) -> Option<&String>| {
        changes
            .iter()
            .filter_map(|change| {
                Some(Mark {
                    element: id(change)?.clone(),
                    symbol: change.symbol(),
                    class: change.kind.class(),
                    title: change.line(lang),
                })
            })
            .collect()
    };
    (
        of(|change| change.old_id.as_ref()),
        of(|change| change.new_id.as_ref()),
    )
}
