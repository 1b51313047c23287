//! Commands in process.
