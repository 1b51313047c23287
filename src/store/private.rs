//! New files that hold the register: only their owner may read them.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Result};
use std::path::{Path, PathBuf};

/// Makes a file with rights 0600 (where the system has such rights); one that is there already is a fault.
pub(super) fn create(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// The same where the file may be there already; then it stays as it is.
pub(super) fn create_if_missing(path: &Path) -> Result<()> {
    match create(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// What a command would have to make, to take it away again when it comes to nothing.
pub(super) struct Missing {
    lock: Option<PathBuf>,
    /// The folder and those around it that are missing too, innermost first.
    folders: Vec<PathBuf>,
}

impl Missing {
    /// Looks what is missing of a folder and a file in it.
    pub(super) fn of(folder: &Path, file: PathBuf) -> Missing {
        let around = folder.ancestors().filter(|path| !path.as_os_str().is_empty());
        Missing {
            lock: (!file.exists()).then_some(file),
            folders: around
                .take_while(|path| !path.exists())
                .map(Path::to_owned)
                .collect(),
        }
    }

    /// Takes away what was made since, as far as nothing else stands in it.
    pub(super) fn take_away(&self) {
        if let Some(file) = &self.lock {
            std::fs::remove_file(file).ok();
        }
        for folder in &self.folders {
            if std::fs::remove_dir(folder).is_err() {
                break;
            }
        }
    }
}
