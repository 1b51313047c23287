//! Pairs, sums and interfaces in words.

use crate::domain::carrier::Carrier;
use crate::domain::message::Message;
use crate::domain::organisation::InterfaceState;
use crate::domain::system_pair::{Estimate, PairEnd, SystemPair, Total};
use crate::text::Lang;
use crate::web::address::with_query;
use crate::web::words::{self, Shown};

/// A carrier as a side of a pair.
pub(super) fn carrier(lang: Lang, carrier: &Carrier) -> String {
    match carrier {
        Carrier::System(name) if name == "?" => lang.text("carrier-end-unnamed"),
        Carrier::System(name) => name.clone(),
        Carrier::Document => lang.text("carrier-end-document"),
        Carrier::Paper => lang.text("carrier-end-paper"),
        Carrier::Oral => lang.text("carrier-end-oral"),
    }
}

/// "A und B".
pub(super) fn title(lang: Lang, one: &PairEnd, other: &PairEnd) -> String {
    lang.say(
        &Message::new("web-pairs-title-of")
            .with("one", carrier(lang, &one.carrier))
            .with("other", carrier(lang, &other.carrier)),
    )
}

/// The page of a pair.
pub(super) fn address(pair: &SystemPair, unit: &str) -> String {
    with_query(
        "/findings/system-pairs/pair",
        [
            ("one", pair.one.carrier.code().as_str()),
            ("other", pair.other.carrier.code().as_str()),
            ("unit", unit),
        ],
    )
}

/// A sum of `steps` steps: the figure, its range, and how many steps are in no figure. Nothing known is not zero.
pub(super) fn total(lang: Lang, total: Total, steps: usize) -> Shown {
    if steps == 0 {
        return Shown {
            text: lang.text("web-pairs-only-to-check"),
            unknown: true,
            ..Shown::default()
        };
    }
    let missing = (total.unknown > 0)
        .then(|| lang.say(&Message::new("web-pairs-steps-unknown").with("number", total.unknown)));
    match total.known {
        Some(known) => {
            let notes: Vec<String> = range(lang, known).into_iter().chain(missing).collect();
            Shown::plain(words::hours_number(lang, Some(known.middle)).text).note(notes.join(", "))
        }
        None => Shown::unknown(lang),
    }
}

/// An estimate of one step.
pub(super) fn estimate(lang: Lang, estimate: Option<Estimate>) -> Shown {
    match estimate {
        Some(known) => Shown::plain(words::hours_number(lang, Some(known.middle)).text)
            .note(range(lang, known).unwrap_or_default()),
        None => Shown::unknown(lang),
    }
}

/// From and to; `None` where there is no range.
fn range(lang: Lang, estimate: Estimate) -> Option<String> {
    let number = |number| words::hours_number(lang, Some(number)).text;
    let (low, high) = (number(estimate.low), number(estimate.high));
    (low != high).then(|| {
        lang.say(
            &Message::new("web-pairs-range")
                .with("low", low)
                .with("high", high),
        )
    })
}

/// What the catalogue says of the interfaces of two systems.
pub(super) fn interface(lang: Lang, pair: &SystemPair) -> Vec<String> {
    let Some(interface) = pair.interface else {
        return vec![lang.text("web-pairs-not-in-catalogue")];
    };
    if interface.there == interface.back {
        return vec![state(lang, interface.there)];
    }
    let way = |from: &PairEnd, to: &PairEnd, known| {
        lang.say(
            &Message::new("web-pairs-way")
                .with("from", carrier(lang, &from.carrier))
                .with("to", carrier(lang, &to.carrier))
                .with("state", state(lang, known)),
        )
    };
    vec![
        way(&pair.one, &pair.other, interface.there),
        way(&pair.other, &pair.one, interface.back),
    ]
}

fn state(lang: Lang, state: Option<InterfaceState>) -> String {
    match state {
        Some(state) => words::interface_state(lang, state),
        None => lang.text("web-not-surveyed"),
    }
}
