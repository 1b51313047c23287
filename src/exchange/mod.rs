//! Foreign formats, one file each: bytes and limits in, values and warnings out.
//!
//! Knows no disk, no network, no storage.

pub mod demo;
pub mod evaluation;
