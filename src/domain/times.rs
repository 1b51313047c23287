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
}
