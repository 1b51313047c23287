//! Findings over the register and the verdicts of people.

use super::{Caller, Page, Register};
use crate::domain::carrier::BreakKind;
use crate::domain::finding::{Finding, Judgement, Level, Verdict};
use crate::domain::ids::{ProcessId, UnitId};
use crate::error::Result;

/// A finding with what people said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgedFinding {
    /// The finding.
    pub finding: Finding,
    /// The newest verdict.
    pub judgement: Option<Judgement>,
}

/// Which findings to list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FindingFilter {
    /// This unit and everything below it.
    pub unit: Option<UnitId>,
    /// Kind of media break.
    pub kind: Option<BreakKind>,
    /// Level.
    pub level: Option<Level>,
    /// This verdict; `Some(None)`: not judged yet.
    pub verdict: Option<Option<Verdict>>,
    /// At most this many rows, 1 to 500.
    pub limit: usize,
    /// Where the page before ended.
    pub cursor: Option<String>,
}

/// A finding over the register, from the newest Ist model of its process.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingRow {
    /// The process.
    pub process: ProcessId,
    /// Its number.
    pub process_number: String,
    /// Its name.
    pub process_name: String,
    /// Diagram version it stands in.
    pub diagram: u32,
    /// The finding.
    pub judged: JudgedFinding,
}

impl Register {
    /// Findings of all processes, those that cost most hours first.
    pub fn findings(&self, caller: &Caller, filter: &FindingFilter) -> Result<Page<FindingRow>> {
        todo!()
    }

    /// Says what is thought of a finding. Dismissing needs a reason.
    pub fn judge(
        &self,
        caller: &Caller,
        process: ProcessId,
        key: &str,
        verdict: Verdict,
        reason: &str,
    ) -> Result<()> {
        todo!()
    }
}
