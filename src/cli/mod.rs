//! Commands. Home of `clap`. A command turns arguments into one use case and prints its result.

use std::process::ExitCode;

/// Runs the program with the arguments of this process.
pub fn run() -> ExitCode {
    todo!()
}
