//! Is a file a register, whole and untouched? Reads everything, changes nothing.

use super::error::{OpenError, StoreError};
use super::open;
use super::view::View;
use crate::domain::digest::sha256_hex;
use rusqlite::Connection;
use std::path::Path;

/// One thing that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// SQLite's own check of pages and indexes says so.
    Pages(String),
    /// A row points to a row that is not there; the table.
    Reference(String),
    /// The log does not fit together from this row on.
    Log(i64),
    /// A stored model is not the one that was uploaded; process and version.
    Model(i64, i64),
    /// A process is missing in the search index, or the index knows one too many.
    Search,
}

/// What a file holds and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Version of its schema.
    pub schema: usize,
    /// Number of the newest row of the log.
    pub log_position: i64,
    /// Hash of the newest row of the log; kept elsewhere, it proves that nothing was cut off.
    pub newest_hash: String,
    /// Stored models that were compared with their hash.
    pub models: usize,
    /// What does not hold; empty: all is well.
    pub faults: Vec<Fault>,
}

/// Faults of one kind that are listed at most.
const MOST: usize = 20;

/// Checks the database at a path. A register of an older version is checked with its own schema.
pub(super) fn verify(path: &Path) -> Result<Verified, OpenError> {
    let file = path.display().to_string();
    if !path.is_file() {
        return Err(OpenError::Missing(file));
    }
    let damaged = |cause: String| OpenError::Damaged {
        file: file.clone(),
        cause,
    };
    let conn = open::reader(path).map_err(|cause| damaged(cause.to_string()))?;
    open::check_origin(&conn, &file)?;
    let schema = open::known_schema(&conn, &file)?;
    check(&conn, schema).map_err(|cause| damaged(cause.to_string()))
}

fn check(conn: &Connection, schema: usize) -> Result<Verified, StoreError> {
    let mut faults = Vec::new();
    let mut statement = conn.prepare("PRAGMA integrity_check(20)")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let line: String = row.get(0)?;
        if line != "ok" {
            faults.push(Fault::Pages(line));
        }
    }
    if !faults.is_empty() {
        // Nothing read from such a file can be trusted.
        return Ok(Verified {
            schema,
            log_position: 0,
            newest_hash: String::new(),
            models: 0,
            faults,
        });
    }
    let mut statement = conn.prepare("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check LIMIT 20")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        faults.push(Fault::Reference(row.get(0)?));
    }
    let view = View::new(conn);
    let (odd, newest_hash) = view.verify_log()?;
    faults.extend(odd.map(Fault::Log));
    let models = models(conn, &mut faults)?;
    let strays: i64 = conn.query_row(
        "SELECT (SELECT count(*) FROM process WHERE deleted_at IS NULL AND process_id NOT IN (SELECT rowid FROM search))
              + (SELECT count(*) FROM search WHERE rowid NOT IN (SELECT process_id FROM process WHERE deleted_at IS NULL))",
        [],
        |row| row.get(0),
    )?;
    if strays > 0 {
        faults.push(Fault::Search);
    }
    Ok(Verified {
        schema,
        log_position: view.log_position()?,
        newest_hash,
        models,
        faults,
    })
}

fn models(conn: &Connection, faults: &mut Vec<Fault>) -> Result<usize, StoreError> {
    let mut statement = conn.prepare("SELECT process_id, number, sha256, bytes FROM diagram")?;
    let mut rows = statement.query([])?;
    let (mut count, mut odd) = (0, 0);
    while let Some(row) = rows.next()? {
        count += 1;
        let (hash, bytes): (String, Vec<u8>) = (row.get(2)?, row.get(3)?);
        if sha256_hex(&bytes) != hash && odd < MOST {
            odd += 1;
            faults.push(Fault::Model(row.get(0)?, row.get(1)?));
        }
    }
    Ok(count)
}
