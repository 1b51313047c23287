//! How suitable, how much of that rests on data, how many hours (domain.md 6.2, analysis.md 2.3).

use super::Step;
use super::fit::Fit;
use crate::analysis::Context;
use crate::domain::annotation::Discretion;
use crate::domain::candidate::SolutionClass;
use crate::domain::carrier::Carrier;

/// Criteria of domain.md 6.2 that a model can tell: weight for automation, weight for AI.
const WEIGHTS: [(&str, f64, f64); 9] = [
    ("A1", 3.0, 2.0),
    ("A2", 3.0, 3.0),
    ("A3", 3.0, 0.0),
    ("A4", 2.0, 1.0),
    ("A5", 3.0, 0.0),
    ("A6", 2.0, 1.0),
    ("A8", 2.0, 1.0),
    ("A10", 1.0, 1.0),
    ("A11", 0.0, 4.0),
];

/// Values of the criteria, 0 to 1, or not known; in the order of `WEIGHTS`.
pub struct Measured {
    values: Vec<Option<f64>>,
    /// Share of the weight that rests on data, 0 to 1.
    pub evidenced: f64,
}

/// Measures what the model and the profile tell of a step.
pub fn measure(step: &Step, context: &Context) -> Measured {
    let volume = context.cases_per_year.map(|figure| figure.value * step.visits);
    let minutes = minutes(step);
    let from = step.findings.iter().find_map(|finding| finding.from.clone());
    let input = from.or_else(|| step.said.reads.first().cloned());
    let systems = step
        .said
        .reads
        .iter()
        .chain(&step.said.writes)
        .filter(|carrier| matches!(carrier, Carrier::System(_)))
        .count();
    let unstructured = |carrier: &Carrier| match carrier {
        Carrier::System(_) => 0.0,
        Carrier::Document => 0.75,
        Carrier::Paper | Carrier::Oral => 1.0,
    };
    let values: Vec<Option<f64>> = WEIGHTS
        .iter()
        .map(|(id, _, _)| match *id {
            "A1" => volume.map(|cases| band(cases, &[50.0, 250.0, 1000.0, 5000.0])),
            "A2" => minutes.map(|minutes| band(minutes, &[1.0, 5.0, 10.0, 20.0])),
            "A3" => step
                .discretion
                .map(|discretion| if discretion == Discretion::None { 1.0 } else { 0.0 }),
            "A5" => input.as_ref().map(|carrier| match carrier {
                Carrier::System(_) => 1.0,
                Carrier::Document => 0.5,
                Carrier::Paper | Carrier::Oral => 0.0,
            }),
            "A8" => (systems > 0).then(|| (systems as f64 / 4.0).min(1.0)),
            "A10" => Some((step.visits - 1.0).clamp(0.0, 1.0)),
            "A11" => input.as_ref().map(unstructured),
            _ => None,
        })
        .collect();
    let total: f64 = WEIGHTS.iter().map(|(_, auto, ai)| auto + ai).sum();
    let known: f64 = WEIGHTS
        .iter()
        .zip(&values)
        .filter(|(_, value)| value.is_some())
        .map(|((_, auto, ai), _)| auto + ai)
        .sum();
    Measured {
        evidenced: known / total,
        values,
    }
}

fn band(value: f64, borders: &[f64]) -> f64 {
    let passed = borders.iter().filter(|border| value >= **border).count();
    passed as f64 / borders.len() as f64
}

/// Minutes of work of one execution, where they are known.
fn minutes(step: &Step) -> Option<f64> {
    let stated = step
        .node
        .annotations
        .work
        .as_ref()
        .and_then(|work| work.handling_minutes);
    stated.or_else(|| {
        let total: f64 = step
            .findings
            .iter()
            .filter_map(|finding| finding.minutes_per_case)
            .sum();
        (total > 0.0 && step.visits > 0.0).then(|| total / step.visits)
    })
}

fn is_ai(class: SolutionClass) -> bool {
    matches!(
        class,
        SolutionClass::DocumentClassification
            | SolutionClass::LlmDraft
            | SolutionClass::Summary
            | SolutionClass::SpeechToText
            | SolutionClass::Chatbot
    )
}

/// Suitability of a class, 0 to 100: half its fit by kind, half the known criteria.
pub fn of(fit: &Fit, measured: &Measured) -> f64 {
    let weight = |row: &(&str, f64, f64)| if is_ai(fit.class) { row.2 } else { row.1 };
    let known: f64 = WEIGHTS
        .iter()
        .zip(&measured.values)
        .filter(|(_, value)| value.is_some())
        .map(|(row, _)| weight(row))
        .sum();
    let reached: f64 = WEIGHTS
        .iter()
        .zip(&measured.values)
        .filter_map(|(row, value)| value.map(|value| weight(row) * value))
        .sum();
    let criteria = if known > 0.0 {
        reached / known
    } else {
        fit.strength
    };
    (100.0 * (0.5 * fit.strength + 0.5 * criteria)).round()
}

/// Share of the hours a class can save (analysis.md 2.3).
fn saving(class: SolutionClass) -> f64 {
    match class {
        SolutionClass::Drop => 1.0,
        SolutionClass::Interface => 0.9,
        SolutionClass::OnlineService | SolutionClass::Rules | SolutionClass::Reuse => 0.7,
        SolutionClass::Rpa | SolutionClass::LowCode => 0.6,
        SolutionClass::DmsWorkflow | SolutionClass::DocumentClassification => 0.5,
        SolutionClass::LlmDraft | SolutionClass::Summary | SolutionClass::SpeechToText => 0.3,
        SolutionClass::Chatbot => 0.2,
    }
}

/// Hours per year from and to: unknown criteria taken at their worst and at their best.
pub fn gain(
    step: &Step,
    context: &Context,
    class: SolutionClass,
    score: f64,
    evidenced: f64,
) -> Option<(f64, f64)> {
    let cases = context.cases_per_year?.value;
    let hours = cases * step.visits * minutes(step)? / 60.0 * saving(class);
    let share = score / 100.0;
    let low = share * evidenced;
    Some((hours * low, hours * (low + 1.0 - evidenced).min(1.0)))
}
