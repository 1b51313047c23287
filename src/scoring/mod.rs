//! Prioritisation: questions, weights, scores, ranking. Pure; knows no storage and no graph.
//!
//! The questions belong to the coordinators (Leitfragen, domain.md 7.1); their texts stand beside this module.

mod propose;
mod questions;
mod rank;
#[cfg(test)]
mod rank_test;

pub use propose::{Known as ProposalFacts, Proposed, propose};
pub use questions::{QuestionText, default_weights, question_set, text};
pub use rank::{Entry, Given, MIN_COMPLETENESS, rank};
