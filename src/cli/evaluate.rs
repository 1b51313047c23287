//! `evaluate`: the analysis against labelled models and golden cases, so that anybody can check our claims on cases of their own.

use super::NOT_HELD;
use super::arguments::{Evaluate, Format};
use super::files::{MODELS, expand, lexicon, read, shown};
use super::terminal::{Stop, Terminal};
use crate::domain::message::Message;
use crate::register::{Evaluation, Measured, MissKind, Score, evaluate_in_words};
use crate::wire::{EvaluationJson, to_json_pretty};

/// Largest file in bytes.
const LARGEST: usize = 50_000_000;

/// Runs the command.
pub(super) fn run(options: &Evaluate, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let mut endings = MODELS.to_vec();
    endings.push("json");
    let mut paths = expand(&options.paths, &endings)?;
    if let Some(root) = &options.root {
        paths.extend(expand(std::slice::from_ref(root), &MODELS)?);
    }
    let files = paths
        .iter()
        .map(|path| Ok((shown(path), read(path, LARGEST)?)))
        .collect::<Result<Vec<_>, crate::error::Error>>()?;
    let lexicon = lexicon(options.lexicon.as_deref())?;
    let evaluation = evaluate_in_words(&files, options.lexicon_only, &lexicon)?;
    let code = if evaluation.failed() > 0 { NOT_HELD } else { 0 };
    if options.format == Format::Json {
        terminal.line(&to_json_pretty(&EvaluationJson::from(&evaluation)))?;
        return Ok(code);
    }
    golden(&evaluation, terminal)?;
    if let Some(measured) = &evaluation.labelled {
        labelled(measured, terminal)?;
    }
    for (file, schema) in &evaluation.not_compared {
        terminal.message(
            &Message::new("cli-evaluate-not-compared")
                .with("file", file.as_str())
                .with("schema", schema.as_str()),
        );
    }
    Ok(code)
}

fn golden(evaluation: &Evaluation, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    if evaluation.golden.is_empty() {
        return Ok(());
    }
    for case in evaluation.golden.iter().filter(|case| !case.failures.is_empty()) {
        terminal.say(&Message::new("cli-evaluate-case").with("case", case.id.as_str()))?;
        for failure in &case.failures {
            let figure = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| value.to_string());
            terminal.say(
                &Message::new("cli-evaluate-failure")
                    .with("element", failure.element.as_str())
                    .with("kind", failure.kind.as_str())
                    .with("object", failure.object.as_str())
                    .with("figure", failure.figure.as_str())
                    .with("expected", figure(failure.expected))
                    .with("actual", figure(failure.actual)),
            )?;
        }
    }
    terminal.say(
        &Message::new("cli-evaluate-golden")
            .with("passed", evaluation.passed())
            .with("all", evaluation.golden.len()),
    )
}

fn share(value: Option<f64>, terminal: &Terminal<'_>) -> String {
    match value {
        Some(value) => format!("{value:.3}"),
        None => terminal.lang.text("cli-evaluate-undefined"),
    }
}

fn score(name: &str, score: &Score, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    let (precision, recall, f1) = (
        share(score.precision(), terminal),
        share(score.recall(), terminal),
        share(score.f1(), terminal),
    );
    terminal.say(
        &Message::new("cli-evaluate-score")
            .with("name", name)
            .with("precision", precision)
            .with("recall", recall)
            .with("f1", f1)
            .with("hits", score.hits)
            .with("false-alarms", score.false_alarms)
            .with("missed", score.missed),
    )
}

fn labelled(measured: &Measured, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    for miss in &measured.misses {
        let what = match miss.what {
            MissKind::Missed => "cli-evaluate-missed",
            MissKind::FalseAlarm => "cli-evaluate-false-alarm",
        };
        terminal.say(
            &Message::new("cli-evaluate-miss")
                .with_term("what", what)
                .with("model", miss.model.as_str())
                .with("element", miss.element.as_str())
                .with("name", miss.element_name.as_str())
                .with("kind", miss.kind.as_str())
                .with("why", miss.why.as_str()),
        )?;
    }
    terminal.say(&Message::new("cli-evaluate-models").with("models", measured.models))?;
    let name = terminal.lang.text("cli-evaluate-elements");
    score(&name, &measured.elements, terminal)?;
    let name = terminal.lang.text("cli-evaluate-kinds");
    score(&name, &measured.kinds, terminal)?;
    for (kind, figures) in &measured.per_kind {
        score(kind.code(), figures, terminal)?;
    }
    for (level, figures) in &measured.per_level {
        let name = terminal.lang.text(&format!("cli-level-{}", level.code()));
        score(&name, figures, terminal)?;
    }
    for bin in measured.calibration.iter().filter(|bin| bin.count > 0) {
        terminal.say(
            &Message::new("cli-evaluate-bin")
                .with("from", format!("{:.1}", bin.from))
                .with("count", bin.count)
                .with("confidence", format!("{:.2}", bin.confidence))
                .with("right", format!("{:.2}", bin.right)),
        )?;
    }
    let error = share(measured.calibration_error, terminal);
    terminal.say(&Message::new("cli-evaluate-calibration").with("error", error))?;
    let name = terminal.lang.text("cli-evaluate-candidates");
    score(&name, &measured.candidate_elements, terminal)?;
    let name = terminal.lang.text("cli-evaluate-classes");
    score(&name, &measured.candidate_classes, terminal)?;
    terminal.say(&Message::new("cli-evaluate-discretion").with("number", measured.discretion_automated))
}
