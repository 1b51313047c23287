//! The outcome of an evaluation.

use crate::register::{Bin, Evaluation, GoldenFailure, GoldenResult, Measured, Miss, MissKind, Score};
use serde::Serialize;
use std::collections::BTreeMap;

/// What `evaluate --format json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EvaluationJson {
    /// Golden cases; `null` where there were none.
    pub golden: Option<GoldenJson>,
    /// Labelled models; `null` where there were none.
    pub labelled: Option<MeasuredJson>,
    /// Files of kinds that are not compared.
    pub not_compared: Vec<NotComparedJson>,
}

/// Golden cases.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GoldenJson {
    /// Cases that came out as expected.
    pub passed: usize,
    /// Cases that did not.
    pub failed: usize,
    /// Those that did not, one by one.
    pub failures: Vec<GoldenCaseJson>,
}

/// A golden case that did not come out as expected.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GoldenCaseJson {
    /// Id of the case.
    pub case: String,
    /// What differs.
    pub differences: Vec<GoldenDifferenceJson>,
}

/// A figure that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GoldenDifferenceJson {
    /// Element, may be empty.
    pub element: String,
    /// Kind, may be empty.
    pub kind: String,
    /// Object, may be empty.
    pub object: String,
    /// Which figure.
    pub figure: String,
    /// As expected; `null`: none.
    pub expected: Option<f64>,
    /// As computed; `null`: none.
    pub actual: Option<f64>,
}

/// Counts and what follows from them. `null`: not defined.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ScoreJson {
    /// Found and right.
    pub hits: usize,
    /// Found and wrong.
    pub false_alarms: usize,
    /// Not found.
    pub missed: usize,
    /// Share of what was found that is right.
    pub precision: Option<f64>,
    /// Share of what is there that was found.
    pub recall: Option<f64>,
    /// Harmonic mean of both.
    pub f1: Option<f64>,
}

impl From<&Score> for ScoreJson {
    fn from(score: &Score) -> ScoreJson {
        ScoreJson {
            hits: score.hits,
            false_alarms: score.false_alarms,
            missed: score.missed,
            precision: score.precision(),
            recall: score.recall(),
            f1: score.f1(),
        }
    }
}

/// A bin of the calibration.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BinJson {
    /// Least confidence of the bin; the next bin begins 0.1 above.
    pub from: f64,
    /// Findings in it.
    pub count: usize,
    /// Their mean confidence; `null` in an empty bin.
    pub confidence: Option<f64>,
    /// Share of them that is right; `null` in an empty bin.
    pub right: Option<f64>,
}

impl From<&Bin> for BinJson {
    fn from(bin: &Bin) -> BinJson {
        let filled = |value: f64| (bin.count > 0).then_some(value);
        BinJson {
            from: bin.from,
            count: bin.count,
            confidence: filled(bin.confidence),
            right: filled(bin.right),
        }
    }
}

/// A failure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MissJson {
    /// File of the model.
    pub model: String,
    /// Element.
    pub element: String,
    /// Its name, where a finding tells it.
    pub element_name: String,
    /// Kind of media break.
    pub kind: String,
    /// `missed` or `false-alarm`.
    pub what: &'static str,
    /// Reason in the labels; empty for false alarms.
    pub why: String,
    /// Confidence of what was reported; `null` for what was missed.
    pub confidence: Option<f64>,
}

impl From<&Miss> for MissJson {
    fn from(miss: &Miss) -> MissJson {
        MissJson {
            model: miss.model.clone(),
            element: miss.element.clone(),
            element_name: miss.element_name.clone(),
            kind: miss.kind.clone(),
            what: match miss.what {
                MissKind::Missed => "missed",
                MissKind::FalseAlarm => "false-alarm",
            },
            why: miss.why.clone(),
            confidence: miss.confidence,
        }
    }
}

/// Figures over all labelled models; micro averages.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeasuredJson {
    /// Number of models.
    pub models: usize,
    /// By element.
    pub elements: ScoreJson,
    /// By element and kind.
    pub kinds: ScoreJson,
    /// By element and kind, for each kind that occurs.
    pub per_kind: BTreeMap<&'static str, ScoreJson>,
    /// By element and kind, findings of this level or surer.
    pub per_level: BTreeMap<&'static str, ScoreJson>,
    /// Ten bins of the confidence.
    pub calibration: Vec<BinJson>,
    /// Mean difference of confidence and truth over the bins.
    pub calibration_error: Option<f64>,
    /// Failures one by one.
    pub failures: Vec<MissJson>,
    /// Candidates by element.
    pub candidate_elements: ScoreJson,
    /// Candidates by element with an accepted class.
    pub candidate_classes: ScoreJson,
    /// Steps with discretion for which full automation was proposed.
    pub discretion_automated: usize,
}

impl From<&Measured> for MeasuredJson {
    fn from(measured: &Measured) -> MeasuredJson {
        MeasuredJson {
            models: measured.models,
            elements: ScoreJson::from(&measured.elements),
            kinds: ScoreJson::from(&measured.kinds),
            per_kind: measured
                .per_kind
                .iter()
                .map(|(kind, score)| (kind.code(), ScoreJson::from(score)))
                .collect(),
            per_level: measured
                .per_level
                .iter()
                .map(|(level, score)| (level.code(), ScoreJson::from(score)))
                .collect(),
            calibration: measured.calibration.iter().map(BinJson::from).collect(),
            calibration_error: measured.calibration_error,
            failures: measured.misses.iter().map(MissJson::from).collect(),
            candidate_elements: ScoreJson::from(&measured.candidate_elements),
            candidate_classes: ScoreJson::from(&measured.candidate_classes),
            discretion_automated: measured.discretion_automated,
        }
    }
}

/// A file that is not compared.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NotComparedJson {
    /// The file.
    pub file: String,
    /// Its schema.
    pub schema: String,
}

impl From<&GoldenFailure> for GoldenDifferenceJson {
    fn from(failure: &GoldenFailure) -> GoldenDifferenceJson {
        GoldenDifferenceJson {
            element: failure.element.clone(),
            kind: failure.kind.clone(),
            object: failure.object.clone(),
            figure: failure.figure.clone(),
            expected: failure.expected,
            actual: failure.actual,
        }
    }
}

impl From<&GoldenResult> for GoldenCaseJson {
    fn from(result: &GoldenResult) -> GoldenCaseJson {
        GoldenCaseJson {
            case: result.id.clone(),
            differences: result.failures.iter().map(GoldenDifferenceJson::from).collect(),
        }
    }
}

impl From<&Evaluation> for EvaluationJson {
    fn from(evaluation: &Evaluation) -> EvaluationJson {
        let failed = evaluation.golden.iter().filter(|case| !case.failures.is_empty());
        EvaluationJson {
            golden: (!evaluation.golden.is_empty()).then(|| GoldenJson {
                passed: evaluation.passed(),
                failed: evaluation.failed(),
                failures: failed.map(GoldenCaseJson::from).collect(),
            }),
            labelled: evaluation.labelled.as_ref().map(MeasuredJson::from),
            not_compared: evaluation
                .not_compared
                .iter()
                .map(|(file, schema)| NotComparedJson {
                    file: file.clone(),
                    schema: schema.clone(),
                })
                .collect(),
        }
    }
}
