//! Use cases on files alone: no store, no disk. Bytes in, results out.

use crate::analysis::Context;
use crate::bpmn::{self, Limits, read};
use crate::domain::analysis::Analysis;
use crate::domain::finding::Finding;
use crate::domain::step::StepRow;
use crate::domain::warning::Warning;
use crate::drawing::{self, Mark};
use crate::error::Result;
use crate::graph::build;
use crate::text::Lang;
use std::borrow::Cow;

/// Whether a picture shows the numbered markers of the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PictureMarks {
    /// Only the model.
    None,
    /// With findings.
    Findings,
}

/// What became of one file.
#[derive(Debug)]
pub struct AnalysedFile {
    /// Name as given.
    pub file: String,
    /// The analysis, or why there is none.
    pub outcome: Result<Analysis>,
}

/// Analyses a file. Stores nothing.
///
/// # Errors
/// `Invalid` or `TooLarge` where the file cannot be read.
pub fn analyse(bytes: &[u8], limits: &Limits) -> Result<Analysis> {
    analyse_with(bytes, limits, &Context::default())
}

/// Analyses a file with what is known besides it. Stores nothing.
///
/// # Errors
/// `Invalid` or `TooLarge` where the file cannot be read.
pub fn analyse_with(bytes: &[u8], limits: &Limits, context: &Context) -> Result<Analysis> {
    let (diagram, warnings) = read(bytes, limits)?;
    Ok(crate::analysis::analyse(&build(&diagram), warnings, context))
}

/// Reads a file and says what is odd about it.
///
/// # Errors
/// `Invalid` or `TooLarge` where the file cannot be read.
pub fn check<'b>(bytes: impl Into<Cow<'b, [u8]>>, limits: &Limits) -> Result<Vec<Warning>> {
    let (diagram, warnings) = read(bytes, limits)?;
    let graph = build(&diagram);
    Ok(crate::analysis::warnings(&graph, warnings))
}

/// Markers for findings, numbered in their order from 1.
pub(super) fn marks_of(findings: &[Finding], lang: Lang) -> Vec<Mark> {
    findings
        .iter()
        .enumerate()
        .map(|(index, finding)| Mark {
            element: finding.element.clone(),
            number: index + 1,
            level: finding.level(),
            title: lang.say(&finding.message),
        })
        .collect()
}

/// The picture of a file as SVG.
pub fn picture(bytes: &[u8], limits: &Limits, marks: PictureMarks, lang: Lang) -> Result<String> {
    let (diagram, warnings) = read(bytes, limits)?;
    let graph = build(&diagram);
    let marks = match marks {
        PictureMarks::None => Vec::new(),
        PictureMarks::Findings => {
            let analysis = crate::analysis::analyse(&graph, warnings, &Context::default());
            marks_of(&analysis.findings, lang)
        }
    };
    Ok(drawing::picture(&diagram, &graph, &marks, lang))
}

/// A file in words.
///
/// # Errors
/// `Invalid` or `TooLarge` where the file cannot be read.
pub fn narrate(bytes: &[u8], limits: &Limits, lang: Lang) -> Result<String> {
    let (diagram, _) = read(bytes, limits)?;
    Ok(drawing::narrate(&build(&diagram), lang))
}

/// A file as a table of steps.
///
/// # Errors
/// `Invalid` or `TooLarge` where the file cannot be read.
pub fn steps(bytes: &[u8], limits: &Limits) -> Result<Vec<StepRow>> {
    let (diagram, _) = read(bytes, limits)?;
    Ok(drawing::steps(&build(&diagram)))
}

/// Renames an element; everything else stays byte for byte.
///
/// # Errors
/// Where the file cannot be read, has no such element, or the element has no name.
pub fn rename(bytes: &[u8], limits: &Limits, element: &str, name: &str) -> Result<Vec<u8>> {
    let (diagram, _) = read(bytes, limits)?;
    let text = bpmn::rename(&diagram, element, name)?;
    Ok(bpmn::in_its_encoding(bytes, &diagram, &text)?)
}

/// Adds annotations to an element (design.md 2.3); everything else stays byte for byte. `sets` are values
/// (`work.handlingMinutes`, `7`), `adds` whole annotations (`carrier object=Antrag needs=paper`).
///
/// # Errors
/// Where the file cannot be read, has no such element, or the annotation does not fit it.
pub fn annotate(
    bytes: &[u8],
    limits: &Limits,
    element: &str,
    sets: &[(String, String)],
    adds: &[String],
) -> Result<Vec<u8>> {
    let (diagram, _) = read(bytes, limits)?;
    let text = bpmn::annotate(&diagram, element, sets, adds)?;
    Ok(bpmn::in_its_encoding(bytes, &diagram, &text)?)
}
