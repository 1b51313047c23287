//! A ranked process in words and numbers, with the bar of its score.

use crate::domain::message::Message;
use crate::domain::ranking::Ranked;
use crate::register::explain;
use crate::web::frame::Frame;
use crate::web::words;

/// What `priorities/_ranked.html` shows.
pub(super) struct RankedLine {
    pub address: String,
    pub answers_address: String,
    pub name: String,
    pub number: String,
    pub unit: String,
    pub rank: Option<usize>,
    pub range: String,
    pub bar: Option<Bar>,
    pub completeness: u32,
    pub why: String,
    pub helps: Option<String>,
    pub duty: bool,
    pub parts: Vec<Part>,
}

/// The bar: everything in hundredths of its length.
pub(super) struct Bar {
    pub score: u32,
    pub low: u32,
    pub width: u32,
    pub text: String,
}

/// What one question adds.
pub(super) struct Part {
    pub question: String,
    pub answer: String,
    pub points: String,
}

impl RankedLine {
    /// The line of a ranked process.
    pub(super) fn of(f: &Frame, ranked: &Ranked) -> RankedLine {
        let lang = f.lang;
        let (best, worst) = ranked.rank_range;
        RankedLine {
            address: format!("/processes/{}", ranked.process),
            answers_address: format!("/processes/{}/answers", ranked.process),
            name: ranked.name.clone(),
            number: ranked.number.clone(),
            unit: ranked.unit.clone(),
            rank: ranked.rank,
            range: if best == worst {
                f.t("web-rank-sure")
            } else {
                f.say(
                    &Message::new("web-rank-range")
                        .with("best", best)
                        .with("worst", worst),
                )
            },
            bar: ranked.score.map(|score| bar(f, score, ranked.score_range)),
            completeness: words::percent(ranked.completeness),
            why: f.say(&ranked.why),
            helps: ranked.most_helpful.as_ref().map(|question| {
                f.say(&Message::new("web-helps-most").with("field", question_title(f, question)))
            }),
            duty: ranked.duty,
            parts: ranked
                .parts
                .iter()
                .map(|part| Part {
                    question: question_title(f, &part.question),
                    answer: match part.value {
                        Some(value) if part.proposed => {
                            f.say(&Message::new("web-answer-proposed").with("value", f64::from(value)))
                        }
                        Some(value) => {
                            f.say(&Message::new("web-answer-given").with("value", f64::from(value)))
                        }
                        None => f.t("web-answer-missing"),
                    },
                    points: f.say(
                        &Message::new("web-points")
                            .with("points", lang.number(part.points))
                            .with("possible", lang.number(part.possible)),
                    ),
                })
                .collect(),
        }
    }
}

fn bar(f: &Frame, score: f64, (low, high): (f64, f64)) -> Bar {
    let hundredth = |number: f64| words::percent(number / 100.0);
    Bar {
        score: hundredth(score),
        low: hundredth(low),
        width: hundredth(high).saturating_sub(hundredth(low)),
        text: if (high - low) < 0.5 {
            f.say(&Message::new("web-score").with("score", score.round()))
        } else {
            f.say(
                &Message::new("web-score-range")
                    .with("score", score.round())
                    .with("low", low.round())
                    .with("high", high.round()),
            )
        },
    }
}

/// A question in one sentence.
pub(super) fn question_title(f: &Frame, id: &str) -> String {
    explain(id, f.lang)
        .map(|text| text.title)
        .unwrap_or_else(|_| f.t("web-question"))
}
