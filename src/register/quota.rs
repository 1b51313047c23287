//! What one instance may take up.

use crate::domain::message::Message;
use crate::error::{Error, Kind, Result};

/// Bounds of one instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// Bytes of one uploaded file.
    pub file_bytes: u64,
    /// Bytes of all stored models together.
    pub upload_bytes: u64,
    /// Versions of the model of one process.
    pub versions: u32,
}

impl Default for Quota {
    /// 20 MB per file (quality.md 2), 10 GB and 1,000 versions: far above what a town makes, far below what a disk holds.
    fn default() -> Quota {
        Quota {
            file_bytes: 20_000_000,
            upload_bytes: 10_000_000_000,
            versions: 1_000,
        }
    }
}

impl Quota {
    /// Refuses a file that is too large by itself.
    pub(super) fn admit_file(&self, bytes: usize) -> Result<()> {
        if bytes as u64 <= self.file_bytes {
            return Ok(());
        }
        let most = self.file_bytes as f64 / 1e6;
        Err(Error::new(
            Kind::TooLarge,
            Message::new("upload-too-large").with("most", most),
        ))
    }

    /// Refuses a file for which there is no room beside what is stored: bytes of all models, versions of this one.
    pub(super) fn admit(&self, bytes: usize, stored: u64, versions: u32) -> Result<()> {
        if versions >= self.versions {
            let message = Message::new("upload-versions").with("most", f64::from(self.versions));
            return Err(Error::new(Kind::Full, message));
        }
        if stored.saturating_add(bytes as u64) > self.upload_bytes {
            let message = Message::new("upload-quota").with("most", self.upload_bytes as f64 / 1e6);
            return Err(Error::new(Kind::Full, message));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_does_not_fit_is_refused() {
        let quota = Quota {
            file_bytes: 10,
            upload_bytes: 100,
            versions: 3,
        };
        assert!(quota.admit_file(10).is_ok());
        assert_eq!(quota.admit_file(11).unwrap_err().kind, Kind::TooLarge);
        assert!(quota.admit(10, 90, 2).is_ok());
        assert_eq!(quota.admit(10, 91, 2).unwrap_err().kind, Kind::Full);
        assert_eq!(quota.admit(1, 0, 3).unwrap_err().kind, Kind::Full);
    }
}
