//! Times, capacity and money of a case and a year, and what the town has set for them.

use super::message::Message;

/// What the town has set for money and posts. Never shipped as truth: the town states its source.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rates {
    /// Euros per hour of work.
    pub hourly_rate: Option<f64>,
    /// Net minutes of a post per year.
    pub minutes_per_post: Option<f64>,
    /// Where the figures come from, in the town's words.
    pub source: String,
}

/// Net minutes of a post per year where the town has set none: 1,560 hours, 39 hours a week (tariff staff, after BMF
/// 2014; domain.md 4.3). Shown beside each figure that rests on it.
pub const MINUTES_PER_POST: f64 = 93_600.0;

/// A quantile with the interval in which it lies with 95 % probability, in minutes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantile {
    /// The estimate.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// What simulated cases took from begin to end, in minutes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeadTime {
    /// Simulated cases.
    pub cases: u32,
    /// Mean.
    pub mean: f64,
    /// Half of the cases are done by then.
    pub p50: Quantile,
    /// Four out of five cases are done by then.
    pub p80: Quantile,
    /// 19 out of 20 cases are done by then.
    pub p95: Quantile,
}

/// Times of one model with what they rest on. `None`: not known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Times {
    /// Expected working minutes per case.
    pub handling_minutes: Option<f64>,
    /// Expected waiting and transport minutes per case.
    pub waiting_minutes: Option<f64>,
    /// Share of the activities with a stated handling time, 0 to 1.
    pub coverage: f64,
    /// Working minutes per case by lane, in the order of the lanes; steps outside all lanes have an empty name.
    pub by_lane: Vec<(String, f64)>,
    /// From begin to end: work and waiting along the way, parallel branches at the same time.
    pub lead_time: Option<LeadTime>,
    /// Share of the lead time in which somebody works on the case (Flussgrad), 0 to 1.
    pub efficiency: Option<f64>,
    /// Euros of work per case, where the town has set a rate; imputed, not cash.
    pub cost_per_case: Option<f64>,
    /// Hours of work per year, where the number of cases is known.
    pub hours_per_year: Option<f64>,
    /// Posts that this work binds.
    pub posts: Option<f64>,
    /// Net minutes of a post per year that `posts` rests on.
    pub minutes_per_post: Option<f64>,
    /// What does not fit together, for people to check.
    pub notes: Vec<Message>,
    /// The steps one by one, in document order.
    pub steps: Vec<StepTime>,
}

/// How often a step runs per case and what it takes each time.
#[derive(Debug, Clone, PartialEq)]
pub struct StepTime {
    /// Element.
    pub element: String,
    /// Name as drawn, may be empty.
    pub name: String,
    /// Expected executions per case.
    pub executions: f64,
    /// Stated minutes of work each time.
    pub handling_minutes: Option<f64>,
    /// Stated minutes of waiting and transport each time.
    pub waiting_minutes: Option<f64>,
}

/// What became of a step in another version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// In both.
    Kept,
    /// Only in the new one.
    Added,
    /// Only in the old one.
    Removed,
}

impl Change {
    /// Name in JSON and catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            Change::Kept => "kept",
            Change::Added => "added",
            Change::Removed => "removed",
        }
    }
}

/// A contribution in minutes per case in its two parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parted {
    /// Because it takes another time.
    pub minutes: f64,
    /// Because it runs more or less often; all of it where the step came or went.
    pub frequency: f64,
}

impl Parted {
    /// Both parts.
    pub fn all(&self) -> f64 {
        self.minutes + self.frequency
    }
}

/// What one step contributes to the difference of two versions. `None`: not known.
#[derive(Debug, Clone, PartialEq)]
pub struct StepDifference {
    /// What became of it.
    pub change: Change,
    /// Element in the old version.
    pub old_element: Option<String>,
    /// Element in the new version.
    pub new_element: Option<String>,
    /// Name, that of the new version where it has one.
    pub name: String,
    /// Only one of the versions states how long the work takes.
    pub half_known: bool,
    /// Work.
    pub work: Option<Parted>,
    /// Waiting and transport; `None` also where neither version states any.
    pub waiting: Option<Parted>,
    /// Euros of work, where the town has set a rate.
    pub cost: Option<f64>,
}

/// The figures of one version per case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Totals {
    /// Minutes of work.
    pub handling_minutes: Option<f64>,
    /// Minutes of waiting and transport.
    pub waiting_minutes: Option<f64>,
    /// Mean minutes from begin to end, simulated.
    pub lead_time_minutes: Option<f64>,
    /// Euros of work.
    pub cost_per_case: Option<f64>,
    /// Share of the activities with a stated handling time, 0 to 1.
    pub coverage: f64,
}

/// Why the times of two versions differ.
#[derive(Debug, Clone, PartialEq)]
pub struct TimesDifference {
    /// The old version.
    pub old: Totals,
    /// The new version.
    pub new: Totals,
    /// Steps that change a figure, or came, went or lost their time without one that is known.
    pub steps: Vec<StepDifference>,
    /// Steps whose contribution to the work is not known.
    pub unknown: usize,
    /// Minutes by which the sums of the work differ beyond the known contributions: times that only one version states.
    pub unexplained: Option<f64>,
}
