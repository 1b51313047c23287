//! "What if there were this interface?": the models that carry something over between two systems are analysed once
//! more with the interface in their context. Nothing of it is stored in the register.

use super::analyses::Modelled;
use super::context;
use super::priorities::{breaks_per_case, gain};
use super::system_pairs::Paired;
use super::{Caller, Limits, Register, parallel};
use crate::access::{self, Action};
use crate::analysis::{carried, system_pairs};
use crate::bpmn;
use crate::domain::carrier::Carrier;
use crate::domain::ids::{ProcessId, UnitId};
use crate::domain::ranking::Ranked;
use crate::domain::system_pair::{InterfaceEffect, RankShift, SystemPair};
use crate::error::Result;
use crate::graph;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// Second analyses kept at most; when there are more, all of them go.
const MOST: usize = 8_000;

/// A pair and what an interface between the two would change.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatIf {
    /// The pair as it is.
    pub pair: SystemPair,
    /// The effect; `None` unless both are systems with names.
    pub effect: Option<InterfaceEffect>,
    /// Processes of the whole register whose rank changes, those that move most first. Proposals stand in for missing
    /// answers, and answers that agree with the proposal follow it; other answers of people stay.
    pub ranks: Vec<RankShift>,
}

/// What a second analysis says of one process.
struct Again {
    /// What remains of each finding, by its key.
    remains: BTreeMap<String, f64>,
    /// Hours per year that candidates could gain.
    gain: Option<(f64, f64)>,
    /// Media breaks per case.
    breaks: Option<f64>,
}

/// Sides of the pair and version of a model.
type Key = (String, String, ProcessId, u32);

/// A second analysis with the revision of the profile and the stamp of the catalogue it was made from.
type Dated = (u32, i64, Arc<Again>);

/// Second analyses.
#[derive(Default)]
pub(super) struct KeptEffects {
    kept: Mutex<BTreeMap<Key, Dated>>,
}

/// All spellings of the two systems in models and catalogue.
struct Interface {
    one: BTreeSet<String>,
    other: BTreeSet<String>,
}

impl Register {
    /// What an interface between two systems would change, both ways.
    ///
    /// # Errors
    /// `NotFound` where nothing is carried over between the two.
    pub fn interface_effect(
        &self,
        caller: &Caller,
        unit: Option<UnitId>,
        one: &Carrier,
        other: &Carrier,
    ) -> Result<WhatIf> {
        access::require(&caller.actor, Action::Read)?;
        let whole = self.paired(None)?;
        let everywhere = whole.find(one, other)?;
        let pair = match unit {
            None => everywhere.clone(),
            Some(unit) => self.paired(Some(unit))?.find(one, other)?.clone(),
        };
        if !pair.is_joinable() {
            return Ok(WhatIf {
                pair,
                effect: None,
                ranks: Vec::new(),
            });
        }
        let again = self.analyse_again(&whole, everywhere)?;
        let remains = |process: ProcessId, key: &str| {
            again
                .get(&process)
                .and_then(|again| again.remains.get(key).copied())
                .unwrap_or(1.0)
        };
        let effect = system_pairs::effect(&pair, &remains);
        let ranks = self.shifts(&again)?;
        Ok(WhatIf {
            pair,
            effect: Some(effect),
            ranks,
        })
    }

    /// The models of a pair with the interface.
    fn analyse_again(&self, whole: &Paired, pair: &SystemPair) -> Result<BTreeMap<ProcessId, Arc<Again>>> {
        let touched: BTreeSet<ProcessId> = pair.steps.iter().map(|step| step.process).collect();
        let models: Vec<&Modelled> = whole
            .modelled
            .iter()
            .filter(|model| touched.contains(&model.process))
            .collect();
        let interface = Interface::of(whole, pair, &models);
        let sides = (pair.one.carrier.code(), pair.other.carrier.code());
        let again = parallel::map(&models, |model| -> Result<_> {
            let key: Key = (sides.0.clone(), sides.1.clone(), model.process, model.diagram);
            let state = (model.revision, whole.catalogue.stamp);
            let again = match self.effects.get(&key, state) {
                Some(kept) => Some(kept),
                None => self.again(whole, model, &interface)?.map(|made| {
                    let made = Arc::new(made);
                    self.effects.put(key, state, &made);
                    made
                }),
            };
            Ok(again.map(|again| (model.process, again)))
        });
        let found: Result<Vec<_>> = again.into_iter().collect();
        Ok(found?.into_iter().flatten().collect())
    }

