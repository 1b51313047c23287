//! Comparison of two models: which element is which, and the list of edits that leads from one to the other.
//!
//! `docs/compare.md` says what an edit is and how the list is counted.

mod attribute;
mod edit;
mod matching;
mod sheet;
mod tell;

pub use attribute::{Attribute, Value};
pub use edit::{Comparison, Edit, What, compare};
pub use sheet::Group;
pub use tell::{Change, ChangeKind, Detail, marks, stated};

#[cfg(test)]
mod tests;
