//! The start page: what waits for whom.

use super::analyses::Catalogue;
use super::{Caller, Completeness, Organisation, ProcessRow, Register};
use crate::access::{self, Action};
use crate::domain::finding::Level;
use crate::domain::ids::{ProcessId, UnitId};
use crate::domain::organisation::UnitKind;
use crate::domain::profile::Status;
use crate::domain::ranking::Ranked;
use crate::error::Result;
use crate::store::StoredProcess;
use std::collections::{BTreeMap, BTreeSet};

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

/// Rows of each list of the start page.
const ROWS: usize = 10;

impl Register {
    /// What the start page shows to the caller.
    pub fn start(&self, caller: &Caller) -> Result<StartView> {
        access::require(&caller.actor, Action::Read)?;
        let (catalogue, processes, heads) = self.read(|view| {
            Ok((
                Catalogue::read(view)?,
                view.all_processes()?,
                view.newest_diagrams(None)?,
            ))
        })?;
        let models: BTreeSet<ProcessId> = heads.iter().map(|head| head.process).collect();
        let units = unit_states(&catalogue.organisation, &processes, &models);
        let mine = mine(caller, &processes);
        let recent = recent(&processes);
        let mut shown: BTreeMap<ProcessId, ProcessRow> = BTreeMap::new();
        let wanted: BTreeSet<ProcessId> = mine.iter().chain(&recent).copied().collect();
        let total = processes.len();
        let stored = processes
            .into_iter()
            .filter(|process| wanted.contains(&process.id))
            .collect();
        let shown_heads: Vec<_> = heads
            .iter()
            .filter(|head| wanted.contains(&head.process))
            .copied()
            .collect();
        for row in self.rows(catalogue, stored, &shown_heads)? {
            shown.insert(row.id, row);
        }
        let rows = |ids: Vec<ProcessId>| ids.iter().filter_map(|id| shown.get(id).cloned()).collect();
        Ok(StartView {
            processes: total,
            modelled: models.len(),
            mine: rows(mine),
            unjudged: self.unjudged()?,
            units,
            top: self.top(caller)?,
            recent: rows(recent),
        })
    }

    /// Findings without a verdict by level, surest first.
    fn unjudged(&self) -> Result<Vec<(Level, usize)>> {
        let judgements = self.read(|view| Ok(view.judgements(None)?))?;
        let mut open: Vec<(Level, usize)> = Level::ALL.into_iter().map(|level| (level, 0)).collect();
        for model in self.modelled(None)? {
            for finding in model.analysis.judgeable() {
                let judged = judgements.contains_key(&(model.process, finding.key.clone()));
                let count = open.iter_mut().find(|(level, _)| *level == finding.level());
                if let Some((_, count)) = count.filter(|_| !judged) {
                    *count += 1;
                }
            }
        }
        Ok(open)
    }

    fn top(&self, caller: &Caller) -> Result<Vec<Ranked>> {
        let ranking = self.ranking(caller)?;
        let ranked = ranking.iter().filter(|ranked| ranked.rank.is_some());
        Ok(ranked.take(ROWS).cloned().collect())
    }
}

/// Processes the caller may change and where something is missing, least complete first.
fn mine(caller: &Caller, processes: &[StoredProcess]) -> Vec<ProcessId> {
    let mut mine: Vec<(usize, ProcessId)> = processes
        .iter()
        .filter(|process| {
            let unit = process.profile.unit;
            access::may(&caller.actor, Action::ChangeProcess { unit })
        })
        .map(|process| (Completeness::of(&process.profile).missing.len(), process.id))
        .filter(|(missing, _)| *missing > 0)
        .collect();
    // Stable: equal ones stay sorted by number.
    mine.sort_by_key(|(missing, _)| std::cmp::Reverse(*missing));
    mine.into_iter().take(ROWS).map(|(_, id)| id).collect()
}

/// Last changed first.
fn recent(processes: &[StoredProcess]) -> Vec<ProcessId> {
    let mut recent: Vec<_> = processes
        .iter()
        .map(|process| (process.changed, process.id))
        .collect();
    recent.sort_by(|a, b| b.cmp(a));
    recent.into_iter().take(ROWS).map(|(_, id)| id).collect()
}

/// State per Geschäftskreis; where the town has none, per unit right below the top.
fn unit_states(
    organisation: &Organisation,
    processes: &[StoredProcess],
    models: &BTreeSet<ProcessId>,
) -> Vec<UnitState> {
    let divided = organisation
        .units
        .iter()
        .any(|unit| unit.kind == UnitKind::Division);
    let shown: Vec<_> = organisation
        .units
        .iter()
        .filter(|unit| match divided {
            true => unit.kind == UnitKind::Division,
            false => organisation.path(Some(unit.id)).len() == 2,
        })
        .collect();
    // The shown unit that each unit belongs to.
    let belongs: BTreeMap<UnitId, UnitId> = organisation
        .units
        .iter()
        .filter_map(|unit| {
            let path = organisation.path(Some(unit.id));
            let division = path
                .iter()
                .find(|above| shown.iter().any(|unit| unit.id == above.id))?;
            Some((unit.id, division.id))
        })
        .collect();
    shown
        .into_iter()
        .map(|unit| {
            let own: Vec<&StoredProcess> = processes
                .iter()
                .filter(|process| {
                    let division = process.profile.unit.and_then(|id| belongs.get(&id));
                    division == Some(&unit.id)
                })
                .collect();
            let known: f64 = own
                .iter()
                .map(|process| Completeness::of(&process.profile).share)
                .sum();
            UnitState {
                name: unit.name.clone(),
                processes: own.len(),
                completeness: if own.is_empty() {
                    0.0
                } else {
                    known / own.len() as f64
                },
                modelled: own.iter().filter(|process| models.contains(&process.id)).count(),
                released: own
                    .iter()
                    .filter(|process| process.profile.status == Status::Released)
                    .count(),
            }
        })
        .collect()
}
