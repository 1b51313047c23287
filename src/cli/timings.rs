//! `--timings`: how long each file took.

use super::terminal::Terminal;
use crate::domain::message::Message;
use std::time::Instant;

/// Microseconds since a moment.
pub(super) fn micros(start: Instant) -> u64 {
    u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX)
}

/// Microseconds of each file on standard error, the slowest last.
pub(super) fn say(mut times: Vec<(u64, String)>, terminal: &mut Terminal<'_>) {
    let total: u64 = times.iter().map(|(micros, _)| *micros).sum();
    times.sort();
    for (micros, name) in &times {
        writeln!(terminal.err, "{micros:>10} µs  {name}").ok();
    }
    if let Some((micros, name)) = times.last() {
        terminal.message(
            &Message::new("cli-analyse-timings")
                .with("files", times.len())
                .with("total", total as f64 / 1000.0)
                .with("slowest", *micros as f64 / 1000.0)
                .with("name", name.as_str()),
        );
    }
}
