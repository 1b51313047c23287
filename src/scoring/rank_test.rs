#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;
use crate::domain::ids::ProcessId;
use crate::domain::question::Weights;
use proptest::prelude::*;

fn entry(id: i64, answers: &[(&str, u8)]) -> Entry {
    Entry {
        process: ProcessId(id),
        number: format!("P{id}"),
        name: format!("Prozess {id}"),
        unit: String::new(),
        answers: answers
            .iter()
            .map(|(question, value)| Given {
                question: (*question).to_owned(),
                value: *value,
                proposed: false,
            })
            .collect(),
        cases: None,
        duty: false,
    }
}

const ALL: [&str; 7] = ["1", "2", "3a", "3b", "4a", "4b", "5"];

#[test]
fn a_complete_row_is_its_weighted_mean() {
    let answers = [
        ("1", 4),
        ("2", 2),
        ("3a", 4),
        ("3b", 0),
        ("4a", 2),
        ("4b", 2),
        ("5", 0),
    ];
    let rows = rank(&question_set(), &default_weights(), vec![entry(1, &answers)]);
    // 20·1 + 20·.5 + 10·1 + 10·0 + 10·.5 + 10·.5 + 20·0 = 50
    assert!((rows[0].score.unwrap() - 50.0).abs() < 1e-9);
    assert!((rows[0].score_range.0 - 50.0).abs() < 1e-9 && (rows[0].score_range.1 - 50.0).abs() < 1e-9);
    assert_eq!(rows[0].rank, Some(1));
    assert_eq!(rows[0].most_helpful, None);
}

#[test]
fn missing_answers_widen_the_range_and_never_count_as_zero() {
    let rows = rank(
        &question_set(),
        &default_weights(),
        vec![
            entry(1, &[("1", 4), ("2", 4), ("4a", 4), ("4b", 4)]),
            entry(2, &ALL.map(|id| (id, 3))),
        ],
    );
    assert_eq!(rows[0].process, ProcessId(1));
    assert!((rows[0].score.unwrap() - 100.0).abs() < 1e-9);
    assert!((rows[0].score_range.0 - 60.0).abs() < 1e-9);
    assert_eq!(
        rows[0].rank_range,
        (1, 2),
        "its worst, 60, lies below the 75 of the other"
    );
    assert_eq!(rows[1].rank_range, (1, 2));
    assert_eq!(
        rows[0].most_helpful.as_deref(),
        Some("5"),
        "a whole Leitfrage weighs more than half of one"
    );
}

#[test]
fn too_few_answers_give_no_rank() {
    let rows = rank(
        &question_set(),
        &default_weights(),
        vec![entry(1, &[("1", 4)]), entry(2, &[])],
    );
    assert!(rows.iter().all(|row| row.rank.is_none()));
    assert_eq!(rows[1].score, None);
}

#[test]
fn ties_go_to_the_larger_volume() {
    let mut larger = entry(2, &ALL.map(|id| (id, 2)));
    larger.cases = Some(900.0);
    let rows = rank(
        &question_set(),
        &default_weights(),
        vec![entry(1, &ALL.map(|id| (id, 2))), larger],
    );
    assert_eq!(rows[0].process, ProcessId(2));
}

proptest! {
    #[test]
    fn ranks_lie_in_their_ranges_and_scores_in_their_intervals(
        table in proptest::collection::vec(proptest::collection::vec(proptest::option::of(0u8..=4), 7), 0..30),
        weights in proptest::collection::vec(0.0f64..100.0, 5),
    ) {
        let entries = table.iter().enumerate().map(|(index, row)| {
            let answers: Vec<(&str, u8)> =
                ALL.iter().zip(row).filter_map(|(id, value)| value.map(|value| (*id, value))).collect();
            entry(index as i64, &answers)
        }).collect();
        let weights = Weights { groups: (1..=5).zip(weights).collect() };
        let rows = rank(&question_set(), &weights, entries);
        let ranked = rows.iter().filter(|row| row.rank.is_some()).count();
        for row in &rows {
            prop_assert!(row.score_range.0 >= -1e-9 && row.score_range.1 <= 100.0 + 1e-6);
            prop_assert!(row.score_range.0 <= row.score_range.1 + 1e-9);
            if let (Some(rank), Some(score)) = (row.rank, row.score) {
                prop_assert!(row.rank_range.0 <= rank && rank <= row.rank_range.1 && row.rank_range.1 <= ranked);
                prop_assert!(score >= row.score_range.0 - 1e-6 && score <= row.score_range.1 + 1e-6);
            }
        }
    }
}
