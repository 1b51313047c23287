//! The use cases: one function each, shared by pages, API and commands. One use case, one transaction.
//!
//! Those that need a store are methods of [`Register`]; the others are plain functions. Reading, drawing and
//! analysing are done before any lock is taken. Knows no HTTP, no JSON, no terminal.

mod accounts;
mod candidates;
mod diagrams;
mod evaluate;
mod explain;
mod export;
mod files;
mod findings;
mod import;
mod local;
mod organisation;
mod priorities;
mod processes;
mod start;

pub use accounts::{NewAccount, SignedIn};
pub use candidates::{CandidateFilter, CandidateRow};
pub use diagrams::{DiagramView, UploadDiagram, Uploaded};
pub use evaluate::{Bin, Evaluation, GoldenFailure, GoldenResult, Measured, Miss, MissKind, Score, evaluate};
pub use explain::{Explanation, explain, gates, questions};
pub use export::{DiagramCopy, ProcessCopy, RegisterCopy, TableFormat};
pub use files::{AnalysedFile, PictureMarks, analyse, analyse_with, check, narrate, picture, rename};
pub use findings::{FindingFilter, FindingRow, JudgedFinding};
pub use import::{ImportLine, Outcome, ProcessImport, RegisterImport};
pub use local::LOCAL_LOGIN;
pub use organisation::Organisation;
pub use processes::{Completeness, Page, ProcessQuery, ProcessRow, ProcessView, Sort};
pub use start::{StartView, UnitState};

pub use crate::bpmn::Limits;

use crate::domain::account::Actor;
use crate::domain::time::Timestamp;
use crate::store::Store;

/// Who is calling and when. Clock and chance are read at the edge.
#[derive(Debug, Clone, PartialEq)]
pub struct Caller {
    /// Who.
    pub actor: Actor,
    /// When.
    pub now: Timestamp,
}

/// The register of one town: the store behind the use cases.
#[derive(Clone)]
pub struct Register {
    store: Store,
}
