//! The result of analysing one file (design.md 2.4), put in words.

use super::finding::FindingJson;
use crate::domain::analysis::{Analysis, ModelSummary, Times};
use crate::domain::candidate::Candidate;
use crate::domain::warning::Warning;
use crate::error::{Error, Kind};
use crate::text::Lang;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// An oddity of a file.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WarningJson {
    /// Stable code.
    pub code: String,
    /// Line in the file, from 1.
    pub line: Option<u32>,
    /// Element id.
    pub element: Option<String>,
    /// The sentence.
    pub message: String,
}

impl WarningJson {
    /// The warning in words.
    pub fn new(warning: &Warning, lang: Lang) -> WarningJson {
        WarningJson {
            code: warning.code.clone(),
            line: warning.line,
            element: warning.element.clone(),
            message: lang.say(&warning.message),
        }
    }
}

/// Figures of one process of a file, or of all together.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SummaryJson {
    /// Name of the process; may be empty.
    pub name: String,
    /// `de`, `en` or empty.
    pub language: String,
    /// Number of activities.
    pub activities: usize,
    /// Share of the needs whose carrier is known, 0 to 1.
    pub coverage: f64,
    /// `none`, `none-found`, `breaks` or `not-assessable`.
    pub verdict: &'static str,
    /// Expected media breaks per case.
    pub breaks_per_case: f64,
}

impl From<&ModelSummary> for SummaryJson {
    fn from(summary: &ModelSummary) -> SummaryJson {
        SummaryJson {
            name: summary.name.clone(),
            language: summary.language.clone(),
            activities: summary.activities,
            coverage: summary.coverage,
            verdict: summary.verdict.code(),
            breaks_per_case: summary.breaks_per_case,
        }
    }
}

/// What the analysis saw and did not count.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct NoteJson {
    /// Element it concerns.
    pub element: String,
    /// `undetermined`, `automated-change` …
    pub kind: String,
    /// Information object, empty where none.
    pub object: String,
    /// Expected number per case.
    pub per_case: f64,
}

/// One solution class proposed for a step.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ProposalJson {
    /// Which solution.
    pub class: &'static str,
    /// Suitability, 0 to 100.
    pub score: f64,
    /// `assist`, `prepare` or `full`.
    pub level: &'static str,
    /// Reasons for.
    pub reasons: Vec<String>,
    /// What stands in the way.
    pub blockers: Vec<String>,
}

/// A step worth automating, with its proposals.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CandidateJson {
    /// The step.
    pub element: String,
    /// Its name as drawn.
    pub element_name: String,
    /// Proposals, best first.
    pub classes: Vec<ProposalJson>,
    /// `none`, `judgement`, `discretion`; `null` where nothing is known.
    pub discretion: Option<&'static str>,
    /// Legal questions to be answered.
    pub gates: Vec<String>,
    /// Share of the criteria that rests on data, 0 to 1.
    pub evidenced: f64,
    /// Hours per year that could be gained, from and to.
    pub gain_hours: Option<[f64; 2]>,
}

/// The candidate in words.
pub fn candidate_json(candidate: &Candidate, lang: Lang) -> CandidateJson {
    CandidateJson {
        element: candidate.element.clone(),
        element_name: candidate.element_name.clone(),
        classes: candidate
            .proposals
            .iter()
            .map(|proposal| ProposalJson {
                class: proposal.class.code(),
                score: proposal.score,
                level: proposal.level.code(),
                reasons: proposal.reasons.iter().map(|reason| lang.say(reason)).collect(),
                blockers: proposal
                    .blockers
                    .iter()
                    .map(|blocker| lang.say(blocker))
                    .collect(),
            })
            .collect(),
        discretion: candidate.discretion.map(|discretion| discretion.code()),
        gates: candidate.gates.clone(),
        evidenced: candidate.evidenced,
        gain_hours: candidate.gain_hours.map(|(least, most)| [least, most]),
    }
}

/// Times of one model; `null`: not known.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TimesJson {
    /// Working minutes per case.
    pub handling_minutes: Option<f64>,
    /// Waiting and transport minutes per case.
    pub waiting_minutes: Option<f64>,
    /// Share of the activities with a stated handling time, 0 to 1.
    pub coverage: f64,
}

impl From<&Times> for TimesJson {
    fn from(times: &Times) -> TimesJson {
        TimesJson {
            handling_minutes: times.handling_minutes,
            waiting_minutes: times.waiting_minutes,
            coverage: times.coverage,
        }
    }
}

/// Everything computed from one file.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AnalysisJson {
    /// Oddities of the file and of the model.
    pub warnings: Vec<WarningJson>,
    /// All processes of the file together.
    pub process: SummaryJson,
    /// Each process.
    pub processes: Vec<SummaryJson>,
    /// What rules report: media breaks first, then hints on the model (family `modelling`), which are never counted.
    pub findings: Vec<FindingJson>,
    /// What was seen and not counted.
    pub notes: Vec<NoteJson>,
    /// Steps worth automating.
    pub candidates: Vec<CandidateJson>,
    /// Named figures of the graph.
    pub metrics: BTreeMap<String, f64>,
    /// Times.
    pub times: TimesJson,
}

impl AnalysisJson {
    /// The analysis in words.
    pub fn new(analysis: &Analysis, lang: Lang) -> AnalysisJson {
        AnalysisJson {
            warnings: analysis
                .warnings
                .iter()
                .map(|warning| WarningJson::new(warning, lang))
                .collect(),
            process: SummaryJson::from(&analysis.summary),
            processes: analysis.processes.iter().map(SummaryJson::from).collect(),
            findings: analysis
                .findings
                .iter()
                .map(|finding| FindingJson::new(finding, lang))
                .chain(analysis.hints.iter().map(|hint| FindingJson::of_hint(hint, lang)))
                .collect(),
            notes: analysis
                .notes
                .iter()
                .map(|note| NoteJson {
                    element: note.element.clone(),
                    kind: note.kind.clone(),
                    object: note.object.clone(),
                    per_case: note.per_case,
                })
                .collect(),
            candidates: analysis
                .candidates
                .iter()
                .map(|candidate| candidate_json(candidate, lang))
                .collect(),
            metrics: analysis.metrics.iter().cloned().collect(),
            times: TimesJson::from(&analysis.times),
        }
    }
}

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RefusalJson {
    /// Stable code.
    pub code: String,
    /// What, where, and what to do.
    pub message: String,
}

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FileJson {
    /// Name as given.
    pub file: String,
    /// False: see `errors`.
    pub accepted: bool,
    /// One entry where the file was refused.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<RefusalJson>,
    /// The analysis where the file was accepted.
    #[serde(flatten)]
    pub analysis: Option<AnalysisJson>,
    /// Processing time in microseconds; only where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub micros: Option<u64>,
}

impl FileJson {
    /// The result in words.
    pub fn new(file: &str, outcome: Result<&Analysis, &Error>, micros: Option<u64>, lang: Lang) -> FileJson {
        FileJson {
            file: file.to_owned(),
            accepted: outcome.is_ok(),
            errors: outcome
                .err()
                .into_iter()
                .map(|error| refusal(error, lang))
                .collect(),
            analysis: outcome.ok().map(|analysis| AnalysisJson::new(analysis, lang)),
            micros,
        }
    }
}

/// A refusal in words. The catalogue id is the code; faults of our own say so.
pub(super) fn refusal(error: &Error, lang: Lang) -> RefusalJson {
    RefusalJson {
        code: match error.kind {
            Kind::Internal => "internal".to_owned(),
            _ => error.message.id.clone(),
        },
        message: lang.say(&error.message),
    }
}
