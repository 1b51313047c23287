//! SQLite. Home of `rusqlite`, `rusqlite_migration`.
//!
//! Many readers, one writer. A reader sees one moment of the register ([`View`]); a write is one closure and one
//! transaction ([`Tx`]) that is synced before it is answered. Every function of [`Tx`] that changes something writes
//! its row of the log itself. Queries stand beside their row mapping, one file per topic.
//!
//! Knows no XML, no rules, no HTTP, and nobody's permissions. Clock and chance come in as arguments.

mod account;
mod answer;
mod copy;
mod diagram;
mod error;
mod judgement;
mod log;
mod open;
mod organisation;
mod pool;
mod process;
mod process_list;
mod revision;
mod search;
mod session;
#[cfg(test)]
mod store_test;
mod verify;
#[cfg(test)]
mod verify_test;
mod view;
mod writer;

pub use account::AccountSecret;
pub use copy::{Copied, MANIFEST};
pub use diagram::{DiagramHead, NewDiagram};
pub use error::{OpenError, StoreError};
pub use open::Options;
pub use process::StoredProcess;
pub use process_list::{ListFilter, ListOrder};
pub use session::SessionRow;
pub use verify::{Fault, Verified};
pub use view::{Tx, View};

use crate::domain::ids::AccountId;
use crate::domain::time::Timestamp;
use pool::Readers;
use rusqlite::Connection;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
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
    pub fn open(folder: &Path, options: &Options) -> Result<Store, OpenError> {
        let lock = open::lock(folder)?;
        let path = open::path(folder);
        let conn = Arc::new(Mutex::new(open::writer(&path, options)?));
        let bound = options.replicated.then(|| path.clone());
        Ok(Store::start(conn, Readers::of(path), Some(lock), bound))
    }

    /// Copies the register in a folder to a file, also while another program serves it.
    pub fn backup(folder: &Path, out: &Path) -> Result<Copied, OpenError> {
        copy::backup(folder, out)
    }

    /// Puts a copy into a folder; returns what it holds and where the register that was there is kept.
    pub fn restore(folder: &Path, from: &Path) -> Result<(Verified, Option<PathBuf>), OpenError> {
        copy::restore(folder, from)
    }

    /// Checks the register in a folder, also while another program serves it.
    pub fn verify(folder: &Path) -> Result<Verified, OpenError> {
        verify::verify(&open::path(folder))
    }

    /// As `open`, but refuses a folder without a register: a misspelt path must not become an empty one.
    pub fn open_existing(folder: &Path) -> Result<Store, OpenError> {
        if open::path(folder).is_file() {
            Store::open(folder, &Options::default())
        } else {
            Err(OpenError::Missing(folder.display().to_string()))
        }
    }

    /// An empty register that is gone with the store; for tests.
    pub fn open_in_memory() -> Result<Store, OpenError> {
        let conn = Arc::new(Mutex::new(open::in_memory()?));
        let readers = Readers::shared(conn.clone());
        Ok(Store::start(conn, readers, None, None))
    }

    /// `bound`: the file whose write-ahead log the writer keeps in bounds, where nobody else does.
    fn start(
        conn: Arc<Mutex<Connection>>,
        readers: Readers,
        lock: Option<File>,
        bound: Option<PathBuf>,
    ) -> Store {
        let (jobs, waiting) = channel();
        let writer = std::thread::spawn(move || writer::serve(&conn, &waiting, bound.as_deref()));
        Store {
            inner: Arc::new(Inner {
                readers: Some(readers),
                jobs: Some(jobs),
                writer: Some(writer),
                _lock: lock,
            }),
        }
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
