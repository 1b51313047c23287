//! Simulated cases against exact figures, over the models of the golden cases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::golden;
use crate::domain::times::LeadTime;
use crate::exchange::evaluation::{self, EvaluationFile, GoldenModel, Quantity};
use crate::flow::{Chain, moments, simulate};

/// Models by the name of their golden case.
fn models() -> Vec<(String, GoldenModel)> {
    let bytes = include_bytes!("../../../fixtures/golden/flow_dev.json");
    let Ok(EvaluationFile::Quantities(file)) = evaluation::read(bytes) else {
        panic!("the golden cases can be read");
    };
    let models = file.cases.into_iter().filter_map(|case| match case.input {
        Quantity::Visits(model) => Some((case.id, model)),
        _ => None,
    });
    models.collect()
}

fn minutes(model: &GoldenModel) -> Vec<f64> {
    let each = |node: &evaluation::GoldenNode| node.work.unwrap_or(0.0) + node.wait.unwrap_or(0.0);
    model.nodes.iter().map(each).collect()
}

fn run(model: &GoldenModel, seed: u64, cases: u32) -> LeadTime {
    let chain = Chain::of(&golden::graph(model));
    simulate(&chain, &minutes(model), seed, cases).expect("it can be simulated")
}

#[test]
fn the_mean_lies_within_three_standard_errors_for_twenty_seeds() {
    const CASES: u32 = 4_000;
    let mut compared = 0;
    for (name, model) in models() {
        let chain = Chain::of(&golden::graph(&model));
        let times = minutes(&model);
        let Some(exact) = moments(&chain, &times, &vec![0.0; times.len()]) else {
            continue;
        };
        compared += 1;
        let error = (exact.variance / f64::from(CASES)).sqrt();
        for seed in 0..20 {
            let found = run(&model, seed, CASES).mean;
            let off = (found - exact.mean).abs();
            // 100 seeds and models at three standard errors: less than one miss is expected.
            assert!(
                off <= 3.5 * error + 1e-9,
                "{name} seed {seed}: {found} for {}",
                exact.mean
            );
        }
    }
    assert!(compared >= 4, "{compared}");
}

#[test]
fn parallel_branches_take_as_long_as_the_longest() {
    let model = |name: &str| models().into_iter().find(|(id, _)| id == name).unwrap().1;
    // 20 beside (10 or 40) beside 5, then 3: 23 in a quarter of the cases, else 43.
    let found = run(&model("dev-14-expected_visits"), 1, 10_000);
    assert!((found.mean - 38.0).abs() < 0.5, "{found:?}");
    assert_eq!((found.p50.value, found.p95.value), (43.0, 43.0));
    // At least one of 20 (90 %), 30 (40 %), 12 (15 %), then 3.
    let found = run(&model("dev-15-expected_visits"), 1, 10_000);
    assert!(found.mean > 23.0 && found.mean < 30.0, "{found:?}");
    assert_eq!(found.p95.value, 33.0);
}

#[test]
fn the_same_seed_gives_the_same_cases() {
    for (_, model) in models() {
        assert_eq!(run(&model, 7, 500), run(&model, 7, 500));
    }
}
