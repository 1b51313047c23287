//! BPMN 2.0 files: bytes and limits in, a typed diagram and warnings out. Also the lossless splice.
//!
//! Home of `quick_xml` and `encoding_rs`. Never re-serialises a file; a change is spliced into the original text.
//! Knows no disk, no storage, no rules.

pub mod diagram;
mod read;

pub use diagram::Diagram;
pub use read::{Limits, ReadError, read};