    fn again(&self, whole: &Paired, model: &Modelled, interface: &Interface) -> Result<Option<Again>> {
        let (process, bytes) = self.read(|view| {
            let process = view.process(model.process)?;
            Ok((process, view.diagram_bytes(model.process, model.diagram)?))
        })?;
        let (Some(process), Some(bytes)) = (process, bytes) else {
            return Ok(None);
        };
        let mut context = context::of(&process.profile, &whole.catalogue.organisation);
        context.interfaces.extend(interface.ways());
        let Ok((diagram, _)) = bpmn::read(&bytes, &Limits::default()) else {
            return Ok(None);
        };
        let carried = carried(&graph::build(&diagram), &context);
        let before = &model.analysis.findings;
        let remains = before
            .iter()
            .map(|finding| finding.key.clone())
            .zip(system_pairs::remaining(before, &carried.findings))
            .collect();
        Ok(Some(Again {
            remains,
            gain: gain(&carried.candidates),
            breaks: breaks_per_case(&carried.summary),
        }))
    }

    /// Ranks with and without the interface.
    fn shifts(&self, again: &BTreeMap<ProcessId, Arc<Again>>) -> Result<Vec<RankShift>> {
        let moment = self.moment(None)?;
        let before = moment.ranked(Some(&|process| moment.facts(process)));
        let after = moment.ranked_if(&|process| {
            let mut facts = moment.facts(process);
            if let Some(again) = again.get(&process.id) {
                facts.gain_hours = again.gain;
                facts.breaks_per_case = again.breaks;
            }
            facts
        });
        Ok(shifts(&before, &after))
    }
}

impl Interface {
    fn of(whole: &Paired, pair: &SystemPair, models: &[&Modelled]) -> Interface {
        let mut interface = Interface {
            one: BTreeSet::new(),
            other: BTreeSet::new(),
        };
        let keys = [&pair.one, &pair.other].map(|end| whole.names.key(&end.carrier));
        let mut add = |carrier: &Carrier| {
            let Carrier::System(name) = carrier else { return };
            let key = whole.names.key(carrier);
            for (wanted, names) in keys.iter().zip([&mut interface.one, &mut interface.other]) {
                if key == *wanted {
                    names.insert(name.clone());
                }
            }
        };
        add(&pair.one.carrier);
        add(&pair.other.carrier);
        for finding in models.iter().flat_map(|model| &model.analysis.findings) {
            for way in &finding.carryings {
                add(&way.from);
                add(&way.to);
            }
        }
        interface
    }

    /// Every spelling of the one to every spelling of the other, and back.
    fn ways(&self) -> impl Iterator<Item = (String, String)> {
        self.one.iter().flat_map(|one| {
            self.other
                .iter()
                .flat_map(|other| [(one.clone(), other.clone()), (other.clone(), one.clone())])
        })
    }
}

impl KeptEffects {
    fn get(&self, key: &Key, state: (u32, i64)) -> Option<Arc<Again>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let (revision, stamp, again) = kept.get(key)?;
        ((*revision, *stamp) == state).then(|| again.clone())
    }

    fn put(&self, key: Key, state: (u32, i64), again: &Arc<Again>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(key, (state.0, state.1, again.clone()));
    }
}

/// Processes whose rank changes, those that move most first, then by their rank.
fn shifts(before: &[Ranked], after: &[Ranked]) -> Vec<RankShift> {
    let ranks: BTreeMap<ProcessId, Option<usize>> =
        after.iter().map(|ranked| (ranked.process, ranked.rank)).collect();
    let mut shifts: Vec<RankShift> = before
        .iter()
        .filter_map(|ranked| {
            let now = ranks.get(&ranked.process).copied().flatten();
            (now != ranked.rank).then(|| RankShift {
                process: ranked.process,
                number: ranked.number.clone(),
                name: ranked.name.clone(),
                before: ranked.rank,
                after: now,
            })
        })
        .collect();
    let moved = |shift: &RankShift| match (shift.before, shift.after) {
        (Some(before), Some(after)) => before.abs_diff(after),
        _ => usize::MAX,
    };
    shifts.sort_by(|a, b| moved(b).cmp(&moved(a)).then(a.before.cmp(&b.before)));
    shifts
}
