//! Prioritisation: questions, answers, weights, ranking.

use super::{Caller, Register};
use crate::domain::ids::ProcessId;
use crate::domain::question::{QuestionState, Weights};
use crate::domain::ranking::Ranked;
use crate::error::Result;

impl Register {
    /// The ranking of all processes, best first; those without any answer last. Proposals stand in for missing answers only
    /// where `with_proposals` is set, and are marked.
    pub fn priorities(&self, caller: &Caller, with_proposals: bool) -> Result<Vec<Ranked>> {
        todo!()
    }

    /// The questions of one process with proposals and answers.
    pub fn answers(&self, caller: &Caller, process: ProcessId) -> Result<Vec<QuestionState>> {
        todo!()
    }

    /// Answers a question. A value that differs from the proposal needs a reason.
    pub fn answer(
        &self,
        caller: &Caller,
        process: ProcessId,
        question: &str,
        value: u8,
        reason: &str,
    ) -> Result<()> {
        todo!()
    }

    /// Takes over all proposals of a process that have no answer yet; returns how many.
    pub fn accept_proposals(&self, caller: &Caller, process: ProcessId) -> Result<usize> {
        todo!()
    }

    /// Takes an answer back.
    pub fn withdraw_answer(&self, caller: &Caller, process: ProcessId, question: &str) -> Result<()> {
        todo!()
    }

    /// Weights in force.
    pub fn weights(&self, caller: &Caller) -> Result<Weights> {
        todo!()
    }

    /// Sets the weights; they are scaled to 100.
    pub fn set_weights(&self, caller: &Caller, weights: &Weights) -> Result<()> {
        todo!()
    }
}
