//! Reports of the commands `bpmn check` and `import`.

use super::analysis::{RefusalJson, WarningJson, refusal};
use super::problem::FieldFaultJson;
use crate::domain::warning::Warning;
use crate::error::Error;
use crate::register::ImportLine;
use crate::register::{Checked, hints};
use crate::text::Lang;
use serde::Serialize;

/// What is odd about a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckJson {
    /// Name as given.
    pub file: String,
    /// False: it cannot be read at all.
    pub accepted: bool,
    /// Why it cannot be read.
    pub errors: Vec<RefusalJson>,
    /// What is odd about the file.
    pub warnings: Vec<WarningJson>,
    /// What rules report about the model, worst first.
    pub findings: Vec<CheckedJson>,
}

/// What a rule reports about a model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckedJson {
    /// Id of the rule.
    pub rule: String,
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// Id of the element.
    pub element: String,
    /// Line of the element.
    pub line: Option<u32>,
    /// What is odd.
    pub message: String,
    /// What can be done, one hint each.
    pub fix: Vec<String>,
}

impl CheckJson {
    /// The result in words.
    pub fn new(file: &str, outcome: Result<&(Vec<Warning>, Vec<Checked>), &Error>, lang: Lang) -> CheckJson {
        let (warnings, checked) = match outcome {
            Ok((warnings, checked)) => (warnings.as_slice(), checked.as_slice()),
            Err(_) => (&[][..], &[][..]),
        };
        CheckJson {
            file: file.to_owned(),
            accepted: outcome.is_ok(),
            errors: outcome
                .err()
                .into_iter()
                .map(|error| refusal(error, lang))
                .collect(),
            warnings: warnings
                .iter()
                .map(|warning| WarningJson::new(warning, lang))
                .collect(),
            findings: checked
                .iter()
                .map(|checked| CheckedJson {
                    rule: checked.finding.rule.clone(),
                    severity: checked.severity.code(),
                    element: checked.finding.element.clone(),
                    line: checked.line,
                    message: lang.say(&checked.finding.message),
                    fix: hints(&checked.finding.rule, lang),
                })
                .collect(),
        }
    }
}

/// What became of a row or a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportLineJson {
    /// File, with the line where it is a table.
    pub source: String,
    /// Number of the process.
    pub number: String,
    /// `created`, `changed`, `unchanged` or `refused`.
    pub outcome: &'static str,
    /// Why it was refused.
    pub error: Option<RefusalJson>,
    /// Faults of single fields.
    pub fields: Vec<FieldFaultJson>,
    /// What is odd about it.
    pub warnings: Vec<String>,
}

impl ImportLineJson {
    /// The line in words.
    pub fn new(line: &ImportLine, lang: Lang) -> ImportLineJson {
        ImportLineJson {
            source: line.source.clone(),
            number: line.number.clone(),
            outcome: line.outcome.code(),
            error: line.error.as_ref().map(|error| refusal(error, lang)),
            fields: line
                .error
                .iter()
                .flat_map(|error| &error.fields)
                .map(|fault| FieldFaultJson {
                    field: fault.field.clone(),
                    message: lang.say(&fault.message),
                })
                .collect(),
            warnings: line.warnings.iter().map(|warning| lang.say(warning)).collect(),
        }
    }
}
