//! Accounts and API tokens.

use super::{StoreError, Tx, View, seal};
use crate::domain::account::{Account, Role, Token};
use crate::domain::ids::{AccountId, TokenId, UnitId};
use crate::domain::time::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

/// An account with the hash of its password.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountSecret {
    /// The account.
    pub account: Account,
    /// Argon2id hash, PHC string.
    pub password_hash: String,
}

fn account(row: &Row<'_>) -> Result<AccountSecret, StoreError> {
    let role: String = row.get("role")?;
    Ok(AccountSecret {
        account: Account {
            id: AccountId(row.get("account_id")?),
            login: row.get("login")?,
            name: row.get("name")?,
            role: Role::from_code(&role).ok_or(StoreError::Damaged(role))?,
            scope: row.get::<_, Option<i64>>("scope_id")?.map(UnitId),
            disabled: row.get("disabled")?,
            created: Timestamp(row.get("created_at")?),
        },
        password_hash: row.get("password_hash")?,
    })
}

fn token(row: &Row<'_>) -> rusqlite::Result<Token> {
    Ok(Token {
        id: TokenId(row.get("token_id")?),
        account: AccountId(row.get("account_id")?),
        name: row.get("name")?,
        created: Timestamp(row.get("created_at")?),
        last_used: row.get::<_, Option<i64>>("last_used_at")?.map(Timestamp),
    })
}

impl View<'_> {
    /// True if an administrator can sign in.
    pub fn has_administrator(&self) -> Result<bool, StoreError> {
        Ok(self.conn.query_row(
            "SELECT EXISTS (SELECT 1 FROM account WHERE role = 'administrator' AND disabled = 0)",
            [],
            |row| row.get(0),
        )?)
    }

    /// All accounts by login.
    pub fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM account ORDER BY login")?;
        let mut rows = statement.query([])?;
        let mut accounts = Vec::new();
        while let Some(row) = rows.next()? {
            accounts.push(account(row)?.account);
        }
        Ok(accounts)
    }

    /// The account with this key.
    pub fn account(&self, id: AccountId) -> Result<Option<AccountSecret>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT * FROM account WHERE account_id = ?")?;
        let mut rows = statement.query([id.0])?;
        rows.next()?.map(account).transpose()
    }

    /// The account with this login.
    pub fn account_by_login(&self, login: &str) -> Result<Option<AccountSecret>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT * FROM account WHERE login = ?")?;
        let mut rows = statement.query([login])?;
        rows.next()?.map(account).transpose()
    }

    /// Tokens that are not revoked, of one account or of all.
    pub fn tokens(&self, of: Option<AccountId>) -> Result<Vec<Token>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT * FROM token WHERE revoked_at IS NULL AND (?1 IS NULL OR account_id = ?1) ORDER BY token_id",
        )?;
        let rows = statement.query_map([of.map(|id| id.0)], token)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The token with this key, not revoked.
    pub fn token(&self, id: TokenId) -> Result<Option<Token>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT * FROM token WHERE token_id = ? AND revoked_at IS NULL")?
            .query_row([id.0], token)
            .optional()?)
    }

    /// The token with this secret, not revoked, of an account that is not disabled.
    pub fn token_by_secret(&self, secret_hash: &str) -> Result<Option<Token>, StoreError> {
        Ok(self
            .conn
            .prepare_cached(
                "SELECT t.* FROM token t JOIN account a USING (account_id)
                 WHERE t.secret_hash = ? AND t.revoked_at IS NULL AND a.disabled = 0",
            )?
            .query_row([secret_hash], token)
            .optional()?)
    }
}

impl Tx<'_> {
    /// Makes an account. The caller has made sure that the login is free.
    pub fn add_account(
        &self,
        login: &str,
        name: &str,
        role: Role,
        scope: Option<UnitId>,
        password_hash: &str,
    ) -> Result<AccountId, StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO account (login, name, role, scope_id, password_hash, disabled, created_at)
                 VALUES (?, ?, ?, ?, ?, 0, ?)",
            )?
            .execute(params![
                login,
                name,
                role.code(),
                scope.map(|unit| unit.0),
                password_hash,
                self.now.0
            ])?;
        let id = AccountId(self.conn.last_insert_rowid());
        let scope = scope.map_or_else(|| "all".to_owned(), |unit| format!("unit/{unit}"));
        let detail = format!("role {} scope {scope}", role.code());
        self.log_account("account.create", id, &detail)?;
        Ok(id)
    }

    /// Lets an account sign in or not. Disabling ends its sessions and revokes its tokens.
    pub fn set_account_disabled(&self, id: AccountId, disabled: bool) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("UPDATE account SET disabled = ? WHERE account_id = ?")?
            .execute(params![disabled, id.0])?;
        if disabled {
            self.end_sessions_of(id)?;
            self.conn
                .prepare_cached(
                    "UPDATE token SET revoked_at = ? WHERE account_id = ? AND revoked_at IS NULL",
                )?
                .execute(params![self.now.0, id.0])?;
        }
        let action = if disabled {
            "account.disable"
        } else {
            "account.enable"
        };
        self.log_account(action, id, "")
    }

    /// Sets a password and ends all sessions of the account.
    pub fn set_password(&self, id: AccountId, password_hash: &str) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("UPDATE account SET password_hash = ? WHERE account_id = ?")?
            .execute(params![password_hash, id.0])?;
        self.end_sessions_of(id)?;
        self.log_account("account.password", id, "")
    }

    fn log_account(&self, action: &str, id: AccountId, detail: &str) -> Result<(), StoreError> {
        let detail = self.sealed(detail, &seal::ACCOUNT, [id.0])?;
        self.log(action, format!("account/{id}"), detail)
    }

    /// Makes an API token.
    pub fn add_token(
        &self,
        account: AccountId,
        name: &str,
        secret_hash: &str,
    ) -> Result<TokenId, StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO token (account_id, name, secret_hash, created_at) VALUES (?, ?, ?, ?)",
            )?
            .execute(params![account.0, name, secret_hash, self.now.0])?;
        let id = TokenId(self.conn.last_insert_rowid());
        self.log(
            "token.create",
            format!("token/{id}"),
            self.sealed(&format!("account/{account}"), &seal::TOKEN, [id.0])?,
        )?;
        Ok(id)
    }

    /// Revokes a token.
    pub fn revoke_token(&self, id: TokenId) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("UPDATE token SET revoked_at = ? WHERE token_id = ? AND revoked_at IS NULL")?
            .execute(params![self.now.0, id.0])?;
        self.log("token.revoke", format!("token/{id}"), String::new())
    }

    /// Remembers that a token was used. No change of the register: not logged.
    pub fn touch_token(&self, id: TokenId) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("UPDATE token SET last_used_at = ? WHERE token_id = ?")?
            .execute(params![self.now.0, id.0])?;
        Ok(())
    }
}
