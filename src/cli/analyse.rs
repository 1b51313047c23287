//! `analyse`: findings, candidates, metrics and times of files. Needs no database.

use super::INVALID;
use super::arguments::{Analyse, Format};
use super::files::{MODELS, expand, lexicon, read, shown};
use super::terminal::{Stop, Terminal};
use crate::domain::analysis::Analysis;
use crate::domain::finding::Finding;
use crate::domain::message::Message;
use crate::error::Error;
use crate::register::{Limits, analyse_in_words};
use crate::text::Lang;
use crate::wire::{FileJson, to_json};
use std::time::Instant;

/// Runs the command.
pub(super) fn run(options: &Analyse, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let lexicon = lexicon(options.lexicon.as_deref())?;
    let files = expand(&options.paths, &MODELS)?;
    let limits = Limits::default();
    let mut refused = 0usize;
    let mut times: Vec<(u64, String)> = Vec::new();
    if options.format == Format::Json {
        write!(terminal.out, "[")?;
    }
    for (place, path) in files.iter().enumerate() {
        let name = shown(path);
        let start = Instant::now();
        let outcome = read(path, limits.bytes).and_then(|bytes| analyse_in_words(&bytes, &limits, &lexicon));
        let micros = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
        if outcome.is_err() {
            refused += 1;
        }
        match options.format {
            Format::Json => {
                let comma = if place == 0 { "\n" } else { ",\n" };
                let lang = terminal.lang;
                let json = FileJson::new(&name, outcome.as_ref(), Some(micros), lang);
                write!(terminal.out, "{comma}{}", to_json(&json))?;
            }
            Format::Text => text(&name, &outcome, terminal)?,
        }
        times.push((micros, name));
    }
    if options.format == Format::Json {
        writeln!(terminal.out, "\n]")?;
    }
    if options.timings {
        timings(times, terminal);
    }
    if refused > 0 {
        terminal.message(
            &Message::new("cli-analyse-refused")
                .with("refused", refused)
                .with("all", files.len()),
        );
        return Ok(INVALID);
    }
    Ok(0)
}

/// Microseconds of each file on standard error, the slowest last.
fn timings(mut times: Vec<(u64, String)>, terminal: &mut Terminal<'_>) {
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

/// A finding in one line.
fn told(place: usize, id: &str, finding: &Finding, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    let element = match finding.element_name.as_str() {
        "" => finding.element.as_str(),
        name => name,
    };
    terminal.say(
        &Message::new(id)
            .with("place", place)
            .with_term("level", format!("cli-level-{}", finding.level().code()))
            .with("what", finding.message.clone())
            .with("element", element),
    )
}

/// Why we think so: where it stands, and the very words; each once.
fn because(lang: Lang, finding: &Finding) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for evidence in &finding.evidence {
        let line = lang.say(
            &Message::new("cli-analyse-evidence")
                .with_term("source", format!("web-evidence-{}", evidence.source.code()))
                .with("words", evidence.text.as_str()),
        );
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn text(name: &str, outcome: &Result<Analysis, Error>, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    terminal.line(name)?;
    let analysis = match outcome {
        Ok(analysis) => analysis,
        Err(error) => {
            let refusal = Message::new("cli-analyse-error").with("why", error.message.clone());
            terminal.say(&refusal)?;
            return terminal.line("");
        }
    };
    let summary = &analysis.summary;
    let name = if summary.name.is_empty() {
        terminal.lang.text("cli-analyse-unnamed")
    } else {
        summary.name.clone()
    };
    terminal.say(
        &Message::new("cli-analyse-summary")
            .with("name", name)
            .with("activities", summary.activities)
            .with("coverage", (summary.coverage * 100.0).round())
            .with("breaks", summary.breaks_per_case)
            .with_term("verdict", format!("cli-verdict-{}", summary.verdict.code())),
    )?;
    for (place, finding) in analysis.findings.iter().enumerate() {
        told(place + 1, "cli-analyse-finding", finding, terminal)?;
        for line in because(terminal.lang, finding) {
            terminal.say(&Message::new("cli-analyse-because").with("what", line))?;
        }
    }
    for (place, finding) in (analysis.findings.len()..).zip(analysis.weak_spots()) {
        told(place + 1, "cli-analyse-weak-spot", finding, terminal)?;
    }
    for candidate in &analysis.candidates {
        if let Some(proposal) = candidate.proposals.first() {
            terminal.say(
                &Message::new("cli-analyse-candidate")
                    .with("element", candidate.element_name.as_str())
                    .with_term("class", format!("class-{}", proposal.class.code()))
                    .with_term("level", format!("level-{}", proposal.level.code()))
                    .with("score", proposal.score.round()),
            )?;
        }
    }
    for warning in &analysis.warnings {
        let message = match warning.line {
            Some(line) => Message::new("cli-warning-line").with("line", line.to_string()),
            None => Message::new("cli-warning"),
        };
        terminal.say(&message.with("what", warning.message.clone()))?;
    }
    terminal.line("")
}
