//! One error for all use cases. `Kind` is all an edge looks at to give it a face
//! (status code, exit code, page); the message says what, where, and what to do.
//!
//! Pure modules have small errors of their own that turn into this one. Oddities in a file are
//! warnings, empty lists are no errors.

use crate::access::Denied;
use crate::bpmn::{ReadError, SpliceError};
use crate::domain::message::Message;
use crate::drawing::PixelError;
use crate::store::{OpenError, StoreError};

/// What the caller can do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// No such thing.
    NotFound,
    /// The input has faults; see `fields`.
    Invalid,
    /// Clashes with something that exists.
    Conflict,
    /// Signed in, but not allowed.
    Forbidden,
    /// Not signed in.
    Unauthenticated,
    /// Somebody else was faster.
    Stale,
    /// Over a limit on size.
    TooLarge,
    /// Try again later; seconds to wait.
    Busy(u32),
    /// No room left.
    Full,
    /// Our fault; the cause goes to the log, one calm sentence to the user.
    Internal,
}

/// A fault of one field of the input.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldError {
    /// Name of the field as in forms and JSON.
    pub field: String,
    /// What is wrong and what to do.
    pub message: Message,
}

/// An error of a use case.
#[derive(Debug)]
pub struct Error {
    /// What the caller can do about it.
    pub kind: Kind,
    /// What, where, what to do.
    pub message: Message,
    /// Faults of single fields.
    pub fields: Vec<FieldError>,
    /// Cause for the log; never shown.
    pub cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// Result of a use case.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error of a kind with its sentence.
    pub fn new(kind: Kind, message: Message) -> Self {
        Error {
            kind,
            message,
            fields: Vec::new(),
            cause: None,
        }
    }

    /// Something that does not exist.
    pub fn not_found(what: &'static str) -> Self {
        Error::new(
            Kind::NotFound,
            Message::new("error-not-found").with_term("what", what),
        )
    }

    /// Faulty input.
    pub fn invalid(message: Message) -> Self {
        Error::new(Kind::Invalid, message)
    }

    /// Faulty fields.
    pub fn invalid_fields(fields: Vec<FieldError>) -> Self {
        Error {
            kind: Kind::Invalid,
            message: Message::new("error-fields"),
            fields,
            cause: None,
        }
    }

    /// Our fault.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Error {
            kind: Kind::Internal,
            message: Message::new("error-internal"),
            fields: Vec::new(),
            cause: Some(cause.into()),
        }
    }
}

impl From<ReadError> for Error {
    fn from(error: ReadError) -> Self {
        let kind = if error.too_large {
            Kind::TooLarge
        } else {
            Kind::Invalid
        };
        Error::new(kind, error.message)
    }
}

impl From<SpliceError> for Error {
    fn from(error: SpliceError) -> Self {
        let kind = if error.not_found {
            Kind::NotFound
        } else {
            Kind::Invalid
        };
        Error::new(kind, error.message)
    }
}

impl From<PixelError> for Error {
    fn from(error: PixelError) -> Self {
        let kind = if error.too_large {
            Kind::TooLarge
        } else {
            Kind::Invalid
        };
        Error::new(kind, error.message)
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full(_) => Error {
                cause: Some(error.into()),
                ..Error::new(Kind::Full, Message::new("error-full"))
            },
            StoreError::Busy(_) => Error {
                cause: Some(error.into()),
                ..Error::new(Kind::Busy(2), Message::new("error-busy"))
            },
            other => Error::internal(other),
        }
    }
}

impl From<OpenError> for Error {
    /// Shown in full: who starts the program has to know what to do.
    fn from(error: OpenError) -> Self {
        let kind = match &error {
            OpenError::Locked(_) | OpenError::Exists(_) => Kind::Conflict,
            OpenError::Missing(_) => Kind::NotFound,
            OpenError::NotARegister(_)
            | OpenError::TooNew { .. }
            | OpenError::Damaged { .. }
            | OpenError::Foreign { .. }
            | OpenError::NoManifest(_)
            | OpenError::Changed(_) => Kind::Invalid,
            OpenError::Folder { .. } | OpenError::OldSqlite(_) => Kind::Internal,
        };
        Error {
            message: error.message(),
            cause: Some(error.into()),
            ..Error::new(kind, Message::new("error-internal"))
        }
    }
}

impl From<Denied> for Error {
    fn from(denied: Denied) -> Self {
        Error::new(Kind::Forbidden, denied.message)
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}: {}", self.kind, self.message.id)?;
        if let Some(cause) = &self.cause {
            write!(f, " ({cause})")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
