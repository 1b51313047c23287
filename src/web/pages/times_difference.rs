//! Times of two versions beside each other, and what each step contributes.

use crate::domain::message::Message;
use crate::domain::times::{Parted, StepDifference, TimesDifference, Totals};
use crate::web::frame::Frame;

/// What `diagrams/_times_difference.html` shows.
pub(super) struct TimesView {
    /// Work, waiting, lead time, cost.
    pub totals: Vec<Row>,
    /// Steps with what they contribute.
    pub steps: Vec<StepRow>,
    /// What is not known.
    pub notes: Vec<String>,
}

/// A figure before and after.
pub(super) struct Row {
    pub label: String,
    pub old: String,
    pub new: String,
    pub difference: String,
}

/// What one step contributes.
pub(super) struct StepRow {
    pub name: String,
    pub change: String,
    pub work: String,
    pub waiting: String,
    pub cost: String,
    pub why: String,
}

/// Differences below this are shown as none: half of the last digit that a page shows.
const SHOWN: f64 = 0.05;

/// The view of a difference; `None` where neither version states any time.
pub(super) fn view(f: &Frame, times: &TimesDifference) -> Option<TimesView> {
    let any = |totals: &Totals| totals.handling_minutes.is_some() || totals.waiting_minutes.is_some();
    if !any(&times.old) && !any(&times.new) {
        return None;
    }
    type Pick = fn(&Totals) -> Option<f64>;
    let picks: [(&str, Pick); 4] = [
        ("web-compare-handling", |totals| totals.handling_minutes),
        ("web-compare-waiting", |totals| totals.waiting_minutes),
        ("web-compare-lead-time", |totals| totals.lead_time_minutes),
        ("web-compare-cost", |totals| totals.cost_per_case),
    ];
    let mut notes = Vec::new();
    if times.unknown > 0 {
        notes.push(f.say(&Message::new("web-compare-unknown").with("number", times.unknown)));
    }
    if let Some(minutes) = times.unexplained {
        notes.push(f.say(&Message::new("web-compare-unexplained").with("minutes", signed(f, minutes))));
    }
    Some(TimesView {
        totals: picks
            .into_iter()
            .map(|(label, pick)| row(f, label, pick(&times.old), pick(&times.new)))
            .collect(),
        steps: times.steps.iter().map(|step| step_row(f, step)).collect(),
        notes,
    })
}

/// A figure before and after; what is not known stays unknown and has no difference.
pub(super) fn row(f: &Frame, label: &str, old: Option<f64>, new: Option<f64>) -> Row {
    let say = |number: Option<f64>| match number {
        Some(number) => f.lang.number(number),
        None => f.t("web-not-surveyed"),
    };
    Row {
        label: f.t(label),
        old: say(old),
        new: say(new),
        difference: match old.zip(new) {
            Some((old, new)) => signed(f, new - old),
            None => "–".to_owned(),
        },
    }
}

fn signed(f: &Frame, number: f64) -> String {
    match number {
        small if small.abs() < SHOWN => "±0".to_owned(),
        more if more > 0.0 => format!("+{}", f.lang.number(more)),
        less => format!("−{}", f.lang.number(-less)),
    }
}

fn step_row(f: &Frame, step: &StepDifference) -> StepRow {
    let known = |number: Option<f64>| match number {
        Some(number) => signed(f, number),
        None => f.t("web-compare-not-known"),
    };
    StepRow {
        name: match step.name.as_str() {
            "" => f.t("web-step-unnamed"),
            name => name.to_owned(),
        },
        change: f.t(&format!("compare-step-{}", step.change.code())),
        work: known(step.work.as_ref().map(Parted::all)),
        // Most steps state no waiting at all: nothing is missing there.
        waiting: match &step.waiting {
            Some(waiting) => signed(f, waiting.all()),
            None => "–".to_owned(),
        },
        cost: known(step.cost),
        why: why(f, step),
    }
}

/// Which part comes from where, for steps that both versions have.
fn why(f: &Frame, step: &StepDifference) -> String {
    let Some(work) = step
        .work
        .filter(|_| step.old_element.is_some() && step.new_element.is_some())
    else {
        return String::new();
    };
    let mut parts = Vec::new();
    for (id, number) in [
        ("web-compare-by-minutes", work.minutes),
        ("web-compare-by-frequency", work.frequency),
    ] {
        if number.abs() >= SHOWN {
            parts.push(f.say(&Message::new(id).with("minutes", signed(f, number))));
        }
    }
    parts.join(", ")
}
