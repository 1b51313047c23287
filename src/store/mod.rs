//! SQLite. Home of `rusqlite`, `rusqlite_migration`.
//! x

/// x
#[derive(Clone)]
pub struct Store;
