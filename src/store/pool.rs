//! Connections that read, opened when they are needed and kept.

use super::error::StoreError;
use super::open;
use super::view::View;
use rusqlite::Connection;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Readers at the same time; others wait.
const MOST: usize = 8;

/// Steps of SQLite's machine between two looks at the clock: some tenths of a millisecond.
const STEPS: i32 = 10_000;

pub(super) enum Readers {
    /// A file: connections of their own.
    Pool(Pool),
    /// A database in memory: the writer's connection.
    Shared(Arc<Mutex<Connection>>),
}

pub(super) struct Pool {
    path: PathBuf,
    time: Duration,
    state: Mutex<State>,
    returned: Condvar,
}

#[derive(Default)]
struct State {
    idle: Vec<Connection>,
    lent: usize,
}

impl Readers {
    pub(super) fn of(path: PathBuf, time: Duration) -> Readers {
        Readers::Pool(Pool {
            path,
            time,
            state: Mutex::default(),
            returned: Condvar::new(),
        })
    }

    pub(super) fn shared(conn: Arc<Mutex<Connection>>) -> Readers {
        Readers::Shared(conn)
    }

    pub(super) fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&View<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        match self {
            Readers::Pool(pool) => {
                let lent = pool.lend()?;
                match &lent.conn {
                    Some(conn) => {
                        // Set anew for each use case; a connection keeps only the last.
                        guard(conn, pool.time)?;
                        moment(conn, work)
                    }
                    None => Err(StoreError::NoAnswer.into()),
                }
            }
            Readers::Shared(conn) => moment(&conn.lock().unwrap_or_else(PoisonError::into_inner), work),
        }
    }
}

/// Stops a query when its use case has kept the connection for longer than it may.
fn guard(conn: &Connection, time: Duration) -> Result<(), StoreError> {
    let began = Instant::now();
    conn.progress_handler(STEPS, Some(move || began.elapsed() > time))?;
    Ok(())
}

/// One read transaction: all statements of the closure see the same state.
fn moment<T, E: From<StoreError>>(
    conn: &Connection,
    work: impl FnOnce(&View<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let transaction = conn.unchecked_transaction().map_err(StoreError::from)?;
    let result = work(&View::new(&transaction));
    transaction.finish().map_err(StoreError::from)?;
    result
}

/// Gives its connection back, also when the reader panics.
struct Lent<'p> {
    pool: &'p Pool,
    conn: Option<Connection>,
}

impl Pool {
    fn lend(&self) -> Result<Lent<'_>, StoreError> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        while state.idle.is_empty() && state.lent >= MOST {
            state = self.returned.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.lent += 1;
        let idle = state.idle.pop();
        drop(state);
        let mut lent = Lent {
            pool: self,
            conn: idle,
        };
        if lent.conn.is_none() {
            lent.conn = Some(open::reader(&self.path)?);
        }
        Ok(lent)
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let mut state = self.pool.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.lent -= 1;
        state
            .idle
            .extend(self.conn.take().filter(|conn| conn.is_autocommit()));
        drop(state);
        self.pool.returned.notify_one();
    }
}
