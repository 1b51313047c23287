//! Comparison with reference verdicts on the control flow.

use super::golden::{GoldenFailure, GoldenResult};
use crate::analysis::soundness::{Messages, soundness};
use crate::bpmn::{Limits, read};
use crate::domain::message::Message;
use crate::domain::soundness::{Holds, Soundness};
use crate::error::{Error, Result};
use crate::exchange::evaluation::SoundnessRow;
use crate::flow::Chain;
use crate::graph::build;

/// Names of the four letters.
const PROPERTIES: [&str; 4] = [
    "safeness",
    "option_to_complete",
    "proper_completion",
    "no_dead_activities",
];

/// Compares a model with its reference verdict, in the reading of the tool it comes from: what no step
/// sends does not come. `files` holds the models below the folder.
pub(super) fn compare(row: &SoundnessRow, files: &[(String, Vec<u8>)]) -> Result<GoldenResult> {
    let below = format!("/{}", row.path);
    let found = files
        .iter()
        .find(|(name, _)| name == &row.path || name.replace('\\', "/").ends_with(&below));
    let Some((_, bytes)) = found else {
        return Err(Error::invalid(
            Message::new("evaluate-root-missing").with("model", row.path.as_str()),
        ));
    };
    let (diagram, _) = read(bytes, &Limits::default())?;
    let graph = build(&diagram);
    let verdict = soundness(&graph, &Chain::of(&graph), Messages::OnlySent);
    let expected = row.verdict.chars();
    let failures = PROPERTIES
        .into_iter()
        .zip(expected)
        .zip(letters(&verdict))
        .filter(|((_, expected), actual)| expected != actual)
        .map(|((property, expected), actual)| GoldenFailure {
            element: String::new(),
            kind: property.to_owned(),
            object: String::new(),
            figure: format!("{property}: {expected} ≠ {actual}"),
            expected: None,
            actual: None,
        });
    Ok(GoldenResult {
        id: row.path.clone(),
        failures: failures.collect(),
    })
}

/// `T`, `F` or `?` for each property.
fn letters(verdict: &Soundness) -> [char; 4] {
    let letter = |holds: Holds| match holds {
        Holds::Yes => 'T',
        Holds::No => 'F',
        Holds::Undecided => '?',
    };
    [
        letter(verdict.safe),
        letter(verdict.option_to_complete),
        letter(verdict.proper_completion),
        letter(verdict.no_dead_activities),
    ]
}
