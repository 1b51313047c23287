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
