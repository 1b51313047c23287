//! Diagrams: versions, uploads, what was found in them.

use super::analysis::{AnalysisJson, WarningJson};
use super::finding::FindingsJson;
use crate::domain::diagram::DiagramVersion;
use crate::register::{DiagramView, Uploaded};
use crate::text::Lang;
use serde::Serialize;
use utoipa::ToSchema;

/// One version of the diagrams of a process, without its bytes.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DiagramJson {
    /// Key of the process.
    pub process: i64,
    /// Number within the process, from 1.
    pub number: u32,
    /// `as-is` or `to-be`.
    pub kind: &'static str,
    /// File name as uploaded.
    pub file_name: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of the bytes.
    pub sha256: String,
    /// What the uploader said.
    pub note: String,
    /// Name of who uploaded it.
    pub by: String,
    /// When, RFC 3339.
    pub at: String,
}

impl From<&DiagramVersion> for DiagramJson {
    fn from(version: &DiagramVersion) -> DiagramJson {
        DiagramJson {
            process: version.process.0,
            number: version.number,
            kind: version.kind.code(),
            file_name: version.file_name.clone(),
            size: version.size,
            sha256: version.sha256.clone(),
            note: version.note.clone(),
            by: version.by_name.clone(),
            at: version.at.rfc3339(),
        }
    }
}

/// Versions of a process.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DiagramListJson {
    /// Newest first.
    pub diagrams: Vec<DiagramJson>,
}

/// What became of an upload.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UploadedJson {
    /// The new version.
    pub version: DiagramJson,
    /// Oddities of the file.
    pub warnings: Vec<WarningJson>,
    /// What was found in it.
    #[serde(flatten)]
    pub analysis: UploadedAnalysisJson,
}

/// What was found in an uploaded file: the analysis without its warnings, which stand beside it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UploadedAnalysisJson {
    /// All processes of the file together.
    pub process: super::analysis::SummaryJson,
    /// Findings.
    pub findings: Vec<super::finding::FindingJson>,
}

impl UploadedJson {
    /// The result in words.
    pub fn new(uploaded: &Uploaded, lang: Lang) -> UploadedJson {
        let analysis = AnalysisJson::new(&uploaded.analysis, lang);
        UploadedJson {
            version: DiagramJson::from(&uploaded.version),
            warnings: uploaded
                .warnings
                .iter()
                .map(|warning| WarningJson::new(warning, lang))
                .collect(),
            analysis: UploadedAnalysisJson {
                process: analysis.process,
                findings: analysis.findings,
            },
        }
    }
}

/// A diagram with what was found in it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DiagramViewJson {
    /// The version.
    pub version: DiagramJson,
    /// What was found, with the profile's volume.
    pub analysis: AnalysisJson,
    /// Findings with verdicts.
    pub judged: FindingsJson,
}

impl DiagramViewJson {
    /// The view in words.
    pub fn new(view: &DiagramView, lang: Lang) -> DiagramViewJson {
        DiagramViewJson {
            version: DiagramJson::from(&view.version),
            analysis: AnalysisJson::new(&view.analysis, lang),
            judged: FindingsJson::new(&view.findings, lang),
        }
    }
}
