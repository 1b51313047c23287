//! "What if there were this interface?" in words.

use super::words::total;
use crate::domain::message::Message;
use crate::domain::system_pair::{InterfaceEffect, ProcessEffect, RankShift};
use crate::register::WhatIf;
use crate::web::frame::Frame;
use crate::web::words::Shown;

/// Processes and ranks that are shown; the rest is counted.
const MOST: usize = 50;

/// The effect of an interface.
pub(super) struct Effect {
    pub sentence: String,
    pub figures: Vec<(String, Shown)>,
    pub processes: Vec<Process>,
    /// "and 12 more", or empty.
    pub more_processes: String,
    pub ranks: Vec<Rank>,
    /// "and 12 more", or empty.
    pub more_ranks: String,
}

/// A process with its steps and hours today and afterwards.
pub(super) struct Process {
    pub address: String,
    pub name: String,
    pub steps_before: String,
    pub steps_after: String,
    pub hours_before: Shown,
    pub hours_after: Shown,
}

/// A process whose rank changes.
pub(super) struct Rank {
    pub address: String,
    pub name: String,
    pub before: String,
    pub after: String,
    pub move_word: String,
}

impl Effect {
    /// The effect in words; `None` where an interface cannot help.
    pub(super) fn of(f: &Frame, found: &WhatIf) -> Option<Effect> {
        let effect = found.effect.as_ref()?;
        Some(Effect {
            sentence: sentence(f, effect),
            figures: figures(f, effect),
            processes: effect
                .processes
                .iter()
                .take(MOST)
                .map(|process| line(f, process))
                .collect(),
            more_processes: more(f, effect.processes.len()),
            ranks: found
                .ranks
                .iter()
                .take(MOST)
                .map(|shift| rank(f, shift))
                .collect(),
            more_ranks: more(f, found.ranks.len()),
        })
    }
}

fn more(f: &Frame, number: usize) -> String {
    match number.saturating_sub(MOST) {
        0 => String::new(),
        rest => f.say(&Message::new("web-pairs-more-processes").with("number", rest)),
    }
}

/// Steps that vanish altogether.
fn gone(effect: &InterfaceEffect) -> usize {
    effect.breaks_before.saturating_sub(effect.breaks_after)
}

fn sentence(f: &Frame, effect: &InterfaceEffect) -> String {
    let id = if effect.breaks_after == 0 {
        "web-pairs-effect-all"
    } else {
        "web-pairs-effect-some"
    };
    f.say(
        &Message::new(id)
            .with("number", gone(effect))
            .with("all", effect.breaks_before),
    )
}

fn figures(f: &Frame, effect: &InterfaceEffect) -> Vec<(String, Shown)> {
    let steps = effect.breaks_before;
    let of = f.say(&Message::new("web-pairs-steps-gone-of").with("all", steps));
    let mut figures = vec![
        (
            f.t("web-pairs-steps-gone"),
            Shown::plain(f.lang.number(gone(effect) as f64)).note(of),
        ),
        (
            f.t("web-pairs-hours-gone"),
            total(f.lang, effect.hours_gone, steps),
        ),
        (
            f.t("web-pairs-hours-left"),
            total(f.lang, effect.hours_after, steps),
        ),
    ];
    if effect.cost_gone.known.is_some() {
        figures.push((f.t("web-pairs-cost-gone"), total(f.lang, effect.cost_gone, steps)));
    }
    figures
}

fn line(f: &Frame, process: &ProcessEffect) -> Process {
    let number = |number: usize| f.lang.number(number as f64);
    Process {
        address: format!("/processes/{}/findings", process.process),
        name: process.name.clone(),
        steps_before: number(process.breaks_before),
        steps_after: number(process.breaks_after),
        hours_before: total(f.lang, process.hours_before, process.breaks_before),
        hours_after: total(f.lang, process.hours_after, process.breaks_before),
    }
}

fn rank(f: &Frame, shift: &RankShift) -> Rank {
    let place = |rank: Option<usize>| match rank {
        Some(rank) => format!("{rank}."),
        None => f.t("web-pairs-rank-none"),
    };
    // Without a rank one stands behind all that have one.
    let order = |rank: Option<usize>| rank.unwrap_or(usize::MAX);
    let falls = order(shift.after) > order(shift.before);
    Rank {
        address: format!("/processes/{}", shift.process),
        name: shift.name.clone(),
        before: place(shift.before),
        after: place(shift.after),
        move_word: f.t(if falls {
            "web-pairs-move-falls"
        } else {
            "web-pairs-move-rises"
        }),
    }
}
