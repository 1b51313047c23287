//! Candidates over the register.

use super::analyses::Modelled;
use super::{Caller, Page, Register, page};
use crate::access::{self, Action};
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
        access::require(&caller.actor, Action::Read)?;
        let modelled = self.modelled(filter.unit)?;
        let mut fitting: Vec<(&Modelled, &Candidate)> = modelled
            .iter()
            .flat_map(|model| {
                model
                    .analysis
                    .candidates
                    .iter()
                    .map(move |candidate| (model, candidate))
            })
            .filter(|(_, candidate)| {
                let proposed = candidate.proposals.first().map(|proposal| proposal.class);
                filter.class.is_none_or(|class| proposed == Some(class))
            })
            .collect();
        fitting.sort_by(|(_, a), (_, b)| {
            let (gain, score) = weight(a);
            let (other_gain, other_score) = weight(b);
            other_gain.total_cmp(&gain).then(other_score.total_cmp(&score))
        });
        page::of(
            &fitting,
            filter.limit,
            filter.cursor.as_deref(),
            |(model, candidate)| CandidateRow {
                process: model.process,
                process_number: model.number.clone(),
                process_name: model.name.clone(),
                diagram: model.diagram,
                candidate: (*candidate).clone(),
            },
        )
    }
}

/// Middle of the gain (unknown: last) and the best score.
fn weight(candidate: &Candidate) -> (f64, f64) {
    let gain = candidate.gain_hours.map_or(-1.0, |(from, to)| (from + to) / 2.0);
    let score = candidate.proposals.first().map_or(0.0, |proposal| proposal.score);
    (gain, score)
}
