//! Measures the analysis against golden cases and labelled models. Files come in as values; nothing is stored.

mod golden;
mod labelled;
mod quantities;
mod score;
mod soundness;

pub use golden::{GoldenFailure, GoldenResult};
pub use labelled::{Bin, Measured, Miss, MissKind};
pub use score::Score;

use crate::analysis::wording::Lexicon;
use crate::analysis::{Context, analyse};
use crate::bpmn::{Limits, read};
use crate::domain::analysis::Analysis;
use crate::domain::message::Message;
use crate::error::{Error, Result};
use crate::exchange::evaluation::{self, EvaluationFile};
use crate::graph::build;

/// The outcome of an evaluation.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Evaluation {
    /// Golden cases in the order of the files.
    pub golden: Vec<GoldenResult>,
    /// Labelled models; `None` where there were none.
    pub labelled: Option<Measured>,
    /// Golden files of kinds that are not compared here: file name and schema.
    pub not_compared: Vec<(String, String)>,
}

impl Evaluation {
    /// Number of golden cases that came out as expected.
    pub fn passed(&self) -> usize {
        self.golden
            .iter()
            .filter(|result| result.failures.is_empty())
            .count()
    }

    /// Number of golden cases that did not.
    pub fn failed(&self) -> usize {
        self.golden.len() - self.passed()
    }
}

/// Evaluates files given as name and bytes: golden cases (`*.json` with a schema, models inside or beside), labels
/// (`*.labels.json`, models beside). With `lexicon_only` only words count, without propagation.
///
/// # Errors
/// `Invalid` where a JSON file or a model it names cannot be read, or where there is nothing to compare.
pub fn evaluate(files: &[(String, Vec<u8>)], lexicon_only: bool) -> Result<Evaluation> {
    evaluate_in_words(files, lexicon_only, &Lexicon::default())
}

/// As [`evaluate`], labels read with these words.
///
/// # Errors
/// As [`evaluate`].
pub fn evaluate_in_words(
    files: &[(String, Vec<u8>)],
    lexicon_only: bool,
    lexicon: &Lexicon,
) -> Result<Evaluation> {
    let context = Context {
        lexicon: lexicon.clone(),
        lexicon_only,
        ..Context::default()
    };
    let mut ordered: Vec<&(String, Vec<u8>)> = files.iter().collect();
    ordered.sort_by(|a, b| a.0.cmp(&b.0));
    let mut evaluation = Evaluation::default();
    let mut measuring = labelled::Measuring::default();
    let mut models = 0;
    for (name, bytes) in &ordered {
        if !name.to_lowercase().ends_with(".json") {
            continue;
        }
        let file = evaluation::read(bytes).map_err(|odd| {
            Error::invalid(
                Message::new("evaluate-json")
                    .with("file", name.as_str())
                    .with("line", odd.line)
                    .with("detail", odd.detail),
            )
        })?;
        match file {
            EvaluationFile::Golden(file) => {
                for case in &file.cases {
                    let tolerance = case.abs_tol.or(file.abs_tol).unwrap_or(1e-6);
                    let analysis = analyse(&golden::graph(&case.model), Vec::new(), &context);
                    evaluation
                        .golden
                        .push(golden::compare(&case.id, &case.expected, &analysis, tolerance));
                }
            }
            EvaluationFile::Quantities(file) => {
                evaluation
                    .golden
                    .extend(file.cases.iter().map(quantities::compare));
            }
            EvaluationFile::Soundness(file) => {
                for row in file.models.iter().filter(|row| row.comparable) {
                    evaluation.golden.push(soundness::compare(row, files)?);
                }
            }
            EvaluationFile::Expected(file) => {
                for (id, expected) in &file.cases {
                    let analysis = analyse_beside(name, &format!("{id}.bpmn"), files, &context)?;
                    let tolerance = file.abs_tol.unwrap_or(1e-6);
                    evaluation
                        .golden
                        .push(golden::compare(id, expected, &analysis, tolerance));
                }
            }
            EvaluationFile::Labels(labels) => {
                let analysis = analyse_beside(name, &labels.model, files, &context)?;
                measuring.add(&labels, &analysis);
                models += 1;
            }
            EvaluationFile::OtherGolden(schema) => evaluation.not_compared.push(((*name).clone(), schema)),
            EvaluationFile::Foreign => {}
        }
    }
    if models > 0 {
        evaluation.labelled = Some(measuring.finish());
    }
    if evaluation.golden.is_empty() && models == 0 && evaluation.not_compared.is_empty() {
        return Err(Error::invalid(Message::new("evaluate-nothing")));
    }
    Ok(evaluation)
}

/// Analyses the model that lies beside a file.
fn analyse_beside(
    beside: &str,
    model: &str,
    files: &[(String, Vec<u8>)],
    context: &Context,
) -> Result<Analysis> {
    let folder = beside
        .rfind(['/', '\\'])
        .map_or("", |end| beside.get(..=end).unwrap_or_default());
    let wanted = format!("{folder}{model}");
    let Some((_, bytes)) = files.iter().find(|(name, _)| *name == wanted) else {
        return Err(Error::invalid(
            Message::new("evaluate-model-missing")
                .with("file", beside)
                .with("model", model),
        ));
    };
    let (diagram, warnings) = read(bytes, &Limits::default())?;
    Ok(analyse(&build(&diagram), warnings, context))
}

#[cfg(test)]
#[path = "evaluate/evaluate_test.rs"]
mod evaluate_test;

#[cfg(test)]
#[path = "evaluate/simulation_test.rs"]
mod simulation_test;

#[cfg(test)]
#[path = "evaluate/guard_test.rs"]
mod guard_test;
