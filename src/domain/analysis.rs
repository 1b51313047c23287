//! The result of analysing one file (design.md 2.4), before it is put in words or JSON.

use super::candidate::Candidate;
use super::finding::{Finding, Note};
use super::hint::Hint;
use super::warning::Warning;

/// Verdict on a process model (analysis.md 1.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ModelVerdict {
    /// No break and everything known.
    None,
    /// No break found, but not everything is known.
    NoneFound,
    /// There are breaks.
    Breaks,
    /// Too little is known to say anything.
    NotAssessable,
}

impl ModelVerdict {
    /// Name in JSON and catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            ModelVerdict::None => "none",
            ModelVerdict::NoneFound => "none-found",
            ModelVerdict::Breaks => "breaks",
            ModelVerdict::NotAssessable => "not-assessable",
        }
    }
}

/// Figures of one process of a file, or of all of them together.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelSummary {
    /// Name of the process, participant or file; may be empty.
    pub name: String,
    /// `de`, `en`, or empty where the labels do not tell.
    pub language: String,
    /// Number of activities.
    pub activities: usize,
    /// Share of the needs whose carrier is known, weighted by visits, 0 to 1.
    pub coverage: f64,
    /// The verdict.
    pub verdict: ModelVerdict,
    /// Expected media breaks per case.
    pub breaks_per_case: f64,
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
}

/// Everything computed from one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// Oddities of the file and of the model.
    pub warnings: Vec<Warning>,
    /// All processes of the file together.
    pub summary: ModelSummary,
    /// Each process.
    pub processes: Vec<ModelSummary>,
    /// What rules report, in a stable order.
    pub findings: Vec<Finding>,
    /// What rules say of the way the model is drawn, the worst first. Never counted with the findings.
    pub hints: Vec<Hint>,
    /// What was seen and not counted.
    pub notes: Vec<Note>,
    /// Steps worth automating, in document order.
    pub candidates: Vec<Candidate>,
    /// Named figures of the graph, sorted by name.
    pub metrics: Vec<(String, f64)>,
    /// Times.
    pub times: Times,
}
