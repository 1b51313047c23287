//! Opening: the lock on the folder, settings of each connection, whose file it is.

use super::error::OpenError;
use super::options::Options;
use super::schema;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a connection waits for another (quality.md 5, point 5).
pub(super) const BUSY: Duration = Duration::from_secs(5);

/// Name of the database in the folder.
pub(super) const FILE_NAME: &str = "register.db";

/// The file that is locked.
pub(super) fn lock_path(folder: &Path) -> PathBuf {
    folder.join("lock")
}

/// Takes the folder for this program; the lock ends with the file.
pub(super) fn lock(folder: &Path) -> Result<File, OpenError> {
    let fault = |cause| OpenError::Folder {
        folder: folder.display().to_string(),
        cause,
    };
    std::fs::create_dir_all(folder).map_err(fault)?;
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(lock_path(folder))
        .map_err(fault)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(OpenError::Locked(folder.display().to_string())),
        Err(std::fs::TryLockError::Error(cause)) => Err(fault(cause)),
    }
}

/// The connection that writes: newest schema, every commit synced before it is answered.
pub(super) fn writer(path: &Path, options: &Options) -> Result<Connection, OpenError> {
    let file = path.display().to_string();
    let damaged = |cause: rusqlite::Error| OpenError::damaged(&file, cause);
    super::private::create_if_missing(path).map_err(|cause| OpenError::Folder {
        folder: file.clone(),
        cause,
    })?;
    let mut conn = Connection::open(path).map_err(damaged)?;
    schema::check_origin(&conn, &file)?;
    (|| {
        conn.pragma_update(None, "journal_mode", "WAL")?;
        // NORMAL loses acknowledged writes when the power fails (quality.md, point 1).
        conn.pragma_update(None, "synchronous", "FULL")?;
        let bound = i64::try_from(options.wal_bytes).unwrap_or(i64::MAX);
        conn.pragma_update(None, "journal_size_limit", bound)?;
        settings(&conn)?;
        if options.replicated {
            conn.pragma_update(None, "wal_autocheckpoint", 0)?;
        }
        let page: i64 = conn.pragma_query_value(None, "page_size", |row| row.get(0))?;
        let most = i64::try_from(options.most_bytes).unwrap_or(i64::MAX);
        // SQLite never goes below what is there already.
        conn.pragma_update(None, "max_page_count", (most / page.max(512)).max(1))
    })()
    .map_err(damaged)?;
    schema::migrate(&mut conn, path)?;
    Ok(conn)
}

/// A connection to a register that another program may be serving. Refuses what this program cannot read.
pub(super) fn beside(path: &Path) -> Result<Connection, OpenError> {
    let file = path.display().to_string();
    let conn = reader(path).map_err(|cause| OpenError::opening(&file, cause))?;
    schema::check_origin(&conn, &file)?;
    schema::check_version(&conn, &file)?;
    Ok(conn)
}

/// A connection that only reads.
pub(super) fn reader(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    settings(&conn)?;
    conn.pragma_update(None, "query_only", "ON")?;
    Ok(conn)
}

/// A database that lives as long as the connection.
pub(super) fn in_memory() -> Result<Connection, OpenError> {
    let path = Path::new(":memory:");
    let damaged = |cause: rusqlite::Error| OpenError::damaged(":memory:", cause);
    let mut conn = Connection::open_in_memory().map_err(damaged)?;
    schema::check_origin(&conn, ":memory:")?;
    settings(&conn).map_err(damaged)?;
    schema::migrate(&mut conn, path)?;
    Ok(conn)
}

/// Path of the database in a folder.
pub(super) fn path(folder: &Path) -> PathBuf {
    folder.join(FILE_NAME)
}

pub(super) fn settings(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(BUSY)?;
    conn.pragma_update(None, "foreign_keys", "ON")?;
    // What is deleted is gone from the file too.
    conn.pragma_update(None, "secure_delete", "ON")?;
    conn.pragma_update(None, "trusted_schema", "OFF")?;
    conn.pragma_update(None, "cell_size_check", "ON")?;
    // A mapped file can be damaged by a stray pointer, and a read error becomes a signal.
    conn.pragma_update(None, "mmap_size", 0)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "cache_size", -4_000)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_prepared_statement_cache_capacity(128);
    Ok(())
}
