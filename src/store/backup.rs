//! Backups: one moment of a register as one file with its manifest, also while it is written to.

use super::copying::{copy_to, publish, unfinished};
use super::manifest::{Manifest, digest};
use super::restore::CopyError;
use super::{StoreError, View, schema};
use crate::domain::message::Message;
use std::path::Path;

/// A backup that is complete and on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupDone {
    /// Bytes of the database.
    pub bytes: u64,
    /// SHA-256 of the database.
    pub sha256: String,
    /// Schema of the database.
    pub schema: usize,
    /// Number of the newest row of the log.
    pub log_position: i64,
    /// Hash of that row. Kept elsewhere, it shows whether rows were cut off the end of the log.
    pub log_hash: String,
}

impl View<'_> {
    /// Writes what this view sees to a new file.
    ///
    /// # Errors
    /// `Exists`; `Rejected` for a file in the folder of the register; `File` where it cannot be written.
    pub fn backup(&self, to: &Path) -> Result<BackupDone, CopyError> {
        if self.stands_beside(to) {
            return Err(CopyError::Rejected(
                Message::new("backup-inside").with("file", to.display().to_string()),
            ));
        }
        if to.exists() {
            return Err(CopyError::Exists(to.to_owned()));
        }
        let part = unfinished(to);
        // Somebody's file, or a backup that is still being made.
        if part.exists() {
            return Err(CopyError::Exists(part));
        }
        self.write_backup(&part, to)
    }

    fn write_backup(&self, part: &Path, to: &Path) -> Result<BackupDone, CopyError> {
        let fault = |cause| CopyError::file(to, cause);
        // Reading holds the moment: without it, the copy would be of a later one than the manifest.
        let (log_position, log_hash) = self.log_head()?;
        copy_to(self.conn, part).map_err(fault)?;
        let done = self.complete(part, to, (log_position, log_hash));
        if done.is_err() {
            std::fs::remove_file(part).ok();
        }
        done
    }

    /// Adds the manifest to a copy and gives it its name.
    fn complete(
        &self,
        part: &Path,
        to: &Path,
        (log_position, log_hash): (i64, String),
    ) -> Result<BackupDone, CopyError> {
        let fault = |cause| CopyError::file(to, cause);
        let (bytes, sha256) = digest(part, u64::MAX, std::io::sink()).map_err(fault)?;
        let manifest = Manifest {
            sha256,
            bytes,
            schema: schema::version(self.conn).map_err(StoreError::from)?,
            log_position,
            log_hash,
        };
        manifest.append(part).map_err(fault)?;
        publish(part, to).map_err(fault)?;
        Ok(BackupDone {
            bytes: manifest.bytes,
            sha256: manifest.sha256,
            schema: manifest.schema,
            log_position: manifest.log_position,
            log_hash: manifest.log_hash,
        })
    }

    /// Whether a file would lie in the folder of the register: backups there are lost with it, and could take its place.
    fn stands_beside(&self, to: &Path) -> bool {
        let folder = |path: &Path| {
            let folder = path.parent().unwrap_or(Path::new(""));
            let folder = if folder.as_os_str().is_empty() {
                Path::new(".")
            } else {
                folder
            };
            folder.canonicalize().ok()
        };
        let own = self.conn.path().filter(|path| !path.is_empty());
        match own.and_then(|path| folder(Path::new(path))) {
            Some(own) => folder(to) == Some(own),
            None => false,
        }
    }
}
