//! Accounts, roles and who is acting.

use super::ids::{AccountId, TokenId, UnitId};
use super::time::Timestamp;

/// What an account may do. Each role includes reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Reads.
    Reader,
    /// Registers and changes profiles of the own units.
    ProcessOwner,
    /// Also uploads models and judges findings, within the own units.
    Analyst,
    /// Also answers questions, sets weights, keeps catalogues; all units unless scoped.
    Coordinator,
    /// Keeps accounts and settings. Has all other rights too.
    Administrator,
}

impl Role {
    /// All roles, fewest rights first.
    pub const ALL: [Role; 5] = [
        Role::Reader,
        Role::ProcessOwner,
        Role::Analyst,
        Role::Coordinator,
        Role::Administrator,
    ];

    /// Name in JSON, commands and catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            Role::Reader => "reader",
            Role::ProcessOwner => "process-owner",
            Role::Analyst => "analyst",
            Role::Coordinator => "coordinator",
            Role::Administrator => "administrator",
        }
    }

    /// The role with this code.
    pub fn from_code(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// An account, without its password.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Key.
    pub id: AccountId,
    /// Name to sign in with; unique, lower case.
    pub login: String,
    /// Name that others see.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Top unit of what the account may change; `None`: the whole town.
    pub scope: Option<UnitId>,
    /// Cannot sign in any more.
    pub disabled: bool,
    /// When it was made.
    pub created: Timestamp,
}

/// Who is acting. `units` is the scope with everything below it; `None`: the whole town.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// The account.
    pub account: AccountId,
    /// Name shown.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Units whose processes the actor may change.
    pub units: Option<Vec<UnitId>>,
}

/// An API token, without its secret.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Key.
    pub id: TokenId,
    /// The account it acts for.
    pub account: AccountId,
    /// What it is for.
    pub name: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last used.
    pub last_used: Option<Timestamp>,
}
