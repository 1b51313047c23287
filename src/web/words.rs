//! Values of the domain in words: three states, figures, shares, levels. No value is ever shown as a code.

use crate::domain::analysis::{ModelSummary, ModelVerdict};
use crate::domain::annotation::Discretion;
use crate::domain::finding::Level;
use crate::domain::known::{Figure, Known};
use crate::domain::message::Message;
use crate::domain::organisation::{ApplicationKind, InterfaceState, UnitKind};
use crate::domain::profile::{Category, Channel, ChannelShare, Field, PersonalData, Status};
use crate::text::Lang;

/// A value in words, what is known about it, and whether it is known at all.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Shown {
    /// The value, or "nicht erhoben".
    pub text: String,
    /// Year, quality, source; may be empty.
    pub note: String,
    /// True for "nicht erhoben".
    pub unknown: bool,
}

impl Shown {
    /// A value that is known.
    pub(super) fn plain(text: impl Into<String>) -> Shown {
        Shown {
            text: text.into(),
            ..Shown::default()
        }
    }

    /// "nicht erhoben".
    pub(super) fn unknown(lang: Lang) -> Shown {
        Shown {
            text: lang.text("web-not-surveyed"),
            unknown: true,
            ..Shown::default()
        }
    }

    /// The same with a note.
    pub(super) fn note(mut self, note: impl Into<String>) -> Shown {
        self.note = note.into();
        self
    }
}

/// A three-state value in words.
pub(super) fn known<T>(lang: Lang, value: &Known<T>, say: impl FnOnce(&T) -> String) -> Shown {
    match value {
        Known::Value(value) => Shown::plain(say(value)),
        Known::NotApplicable => Shown::plain(lang.text("web-not-applicable")),
        Known::NotSurveyed => Shown::unknown(lang),
    }
}

/// A figure with year and quality beside it; `unit` is a catalogue entry that takes `number`.
pub(super) fn figure(lang: Lang, value: &Known<Figure>, unit: &str) -> Shown {
    match value {
        Known::Value(figure) => {
            Shown::plain(amount(lang, unit, figure.value)).note(figure_note(lang, figure))
        }
        Known::NotApplicable => Shown::plain(lang.text("web-not-applicable")),
        Known::NotSurveyed => Shown::unknown(lang),
    }
}

/// Year and quality of a figure.
pub(super) fn figure_note(lang: Lang, figure: &Figure) -> String {
    let quality = lang.text(&format!("quality-{}", figure.quality.code()));
    match figure.year {
        Some(year) => format!("{year}, {quality}"),
        None => quality,
    }
}

/// A number with its unit; `unit` is a catalogue entry that takes `number`.
pub(super) fn amount(lang: Lang, unit: &str, number: f64) -> String {
    lang.say(&Message::new(unit).with("number", number))
}

/// Hours per year, rounded as befits an estimate.
pub(super) fn hours(lang: Lang, hours: Option<f64>) -> Shown {
    match hours {
        Some(hours) => Shown::plain(amount(lang, "web-unit-hours", rounded(hours))),
        None => Shown::unknown(lang),
    }
}

/// From and to in hours per year.
pub(super) fn hours_range(lang: Lang, range: (f64, f64)) -> String {
    lang.say(
        &Message::new("web-hours-range")
            .with("low", rounded(range.0))
            .with("high", rounded(range.1)),
    )
}

/// Two leading digits are all that an estimate can carry; whole numbers from ten on.
fn rounded(number: f64) -> f64 {
    match number {
        small if small < 10.0 => small,
        middle if middle < 1000.0 => middle.round(),
        large => (large / 10.0).round() * 10.0,
    }
}

/// A share in whole percent.
pub(super) fn percent(share: f64) -> u32 {
    // Between 0 and 100 the cast is exact.
    (share.clamp(0.0, 1.0) * 100.0).round() as u32
}

/// Media breaks per case, in words that keep "none found" and "not assessable" apart.
pub(super) fn breaks(lang: Lang, model: Option<&ModelSummary>) -> Shown {
    let Some(model) = model else {
        return Shown {
            text: lang.text("web-no-model"),
            unknown: true,
            ..Shown::default()
        };
    };
    let covered = lang.say(&Message::new("web-covered").with("percent", f64::from(percent(model.coverage))));
    match model.verdict {
        ModelVerdict::Breaks if model.coverage >= 0.995 => Shown::plain(lang.number(model.breaks_per_case)),
        ModelVerdict::Breaks => Shown::plain(lang.number(model.breaks_per_case)).note(covered),
        ModelVerdict::None => Shown::plain(lang.text("web-breaks-none")).note(covered),
        ModelVerdict::NoneFound => Shown::plain(lang.text("web-breaks-none-found")).note(covered),
        ModelVerdict::NotAssessable => Shown {
            text: lang.text("web-breaks-not-assessable"),
            note: covered,
            unknown: true,
        },
    }
}

/// Name of a field of the profile.
pub(super) fn field(lang: Lang, field: Field) -> String {
    lang.text(&format!("web-field-{}", field.code().replace('_', "-")))
}

/// State of a profile.
pub(super) fn status(lang: Lang, status: Status) -> String {
    lang.text(&format!("web-status-{}", status.code()))
}

/// Look of the badge of a status; the word says the same.
pub(super) fn status_badge(status: Status) -> &'static str {
    match status {
        Status::Draft => "pr-badge--open",
        Status::InReview => "pr-badge--info",
        Status::Released => "pr-badge--good",
        Status::Outdated => "pr-badge--warn",
    }
}

/// Kind of process.
pub(super) fn category(lang: Lang, category: Category) -> String {
    lang.text(&format!("web-category-{}", category.code()))
}

/// Room for judgement.
pub(super) fn discretion(lang: Lang, discretion: Discretion) -> String {
    lang.text(&format!("web-discretion-{}", discretion.code()))
}

/// Personal data.
pub(super) fn personal_data(lang: Lang, data: PersonalData) -> String {
    lang.text(&format!("web-personal-data-{}", data.code()))
}

/// A channel.
pub(super) fn channel(lang: Lang, channel: Channel) -> String {
    lang.text(&format!("channel-{}", channel.code()))
}

/// Channels with their shares.
pub(super) fn channels(lang: Lang, channels: &[ChannelShare]) -> String {
    channels
        .iter()
        .map(|share| match share.share {
            Some(part) => format!("{} {} %", channel(lang, share.channel), percent(part)),
            None => channel(lang, share.channel),
        })
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Level of a finding.
pub(super) fn level(lang: Lang, level: Level) -> String {
    lang.text(&format!("web-level-{}", level.code()))
}

/// Kind of a unit.
pub(super) fn unit_kind(lang: Lang, kind: UnitKind) -> String {
    lang.text(&format!("web-unit-kind-{}", kind.code()))
}

/// Kind of an application.
pub(super) fn application_kind(lang: Lang, kind: ApplicationKind) -> String {
    lang.text(&format!("web-application-kind-{}", kind.code()))
}

/// State of an interface.
pub(super) fn interface_state(lang: Lang, state: InterfaceState) -> String {
    lang.text(&format!("web-interface-{}", state.code()))
}
