//! Comparison with labelled models: micro averages over all of them (`labelled/GUIDELINE.md`, Measure).

use super::score::Score;
use crate::domain::analysis::Analysis;
use crate::domain::candidate::AutomationLevel;
use crate::domain::carrier::BreakKind;
use crate::domain::finding::{Finding, Level};
use crate::exchange::evaluation::Labels;

/// What went wrong with one element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MissKind {
    /// Reported, but not in the labels.
    FalseAlarm,
    /// In the labels, but not reported.
    Missed,
}

/// One failure.
#[derive(Debug, Clone, PartialEq)]
pub struct Miss {
    /// File name of the model.
    pub model: String,
    /// Element.
    pub element: String,
    /// Name of the element, where a finding tells it.
    pub element_name: String,
    /// Code of the kind as reported or labelled.
    pub kind: String,
    /// What went wrong.
    pub what: MissKind,
    /// Reason in the labels, empty for false alarms.
    pub why: String,
    /// Confidence of the report.
    pub confidence: Option<f64>,
}

/// A bin of the calibration.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Bin {
    /// Lower bound of the confidence.
    pub from: f64,
    /// Findings in the bin.
    pub count: usize,
    /// Mean confidence of them.
    pub confidence: f64,
    /// Share of them that is right.
    pub right: f64,
}

/// Figures over all labelled models.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Measured {
    /// Number of models.
    pub models: usize,
    /// By element.
    pub elements: Score,
    /// By element and kind.
    pub kinds: Score,
    /// By element and kind, for each kind that occurs.
    pub per_kind: Vec<(BreakKind, Score)>,
    /// By element and kind, only findings of this level or surer.
    pub per_level: Vec<(Level, Score)>,
    /// Ten bins of the confidence by element and kind.
    pub calibration: Vec<Bin>,
    /// Expected calibration error; `None` without findings.
    pub calibration_error: Option<f64>,
    /// Failures of the breaks one by one.
    pub misses: Vec<Miss>,
    /// Candidates by element.
    pub candidate_elements: Score,
    /// Candidates by element with an accepted class.
    pub candidate_classes: Score,
    /// Steps with discretion for which full automation was proposed; must be 0.
    pub discretion_automated: usize,
}

/// Adds up models.
#[derive(Debug, Default)]
pub(super) struct Measuring {
    measured: Measured,
    rated: Vec<(f64, bool)>,
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort();
    items.dedup();
    items
}

impl Measuring {
    pub(super) fn add(&mut self, labels: &Labels, analysis: &Analysis) {
        let breaks: Vec<(&Finding, BreakKind)> = analysis
            .findings
            .iter()
            .filter_map(|finding| finding.kind.map(|kind| (finding, kind)))
            .collect();
        self.measured.models += 1;
        let found = sorted(breaks.iter().map(|(finding, _)| finding.element.as_str()));
        let wanted = sorted(labels.breaks.iter().map(|label| label.element.as_str()));
        self.measured.elements.add(&found, &wanted);
        let found = sorted(
            breaks
                .iter()
                .map(|(finding, kind)| (finding.element.as_str(), kind.code())),
        );
        let wanted = sorted(
            labels
                .breaks
                .iter()
                .map(|label| (label.element.as_str(), label.kind.as_str())),
        );
        self.measured.kinds.add(&found, &wanted);
        self.per_kind(&found, &wanted);
        self.per_level(&breaks, &wanted);
        for (element, kind) in &found {
            let best = breaks
                .iter()
                .filter(|(finding, own)| finding.element == *element && own.code() == *kind)
                .max_by(|a, b| a.0.confidence.total_cmp(&b.0.confidence));
            let Some((finding, _)) = best else { continue };
            let right = wanted.binary_search(&(element, kind)).is_ok();
            self.rated.push((finding.confidence, right));
            if !right {
                self.measured.misses.push(Miss {
                    model: labels.model.clone(),
                    element: (*element).to_owned(),
                    element_name: finding.element_name.clone(),
                    kind: (*kind).to_owned(),
                    what: MissKind::FalseAlarm,
                    why: String::new(),
                    confidence: Some(finding.confidence),
                });
            }
        }
        for label in &labels.breaks {
            if found
                .binary_search(&(label.element.as_str(), label.kind.as_str()))
                .is_err()
            {
                self.measured.misses.push(Miss {
                    model: labels.model.clone(),
                    element: label.element.clone(),
                    element_name: String::new(),
                    kind: label.kind.clone(),
                    what: MissKind::Missed,
                    why: label.why.clone(),
                    confidence: None,
                });
            }
        }
        self.candidates(labels, analysis);
    }

