//! Findings over the register and the verdicts of people.

use super::analyses::Modelled;
use super::priorities::require_turn;
use super::processes::existing;
use super::validate::Faults;
use super::{Caller, Page, Register, page};
use crate::access::{self, Action};
use crate::domain::carrier::BreakKind;
use crate::domain::finding::{Finding, Judgement, Level, Verdict};
use crate::domain::ids::{ProcessId, UnitId};
use crate::domain::message::Message;
use crate::error::{Error, Result};
use crate::store::DiagramHead;

/// A finding with what people said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgedFinding {
    /// The finding.
    pub finding: Finding,
    /// The newest verdict.
    pub judgement: Option<Judgement>,
}

/// Which findings to list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FindingFilter {
    /// This unit and everything below it.
    pub unit: Option<UnitId>,
    /// Kind of media break.
    pub kind: Option<BreakKind>,
    /// Family of rules (`media-break`, `weak-spot`).
    pub family: Option<String>,
    /// Rule that reports it.
    pub rule: Option<String>,
    /// Level.
    pub level: Option<Level>,
    /// This verdict; `Some(None)`: not judged yet.
    pub verdict: Option<Option<Verdict>>,
    /// At most this many rows, 1 to 500.
    pub limit: usize,
    /// Where the page before ended.
    pub cursor: Option<String>,
}

/// A finding over the register, from the newest Ist model of its process.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingRow {
    /// The process.
    pub process: ProcessId,
    /// Its number.
    pub process_number: String,
    /// Its name.
    pub process_name: String,
    /// Diagram version it stands in.
    pub diagram: u32,
    /// The finding.
    pub judged: JudgedFinding,
}

impl FindingFilter {
    fn fits(&self, finding: &Finding, verdict: Option<Verdict>) -> bool {
        self.kind.is_none_or(|kind| finding.kind == Some(kind))
            && self
                .family
                .as_ref()
                .is_none_or(|family| finding.family() == *family)
            && self.rule.as_ref().is_none_or(|rule| finding.rule == *rule)
            && self.level.is_none_or(|level| finding.level() == level)
            && self.verdict.is_none_or(|wanted| verdict == wanted)
    }
}

/// Most characters of a reason.
const REASON: usize = 1_000;

impl Register {
    /// Findings of all processes, those that cost most hours first; what a person has to check comes last.
    pub fn findings(&self, caller: &Caller, filter: &FindingFilter) -> Result<Page<FindingRow>> {
        access::require(&caller.actor, Action::Read)?;
        let judgements = self.read(|view| Ok(view.judgements(None)?))?;
        let modelled = self.modelled(filter.unit)?;
        // Only references: a page is small, the register is not.
        let mut fitting: Vec<(&Modelled, &Finding, Option<&Judgement>)> = Vec::new();
        for model in &modelled {
            for finding in model.analysis.judgeable() {
                let judgement = judgements.get(&(model.process, finding.key.clone()));
                if filter.fits(finding, judgement.map(|judgement| judgement.verdict)) {
                    fitting.push((model, finding, judgement));
                }
            }
        }
        // Stable: equal ones stay sorted by process and place in the model.
        let unsure = |finding: &Finding| finding.level() == Level::Check;
        fitting
            .sort_by(|(_, a, _), (_, b, _)| unsure(a).cmp(&unsure(b)).then(weight(b).total_cmp(&weight(a))));
        page::of(
            &fitting,
            filter.limit,
            filter.cursor.as_deref(),
            |(model, finding, judgement)| FindingRow {
                process: model.process,
                process_number: model.number.clone(),
                process_name: model.name.clone(),
                diagram: model.diagram,
                judged: JudgedFinding {
                    finding: (*finding).clone(),
                    judgement: judgement.cloned(),
                },
            },
        )
    }

    /// Says what is thought of a finding, only while the verdict in force is one of these turns (0: not judged yet); `None`:
    /// whatever it is. Dismissing needs a reason. Returns the turn of the new verdict.
    ///
    /// # Errors
    /// `Stale` where somebody else was faster.
    pub fn judge(
        &self,
        caller: &Caller,
        process: ProcessId,
        key: &str,
        verdict: Verdict,
        reason: &str,
        turns: Option<Vec<u32>>,
    ) -> Result<u32> {
        let actor = caller.actor.clone();
        let numbers = self.read(|view| {
            let unit = existing(view, process)?.profile.unit;
            access::require(&actor, Action::JudgeModel { unit })?;
            Ok(view.diagrams(process)?)
        })?;
        let mut faults = Faults::default();
        let reason = faults.text("reason", reason, REASON);
        if verdict == Verdict::Dismissed && reason.is_empty() {
            faults.add("reason", Message::new("judge-reason"));
        }
        faults.finish()?;
        if !self.knows_finding(process, numbers.iter().map(|version| version.number), key)? {
            return Err(Error::not_found("thing-finding"));
        }
        let key = key.to_owned();
        self.write(caller, move |tx| {
            let unit = existing(tx, process)?.profile.unit;
            access::require(&actor, Action::JudgeModel { unit })?;
            let given = tx.judgements(Some(process))?;
            let turn = given
                .get(&(process, key.clone()))
                .map_or(0, |judgement| judgement.turn);
            require_turn(turn, turns.as_deref())?;
            tx.judge(process, &key, verdict, &reason)?;
            Ok(turn + 1)
        })
    }

    /// Whether some version of the model, newest first, shows the finding.
    fn knows_finding(
        &self,
        process: ProcessId,
        numbers: impl Iterator<Item = u32>,
        key: &str,
    ) -> Result<bool> {
        let (revision, catalogue) = self.read(|view| {
            let revision = existing(view, process)?.revision;
            Ok((revision, super::analyses::Catalogue::read(view)?))
        })?;
        for number in numbers {
            let head = DiagramHead {
                process,
                number,
                revision,
            };
            let found = self.analyses_of(&catalogue, &[head])?;
            if found
                .iter()
                .any(|(_, analysis)| analysis.judgeable().iter().any(|finding| finding.key == key))
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Hours first; where the volume is not known, minutes per case, then frequency. Unknown hours come after known ones.
fn weight(finding: &Finding) -> f64 {
    match finding.hours_per_year {
        Some(hours) => 1e9 + hours,
        None => finding.minutes_per_case.unwrap_or(finding.per_case),
    }
}
