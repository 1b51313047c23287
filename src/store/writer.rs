//! The one writer: a thread that takes all waiting writes into one transaction, syncs once, then answers all.
//!
//! Each write runs in a savepoint of its own, so that a refused one leaves no trace and the others go on.

use super::error::StoreError;
use rusqlite::{Connection, TransactionBehavior};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes of the write-ahead log that a replicator may leave before we take the checkpoint ourselves.
const LONGEST_LOG: u64 = 256 * 1024 * 1024;

fn log_is_long(database: &Path) -> bool {
    let mut log = database.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).is_ok_and(|log| log.len() > LONGEST_LOG)
}

/// Writes that share one sync at most.
const GROUP: usize = 256;

/// A write that waits for its turn.
pub(super) trait Job: Send {
    /// Runs the write; true if it is to be kept.
    fn run(&mut self, conn: &Connection) -> bool;
    /// Tells the caller how it ended. `lost`: the commit failed.
    fn answer(self: Box<Self>, lost: Option<StoreError>);
}

/// A write with the place its result goes to.
pub(super) struct Write<T, E, F> {
    pub(super) work: Option<F>,
    pub(super) result: Option<Result<T, E>>,
    pub(super) to: SyncSender<Result<T, E>>,
}

impl<T, E, F> Job for Write<T, E, F>
where
    T: Send,
    E: From<StoreError> + Send,
    F: FnOnce(&Connection) -> Result<T, E> + Send,
{
    fn run(&mut self, conn: &Connection) -> bool {
        self.result = self
            .work
            .take()
            .and_then(|work| catch_unwind(AssertUnwindSafe(|| work(conn))).ok());
        matches!(self.result, Some(Ok(_)))
    }

    fn answer(self: Box<Self>, lost: Option<StoreError>) {
        let result = match (lost, self.result) {
            (Some(error), Some(Ok(_)) | None) => Err(error.into()),
            (_, Some(result)) => result,
            (None, None) => Err(StoreError::NoAnswer.into()),
        };
        // Nobody waits any more: nobody has to be told.
        self.to.send(result).ok();
    }
}

/// Serves writes until the last sender is gone.
pub(super) fn serve(conn: &Arc<Mutex<Connection>>, jobs: &Receiver<Box<dyn Job>>, bound: Option<&Path>) {
    while let Ok(first) = jobs.recv() {
        let mut conn = conn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut group = vec![first];
        let outcome = commit_group(&mut conn, &mut group, jobs);
        if bound.is_some_and(log_is_long) {
            // The replicator is late or gone. If this does not succeed now, the next group tries again.
            conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").ok();
        }
        drop(conn);
        let lost = outcome.err();
        for job in group {
            job.answer(lost.clone());
        }
    }
}

fn commit_group(
    conn: &mut Connection,
    group: &mut Vec<Box<dyn Job>>,
    jobs: &Receiver<Box<dyn Job>>,
) -> Result<(), StoreError> {
    let mut transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut done = 0;
    loop {
        while let Some(job) = group.get_mut(done) {
            run(&mut transaction, job.as_mut())?;
            done += 1;
        }
        if group.len() >= GROUP {
            break;
        }
        match jobs.try_recv() {
            Ok(job) => group.push(job),
            Err(_) => break,
        }
    }
    Ok(transaction.commit()?)
}

fn run(transaction: &mut rusqlite::Transaction<'_>, job: &mut dyn Job) -> Result<(), StoreError> {
    let savepoint = transaction.savepoint()?;
    if job.run(&savepoint) {
        savepoint.commit()?;
        return Ok(());
    }
    // A full disk ends the whole transaction, not only this savepoint: then the others are lost too.
    if savepoint.is_autocommit() {
        drop(savepoint);
        return Err(StoreError::Full("the transaction was rolled back".to_owned()));
    }
    Ok(savepoint.finish()?)
}
