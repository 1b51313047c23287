//! Mean and variance of the total time of a case without parallel work (analysis.md 4.2).

use super::chain::{Chain, Split};
use super::slots::{list, push, value};
use super::solve::solve;

/// Mean and variance of the sum of the times along a case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    /// Mean.
    pub mean: f64,
    /// Variance.
    pub variance: f64,
}

/// Exact moments of the absorbing chain, from mean and variance per node: m₁ = M μ, m₂ = M (σ² + μ² + 2 μ ∘ (P m₁))
/// with M = (I − P)⁻¹. The times of the executions are independent of each other.
///
/// `None` where branches run in parallel, where an activity has several instances, and in loops without a way out.
pub fn moments(chain: &Chain, means: &[f64], variances: &[f64]) -> Option<Moments> {
    let parallel = chain
        .arcs
        .iter()
        .enumerate()
        .any(|(point, arcs)| arcs.len() > 1 && chain.split.get(point) != Some(&Split::One));
    let side = chain.arcs.iter().flatten().any(|arc| arc.side);
    let several = chain.instances.iter().any(|count| *count != 1.0);
    if parallel || side || several || !chain.endless.is_empty() {
        return None;
    }
    let points = chain.points.len();
    let mut back: Vec<Vec<(usize, f64)>> = vec![Vec::new(); points];
    for (from, arcs) in chain.arcs.iter().enumerate() {
        for arc in arcs {
            push(&mut back, arc.to, (from, arc.weight));
        }
    }
    let at = |times: &[f64], point: usize| {
        if point < chain.nodes {
            value(times, point)
        } else {
            0.0
        }
    };
    let first: Vec<f64> = (0..points).map(|point| at(means, point)).collect();
    let mean = solve(&back, &first).ok()?;
    let second: Vec<f64> = (0..points)
        .map(|point| {
            let own = at(means, point);
            let rest: f64 = list(&chain.arcs, point)
                .iter()
                .map(|arc| arc.weight * value(&mean, arc.to))
                .sum();
            at(variances, point) + own * own + 2.0 * own * rest
        })
        .collect();
    let square = solve(&back, &second).ok()?;
    // Several starts are alternatives, each with its share.
    let over = |values: &[f64]| -> f64 {
        chain
            .starts
            .iter()
            .map(|&(start, share)| share * value(values, start))
            .sum()
    };
    let (mean, square) = (over(&mean), over(&square));
    Some(Moments {
        mean,
        variance: (square - mean * mean).max(0.0),
    })
}
