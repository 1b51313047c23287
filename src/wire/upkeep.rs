//! Results of `backup` and `verify` in JSON.

use crate::register::{BackupDone, Verified};
use crate::text::Lang;
use serde::Serialize;

/// A backup that was written.
#[derive(Debug, Serialize)]
pub struct BackupJson {
    /// The file.
    pub file: String,
    /// Bytes of the database, without the manifest.
    pub bytes: u64,
    /// SHA-256 of the database.
    pub sha256: String,
    /// Its schema.
    pub schema: usize,
    /// Number of the newest row of the log.
    pub log_position: i64,
    /// Hash of that row.
    pub log_hash: String,
}

impl BackupJson {
    /// A backup in a file.
    pub fn new(file: &str, done: &BackupDone) -> BackupJson {
        BackupJson {
            file: file.to_owned(),
            bytes: done.bytes,
            sha256: done.sha256.clone(),
            schema: done.schema,
            log_position: done.log_position,
            log_hash: done.log_hash.clone(),
        }
    }
}

/// What a check of the register found.
#[derive(Debug, Serialize)]
pub struct VerifiedJson {
    /// Whether everything holds.
    pub sound: bool,
    /// What does not hold, in words.
    pub faults: Vec<String>,
    /// Number of processes, also of those taken off the lists.
    pub processes: usize,
    /// Number of stored models.
    pub diagrams: usize,
    /// Number of the newest row of the log.
    pub log_position: i64,
    /// Hash of that row.
    pub log_hash: String,
}

impl VerifiedJson {
    /// The result in a language.
    pub fn new(verified: &Verified, lang: Lang) -> VerifiedJson {
        VerifiedJson {
            sound: verified.faults.is_empty(),
            faults: verified.faults.iter().map(|fault| lang.say(fault)).collect(),
            processes: verified.processes,
            diagrams: verified.diagrams,
            log_position: verified.log_position,
            log_hash: verified.log_hash.clone(),
        }
    }
}
