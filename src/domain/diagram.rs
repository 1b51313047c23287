//! A stored BPMN file: bytes as they came, numbered versions, never changed.

use super::ids::{AccountId, ProcessId};
use super::time::Timestamp;

/// What the model shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DiagramKind {
    /// Ist: how it is.
    AsIs,
    /// Soll: how it shall be.
    ToBe,
}

impl DiagramKind {
    /// Both kinds.
    pub const ALL: [DiagramKind; 2] = [DiagramKind::AsIs, DiagramKind::ToBe];

    /// Name in JSON, forms and catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            DiagramKind::AsIs => "as-is",
            DiagramKind::ToBe => "to-be",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<DiagramKind> {
        DiagramKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One version of the diagrams of a process, without its bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct DiagramVersion {
    /// The process it belongs to.
    pub process: ProcessId,
    /// Number within the process, from 1, over both kinds.
    pub number: u32,
    /// Ist or Soll.
    pub kind: DiagramKind,
    /// File name as uploaded, without folders.
    pub file_name: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// What the uploader said about it.
    pub note: String,
    /// Who uploaded it.
    pub by: AccountId,
    /// Name shown for that account.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
}
