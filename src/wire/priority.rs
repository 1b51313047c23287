//! Prioritisation: questions, answers, ranking.

use super::fields::Fields;
use super::json::{Object, turn_tag};
use crate::domain::question::{Answer, QuestionState, Weights};
use crate::domain::ranking::Ranked;
use crate::error::Result;
use crate::text::Lang;
use serde::Serialize;
use utoipa::ToSchema;

/// What one question adds to a score.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ScorePartJson {
    /// Question id.
    pub question: String,
    /// The answer, 0 to 4; `null`: missing.
    pub value: Option<u8>,
    /// Points of 100 it adds.
    pub points: f64,
    /// Points it could add at most.
    pub possible: f64,
    /// True where the proposal was used because no person has answered.
    pub proposed: bool,
}

/// One process in the ranking.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RankedJson {
    /// Rank from 1; `null` without any answer.
    pub rank: Option<usize>,
    /// Key of the process.
    pub process: i64,
    /// Its number.
    pub number: String,
    /// Its name.
    pub name: String,
    /// Name of its unit.
    pub unit: String,
    /// Best and worst rank that the missing answers allow.
    pub rank_range: [usize; 2],
    /// 0 to 100; `null` without any answer.
    pub score: Option<f64>,
    /// Score with all missing answers at 0 and at 4.
    pub score_range: [f64; 2],
    /// Share of the weight that is answered, 0 to 1.
    pub completeness: f64,
    /// Parts of the score, largest first.
    pub parts: Vec<ScorePartJson>,
    /// Why it stands where it stands.
    pub why: String,
    /// Question whose answer would narrow the interval most.
    pub most_helpful: Option<String>,
    /// A legal duty stands beside the rank, never in it.
    pub duty: bool,
}

impl RankedJson {
    /// The place in words.
    pub fn new(ranked: &Ranked, lang: Lang) -> RankedJson {
        RankedJson {
            rank: ranked.rank,
            process: ranked.process.0,
            number: ranked.number.clone(),
            name: ranked.name.clone(),
            unit: ranked.unit.clone(),
            rank_range: [ranked.rank_range.0, ranked.rank_range.1],
            score: ranked.score,
            score_range: [ranked.score_range.0, ranked.score_range.1],
            completeness: ranked.completeness,
            parts: ranked
                .parts
                .iter()
                .map(|part| ScorePartJson {
                    question: part.question.clone(),
                    value: part.value,
                    points: part.points,
                    possible: part.possible,
                    proposed: part.proposed,
                })
                .collect(),
            why: lang.say(&ranked.why),
            most_helpful: ranked.most_helpful.clone(),
            duty: ranked.duty,
        }
    }
}

/// Weight of one Leitfrage.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WeightJson {
    /// Number of the Leitfrage, 1 to 5.
    pub group: u8,
    /// Percent.
    pub weight: f64,
}

/// The ranking with the weights it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PrioritiesJson {
    /// Best first.
    pub priorities: Vec<RankedJson>,
    /// Weights in force.
    pub weights: Vec<WeightJson>,
    /// Number of all processes.
    pub total: usize,
    /// Address of the next page; `null` on the last.
    pub next: Option<String>,
}

impl PrioritiesJson {
    /// A part of the ranking in words.
    pub fn new(
        ranked: &[Ranked],
        weights: &Weights,
        total: usize,
        next: Option<String>,
        lang: Lang,
    ) -> PrioritiesJson {
        PrioritiesJson {
            priorities: ranked.iter().map(|one| RankedJson::new(one, lang)).collect(),
            weights: weights
                .groups
                .iter()
                .map(|(group, weight)| WeightJson {
                    group: *group,
                    weight: *weight,
                })
                .collect(),
            total,
            next,
        }
    }
}

/// What register and analysis propose.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ProposedAnswerJson {
    /// 0 to 4.
    pub value: u8,
    /// Formula and numbers in words.
    pub because: String,
}

/// An answer of a coordinator.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AnswerJson {
    /// 0 to 4.
    pub value: u8,
    /// Why.
    pub reason: String,
    /// `proposal` or `person`.
    pub source: &'static str,
    /// Version of the question set.
    pub version: u32,
    /// Name of who answered.
    pub by: String,
    /// When, RFC 3339.
    pub at: String,
}

impl From<&Answer> for AnswerJson {
    fn from(answer: &Answer) -> AnswerJson {
        AnswerJson {
            value: answer.value,
            reason: answer.reason.clone(),
            source: answer.source.code(),
            version: answer.version,
            by: answer.by_name.clone(),
            at: answer.at.rfc3339(),
        }
    }
}

/// One question of one process.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct QuestionJson {
    /// Question id.
    pub question: String,
    /// Number of the Leitfrage, 1 to 5.
    pub group: u8,
    /// Proposal, where register and analysis know enough.
    pub proposal: Option<ProposedAnswerJson>,
    /// Why there is no proposal.
    pub missing: Option<String>,
    /// The answer, where one was given.
    pub answer: Option<AnswerJson>,
    /// What `If-Match` has to say to answer it.
    pub etag: String,
}

/// The questions of one process.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AnswersJson {
    /// In order.
    pub answers: Vec<QuestionJson>,
}

impl AnswersJson {
    /// The questions in words.
    pub fn new(states: &[QuestionState], lang: Lang) -> AnswersJson {
        AnswersJson {
            answers: states
                .iter()
                .map(|state| QuestionJson {
                    question: state.question.id.clone(),
                    group: state.question.group,
                    proposal: state.proposal.as_ref().map(|proposal| ProposedAnswerJson {
                        value: proposal.value,
                        because: lang.say(&proposal.because),
                    }),
                    missing: state.missing.as_ref().map(|missing| lang.say(missing)),
                    answer: state.answer.as_ref().map(AnswerJson::from),
                    etag: turn_tag(state.answer.as_ref().map_or(0, |answer| answer.turn)),
                })
                .collect(),
        }
    }
}

/// Reads `{"value", "reason"}`; no value (`null`) takes the answer back.
pub fn read_answer(map: Object) -> Result<(Option<u8>, String)> {
    let mut fields = Fields::new(map);
    let there = fields.has("value");
    let value = fields.take_integer("value");
    let reason = fields.take_text("reason").unwrap_or_default();
    fields.require("value", there);
    let value = value.map(|value| match u8::try_from(value) {
        Ok(small) if small <= 4 => small,
        _ => {
            fields.fault(
                "value",
                crate::domain::message::Message::new("api-field-range")
                    .with("least", 0usize)
                    .with("most", 4usize),
            );
            0
        }
    });
    fields.finish((value, reason))
}
