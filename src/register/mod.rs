//! The use cases: one function each, shared by pages, API and commands. One use case, one transaction.
//!
//! Those that need a store are methods of [`Register`]; the others are plain functions. Reading, drawing and
//! analysing are done before any lock is taken. Knows no HTTP, no JSON, no terminal.

mod accounts;
#[cfg(test)]
mod accounts_test;
mod analyses;
mod candidates;
#[cfg(test)]
mod check_test;
mod compare;
mod context;
mod demo;
#[cfg(test)]
mod demo_test;
mod diagrams;
#[cfg(test)]
mod diagrams_test;
mod evaluate;
mod explain;
mod export;
mod files;
mod finding_views;
mod findings;
mod findings_table;
#[cfg(test)]
mod findings_table_test;
#[cfg(test)]
mod fixture_test;
mod import;
mod interface_effect;
#[cfg(test)]
mod layout_test;
mod local;
mod organisation;
#[cfg(test)]
mod organisation_test;
mod page;
mod parallel;
mod priorities;
mod processes;
#[cfg(test)]
mod processes_test;
mod quota;
mod ranking;
mod rates;
mod start;
mod step_list;
#[cfg(test)]
mod step_list_test;
mod system_pairs;
#[cfg(test)]
mod system_pairs_test;
#[cfg(test)]
mod testing;
mod upkeep;
#[cfg(test)]
mod upkeep_test;
mod validate;
mod words;

pub use crate::analysis::rules::Severity;
pub use crate::analysis::wording::Lexicon;
pub use crate::exchange::StepColumn;
pub use accounts::{NewAccount, SignedIn};
pub use candidates::{CandidateFilter, CandidateRow};
pub use compare::{Compared, ComparedSide, DiagramComparison, compare};
pub use demo::DemoAccount;
pub use diagrams::{DiagramView, UploadDiagram, Uploaded};
pub use evaluate::{
    Bin, Evaluation, GoldenFailure, GoldenResult, Measured, Miss, MissKind, Score, evaluate,
    evaluate_in_words,
};
pub use explain::{Explanation, explain, gates, hints, questions, rule_ids, severity};
pub use export::{DiagramCopy, ProcessCopy, RegisterCopy, TableFormat};
pub use files::{
    AnalysedFile, Checked, PictureMarks, analyse, analyse_in_words, analyse_with, annotate, check,
    check_owned, is_said_by_rule, layout, narrate, picture, picture_pixels, rename, steps,
};
pub use findings::{FindingFilter, FindingRow, JudgedFinding};
pub use import::{ImportLine, KnownProcesses, Outcome, ProcessImport, RegisterImport};
pub use interface_effect::WhatIf;
pub use local::LOCAL_LOGIN;
pub use organisation::Organisation;
pub use processes::{Completeness, Page, ProcessQuery, ProcessRow, ProcessView, Sort};
pub use quota::Quota;
pub use start::{StartView, UnitState};
pub use step_list::{StepTable, model_of_list, model_of_steps, steps_of_model};
pub use system_pairs::{PairFilter, PairPage};
pub use upkeep::{restore, verify};
pub use words::{LEXICON_BYTES, lexicon};

pub use crate::bpmn::Limits;
pub use crate::drawing::compare::{Change, ChangeKind, stated as compared_value};
pub use crate::store::{Anchor, BackupDone, Options, Restored, Verified};

use crate::domain::account::Actor;
use crate::domain::message::Message;
use crate::domain::time::Timestamp;
use crate::error::{Error, Result};
use crate::store::{Store, Tx, View};
use analyses::Analyses;
use interface_effect::KeptEffects;
use ranking::KeptRanking;
use std::path::Path;
use std::sync::Arc;

/// Who is calling and when. Clock and chance are read at the edge.
#[derive(Debug, Clone, PartialEq)]
pub struct Caller {
    /// Who.
    pub actor: Actor,
    /// When.
    pub now: Timestamp,
}

/// A cursor that no list gave.
fn cursor_fault() -> Error {
    Error::invalid(Message::new("list-cursor"))
}

/// The register of one town: the store behind the use cases.
#[derive(Clone)]
pub struct Register {
    store: Store,
    analyses: Arc<Analyses>,
    effects: Arc<KeptEffects>,
    ranking: Arc<KeptRanking>,
    quota: Quota,
}

impl Register {
    /// Opens the register in a folder, which is made where it is missing. One program at a time.
    pub fn open(folder: &Path) -> Result<Register> {
        Register::open_with(folder, &Options::default())
    }

    /// As `open_with`, but refuses a folder without a register.
    pub fn open_existing(folder: &Path, options: &Options) -> Result<Register> {
        Ok(Register::over(Store::open_existing(folder, options)?))
    }

    /// The same with settings of the instance.
    pub fn open_with(folder: &Path, options: &Options) -> Result<Register> {
        Ok(Register::over(Store::open_with(folder, options)?))
    }

    /// Opens a register for reading only, also while another program serves it.
    pub fn open_beside(folder: &Path) -> Result<Register> {
        Ok(Register::over(Store::open_beside(folder)?))
    }

    /// An empty register that is gone with the value; for tests.
    pub fn in_memory() -> Result<Register> {
        Ok(Register::over(Store::open_in_memory()?))
    }

    fn over(store: Store) -> Register {
        Register {
            store,
            analyses: Arc::default(),
            effects: Arc::default(),
            ranking: Arc::default(),
            quota: Quota::default(),
        }
    }

    /// The same register within other bounds.
    pub fn with_quota(self, quota: Quota) -> Register {
        Register { quota, ..self }
    }

    /// One moment of the register.
    fn read<T>(&self, work: impl FnOnce(&View<'_>) -> Result<T>) -> Result<T> {
        self.store.read(work)
    }

    /// One transaction of the caller.
    fn write<T: Send + 'static>(
        &self,
        caller: &Caller,
        work: impl FnOnce(&Tx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.store.write(Some(caller.actor.account), caller.now, work)
    }
}
