//! Accounts and tokens, without their secrets.

use crate::domain::account::{Account, Token};
use serde::Serialize;

/// An account.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AccountJson {
    /// Key.
    pub id: i64,
    /// Name to sign in with.
    pub login: String,
    /// Name that others see.
    pub name: String,
    /// Role.
    pub role: &'static str,
    /// Key of the top unit it may change; `null`: the whole town.
    pub scope: Option<i64>,
    /// Cannot sign in any more.
    pub disabled: bool,
    /// When it was made, RFC 3339.
    pub created: String,
}

impl From<&Account> for AccountJson {
    fn from(account: &Account) -> AccountJson {
        AccountJson {
            id: account.id.0,
            login: account.login.clone(),
            name: account.name.clone(),
            role: account.role.code(),
            scope: account.scope.map(|unit| unit.0),
            disabled: account.disabled,
            created: account.created.rfc3339(),
        }
    }
}

/// An API token.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TokenJson {
    /// Key.
    pub id: i64,
    /// Login of the account it acts for.
    pub login: String,
    /// What it is for.
    pub name: String,
    /// When it was made, RFC 3339.
    pub created: String,
    /// When it was last used, RFC 3339.
    pub last_used: Option<String>,
}

impl TokenJson {
    /// The token of the account with this login.
    pub fn new(token: &Token, login: &str) -> TokenJson {
        TokenJson {
            id: token.id.0,
            login: login.to_owned(),
            name: token.name.clone(),
            created: token.created.rfc3339(),
            last_used: token.last_used.map(|at| at.rfc3339()),
        }
    }
}
