//! Whether a register is whole: pages, references, search index, chain of the log, what the log vouches for, and the bytes
//! of every stored model. Faults are results, not errors: a damaged file must not keep the others from being named.

mod file;
mod records;

use super::{StoreError, View};
use crate::domain::message::Message;

/// Faults named of each kind; more would not help.
const MOST: usize = 20;

/// A row of the log as it was known elsewhere: printed by `backup` and `verify`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// Number of the row.
    pub number: i64,
    /// Its hash.
    pub hash: String,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Verified {
    /// Number of the newest row of the log.
    pub log_position: i64,
    /// Hash of that row.
    pub log_hash: String,
    /// Processes, also those taken off the lists.
    pub processes: usize,
    /// Stored models.
    pub diagrams: usize,
    /// What does not hold; empty: all is well.
    pub faults: Vec<Message>,
}

impl Verified {
    fn fault(&mut self, message: Message) {
        let alike = self.faults.iter().filter(|known| known.id == message.id).count();
        if alike < MOST {
            self.faults.push(message);
        }
    }

    /// Takes note of a check that could not be made to the end: then the file cannot be read.
    fn check(&mut self, outcome: Result<(), StoreError>) {
        if let Err(error) = outcome {
            self.fault(Message::new("verify-unreadable").with("cause", error.to_string()));
        }
    }
}

impl View<'_> {
    /// Checks everything. `anchor`: a row of the log known from elsewhere, which has to be there still.
    ///
    /// # Errors
    /// None for damage, which is a fault among the results.
    pub fn verify(&self, anchor: Option<&Anchor>) -> Result<Verified, StoreError> {
        let mut verified = self.verify_file()?;
        let outcome = self.check_records(&mut verified);
        verified.check(outcome);
        if let Some(anchor) = anchor {
            let outcome = self.check_anchor(anchor, &mut verified);
            verified.check(outcome);
        }
        Ok(verified)
    }
}
