//! Candidates over the register.

use super::{Caller, Page, Register};
use crate::domain::candidate::{Candidate, SolutionClass};
use crate::domain::ids::{ProcessId, UnitId};
use crate::error::Result;

/// Which candidates to list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CandidateFilter {
    /// This unit and everything below it.
    pub unit: Option<UnitId>,
    /// Proposed class.
    pub class: Option<SolutionClass>,
    /// At most this many rows, 1 to 500.
    pub limit: usize,
    /// Where the page before ended.
    pub cursor: Option<String>,
}

/// A candidate from the newest Ist model of its process.
#[derive(Debug, Clone, PartialEq)]
pub struct CandidateRow {
    /// The process.
    pub process: ProcessId,
    /// Its number.
    pub process_number: String,
    /// Its name.
    pub process_name: String,
    /// Diagram version it stands in.
    pub diagram: u32,
    /// The candidate.
    pub candidate: Candidate,
}

impl Register {
    /// Candidates of all processes, largest gain first, then best score.
    pub fn candidates(&self, caller: &Caller, filter: &CandidateFilter) -> Result<Page<CandidateRow>> {
        todo!()
    }
}
