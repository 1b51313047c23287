//! Copies of whole databases, made while they are written to.

use super::private;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::fs::File;
use std::io::{Error, Result};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often a copy tries to get at a database that is busy, and how long it waits in between.
const TRIES: u32 = 200;
const PAUSE: Duration = Duration::from_millis(50);

/// The name a file has while it is not complete.
pub(super) fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

/// Writes one moment of a database as a single file without a write-ahead log. Under the final name it is complete and
/// on disk, or not there.
pub(super) fn copy_database(from: &Connection, to: &Path) -> Result<()> {
    let part = unfinished(to);
    // In our own folder it can only be what was left when the program was stopped.
    match std::fs::remove_file(&part) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let done = copy_to(from, &part).and_then(|()| publish(&part, to));
    if done.is_err() {
        std::fs::remove_file(&part).ok();
    }
    done
}

/// The copy under its own name, closed and not yet synced. A file that is there already is a fault, and stays.
pub(super) fn copy_to(from: &Connection, to: &Path) -> Result<()> {
    drop(private::create(to)?);
    let done = fill(from, to);
    if done.is_err() {
        std::fs::remove_file(to).ok();
    }
    done
}

fn fill(from: &Connection, to: &Path) -> Result<()> {
    let mut copy = Connection::open(to).map_err(Error::other)?;
    match all_pages(from, &mut copy).map_err(Error::other)? {
        StepResult::Done => {}
        _ => return Err(Error::other("the database stayed busy")),
    }
    // The mark of the write-ahead log is copied too; without it one file is all there is.
    copy.pragma_update(None, "journal_mode", "DELETE")
        .map_err(Error::other)?;
    copy.close().map_err(|(_, error)| Error::other(error))
}

/// All pages in one step: one moment, however much is written meanwhile.
fn all_pages(from: &Connection, copy: &mut Connection) -> rusqlite::Result<StepResult> {
    copy.pragma_update(None, "journal_mode", "OFF")?;
    copy.pragma_update(None, "synchronous", "OFF")?;
    let backup = Backup::new(from, copy)?;
    let mut last = backup.step(-1)?;
    for _ in 0..TRIES {
        if !matches!(last, StepResult::Busy | StepResult::Locked) {
            break;
        }
        std::thread::sleep(PAUSE);
        last = backup.step(-1)?;
    }
    Ok(last)
}

/// Gives a complete file its name; both are on disk afterwards.
pub(super) fn publish(part: &Path, to: &Path) -> Result<()> {
    File::options().write(true).open(part)?.sync_all()?;
    std::fs::rename(part, to)?;
    sync_folder(to)
}

/// Writes the entries of the folder of a file to disk.
pub(super) fn sync_folder(of: &Path) -> Result<()> {
    let folder = match of.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    // A folder can be opened and synced on Unix only; elsewhere the file system sees to it.
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
