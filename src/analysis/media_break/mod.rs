//! Media breaks by propagation: which information is on which carrier when a step needs it (analysis.md 1.2–1.8).
//!
//! Per object the product of control flow and carrier states is built and solved as a Markov chain; no precision is
//! lost at joins and loops. Counting rules: `labelled/GUIDELINE.md`.

pub mod annotated;
mod calibration;
mod coverage;
mod gather;
mod key;
mod minutes;
mod object;
mod product;
mod report;
mod signature;
mod step;
mod words;

pub use coverage::{Figures, verdict};
pub use key::{key, normalised};
pub use report::{Report, find};
pub use words::{carrier, kind_term, object_name, step_name};

#[cfg(test)]
mod flow_test;
#[cfg(test)]
mod simulation_test;
