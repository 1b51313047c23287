//! One moment of the register to read, and one transaction to write.

use crate::domain::ids::AccountId;
use crate::domain::time::Timestamp;
use rusqlite::Connection;
use std::ops::Deref;

/// One moment of the register.
pub struct View<'c> {
    pub(super) conn: &'c Connection,
}

impl<'c> View<'c> {
    pub(super) fn new(conn: &'c Connection) -> View<'c> {
        View { conn }
    }
}

/// One transaction. Can read all that a [`View`] can.
pub struct Tx<'c> {
    view: View<'c>,
    /// Who writes; `None`: the program itself.
    pub by: Option<AccountId>,
    /// When.
    pub now: Timestamp,
}

impl<'c> Tx<'c> {
    pub(super) fn new(conn: &'c Connection, by: Option<AccountId>, now: Timestamp) -> Tx<'c> {
        Tx {
            view: View::new(conn),
            by,
            now,
        }
    }
}

impl<'c> Deref for Tx<'c> {
    type Target = View<'c>;

    fn deref(&self) -> &View<'c> {
        &self.view
    }
}
