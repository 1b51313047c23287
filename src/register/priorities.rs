//! Prioritisation: questions, answers, weights, ranking.

use super::analyses::Catalogue;
use super::organisation::require_same;
use super::processes::existing;
use super::validate;
use super::{Caller, Organisation, Register};
use crate::access::{self, Action};
use crate::domain::analysis::{Analysis, ModelSummary, ModelVerdict};
use crate::domain::candidate::Candidate;
use crate::domain::ids::ProcessId;
use crate::domain::message::Message;
use crate::domain::question::{Answer, AnswerSource, Question, QuestionSet, QuestionState, Weights};
use crate::domain::ranking::Ranked;
use crate::error::{Error, Kind, Result};
use crate::scoring::{self, Entry, Given, ProposalFacts};
use crate::store::{StoredProcess, View};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Longest reason for an answer, in characters.
const MAX_REASON: usize = 2_000;

impl Register {
    /// The ranking of all processes, best first; those with too few answers last. Proposals stand in for missing
    /// answers only where `with_proposals` is set, and are marked.
    pub fn priorities(&self, caller: &Caller, with_proposals: bool) -> Result<Vec<Ranked>> {
        access::require(&caller.actor, Action::Read)?;
        let moment = self.moment(None)?;
        let facts = |process: &StoredProcess| moment.facts(process);
        Ok(moment.ranked(with_proposals.then_some(&facts)))
    }

    /// The questions of one process with proposals and answers.
    pub fn answers(&self, caller: &Caller, process: ProcessId) -> Result<Vec<QuestionState>> {
        access::require(&caller.actor, Action::Read)?;
        let moment = self.moment(Some(process))?;
        let stored = moment
            .processes
            .first()
            .ok_or_else(|| Error::not_found("thing-process"))?;
        let facts = moment.facts(stored);
        let state = |question: Question| {
            let proposed = scoring::propose(&question.id, &facts);
            QuestionState {
                answer: moment
                    .answers
                    .iter()
                    .find(|answer| answer.question == question.id)
                    .cloned(),
                missing: proposed.as_ref().err().cloned(),
                proposal: proposed.ok(),
                question,
            }
        };
        Ok(scoring::question_set().questions.into_iter().map(state).collect())
    }

    /// Answers a question, only while the answer in force is one of these turns (0: none is in force); `None`: whatever it
    /// is. A value that differs from the proposal needs a reason. Returns the turn of the new answer.
    ///
    /// # Errors
    /// `Stale` where somebody else was faster.
    pub fn answer(
        &self,
        caller: &Caller,
        process: ProcessId,
        question: &str,
        value: u8,
        reason: &str,
        turns: Option<Vec<u32>>,
    ) -> Result<u32> {
        let states = self.answers(caller, process)?;
        self.require_answer(caller, process)?;
        let state = states
            .into_iter()
            .find(|state| state.question.id == question)
            .ok_or_else(|| Error::not_found("thing-question"))?;
        let reason = reason.trim().to_owned();
        let proposed = state.proposal.map(|proposal| proposal.value);
        if value > 4 {
            return Err(fault("value", Message::new("answer-value")));
        }
        if reason.chars().count() > MAX_REASON {
            return Err(fault(
                "reason",
                Message::new("answer-reason-long").with("most", MAX_REASON),
            ));
        }
        if proposed.is_some_and(|proposed| proposed != value) && reason.is_empty() {
            return Err(fault("reason", Message::new("answer-reason")));
        }
        let source = if proposed == Some(value) {
            AnswerSource::Proposal
        } else {
            AnswerSource::Person
        };
        let (question, version) = (state.question.id, scoring::question_set().version);
        let actor = caller.actor.clone();
        self.write(caller, move |tx| {
            let unit = existing(tx, process)?.profile.unit;
            access::require(&actor, Action::Answer { unit })?;
            require_turn(turn_of(tx, process, &question)?, turns.as_deref())?;
            tx.save_answer(process, &question, value, &reason, source, version)?;
            turn_of(tx, process, &question)
        })
    }

    /// Takes over all proposals of a process that have no answer yet; returns how many.
    pub fn accept_proposals(&self, caller: &Caller, process: ProcessId) -> Result<usize> {
        let states = self.answers(caller, process)?;
        self.require_answer(caller, process)?;
        let mut open: Vec<_> = states
            .into_iter()
            .filter(|state| state.answer.is_none())
            .filter_map(|state| state.proposal)
            .collect();
        let version = scoring::question_set().version;
        let actor = caller.actor.clone();
        self.write(caller, move |tx| {
            let unit = existing(tx, process)?.profile.unit;
            access::require(&actor, Action::Answer { unit })?;
            // Whoever answered in between keeps the answer.
            let given = tx.answers(process)?;
            let still_open = |question: &str| given.iter().all(|answer| answer.question != question);
            open.retain(|proposal| still_open(&proposal.question));
            for proposal in &open {
                tx.save_answer(
                    process,
                    &proposal.question,
                    proposal.value,
                    "",
                    AnswerSource::Proposal,
                    version,
                )?;
            }
            Ok(open.len())
        })
    }

