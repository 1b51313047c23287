//! Settings of one instance that the store obeys.

use std::time::Duration;

/// How the store of one instance is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Checkpoints are left to a replicator (Litestream copies the write-ahead log and has to see all of it).
    pub replicated: bool,
    /// Bytes of the write-ahead log above which the writer makes a checkpoint itself, also beside a replicator
    /// (quality.md R9: 64 MB).
    pub wal_bytes: u64,
    /// Longest time one reading use case may keep the database working; longer ones block checkpoints.
    pub read_time: Duration,
    /// Most bytes of the database; beyond it writes are refused as full.
    pub most_bytes: u64,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            replicated: false,
            wal_bytes: 64_000_000,
            read_time: Duration::from_secs(10),
            most_bytes: 20_000_000_000,
        }
    }
}
