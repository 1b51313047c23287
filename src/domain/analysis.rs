//! The result of analysing one file (design.md 2.4), before it is put in words or JSON.

use super::candidate::Candidate;
use super::finding::{Finding, Note};
use super::soundness::Soundness;
use super::times::Times;
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

/// Families of what is said about the work, in the order they are shown: media breaks and weak spots.
pub const WORK_FAMILIES: [&str; 2] = ["media-break", WEAK_SPOT];

const WEAK_SPOT: &str = "weak-spot";

/// Everything computed from one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// Oddities of the file and of the model.
    pub warnings: Vec<Warning>,
    /// All processes of the file together.
    pub summary: ModelSummary,
    /// Each process.
    pub processes: Vec<ModelSummary>,
    /// Media breaks, in a stable order.
    pub findings: Vec<Finding>,
    /// What rules of other families report about the model itself; never counted as media breaks.
    pub model_findings: Vec<Finding>,
    /// Whether the model can run to its end properly.
    pub soundness: Soundness,
    /// What was seen and not counted.
    pub notes: Vec<Note>,
    /// Steps worth automating, in document order.
    pub candidates: Vec<Candidate>,
    /// Named figures of the graph, sorted by name.
    pub metrics: Vec<(String, f64)>,
    /// Times.
    pub times: Times,
}

impl Analysis {
    /// The weak spots of the work (analysis.md 1.9), those of one rule together, rules in the order of their first step.
    pub fn weak_spots(&self) -> Vec<&Finding> {
        let mut spots: Vec<(usize, &Finding)> = Vec::new();
        for finding in self
            .model_findings
            .iter()
            .filter(|finding| finding.family() == WEAK_SPOT)
        {
            let first = spots.iter().find(|(_, known)| known.rule == finding.rule);
            let place = first.map_or(spots.len(), |(place, _)| *place);
            spots.push((place, finding));
        }
        spots.sort_by_key(|(place, _)| *place);
        spots.into_iter().map(|(_, finding)| finding).collect()
    }

    /// What is said about the work and what people judge: media breaks, then weak spots. Lists and pictures number them in
    /// this order from 1.
    pub fn judgeable(&self) -> Vec<&Finding> {
        let mut all: Vec<&Finding> = self.findings.iter().collect();
        all.extend(self.weak_spots());
        all
    }
}
