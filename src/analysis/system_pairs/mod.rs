//! Which interface is missing most: media breaks of the whole register by the pair of systems between which people carry
//! over (analysis.md 1.8, "register level").
//!
//! A break between a system and paper, a document or the spoken word is a pair of its own: the table of kinds in
//! analysis.md 1.5 has them, and no interface removes them. Breaks without a system on either side are no pair.

mod effect;
mod names;

pub use effect::{effect, remaining};
pub use names::Names;

use crate::domain::carrier::Carrier;
use crate::domain::finding::{Finding, Level, Verdict};
use crate::domain::ids::ProcessId;
use crate::domain::organisation::Interface;
use crate::domain::system_pair::{Estimate, PairEnd, PairInterface, PairStep, SystemPair, Total};
use std::collections::BTreeMap;

/// Factors of the range around minutes that nobody has stated (analysis.md 1.8).
const RANGE: (f64, f64) = (0.5, 1.5);

/// What a side of a pair is sorted by, see [`Names::key`].
type Key = (u8, String);

/// A process with the findings of its newest Ist model.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The process.
    pub process: ProcessId,
    /// Its number.
    pub number: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Diagram version.
    pub diagram: u32,
    /// Media breaks in document order.
    pub findings: &'a [Finding],
}

/// The pairs of a register, those that cost most hours first. What people have dismissed or called resolved is left
/// out; what a person has to check first is listed and in no figure, unless somebody has confirmed it.
///
/// Linear in the number of findings but for the sorting; processes are taken in the order given.
pub fn pairs(
    seen: &[Seen<'_>],
    verdict: &dyn Fn(ProcessId, &str) -> Option<Verdict>,
    names: &Names,
    interfaces: &[Interface],
) -> Vec<SystemPair> {
    let mut found: BTreeMap<(Key, Key), (PairEnd, PairEnd, Vec<PairStep>)> = BTreeMap::new();
    for process in seen {
        for (index, finding) in process.findings.iter().enumerate() {
            if finding
                .carryings
                .iter()
                .all(|way| !has_system(&way.from, &way.to))
            {
                continue;
            }
            let said = verdict(process.process, &finding.key);
            if matches!(said, Some(Verdict::Dismissed | Verdict::Resolved)) {
                continue;
            }
            for way in &finding.carryings {
                if !has_system(&way.from, &way.to) {
                    continue;
                }
                let (source, target) = (names.key(&way.from), names.key(&way.to));
                // Two names of one application: nothing is carried between systems.
                if source == target {
                    continue;
                }
                let (from, to) = (names.end(&way.from), names.end(&way.to));
                let step = PairStep {
                    process: process.process,
                    process_number: process.number.to_owned(),
                    process_name: process.name.to_owned(),
                    diagram: process.diagram,
                    place: index + 1,
                    key: finding.key.clone(),
                    element: finding.element.clone(),
                    element_name: finding.element_name.clone(),
                    object: finding.object.clone(),
                    from: from.carrier.clone(),
                    to: to.carrier.clone(),
                    share: way.share,
                    per_case: finding.per_case * way.share,
                    certainty: finding.certainty,
                    hours: estimate(finding.hours_per_year, finding, way.share),
                    cost: estimate(finding.cost_per_year, finding, way.share),
                    verdict: said,
                    counted: finding.level() != Level::Check || said.is_some(),
                };
                let (key, ends) = if source < target {
                    ((source, target), (from, to))
                } else {
                    ((target, source), (to, from))
                };
                let pair = found.entry(key).or_insert((ends.0, ends.1, Vec::new()));
                pair.2.push(step);
            }
        }
    }
    let mut pairs: Vec<SystemPair> = found
        .into_iter()
        .map(|(_, (one, other, steps))| pair(one, other, steps, interfaces))
        .collect();
    pairs.sort_by(|a, b| {
        order(a.hours.known)
            .cmp(&order(b.hours.known))
            .then_with(|| middle(b.hours.known).total_cmp(&middle(a.hours.known)))
            .then(b.breaks.cmp(&a.breaks))
    });
    pairs
}

fn has_system(from: &Carrier, to: &Carrier) -> bool {
    matches!(from, Carrier::System(_)) || matches!(to, Carrier::System(_))
}

/// The range of a figure: minutes that nobody has stated are start values.
fn estimate(figure: Option<f64>, finding: &Finding, share: f64) -> Option<Estimate> {
    let (low, high) = if finding.minutes_stated { (1.0, 1.0) } else { RANGE };
    figure.map(|figure| {
        Estimate {
            low: figure * low,
            middle: figure,
            high: figure * high,
        }
        .times(share)
    })
}

fn middle(estimate: Option<Estimate>) -> f64 {
    estimate.map_or(0.0, |estimate| estimate.middle)
}

/// Known ones first.
fn order(estimate: Option<Estimate>) -> bool {
    estimate.is_none()
}

fn pair(one: PairEnd, other: PairEnd, mut steps: Vec<PairStep>, interfaces: &[Interface]) -> SystemPair {
    // Stable: equal ones stay by process and place in the model.
    steps.sort_by(|a, b| {
        b.counted
            .cmp(&a.counted)
            .then_with(|| order(a.hours).cmp(&order(b.hours)))
            .then_with(|| middle(b.hours).total_cmp(&middle(a.hours)))
    });
    let counted = || steps.iter().filter(|step| step.counted);
    let state = |from, to| {
        interfaces
            .iter()
            .find(|interface| interface.from == from && interface.to == to)
            .map(|interface| interface.state)
    };
    let interface = one
        .application
        .zip(other.application)
        .map(|(one, other)| PairInterface {
            there: state(one, other),
            back: state(other, one),
        });
    SystemPair {
        breaks: counted().count(),
        processes: processes(counted()),
        hours: Total::of(counted().map(|step| step.hours)),
        cost: Total::of(counted().map(|step| step.cost)),
        interface,
        one,
        other,
        steps,
    }
}

/// Number of different processes.
fn processes<'a>(steps: impl Iterator<Item = &'a PairStep>) -> usize {
    steps
        .map(|step| step.process)
        .collect::<std::collections::BTreeSet<_>>()
        .len()
}

#[cfg(test)]
mod interface_test;
#[cfg(test)]
mod tests;
