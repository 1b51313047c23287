//! Copies of a register: made while it is served, put back only after they were checked.

use super::error::OpenError;
use super::open;
use super::verify::{Verified, verify};
use crate::domain::digest::sha256_hex;
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Pages that are copied before writers get their turn again (1,024 pages of 4 kB: 4 MB).
const PAGES: i32 = 1_024;

/// Ending of the file beside a copy that says what it holds.
pub const MANIFEST: &str = "manifest";

/// What a copy is and holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// SHA-256 of the file.
    pub sha256: String,
    /// What is in it.
    pub holds: Verified,
}

/// Copies the register in a folder to a file, also while another program serves it. The copy is one moment of the
/// register; it is checked before it gets its name.
pub(super) fn backup(folder: &Path, out: &Path) -> Result<Copied, OpenError> {
    let path = open::path(folder);
    if !path.is_file() {
        return Err(OpenError::Missing(folder.display().to_string()));
    }
    if out.exists() {
        return Err(OpenError::Exists(out.display().to_string()));
    }
    let part = with_ending(out, "part");
    let copied = copy(&path, &part).and_then(|()| seal(&part));
    let copied = copied.inspect_err(|_| {
        std::fs::remove_file(&part).ok();
    })?;
    if let Some(fault) = copied.holds.faults.first() {
        std::fs::remove_file(&part).ok();
        return Err(OpenError::Damaged {
            file: path.display().to_string(),
            cause: format!("{fault:?}"),
        });
    }
    let fault = fault_of(out);
    std::fs::write(with_ending(out, MANIFEST), manifest(&copied)).map_err(&fault)?;
    std::fs::rename(&part, out).map_err(&fault)?;
    Ok(copied)
}

/// Puts a copy into a folder. A register that is there is kept aside under another name, whole, until the copy is in place
/// and after that; the name is returned.
pub(super) fn restore(folder: &Path, from: &Path) -> Result<(Verified, Option<PathBuf>), OpenError> {
    let _lock = open::lock(folder)?;
    // What the file is comes first, so that the sentence names its fault and not a missing manifest.
    let holds = whole(from)?;
    check_manifest(from)?;
    let target = open::path(folder);
    let fault = fault_of(&target);
    let fresh = with_ending(&target, "restored");
    std::fs::copy(from, &fresh).map_err(&fault)?;
    File::open(&fresh)
        .and_then(|file| file.sync_all())
        .map_err(&fault)?;
    if whole(&fresh)? != holds {
        std::fs::remove_file(&fresh).ok();
        return Err(OpenError::Damaged {
            file: fresh.display().to_string(),
            cause: "the copy differs".to_owned(),
        });
    }
    let aside = target.is_file().then(|| free_name(&target));
    if let Some(aside) = &aside {
        for ending in ["", "-wal", "-shm"] {
            let old = suffixed(&target, ending);
            if old.is_file() {
                std::fs::rename(&old, suffixed(aside, ending)).map_err(&fault)?;
            }
        }
    }
    std::fs::rename(&fresh, &target).map_err(&fault)?;
    Ok((holds, aside))
}

/// One copy of the file as it was before its schema changes.
pub(super) fn keep_old(conn: &Connection, path: &Path, schema: usize) -> Result<(), OpenError> {
    let kept = with_ending(path, &format!("v{schema}"));
    if kept.exists() {
        return Ok(());
    }
    let damaged = |cause: rusqlite::Error| OpenError::Damaged {
        file: kept.display().to_string(),
        cause: cause.to_string(),
    };
    let part = with_ending(&kept, "part");
    let mut to = Connection::open(&part).map_err(damaged)?;
    Backup::new(conn, &mut to)
        .and_then(|backup| backup.run_to_completion(PAGES, Duration::ZERO, None))
        .map_err(damaged)?;
    to.close().map_err(|(_, cause)| damaged(cause))?;
    std::fs::rename(&part, &kept).map_err(fault_of(&kept))
}

fn copy(path: &Path, out: &Path) -> Result<(), OpenError> {
    let file = path.display().to_string();
    let damaged = |cause: rusqlite::Error| OpenError::Damaged {
        file: file.clone(),
        cause: cause.to_string(),
    };
    let from = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(damaged)?;
    open::check_origin(&from, &file)?;
    from.busy_timeout(Duration::from_secs(5)).map_err(damaged)?;
    // One read transaction: the copy is one moment, however many writes come meanwhile.
    from.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema")
        .map_err(damaged)?;
    let mut to = Connection::open(out).map_err(damaged)?;
    Backup::new(&from, &mut to)
        .and_then(|backup| backup.run_to_completion(PAGES, Duration::ZERO, None))
        .map_err(damaged)?;
    // A copy is one file, without a log beside it.
    to.pragma_update(None, "journal_mode", "DELETE")
        .map_err(damaged)?;
    to.close().map_err(|(_, cause)| damaged(cause))?;
    File::open(out)
        .and_then(|file| file.sync_all())
        .map_err(fault_of(out))
}

fn seal(path: &Path) -> Result<Copied, OpenError> {
    let holds = verify(path)?;
    let bytes = std::fs::read(path).map_err(fault_of(path))?;
    Ok(Copied {
        sha256: sha256_hex(&bytes),
        holds,
    })
}

/// A register without any fault.
fn whole(path: &Path) -> Result<Verified, OpenError> {
    let holds = verify(path)?;
    match holds.faults.first() {
        None => Ok(holds),
        Some(fault) => Err(OpenError::Damaged {
            file: path.display().to_string(),
            cause: format!("{fault:?}"),
        }),
    }
}

fn manifest(copied: &Copied) -> String {
    format!(
        "sha256 {}\nschema {}\nlog {}\nhash {}\n",
        copied.sha256, copied.holds.schema, copied.holds.log_position, copied.holds.newest_hash
    )
}

fn check_manifest(from: &Path) -> Result<(), OpenError> {
    let beside = with_ending(from, MANIFEST);
    let text =
        std::fs::read_to_string(&beside).map_err(|_| OpenError::NoManifest(beside.display().to_string()))?;
    let wanted = text.lines().find_map(|line| line.strip_prefix("sha256 "));
    let bytes = std::fs::read(from).map_err(fault_of(from))?;
    if wanted == Some(sha256_hex(&bytes).as_str()) {
        Ok(())
    } else {
        Err(OpenError::Changed(from.display().to_string()))
    }
}

fn fault_of(path: &Path) -> impl Fn(std::io::Error) -> OpenError {
    let folder = path.display().to_string();
    move |cause| OpenError::Folder {
        folder: folder.clone(),
        cause,
    }
}

/// `register.db` with `v1`: `register.db.v1`.
fn with_ending(path: &Path, ending: &str) -> PathBuf {
    suffixed(path, &format!(".{ending}"))
}

fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn free_name(target: &Path) -> PathBuf {
    let mut number = 1_u32;
    loop {
        let name = with_ending(target, &format!("before-{number}"));
        if !name.exists() {
            return name;
        }
        number += 1;
    }
}
