//! Pairs of systems, and what an interface would change.

use crate::domain::organisation::InterfaceState;
use crate::domain::system_pair::{Estimate, PairEnd, PairStep, SystemPair, Total};
use crate::register::PairPage;
use serde::Serialize;
use utoipa::ToSchema;

/// A number with the range it may lie in.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct EstimateJson {
    /// Least.
    pub low: f64,
    /// The figure itself.
    pub middle: f64,
    /// Most.
    pub high: f64,
}

impl From<Estimate> for EstimateJson {
    fn from(estimate: Estimate) -> EstimateJson {
        EstimateJson {
            low: estimate.low,
            middle: estimate.middle,
            high: estimate.high,
        }
    }
}

/// A sum of which some parts may not be known.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct TotalJson {
    /// The known parts together; `null` where none is known.
    pub known: Option<EstimateJson>,
    /// Number of steps whose part is not surveyed; they are in no figure.
    pub unknown: usize,
}

impl From<Total> for TotalJson {
    fn from(total: Total) -> TotalJson {
        TotalJson {
            known: total.known.map(EstimateJson::from),
            unknown: total.unknown,
        }
    }
}

/// One side of a pair.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PairEndJson {
    /// `system:NAME`, `document`, `paper` or `oral`; `system:?` are systems that no model names.
    pub carrier: String,
    /// Key of the application; `null`: not in the catalogue, or no system.
    pub application: Option<i64>,
}

impl From<&PairEnd> for PairEndJson {
    fn from(end: &PairEnd) -> PairEndJson {
        PairEndJson {
            carrier: end.carrier.code(),
            application: end.application.map(|id| id.0),
        }
    }
}

/// A step at which something is carried over.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PairStepJson {
    /// Key of the process.
    pub process: i64,
    /// Its number.
    pub process_number: String,
    /// Its name.
    pub process_name: String,
    /// Diagram version it stands in.
    pub diagram: u32,
    /// Element that does the carrying-over.
    pub element: String,
    /// Its name as drawn.
    pub element_name: String,
    /// Key of the finding.
    pub key: String,
    /// Information object.
    pub object: String,
    /// Source carrier.
    pub from: String,
    /// Needed carrier.
    pub to: String,
    /// Share of the finding that goes this way.
    pub share: f64,
    /// Expected number per case on this way.
    pub per_case: f64,
    /// `certain` or `possible`.
    pub certainty: &'static str,
    /// Hours per year; `null`: not surveyed.
    pub hours_per_year: Option<EstimateJson>,
    /// Euros per year; `null`: volume or rate are not known.
    pub cost_per_year: Option<EstimateJson>,
    /// Verdict in force; `null`: not judged yet.
    pub verdict: Option<&'static str>,
    /// False where a person has to check first: in no sum.
    pub counted: bool,
}

impl From<&PairStep> for PairStepJson {
    fn from(step: &PairStep) -> PairStepJson {
        PairStepJson {
            process: step.process.0,
            process_number: step.process_number.clone(),
            process_name: step.process_name.clone(),
            diagram: step.diagram,
            element: step.element.clone(),
            element_name: step.element_name.clone(),
            key: step.key.clone(),
            object: step.object.clone(),
            from: step.from.code(),
            to: step.to.code(),
            share: step.share,
            per_case: step.per_case,
            certainty: step.certainty.code(),
            hours_per_year: step.hours.map(EstimateJson::from),
            cost_per_year: step.cost.map(EstimateJson::from),
            verdict: step.verdict.map(|verdict| verdict.code()),
            counted: step.counted,
        }
    }
}

/// What the catalogue says of the interfaces of a pair: `exists`, `available`, `missing`; `null`: not surveyed.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PairInterfaceJson {
    /// From the first to the second.
    pub there: Option<&'static str>,
    /// From the second to the first.
    pub back: Option<&'static str>,
}

/// Two carriers, at least one of them a system, with what people carry over between them.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SystemPairJson {
    /// The first, always a system.
    pub one: PairEndJson,
    /// The other.
    pub other: PairEndJson,
    /// Number of steps with a media break between them.
    pub breaks: usize,
    /// Number of further steps that a person has to check first.
    pub to_check: usize,
    /// Number of processes.
    pub processes: usize,
    /// Hours per year.
    pub hours_per_year: TotalJson,
    /// Euros per year.
    pub cost_per_year: TotalJson,
    /// Interfaces of today; `null` unless both are applications of the catalogue.
    pub interface: Option<PairInterfaceJson>,
    /// The steps, those that cost most hours first.
    pub steps: Vec<PairStepJson>,
}

impl From<&SystemPair> for SystemPairJson {
    fn from(pair: &SystemPair) -> SystemPairJson {
        SystemPairJson {
            one: PairEndJson::from(&pair.one),
            other: PairEndJson::from(&pair.other),
            breaks: pair.breaks,
            to_check: pair.to_check(),
            processes: pair.processes,
            hours_per_year: TotalJson::from(pair.hours),
            cost_per_year: TotalJson::from(pair.cost),
            interface: pair.interface.map(|interface| PairInterfaceJson {
                there: interface.there.map(InterfaceState::code),
                back: interface.back.map(InterfaceState::code),
            }),
            steps: pair.steps.iter().map(PairStepJson::from).collect(),
        }
    }
}

/// Pairs of systems, those that cost most hours first.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SystemPairPageJson {
    /// The rows.
    pub pairs: Vec<SystemPairJson>,
    /// Number of all that fit the filters.
    pub total: usize,
    /// Address of the next page; `null` on the last.
    pub next: Option<String>,
}

impl SystemPairPageJson {
    /// The page.
    pub fn new(pairs: &PairPage, next: Option<String>) -> SystemPairPageJson {
        SystemPairPageJson {
            pairs: pairs.page.rows.iter().map(SystemPairJson::from).collect(),
            total: pairs.page.total,
            next,
        }
    }
}
