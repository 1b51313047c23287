//! Why the times of two versions differ.

use crate::domain::times::{Parted, StepDifference, TimesDifference, Totals};
use serde::Serialize;
use utoipa::ToSchema;

/// Times of two versions and what each step contributes. `null`: not known.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TimesDifferenceJson {
    /// The first version.
    pub old: TotalsJson,
    /// The second version.
    pub new: TotalsJson,
    /// Steps that change a figure, or whose contribution is not known because they came, went or lost their time.
    pub steps: Vec<StepDifferenceJson>,
    /// Steps whose contribution to the work is not known.
    pub unknown_steps: usize,
    /// Minutes of work by which the sums differ beyond the known contributions; `null`: none.
    pub unexplained_minutes: Option<f64>,
}

/// Figures of one version per case.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TotalsJson {
    /// Minutes of work.
    pub handling_minutes: Option<f64>,
    /// Minutes of waiting and transport.
    pub waiting_minutes: Option<f64>,
    /// Mean minutes from begin to end, simulated.
    pub lead_time_minutes: Option<f64>,
    /// Euros of work; imputed.
    pub cost_per_case: Option<f64>,
    /// Share of the activities with a stated handling time, 0 to 1.
    pub coverage: f64,
}

impl From<&Totals> for TotalsJson {
    fn from(totals: &Totals) -> TotalsJson {
        TotalsJson {
            handling_minutes: totals.handling_minutes,
            waiting_minutes: totals.waiting_minutes,
            lead_time_minutes: totals.lead_time_minutes,
            cost_per_case: totals.cost_per_case,
            coverage: totals.coverage,
        }
    }
}

/// What one step contributes, per case.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StepDifferenceJson {
    /// `kept`, `added` or `removed`.
    pub change: &'static str,
    /// Id in the first file.
    pub old_element: Option<String>,
    /// Id in the second file.
    pub new_element: Option<String>,
    /// Name.
    pub name: String,
    /// Minutes of work more (or, below zero, less).
    pub handling_minutes: Option<f64>,
    /// The part of it that comes from another time per execution.
    pub by_minutes: Option<f64>,
    /// The part of it that comes from running more or less often.
    pub by_frequency: Option<f64>,
    /// Minutes of waiting and transport more or less.
    pub waiting_minutes: Option<f64>,
    /// Euros of work more or less.
    pub cost: Option<f64>,
}

impl From<&StepDifference> for StepDifferenceJson {
    fn from(step: &StepDifference) -> StepDifferenceJson {
        let work = step.work.as_ref();
        StepDifferenceJson {
            change: step.change.code(),
            old_element: step.old_element.clone(),
            new_element: step.new_element.clone(),
            name: step.name.clone(),
            handling_minutes: work.map(Parted::all),
            by_minutes: work.map(|work| work.minutes),
            by_frequency: work.map(|work| work.frequency),
            waiting_minutes: step.waiting.as_ref().map(Parted::all),
            cost: step.cost,
        }
    }
}

impl From<&TimesDifference> for TimesDifferenceJson {
    fn from(times: &TimesDifference) -> TimesDifferenceJson {
        TimesDifferenceJson {
            old: TotalsJson::from(&times.old),
            new: TotalsJson::from(&times.new),
            steps: times.steps.iter().map(StepDifferenceJson::from).collect(),
            unknown_steps: times.unknown,
            unexplained_minutes: times.unexplained,
        }
    }
}
