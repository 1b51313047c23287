//! Errors as `application/problem+json` (RFC 9457).

use crate::error::{Error, Kind};
use crate::text::Lang;
use serde::Serialize;
use utoipa::ToSchema;

/// A fault of one field.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FieldFaultJson {
    /// Name of the field.
    pub field: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// An error (RFC 9457).
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ProblemJson {
    /// Kind of problem: `urn:prozessregister:problem:not-found` …
    pub r#type: String,
    /// The sentence.
    pub title: String,
    /// Status code.
    pub status: u16,
    /// Faults of single fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldFaultJson>,
}

impl ProblemJson {
    /// The error in words; the cause of a fault of ours stays out.
    pub fn new(error: &Error, status: u16, lang: Lang) -> ProblemJson {
        ProblemJson {
            r#type: format!("urn:prozessregister:problem:{}", kind_code(error.kind)),
            title: lang.say(&error.message),
            status,
            errors: error
                .fields
                .iter()
                .map(|fault| FieldFaultJson {
                    field: fault.field.clone(),
                    message: lang.say(&fault.message),
                })
                .collect(),
        }
    }
}

fn kind_code(kind: Kind) -> &'static str {
    match kind {
        Kind::NotFound => "not-found",
        Kind::Invalid => "invalid",
        Kind::Conflict => "conflict",
        Kind::Forbidden => "forbidden",
        Kind::Unauthenticated => "unauthenticated",
        Kind::Stale => "stale",
        Kind::TooLarge => "too-large",
        Kind::Busy(_) => "busy",
        Kind::Full => "full",
        Kind::Internal => "internal",
    }
}
