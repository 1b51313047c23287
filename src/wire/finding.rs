//! Findings, what people say of them, and lists over the register.

use super::analysis::{CandidateJson, candidate_json};
use super::fields::Fields;
use super::json::{Object, turn_tag};
use crate::domain::finding::{Finding, Judgement, Verdict};
use crate::error::Result;
use crate::register::{CandidateRow, FindingRow, JudgedFinding, Page};
use crate::text::Lang;
use serde::Serialize;
use utoipa::ToSchema;

/// One reason for a finding.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct EvidenceJson {
    /// `annotation`, `profile`, `block`, `data`, `message`, `label`, `type`, `lane`, `documentation` or `previous`.
    pub source: &'static str,
    /// Element it stands at.
    pub element: String,
    /// The very words.
    pub text: String,
}

/// What a rule reports at one element.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FindingJson {
    /// Rule id.
    pub rule: String,
    /// What stands before the slash of the rule id.
    pub family: String,
    /// Kind of media break; `null` for other families.
    pub kind: Option<&'static str>,
    /// Element that does the carrying-over.
    pub element: String,
    /// Its name as drawn.
    pub element_name: String,
    /// Information object as the model names it.
    pub object: String,
    /// Source carrier.
    pub from: Option<String>,
    /// Needed carrier.
    pub to: Option<String>,
    /// Elements that put the object on the source carrier.
    pub written_at: Vec<String>,
    /// `certain` or `possible`.
    pub certainty: &'static str,
    /// Share of the executions of the element that show it.
    pub share_of_executions: f64,
    /// `high`, `medium` or `check`.
    pub level: &'static str,
    /// 0 to 1.
    pub confidence: f64,
    /// True where branch probabilities had to be assumed equal.
    pub assumed: bool,
    /// The sentence.
    pub message: String,
    /// Why we think so.
    pub evidence: Vec<EvidenceJson>,
    /// Expected number per case.
    pub per_case: f64,
    /// Minutes per case.
    pub minutes_per_case: Option<f64>,
    /// Hours per year.
    pub hours_per_year: Option<f64>,
    /// Euros per year.
    pub cost_per_year: Option<f64>,
    /// Survives versions of the model; verdicts are kept under it.
    pub key: String,
}

impl FindingJson {
    /// The finding in words.
    pub fn new(finding: &Finding, lang: Lang) -> FindingJson {
        FindingJson {
            rule: finding.rule.clone(),
            family: finding.family().to_owned(),
            kind: finding.kind.map(|kind| kind.code()),
            element: finding.element.clone(),
            element_name: finding.element_name.clone(),
            object: finding.object.clone(),
            from: finding.from.as_ref().map(|carrier| carrier.code()),
            to: finding.to.as_ref().map(|carrier| carrier.code()),
            written_at: finding.written_at.clone(),
            certainty: finding.certainty.code(),
            share_of_executions: finding.share_of_executions,
            level: finding.level().code(),
            confidence: finding.confidence,
            assumed: finding.assumed,
            message: lang.say(&finding.message),
            evidence: finding
                .evidence
                .iter()
                .map(|evidence| EvidenceJson {
                    source: evidence.source.code(),
                    element: evidence.element.clone(),
                    text: evidence.text.clone(),
                })
                .collect(),
            per_case: finding.per_case,
            minutes_per_case: finding.minutes_per_case,
            hours_per_year: finding.hours_per_year,
            cost_per_year: finding.cost_per_year,
            key: finding.key.clone(),
        }
    }
}

/// What a person said of a finding.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct JudgementJson {
    /// `confirmed`, `dismissed`, `wanted`, `required-by-law` or `resolved`.
    pub verdict: &'static str,
    /// Why.
    pub reason: String,
    /// Name of who said it.
    pub by: String,
    /// When, RFC 3339.
    pub at: String,
}

impl From<&Judgement> for JudgementJson {
    fn from(judgement: &Judgement) -> JudgementJson {
        JudgementJson {
            verdict: judgement.verdict.code(),
            reason: judgement.reason.clone(),
            by: judgement.by_name.clone(),
            at: judgement.at.rfc3339(),
        }
    }
}

