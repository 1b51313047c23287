//! What an interface would change: the findings of a model as it is, and once more with the interface.

use crate::domain::finding::Finding;
use crate::domain::ids::ProcessId;
use crate::domain::system_pair::{
    Estimate, InterfaceEffect, PairStep, ProcessEffect, StepEffect, SystemPair, Total,
};
use std::collections::BTreeMap;

/// What remains of each finding with an interface: 0 nothing, 1 everything; in the order of `before`.
///
/// Numbers are compared, not hours: where the profile states the minutes of a case, the program fits its own start values
/// into them (`Reporter::fit_into_the_case`), so that less to do would make what is left look dearer.
pub fn remaining(before: &[Finding], after: &[Finding]) -> Vec<f64> {
    let left: BTreeMap<&str, f64> = after
        .iter()
        .map(|finding| (finding.key.as_str(), finding.per_case))
        .collect();
    before
        .iter()
        .map(|finding| match left.get(finding.key.as_str()) {
            None => 0.0,
            Some(number) if finding.per_case > 0.0 => (number / finding.per_case).clamp(0.0, 1.0),
            Some(_) => 1.0,
        })
        .collect()
}

/// The effect on a pair. `remains` tells what is left of a finding (by process and key, see [`remaining`]).
pub fn effect(pair: &SystemPair, remains: &dyn Fn(ProcessId, &str) -> f64) -> InterfaceEffect {
    let steps: Vec<StepEffect> = pair
        .steps
        .iter()
        .map(|step| {
            let gone = 1.0 - remains(step.process, &step.key);
            // What vanishes of the finding vanishes on the way between the two.
            let left = if step.share > 0.0 {
                ((step.share - gone) / step.share).clamp(0.0, 1.0)
            } else {
                1.0 - gone
            };
            StepEffect {
                step: step.clone(),
                // Rounding must not leave a trace of what is gone.
                remains: if left < 1e-9 { 0.0 } else { left },
            }
        })
        .collect();
    let counted: Vec<&StepEffect> = steps.iter().filter(|effect| effect.step.counted).collect();
    let mut each: BTreeMap<(&str, ProcessId), Vec<&StepEffect>> = BTreeMap::new();
    for effect in &counted {
        let key = (effect.step.process_number.as_str(), effect.step.process);
        each.entry(key).or_default().push(effect);
    }
    let processes = each
        .into_iter()
        .map(|((number, process), effects)| ProcessEffect {
            process,
            number: number.to_owned(),
            name: effects
                .first()
                .map(|effect| effect.step.process_name.clone())
                .unwrap_or_default(),
            breaks_before: effects.len(),
            breaks_after: left(&effects),
            hours_before: Total::of(effects.iter().map(|effect| effect.step.hours)),
            hours_after: after(&effects),
        })
        .collect();
    InterfaceEffect {
        breaks_before: counted.len(),
        breaks_after: left(&counted),
        hours_before: Total::of(counted.iter().map(|effect| effect.step.hours)),
        hours_after: after(&counted),
        hours_gone: gone(&counted, |step| step.hours),
        cost_gone: gone(&counted, |step| step.cost),
        processes,
        steps,
    }
}

fn left(effects: &[&StepEffect]) -> usize {
    effects.iter().filter(|effect| effect.remains > 0.0).count()
}

/// Hours that remain. A step that is gone costs nothing even where nobody knows what it costs today.
fn after(effects: &[&StepEffect]) -> Total {
    Total::of(effects.iter().map(|effect| {
        if effect.remains == 0.0 {
            Some(Estimate::default())
        } else {
            effect.step.hours.map(|hours| hours.times(effect.remains))
        }
    }))
}

/// What vanishes, of the steps of which something does; nothing where everything stays.
fn gone(effects: &[&StepEffect], figure: impl Fn(&PairStep) -> Option<Estimate>) -> Total {
    if effects.iter().all(|effect| effect.remains >= 1.0) {
        return Total::of([Some(Estimate::default())]);
    }
    Total::of(
        effects
            .iter()
            .filter(|effect| effect.remains < 1.0)
            .map(|effect| figure(&effect.step).map(|figure| figure.times(1.0 - effect.remains))),
    )
}
