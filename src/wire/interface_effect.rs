//! What an interface between two systems would change.

use super::system_pair::{PairStepJson, SystemPairJson, TotalJson};
use crate::domain::system_pair::{InterfaceEffect, ProcessEffect, RankShift, StepEffect};
use crate::register::WhatIf;
use serde::Serialize;
use utoipa::ToSchema;

/// A step and what remains of it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StepEffectJson {
    /// The step today.
    #[serde(flatten)]
    pub step: PairStepJson,
    /// What remains: 0 nothing, 1 everything.
    pub remains: f64,
}

impl From<&StepEffect> for StepEffectJson {
    fn from(effect: &StepEffect) -> StepEffectJson {
        StepEffectJson {
            step: PairStepJson::from(&effect.step),
            remains: effect.remains,
        }
    }
}

/// What changes in one process.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ProcessEffectJson {
    /// Key of the process.
    pub process: i64,
    /// Its number.
    pub process_number: String,
    /// Its name.
    pub process_name: String,
    /// Steps of the pair today.
    pub breaks_before: usize,
    /// Those that remain, wholly or in part.
    pub breaks_after: usize,
    /// Hours per year of the pair today.
    pub hours_before: TotalJson,
    /// Hours per year that remain.
    pub hours_after: TotalJson,
}

impl From<&ProcessEffect> for ProcessEffectJson {
    fn from(effect: &ProcessEffect) -> ProcessEffectJson {
        ProcessEffectJson {
            process: effect.process.0,
            process_number: effect.number.clone(),
            process_name: effect.name.clone(),
            breaks_before: effect.breaks_before,
            breaks_after: effect.breaks_after,
            hours_before: TotalJson::from(effect.hours_before),
            hours_after: TotalJson::from(effect.hours_after),
        }
    }
}

/// A process whose rank changes.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RankShiftJson {
    /// Key of the process.
    pub process: i64,
    /// Its number.
    pub process_number: String,
    /// Its name.
    pub process_name: String,
    /// Rank today; `null`: too few answers.
    pub rank_before: Option<usize>,
    /// Rank with the interface.
    pub rank_after: Option<usize>,
}

impl From<&RankShift> for RankShiftJson {
    fn from(shift: &RankShift) -> RankShiftJson {
        RankShiftJson {
            process: shift.process.0,
            process_number: shift.number.clone(),
            process_name: shift.name.clone(),
            rank_before: shift.before,
            rank_after: shift.after,
        }
    }
}

/// What an interface changes.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct EffectJson {
    /// Steps of the pair that count today.
    pub breaks_before: usize,
    /// Those that remain, wholly or in part.
    pub breaks_after: usize,
    /// Hours per year today.
    pub hours_before: TotalJson,
    /// Hours per year that remain.
    pub hours_after: TotalJson,
    /// Hours per year that vanish.
    pub hours_gone: TotalJson,
    /// Euros per year that vanish.
    pub cost_gone: TotalJson,
    /// Each step.
    pub steps: Vec<StepEffectJson>,
    /// Each process, by number.
    pub processes: Vec<ProcessEffectJson>,
}

impl From<&InterfaceEffect> for EffectJson {
    fn from(effect: &InterfaceEffect) -> EffectJson {
        EffectJson {
            breaks_before: effect.breaks_before,
            breaks_after: effect.breaks_after,
            hours_before: TotalJson::from(effect.hours_before),
            hours_after: TotalJson::from(effect.hours_after),
            hours_gone: TotalJson::from(effect.hours_gone),
            cost_gone: TotalJson::from(effect.cost_gone),
            steps: effect.steps.iter().map(StepEffectJson::from).collect(),
            processes: effect.processes.iter().map(ProcessEffectJson::from).collect(),
        }
    }
}

/// "What if there were this interface?" Nothing of it is stored.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WhatIfJson {
    /// The pair as it is.
    pub pair: SystemPairJson,
    /// The effect; `null` unless both are systems with names.
    pub effect: Option<EffectJson>,
    /// Processes whose rank changes, those that move most first; proposals stand in for missing answers.
    pub ranks: Vec<RankShiftJson>,
}

impl From<&WhatIf> for WhatIfJson {
    fn from(found: &WhatIf) -> WhatIfJson {
        WhatIfJson {
            pair: SystemPairJson::from(&found.pair),
            effect: found.effect.as_ref().map(EffectJson::from),
            ranks: found.ranks.iter().map(RankShiftJson::from).collect(),
        }
    }
}
