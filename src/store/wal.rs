//! The bound on the write-ahead log. SQLite folds it into the file on its own, unless readers or a replicator keep it from
//! doing so; then it grows until the writer steps in here.

use super::options::Options;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a checkpoint waits for readers; writes wait with it.
const PATIENCE: Duration = Duration::from_millis(200);

/// The write-ahead log of one database.
pub(super) struct Wal {
    /// The file; `None` for a database in memory.
    path: Option<PathBuf>,
    bound: u64,
    /// Size at which the next try is due: after one that did not help, not before it has grown by a quarter of the bound.
    due: u64,
}

impl Wal {
    pub(super) fn of(database: &Path, options: &Options) -> Wal {
        let mut path = database.as_os_str().to_owned();
        path.push("-wal");
        Wal {
            path: Some(PathBuf::from(path)),
            bound: options.wal_bytes,
            due: options.wal_bytes,
        }
    }

    pub(super) fn none() -> Wal {
        Wal {
            path: None,
            bound: u64::MAX,
            due: u64::MAX,
        }
    }

    /// After a commit: a checkpoint where the log is longer than it may be. A failure is no fault of the write; the next
    /// one tries again.
    pub(super) fn hold(&mut self, conn: &Connection) {
        let size = self.size();
        if size <= self.bound {
            self.due = self.bound;
            return;
        }
        if size < self.due {
            return;
        }
        let patience = conn.busy_timeout(PATIENCE);
        // The first column says whether somebody was in the way, which is no error.
        match conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0)) {
            Ok(0) => {}
            Ok(_) => tracing::warn!(size, "the write-ahead log could not be cut: it is being read"),
            Err(error) => tracing::warn!(%error, size, "the write-ahead log could not be cut"),
        }
        if patience.is_ok() {
            conn.busy_timeout(super::open::BUSY).ok();
        }
        let left = self.size();
        self.due = if left > self.bound {
            left.saturating_add(self.bound / 4)
        } else {
            self.bound
        };
    }

    fn size(&self) -> u64 {
        let length = |path: &PathBuf| std::fs::metadata(path).ok().map(|data| data.len());
        self.path.as_ref().and_then(length).unwrap_or(0)
    }
}
