//! Diagrams of a process: upload, read back, look at.

use super::{Caller, JudgedFinding, PictureMarks, Register};
use crate::domain::analysis::Analysis;
use crate::domain::diagram::{DiagramKind, DiagramVersion};
use crate::domain::ids::ProcessId;
use crate::domain::warning::Warning;
use crate::error::Result;
use crate::text::Lang;

/// A file to be stored.
#[derive(Debug, Clone, PartialEq)]
pub struct UploadDiagram {
    /// File name as the sender states it; folders are cut off.
    pub file_name: String,
    /// Ist or Soll.
    pub kind: DiagramKind,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
    /// What the sender says about it.
    pub note: String,
}

/// What became of an upload.
#[derive(Debug, Clone, PartialEq)]
pub struct Uploaded {
    /// The new version.
    pub version: DiagramVersion,
    /// Oddities of the file.
    pub warnings: Vec<Warning>,
    /// What was found in it.
    pub analysis: Analysis,
}

/// A diagram with everything its page needs.
#[derive(Debug, Clone, PartialEq)]
pub struct DiagramView {
    /// The version.
    pub version: DiagramVersion,
    /// All versions of the process, newest first.
    pub versions: Vec<DiagramVersion>,
    /// What was found in it, with the profile's volume.
    pub analysis: Analysis,
    /// Findings in the order they are numbered on the picture, with verdicts.
    pub findings: Vec<JudgedFinding>,
}

impl Register {
    /// Stores a BPMN file as a new version and analyses it.
    pub fn upload_diagram(
        &self,
        caller: &Caller,
        process: ProcessId,
        upload: &UploadDiagram,
    ) -> Result<Uploaded> {
        todo!()
    }

    /// Versions of a process, newest first.
    pub fn diagrams(&self, caller: &Caller, process: ProcessId) -> Result<Vec<DiagramVersion>> {
        todo!()
    }

    /// The bytes as they came.
    pub fn diagram_bytes(
        &self,
        caller: &Caller,
        process: ProcessId,
        number: u32,
    ) -> Result<(DiagramVersion, Vec<u8>)> {
        todo!()
    }

    /// A version with findings and verdicts.
    pub fn diagram(&self, caller: &Caller, process: ProcessId, number: u32) -> Result<DiagramView> {
        todo!()
    }

    /// The picture as SVG, with numbered markers of the findings if asked for.
    pub fn diagram_picture(
        &self,
        caller: &Caller,
        process: ProcessId,
        number: u32,
        marks: PictureMarks,
        lang: Lang,
    ) -> Result<String> {
        todo!()
    }

    /// The model in words.
    pub fn diagram_narration(
        &self,
        caller: &Caller,
        process: ProcessId,
        number: u32,
        lang: Lang,
    ) -> Result<String> {
        todo!()
    }
}
