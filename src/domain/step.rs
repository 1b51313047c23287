//! A model as a table: one row per step, in the order in which it is told.

use super::message::Message;

/// A row of the table of steps.
#[derive(Debug, Clone, PartialEq)]
pub struct StepRow {
    /// Number, from 1, over the whole file.
    pub number: usize,
    /// Id of the element in the file.
    pub element: String,
    /// Name of the lane, else the pool, else the process; empty where none has a name.
    pub who: String,
    /// Name as drawn; empty where it has none (show the kind then).
    pub what: String,
    /// What it is: user task, decision, end …
    pub kind: Message,
    /// Number of the sub-process it lies in.
    pub within: Option<usize>,
    /// Number of the step on whose border it sits.
    pub during: Option<usize>,
    /// What follows.
    pub next: Vec<NextStep>,
}

/// A way to a following step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// Number of that step.
    pub number: usize,
    /// Name of that step as drawn; may be empty.
    pub what: String,
    /// Under which condition, as drawn or written; empty where none.
    pub condition: String,
    /// Taken where no other condition holds.
    pub otherwise: bool,
}
