//! Processes, lists of them, and their history.

use super::analysis::SummaryJson;
use super::diagram::DiagramJson;
use super::profile::ProfileJson;
use crate::domain::revision::Revision;
use crate::register::{Page, ProcessRow, ProcessView};
use serde::Serialize;
use utoipa::ToSchema;

/// How much of a profile is known.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CompletenessJson {
    /// Answered fields of all that count, 0 to 1.
    pub share: f64,
    /// Fields that are missing, the most helpful first.
    pub missing: Vec<&'static str>,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ProcessRowJson {
    /// Key.
    pub id: i64,
    /// Number of the newest revision.
    pub revision: u32,
    /// What people said.
    #[serde(flatten)]
    pub profile: ProfileJson,
    /// Name of the unit.
    pub unit_name: String,
    /// Cases × minutes / 60 where both are known.
    pub hours_per_year: Option<f64>,
    /// Summary of the newest Ist model.
    pub model: Option<SummaryJson>,
    /// How much is known.
    pub completeness: CompletenessJson,
    /// When it was last changed, RFC 3339.
    pub changed: String,
}

impl From<&ProcessRow> for ProcessRowJson {
    fn from(row: &ProcessRow) -> ProcessRowJson {
        ProcessRowJson {
            id: row.id.0,
            revision: row.revision,
            profile: ProfileJson::from(&row.profile),
            unit_name: row.unit_name.clone(),
            hours_per_year: row.hours_per_year,
            model: row.model.as_ref().map(SummaryJson::from),
            completeness: CompletenessJson {
                share: row.completeness.share,
                missing: row
                    .completeness
                    .missing
                    .iter()
                    .map(|field| field.code())
                    .collect(),
            },
            changed: row.changed.rfc3339(),
        }
    }
}

/// One process.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ProcessJson {
    /// As in the list.
    #[serde(flatten)]
    pub row: ProcessRowJson,
    /// Units from the town down to its own.
    pub unit_path: Vec<String>,
    /// Names of its applications.
    pub application_names: Vec<String>,
    /// Diagram versions, newest first.
    pub diagrams: Vec<DiagramJson>,
    /// Place in the ranking; `null` without any answer.
    pub rank: Option<usize>,
    /// Score in the ranking, 0 to 100; `null` without any answer.
    pub score: Option<f64>,
}

impl ProcessJson {
    /// Fields that leave with a process and may come back with it, but cannot be set.
    pub const COMPUTED: [&'static str; 12] = [
        "id",
        "revision",
        "unit_name",
        "hours_per_year",
        "model",
        "completeness",
        "changed",
        "unit_path",
        "application_names",
        "diagrams",
        "rank",
        "score",
    ];
}

impl From<&ProcessView> for ProcessJson {
    fn from(view: &ProcessView) -> ProcessJson {
        ProcessJson {
            row: ProcessRowJson::from(&view.row),
            unit_path: view.unit_path.clone(),
            application_names: view.application_names.clone(),
            diagrams: view.diagrams.iter().map(DiagramJson::from).collect(),
            rank: view.ranked.as_ref().and_then(|ranked| ranked.rank),
            score: view.ranked.as_ref().and_then(|ranked| ranked.score),
        }
    }
}

/// One page of the list.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ProcessPageJson {
    /// The rows.
    pub processes: Vec<ProcessRowJson>,
    /// Number of all that fit the filters.
    pub total: usize,
    /// Address of the next page; `null` on the last.
    pub next: Option<String>,
}

impl ProcessPageJson {
    /// The page.
    pub fn new(page: &Page<ProcessRow>, next: Option<String>) -> ProcessPageJson {
        ProcessPageJson {
            processes: page.rows.iter().map(ProcessRowJson::from).collect(),
            total: page.total,
            next,
        }
    }
}

/// One field before and after a change.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ChangeJson {
    /// The field.
    pub field: &'static str,
    /// Before; `null`: was not surveyed.
    pub before: Option<String>,
    /// After; `null`: is not surveyed.
    pub after: Option<String>,
}

/// One change of a profile.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RevisionJson {
    /// Number within the process, from 1.
    pub number: u32,
    /// Name of who did it.
    pub by: String,
    /// When, RFC 3339.
    pub at: String,
    /// Why.
    pub reason: String,
    /// What.
    pub changes: Vec<ChangeJson>,
}

/// The history of a process.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RevisionsJson {
    /// Newest first.
    pub revisions: Vec<RevisionJson>,
}

impl From<&[Revision]> for RevisionsJson {
    fn from(revisions: &[Revision]) -> RevisionsJson {
        RevisionsJson {
            revisions: revisions
                .iter()
                .map(|revision| RevisionJson {
                    number: revision.number,
                    by: revision.by_name.clone(),
                    at: revision.at.rfc3339(),
                    reason: revision.reason.clone(),
                    changes: revision
                        .changes
                        .iter()
                        .map(|change| ChangeJson {
                            field: change.field.code(),
                            before: change.before.clone(),
                            after: change.after.clone(),
                        })
                        .collect(),
                })
                .collect(),
        }
    }
}
