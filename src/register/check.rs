//! `bpmn check`: is the file sound, and is the model well drawn?

use crate::analysis::media_break::annotated;
use crate::analysis::{modelling, structure};
use crate::bpmn::{self, Limits, read};
use crate::domain::hint::{self, Hint, Severity};
use crate::domain::warning::Warning;
use crate::error::Result;
use crate::flow::Chain;
use crate::graph::build;

/// What was found in a file that can be read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Checked {
    /// What is odd about the file and its annotations.
    pub warnings: Vec<Warning>,
    /// What rules say, the worst first.
    pub hints: Vec<Hint>,
}

impl Checked {
    /// How many hints matter so much.
    pub fn count(&self, severity: Severity) -> usize {
        self.hints.iter().filter(|hint| hint.severity == severity).count()
    }
}

/// Checks a file: its structure and how the model is drawn. Does not look for media breaks.
///
/// # Errors
/// `Invalid` or `TooLarge` where the file cannot be read.
pub fn check(bytes: &[u8], limits: &Limits) -> Result<Checked> {
    let (diagram, mut warnings) = read(bytes, limits)?;
    let graph = build(&diagram);
    warnings.extend(annotated::facts(&graph, &Chain::of(&graph)).1);
    let mut hints = structure::hints(&bpmn::structure::faults(&diagram.text));
    hints.extend(structure::of_encoding(&warnings));
    hints.extend(modelling::hints(&diagram));
    hint::sort(&mut hints);
    Ok(Checked { warnings, hints })
}