    fn per_kind(&mut self, found: &[(&str, &str)], wanted: &[(&str, &str)]) {
        for kind in BreakKind::ALL {
            let of_kind = |items: &[(&str, &str)]| {
                sorted(
                    items
                        .iter()
                        .filter(|(_, code)| *code == kind.code())
                        .map(|(element, _)| (*element).to_owned()),
                )
            };
            let (found, wanted) = (of_kind(found), of_kind(wanted));
            if found.is_empty() && wanted.is_empty() {
                continue;
            }
            let scores = &mut self.measured.per_kind;
            if !scores.iter().any(|(known, _)| *known == kind) {
                scores.push((kind, Score::default()));
                scores.sort_by_key(|(kind, _)| kind.code());
            }
            if let Some((_, score)) = scores.iter_mut().find(|(known, _)| *known == kind) {
                score.add(&found, &wanted);
            }
        }
    }

    fn per_level(&mut self, breaks: &[(&Finding, BreakKind)], wanted: &[(&str, &str)]) {
        if self.measured.per_level.is_empty() {
            self.measured.per_level = Level::ALL.map(|level| (level, Score::default())).to_vec();
        }
        for (level, score) in &mut self.measured.per_level {
            let found = sorted(
                breaks
                    .iter()
                    .filter(|(finding, _)| finding.level() <= *level)
                    .map(|(finding, kind)| (finding.element.as_str(), kind.code())),
            );
            score.add(&found, wanted);
        }
    }

    fn candidates(&mut self, labels: &Labels, analysis: &Analysis) {
        let accepts = |class: &str| class != "none";
        let wanted: Vec<&str> = sorted(
            labels
                .candidates
                .iter()
                .filter(|label| label.accept.iter().any(|class| accepts(class)))
                .map(|label| label.element.as_str()),
        );
        let found: Vec<&str> = sorted(
            analysis
                .candidates
                .iter()
                .filter(|candidate| !candidate.proposals.is_empty())
                .map(|candidate| candidate.element.as_str()),
        );
        self.measured.candidate_elements.add(&found, &wanted);
        // The class first proposed counts; a wrong class is a false alarm and a miss.
        let mut score = Score::default();
        for candidate in &analysis.candidates {
            let Some(first) = candidate.proposals.first() else {
                continue;
            };
            let accepted = labels.candidates.iter().any(|label| {
                label.element == candidate.element
                    && label.accept.iter().any(|class| class == first.class.code())
            });
            if accepted {
                score.hits += 1;
            } else {
                score.false_alarms += 1;
            }
            let full = candidate
                .proposals
                .iter()
                .any(|proposal| proposal.level == AutomationLevel::Full);
            if full && labels.discretion.contains(&candidate.element) {
                self.measured.discretion_automated += 1;
            }
        }
        score.missed = wanted.len().saturating_sub(score.hits);
        let total = &mut self.measured.candidate_classes;
        total.hits += score.hits;
        total.false_alarms += score.false_alarms;
        total.missed += score.missed;
    }

    pub(super) fn finish(mut self) -> Measured {
        let count = self.rated.len();
        let mut error = 0.0;
        for bin in 0..10_u32 {
            let from = f64::from(bin) / 10.0;
            let inside: Vec<(f64, bool)> = self
                .rated
                .iter()
                .copied()
                .filter(|(confidence, _)| {
                    ((confidence * 10.0).floor().clamp(0.0, 9.0) - f64::from(bin)).abs() < 0.5
                })
                .collect();
            let mut result = Bin {
                from,
                count: inside.len(),
                ..Bin::default()
            };
            if !inside.is_empty() {
                let size = inside.len() as f64;
                result.confidence = inside.iter().map(|(confidence, _)| confidence).sum::<f64>() / size;
                result.right = inside.iter().filter(|(_, right)| *right).count() as f64 / size;
                error += size / count as f64 * (result.confidence - result.right).abs();
            }
            self.measured.calibration.push(result);
        }
        self.measured.calibration_error = (count > 0).then_some(error);
        self.measured
            .misses
            .sort_by(|a, b| (&a.model, &a.element, &a.kind).cmp(&(&b.model, &b.element, &b.kind)));
        self.measured
    }
}
