//! Scores and ranks.
//!
//! The score is the weighted mean of the answers that are there (available cases); missing answers are never
//! taken as zero but open an interval (analysis.md 6: value in [0, 1] where unknown). The range of ranks follows by
//! interval dominance: nobody can be better than those whose worst is above one's best.

use crate::domain::ids::ProcessId;
use crate::domain::message::Message;
use crate::domain::question::{QuestionSet, Weights};
use crate::domain::ranking::{Ranked, ScorePart};

/// A rank is only given where at least this share of the weight is answered; below it the answers say too little
/// (own choice, stricter than none and laxer than the 0.6 that domain.md 6.2 asks for candidates).
pub const MIN_COMPLETENESS: f64 = 0.5;

/// An answer that counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// Question id.
    pub question: String,
    /// 0 to 4.
    pub value: u8,
    /// Proposed by the program, not yet taken over by a person.
    pub proposed: bool,
}

/// One process to be ranked.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Key.
    pub process: ProcessId,
    /// The town's number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Name of its unit.
    pub unit: String,
    /// Answers, at most one per question.
    pub answers: Vec<Given>,
    /// Cases per year: breaks ties, more first.
    pub cases: Option<f64>,
    /// A legal duty exists.
    pub duty: bool,
}

/// Ranks processes: those with a rank first, best score first; ties by volume, then by age (key); then those
/// with too few answers, the most complete first.
///
/// O(n log n) in the number of processes.
pub fn rank(set: &QuestionSet, weights: &Weights, entries: Vec<Entry>) -> Vec<Ranked> {
    let shares = normalised(set, weights);
    let mut rows: Vec<(Ranked, Option<f64>)> = entries
        .into_iter()
        .map(|entry| (score(&shares, &entry), entry.cases))
        .collect();
    rows.sort_by(|(a, cases_a), (b, cases_b)| {
        let ranked = |row: &Ranked| row.completeness >= MIN_COMPLETENESS;
        ranked(b)
            .cmp(&ranked(a))
            .then_with(|| {
                if ranked(a) && ranked(b) {
                    descending(a.score, b.score)
                } else {
                    b.completeness.total_cmp(&a.completeness)
                }
            })
            .then_with(|| descending(*cases_a, *cases_b))
            .then_with(|| a.process.cmp(&b.process))
    });
    let mut rows: Vec<Ranked> = rows.into_iter().map(|(row, _)| row).collect();
    set_ranges(&mut rows);
    rows
}

fn descending(a: Option<f64>, b: Option<f64>) -> std::cmp::Ordering {
    b.unwrap_or(f64::NEG_INFINITY)
        .total_cmp(&a.unwrap_or(f64::NEG_INFINITY))
}

/// Weight of each question; together 1. Weights that are all zero count as equal.
fn normalised(set: &QuestionSet, weights: &Weights) -> Vec<(String, f64)> {
    let group = |number: u8| {
        weights
            .groups
            .iter()
            .find(|(group, _)| *group == number)
            .map_or(0.0, |(_, weight)| weight.max(0.0))
    };
    let raw: Vec<(String, f64)> = set
        .questions
        .iter()
        .map(|question| (question.id.clone(), group(question.group) * question.share))
        .collect();
    let sum: f64 = raw.iter().map(|(_, weight)| weight).sum();
    if sum > 0.0 {
        raw.into_iter().map(|(id, weight)| (id, weight / sum)).collect()
    } else {
        let equal = 1.0 / raw.len().max(1) as f64;
        raw.into_iter().map(|(id, _)| (id, equal)).collect()
    }
}

fn score(shares: &[(String, f64)], entry: &Entry) -> Ranked {
    let mut parts = Vec::with_capacity(shares.len());
    let (mut known, mut points) = (0.0, 0.0);
    for (id, weight) in shares {
        let given = entry.answers.iter().find(|given| given.question == *id);
        let value = given.map(|given| given.value.min(4));
        let share = value.map_or(0.0, |value| f64::from(value) / 4.0);
        if value.is_some() {
            known += weight;
            points += weight * share;
        }
        parts.push(ScorePart {
            question: id.clone(),
            value,
            points: 100.0 * weight * share,
            possible: 100.0 * weight,
            proposed: given.is_some_and(|given| given.proposed),
        });
    }
    let most_helpful = parts
        .iter()
        .filter(|part| part.value.is_none() && part.possible > 0.0)
        .max_by(|a, b| {
            a.possible
                .total_cmp(&b.possible)
                .then_with(|| b.question.cmp(&a.question))
        })
        .map(|part| part.question.clone());
    parts.sort_by(|a, b| {
        b.points
            .total_cmp(&a.points)
            .then_with(|| a.question.cmp(&b.question))
    });
    Ranked {
        process: entry.process,
        number: entry.number.clone(),
        name: entry.name.clone(),
        unit: entry.unit.clone(),
        rank: None,
        rank_range: (0, 0),
        score: (known > 0.0).then(|| 100.0 * points / known),
        score_range: (100.0 * points, 100.0 * (points + (1.0 - known).max(0.0))),
        completeness: known.min(1.0),
        why: why(&parts),
        parts,
        most_helpful,
        duty: entry.duty,
    }
}

/// One sentence: the two answers that carry most, and the one that holds back most.
fn why(parts: &[ScorePart]) -> Message {
    let strong: Vec<&ScorePart> = parts.iter().filter(|part| part.points > 0.0).take(2).collect();
    let weak = parts
        .iter()
        .filter(|part| part.value.is_some_and(|value| value <= 1))
        .max_by(|a, b| (a.possible - a.points).total_cmp(&(b.possible - b.points)));
    let term = |part: &ScorePart| format!("question-{}", part.question);
    let value = |part: &ScorePart| f64::from(part.value.unwrap_or_default());
    match (strong.as_slice(), weak) {
        ([], None) => Message::new("ranking-why-nothing"),
        ([], Some(weak)) => Message::new("ranking-why-low").with_term("weak", term(weak)),
        ([one], _) => Message::new("ranking-why-one")
            .with_term("first", term(one))
            .with("first-value", value(one)),
        ([one, two, ..], None) => Message::new("ranking-why-two")
            .with_term("first", term(one))
            .with("first-value", value(one))
            .with_term("second", term(two))
            .with("second-value", value(two)),
        ([one, two, ..], Some(weak)) => Message::new("ranking-why-three")
            .with_term("first", term(one))
            .with("first-value", value(one))
            .with_term("second", term(two))
            .with("second-value", value(two))
            .with_term("weak", term(weak)),
    }
}

fn set_ranges(rows: &mut [Ranked]) {
    let ranked = rows
        .iter()
        .take_while(|row| row.completeness >= MIN_COMPLETENESS)
        .count();
    let Some(rows) = rows.get_mut(..ranked) else {
        return;
    };
    let mut lows: Vec<f64> = rows.iter().map(|row| row.score_range.0).collect();
    let mut highs: Vec<f64> = rows.iter().map(|row| row.score_range.1).collect();
    lows.sort_by(f64::total_cmp);
    highs.sort_by(f64::total_cmp);
    for (index, row) in rows.iter_mut().enumerate() {
        let (low, high) = row.score_range;
        let surely_above = lows.len() - lows.partition_point(|other| *other <= high + 1e-9);
        let surely_below = highs.partition_point(|other| *other < low - 1e-9);
        let rank = index + 1;
        row.rank = Some(rank);
        // With ties broken by volume the rank may lie just outside the dominance range; it belongs to it.
        row.rank_range = ((surely_above + 1).min(rank), (ranked - surely_below).max(rank));
    }
}
