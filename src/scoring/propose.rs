//! Answers that register and analysis can propose, each with its formula in words (domain.md 7.1, column "automatic
//! answer from"). Where too little is known there is no proposal, only what is missing.

use crate::domain::known::{Figure, Known as State};
use crate::domain::message::Message;
use crate::domain::profile::{Channel, ChannelShare};
use crate::domain::question::AnswerProposal;

/// What is known of a process.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Known {
    /// Cases per year.
    pub cases: State<Figure>,
    /// Lead time in days.
    pub lead_time_days: State<Figure>,
    /// How it comes in.
    pub channels_in: State<Vec<ChannelShare>>,
    /// Hours per year that candidates could gain, from and to, from the newest Ist model.
    pub gain_hours: Option<(f64, f64)>,
    /// Media breaks per case of the newest Ist model; `None`: no model or not assessable.
    pub breaks_per_case: Option<f64>,
    /// Share of the unit's posts that fall vacant in five years.
    pub leaving_share: Option<f64>,
    /// True if there is a model.
    pub modelled: bool,
}

/// A proposal, or what is missing for one.
pub type Proposed = Result<AnswerProposal, Message>;

/// Proposes an answer to a question.
pub fn propose(question: &str, known: &Known) -> Proposed {
    match question {
        "1" => volume(known),
        "2" => gain(known),
        "4a" => benefit_for_people(known),
        "4b" => benefit_within(known),
        "5" => leaving(known),
        // Availability and effort need the catalogue of solutions and an estimate of the measure.
        "3a" => Err(Message::new("proposal-missing-solutions")),
        _ => Err(Message::new("proposal-missing-estimate")),
    }
}

fn banded(value: f64, bounds: [f64; 4]) -> u8 {
    bounds.iter().filter(|bound| value >= **bound).count() as u8
}

fn proposal(question: &str, value: u8, because: Message) -> Proposed {
    Ok(AnswerProposal {
        question: question.to_owned(),
        value,
        because,
    })
}

/// Bands of domain.md 7.1: 50, 250, 1,000, 5,000 cases per year.
fn volume(known: &Known) -> Proposed {
    let cases = known
        .cases
        .value()
        .ok_or_else(|| Message::new("proposal-missing-cases"))?;
    let because = Message::new("proposal-cases")
        .with("cases", cases.value)
        .with(
            "year",
            cases.year.map(|year| year.to_string()).unwrap_or_default(),
        )
        .with_term("quality", format!("quality-{}", cases.quality.code()));
    proposal("1", banded(cases.value, [50.0, 250.0, 1_000.0, 5_000.0]), because)
}

/// Bands of domain.md 7.1: 40, 200, 800, 1,600 hours per year; the middle of the range decides.
fn gain(known: &Known) -> Proposed {
    let missing = if known.modelled {
        "proposal-missing-times"
    } else {
        "proposal-missing-model"
    };
    let (low, high) = known.gain_hours.ok_or_else(|| Message::new(missing))?;
    let because = Message::new("proposal-gain").with("low", low).with("high", high);
    proposal(
        "2",
        banded((low + high) / 2.0, [40.0, 200.0, 800.0, 1_600.0]),
        because,
    )
}

/// One point where people from outside start it, one each for mostly paper or in person, for a lead time of two weeks
/// or more, for a thousand cases or more (domain.md 7.1: trigger, channel, lead time, volume).
fn benefit_for_people(known: &Known) -> Proposed {
    let channels = known
        .channels_in
        .value()
        .ok_or_else(|| Message::new("proposal-missing-channels"))?;
    let outside =
        |share: &&ChannelShare| !matches!(share.channel, Channel::InternalMail | Channel::Application);
    if !channels.iter().any(|share| outside(&share)) {
        return proposal("4a", 0, Message::new("proposal-internal"));
    }
    let by_hand = |channel: Channel| {
        matches!(
            channel,
            Channel::Counter | Channel::Phone | Channel::Post | Channel::Fax
        )
    };
    let listed = channels.len() as f64;
    let share: f64 = channels
        .iter()
        .filter(|share| by_hand(share.channel))
        .map(|share| share.share.unwrap_or(1.0 / listed))
        .sum();
    let on_paper = share >= 0.5;
    let slow = known
        .lead_time_days
        .value()
        .is_some_and(|days| days.value >= 14.0);
    let many = known.cases.value().is_some_and(|cases| cases.value >= 1_000.0);
    let value = 1 + u8::from(on_paper) + u8::from(slow) + u8::from(many);
    let yes = |yes: bool| if yes { "word-yes" } else { "word-no" };
    let because = Message::new("proposal-people")
        .with_term("paper", yes(on_paper))
        .with_term("slow", yes(slow))
        .with_term("many", yes(many));
    proposal("4a", value, because)
}

/// Bands of our own: half a break per case, 1, 2, 4.
fn benefit_within(known: &Known) -> Proposed {
    let missing = if known.modelled {
        "proposal-missing-carriers"
    } else {
        "proposal-missing-model"
    };
    let breaks = known.breaks_per_case.ok_or_else(|| Message::new(missing))?;
    proposal(
        "4b",
        banded(breaks, [0.5, 1.0, 2.0, 4.0]),
        Message::new("proposal-breaks").with("breaks", breaks),
    )
}

/// Bands of domain.md 7.1: 5, 15, 25, 40 percent.
fn leaving(known: &Known) -> Proposed {
    let share = known
        .leaving_share
        .ok_or_else(|| Message::new("proposal-missing-leaving"))?;
    let because = Message::new("proposal-leaving").with("percent", (share * 100.0).round());
    proposal("5", banded(share, [0.05, 0.15, 0.25, 0.40]), because)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::known::Quality;

    fn cases(value: f64) -> State<Figure> {
        State::Value(Figure {
            value,
            year: Some(2025),
            quality: Quality::Measured,
        })
    }

    #[test]
    fn volume_follows_the_bands() {
        for (number, value) in [
            (0.0, 0),
            (49.0, 0),
            (50.0, 1),
            (999.0, 2),
            (1_000.0, 3),
            (5_000.0, 4),
        ] {
            let known = Known {
                cases: cases(number),
                ..Known::default()
            };
            assert_eq!(propose("1", &known).unwrap().value, value, "{number} cases");
        }
    }

    #[test]
    fn what_is_not_surveyed_gives_no_proposal() {
        for question in ["1", "2", "3a", "3b", "4a", "4b", "5"] {
            assert!(
                propose(question, &Known::default()).is_err(),
                "question {question}"
            );
        }
    }

    #[test]
    fn purely_internal_processes_bring_people_nothing() {
        let inside = ChannelShare {
            channel: Channel::InternalMail,
            share: None,
        };
        let known = Known {
            channels_in: State::Value(vec![inside]),
            ..Known::default()
        };
        assert_eq!(propose("4a", &known).unwrap().value, 0);
    }

    #[test]
    fn many_slow_paper_cases_bring_people_most() {
        let known = Known {
            cases: cases(3_000.0),
            lead_time_days: State::Value(Figure {
                value: 30.0,
                year: None,
                quality: Quality::Estimated,
            }),
            channels_in: State::Value(vec![
                ChannelShare {
                    channel: Channel::Post,
                    share: Some(0.7),
                },
                ChannelShare {
                    channel: Channel::OnlineService,
                    share: Some(0.3),
                },
            ]),
            ..Known::default()
        };
        assert_eq!(propose("4a", &known).unwrap().value, 4);
    }
}
