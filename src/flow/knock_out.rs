//! The best order of independent checks of which each may end the case (analysis.md 4.4).

/// A check: minutes it takes and share of the cases it ends, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Check {
    /// Time in any unit.
    pub time: f64,
    /// Share of the cases that it ends.
    pub reject: f64,
}

/// Positions of the checks in the order with the least expected time: ascending time / rejection (Reijers, Limam
/// Mansar 2005, knock-out). A check that never rejects comes last; equal ones stay in the given order.
pub fn best_order(checks: &[Check]) -> Vec<usize> {
    let ratio = |check: &Check| {
        if check.reject > 0.0 {
            check.time / check.reject
        } else {
            f64::INFINITY
        }
    };
    let mut order: Vec<(usize, f64)> = checks.iter().map(ratio).enumerate().collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    order.into_iter().map(|(place, _)| place).collect()
}

/// Expected time of a case: each check is done only where the ones before let the case pass.
pub fn expected_time(checks: impl Iterator<Item = Check>) -> f64 {
    let (mut time, mut left) = (0.0, 1.0);
    for check in checks {
        time += left * check.time;
        left *= 1.0 - check.reject;
    }
    time
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_swap_of_neighbours_is_better(
            checks in prop::collection::vec((0.1..100.0_f64, 0.0..1.0_f64), 1..8)
        ) {
            let checks: Vec<Check> =
                checks.into_iter().map(|(time, reject)| Check { time, reject }).collect();
            let order = best_order(&checks);
            let time = |order: &[usize]| {
                expected_time(order.iter().filter_map(|&place| checks.get(place).copied()))
            };
            let best = time(&order);
            for left in 1..order.len() {
                let mut swapped = order.clone();
                swapped.swap(left - 1, left);
                prop_assert!(best <= time(&swapped) + 1e-9);
            }
        }
    }
}
