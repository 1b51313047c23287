//! Backup, restore, verification: what keeps a register safe. Asked for by whoever runs the machine.

use super::Register;
use crate::domain::time::Timestamp;
use crate::error::Result;
use crate::store::{self, Anchor, BackupDone, OpenError, Restored, Store, Verified};
use std::path::Path;

impl Register {
    /// Writes a backup, also while others change the register.
    ///
    /// # Errors
    /// `Conflict` where the file exists; `Invalid` for a place in the folder of the register, or one that cannot be written to.
    pub fn backup(&self, to: &Path) -> Result<BackupDone> {
        // A use case of its own: the error of the copy says more than that of the store.
        self.store
            .read(|view| Ok::<_, store::StoreError>(view.backup(to)))?
            .map_err(Into::into)
    }
}

/// Makes a backup the register of a folder. Without a manifest it is taken only where `plain` says so.
///
/// # Errors
/// `Conflict` while the register is served, `Invalid` for a file that is not sound. Nothing has changed then.
pub fn restore(folder: &Path, file: &Path, plain: bool, now: Timestamp) -> Result<Restored> {
    Ok(store::restore(folder, file, plain, now)?)
}

/// Checks the register of a folder, also while it is served. `anchor`: a row of the log that is known from elsewhere.
///
/// # Errors
/// None for damage: that is a fault among the results.
pub fn verify(folder: &Path, anchor: Option<&Anchor>) -> Result<Verified> {
    match Store::open_beside(folder) {
        Ok(store) => store.read(|view| Ok(view.verify(anchor)?)),
        Err(error @ (OpenError::Damaged { .. } | OpenError::NotARegister(_) | OpenError::Foreign { .. })) => {
            Ok(Verified {
                faults: vec![error.message()],
                ..Verified::default()
            })
        }
        Err(error) => Err(error.into()),
    }
}
