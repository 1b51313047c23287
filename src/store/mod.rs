//! SQLite. Home of `rusqlite`, `rusqlite_migration`.
//!
//! Many readers, one writer. A reader sees one moment of the register ([`View`]); a write is one closure and one
//! transaction ([`Tx`]) that is synced before it is answered. Every function of [`Tx`] that changes something writes
//! its row of the log itself. Queries stand beside their row mapping, one file per topic.
//!
//! Knows no XML, no rules, no HTTP, and nobody's permissions. What is stored takes clock and chance from arguments; how long
//! something takes is measured here, where a query or a checkpoint must not go on for ever (`pool`, `wal`, `copying`).

mod account;
mod answer;
mod backup;
mod copying;
mod diagram;
mod error;
mod judgement;
#[cfg(test)]
mod limits_test;
mod log;
mod manifest;
mod open;
mod options;
mod organisation;
mod pool;
mod private;
mod process;
mod process_list;
mod restore;
mod revision;
mod schema;
mod seal;
mod search;
mod session;
#[cfg(test)]
mod store_test;
mod verify;
mod view;
mod wal;
mod writer;

pub use account::AccountSecret;
pub use backup::BackupDone;
pub use diagram::{DiagramHead, NewDiagram};
pub use error::{OpenError, StoreError};
pub use options::Options;
pub use process::StoredProcess;
pub use process_list::{ListFilter, ListOrder};
pub use restore::{CopyError, Restored, restore};
pub use session::SessionRow;
pub use verify::{Anchor, Verified};
pub use view::{Tx, View};

use crate::domain::ids::AccountId;
use crate::domain::time::Timestamp;
use pool::Readers;
use rusqlite::Connection;
use std::fs::File;
use std::path::Path;
use std::sync::mpsc::{Sender, channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;
use wal::Wal;
use writer::{Job, Write};

/// The database of one town. Clones share it; the last one closes it.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    readers: Option<Readers>,
    jobs: Option<Sender<Box<dyn Job>>>,
    writer: Option<JoinHandle<()>>,
    /// Held as long as the store is open.
    _lock: Option<File>,
}

impl Store {
    /// Opens the register in a folder, which is made where it is missing, and brings its schema up to date.
    pub fn open(folder: &Path) -> Result<Store, OpenError> {
        Store::open_with(folder, &Options::default())
    }

    /// The same with settings.
    pub fn open_with(folder: &Path, options: &Options) -> Result<Store, OpenError> {
        let lock = open::lock(folder)?;
        let path = open::path(folder);
        let conn = Arc::new(Mutex::new(open::writer(&path, options)?));
        let wal = Wal::of(&path, options);
        let readers = Readers::of(path, options.read_time);
        Ok(Store::start(conn, readers, wal, Some(lock)))
    }

    /// As `open_with`, but refuses a folder without a register: a misspelt path must not become an empty one.
    pub fn open_existing(folder: &Path, options: &Options) -> Result<Store, OpenError> {
        require_register(folder)?;
        Store::open_with(folder, options)
    }

    /// Opens a register for reading only, also while another program serves it. Takes no lock and changes nothing: a file
    /// of an older version is refused.
    pub fn open_beside(folder: &Path) -> Result<Store, OpenError> {
        require_register(folder)?;
        let path = open::path(folder);
        open::beside(&path)?;
        Ok(Store {
            inner: Arc::new(Inner {
                // Nobody waits for a command but the one who called it.
                readers: Some(Readers::of(path, Duration::MAX)),
                jobs: None,
                writer: None,
                _lock: None,
            }),
        })
    }

    /// An empty register that is gone with the store; for tests.
    pub fn open_in_memory() -> Result<Store, OpenError> {
        let conn = Arc::new(Mutex::new(open::in_memory()?));
        let readers = Readers::shared(conn.clone());
        Ok(Store::start(conn, readers, Wal::none(), None))
    }

    fn start(conn: Arc<Mutex<Connection>>, readers: Readers, wal: Wal, lock: Option<File>) -> Store {
        let (jobs, waiting) = channel();
        let writer = std::thread::spawn(move || writer::serve(&conn, &waiting, wal));
        Store {
            inner: Arc::new(Inner {
                readers: Some(readers),
                jobs: Some(jobs),
                writer: Some(writer),
                _lock: lock,
            }),
        }
    }

    /// True where nothing can be written: see [`Store::open_beside`].
    pub fn is_read_only(&self) -> bool {
        self.inner.jobs.is_none()
    }

    /// Reads: the closure sees one moment of the register. Must not read or write again inside.
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&View<'_>) -> Result<T, E>) -> Result<T, E> {
        match &self.inner.readers {
            Some(readers) => readers.read(work),
            None => Err(StoreError::NoAnswer.into()),
        }
    }

    /// Writes: one closure, one transaction; returns when it is on disk. `by`: who; `None`: the program itself.
    pub fn write<T, E>(
        &self,
        by: Option<AccountId>,
        now: Timestamp,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        if self.is_read_only() {
            return Err(StoreError::ReadOnly.into());
        }
        let (to, answer) = sync_channel(1);
        let write = Write {
            work: Some(move |conn: &Connection| work(&Tx::new(conn, by, now))),
            result: None,
            to,
        };
        let sent = match &self.inner.jobs {
            Some(jobs) => jobs.send(Box::new(write)).is_ok(),
            None => false,
        };
        match answer.recv() {
            Ok(result) if sent => result,
            _ => Err(StoreError::NoAnswer.into()),
        }
    }
}

fn require_register(folder: &Path) -> Result<(), OpenError> {
    if open::path(folder).is_file() {
        Ok(())
    } else {
        Err(OpenError::Missing(folder.display().to_string()))
    }
}

impl Drop for Inner {
    /// Readers first: the last connection to close folds the write-ahead log into the file, and that is the writer's.
    fn drop(&mut self) {
        self.readers = None;
        self.jobs = None;
        if let Some(writer) = self.writer.take()
            && writer.thread().id() != std::thread::current().id()
        {
            writer.join().ok();
        }
    }
}
