//! Expected visits in an absorbing chain: v = start + Pᵀ v (analysis.md 1.7).
//!
//! Strongly connected components are taken in the order of the flow: forward substitution between them, a dense
//! solution inside a small one, sweeps inside a large one.

use super::slots::{add, list, set, value};

/// Components up to this size are solved by elimination, larger ones by sweeps.
const DENSE: usize = 300;
/// Sweeps over a large component before it counts as unsolved.
const SWEEPS: usize = 2_000;
/// Arcs looked at in all sweeps over one component: the larger it is, the fewer sweeps it gets.
const SWEPT_ARCS: usize = 4_000_000;
/// A visit count above this is a loop that (almost) never ends.
const ENDLESS: f64 = 1e7;

/// Components without a finite solution: loops without a way out. Each is a list of places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsolved(pub Vec<Vec<usize>>);

/// Expected visits per place. `out` lists the arcs with their weights, `start` the mass that comes from outside.
///
/// # Errors
/// [`Unsolved`] names the components from which no mass ever leaves.
pub fn solve(out: &[Vec<(usize, f64)>], start: &[f64]) -> Result<Vec<f64>, Unsolved> {
    let mut visits: Vec<f64> = (0..out.len()).map(|index| value(start, index)).collect();
    let mut unsolved = Vec::new();
    let components = components(out);
    let mut local = vec![usize::MAX; out.len()];
    for component in components.iter().rev() {
        if !settle(component, out, &mut visits, &mut local) {
            unsolved.push(component.clone());
            continue;
        }
        for &from in component {
            set(&mut local, from, usize::MAX - 1);
        }
        for &from in component {
            let mass = value(&visits, from);
            if mass == 0.0 {
                continue;
            }
            for &(to, weight) in list(out, from) {
                if value(&local, to) != usize::MAX - 1 {
                    add(&mut visits, to, mass * weight);
                }
            }
        }
        for &from in component {
            set(&mut local, from, usize::MAX);
        }
    }
    if unsolved.is_empty() {
        Ok(visits)
    } else {
        unsolved
            .iter_mut()
            .for_each(|component| component.sort_unstable());
        unsolved.sort();
        Err(Unsolved(unsolved))
    }
}

/// Turns the inflow of a component into visits. False where there is no finite answer.
fn settle(component: &[usize], out: &[Vec<(usize, f64)>], visits: &mut [f64], local: &mut [usize]) -> bool {
    if let [single] = component {
        let stay: f64 = list(out, *single)
            .iter()
            .filter(|(to, _)| to == single)
            .map(|(_, weight)| weight)
            .sum();
        if stay >= 1.0 - 1e-12 {
            return false;
        }
        let inflow = value(visits, *single);
        set(visits, *single, inflow / (1.0 - stay));
        return true;
    }
    for (index, &place) in component.iter().enumerate() {
        set(local, place, index);
    }
    let inner: Vec<Vec<(usize, f64)>> = component
        .iter()
        .map(|&place| {
            list(out, place)
                .iter()
                .filter(|(to, weight)| value(local, *to) < component.len() && *weight != 0.0)
                .map(|(to, weight)| (value(local, *to), *weight))
                .collect()
        })
        .collect();
    for &place in component {
        set(local, place, usize::MAX);
    }
    let inflow: Vec<f64> = component.iter().map(|&place| value(visits, place)).collect();
    let solution = if component.len() <= DENSE {
        eliminate(&inner, &inflow)
    } else {
        sweep(&inner, &inflow)
    };
    let total: f64 = inflow.iter().sum();
    let Some(solution) = solution else { return false };
    if solution
        .iter()
        .any(|mass| !mass.is_finite() || *mass < -1e-9 || *mass > ENDLESS * total.max(1.0))
    {
        return false;
    }
    for (&place, mass) in component.iter().zip(&solution) {
        set(visits, place, mass.max(0.0));
    }
    true
}

/// Gauss elimination with partial pivoting of (I − Pᵀ) v = b.
fn eliminate(inner: &[Vec<(usize, f64)>], inflow: &[f64]) -> Option<Vec<f64>> {
    let size = inner.len();
    // One row per place, the right side in the last column.
    let mut rows: Vec<Vec<f64>> = (0..size)
        .map(|row| {
            let mut cells = vec![0.0; size + 1];
            add(&mut cells, row, 1.0);
            set(&mut cells, size, value(inflow, row));
            cells
        })
        .collect();
    for (from, arcs) in inner.iter().enumerate() {
        for &(to, weight) in arcs {
            if let Some(row) = rows.get_mut(to) {
                add(row, from, -weight);
            }
        }
    }
    for column in 0..size {
        let pivot = (column..size).max_by(|&a, &b| {
            let size_of = |row: usize| rows.get(row).map_or(0.0, |cells| value(cells, column).abs());
            size_of(a).total_cmp(&size_of(b)).then(b.cmp(&a))
        })?;
        rows.swap(column, pivot);
        let (head, tail) = rows.split_at_mut(column + 1);
        let pivot_row = head.last()?;
        let divisor = value(pivot_row, column);
        if divisor.abs() < 1e-12 {
            return None;
        }
        for row in tail {
            let factor = value(row, column) / divisor;
            if factor == 0.0 {
                continue;
            }
            for (cell, above) in row.iter_mut().zip(pivot_row).skip(column) {
                *cell -= factor * above;
            }
        }
    }
    let mut solution = vec![0.0; size];
    for row in (0..size).rev() {
        let cells = rows.get(row)?;
        let known: f64 = cells
            .iter()
            .zip(&solution)
            .skip(row + 1)
            .map(|(cell, mass)| cell * mass)
            .sum();
        set(
            &mut solution,
            row,
            (value(cells, size) - known) / value(cells, row),
        );
    }
    Some(solution)
}

