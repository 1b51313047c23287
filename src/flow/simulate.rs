//! Lead time of many simulated cases (analysis.md 4.2): the spread that branches, loops and parallel work bring.

use super::chain::{Arc, Chain, Split};
use super::slots::{list, value};
use crate::domain::times::{LeadTime, Quantile};

/// Points a single case may visit before it counts as endless.
const MOST_STEPS: usize = 20_000;

/// Points all cases together may visit.
const MOST_WORK: usize = 20_000_000;

/// Simulates cases: alternatives by their shares, parallel branches at the same time, the join waits for the last one.
/// `durations` holds the minutes of each node. The same seed gives the same cases.
///
/// `None` where branches do not meet in blocks, where a case does not end within 20,000 steps, or without a start.
pub fn simulate(chain: &Chain, durations: &[f64], seed: u64, cases: u32) -> Option<LeadTime> {
    let plan = Plan::of(chain, durations);
    let mut times = Vec::with_capacity(cases as usize);
    let mut work = 0;
    let mut frames = Vec::new();
    for case in 0..cases {
        let mut chance = Chance::of(seed, case);
        frames.clear();
        let (time, steps) = plan.case(&mut chance, &mut frames)?;
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

/// Where a case may go after a point.
enum Exit {
    /// One of these, by weight; none: the case ends here.
    One(Ways),
    /// Into the branches of a block: all, or each by its share.
    Block {
        join: usize,
        entries: Vec<(usize, f64)>,
        all: bool,
    },
    /// Into branches that do not meet again in one place.
    Unmatched,
}

/// Targets with their weights.
#[derive(Default)]
struct Ways {
    to: Vec<usize>,
    weights: Vec<f64>,
}

impl Ways {
    fn of(arcs: impl Iterator<Item = Arc>) -> Ways {
        let (to, weights) = arcs.map(|arc| (arc.to, arc.weight)).unzip();
        Ways { to, weights }
    }

    fn choose(&self, chance: &mut Chance) -> Option<usize> {
        match self.to.as_slice() {
            [] => None,
            [only] => Some(*only),
            several => several.get(chance.pick(&self.weights)?).copied(),
        }
    }
}

/// What a case meets at a point.
struct Stop {
    minutes: f64,
    /// Ways of the events on the border, with the share that takes one of them.
    early: Ways,
    interrupted: f64,
    exit: Exit,
}

/// The chain, laid out for walking through it many times.
struct Plan {
    starts: Ways,
    stops: Vec<Stop>,
}

impl Plan {
    fn of(chain: &Chain, durations: &[f64]) -> Plan {
        let stop = |point: usize| {
            let ways = |early: bool| {
                let arcs = list(&chain.arcs, point).iter().copied();
                Ways::of(arcs.filter(move |arc| !arc.side && arc.weight > 0.0 && arc.early == early))
            };
            let (early, normal) = (ways(true), ways(false));
            let split = chain.split.get(point).copied().unwrap_or(Split::One);
            let exit = match chain.block_at(point) {
                Some(block) => Exit::Block {
                    join: block.join,
                    entries: block
                        .branches
                        .iter()
                        .map(|branch| (branch.entry, branch.share))
                        .collect(),
                    all: split == Split::All,
                },
                None if normal.to.len() > 1 && split != Split::One => Exit::Unmatched,
                None => Exit::One(normal),
            };
            Stop {
                minutes: if point < chain.nodes {
                    value(durations, point)
                } else {
                    0.0
                },
                interrupted: early.weights.iter().sum(),
                early,
                exit,
            }
        };
        let (to, weights) = chain.starts.iter().copied().unzip();
        Plan {
            starts: Ways { to, weights },
            stops: (0..chain.points.len()).map(stop).collect(),
        }
    }

    /// Time of one case, and the points it visited.
    fn case(&self, chance: &mut Chance, frames: &mut Vec<Frame>) -> Option<(f64, usize)> {
        let mut at = Some(self.starts.choose(chance)?);
        let mut time = 0.0;
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
            let stop = self.stops.get(point)?;
            time += stop.minutes;
            at = stop.leave(time, chance, frames)?;
        }
        None
    }
}

impl Stop {
    /// Where a case goes from here: `Some(None)` at an end, `None` where it cannot be simulated.
    fn leave(&self, time: f64, chance: &mut Chance, frames: &mut Vec<Frame>) -> Option<Option<usize>> {
        // What the events on the border leave over goes on the normal way.
        if self.interrupted > 0.0 && chance.next() < self.interrupted {
            return Some(self.early.choose(chance));
        }
        match &self.exit {
            Exit::Unmatched => None,
            Exit::One(ways) => Some(ways.choose(chance)),
            Exit::Block { join, entries, all } => {
                let mut open: Vec<usize> = entries
                    .iter()
                    .rev()
                    .filter(|(_, share)| *all || chance.next() < *share)
                    .map(|(entry, _)| *entry)
                    .collect();
                if open.is_empty() {
                    // At least one branch of an inclusive block is taken.
                    let shares: Vec<f64> = entries.iter().map(|(_, share)| *share).collect();
                    open.extend(entries.get(chance.pick(&shares)?).map(|(entry, _)| *entry));
                }
                let first = open.pop()?;
                frames.push(Frame {
                    join: *join,
                    open,
                    begin: time,
                    latest: time,
                    joined: false,
                });
                Some(Some(first))
            }
        }
    }
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
