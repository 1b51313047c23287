//! What can go wrong below the use cases.

use crate::domain::message::Message;

/// Why the store could not do it. A variant only where the caller acts differently.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum StoreError {
    /// No room left, or the file cannot be written.
    #[error("the database cannot be written: {0}")]
    Full(String),
    /// Somebody holds the database for longer than we wait.
    #[error("the database is busy: {0}")]
    Busy(String),
    /// A query took longer than a reader may take.
    #[error("the query took too long")]
    TooLong,
    /// A change was asked of a register that is open for reading only.
    #[error("the register is open for reading only")]
    ReadOnly,
    /// A row contradicts its meaning.
    #[error("damaged data: {0}")]
    Damaged(String),
    /// The writer ended before it answered.
    #[error("the writer did not answer")]
    NoAnswer,
    /// Anything else SQLite says.
    #[error("{0}")]
    Sqlite(String),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let cause = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull | ErrorCode::ReadOnly | ErrorCode::CannotOpen) => {
                StoreError::Full(cause)
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy(cause),
            // The only one who interrupts is the guard of the readers.
            Some(ErrorCode::OperationInterrupted) => StoreError::TooLong,
            _ => StoreError::Sqlite(cause),
        }
    }
}

/// Why a folder could not be opened. Shown in full, with what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder cannot be made, read or written.
    #[error("{folder}: {cause}")]
    Folder {
        /// The folder.
        folder: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// Another program holds the folder.
    #[error("{0} is in use by another start of the program")]
    Locked(String),
    /// There is no register in the folder.
    #[error("{0} holds no register")]
    Missing(String),
    /// The file is no register.
    #[error("{0} is not a register")]
    NotARegister(String),
    /// The file cannot be read as a database.
    #[error("{file} is damaged: {cause}")]
    Damaged {
        /// The file.
        file: String,
        /// What SQLite says.
        cause: String,
    },
    /// Written by an older version of the program: has to be brought up to date before it can be read.
    #[error("{file} has schema {found}, this program reads {known}")]
    TooOld {
        /// The file.
        file: String,
        /// Its schema.
        found: usize,
        /// The schema we read.
        known: usize,
    },
    /// Written by a newer version of the program.
    #[error("{file} has schema {found}, this program knows up to {known}")]
    TooNew {
        /// The file.
        file: String,
        /// Its schema.
        found: usize,
        /// The newest schema we know.
        known: usize,
    },
    /// Something in the file is not ours, or something of ours is missing.
    #[error("{file} holds something foreign or lacks something: {kind} {object}")]
    Foreign {
        /// The file.
        file: String,
        /// Kind of the object.
        kind: String,
        /// Its name.
        object: String,
        /// True where it is missing.
        missing: bool,
    },
    /// SQLite below 3.51.3 can damage a file in WAL mode.
    #[error("SQLite {0} is too old")]
    OldSqlite(String),
}

impl OpenError {
    /// A file that SQLite cannot work with.
    pub(super) fn damaged(file: &str, cause: impl std::fmt::Display) -> OpenError {
        OpenError::Damaged {
            file: file.to_owned(),
            cause: cause.to_string(),
        }
    }

    /// What SQLite says about a file that is opened: one that cannot be opened is not damaged for that.
    pub(super) fn opening(file: &str, cause: rusqlite::Error) -> OpenError {
        use rusqlite::ErrorCode;
        match cause.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => OpenError::NotARegister(file.to_owned()),
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => OpenError::Folder {
                folder: file.to_owned(),
                cause: std::io::Error::other(cause),
            },
            _ => OpenError::damaged(file, cause),
        }
    }

    /// The sentence for the user.
    pub fn message(&self) -> Message {
        match self {
            OpenError::Folder { folder, cause } => Message::new("open-folder")
                .with("folder", folder.as_str())
                .with("cause", cause.to_string()),
            OpenError::Locked(folder) => Message::new("open-locked").with("folder", folder.as_str()),
            OpenError::Missing(folder) => Message::new("open-missing").with("folder", folder.as_str()),
            OpenError::NotARegister(file) => Message::new("open-not-a-register").with("file", file.as_str()),
            OpenError::Damaged { file, cause } => Message::new("open-damaged")
                .with("file", file.as_str())
                .with("cause", cause.as_str()),
            OpenError::TooNew { file, found, known } => Message::new("open-too-new")
                .with("file", file.as_str())
                .with("found", *found)
                .with("known", *known),
            OpenError::TooOld { file, found, known } => Message::new("open-too-old")
                .with("file", file.as_str())
                .with("found", *found)
                .with("known", *known),
            OpenError::Foreign {
                file,
                kind,
                object,
                missing,
            } => Message::new(if *missing { "open-lacking" } else { "open-foreign" })
                .with("file", file.as_str())
                .with("kind", kind.as_str())
                .with("object", object.as_str()),
            OpenError::OldSqlite(version) => {
                Message::new("open-old-sqlite").with("version", version.as_str())
            }
        }
    }
}
