//! Accounts, sessions, tokens.

use super::{Caller, Register};
use crate::domain::account::{Account, Actor, Role, Token};
use crate::domain::ids::{AccountId, TokenId, UnitId};
use crate::domain::time::Timestamp;
use crate::error::Result;

/// What a new account needs.
#[derive(Debug, Clone, PartialEq)]
pub struct NewAccount {
    /// Name to sign in with.
    pub login: String,
    /// Name that others see.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Top unit it may change; `None`: the whole town.
    pub scope: Option<UnitId>,
    /// Password, at least 12 characters.
    pub password: String,
}

/// A fresh session.
#[derive(Debug, Clone, PartialEq)]
pub struct SignedIn {
    /// Secret for the cookie; only its hash is stored.
    pub secret: String,
    /// Who signed in.
    pub actor: Actor,
}

impl Register {
    /// True once there is an administrator who can sign in.
    pub fn has_administrator(&self) -> Result<bool> {
        todo!()
    }

    /// Makes an account without asking who calls: first start and the command line on the machine itself.
    pub fn add_account_locally(
        &self,
        now: Timestamp,
        account: &NewAccount,
        salt: [u8; 16],
    ) -> Result<AccountId> {
        todo!()
    }

    /// Makes an account.
    pub fn add_account(&self, caller: &Caller, account: &NewAccount, salt: [u8; 16]) -> Result<AccountId> {
        todo!()
    }

    /// All accounts.
    pub fn accounts(&self, caller: &Caller) -> Result<Vec<Account>> {
        todo!()
    }

    /// The account an actor for the command line acts as: the one with this login.
    pub fn actor_by_login(&self, login: &str) -> Result<Actor> {
        todo!()
    }

    /// Lets an account sign in or not; ends its sessions and tokens when disabled.
    pub fn set_account_disabled(&self, caller: &Caller, account: AccountId, disabled: bool) -> Result<()> {
        todo!()
    }

    /// Sets a password and ends all sessions of the account.
    pub fn set_password(
        &self,
        caller: &Caller,
        account: AccountId,
        password: &str,
        salt: [u8; 16],
    ) -> Result<()> {
        todo!()
    }

    /// Signs in. Slow on purpose (argon2id), takes the same time for unknown logins, slows down after ten failures.
    pub fn sign_in(&self, now: Timestamp, login: &str, password: &str, chance: [u8; 32]) -> Result<SignedIn> {
        todo!()
    }

    /// Ends a session.
    pub fn sign_out(&self, now: Timestamp, secret: &str) -> Result<()> {
        todo!()
    }

    /// Who the session belongs to; `None` if it is unknown or has expired.
    pub fn actor_by_session(&self, now: Timestamp, secret: &str) -> Result<Option<Actor>> {
        todo!()
    }

    /// Who the API token belongs to; `None` if it is unknown or revoked.
    pub fn actor_by_token(&self, now: Timestamp, secret: &str) -> Result<Option<Actor>> {
        todo!()
    }

    /// Makes an API token for the caller's own account and returns its secret, which is shown once.
    pub fn add_token(&self, caller: &Caller, name: &str, chance: [u8; 32]) -> Result<String> {
        todo!()
    }

    /// Tokens of the caller's own account; all tokens for administrators.
    pub fn tokens(&self, caller: &Caller) -> Result<Vec<Token>> {
        todo!()
    }

    /// Revokes a token.
    pub fn revoke_token(&self, caller: &Caller, token: TokenId) -> Result<()> {
        todo!()
    }
}
