//! Why the times of two versions differ: what each step contributes (analysis.md 4.1: work = Σ v·t, so the difference of two
//! sums is the sum of the differences of the steps).

use crate::domain::times::{Change, Parted, StepDifference, StepTime, Times, TimesDifference, Totals};

/// Two figures nearer than this are the same, in minutes.
const NOTHING: f64 = 1e-9;

/// The difference of two models. `same`: elements of the old model with the element of the new one that each has become;
/// steps without a partner were removed or added. In the order of the new model, what was removed at the end.
pub fn difference(old: &Times, new: &Times, same: &[(String, String)], rate: Option<f64>) -> TimesDifference {
    let mut taken = vec![false; old.steps.len()];
    let mut all = Vec::new();
    for step in &new.steps {
        let before = same
            .iter()
            .find(|(_, to)| *to == step.element)
            .map(|(from, _)| from);
        let before = old.steps.iter().position(|step| Some(&step.element) == before);
        if let Some(taken) = before.and_then(|at| taken.get_mut(at)) {
            *taken = true;
        }
        let before = before.and_then(|at| old.steps.get(at));
        all.push(of_step(before, Some(step), rate));
    }
    let gone = old.steps.iter().zip(&taken).filter(|(_, taken)| !**taken);
    all.extend(gone.map(|(step, _)| of_step(Some(step), None, rate)));
    let unknown = all.iter().filter(|step| step.work.is_none()).count();
    let explained: f64 = all
        .iter()
        .filter_map(|step| step.work.as_ref())
        .map(Parted::all)
        .sum();
    let total = |times: &Times| times.handling_minutes;
    TimesDifference {
        old: totals(old),
        new: totals(new),
        unknown,
        // What is left rests on steps whose time one of the models does not state.
        unexplained: total(new)
            .zip(total(old))
            .map(|(new, old)| new - old - explained)
            .filter(|rest| rest.abs() > 1e-6),
        steps: all.into_iter().filter(worth_a_line).collect(),
    }
}

fn totals(times: &Times) -> Totals {
    Totals {
        handling_minutes: times.handling_minutes,
        waiting_minutes: times.waiting_minutes,
        lead_time_minutes: times.lead_time.as_ref().map(|time| time.mean),
        cost_per_case: times.cost_per_case,
        coverage: times.coverage,
    }
}

/// A step says something if it changes a figure, or came or went with a time that is not known.
fn worth_a_line(step: &StepDifference) -> bool {
    let moves = |parted: &Option<Parted>| match parted {
        Some(parted) => parted.minutes.abs() > NOTHING || parted.frequency.abs() > NOTHING,
        None => false,
    };
    let unknown = step.work.is_none() && (step.change != Change::Kept || step.half_known);
    unknown || moves(&step.work) || moves(&step.waiting)
}

fn of_step(old: Option<&StepTime>, new: Option<&StepTime>, rate: Option<f64>) -> StepDifference {
    let work = parted(old, new, |step| step.handling_minutes);
    // Nothing stated on waiting on either side is the rule for most steps: no contribution that could be missed.
    let waits = |step: Option<&StepTime>| step.is_some_and(|step| step.waiting_minutes.is_some());
    let waiting = if waits(old) || waits(new) {
        parted(old, new, |step| step.waiting_minutes)
    } else {
        None
    };
    let stated = |step: Option<&StepTime>| step.is_some_and(|step| step.handling_minutes.is_some());
    let cost = work
        .as_ref()
        .zip(rate)
        .map(|(work, rate)| work.all() / 60.0 * rate);
    let named = new.filter(|step| !step.name.is_empty()).or(old).or(new);
    StepDifference {
        change: match (old, new) {
            (Some(_), Some(_)) => Change::Kept,
            (None, _) => Change::Added,
            (_, None) => Change::Removed,
        },
        old_element: old.map(|step| step.element.clone()),
        new_element: new.map(|step| step.element.clone()),
        name: named.map(|step| step.name.clone()).unwrap_or_default(),
        half_known: stated(old) != stated(new),
        work,
        waiting,
        cost,
    }
}

