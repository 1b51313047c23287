//! Is the markup what BPMN 2.0 allows? Looks at each tag with the tables of the standard while the file is read; nothing
//! is repaired.
//!
//! What an XML schema would find (elements, their order and number, attributes, values, ids and their references), and
//! what it cannot: references by name that lead nowhere, and references to the wrong kind of thing.

mod content;
mod references;
mod standard;
mod values;
mod walk;

#[cfg(test)]
mod tests;

pub(super) use walk::Walk;

/// What is wrong at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaultKind {
    /// A required attribute (`name`) is missing.
    MissingAttribute,
    /// An attribute (`name`) that does not belong there.
    UnknownAttribute,
    /// `value` is no value for `name`.
    BadValue,
    /// A required element (`name`) inside is missing.
    MissingChild,
    /// The element does not belong into `name`.
    Misplaced,
    /// The element belongs into `name`, but earlier.
    OutOfOrder,
    /// More of these elements than `name` may have.
    TooMany,
    /// Text where only elements belong.
    StrayText,
    /// The standard has no such element.
    UnknownElement,
    /// The id (`value`) is taken.
    DuplicateId,
    /// `name` refers to the id `value`, which no element has.
    DanglingReference,
    /// `name` refers by name to `value`, which does not stand in the file.
    UnresolvedName,
    /// `name` refers to `value`, which is something else than it should be.
    WrongReference,
    /// The prefix (`value`) is not declared.
    UndeclaredPrefix,
    /// The XML declaration is not well-formed.
    Declaration,
}

/// A fault of the markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Line of the tag, from 1.
    pub line: u32,
    /// Id of the element, or of the next one around it that has one; may be empty.
    pub element: String,
    /// Name of the element as written.
    pub tag: String,
    /// Name of an attribute, child or parent; see the kind.
    pub name: String,
    /// A value as written; see the kind.
    pub value: String,
}
