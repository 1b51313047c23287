//! Restoring: a file becomes the register of a folder after all that can be checked about it holds; what was there before
//! stays as it is until then, and beside the new one afterwards.

use super::copying::sync_folder;
use super::error::{OpenError, StoreError};
use super::manifest::{Manifest, digest};
use super::private::{self, Missing};
use super::verify::Verified;
use super::view::{Tx, View};
use super::{open, schema};
use crate::domain::message::Message;
use crate::domain::time::Timestamp;
use rusqlite::Connection;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Why a backup could not be written or a file not restored.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The folder or the file that was found in it.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A file cannot be read or written.
    #[error("{file}: {cause}")]
    File {
        /// The file.
        file: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// The file is not what it has to be; the sentence says why.
    #[error("refused: {}", .0.id)]
    Rejected(Message),
    /// A backup goes to a new file.
    #[error("{} exists", .0.display())]
    Exists(PathBuf),
    /// The database says no.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl CopyError {
    pub(super) fn file(file: &Path, cause: std::io::Error) -> CopyError {
        CopyError::File {
            file: file.display().to_string(),
            cause,
        }
    }
}

/// What was restored.
#[derive(Debug, Clone, PartialEq)]
pub struct Restored {
    /// What the checks found; without faults.
    pub verified: Verified,
    /// Where the register that was there before is kept.
    pub kept: Option<PathBuf>,
}

/// Makes a file the register of a folder. With `plain` a database without a manifest is taken too: then only its content is
/// checked, which does not notice a changed byte that nothing refers to.
///
/// Sessions end, and the log says that it was restored.
///
/// # Errors
/// `Open(Locked)` while the register is served; `Rejected` and `Open` for a file that is not sound. Nothing has changed then.
pub fn restore(folder: &Path, file: &Path, plain: bool, now: Timestamp) -> Result<Restored, CopyError> {
    let manifest = Manifest::of(file).map_err(|cause| CopyError::file(file, cause))?;
    let missing = Missing::of(folder, open::lock_path(folder));
    let lock = open::lock(folder)?;
    let done = restore_locked(folder, file, manifest.as_ref(), plain, now);
    if done.is_err() {
        // While it is still ours.
        missing.take_away();
    }
    drop(lock);
    done
}

fn restore_locked(
    folder: &Path,
    file: &Path,
    manifest: Option<&Manifest>,
    plain: bool,
    now: Timestamp,
) -> Result<Restored, CopyError> {
    let new = folder.join("register.db.restore");
    clear(&new);
    let verified = prepare(&new, file, manifest, plain, now);
    let done = verified.and_then(|verified| {
        let kept = replace(&open::path(folder), &new).map_err(|cause| CopyError::file(&new, cause))?;
        Ok(Restored { verified, kept })
    });
    clear(&new);
    done
}

/// Removes what an interrupted restore left behind.
fn clear(new: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        std::fs::remove_file(with(new, ending)).ok();
    }
}

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Copies the database out of a file and checks the copy, so that what was checked is what is used.
fn prepare(
    new: &Path,
    file: &Path,
    manifest: Option<&Manifest>,
    plain: bool,
    now: Timestamp,
) -> Result<Verified, CopyError> {
    let name = file.display().to_string();
    let rejected = |id: &str| CopyError::Rejected(Message::new(id).with("file", name.as_str()));
    let copy = private::create(new).map_err(|cause| CopyError::file(new, cause))?;
    let most = manifest.map_or(u64::MAX, |manifest| manifest.bytes);
    let (_, sha256) = digest(file, most, &copy).map_err(|cause| CopyError::file(file, cause))?;
    drop(copy);
    if manifest.is_none() {
        copy_log(file, new).map_err(|cause| CopyError::file(file, cause))?;
    }
    if manifest.is_some_and(|manifest| manifest.sha256 != sha256) {
        return Err(rejected("restore-changed"));
    }
    let damaged = |cause: rusqlite::Error| OpenError::damaged(&name, cause);
    let mut conn = Connection::open(new).map_err(damaged)?;
    schema::check_origin(&conn, &name)?;
    open::settings(&conn).map_err(damaged)?;
    let found = schema::version(&conn).map_err(damaged)?;
    if found == 0 {
        return Err(OpenError::NotARegister(name).into());
    }
    schema::check_not_newer(found, schema::newest(), &name)?;
    schema::check_shape(&conn, found, &name)?;
    let head = View::new(&conn).verify_file()?;
    refuse_faults(&head, &name)?;
    match manifest {
        Some(manifest)
            if (manifest.schema, manifest.log_position, &manifest.log_hash)
                != (found, head.log_position, &head.log_hash) =>
        {
            return Err(rejected("restore-changed"));
        }
        None if !plain => return Err(rejected("restore-no-manifest")),
        _ => {}
    }
    conn.pragma_update(None, "journal_mode", "DELETE")
        .map_err(damaged)?;
    schema::upgrade(&mut conn, &name)?;
    let verified = View::new(&conn).verify(None)?;
    refuse_faults(&verified, &name)?;
    let transaction = conn.transaction().map_err(damaged)?;
    Tx::new(&transaction, None, now).note_restore(&head)?;
    transaction.commit().map_err(damaged)?;
    conn.close().map_err(|(_, cause)| damaged(cause))?;
    let synced = File::options()
        .write(true)
        .open(new)
        .and_then(|file| file.sync_all());
    synced.map_err(|cause| CopyError::file(new, cause))?;
    Ok(verified)
}

/// A file that was not made by `backup` may have a write-ahead log beside it, and what was answered last stands only there.
/// SQLite takes from it what belongs to the file and is whole.
fn copy_log(file: &Path, new: &Path) -> std::io::Result<()> {
    let log = with(file, "-wal");
    if log.is_file() {
        std::fs::copy(log, with(new, "-wal"))?;
    }
    Ok(())
}

fn refuse_faults(verified: &Verified, name: &str) -> Result<(), CopyError> {
    match verified.faults.first() {
        Some(fault) => Err(CopyError::Rejected(
            Message::new("restore-unsound")
                .with("file", name)
                .with("fault", fault.clone()),
        )),
        None => Ok(()),
    }
}

/// Puts the new file in the place of the old one, which is kept under a name of its own.
fn replace(path: &Path, new: &Path) -> std::io::Result<Option<PathBuf>> {
    let kept = if path.exists() { Some(keep(path)?) } else { None };
    // A write-ahead log without its database must not meet the new one.
    for ending in ["-wal", "-shm", "-journal"] {
        let old = with(path, ending);
        if old.exists() {
            match &kept {
                Some(kept) => std::fs::rename(&old, with(kept, ending))?,
                None => std::fs::remove_file(&old)?,
            }
        }
    }
    std::fs::rename(new, path)?;
    sync_folder(path)?;
    Ok(kept)
}

/// A second name for the old file; with its write-ahead log folded in where it can be read at all.
fn keep(path: &Path) -> std::io::Result<PathBuf> {
    if let Ok(conn) = Connection::open(path) {
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
            .ok();
    }
    let mut number = 1_u32;
    loop {
        let kept = with(path, &format!(".replaced-{number}"));
        match std::fs::hard_link(path, &kept) {
            Ok(()) => return Ok(kept),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => number += 1,
            // File systems without links: a copy does as well.
            Err(_) => {
                std::fs::copy(path, &kept)?;
                return Ok(kept);
            }
        }
    }
}
