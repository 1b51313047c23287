//! Use cases on files alone: no store, no disk. Bytes in, results out.

use super::context::examine;
use crate::analysis::rules::{self, Severity};
use crate::analysis::structure;
use crate::analysis::wording::Lexicon;
use crate::analysis::{self, Context};
use crate::bpmn::{self, Drawn, Limits, read, read_checked};
use crate::domain::analysis::Analysis;
use crate::domain::finding::Finding;
use crate::domain::message::Message;
use crate::domain::step::StepRow;
use crate::domain::story::Story;
use crate::domain::warning::Warning;
use crate::drawing::{self, Mark};
use crate::error::{Error, Result};
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

/// Analyses a file whose labels are read with these words. Stores nothing.
///
/// # Errors
/// `Invalid` or `TooLarge` where the file cannot be read.
pub fn analyse_in_words(bytes: &[u8], limits: &Limits, lexicon: &Lexicon) -> Result<Analysis> {
    let context = Context {
        lexicon: lexicon.clone(),
        ..Context::default()
    };
    analyse_with(bytes, limits, &context)
}

/// Analyses a file with what is known besides it. Stores nothing.
///
/// # Errors
/// `Invalid` or `TooLarge` where the file cannot be read.
pub fn analyse_with(bytes: &[u8], limits: &Limits, context: &Context) -> Result<Analysis> {
    Ok(examine(bytes, limits, context)?.analysis)
}

/// A finding about a model with the place of its element in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The finding.
    pub finding: Finding,
    /// How bad it is.
    pub severity: Severity,
    /// Line of the element.
    pub line: Option<u32>,
}

/// Reads a file and says what is odd about it: warnings of the reader, and what the rules about models report, worst first.
///
/// # Errors
/// `Invalid` or `TooLarge` where the file cannot be read.
pub fn check(bytes: &[u8], limits: &Limits) -> Result<(Vec<Warning>, Vec<Checked>)> {
    Ok(checked(read_checked(Cow::Borrowed(bytes), limits)?))
}

/// As [`check`], for bytes that are given away; needs less memory.
///
/// # Errors
/// As [`check`].
pub fn check_owned(bytes: Vec<u8>, limits: &Limits) -> Result<(Vec<Warning>, Vec<Checked>)> {
    Ok(checked(read_checked(Cow::Owned(bytes), limits)?))
}

fn checked(read: bpmn::Checked) -> (Vec<Warning>, Vec<Checked>) {
    let bpmn::Checked {
        mut diagram,
        warnings,
        faults,
    } = read;
    // What nothing below looks at any more goes at once: the largest models need its room.
    drop(std::mem::take(&mut diagram.text));
    let of_model = analysis::modelling::check(&diagram);
    let graph = build(&diagram);
    drop(std::mem::take(&mut diagram.planes));
    let (odd, mut findings) = analysis::check_flow(&graph);
    drop(graph);
    findings.extend(of_model);
    let warnings: Vec<Warning> = warnings.into_iter().chain(odd).collect();
    let line = |id: &str| {
        let index = diagram.find(id)?;
        Some(diagram.elements.get(index)?.line)
    };
    let mut checked: Vec<Checked> = findings
        .into_iter()
        .map(|finding| Checked {
            severity: rules::by_id(&finding.rule).map_or(Severity::Info, |rule| rule.severity),
            line: line(&finding.element),
            finding,
        })
        .collect();
    let of_markup = faults.iter().map(|fault| (fault.line, structure::finding(fault)));
    checked.extend(
        of_markup
            .chain(warnings.iter().filter_map(structure::of_warning))
            .map(|(line, finding)| Checked {
                severity: rules::by_id(&finding.rule).map_or(Severity::Info, |rule| rule.severity),
                line: Some(line),
                finding,
            }),
    );
    checked.sort_by_key(|checked| (checked.severity, checked.line));
    (warnings, checked)
}

/// True for a warning that a rule about the structure reports as well, and more exactly.
pub fn is_said_by_rule(warning: &Warning) -> bool {
    let of_rule = matches!(
        warning.code.as_str(),
        "duplicate-id"
            | "missing-host"
            | "missing-source"
            | "missing-target"
            | "picture-of-nothing"
            | "shape-without-bounds"
            | "undeclared-prefix"
            | "unknown-element"
            | "unresolved-reference"
    );
    of_rule || structure::of_warning(warning).is_some()
}

/// Markers for findings, numbered in their order from 1.
pub(super) fn marks_of(findings: &[&Finding], lang: Lang) -> Vec<Mark> {
    findings
        .iter()
        .enumerate()
        .map(|(index, finding)| {
            let title = lang.say(&finding.message);
            Mark::finding(finding.element.as_str(), index + 1, finding.level(), title)
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
            marks_of(&analysis.judgeable(), lang)
        }
    };
    Ok(drawing::picture(&diagram, &graph, &marks, lang))
}

/// The picture of a file as PNG; `scale` 1 is the size of the drawing, `None` the usual one.
///
/// # Errors
/// `Invalid` or `TooLarge` where the file cannot be read, the scale is out of bounds or the picture would be too
/// large.
pub fn picture_pixels(
    bytes: &[u8],
    limits: &Limits,
    marks: PictureMarks,
    scale: Option<f64>,
    lang: Lang,
) -> Result<Vec<u8>> {
    Ok(drawing::pixels(&picture(bytes, limits, marks, lang)?, scale)?)
}

/// A file in words.
///
/// # Errors
/// `Invalid` or `TooLarge` where the file cannot be read.
pub fn narrate(bytes: &[u8], limits: &Limits, lang: Lang) -> Result<Story> {
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

/// The file with a drawing of our own where it has none; with `all` in place of the one it has. A file that draws
/// everything comes back as it is.
///
/// # Errors
/// Where the file cannot be read; `Invalid` where a part is drawn and `all` was not asked for: somebody's drawing is not
/// thrown away without a word.
pub fn layout(bytes: &[u8], limits: &Limits, all: bool) -> Result<Vec<u8>> {
    let (diagram, _) = read(bytes, limits)?;
    match bpmn::drawn(&diagram) {
        Drawn::Whole if !all => return Ok(bytes.to_vec()),
        Drawn::Part if !all => return Err(Error::invalid(Message::new("bpmn-layout-part"))),
        _ => {}
    }
    let plane = drawing::layout(&diagram, &build(&diagram));
    if plane.shapes.is_empty() {
        return Ok(bytes.to_vec());
    }
    let text = bpmn::draw(&diagram, &plane);
    Ok(bpmn::in_its_encoding(bytes, &diagram, &text)?)
}
