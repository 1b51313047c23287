//! The schema: whose file it is, of which version, and how an older one is brought up to date.

use super::copying::copy_database;
use super::error::OpenError;
use include_dir::{Dir, include_dir};
use rusqlite::Connection;
use rusqlite_migration::Migrations;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static SCHEMA: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/schema");
static MIGRATIONS: LazyLock<Result<Migrations<'static>, String>> =
    LazyLock::new(|| Migrations::from_directory(&SCHEMA).map_err(|error| error.to_string()));

/// `PRef` as a number: says that a file is ours.
const APPLICATION_ID: i32 = 0x5052_6566;

/// Below this version the WAL can be reset under a checkpoint (quality.md, point 2).
const OLDEST_SQLITE: i32 = 3_051_003;

/// The newest schema this program knows.
pub(super) fn newest() -> usize {
    SCHEMA.dirs().count()
}

/// The schema of a file.
pub(super) fn version(conn: &Connection) -> rusqlite::Result<usize> {
    let found: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(usize::try_from(found).unwrap_or(usize::MAX))
}

/// Refuses files that are not ours. An empty one may become ours.
pub(super) fn check_origin(conn: &Connection, file: &str) -> Result<(), OpenError> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(OpenError::OldSqlite(rusqlite::version().to_owned()));
    }
    let damaged = |cause: rusqlite::Error| OpenError::opening(file, cause);
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

/// Refuses files of other versions: newer ones cannot be understood, older ones have to be brought up to date first,
/// which reading does not do.
pub(super) fn check_version(conn: &Connection, file: &str) -> Result<(), OpenError> {
    let found = version(conn).map_err(|cause| OpenError::damaged(file, cause))?;
    check_not_newer(found, newest(), file)?;
    if found < newest() {
        return Err(OpenError::TooOld {
            file: file.to_owned(),
            found,
            known: newest(),
        });
    }
    check_shape(conn, found, file)
}

/// Refuses files of newer versions.
pub(super) fn check_not_newer(found: usize, known: usize, file: &str) -> Result<(), OpenError> {
    if found > known {
        return Err(OpenError::TooNew {
            file: file.to_owned(),
            found,
            known,
        });
    }
    Ok(())
}

/// Brings a file up to date, all steps in one transaction; an older one is copied beside itself first.
pub(super) fn migrate(conn: &mut Connection, path: &Path) -> Result<(), OpenError> {
    let migrations = MIGRATIONS
        .as_ref()
        .map_err(|error| OpenError::damaged(&path.display().to_string(), error))?;
    let file = path.display().to_string();
    let found = version(conn).map_err(|cause| OpenError::damaged(&file, cause))?;
    if (1..=newest()).contains(&found) {
        check_shape(conn, found, &file)?;
    }
    migrate_to(conn, path, migrations, newest())
}

/// The same to any version: later schemas are tried out with it.
pub(super) fn migrate_to(
    conn: &mut Connection,
    path: &Path,
    migrations: &Migrations<'_>,
    known: usize,
) -> Result<(), OpenError> {
    let file = path.display().to_string();
    let found = version(conn).map_err(|cause| OpenError::damaged(&file, cause))?;
    check_not_newer(found, known, &file)?;
    if found == known {
        return Ok(());
    }
    if found == 0 {
        // Before the tables: a file with tables and without the mark would be foreign at the next start.
        conn.pragma_update(None, "application_id", APPLICATION_ID)
            .map_err(|cause| OpenError::damaged(&file, cause))?;
    } else {
        keep_old(conn, path, found)?;
    }
    migrations
        .to_version(conn, known)
        .map_err(|cause| OpenError::damaged(&file, cause))
}

/// Brings a copy up to date that nobody else uses and whose original stays: nothing is kept.
pub(super) fn upgrade(conn: &mut Connection, file: &str) -> Result<(), OpenError> {
    let migrations = MIGRATIONS
        .as_ref()
        .map_err(|error| OpenError::damaged(file, error))?;
    migrations
        .to_version(conn, newest())
        .map_err(|cause| OpenError::damaged(file, cause))
}

/// Where the file of an older version is kept.
pub(super) fn kept(path: &Path, version: usize) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".v{version}"));
    PathBuf::from(name)
}

/// Copies the file as it is before the upgrade, with what still stands in its write-ahead log.
fn keep_old(conn: &Connection, path: &Path, version: usize) -> Result<(), OpenError> {
    copy_database(conn, &kept(path, version)).map_err(|cause| OpenError::Folder {
        folder: path.display().to_string(),
        cause,
    })
}

/// Triggers and views run by themselves, and a table may be something else in disguise: nothing may be there that this
/// program did not make, and nothing may be missing.
pub(super) fn check_shape(conn: &Connection, version: usize, file: &str) -> Result<(), OpenError> {
    let expected = expected_objects(version)?;
    let found = objects(conn).map_err(|cause| OpenError::damaged(file, cause))?;
    let foreign = found.iter().find(|object| !expected.contains(object));
    let missing = expected.iter().find(|object| !found.contains(object));
    match foreign.or(missing) {
        Some([kind, object, ..]) => Err(OpenError::Foreign {
            file: file.to_owned(),
            kind: kind.clone(),
            object: object.clone(),
            missing: foreign.is_none(),
        }),
        None => Ok(()),
    }
}

/// All objects of a schema: kind, name, table, text. Those of SQLite's own statistics are left out.
fn objects(conn: &Connection) -> rusqlite::Result<Vec<[String; 4]>> {
    let mut statement = conn.prepare(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema
         WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name",
    )?;
    let rows = statement.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))?;
    rows.collect()
}

/// The objects that a file of this version has.
fn expected_objects(version: usize) -> Result<Vec<[String; 4]>, OpenError> {
    let damaged = |cause: String| OpenError::damaged(":memory:", cause);
    let migrations = MIGRATIONS.as_ref().map_err(|error| damaged(error.clone()))?;
    let mut conn = Connection::open_in_memory().map_err(|error| damaged(error.to_string()))?;
    migrations
        .to_version(&mut conn, version)
        .map_err(|error| damaged(error.to_string()))?;
    objects(&conn).map_err(|error| damaged(error.to_string()))
}
