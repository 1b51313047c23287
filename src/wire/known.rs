//! Fields with three states, and figures.

use crate::domain::known::{Figure, Known};
use serde::Serialize;
use utoipa::ToSchema;

/// The value, `"not_applicable"`, or `null` for "not surveyed".
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum KnownJson<T> {
    /// Somebody said so.
    Value(T),
    /// Does not apply.
    Word(Word),
    /// Nobody has asked yet.
    NotSurveyed,
}

/// Words that stand where a value could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// The question does not apply to this process.
    NotApplicable,
}

impl<T> KnownJson<T> {
    /// From the domain, with the value turned into what leaves.
    pub fn from_known<S>(known: &Known<S>, value: impl FnOnce(&S) -> T) -> KnownJson<T> {
        match known {
            Known::Value(inner) => KnownJson::Value(value(inner)),
            Known::NotApplicable => KnownJson::Word(Word::NotApplicable),
            Known::NotSurveyed => KnownJson::NotSurveyed,
        }
    }
}

/// A number with its year and how it came about.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FigureJson {
    /// The number, in the unit of its field.
    pub value: f64,
    /// The year it was taken in; `null` where not known.
    pub year: Option<i16>,
    /// `estimated`, `recorded` or `measured`.
    pub quality: &'static str,
}

impl From<&Figure> for FigureJson {
    fn from(figure: &Figure) -> FigureJson {
        FigureJson {
            value: figure.value,
            year: figure.year,
            quality: figure.quality.code(),
        }
    }
}
