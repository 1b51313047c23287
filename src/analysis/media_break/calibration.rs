//! What a confidence means: the share of findings of such confidence that are right (analysis.md 1.4, isotonic
//! calibration).
//!
//! Origin of the table: the first run on the 35 models of `fixtures/labelled` of 27 November 2026, before anybody had
//! read a failure (121 findings; bins and figures in `docs/evaluation.md`). Neighbouring bins out of order are pooled, each
//! share is (right + 1) / (all + 2), between the means of the bins it is interpolated. A later run on these models says
//! nothing about it; the next set that nobody has seen does.

/// Confidence by the rules, share that was right.
const TABLE: [(f64, f64); 6] = [
    (0.0, 0.0),
    (0.40, 0.385),
    (0.56, 0.667),
    (0.65, 0.82),
    (0.80, 0.905),
    (1.0, 0.95),
];

/// The calibrated confidence, 0 to 1. Grows with the raw one, never falls.
pub fn calibrated(raw: f64) -> f64 {
    let raw = raw.clamp(0.0, 1.0);
    TABLE
        .iter()
        .zip(TABLE.iter().skip(1))
        .find(|(_, (to, _))| raw <= *to)
        .map_or(raw, |((from, low), (to, high))| {
            low + (high - low) * (raw - from) / (to - from)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grows_and_stays_between_nought_and_one() {
        let mut before = 0.0;
        for step in 0..=1000 {
            let value = calibrated(f64::from(step) / 1000.0);
            assert!((before..=1.0).contains(&value), "{step}");
            before = value;
        }
        assert!((calibrated(0.65) - 0.82).abs() < 1e-9);
        assert!(calibrated(1.7) <= 0.95 + 1e-9 && calibrated(-1.0).abs() < 1e-9);
    }
}
