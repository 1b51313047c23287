//! The coordinators' prioritisation questions (Leitfragen, domain.md 7.1) and their answers.

use super::ids::{AccountId, ProcessId};
use super::message::Message;
use super::time::Timestamp;

/// One of the seven sub-questions. Its texts stand beside `scoring` as `questions/<id>.<lang>.md`.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Id: `1`, `2`, `3a`, `3b`, `4a`, `4b`, `5`.
    pub id: String,
    /// Number of the Leitfrage it belongs to, 1 to 5.
    pub group: u8,
    /// Share of its Leitfrage's weight, 0 to 1.
    pub share: f64,
}

/// A versioned set of questions. Answers keep the version they were given to.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionSet {
    /// Version.
    pub version: u32,
    /// The questions in order.
    pub questions: Vec<Question>,
}

/// Weight of each Leitfrage in percent; together 100 after normalising.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// `(group, weight)`, group 1 to 5, weight not negative.
    pub groups: Vec<(u8, f64)>,
}

/// Where an answer comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AnswerSource {
    /// Taken over from the proposal.
    Proposal,
    /// Given by a person.
    Person,
}

impl AnswerSource {
    /// Name in JSON.
    pub fn code(self) -> &'static str {
        match self {
            AnswerSource::Proposal => "proposal",
            AnswerSource::Person => "person",
        }
    }
}

/// An answer of a coordinator, 0 to 4, higher is more urgent or rewarding.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The process.
    pub process: ProcessId,
    /// Question id.
    pub question: String,
    /// 0 to 4.
    pub value: u8,
    /// Why; needed where the answer differs from the proposal.
    pub reason: String,
    /// Proposal taken over or own.
    pub source: AnswerSource,
    /// Version of the question set.
    pub version: u32,
    /// Who.
    pub by: AccountId,
    /// Name shown for that account.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
    /// How many answers there have been to this question; tells a newer one apart.
    pub turn: u32,
}

/// What register and analysis propose as an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerProposal {
    /// Question id.
    pub question: String,
    /// 0 to 4.
    pub value: u8,
    /// Formula and numbers in words.
    pub because: Message,
}

/// One question of one process with what is proposed and what was said.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionState {
    /// The question.
    pub question: Question,
    /// Proposal, where register and analysis know enough.
    pub proposal: Option<AnswerProposal>,
    /// Why there is no proposal.
    pub missing: Option<Message>,
    /// The answer, where one was given.
    pub answer: Option<Answer>,
}
