//! One file per foreign format: bytes and limits in, value and warnings out.
//!
//! Knows no disk, no network, no storage.

pub mod demo;
pub mod evaluation;
