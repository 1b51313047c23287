//! Points in time and calendar dates. The clock itself is read at the edge only.

pub use jiff::civil::Date;

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The UTC calendar date of this point in time; the first day of 1970 where it lies outside the calendar.
    pub fn date(self) -> Date {
        jiff::Timestamp::from_millisecond(self.0)
            .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
            .to_zoned(jiff::tz::TimeZone::UTC)
            .date()
    }

    /// RFC 3339 in UTC, for JSON and logs.
    pub fn rfc3339(self) -> String {
        jiff::Timestamp::from_millisecond(self.0)
            .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
            .to_string()
    }
}

/// Reads an ISO date (`2026-11-23`).
pub fn parse_date(text: &str) -> Option<Date> {
    text.trim().parse().ok()
}

/// The parts of an ISO 8601 duration (`P14D`, `PT2H30M`) that are not zero, largest first, with the name of their
/// unit. Nothing for what is no duration, or one that is negative or has fractions.
pub fn duration_parts(text: &str) -> Option<Vec<(&'static str, i64)>> {
    let span: jiff::Span = text.trim().parse().ok()?;
    let fractions =
        span.get_milliseconds() != 0 || span.get_microseconds() != 0 || span.get_nanoseconds() != 0;
    if span.is_negative() || fractions || !text.trim().starts_with('P') {
        return None;
    }
    let parts = [
        ("years", i64::from(span.get_years())),
        ("months", i64::from(span.get_months())),
        ("weeks", i64::from(span.get_weeks())),
        ("days", i64::from(span.get_days())),
        ("hours", i64::from(span.get_hours())),
        ("minutes", span.get_minutes()),
        ("seconds", span.get_seconds()),
    ];
    Some(parts.into_iter().filter(|(_, amount)| *amount != 0).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_parts() {
        assert_eq!(duration_parts("P14D"), Some(vec![("days", 14)]));
        assert_eq!(duration_parts(" P1Y2M "), Some(vec![("years", 1), ("months", 2)]));
        assert_eq!(
            duration_parts("PT1H30M"),
            Some(vec![("hours", 1), ("minutes", 30)])
        );
        for other in ["R1/P5D", "=wait", "2026-01-01", "-P1D", "14 days", ""] {
            assert_eq!(duration_parts(other), None, "{other}");
        }
    }
}
