//! Lead time of many simulated cases (analysis.md 4.2): the spread that branches, loops and parallel work bring.

use super::chain::{Arc, Chain, Split};
use super::slots::{list, value};

/// Points a single case may visit before it counts as endless.
const MOST_STEPS: usize = 20_000;

/// Points all cases together may visit.
const MOST_WORK: usize = 20_000_000;

/// A quantile with the interval in which it lies with 95 % probability, in the unit of the durations.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantile {
    /// The estimate.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// What the simulated cases took from begin to end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeadTime {
    /// Simulated cases.
    pub cases: u32,
    /// Mean.
    pub mean: f64,
    /// Half of the cases are done by then.
    pub p50: Quantile,
    /// Four out of five cases are done by then.
    pub p80: Quantile,
    /// 19 out of 20 cases are done by then.
    pub p95: Quantile,
}

/// Simulates cases: alternatives by their shares, parallel branches at the same time, the join waits for the last one.
/// `durations` holds the minutes of each node. The same seed gives the same cases.
///
/// `None` where branches do not meet in blocks, where a case does not end within 20,000 steps, or without a start.
pub fn simulate(chain: &Chain, durations: &[f64], seed: u64, cases: u32) -> Option<LeadTime> {
    let mut times = Vec::with_capacity(cases as usize);
    let mut work = 0;
    for case in 0..cases {
        let mut chance = Chance::of(seed, case);
        let (time, steps) = one_case(chain, durations, &mut chance)?;
        work += steps;
        if work > MOST_WORK {
            return None;
        }
        times.push(time);
    }
    if times.is_empty() {
        return None;
    }
    times.sort_by(f64::total_cmp);
    let mean = times.iter().sum::<f64>() / times.len() as f64;
    Some(LeadTime {
        cases,
        mean,
        p50: quantile(&times, 0.5),
        p80: quantile(&times, 0.8),
        p95: quantile(&times, 0.95),
    })
}

/// The order statistic, and those 1.96 standard deviations of its rank to both sides.
fn quantile(sorted: &[f64], share: f64) -> Quantile {
    let count = sorted.len() as f64;
    let spread = 1.96 * (count * share * (1.0 - share)).sqrt();
    let at = |rank: f64| {
        value(
            sorted,
            (rank.max(0.0) as usize).min(sorted.len().saturating_sub(1)),
        )
    };
    Quantile {
        value: at(count * share),
        low: at(count * share - spread),
        high: at(count * share + spread),
    }
}

/// A parallel or inclusive block that a case is in.
struct Frame {
    join: usize,
    /// Entries of the branches that are still to be walked, last first.
    open: Vec<usize>,
    begin: f64,
    latest: f64,
    /// A branch has reached the join; the others may have ended before.
    joined: bool,
}

/// Time of one case, and the points it visited.
fn one_case(chain: &Chain, durations: &[f64], chance: &mut Chance) -> Option<(f64, usize)> {
    let starts: Vec<f64> = chain.starts.iter().map(|(_, share)| *share).collect();
    let mut at = chain.starts.get(chance.pick(&starts)?).map(|(start, _)| *start);
    let mut time = 0.0;
    let mut frames: Vec<Frame> = Vec::new();
    for step in 0..MOST_STEPS {
        if let Some(frame) = frames
            .last_mut()
            .filter(|frame| at.is_none_or(|point| point == frame.join))
        {
            frame.latest = frame.latest.max(time);
            frame.joined |= at.is_some();
            if let Some(entry) = frame.open.pop() {
                (at, time) = (Some(entry), frame.begin);
                continue;
            }
            time = frame.latest;
            at = frame.joined.then_some(frame.join);
            frames.pop();
            // The block around it may end here too.
            if frames
                .last()
                .is_some_and(|outer| at.is_none_or(|point| point == outer.join))
            {
                continue;
            }
        }
        let Some(point) = at else {
            return Some((time, step + 1));
        };
        time += if point < chain.nodes {
            value(durations, point)
        } else {
            0.0
        };
        at = onward(chain, point, time, chance, &mut frames)?;
    }
    None
}

/// Where a case goes after a point: `Some(None)` at an end, `None` where it cannot be simulated.
fn onward(
    chain: &Chain,
    point: usize,
    time: f64,
    chance: &mut Chance,
    frames: &mut Vec<Frame>,
) -> Option<Option<usize>> {
    let taken = |early: bool| {
        let arcs = list(&chain.arcs, point).iter().copied();
        arcs.filter(move |arc| !arc.side && arc.weight > 0.0 && arc.early == early)
    };
    let early: Vec<Arc> = taken(true).collect();
    if !early.is_empty() {
        // What the events on the border leave over goes on the normal way.
        let interrupted: f64 = early.iter().map(|arc| arc.weight).sum();
        if chance.next() < interrupted {
            return Some(choose(&early, chance));
        }
    }
    if let Some(block) = chain.block_at(point) {
        let all = chain.split.get(point) == Some(&Split::All);
        let mut open: Vec<usize> = block
            .branches
            .iter()
            .filter(|branch| all || chance.next() < branch.share)
            .map(|branch| branch.entry)
            .collect();
        if open.is_empty() {
            // At least one branch of an inclusive block is taken.
            let shares: Vec<f64> = block.branches.iter().map(|branch| branch.share).collect();
            open.extend(
                block
                    .branches
                    .get(chance.pick(&shares)?)
                    .map(|branch| branch.entry),
            );
        }
        open.reverse();
        let first = open.pop()?;
        frames.push(Frame {
            join: block.join,
            open,
            begin: time,
            latest: time,
            joined: false,
        });
        return Some(Some(first));
    }
    let arcs: Vec<Arc> = taken(false).collect();
    if arcs.len() > 1 && chain.split.get(point) != Some(&Split::One) {
        return None;
    }
    Some(choose(&arcs, chance))
}

/// One of these ways, by weight.
fn choose(arcs: &[Arc], chance: &mut Chance) -> Option<usize> {
    if let [only] = arcs {
        return Some(only.to);
    }
    let weights: Vec<f64> = arcs.iter().map(|arc| arc.weight).collect();
    arcs.get(chance.pick(&weights)?).map(|arc| arc.to)
}

/// Random numbers counted from the seed and the case (SplitMix64), so that a case does not depend on the others.
struct Chance(u64);

impl Chance {
    fn of(seed: u64, case: u32) -> Chance {
        let mut mixed = Chance(seed ^ (u64::from(case) << 32 | 0x9E37));
        mixed.bits();
        mixed
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to below 1.
    fn next(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// One of these, by weight; `None` where nothing has any.
    fn pick(&mut self, weights: &[f64]) -> Option<usize> {
        let total: f64 = weights.iter().sum();
        if !(total > 0.0 && total.is_finite()) {
            return None;
        }
        let mut left = self.next() * total;
        for (place, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 && *weight > 0.0 {
                return Some(place);
            }
        }
        weights.iter().rposition(|weight| *weight > 0.0)
    }
}
