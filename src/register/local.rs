//! The person at the machine itself: commands act as administrator, under an account of their own that nobody can sign in with.

use super::{Caller, Register};
use crate::domain::account::{Actor, Role};
use crate::domain::ids::AccountId;
use crate::domain::time::Timestamp;
use crate::error::Result;

/// Login of the account the commands act under.
pub const LOCAL_LOGIN: &str = "kommandozeile";

impl Register {
    /// Whoever runs commands on the machine. History and log name the account `kommandozeile`.
    pub fn local_caller(&self, now: Timestamp) -> Result<Caller> {
        let known: Option<AccountId> = self.store.read(|view| {
            Ok::<_, crate::error::Error>(
                view.account_by_login(LOCAL_LOGIN)?
                    .map(|secret| secret.account.id),
            )
        })?;
        let account = match known {
            Some(account) => account,
            // Whoever only reads leaves no trace; the key is nobody's.
            None if self.store.is_read_only() => AccountId(0),
            None => self.store.write(None, now, |tx| {
                // "!" is the hash of no password.
                let id = tx.add_account(LOCAL_LOGIN, "Kommandozeile", Role::Administrator, None, "!")?;
                tx.set_account_disabled(id, true)?;
                Ok::<_, crate::error::Error>(id)
            })?,
        };
        Ok(Caller {
            actor: Actor {
                account,
                name: "Kommandozeile".to_owned(),
                role: Role::Administrator,
                units: None,
            },
            now,
        })
    }
}