    /// Takes an answer back, only while it is one of these turns; `None`: whatever it is.
    ///
    /// # Errors
    /// `Stale` where somebody else was faster.
    pub fn withdraw_answer(
        &self,
        caller: &Caller,
        process: ProcessId,
        question: &str,
        turns: Option<Vec<u32>>,
    ) -> Result<()> {
        self.require_answer(caller, process)?;
        let (question, actor) = (question.to_owned(), caller.actor.clone());
        self.write(caller, move |tx| {
            let unit = existing(tx, process)?.profile.unit;
            access::require(&actor, Action::Answer { unit })?;
            let turn = turn_of(tx, process, &question)?;
            require_turn(turn, turns.as_deref())?;
            if turn == 0 {
                return Err(Error::not_found("thing-answer"));
            }
            Ok(tx.withdraw_answer(process, &question, scoring::question_set().version)?)
        })
    }

    /// Weights in force.
    pub fn weights(&self, caller: &Caller) -> Result<Weights> {
        access::require(&caller.actor, Action::Read)?;
        self.read(|view| Ok(view.weights()?.unwrap_or_else(scoring::default_weights)))
    }

    /// Sets the weights; they are scaled to 100.
    pub fn set_weights(&self, caller: &Caller, weights: &Weights) -> Result<()> {
        self.set_weights_over(caller, weights, None)
    }

    /// The same, only while the weights are still as they were read; `before: None`: whatever they are.
    ///
    /// # Errors
    /// `Stale` where somebody else was faster.
    pub fn set_weights_over(
        &self,
        caller: &Caller,
        weights: &Weights,
        before: Option<Weights>,
    ) -> Result<()> {
        access::require(&caller.actor, Action::SetWeights)?;
        let weights = scaled(weights)?;
        self.write(caller, move |tx| {
            if before.is_some() {
                let now = tx.weights()?.unwrap_or_else(scoring::default_weights);
                require_same(before.as_ref(), &[now])?;
            }
            Ok(tx.save_weights(&weights)?)
        })
    }

    fn require_answer(&self, caller: &Caller, process: ProcessId) -> Result<()> {
        let unit = self.read(|view| Ok(existing(view, process)?.profile.unit))?;
        Ok(access::require(&caller.actor, Action::Answer { unit })?)
    }

    /// All that proposals and ranking rest on, of one process or of all.
    pub(super) fn moment(&self, process: Option<ProcessId>) -> Result<Moment> {
        let (mut moment, heads) = self.read(|view| {
            let moment = Moment {
                catalogue: Catalogue::read(view)?,
                processes: match process {
                    Some(process) => view.process(process)?.into_iter().collect(),
                    None => view.all_processes()?,
                },
                answers: match process {
                    Some(process) => view.answers(process)?,
                    None => view.answers_all()?,
                },
                weights: view.weights()?.unwrap_or_else(scoring::default_weights),
                analyses: BTreeMap::new(),
            };
            Ok((moment, view.newest_diagrams(process)?))
        })?;
        let analyses = self.analyses_of(&moment.catalogue, &heads)?;
        moment.analyses = analyses
            .into_iter()
            .map(|(head, analysis)| (head.process, analysis))
            .collect();
        Ok(moment)
    }
}

/// The turn of the answer in force; 0 where there is none.
fn turn_of(view: &View<'_>, process: ProcessId, question: &str) -> Result<u32> {
    let answers = view.answers(process)?;
    let found = answers.iter().find(|answer| answer.question == question);
    Ok(found.map_or(0, |answer| answer.turn))
}

/// Refuses a change that was made on something older than what is there.
pub(super) fn require_turn(turn: u32, expected: Option<&[u32]>) -> Result<()> {
    match expected {
        Some(expected) if !expected.contains(&turn) => {
            Err(Error::new(Kind::Stale, Message::new("entry-stale")))
        }
        _ => Ok(()),
    }
}

/// One moment of the register with the analyses of the newest Ist models.
pub(super) struct Moment {
    catalogue: Catalogue,
    processes: Vec<StoredProcess>,
    answers: Vec<Answer>,
    weights: Weights,
    analyses: BTreeMap<ProcessId, Arc<Analysis>>,
}

/// What proposals for a process rest on.
type Facts<'a> = &'a dyn Fn(&StoredProcess) -> ProposalFacts;

impl Moment {
    /// The ranking; with `facts`, proposals stand in for missing answers.
    pub(super) fn ranked(&self, facts: Option<Facts<'_>>) -> Vec<Ranked> {
        self.rank(facts, &|answer| answer.value)
    }

