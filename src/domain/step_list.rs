//! A process as a plain list of steps: one row per step, the simplest way to model.

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListedKind {
    /// Somebody does something.
    Step,
    /// A program does something.
    Automatic,
    /// One of several ways.
    Decision,
    /// All ways at once, or waiting for all of them.
    Parallel,
    /// One or more ways.
    Several,
    /// Waiting for something.
    Wait,
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
    /// Another process.
    Process,
}

impl ListedKind {
    /// All kinds; the first is taken where nothing is said.
    pub const ALL: [ListedKind; 9] = [
        ListedKind::Step,
        ListedKind::Automatic,
        ListedKind::Decision,
        ListedKind::Parallel,
        ListedKind::Several,
        ListedKind::Wait,
        ListedKind::Start,
        ListedKind::End,
        ListedKind::Process,
    ];

    /// Name in catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            ListedKind::Step => "step",
            ListedKind::Automatic => "automatic",
            ListedKind::Decision => "decision",
            ListedKind::Parallel => "parallel",
            ListedKind::Several => "several",
            ListedKind::Wait => "wait",
            ListedKind::Start => "start",
            ListedKind::End => "end",
            ListedKind::Process => "process",
        }
    }

    /// True for tasks and called processes: these have documents, applications and minutes.
    pub fn is_activity(self) -> bool {
        matches!(
            self,
            ListedKind::Step | ListedKind::Automatic | ListedKind::Process
        )
    }

    /// True where several ways may follow.
    pub fn splits(self) -> bool {
        matches!(
            self,
            ListedKind::Decision | ListedKind::Parallel | ListedKind::Several
        )
    }
}

/// What an object is on, in the words of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListedCarrier {
    /// On paper.
    Paper,
    /// As data in the application of the row; as a file where the row names none.
    Digital,
    /// As a file although the row names an application.
    Document,
    /// Spoken.
    Oral,
}

impl ListedCarrier {
    /// All carriers.
    pub const ALL: [ListedCarrier; 4] = [
        ListedCarrier::Paper,
        ListedCarrier::Digital,
        ListedCarrier::Document,
        ListedCarrier::Oral,
    ];

    /// Name in catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            ListedCarrier::Paper => "paper",
            ListedCarrier::Digital => "digital",
            ListedCarrier::Document => "document",
            ListedCarrier::Oral => "oral",
        }
    }
}

/// Objects that a step needs or makes, all on the same carrier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListedObjects {
    /// Their names.
    pub names: Vec<String>,
    /// What they are on; `None`: not said.
    pub carrier: Option<ListedCarrier>,
}

/// A way to what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedNext {
    /// Under which condition; empty: none said.
    pub condition: String,
    /// Number of the row; `None`: the process ends.
    pub number: Option<u32>,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedStep {
    /// Number, unique in the list.
    pub number: u32,
    /// What is done; the question of a decision.
    pub name: String,
    /// Who does it; empty: not said.
    pub role: String,
    /// What it is.
    pub kind: ListedKind,
    /// What follows. Nothing: an end.
    pub next: Vec<ListedNext>,
    /// What it needs.
    pub input: ListedObjects,
    /// What it makes.
    pub output: ListedObjects,
    /// Application it is done in; empty: none said.
    pub application: String,
    /// Minutes somebody works on it.
    pub minutes: Option<f64>,
    /// Anything else.
    pub remark: String,
}
