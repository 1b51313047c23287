//! Opening: the lock on the folder, settings of each connection, the schema.

use super::error::OpenError;
use include_dir::{Dir, include_dir};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::Migrations;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

static SCHEMA: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/schema");
static MIGRATIONS: LazyLock<Result<Migrations<'static>, String>> =
    LazyLock::new(|| Migrations::from_directory(&SCHEMA).map_err(|error| error.to_string()));

/// `PRef` as a number: says that a file is ours.
const APPLICATION_ID: i32 = 0x5052_6566;

/// Below this version the WAL can be reset under a checkpoint (quality.md, point 2).
const OLDEST_SQLITE: i32 = 3_051_003;

/// Instructions of SQLite's machine that one statement of a reader may take, several seconds; then it is stopped.
const MOST_STEPS: i32 = 400_000_000;

/// Bytes of the database where the operator says nothing: 20 GB.
const MOST_BYTES: i64 = 20_000_000_000;

/// How a register is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// A replicator beside us takes the checkpoints; we only keep the write-ahead log in bounds.
    pub replicated: bool,
    /// Most bytes of the database; beyond it writes are refused as full.
    pub most_bytes: i64,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            replicated: false,
            most_bytes: MOST_BYTES,
        }
    }
}

/// Name of the database in the folder.
pub(super) const FILE_NAME: &str = "register.db";

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
        .open(folder.join("lock"))
        .map_err(fault)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(OpenError::Locked(folder.display().to_string())),
        Err(std::fs::TryLockError::Error(cause)) => Err(fault(cause)),
    }
}

/// The connection that writes: newest schema, every commit synced before it is answered.
pub(super) fn writer(path: &Path, options: &Options) -> Result<Connection, OpenError> {
    let damaged = |cause: rusqlite::Error| OpenError::Damaged {
        file: path.display().to_string(),
        cause: cause.to_string(),
    };
    let mut conn = Connection::open(path).map_err(damaged)?;
    check_origin(&conn, &path.display().to_string())?;
    (|| {
        conn.pragma_update(None, "journal_mode", "WAL")?;
        // NORMAL loses acknowledged writes when the power fails (quality.md, point 1).
        conn.pragma_update(None, "synchronous", "FULL")?;
        conn.pragma_update(None, "journal_size_limit", 64 * 1024 * 1024)?;
        if options.replicated {
            conn.pragma_update(None, "wal_autocheckpoint", 0)?;
        }
        let page: i64 = conn.pragma_query_value(None, "page_size", |row| row.get(0))?;
        conn.pragma_update(None, "max_page_count", options.most_bytes / page.max(512))?;
        settings(&conn)
    })()
    .map_err(damaged)?;
    let file = path.display().to_string();
    let schema = known_schema(&conn, &file)?;
    if schema > 0 && schema < SCHEMA.dirs().count() {
        super::copy::keep_old(&conn, path, schema)?;
    }
    migrate(&mut conn, &file)?;
    Ok(conn)
}

/// A connection that only reads.
pub(super) fn reader(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    settings(&conn)?;
    conn.pragma_update(None, "query_only", "ON")?;
    conn.progress_handler(MOST_STEPS, Some(|| true))?;
    Ok(conn)
}

/// A database that lives as long as the connection.
pub(super) fn in_memory() -> Result<Connection, OpenError> {
    let name = ":memory:".to_owned();
    let damaged = |cause: rusqlite::Error| OpenError::Damaged {
        file: ":memory:".to_owned(),
        cause: cause.to_string(),
    };
    let mut conn = Connection::open_in_memory().map_err(damaged)?;
    check_origin(&conn, &name)?;
    settings(&conn).map_err(damaged)?;
    migrate(&mut conn, &name)?;
    Ok(conn)
}

/// Path of the database in a folder.
pub(super) fn path(folder: &Path) -> PathBuf {
    folder.join(FILE_NAME)
}

fn settings(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(Duration::from_secs(5))?;
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

pub(super) fn check_origin(conn: &Connection, file: &str) -> Result<(), OpenError> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(OpenError::OldSqlite(rusqlite::version().to_owned()));
    }
    let damaged = |cause: rusqlite::Error| match cause.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => OpenError::NotARegister(file.to_owned()),
        _ => OpenError::Damaged {
            file: file.to_owned(),
            cause: cause.to_string(),
        },
    };
    let id: i32 = conn
        .pragma_query_value(None, "application_id", |row| row.get(0))
        .map_err(damaged)?;
    let tables: i64 = conn
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(damaged)?;
    if id == APPLICATION_ID || (id == 0 && tables == 0) {
        Ok(())
    } else {
        Err(OpenError::NotARegister(file.to_owned()))
    }
}

/// Number of the schema of a file; one that this program does not know is refused.
pub(super) fn known_schema(conn: &Connection, file: &str) -> Result<usize, OpenError> {
    let found: usize = conn
        .pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))
        .ok()
        .and_then(|version| usize::try_from(version).ok())
        .unwrap_or(usize::MAX);
    let known = SCHEMA.dirs().count();
    if found > known {
        return Err(OpenError::TooNew {
            file: file.to_owned(),
            found,
            known,
        });
    }
    if found > 0 {
        check_shape(conn, found, file)?;
    }
    Ok(found)
}

/// Tables, indexes, triggers and views are those of the schema and no others: a foreign trigger would run with every write.
fn check_shape(conn: &Connection, version: usize, file: &str) -> Result<(), OpenError> {
    let damaged = |cause: String| OpenError::Damaged {
        file: file.to_owned(),
        cause,
    };
    let shape = |conn: &Connection| -> rusqlite::Result<Vec<(String, String, Option<String>)>> {
        let mut statement = conn.prepare(
            "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        rows.collect()
    };
    let mut fresh = Connection::open_in_memory().map_err(|cause| damaged(cause.to_string()))?;
    let migrations = MIGRATIONS.as_ref().map_err(|error| damaged(error.clone()))?;
    migrations
        .to_version(&mut fresh, version)
        .map_err(|cause| damaged(cause.to_string()))?;
    let wanted = shape(&fresh).map_err(|cause| damaged(cause.to_string()))?;
    let found = shape(conn).map_err(|cause| damaged(cause.to_string()))?;
    match found.iter().find(|entry| !wanted.contains(entry)) {
        Some((kind, name, _)) => Err(OpenError::Foreign {
            file: file.to_owned(),
            what: format!("{kind} {name}"),
        }),
        None if found.len() < wanted.len() => Err(damaged("tables are missing".to_owned())),
        None => Ok(()),
    }
}

fn migrate(conn: &mut Connection, file: &str) -> Result<(), OpenError> {
    let damaged = |cause: String| OpenError::Damaged {
        file: file.to_owned(),
        cause,
    };
    let migrations = MIGRATIONS.as_ref().map_err(|error| damaged(error.clone()))?;
    migrations
        .to_latest(conn)
        .map_err(|error| damaged(error.to_string()))?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)
        .map_err(|error| damaged(error.to_string()))
}
