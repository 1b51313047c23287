//! Diagrams of a process: upload, read back, look at.

use super::analyses::Catalogue;
use super::context::{self, Examined, examine};
use super::files::marks_of;
use super::processes::existing;
use super::validate::Faults;
use super::{Caller, JudgedFinding, Organisation, PictureMarks, Register, files};
use crate::access::{self, Action};
use crate::bpmn::Limits;
use crate::domain::analysis::Analysis;
use crate::domain::diagram::{DiagramKind, DiagramVersion};
use crate::domain::ids::ProcessId;
use crate::domain::message::Message;
use crate::domain::step::StepRow;
use crate::domain::story::Story;
use crate::domain::warning::Warning;
use crate::drawing;
use crate::error::{Error, Kind, Result};
use crate::store::{DiagramHead, NewDiagram};
use crate::text::Lang;
use std::sync::Arc;

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

/// Most characters of a file name.
const FILE_NAME: usize = 200;
/// Most characters of a note.
const NOTE: usize = 2_000;

impl Register {
    /// Stores a BPMN file as a new version and analyses it.
    pub fn upload_diagram(
        &self,
        caller: &Caller,
        process: ProcessId,
        upload: &UploadDiagram,
    ) -> Result<Uploaded> {
        let actor = caller.actor.clone();
        let (stored, organisation) = self.read(|view| {
            let stored = existing(view, process)?;
            let unit = stored.profile.unit;
            access::require(&actor, Action::JudgeModel { unit })?;
            Ok((stored, Organisation::read(view)?))
        })?;
        let limits = Limits::default();
        if upload.bytes.len() > limits.bytes {
            let most = limits.bytes as f64 / 1e6;
            let message = Message::new("upload-too-large").with("most", most);
            return Err(Error::new(Kind::TooLarge, message));
        }
        let mut faults = Faults::default();
        if upload.bytes.is_empty() {
            faults.add("file", Message::new("upload-empty"));
        }
        let note = faults.text("note", &upload.note, NOTE);
        faults.finish()?;
        // Everything slow happens before the write.
        let context = context::of(&stored.profile, &organisation);
        let Examined {
            diagram, analysis, ..
        } = examine(&upload.bytes, &limits, &context)?;
        let new = NewDiagram {
            process,
            kind: upload.kind,
            file_name: base_name(&upload.file_name),
            note,
            bytes: upload.bytes.clone(),
            labels: context::labels(&diagram),
        };
        let version = self.write(caller, move |tx| {
            let unit = existing(tx, process)?.profile.unit;
            access::require(&actor, Action::JudgeModel { unit })?;
            Ok(tx.add_diagram(&new)?)
        })?;
        Ok(Uploaded {
            version,
            warnings: analysis.warnings.clone(),
            analysis,
        })
    }

    /// Versions of a process, newest first.
    pub fn diagrams(&self, caller: &Caller, process: ProcessId) -> Result<Vec<DiagramVersion>> {
        access::require(&caller.actor, Action::Read)?;
        self.read(|view| {
            existing(view, process)?;
            Ok(view.diagrams(process)?)
        })
    }

    /// The bytes as they came.
    pub fn diagram_bytes(
        &self,
        caller: &Caller,
        process: ProcessId,
        number: u32,
    ) -> Result<(DiagramVersion, Vec<u8>)> {
        access::require(&caller.actor, Action::Read)?;
        self.read(|view| {
            existing(view, process)?;
            match (
                view.diagram(process, number)?,
                view.diagram_bytes(process, number)?,
            ) {
                (Some(version), Some(bytes)) => Ok((version, bytes)),
                _ => Err(Error::not_found("thing-diagram")),
            }
        })
    }

    /// A version with findings and verdicts.
    pub fn diagram(&self, caller: &Caller, process: ProcessId, number: u32) -> Result<DiagramView> {
        access::require(&caller.actor, Action::Read)?;
        let (head, catalogue, versions, judgements) = self.read(|view| {
            let head = DiagramHead {
                process,
                number,
                revision: existing(view, process)?.revision,
            };
            let catalogue = Catalogue::read(view)?;
            Ok((
                head,
                catalogue,
                view.diagrams(process)?,
                view.judgements(Some(process))?,
            ))
        })?;
        let version = versions
            .iter()
            .find(|version| version.number == number)
            .cloned()
            .ok_or_else(|| Error::not_found("thing-diagram"))?;
        let (_, analysis) = self
            .analyses_of(&catalogue, &[head])?
            .pop()
            .ok_or_else(|| Error::internal("a stored diagram cannot be read any more"))?;
        let findings = analysis
            .findings
            .iter()
            .map(|finding| JudgedFinding {
                finding: finding.clone(),
                judgement: judgements.get(&(process, finding.key.clone())).cloned(),
            })
            .collect();
        Ok(DiagramView {
            version,
            versions,
            analysis: Arc::unwrap_or_clone(analysis),
            findings,
        })
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
        let (_, bytes) = self.diagram_bytes(caller, process, number)?;
        if marks == PictureMarks::None {
            return files::picture(&bytes, &Limits::default(), marks, lang);
        }
        // The numbers have to be those of `diagram`, so the findings are made from the same context.
        let (profile, organisation) =
            self.read(|view| Ok((existing(view, process)?.profile, Organisation::read(view)?)))?;
        let context = context::of(&profile, &organisation);
        let examined = examine(&bytes, &Limits::default(), &context)?;
        let marks = marks_of(&examined.analysis.findings, lang);
        Ok(drawing::picture(&examined.diagram, &examined.graph, &marks, lang))
    }

    /// The same picture as PNG; `scale` 1 is the size of the drawing, `None` the usual one.
    ///
    /// # Errors
    /// `NotFound`; `Invalid` or `TooLarge` where the picture cannot be made at this scale.
    pub fn diagram_pixels(
        &self,
        caller: &Caller,
        process: ProcessId,
        number: u32,
        marks: PictureMarks,
        scale: Option<f64>,
        lang: Lang,
    ) -> Result<Vec<u8>> {
        let svg = self.diagram_picture(caller, process, number, marks, lang)?;
        Ok(drawing::pixels(&svg, scale)?)
    }

    /// The model as a table of steps.
    ///
    /// # Errors
    /// `NotFound`; `Invalid` where the file cannot be read any more.
    pub fn diagram_steps(&self, caller: &Caller, process: ProcessId, number: u32) -> Result<Vec<StepRow>> {
        let (_, bytes) = self.diagram_bytes(caller, process, number)?;
        files::steps(&bytes, &Limits::default())
    }

    /// The model in words.
    pub fn diagram_narration(
        &self,
        caller: &Caller,
        process: ProcessId,
        number: u32,
        lang: Lang,
    ) -> Result<Story> {
        let (_, bytes) = self.diagram_bytes(caller, process, number)?;
        files::narrate(&bytes, &Limits::default(), lang)
    }
}

/// The name of a file without folders, without characters that file systems or headers stumble over.
fn base_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '"' | '<' | '>' | '|' | ':' | '*' | '?'))
        .take(FILE_NAME)
        .collect();
    let clean = clean.trim().trim_start_matches('.');
    if clean.is_empty() {
        "modell.bpmn".to_owned()
    } else {
        clean.to_owned()
    }
}
