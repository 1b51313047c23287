//! `explain`: the text of a rule, a question, a solution class or a legal question.

use super::arguments::Explain;
use super::terminal::{Stop, Terminal};
use crate::register::explain;

/// Runs the command.
pub(super) fn run(options: &Explain, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let explanation = explain(&options.id, terminal.lang)?;
    terminal.line(&explanation.id)?;
    terminal.line("")?;
    terminal.line(explanation.text.trim_end())?;
    Ok(0)
}