/// v′t′ − vt in its two parts: v·(t′ − t) for the minutes and (v′ − v)·t′ for the frequency. `None`: not known on one side.
fn parted(
    old: Option<&StepTime>,
    new: Option<&StepTime>,
    minutes: impl Fn(&StepTime) -> Option<f64>,
) -> Option<Parted> {
    match (old, new) {
        (Some(old), Some(new)) => {
            let (before, after) = (minutes(old)?, minutes(new)?);
            Some(Parted {
                minutes: old.executions * (after - before),
                frequency: (new.executions - old.executions) * after,
            })
        }
        (Some(old), None) => Some(Parted {
            minutes: 0.0,
            frequency: -old.executions * minutes(old)?,
        }),
        (None, Some(new)) => Some(Parted {
            minutes: 0.0,
            frequency: new.executions * minutes(new)?,
        }),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use proptest::prelude::*;

    fn step(element: &str, executions: f64, handling: Option<f64>, waiting: Option<f64>) -> StepTime {
        StepTime {
            element: element.to_owned(),
            name: element.to_uppercase(),
            executions,
            handling_minutes: handling,
            waiting_minutes: waiting,
        }
    }

    fn model(steps: Vec<StepTime>) -> Times {
        let sum = |pick: fn(&StepTime) -> Option<f64>| {
            let known: Vec<f64> = steps
                .iter()
                .filter_map(|step| pick(step).map(|minutes| minutes * step.executions))
                .collect();
            (!known.is_empty()).then(|| known.iter().sum())
        };
        Times {
            handling_minutes: sum(|step| step.handling_minutes),
            waiting_minutes: sum(|step| step.waiting_minutes),
            steps,
            ..Times::default()
        }
    }

    fn same(ids: &[&str]) -> Vec<(String, String)> {
        ids.iter()
            .map(|id| ((*id).to_owned(), (*id).to_owned()))
            .collect()
    }

    #[test]
    fn each_step_says_what_it_contributes_and_why() {
        let old = model(vec![
            step("check", 1.0, Some(10.0), None),
            step("print", 1.0, Some(4.0), Some(60.0)),
            step("ask", 0.5, Some(6.0), None),
            step("sign", 1.0, Some(2.0), None),
        ]);
        let new = model(vec![
            step("check", 1.0, Some(7.0), None),
            step("ask", 0.25, Some(6.0), None),
            step("release", 1.0, Some(1.0), None),
            step("sign", 1.0, Some(2.0), None),
        ]);
        let found = difference(&old, &new, &same(&["check", "ask", "sign"]), Some(60.0));
        let lines: Vec<(&str, Change, f64, f64)> = found
            .steps
            .iter()
            .map(|step| {
                let work = step.work.as_ref().unwrap();
                (step.name.as_str(), step.change, work.minutes, work.frequency)
            })
            .collect();
        assert_eq!(
            lines,
            [
                ("CHECK", Change::Kept, -3.0, 0.0),
                ("ASK", Change::Kept, 0.0, -1.5),
                ("RELEASE", Change::Added, 0.0, 1.0),
                ("PRINT", Change::Removed, 0.0, -4.0),
            ]
        );
        assert_eq!(found.steps[3].waiting.as_ref().unwrap().all(), -60.0);
        assert_eq!(found.steps[0].cost, Some(-3.0));
        assert_eq!((found.unknown, found.unexplained), (0, None));
    }

    #[test]
    fn what_is_not_known_stays_unknown() {
        let old = model(vec![
            step("a", 1.0, Some(10.0), None),
            step("b", 1.0, Some(5.0), None),
            step("c", 1.0, None, None),
        ]);
        let new = model(vec![
            step("a", 1.0, None, None),
            step("b", 1.0, Some(4.0), None),
            step("c", 1.0, None, None),
            step("d", 1.0, None, None),
        ]);
        let found = difference(&old, &new, &same(&["a", "b", "c"]), None);
        let lines: Vec<(&str, Option<f64>)> = found
            .steps
            .iter()
            .map(|step| (step.name.as_str(), step.work.as_ref().map(Parted::all)))
            .collect();
        assert_eq!(lines, [("A", None), ("B", Some(-1.0)), ("D", None)]);
        assert_eq!((found.unknown, found.unexplained), (3, Some(-10.0)));
        let nothing = difference(&model(Vec::new()), &model(Vec::new()), &[], Some(50.0));
        assert_eq!((nothing.steps.len(), nothing.unexplained), (0, None));
    }

    proptest! {
        /// With every time stated, the contributions add up to the difference of the sums.
        #[test]
        fn contributions_add_up(
            old in proptest::collection::vec((0.0..5.0f64, 0.0..100.0f64), 1..12),
            new in proptest::collection::vec((0.0..5.0f64, 0.0..100.0f64), 1..12),
            kept in 0usize..12,
        ) {
            let build = |list: &[(f64, f64)]| {
                let each = |(at, (v, t)): (usize, &(f64, f64))| step(&format!("s{at}"), *v, Some(*t), None);
                model(list.iter().enumerate().map(each).collect())
            };
            let (old, new) = (build(&old), build(&new));
            let ids: Vec<String> = (0..kept.min(old.steps.len()).min(new.steps.len())).map(|at| format!("s{at}")).collect();
            let pairs: Vec<(String, String)> = ids.iter().map(|id| (id.clone(), id.clone())).collect();
            let found = difference(&old, &new, &pairs, None);
            let sum: f64 = found.steps.iter().filter_map(|step| step.work.as_ref()).map(Parted::all).sum();
            let total = new.handling_minutes.unwrap() - old.handling_minutes.unwrap();
            prop_assert!((sum - total).abs() < 1e-6);
            prop_assert_eq!(found.unexplained, None);
            prop_assert_eq!(found.unknown, 0);
        }
    }
}
