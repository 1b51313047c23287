//! Sessions and failed sign-ins.

use super::{StoreError, Tx, View};
use crate::domain::ids::AccountId;
use crate::domain::time::Timestamp;
use rusqlite::{OptionalExtension, params};

/// A session, without its secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionRow {
    /// Whose.
    pub account: AccountId,
    /// When it began.
    pub created: Timestamp,
    /// When it was last used, to a few minutes.
    pub seen: Timestamp,
}

impl View<'_> {
    /// The session with this secret.
    pub fn session(&self, secret_hash: &str) -> Result<Option<SessionRow>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT account_id, created_at, seen_at FROM session WHERE secret_hash = ?")?
            .query_row([secret_hash], |row| {
                Ok(SessionRow {
                    account: AccountId(row.get(0)?),
                    created: Timestamp(row.get(1)?),
                    seen: Timestamp(row.get(2)?),
                })
            })
            .optional()?)
    }

    /// Failed sign-ins of a login since then: how many, and the last one.
    pub fn sign_in_failures(
        &self,
        login_hash: &str,
        since: Timestamp,
    ) -> Result<(u32, Option<Timestamp>), StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT count(*), max(at) FROM sign_in_failure WHERE login_hash = ? AND at >= ?")?
            .query_row(params![login_hash, since.0], |row| {
                Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?.map(Timestamp)))
            })?)
    }
}

impl Tx<'_> {
    /// Begins a session; forgets failures of this login and sessions that ended before `expired`.
    pub fn add_session(
        &self,
        account: AccountId,
        secret_hash: &str,
        login_hash: &str,
        expired: Timestamp,
    ) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("DELETE FROM session WHERE created_at < ?")?
            .execute([expired.0])?;
        self.conn
            .prepare_cached("DELETE FROM sign_in_failure WHERE login_hash = ?")?
            .execute([login_hash])?;
        self.conn
            .prepare_cached(
                "INSERT INTO session (secret_hash, account_id, created_at, seen_at) VALUES (?, ?, ?, ?)",
            )?
            .execute(params![secret_hash, account.0, self.now.0, self.now.0])?;
        self.log("session.begin", format!("account/{account}"), String::new())
    }

    /// Remembers that a session was used. No change of the register: not logged.
    pub fn touch_session(&self, secret_hash: &str) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("UPDATE session SET seen_at = ? WHERE secret_hash = ?")?
            .execute(params![self.now.0, secret_hash])?;
        Ok(())
    }

    /// Ends a session, where there is one.
    pub fn end_session(&self, secret_hash: &str) -> Result<(), StoreError> {
        let Some(session) = self.session(secret_hash)? else {
            return Ok(());
        };
        self.conn
            .prepare_cached("DELETE FROM session WHERE secret_hash = ?")?
            .execute([secret_hash])?;
        self.log(
            "session.end",
            format!("account/{}", session.account),
            String::new(),
        )
    }

    pub(super) fn end_sessions_of(&self, account: AccountId) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("DELETE FROM session WHERE account_id = ?")?
            .execute([account.0])?;
        Ok(())
    }

    /// Remembers a failed sign-in, under the login and under the address it came from; forgets those before `expired`.
    /// `account`: where the login exists.
    pub fn add_sign_in_failure(
        &self,
        login_hash: &str,
        address_hash: Option<&str>,
        account: Option<AccountId>,
        expired: Timestamp,
    ) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("DELETE FROM sign_in_failure WHERE at < ?")?
            .execute([expired.0])?;
        let mut insert = self
            .conn
            .prepare_cached("INSERT INTO sign_in_failure (login_hash, at) VALUES (?, ?)")?;
        for hash in [Some(login_hash), address_hash].into_iter().flatten() {
            insert.execute(params![hash, self.now.0])?;
        }
        let subject = account.map_or_else(|| "account".to_owned(), |id| format!("account/{id}"));
        self.log("session.refuse", subject, String::new())
    }
}