/// Gauss–Seidel sweeps; `None` where they do not settle.
fn sweep(inner: &[Vec<(usize, f64)>], inflow: &[f64]) -> Option<Vec<f64>> {
    let mut incoming: Vec<Vec<(usize, f64)>> = vec![Vec::new(); inner.len()];
    for (from, arcs) in inner.iter().enumerate() {
        for &(to, weight) in arcs {
            super::slots::push(&mut incoming, to, (from, weight));
        }
    }
    let mut mass = inflow.to_vec();
    let arcs: usize = incoming.iter().map(Vec::len).sum();
    for _ in 0..SWEEPS.min(SWEPT_ARCS / arcs.max(1)) {
        let mut change = 0.0_f64;
        let mut largest = 1.0_f64;
        for (place, arcs) in incoming.iter().enumerate() {
            let stay: f64 = arcs
                .iter()
                .filter(|(from, _)| *from == place)
                .map(|(_, w)| w)
                .sum();
            if stay >= 1.0 - 1e-12 {
                return None;
            }
            let sum: f64 = arcs
                .iter()
                .filter(|(from, _)| *from != place)
                .map(|&(from, weight)| weight * value(&mass, from))
                .sum();
            let next = (value(inflow, place) + sum) / (1.0 - stay);
            change = change.max((next - value(&mass, place)).abs());
            largest = largest.max(next.abs());
            set(&mut mass, place, next);
        }
        if !largest.is_finite() {
            return None;
        }
        if change <= 1e-12 * largest {
            return Some(mass);
        }
    }
    None
}

/// Strongly connected components, successors before predecessors (Tarjan, without recursion).
pub(super) fn components(out: &[Vec<(usize, f64)>]) -> Vec<Vec<usize>> {
    const NEW: usize = usize::MAX;
    let mut order = vec![NEW; out.len()];
    let mut low = vec![0_usize; out.len()];
    let mut on_stack = vec![false; out.len()];
    let (mut stack, mut result, mut counter) = (Vec::new(), Vec::new(), 0_usize);
    for root in 0..out.len() {
        if value(&order, root) != NEW {
            continue;
        }
        let mut calls = vec![(root, 0_usize)];
        while let Some(&mut (place, ref mut next)) = calls.last_mut() {
            if *next == 0 {
                set(&mut order, place, counter);
                set(&mut low, place, counter);
                counter += 1;
                stack.push(place);
                set(&mut on_stack, place, true);
            }
            let arc = list(out, place).get(*next).copied();
            *next += 1;
            match arc {
                Some((to, _)) if value(&order, to) == NEW => calls.push((to, 0)),
                Some((to, _)) => {
                    if value(&on_stack, to) {
                        let lowest = value(&low, place).min(value(&order, to));
                        set(&mut low, place, lowest);
                    }
                }
                None => {
                    calls.pop();
                    let own = value(&low, place);
                    if let Some(&(caller, _)) = calls.last() {
                        let lowest = value(&low, caller).min(own);
                        set(&mut low, caller, lowest);
                    }
                    if own == value(&order, place) {
                        let mut component = Vec::new();
                        while let Some(member) = stack.pop() {
                            set(&mut on_stack, member, false);
                            component.push(member);
                            if member == place {
                                break;
                            }
                        }
                        component.reverse();
                        result.push(component);
                    }
                }
            }
        }
    }
    result
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn a_rework_loop_multiplies() {
        // 0 → 1 → 2, 2 → 1 with 0.2, 2 → 3 with 0.8
        let out = vec![vec![(1, 1.0)], vec![(2, 1.0)], vec![(1, 0.2), (3, 0.8)], vec![]];
        let visits = solve(&out, &[1.0, 0.0, 0.0, 0.0]).unwrap();
        assert!((visits[1] - 1.25).abs() < 1e-12);
        assert!((visits[3] - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_loop_without_exit_is_named() {
        let out = vec![vec![(1, 1.0)], vec![(2, 1.0)], vec![(1, 1.0)]];
        assert_eq!(solve(&out, &[1.0, 0.0, 0.0]), Err(Unsolved(vec![vec![1, 2]])));
        assert_eq!(solve(&[vec![(0, 1.0)]], &[1.0]), Err(Unsolved(vec![vec![0]])));
    }

    #[test]
    fn sweeps_agree_with_elimination() {
        let size = 40;
        let inner: Vec<Vec<(usize, f64)>> = (0..size)
            .map(|i| vec![((i + 1) % size, 0.6), ((i * 7 + 3) % size, 0.3)])
            .collect();
        let inflow: Vec<f64> = (0..size).map(|i| if i == 0 { 1.0 } else { 0.0 }).collect();
        let (a, b) = (
            eliminate(&inner, &inflow).unwrap(),
            sweep(&inner, &inflow).unwrap(),
        );
        assert!(a.iter().zip(&b).all(|(x, y)| (x - y).abs() < 1e-9));
    }

    #[test]
    fn a_long_line_needs_no_recursion() {
        let size = 200_000;
        let out: Vec<Vec<(usize, f64)>> = (0..size).map(|i| vec![(i + 1, 1.0)]).chain([vec![]]).collect();
        let mut start = vec![0.0; size + 1];
        start[0] = 1.0;
        assert!((solve(&out, &start).unwrap()[size] - 1.0).abs() < 1e-12);
    }
}
