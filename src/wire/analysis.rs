//! The result of analysing one file (design.md 2.4), put in words.

use super::finding::FindingJson;
use crate::domain::analysis::{Analysis, ModelSummary};
use crate::domain::candidate::Candidate;
use crate::domain::soundness::Soundness;
use crate::domain::times::{LeadTime, Quantile, Times};
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

/// Whether a model can run to its end properly: `yes`, `no` or `undecided` each.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SoundnessJson {
    /// All four together.
    pub sound: &'static str,
    /// Never two tokens on one sequence flow.
    pub safe: &'static str,
    /// From every state the case can still end.
    pub option_to_complete: &'static str,
    /// No end is reached twice in one case.
    pub proper_completion: &'static str,
    /// Every activity can be reached.
    pub no_dead_activities: &'static str,
    /// States looked at.
    pub states: usize,
}

impl From<&Soundness> for SoundnessJson {
    fn from(soundness: &Soundness) -> SoundnessJson {
        SoundnessJson {
            sound: soundness.sound().code(),
            safe: soundness.safe.code(),
            option_to_complete: soundness.option_to_complete.code(),
            proper_completion: soundness.proper_completion.code(),
            no_dead_activities: soundness.no_dead_activities.code(),
            states: soundness.states,
        }
    }
}

/// A quantile with the interval in which it lies with 95 % probability, in minutes.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct QuantileJson {
    /// The estimate.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl From<Quantile> for QuantileJson {
    fn from(quantile: Quantile) -> QuantileJson {
        QuantileJson {
            value: quantile.value,
            low: quantile.low,
            high: quantile.high,
        }
    }
}

/// Minutes from begin to end of simulated cases.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LeadTimeJson {
    /// Simulated cases.
    pub cases: u32,
    /// Mean.
    pub mean: f64,
    /// Half of the cases are done by then.
    pub p50: QuantileJson,
    /// Four out of five.
    pub p80: QuantileJson,
    /// 19 out of 20.
    pub p95: QuantileJson,
}

impl From<&LeadTime> for LeadTimeJson {
    fn from(time: &LeadTime) -> LeadTimeJson {
        LeadTimeJson {
            cases: time.cases,
            mean: time.mean,
            p50: time.p50.into(),
            p80: time.p80.into(),
            p95: time.p95.into(),
        }
    }
}

/// Working minutes per case of one lane.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LaneTimeJson {
    /// Name of the lane; empty for steps outside all lanes.
    pub lane: String,
    /// Minutes.
    pub minutes: f64,
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
    /// Working minutes per case by lane.
    pub by_lane: Vec<LaneTimeJson>,
    /// From begin to end, simulated.
    pub lead_time: Option<LeadTimeJson>,
    /// Share of the lead time in which somebody works on the case, 0 to 1.
    pub efficiency: Option<f64>,
    /// Euros of work per case; imputed.
    pub cost_per_case: Option<f64>,
    /// Hours of work per year.
    pub hours_per_year: Option<f64>,
    /// Posts bound.
    pub posts: Option<f64>,
    /// Net minutes of a post per year that `posts` rests on.
    pub minutes_per_post: Option<f64>,
    /// What does not fit together, in words.
    pub notes: Vec<String>,
}

impl TimesJson {
    /// Times in words.
    pub fn new(times: &Times, lang: Lang) -> TimesJson {
        TimesJson {
            handling_minutes: times.handling_minutes,
            waiting_minutes: times.waiting_minutes,
            coverage: times.coverage,
            by_lane: times
                .by_lane
                .iter()
                .map(|(lane, minutes)| LaneTimeJson {
                    lane: lane.clone(),
                    minutes: *minutes,
                })
                .collect(),
            lead_time: times.lead_time.as_ref().map(LeadTimeJson::from),
            efficiency: times.efficiency,
            cost_per_case: times.cost_per_case,
            hours_per_year: times.hours_per_year,
            posts: times.posts,
            minutes_per_post: times.minutes_per_post,
            notes: times.notes.iter().map(|note| lang.say(note)).collect(),
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
    /// What rules report.
    pub findings: Vec<FindingJson>,
    /// What was seen and not counted.
    pub notes: Vec<NoteJson>,
    /// Steps worth automating.
    pub candidates: Vec<CandidateJson>,
    /// Whether the model can run to its end properly.
    pub soundness: SoundnessJson,
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
                .chain(&analysis.model_findings)
                .map(|finding| FindingJson::new(finding, lang))
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
            soundness: SoundnessJson::from(&analysis.soundness),
            metrics: analysis.metrics.iter().cloned().collect(),
            times: TimesJson::new(&analysis.times, lang),
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
