//! Comparison of two files, or of two versions of a process.

use super::context::{self, examine};
use super::processes::existing;
use super::{Caller, DiagramView, Organisation, Register};
use crate::analysis::Context;
use crate::bpmn::{Limits, read};
use crate::domain::diagram::DiagramVersion;
use crate::domain::ids::ProcessId;
use crate::domain::times::{Times, TimesDifference};
use crate::drawing::compare::{Change, ChangeKind, Comparison, compare as compare_models, marks};
use crate::drawing::picture;
use crate::error::Result;
use crate::flow::difference;
use crate::text::Lang;

/// What is different between two files.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// Number of edits (docs/compare.md).
    pub edits: usize,
    /// The edits by element, in the order of their numbers.
    pub changes: Vec<Change>,
    /// Why work, waiting and cost per case differ.
    pub times: TimesDifference,
    /// The files are equal byte for byte.
    pub identical: bool,
}

/// Two versions of a process beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct DiagramComparison {
    /// The older side, with what was found in it.
    pub old: DiagramView,
    /// The newer side.
    pub new: DiagramView,
    /// What is different.
    pub compared: Compared,
}

/// One of the two pictures of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComparedSide {
    /// The first.
    Old,
    /// The second.
    New,
}

/// Compares two files. Stores nothing.
///
/// # Errors
/// `Invalid` or `TooLarge` where one of the files cannot be read.
pub fn compare(old: &[u8], new: &[u8], limits: &Limits) -> Result<Compared> {
    let comparison = comparison(old, new, limits)?;
    let times =
        |bytes: &[u8]| -> Result<Times> { Ok(examine(bytes, limits, &Context::default())?.analysis.times) };
    let (old_times, new_times) = (times(old)?, times(new)?);
    Ok(compared(&comparison, old == new, (&old_times, &new_times), None))
}

fn comparison(old: &[u8], new: &[u8], limits: &Limits) -> Result<Comparison> {
    let (old, _) = read(old, limits)?;
    let (new, _) = read(new, limits)?;
    Ok(compare_models(&old, &new))
}

fn compared(
    comparison: &Comparison,
    identical: bool,
    (old, new): (&Times, &Times),
    rate: Option<f64>,
) -> Compared {
    Compared {
        edits: comparison.length(),
        changes: comparison.changes(),
        times: difference(old, new, &comparison.same_nodes(), rate),
        identical,
    }
}

impl Register {
    /// Compares two versions of a process.
    ///
    /// # Errors
    /// `Forbidden`; `NotFound` where one of the versions does not exist.
    pub fn compare_diagrams(
        &self,
        caller: &Caller,
        process: ProcessId,
        old: u32,
        new: u32,
    ) -> Result<DiagramComparison> {
        let (_, old_bytes) = self.diagram_bytes(caller, process, old)?;
        let (_, new_bytes) = self.diagram_bytes(caller, process, new)?;
        let rate = self.read(|view| Ok(Organisation::read(view)?.rates.hourly_rate))?;
        let comparison = comparison(&old_bytes, &new_bytes, &Limits::default())?;
        let (old, new) = (
            self.diagram(caller, process, old)?,
            self.diagram(caller, process, new)?,
        );
        let times = (&old.analysis.times, &new.analysis.times);
        Ok(DiagramComparison {
            compared: compared(&comparison, old_bytes == new_bytes, times, rate),
            old,
            new,
        })
    }

    /// One of the pictures as SVG, with the numbers of the changes of these kinds.
    ///
    /// # Errors
    /// As [`Register::compare_diagrams`].
    pub fn comparison_picture(
        &self,
        caller: &Caller,
        process: ProcessId,
        versions: (u32, u32),
        side: ComparedSide,
        kinds: &[ChangeKind],
        lang: Lang,
    ) -> Result<String> {
        let (_, old): (DiagramVersion, Vec<u8>) = self.diagram_bytes(caller, process, versions.0)?;
        let (_, new) = self.diagram_bytes(caller, process, versions.1)?;
        let (profile, organisation) =
            self.read(|view| Ok((existing(view, process)?.profile, Organisation::read(view)?)))?;
        let mut changes = comparison(&old, &new, &Limits::default())?.changes();
        changes.retain(|change| kinds.contains(&change.kind));
        let (old_marks, new_marks) = marks(&changes, lang);
        let (bytes, marks) = match side {
            ComparedSide::Old => (old, old_marks),
            ComparedSide::New => (new, new_marks),
        };
        let examined = examine(&bytes, &Limits::default(), &context::of(&profile, &organisation))?;
        Ok(picture(&examined.diagram, &examined.graph, &marks, lang))
    }
}
