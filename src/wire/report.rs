//! Reports of the commands `bpmn check` and `import`.

use super::analysis::{RefusalJson, WarningJson, refusal};
use super::problem::FieldFaultJson;
use crate::domain::hint::Hint;
use crate::error::Error;
use crate::register::{Checked, ImportLine};
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
    /// What is odd.
    pub warnings: Vec<WarningJson>,
    /// What rules say, the worst first.
    pub findings: Vec<HintJson>,
}

/// What a rule says of a file or of the way a model is drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HintJson {
    /// Rule id.
    pub rule: &'static str,
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// Id of the element; `null` where it has none.
    pub element: Option<String>,
    /// Its name as drawn; may be empty.
    pub element_name: String,
    /// Line in the file, from 1.
    pub line: Option<u32>,
    /// What is so.
    pub message: String,
    /// What to do.
    pub fix: String,
}

impl HintJson {
    /// The hint in words.
    pub fn new(hint: &Hint, lang: Lang) -> HintJson {
        HintJson {
            rule: hint.rule,
            severity: hint.severity.code(),
            element: Some(hint.element.clone()).filter(|id| !id.is_empty()),
            element_name: hint.element_name.clone(),
            line: hint.line,
            message: lang.say(&hint.message),
            fix: lang.say(&hint.fix),
        }
    }
}

impl CheckJson {
    /// The result in words.
    pub fn new(file: &str, outcome: Result<&Checked, &Error>, lang: Lang) -> CheckJson {
        CheckJson {
            file: file.to_owned(),
            accepted: outcome.is_ok(),
            errors: outcome
                .err()
                .into_iter()
                .map(|error| refusal(error, lang))
                .collect(),
            warnings: outcome
                .iter()
                .flat_map(|checked| &checked.warnings)
                .map(|warning| WarningJson::new(warning, lang))
                .collect(),
            findings: outcome
                .iter()
                .flat_map(|checked| &checked.hints)
                .map(|hint| HintJson::new(hint, lang))
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
