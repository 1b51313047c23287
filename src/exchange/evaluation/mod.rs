//! Golden cases and labels as JSON: what an analysis is measured against (analysis.md 7, `labelled/GUIDELINE.md`).

mod quantities;
mod soundness;

pub use quantities::{BurdenFinding, ExpectedFigure, FLOW, ListEntry, Quantity, QuantityCase, QuantityFile};
pub use soundness::{SoundnessFile, SoundnessRow};

use serde::Deserialize;
use std::collections::BTreeMap;

/// Schema of golden cases about media breaks.
pub const MEDIA_FLOW: &str = "media-flow-golden/1";

/// A file of an evaluation.
#[derive(Debug, Clone, PartialEq)]
pub enum EvaluationFile {
    /// Golden cases with their models inside.
    Golden(GoldenFile),
    /// Expected results of models that lie beside the file.
    Expected(ExpectedFile),
    /// Labels of a model that lies beside the file.
    Labels(Labels),
    /// Golden cases about quantities.
    Quantities(QuantityFile),
    /// Verdicts on the control flow of models that lie elsewhere.
    Soundness(SoundnessFile),
    /// Golden cases of another kind; the schema as written.
    OtherGolden(String),
    /// Something else.
    Foreign,
}

/// Golden cases with their models.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct GoldenFile {
    /// Tolerance of the figures.
    pub abs_tol: Option<f64>,
    /// The cases.
    pub cases: Vec<GoldenCase>,
}

/// One golden case.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct GoldenCase {
    /// Id.
    pub id: String,
    /// What it is about.
    #[serde(default)]
    pub name: String,
    /// The model.
    pub model: GoldenModel,
    /// What has to come out.
    pub expected: Expected,
    /// Own tolerance.
    pub abs_tol: Option<f64>,
}

/// Expected results by the name of the model (without `.bpmn`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ExpectedFile {
    /// Tolerance of the figures.
    pub abs_tol: Option<f64>,
    /// By model.
    pub cases: BTreeMap<String, Expected>,
}

/// A model as nodes and flows.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
pub struct GoldenModel {
    /// Carriers at the beginning, by object.
    #[serde(default)]
    pub initial: BTreeMap<String, Vec<GoldenState>>,
    /// Nodes in order.
    #[serde(default)]
    pub nodes: Vec<GoldenNode>,
    /// Flows in order.
    #[serde(default)]
    pub flows: Vec<GoldenFlow>,
}

/// A state at the beginning with its share.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct GoldenState {
    /// Carriers, all at once.
    #[serde(default)]
    pub carriers: Vec<String>,
    /// Share of the cases.
    pub p: f64,
}

/// A node.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct GoldenNode {
    /// Id.
    pub id: String,
    /// `start`, `task`, `event`, `xor`, `and`, `or`, `event_based`, `end`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Done by a program.
    #[serde(default)]
    pub automated: bool,
    /// What it needs.
    #[serde(default)]
    pub needs: Vec<GoldenNeed>,
    /// What it writes.
    #[serde(default)]
    pub writes: Vec<GoldenWrite>,
    /// Objects it moves.
    #[serde(default)]
    pub transports: OneOrMany,
    /// Share of the cases of a start.
    pub share: Option<f64>,
    /// Minutes of work.
    pub work: Option<f64>,
    /// Minutes of waiting.
    pub wait: Option<f64>,
    /// Standard deviation of its time, in minutes.
    pub sd: Option<f64>,
    /// Euros per hour of work.
    pub rate: Option<f64>,
    /// Euros per execution.
    pub cost: Option<f64>,
}

/// One name or several.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(untagged)]
pub enum OneOrMany {
    /// Nothing.
    #[default]
    None,
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl OneOrMany {
    /// All names.
    pub fn names(&self) -> Vec<String> {
        match self {
            OneOrMany::None => Vec::new(),
            OneOrMany::One(name) => vec![name.clone()],
            OneOrMany::Many(names) => names.clone(),
        }
    }
}

/// A need.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct GoldenNeed {
    /// Object.
    pub object: String,
    /// Accepted carriers.
    pub accepts: Vec<String>,
}

/// A write.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct GoldenWrite {
    /// Object.
    pub object: String,
    /// Carrier.
    pub carrier: String,
    /// A further copy.
    #[serde(default)]
    pub also: bool,
}

/// A flow.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct GoldenFlow {
    /// From.
    pub from: String,
    /// To.
    pub to: String,
    /// Share.
    pub p: Option<f64>,
}

/// What has to come out.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
pub struct Expected {
    /// Findings.
    #[serde(default)]
    pub findings: Vec<ExpectedFinding>,
    /// Notes `undetermined` and `automated-change`.
    #[serde(default)]
    pub notes: Vec<ExpectedNote>,
    /// Sum.
    pub breaks_per_case: Option<f64>,
}