/// A finding with its newest verdict.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct JudgedJson {
    /// The finding.
    #[serde(flatten)]
    pub finding: FindingJson,
    /// The newest verdict; `null`: not judged yet.
    pub judgement: Option<JudgementJson>,
    /// What `If-Match` has to say to judge it.
    pub etag: String,
}

impl JudgedJson {
    fn new(judged: &JudgedFinding, lang: Lang) -> JudgedJson {
        JudgedJson {
            finding: FindingJson::new(&judged.finding, lang),
            judgement: judged.judgement.as_ref().map(JudgementJson::from),
            etag: turn_tag(judged.judgement.as_ref().map_or(0, |judgement| judgement.turn)),
        }
    }
}

/// Findings of one diagram.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FindingsJson {
    /// In the order they are numbered on the picture.
    pub findings: Vec<JudgedJson>,
}

impl FindingsJson {
    /// The findings in words.
    pub fn new(findings: &[JudgedFinding], lang: Lang) -> FindingsJson {
        FindingsJson {
            findings: findings
                .iter()
                .map(|judged| JudgedJson::new(judged, lang))
                .collect(),
        }
    }
}

/// A finding of the register.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FindingRowJson {
    /// Key of the process.
    pub process: i64,
    /// Its number.
    pub process_number: String,
    /// Its name.
    pub process_name: String,
    /// Diagram version it stands in.
    pub diagram: u32,
    /// The finding.
    #[serde(flatten)]
    pub judged: JudgedJson,
}

/// Findings of the register, those that cost most hours first.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FindingPageJson {
    /// The rows.
    pub findings: Vec<FindingRowJson>,
    /// Number of all that fit the filters.
    pub total: usize,
    /// Address of the next page; `null` on the last.
    pub next: Option<String>,
}

impl FindingPageJson {
    /// The page in words.
    pub fn new(page: &Page<FindingRow>, next: Option<String>, lang: Lang) -> FindingPageJson {
        FindingPageJson {
            findings: page
                .rows
                .iter()
                .map(|row| FindingRowJson {
                    process: row.process.0,
                    process_number: row.process_number.clone(),
                    process_name: row.process_name.clone(),
                    diagram: row.diagram,
                    judged: JudgedJson::new(&row.judged, lang),
                })
                .collect(),
            total: page.total,
            next,
        }
    }
}

/// Candidates of one diagram.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CandidatesJson {
    /// In document order.
    pub candidates: Vec<CandidateJson>,
}

/// A candidate of the register.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CandidateRowJson {
    /// Key of the process.
    pub process: i64,
    /// Its number.
    pub process_number: String,
    /// Its name.
    pub process_name: String,
    /// Diagram version it stands in.
    pub diagram: u32,
    /// The candidate.
    #[serde(flatten)]
    pub candidate: CandidateJson,
}

/// Candidates of the register, largest gain first.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CandidatePageJson {
    /// The rows.
    pub candidates: Vec<CandidateRowJson>,
    /// Number of all that fit the filters.
    pub total: usize,
    /// Address of the next page; `null` on the last.
    pub next: Option<String>,
}

impl CandidatePageJson {
    /// The page in words.
    pub fn new(page: &Page<CandidateRow>, next: Option<String>, lang: Lang) -> CandidatePageJson {
        CandidatePageJson {
            candidates: page
                .rows
                .iter()
                .map(|row| CandidateRowJson {
                    process: row.process.0,
                    process_number: row.process_number.clone(),
                    process_name: row.process_name.clone(),
                    diagram: row.diagram,
                    candidate: candidate_json(&row.candidate, lang),
                })
                .collect(),
            total: page.total,
            next,
        }
    }
}

/// Reads `{"verdict", "reason"}`.
pub fn read_verdict(map: Object) -> Result<(Verdict, String)> {
    let mut fields = Fields::new(map);
    let verdict = fields.take_code("verdict", &Verdict::ALL.map(|verdict| (verdict.code(), verdict)));
    let reason = fields.take_text("reason").unwrap_or_default();
    fields.require("verdict", verdict.is_some());
    fields.finish((verdict.unwrap_or(Verdict::Confirmed), reason))
}
