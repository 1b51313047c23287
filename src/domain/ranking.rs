//! The ranking: score, interval for missing answers, completeness, reasons.

use super::ids::ProcessId;
use super::message::Message;

/// One process in the ranking.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The process.
    pub process: ProcessId,
    /// The town's number of it.
    pub number: String,
    /// Its name.
    pub name: String,
    /// Name of its unit, empty where none.
    pub unit: String,
    /// Rank by score, from 1; `None` without any answer.
    pub rank: Option<usize>,
    /// Best and worst rank that the missing answers allow.
    pub rank_range: (usize, usize),
    /// Weighted mean of the known answers, 0 to 100; `None` without any answer.
    pub score: Option<f64>,
    /// Score with all missing answers at 0 and at 4.
    pub score_range: (f64, f64),
    /// Share of the weight that is answered, 0 to 1.
    pub completeness: f64,
    /// Parts of the score in points, largest first: question id, points, answer.
    pub parts: Vec<ScorePart>,
    /// One sentence: why it stands where it stands.
    pub why: Message,
    /// Question whose answer would narrow the interval most.
    pub most_helpful: Option<String>,
    /// A legal duty stands beside the rank, never in it.
    pub duty: bool,
}

/// What one question adds to a score.
#[derive(Debug, Clone, PartialEq)]
pub struct ScorePart {
    /// Question id.
    pub question: String,
    /// The answer, 0 to 4; `None`: missing.
    pub value: Option<u8>,
    /// Points of 100 it adds.
    pub points: f64,
    /// Points it could add at most.
    pub possible: f64,
    /// True where no person has answered and the proposal was used.
    pub proposed: bool,
}