    /// The ranking if other facts held. An answer that agrees with the proposal of today follows the proposal; what
    /// people answered otherwise stays.
    pub(super) fn ranked_if(&self, facts: Facts<'_>) -> Vec<Ranked> {
        let processes: BTreeMap<ProcessId, &StoredProcess> = self
            .processes
            .iter()
            .map(|process| (process.id, process))
            .collect();
        let value = |answer: &Answer| {
            let followed = processes
                .get(&answer.process)
                .filter(|_| answer.source == AnswerSource::Proposal)
                .filter(|process| {
                    scoring::propose(&answer.question, &self.facts(process))
                        .is_ok_and(|today| today.value == answer.value)
                })
                .and_then(|process| scoring::propose(&answer.question, &facts(process)).ok());
            followed.map_or(answer.value, |proposal| proposal.value)
        };
        self.rank(Some(facts), &value)
    }

    fn rank(&self, facts: Option<Facts<'_>>, value: &dyn Fn(&Answer) -> u8) -> Vec<Ranked> {
        let mut answers: BTreeMap<ProcessId, Vec<Given>> = BTreeMap::new();
        for answer in &self.answers {
            let given = Given {
                question: answer.question.clone(),
                value: value(answer),
                proposed: false,
            };
            answers.entry(answer.process).or_default().push(given);
        }
        let set = scoring::question_set();
        let mut entries = Vec::with_capacity(self.processes.len());
        for process in &self.processes {
            let mut given = answers.remove(&process.id).unwrap_or_default();
            if let Some(facts) = facts {
                add_proposals(&set, &facts(process), &mut given);
            }
            entries.push(entry(process, &self.catalogue.organisation, given));
        }
        scoring::rank(&set, &self.weights, entries)
    }

    pub(super) fn facts(&self, process: &StoredProcess) -> ProposalFacts {
        let analysis = self.analyses.get(&process.id).map(Arc::as_ref);
        let path = self.catalogue.organisation.path(process.profile.unit);
        ProposalFacts {
            cases: process.profile.cases_per_year.clone(),
            lead_time_days: process.profile.lead_time_days.clone(),
            channels_in: process.profile.channels_in.clone(),
            gain_hours: analysis.and_then(|analysis| gain(&analysis.candidates)),
            breaks_per_case: analysis.and_then(|analysis| breaks_per_case(&analysis.summary)),
            leaving_share: path.into_iter().rev().find_map(|unit| unit.leaving_share),
            modelled: analysis.is_some(),
        }
    }
}

fn add_proposals(set: &QuestionSet, facts: &ProposalFacts, given: &mut Vec<Given>) {
    for question in &set.questions {
        if given.iter().all(|answer| answer.question != question.id)
            && let Ok(proposal) = scoring::propose(&question.id, facts)
        {
            given.push(Given {
                question: question.id.clone(),
                value: proposal.value,
                proposed: true,
            });
        }
    }
}

/// Gain of all candidates with known hours; `None` where none has any.
pub(super) fn gain(candidates: &[Candidate]) -> Option<(f64, f64)> {
    let gains = candidates.iter().filter_map(|candidate| candidate.gain_hours);
    gains.reduce(|(low, high), (more_low, more_high)| (low + more_low, high + more_high))
}

/// Media breaks per case, where the model can be assessed.
pub(super) fn breaks_per_case(summary: &ModelSummary) -> Option<f64> {
    (summary.verdict != ModelVerdict::NotAssessable).then_some(summary.breaks_per_case)
}

fn entry(process: &StoredProcess, organisation: &Organisation, answers: Vec<Given>) -> Entry {
    Entry {
        process: process.id,
        unit: organisation.unit_name(process.profile.unit).to_owned(),
        cases: process.profile.cases_per_year.value().map(|cases| cases.value),
        duty: process.profile.tags.iter().any(|tag| tag == DUTY_TAG),
        number: process.profile.number.clone(),
        name: process.profile.name.clone(),
        answers,
    }
}

/// Tag that marks a process which a law demands to be online (G29); shown beside the rank.
const DUTY_TAG: &str = "ozg-pflicht";

fn fault(field: &str, message: Message) -> Error {
    Error::invalid_fields(vec![validate::fault(field, message)])
}

/// Weights of the five Leitfragen, scaled to 100.
fn scaled(weights: &Weights) -> Result<Weights> {
    let sum: f64 = weights.groups.iter().map(|(_, weight)| weight).sum();
    let sound = weights.groups.len() == 5
        && (1..=5).all(|group| weights.groups.iter().any(|(number, _)| *number == group))
        && weights
            .groups
            .iter()
            .all(|(_, weight)| weight.is_finite() && *weight >= 0.0)
        && sum > 0.0
        && sum.is_finite();
    if !sound {
        return Err(Error::new(Kind::Invalid, Message::new("weights-faulty")));
    }
    let mut groups: Vec<(u8, f64)> = weights
        .groups
        .iter()
        .map(|(group, weight)| (*group, 100.0 * weight / sum))
        .collect();
    groups.sort_by_key(|(group, _)| *group);
    Ok(Weights { groups })
}
