//! Comparison of two models.

use super::diagram::DiagramJson;
use super::times_difference::TimesDifferenceJson;
use crate::domain::message::Message;
use crate::register::{Compared, DiagramComparison, compared_value};
use crate::text::Lang;
use serde::Serialize;
use utoipa::ToSchema;

/// What is different between two models.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ComparisonJson {
    /// Number of edits: elements added and removed, and single aspects changed or moved.
    pub edits: usize,
    /// The files are equal byte for byte.
    pub identical: bool,
    /// The edits by element, in the order of their numbers.
    pub changes: Vec<ModelChangeJson>,
    /// Why work, waiting and cost per case differ.
    pub times: TimesDifferenceJson,
}

/// All edits of one element.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ModelChangeJson {
    /// Number, from 1; the same as on the pictures.
    pub number: usize,
    /// `added`, `removed`, `changed`, `relocated` (lane, process or sub-process), `redrawn` (picture only).
    pub kind: &'static str,
    /// True for flows and associations.
    pub connection: bool,
    /// Id in the first file.
    pub old_element: Option<String>,
    /// Id in the second file.
    pub new_element: Option<String>,
    /// The change in words.
    pub message: String,
    /// One entry per edit; empty for what was added or removed.
    pub details: Vec<DetailJson>,
}

/// One aspect that is different.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DetailJson {
    /// Which aspect (docs/compare.md).
    pub attribute: &'static str,
    /// In words; null: nothing stated.
    pub old: Option<String>,
    /// In words; null: nothing stated.
    pub new: Option<String>,
}

/// Two versions of a process beside each other.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DiagramComparisonJson {
    /// The first version.
    pub old: DiagramJson,
    /// The second version.
    pub new: DiagramJson,
    /// What is different.
    #[serde(flatten)]
    pub comparison: ComparisonJson,
}

impl ComparisonJson {
    /// The result in words.
    pub fn new(compared: &Compared, lang: Lang) -> ComparisonJson {
        let value = |value: Option<Message>| value.map(|message| lang.say(&message));
        ComparisonJson {
            edits: compared.edits,
            identical: compared.identical,
            changes: compared
                .changes
                .iter()
                .map(|change| ModelChangeJson {
                    number: change.number,
                    kind: change.kind.code(),
                    connection: change.connection,
                    old_element: change.old_id.clone(),
                    new_element: change.new_id.clone(),
                    message: change.line(lang),
                    details: change
                        .details
                        .iter()
                        .map(|detail| DetailJson {
                            attribute: detail.attribute.code(),
                            old: value(compared_value(&detail.old)),
                            new: value(compared_value(&detail.new)),
                        })
                        .collect(),
                })
                .collect(),
            times: TimesDifferenceJson::from(&compared.times),
        }
    }
}

impl DiagramComparisonJson {
    /// The result in words.
    pub fn new(found: &DiagramComparison, lang: Lang) -> DiagramComparisonJson {
        DiagramComparisonJson {
            old: DiagramJson::from(&found.old.version),
            new: DiagramJson::from(&found.new.version),
            comparison: ComparisonJson::new(&found.compared, lang),
        }
    }
}
