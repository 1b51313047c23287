//! Profiles: list, show, create, change, history.

use super::{Caller, Register};
use crate::domain::analysis::ModelSummary;
use crate::domain::diagram::DiagramVersion;
use crate::domain::ids::{ApplicationId, ProcessId, UnitId};
use crate::domain::profile::{Category, Field, Profile, Status};
use crate::domain::ranking::Ranked;
use crate::domain::revision::Revision;
use crate::domain::time::Timestamp;
use crate::error::Result;

/// Orders of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// By number.
    #[default]
    Number,
    /// By name.
    Name,
    /// By unit.
    Unit,
    /// By cases per year, most first, unknown last.
    Cases,
    /// By hours per year, most first, unknown last.
    Hours,
    /// By media breaks per case, most first, unknown last.
    Breaks,
    /// By completeness, least first.
    Completeness,
    /// By last change, newest first.
    Changed,
}

impl Sort {
    /// All orders.
    pub const ALL: [Sort; 8] = [
        Sort::Number,
        Sort::Name,
        Sort::Unit,
        Sort::Cases,
        Sort::Hours,
        Sort::Breaks,
        Sort::Completeness,
        Sort::Changed,
    ];

    /// Name in addresses and catalogue ids (`sort-…`).
    pub fn code(self) -> &'static str {
        match self {
            Sort::Number => "number",
            Sort::Name => "name",
            Sort::Unit => "unit",
            Sort::Cases => "cases",
            Sort::Hours => "hours",
            Sort::Breaks => "breaks",
            Sort::Completeness => "completeness",
            Sort::Changed => "changed",
        }
    }

    /// The order with this code.
    pub fn from_code(code: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.code() == code)
    }
}

/// What to list. Empty filters list everything.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProcessQuery {
    /// Full text: names, numbers, summaries, triggers, results, tags, labels inside models. Finds parts of compounds.
    pub q: String,
    /// This unit and everything below it.
    pub unit: Option<UnitId>,
    /// Kind of process.
    pub category: Option<Category>,
    /// State of the profile.
    pub status: Option<Status>,
    /// Uses this application.
    pub application: Option<ApplicationId>,
    /// This field is not surveyed.
    pub not_surveyed: Option<Field>,
    /// Only processes with (`true`) or without (`false`) a model.
    pub modelled: Option<bool>,
    /// Order.
    pub sort: Sort,
    /// At most this many rows; 1 to 500.
    pub limit: usize,
    /// Where the page before ended, as `Page::next` gave it.
    pub cursor: Option<String>,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Number of all rows that fit the filters.
    pub total: usize,
    /// Cursor of the next page; `None` on the last.
    pub next: Option<String>,
}

/// How much of a profile is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Completeness {
    /// Answered fields (value or not applicable) of all fields that count, 0 to 1.
    pub share: f64,
    /// Fields that are missing, the most helpful first.
    pub missing: Vec<Field>,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcessRow {
    /// Key.
    pub id: ProcessId,
    /// What people said.
    pub profile: Profile,
    /// Name of the unit; empty where none.
    pub unit_name: String,
    /// Cases × minutes / 60 where both are known.
    pub hours_per_year: Option<f64>,
    /// Summary of the newest Ist model, where there is one.
    pub model: Option<ModelSummary>,
    /// How much is known.
    pub completeness: Completeness,
    /// Number of the newest revision.
    pub revision: u32,
    /// When it was last changed.
    pub changed: Timestamp,
}

/// A process with everything its pages need.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcessView {
    /// As in the list.
    pub row: ProcessRow,
    /// Units from the town down to its own.
    pub unit_path: Vec<String>,
    /// Names of its applications, in order.
    pub application_names: Vec<String>,
    /// Diagram versions, newest first.
    pub diagrams: Vec<DiagramVersion>,
    /// Its place in the ranking.
    pub ranked: Option<Ranked>,
    /// Whether the caller may change it.
    pub may_change: bool,
    /// Whether the caller may upload models and judge findings.
    pub may_judge: bool,
}

impl Register {
    /// Lists processes.
    pub fn processes(&self, caller: &Caller, query: &ProcessQuery) -> Result<Page<ProcessRow>> {
        todo!()
    }

    /// One process.
    pub fn process(&self, caller: &Caller, id: ProcessId) -> Result<ProcessView> {
        todo!()
    }

    /// Key of the process with this number of the town.
    pub fn process_by_number(&self, caller: &Caller, number: &str) -> Result<Option<ProcessId>> {
        todo!()
    }

    /// Registers a process. Number and name are required; an empty number gets the next free one.
    pub fn create_process(&self, caller: &Caller, profile: &Profile) -> Result<ProcessId> {
        todo!()
    }

    /// Changes a profile; returns the new revision. `expected`: revision the change was made on; `Stale` if there is a newer one.
    pub fn change_process(
        &self,
        caller: &Caller,
        id: ProcessId,
        expected: Option<u32>,
        profile: &Profile,
        reason: &str,
    ) -> Result<u32> {
        todo!()
    }

    /// Removes a process from the lists; its history and log stay.
    pub fn delete_process(&self, caller: &Caller, id: ProcessId, expected: Option<u32>) -> Result<()> {
        todo!()
    }

    /// History of a process, newest first.
    pub fn revisions(&self, caller: &Caller, id: ProcessId) -> Result<Vec<Revision>> {
        todo!()
    }
}
