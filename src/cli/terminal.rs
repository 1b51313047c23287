//! Where commands write, and what ends them early.

use super::arguments::Instance;
use crate::domain::message::Message;
use crate::domain::time::Timestamp;
use crate::error::{Error, Kind};
use crate::register::{Caller, Register};
use crate::text::Lang;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Standard output and standard error with the language and the clock of a command.
pub(super) struct Terminal<'a> {
    /// Results.
    pub out: &'a mut dyn Write,
    /// Messages.
    pub err: &'a mut dyn Write,
    /// Language of both.
    pub lang: Lang,
    /// When the command was started.
    pub now: Timestamp,
}

/// Why a command ended early.
#[derive(Debug)]
pub(super) enum Stop {
    /// A use case failed.
    Failed(Error),
    /// Nobody reads the result any more, or it cannot be written.
    Output(std::io::Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Stop {
        Stop::Failed(error)
    }
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Stop {
        Stop::Output(error)
    }
}

impl Stop {
    /// The exit code.
    pub fn code(&self) -> u8 {
        match self {
            Stop::Failed(error) => exit_code(error.kind),
            Stop::Output(error) if error.kind() == ErrorKind::BrokenPipe => 0,
            Stop::Output(_) => 1,
        }
    }

    /// Says on standard error why.
    pub fn tell(&self, terminal: &mut Terminal<'_>) {
        match self {
            Stop::Failed(error) => terminal.fault(error),
            Stop::Output(error) if error.kind() == ErrorKind::BrokenPipe => {}
            Stop::Output(error) => {
                let message = Message::new("cli-output").with("cause", error.to_string());
                terminal.message(&message);
            }
        }
    }
}

/// Exit code of a kind of error (design.md 2.1).
pub(super) fn exit_code(kind: Kind) -> u8 {
    match kind {
        Kind::Invalid | Kind::TooLarge => 2,
        Kind::Forbidden | Kind::Unauthenticated => 3,
        Kind::NotFound => 4,
        Kind::Conflict | Kind::Stale => 5,
        Kind::Internal | Kind::Busy(_) | Kind::Full => 1,
    }
}

impl Terminal<'_> {
    /// A line of the result.
    pub fn line(&mut self, text: &str) -> Result<(), Stop> {
        writeln!(self.out, "{}", printable(text))?;
        Ok(())
    }

    /// A sentence of the result.
    pub fn say(&mut self, message: &Message) -> Result<(), Stop> {
        let text = self.lang.say(message);
        self.line(&text)
    }

    /// A sentence on standard error. Nothing can be done if that is closed.
    pub fn message(&mut self, message: &Message) {
        let text = printable(&self.lang.say(message));
        writeln!(self.err, "{text}").ok();
    }

    /// An error with the faults of its fields on standard error; the cause of our own faults goes to the log.
    pub fn fault(&mut self, error: &Error) {
        if let (Kind::Internal, Some(cause)) = (error.kind, &error.cause) {
            tracing::error!(%cause, "command failed");
        }
        self.message(&error.message);
        for fault in &error.fields {
            let message = Message::new("cli-field")
                .with("field", fault.field.as_str())
                .with("what", fault.message.clone());
            self.message(&message);
        }
    }

    /// Opens the register in a folder as `serve` would, and acts as the person at this machine.
    pub fn open(&self, data: &Path, instance: &Instance) -> Result<(Register, Caller), Stop> {
        self.acting(Register::open_with(data, &instance.options())?.with_quota(instance.quota()))
    }

    /// The same for commands that only make sense where there is a register already.
    pub fn open_existing(&self, data: &Path, instance: &Instance) -> Result<(Register, Caller), Stop> {
        self.acting(Register::open_existing(data, &instance.options())?.with_quota(instance.quota()))
    }

    /// The same for commands that only read: they also work beside a running server.
    pub fn open_beside(&self, data: &Path) -> Result<(Register, Caller), Stop> {
        self.acting(Register::open_beside(data)?)
    }

    /// The same where there may be no register yet (an empty one stands in for it) and the bounds of the instance count.
    pub fn open_beside_or_empty(&self, data: &Path, instance: &Instance) -> Result<(Register, Caller), Stop> {
        let register = match Register::open_beside(data) {
            Err(error) if error.kind == Kind::NotFound => Register::in_memory()?,
            other => other?,
        };
        self.acting(register.with_quota(instance.quota()))
    }

    fn acting(&self, register: Register) -> Result<(Register, Caller), Stop> {
        let caller = register.local_caller(self.now)?;
        Ok((register, caller))
    }
}

/// Text without control characters, which could fool a terminal; tab and line end stay.
fn printable(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\n' | '\t' => character,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            other if other.is_control() => '\u{fffd}',
            other => other,
        })
        .collect()
}

/// Chance for secrets.
pub(super) fn chance<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Error::internal(error.to_string()))?;
    Ok(bytes)
}

/// A password of 20 letters and digits that cannot be mistaken for each other (100 bits).
pub(super) fn new_password() -> Result<String, Error> {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let bytes: [u8; 20] = chance()?;
    Ok(bytes
        .iter()
        .filter_map(|byte| LETTERS.get(usize::from(byte & 31)))
        .map(|letter| char::from(*letter))
        .collect())
}
