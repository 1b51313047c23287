//! Whether a model can run to its end properly (analysis.md 3.1, 3.2): reduction first, states last.
//!
//! Semantic decisions, each with a test: several starts are alternatives; messages of black boxes can always come, those
//! of drawn processes only once they are sent; a terminate end takes all tokens of its process; an event on a border
//! that does not interrupt happens once or not at all; what leads nowhere ends there; a sub-process is checked by
//! itself and then counts as one step.

mod around;
mod build;
mod explore;
mod joins;
mod leave;
mod net;
mod reduce;
mod scopes;
mod search;
mod verdict;

#[cfg(test)]
mod tests;

pub use build::Messages;
pub use verdict::soundness;
