//! What a confidence means: the share of findings of such confidence that are right (analysis.md 1.4, isotonic
//! calibration).
//!
//! Origin of the table: the first runs on the second, third and fourth set of labelled models, 27 November 2026, each before anybody
//! had read one of its failures (345 findings; `docs/evaluation.md`). Bins of a tenth of what the table before gave are taken back to raw
//! confidence; each share is (right + 1) / (all + 2), neighbours out of order are pooled, between the means of the bins it is
//! interpolated. Later runs on these models say nothing about it.

/// Confidence by the rules, share that was right.
const TABLE: [(f64, f64); 7] = [
    (0.0, 0.0),
    (0.40, 0.50),
    (0.55, 0.58),
    (0.61, 0.70),
    (0.715, 0.77),
    (0.867, 0.93),
    (1.0, 0.96),
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
        assert!((calibrated(0.61) - 0.70).abs() < 1e-9);
        assert!(calibrated(1.7) <= 0.96 + 1e-9 && calibrated(-1.0).abs() < 1e-9);
    }
}