/// An expected finding.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ExpectedFinding {
    /// Element.
    pub element: String,
    /// Kind.
    pub kind: String,
    /// Object.
    #[serde(default)]
    pub object: String,
    /// Expected number per case.
    pub per_case: f64,
    /// Share of the executions.
    pub share_of_executions: Option<f64>,
}

/// An expected note.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ExpectedNote {
    /// Element.
    pub element: String,
    /// Kind.
    pub kind: String,
    /// Object.
    #[serde(default)]
    pub object: String,
    /// Expected number per case.
    pub per_case: f64,
}

/// Labels of one model.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Labels {
    /// File name of the model.
    pub model: String,
    /// Media breaks.
    #[serde(default)]
    pub breaks: Vec<LabelledBreak>,
    /// Candidates.
    #[serde(default)]
    pub candidates: Vec<LabelledCandidate>,
    /// Elements where somebody judges.
    #[serde(default)]
    pub discretion: Vec<String>,
}

/// A labelled break.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct LabelledBreak {
    /// Element.
    pub element: String,
    /// Kind.
    pub kind: String,
    /// Reason.
    #[serde(default)]
    pub why: String,
}

/// A labelled candidate.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct LabelledCandidate {
    /// Element.
    pub element: String,
    /// Accepted classes.
    #[serde(default)]
    pub accept: Vec<String>,
    /// Reason.
    #[serde(default)]
    pub why: String,
}

/// Why a file cannot be read, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Line, from 1.
    pub line: usize,
    /// What the reader says.
    pub detail: String,
}

#[derive(Deserialize)]
struct Probe {
    schema: Option<serde_json::Value>,
    cases: Option<serde_json::Value>,
    model: Option<serde_json::Value>,
}

fn failed(error: &serde_json::Error) -> Unreadable {
    Unreadable {
        line: error.line(),
        detail: error.to_string(),
    }
}

/// Reads a JSON file.
///
/// # Errors
/// [`Unreadable`] where it is not JSON or lacks fields that its schema demands.
pub fn read(bytes: &[u8]) -> Result<EvaluationFile, Unreadable> {
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    let Ok(probe) = serde_json::from_slice::<Probe>(bytes) else {
        // Valid JSON of another shape is none of our business; broken JSON is.
        return match serde_json::from_slice::<serde::de::IgnoredAny>(bytes) {
            Ok(_) => Ok(EvaluationFile::Foreign),
            Err(error) => Err(failed(&error)),
        };
    };
    if let Some(schema) = probe.schema.as_ref().and_then(|schema| schema.as_str()) {
        if schema == soundness::SCHEMA {
            return serde_json::from_slice(bytes)
                .map(EvaluationFile::Soundness)
                .map_err(|error| failed(&error));
        }
        if schema == FLOW {
            return quantities::read(bytes).map(EvaluationFile::Quantities);
        }
        if schema != MEDIA_FLOW {
            return Ok(EvaluationFile::OtherGolden(schema.to_owned()));
        }
        return if probe.cases.is_some_and(|cases| cases.is_object()) {
            serde_json::from_slice(bytes).map(EvaluationFile::Expected)
        } else {
            serde_json::from_slice(bytes).map(EvaluationFile::Golden)
        }
        .map_err(|error| failed(&error));
    }
    if probe.model.is_some_and(|model| model.is_string()) {
        return serde_json::from_slice(bytes)
            .map(EvaluationFile::Labels)
            .map_err(|error| failed(&error));
    }
    Ok(EvaluationFile::Foreign)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    #[test]
    fn the_schema_tells_the_kinds_apart() {
        let golden = br#"{"schema":"media-flow-golden/1","cases":[]}"#;
        assert!(matches!(read(golden), Ok(EvaluationFile::Golden(_))));
        let expected = br#"{"schema":"media-flow-golden/1","cases":{"a":{"findings":[],"notes":[]}}}"#;
        assert!(matches!(read(expected), Ok(EvaluationFile::Expected(_))));
        let labels = br#"{"model":"a.bpmn","breaks":[{"element":"x","kind":"transport"}]}"#;
        let Ok(EvaluationFile::Labels(labels)) = read(labels) else {
            panic!()
        };
        assert_eq!(labels.breaks.first().unwrap().kind, "transport");
        assert_eq!(
            read(br#"{"schema":"other-golden/1"}"#),
            Ok(EvaluationFile::OtherGolden("other-golden/1".to_owned()))
        );
        assert_eq!(read(b"[1]"), Ok(EvaluationFile::Foreign));
        assert!(read(b"{").is_err());
    }
}
