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
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::OperationInterrupted) => {
                StoreError::Busy(cause)
            }
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
    /// Something in the file is not ours.
    #[error("{file} holds something foreign: {what}")]
    Foreign {
        /// The file.
        file: String,
        /// Kind and name.
        what: String,
    },
    /// A copy goes to a new file.
    #[error("{0} exists")]
    Exists(String),
    /// The file that says what a copy holds is missing.
    #[error("{0} is missing")]
    NoManifest(String),
    /// A copy is not what it was when it was made.
    #[error("{0} was changed")]
    Changed(String),
    /// SQLite below 3.51.3 can damage a file in WAL mode.
    #[error("SQLite {0} is too old")]
    OldSqlite(String),
}

impl OpenError {
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
            OpenError::Foreign { file, what } => Message::new("open-foreign")
                .with("file", file.as_str())
                .with("what", what.as_str()),
            OpenError::Exists(file) => Message::new("open-exists").with("file", file.as_str()),
            OpenError::NoManifest(file) => Message::new("open-no-manifest").with("file", file.as_str()),
            OpenError::Changed(file) => Message::new("open-changed").with("file", file.as_str()),
            OpenError::OldSqlite(version) => {
                Message::new("open-old-sqlite").with("version", version.as_str())
            }
        }
    }
}
