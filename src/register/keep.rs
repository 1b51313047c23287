//! Copies of a register and the proof that it is whole; beside a running server, too.

use super::Register;
use crate::domain::message::Message;
use crate::error::Result;
use crate::store::{Copied, Fault, Options, Store, Verified};
use std::path::{Path, PathBuf};

/// Copies the register in a folder to a new file, with a manifest beside it. Works while the register is served.
///
/// # Errors
/// `NotFound` without a register, `Conflict` where the file exists, `Invalid` where the register is not whole.
pub fn backup(folder: &Path, out: &Path) -> Result<Copied> {
    Ok(Store::backup(folder, out)?)
}

/// Puts a copy into a folder after it was checked; what was there is kept under the name that is returned.
///
/// # Errors
/// `Conflict` while the register is served; `Invalid` where the file is no whole copy of a register.
pub fn restore(folder: &Path, from: &Path) -> Result<(Verified, Option<PathBuf>)> {
    Ok(Store::restore(folder, from)?)
}

/// Checks pages, references, the chain of the log, the search index and the hash of every stored model.
///
/// # Errors
/// `NotFound` without a register; `Invalid` where the file cannot be read as one.
pub fn verify(folder: &Path) -> Result<Verified> {
    Ok(Store::verify(folder)?)
}

/// A fault in words.
pub fn fault_message(fault: &Fault) -> Message {
    match fault {
        Fault::Pages(line) => Message::new("verify-pages").with("line", line.as_str()),
        Fault::Reference(table) => Message::new("verify-reference").with("table", table.as_str()),
        Fault::Log(number) => Message::new("verify-log").with("number", number.to_string()),
        Fault::Model(process, number) => Message::new("verify-model")
            .with("process", process.to_string())
            .with("number", number.to_string()),
        Fault::Search => Message::new("verify-search"),
    }
}

impl Register {
    /// As `open`, with options of the operator.
    pub fn open_with(folder: &Path, options: &Options) -> Result<Register> {
        Ok(Register::over(Store::open(folder, options)?))
    }
}

#[cfg(test)]
#[path = "keep_test.rs"]
mod keep_test;
