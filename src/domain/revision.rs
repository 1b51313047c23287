//! History: each change of a profile is a revision; every change of anything is a row of the log.

use super::ids::{AccountId, ProcessId};
use super::profile::Field;
use super::time::Timestamp;

/// One field before and after a change, in the canonical text of `profile_text`.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldChange {
    /// The field.
    pub field: Field,
    /// Before; `None`: was not surveyed.
    pub before: Option<String>,
    /// After; `None`: is not surveyed.
    pub after: Option<String>,
}

/// One change of a profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// The process.
    pub process: ProcessId,
    /// Number within the process, from 1.
    pub number: u32,
    /// Who.
    pub by: AccountId,
    /// Name shown for that account.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
    /// Why, may be empty.
    pub reason: String,
    /// What; empty for the first revision of an empty profile.
    pub changes: Vec<FieldChange>,
}

/// One row of the log, the change feed of the register.
#[derive(Debug, Clone, PartialEq)]
pub struct LogEntry {
    /// Rising number.
    pub number: i64,
    /// Who; `None`: the program (first start, demo).
    pub by: Option<AccountId>,
    /// When.
    pub at: Timestamp,
    /// What was done: `process.create`, `diagram.upload`, `finding.judge` …
    pub action: String,
    /// What it was done to: `process/12`, `account/3` …
    pub subject: String,
    /// SHA-256 over the row before and this row, hexadecimal.
    pub hash: String,
}
