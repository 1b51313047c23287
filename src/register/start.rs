//! The start page: what waits for whom.

use super::{Caller, ProcessRow, Register};
use crate::domain::finding::Level;
use crate::domain::ranking::Ranked;
use crate::error::Result;

/// State of one Geschäftskreis or unit.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitState {
    /// Name.
    pub name: String,
    /// Number of processes.
    pub processes: usize,
    /// Mean completeness, 0 to 1.
    pub completeness: f64,
    /// Number with a model.
    pub modelled: usize,
    /// Number released.
    pub released: usize,
}

/// What the start page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct StartView {
    /// Number of processes.
    pub processes: usize,
    /// Number with a model.
    pub modelled: usize,
    /// Processes the caller may change, least complete first, at most ten.
    pub mine: Vec<ProcessRow>,
    /// Findings without a verdict by level.
    pub unjudged: Vec<(Level, usize)>,
    /// State per Geschäftskreis.
    pub units: Vec<UnitState>,
    /// First ten of the ranking.
    pub top: Vec<Ranked>,
    /// Last changed or released processes, at most ten.
    pub recent: Vec<ProcessRow>,
}

impl Register {
    /// What the start page shows to the caller.
    pub fn start(&self, caller: &Caller) -> Result<StartView> {
        todo!()
    }
}
