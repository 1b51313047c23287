//! Analyses of stored diagrams, computed when they are asked for and kept in memory.
//!
//! An analysis follows from the bytes of the diagram, the profile and the catalogue. It is kept with the revision of
//! the profile and the stamp of the catalogue it was made from; when one of them moves on, it is made anew.

use super::context::{self, examine};
use super::{Organisation, Register, parallel};
use crate::bpmn::Limits;
use crate::domain::analysis::Analysis;
use crate::domain::ids::{ProcessId, UnitId};
use crate::error::Result;
use crate::store::{DiagramHead, ListFilter, ListOrder, View};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Analyses kept at most; the one not asked for longest goes first.
const MOST: usize = 2_000;

/// Analyses in memory.
#[derive(Default)]
pub(super) struct Analyses {
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    clock: u64,
    entries: BTreeMap<(ProcessId, u32), Entry>,
}

struct Entry {
    revision: u32,
    catalogue: i64,
    used: u64,
    /// `None`: the file cannot be read any more.
    analysis: Option<Arc<Analysis>>,
}

impl Analyses {
    fn get(&self, head: DiagramHead, catalogue: i64) -> Option<Option<Arc<Analysis>>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.clock += 1;
        let clock = kept.clock;
        let entry = kept.entries.get_mut(&(head.process, head.number))?;
        if entry.revision != head.revision || entry.catalogue != catalogue {
            return None;
        }
        entry.used = clock;
        Some(entry.analysis.clone())
    }

    fn put(&self, head: DiagramHead, catalogue: i64, analysis: Option<Arc<Analysis>>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.clock += 1;
        let used = kept.clock;
        if kept.entries.len() >= MOST {
            let oldest = kept.entries.iter().min_by_key(|(_, entry)| entry.used);
            if let Some(key) = oldest.map(|(key, _)| *key) {
                kept.entries.remove(&key);
            }
        }
        let entry = Entry {
            revision: head.revision,
            catalogue,
            used,
            analysis,
        };
        kept.entries.insert((head.process, head.number), entry);
    }
}

/// The catalogue with the stamp of its state.
pub(super) struct Catalogue {
    pub(super) organisation: Organisation,
    pub(super) stamp: i64,
}

impl Catalogue {
    pub(super) fn read(view: &View<'_>) -> Result<Catalogue> {
        Ok(Catalogue {
            organisation: Organisation::read(view)?,
            stamp: view.catalogue_stamp()?,
        })
    }
}

/// A process with the analysis of its newest Ist model.
pub(super) struct Modelled {
    pub(super) process: ProcessId,
    pub(super) number: String,
    pub(super) name: String,
    pub(super) unit: Option<UnitId>,
    pub(super) diagram: u32,
    /// Revision of the profile the analysis rests on.
    pub(super) revision: u32,
    pub(super) analysis: Arc<Analysis>,
}

impl Register {
    /// All processes (of a unit and everything below it) that have an Ist model, by number.
    pub(super) fn modelled(&self, unit: Option<UnitId>) -> Result<Vec<Modelled>> {
        let filter = ListFilter {
            unit,
            modelled: Some(true),
            ..ListFilter::default()
        };
        let (catalogue, processes, heads) = self.read(|view| {
            let processes = view.list_processes(&filter, ListOrder::Number, None, usize::MAX)?;
            Ok((Catalogue::read(view)?, processes, view.newest_diagrams(None)?))
        })?;
        let heads: BTreeMap<ProcessId, DiagramHead> =
            heads.into_iter().map(|head| (head.process, head)).collect();
        let wanted: Vec<DiagramHead> = processes
            .iter()
            .filter_map(|process| heads.get(&process.id).copied())
            .collect();
        let mut analyses: BTreeMap<ProcessId, (DiagramHead, Arc<Analysis>)> = self
            .analyses_of(&catalogue, &wanted)?
            .into_iter()
            .map(|(head, analysis)| (head.process, (head, analysis)))
            .collect();
        let modelled = processes.into_iter().filter_map(|process| {
            let (head, analysis) = analyses.remove(&process.id)?;
            Some(Modelled {
                process: process.id,
                number: process.profile.number,
                name: process.profile.name,
                unit: process.profile.unit,
                diagram: head.number,
                revision: head.revision,
                analysis,
            })
        });
        Ok(modelled.collect())
    }

    /// Analyses up to `most` of the models that the pages over the whole register will ask for and that have not been
    /// analysed in the present state of profile and catalogue. Returns true where some are left.
    ///
    /// # Errors
    /// Those of the store.
    pub fn analyse_ahead(&self, most: usize) -> Result<bool> {
        let (catalogue, heads) =
            self.read(|view| Ok((Catalogue::read(view)?, view.newest_diagrams(None)?)))?;
        let missing: Vec<DiagramHead> = heads
            .into_iter()
            .take(MOST)
            .filter(|head| self.analyses.get(*head, catalogue.stamp).is_none())
            .collect();
        let now = missing.get(..most).unwrap_or(&missing);
        self.analyses_of(&catalogue, now)?;
        Ok(now.len() < missing.len())
    }

    /// Number that changes with everything that all analyses rest on.
    ///
    /// # Errors
    /// Those of the store.
    pub fn catalogue_stamp(&self) -> Result<i64> {
        self.read(|view| Ok(view.catalogue_stamp()?))
    }

    /// The analyses of diagrams, in the order given, without those whose file cannot be read any more.
    pub(super) fn analyses_of(
        &self,
        catalogue: &Catalogue,
        heads: &[DiagramHead],
    ) -> Result<Vec<(DiagramHead, Arc<Analysis>)>> {
        let kept: Vec<_> = heads
            .iter()
            .map(|head| self.analyses.get(*head, catalogue.stamp))
            .collect();
        let missing: Vec<DiagramHead> = heads
            .iter()
            .zip(&kept)
            .filter(|(_, kept)| kept.is_none())
            .map(|(head, _)| *head)
            .collect();
        let mut made = parallel::map(&missing, |head| self.analyse_anew(catalogue, *head)).into_iter();
        let mut found = Vec::with_capacity(heads.len());
        for (head, kept) in heads.iter().zip(kept) {
            let analysis = match kept {
                Some(kept) => kept,
                None => made.next().transpose()?.flatten(),
            };
            found.extend(analysis.map(|analysis| (*head, analysis)));
        }
        Ok(found)
    }

    fn analyse_anew(&self, catalogue: &Catalogue, head: DiagramHead) -> Result<Option<Arc<Analysis>>> {
        let (process, bytes) = self.read(|view| {
            let process = view.process(head.process)?;
            Ok((process, view.diagram_bytes(head.process, head.number)?))
        })?;
        let (Some(process), Some(bytes)) = (process, bytes) else {
            return Ok(None);
        };
        let context = context::of(&process.profile, &catalogue.organisation);
        let analysis = examine(&bytes, &Limits::default(), &context)
            .ok()
            .map(|examined| Arc::new(examined.analysis));
        let head = DiagramHead {
            revision: process.revision,
            ..head
        };
        self.analyses.put(head, catalogue.stamp, analysis.clone());
        Ok(analysis)
    }
}
