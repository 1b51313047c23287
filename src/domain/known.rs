//! Unknown is a value: every field that a town may not know has three states.

/// A value, "does not apply", or "not surveyed". The third is never computed as zero.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Known<T> {
    /// Somebody said so.
    Value(T),
    /// The question does not apply to this process.
    NotApplicable,
    /// Nobody has asked yet.
    #[default]
    NotSurveyed,
}

impl<T> Known<T> {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Known::Value(value) => Some(value),
            _ => None,
        }
    }

    /// True unless nobody has asked yet.
    pub fn is_answered(&self) -> bool {
        !matches!(self, Known::NotSurveyed)
    }

    /// The same state with the value turned into something else.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Known<U> {
        match self {
            Known::Value(value) => Known::Value(f(value)),
            Known::NotApplicable => Known::NotApplicable,
            Known::NotSurveyed => Known::NotSurveyed,
        }
    }
}

/// How a number came about (Organisationshandbuch: geschätzt, Selbstaufschreibung, System).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quality {
    /// Somebody's estimate.
    Estimated,
    /// Written down by hand over a while.
    Recorded,
    /// Counted by a system.
    Measured,
}

impl Quality {
    /// All values, worst first.
    pub const ALL: [Quality; 3] = [Quality::Estimated, Quality::Recorded, Quality::Measured];

    /// Name in JSON, CSV and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Quality::Estimated => "estimated",
            Quality::Recorded => "recorded",
            Quality::Measured => "measured",
        }
    }
}

/// A number with its year and quality.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The number in the unit of its field (cases per year, minutes, days). Finite, not negative.
    pub value: f64,
    /// The year it was taken in, where known.
    pub year: Option<i16>,
    /// How it came about.
    pub quality: Quality,
}
