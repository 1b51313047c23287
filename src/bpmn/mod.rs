//! BPMN 2.0 files: bytes and limits in, a typed diagram and warnings out. Also the lossless splice.
//!
//! Home of `quick_xml` and `encoding_rs`. Never re-serialises a file; a change is spliced into the original text.
//! Knows no disk, no storage, no rules.

mod assemble;
mod colour;
pub mod diagram;
mod drawn;
mod element;
mod encoding;
mod engine;
mod facts;
mod foreign;
mod index;
mod kept;
mod markup;
mod namespace;
mod odd;
mod pictures;
mod read;
mod resolve;
mod rich_text;
mod role;
mod scan;
mod splice;
mod start;
pub mod structure;
mod vocabulary;

#[cfg(test)]
mod tests;

pub use colour::Colour;
pub use diagram::Diagram;
pub use drawn::{Drawn, drawn, undrawn};
pub use encoding::{encode_back, has_bom};
pub use kept::Kept;
pub use read::{Checked, Limits, ReadError, read, read_checked};
pub use splice::{SpliceError, annotate, draw, escape, in_its_encoding, rename};
