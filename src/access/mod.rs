//! Who may do what; passwords, session and token secrets. Home of `argon2`.
//!
//! Knows no storage and no routes. Clock and chance are arguments. What is not allowed here is refused: every use
//! case asks [`require`] before it acts.

mod password;
mod secret;
mod throttle;

pub use password::{
    LONGEST_PASSWORD, PasswordFault, SHORTEST_PASSWORD, check_password, hash_password, verify_password,
};
pub use secret::{
    SessionState, secret_hash, session_secret, session_state, sessions_over_before, token_secret,
    use_is_worth_noting,
};
pub use throttle::{FREE_OF_ACCOUNT, FREE_OF_ADDRESS, WINDOW_MS, wait_seconds};

use crate::domain::account::{Actor, Role};
use crate::domain::ids::UnitId;
use crate::domain::message::Message;

/// Something a person wants to do. `unit`: the unit of the process it is about; `None`: it has none yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Read the register.
    Read,
    /// Register, change or delete a process.
    ChangeProcess {
        /// Its unit.
        unit: Option<UnitId>,
    },
    /// Upload a model, judge a finding.
    JudgeModel {
        /// The unit of the process.
        unit: Option<UnitId>,
    },
    /// Answer a Leitfrage.
    Answer {
        /// The unit of the process.
        unit: Option<UnitId>,
    },
    /// Set the weights of the Leitfragen: for the whole town.
    SetWeights,
    /// Keep units, applications and interfaces: for the whole town.
    KeepCatalogue,
    /// Make and revoke API tokens of the own account.
    KeepOwnTokens,
    /// Keep accounts, everybody's tokens.
    KeepAccounts,
    /// Keep the settings of the town.
    KeepSettings,
    /// Read the log.
    ReadLog,
}

impl Action {
    /// The lowest role that may do it, and where.
    fn rule(self) -> (Role, Place) {
        match self {
            Action::Read | Action::KeepOwnTokens => (Role::Reader, Place::Anywhere),
            Action::ChangeProcess { unit } => (Role::ProcessOwner, Place::In(unit)),
            Action::JudgeModel { unit } => (Role::Analyst, Place::In(unit)),
            Action::Answer { unit } => (Role::Coordinator, Place::In(unit)),
            Action::SetWeights | Action::KeepCatalogue => (Role::Coordinator, Place::WholeTown),
            Action::KeepAccounts | Action::KeepSettings | Action::ReadLog => {
                (Role::Administrator, Place::Anywhere)
            }
        }
    }
}

/// Where an action takes effect.
enum Place {
    /// Nowhere in particular.
    Anywhere,
    /// In a unit.
    In(Option<UnitId>),
    /// Everywhere at once.
    WholeTown,
}

/// Why somebody may not.
#[derive(Debug, Clone, PartialEq)]
pub struct Denied {
    /// The sentence.
    pub message: Message,
}

/// Refuses what the actor may not do. Roles are cumulative; administrators act everywhere.
pub fn require(actor: &Actor, action: Action) -> Result<(), Denied> {
    let (lowest, place) = action.rule();
    if actor.role < lowest {
        let role = Message::new(format!("role-{}", lowest.code()));
        return Err(Denied {
            message: Message::new("denied-role").with("role", role),
        });
    }
    let Some(units) = &actor.units else {
        return Ok(());
    };
    if actor.role == Role::Administrator {
        return Ok(());
    }
    let refused = match place {
        Place::Anywhere => None,
        Place::In(Some(unit)) if units.contains(&unit) => None,
        Place::In(Some(_)) => Some("denied-scope"),
        Place::In(None) => Some("denied-no-unit"),
        Place::WholeTown => Some("denied-whole-town"),
    };
    match refused {
        None => Ok(()),
        Some(id) => Err(Denied {
            message: Message::new(id),
        }),
    }
}

/// The same as a question.
pub fn may(actor: &Actor, action: Action) -> bool {
    require(actor, action).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::AccountId;

    fn actor(role: Role, units: Option<Vec<UnitId>>) -> Actor {
        Actor {
            account: AccountId(1),
            name: String::new(),
            role,
            units,
        }
    }

    #[test]
    fn each_role_may_what_the_lower_ones_may() {
        let unit = Some(UnitId(3));
        // Number of roles, counted from the top, that may do it.
        let cases = [
            (Action::Read, 5),
            (Action::KeepOwnTokens, 5),
            (Action::ChangeProcess { unit }, 4),
            (Action::ChangeProcess { unit: None }, 4),
            (Action::JudgeModel { unit }, 3),
            (Action::Answer { unit }, 2),
            (Action::SetWeights, 2),
            (Action::KeepCatalogue, 2),
            (Action::KeepAccounts, 1),
            (Action::KeepSettings, 1),
            (Action::ReadLog, 1),
        ];
        for (action, roles) in cases {
            for (rank, role) in Role::ALL.into_iter().rev().enumerate() {
                assert_eq!(
                    may(&actor(role, None), action),
                    rank < roles,
                    "{role:?} {action:?}"
                );
            }
        }
    }

    #[test]
    fn a_scope_ends_at_its_units() {
        let scoped = actor(Role::Coordinator, Some(vec![UnitId(3), UnitId(4)]));
        let cases = [
            (Action::Read, true),
            (
                Action::ChangeProcess {
                    unit: Some(UnitId(3)),
                },
                true,
            ),
            (
                Action::ChangeProcess {
                    unit: Some(UnitId(5)),
                },
                false,
            ),
            (Action::ChangeProcess { unit: None }, false),
            (
                Action::JudgeModel {
                    unit: Some(UnitId(4)),
                },
                true,
            ),
            (
                Action::JudgeModel {
                    unit: Some(UnitId(5)),
                },
                false,
            ),
            (
                Action::Answer {
                    unit: Some(UnitId(5)),
                },
                false,
            ),
            (Action::SetWeights, false),
            (Action::KeepCatalogue, false),
        ];
        for (action, expected) in cases {
            assert_eq!(may(&scoped, action), expected, "{action:?}");
        }
        let nobody = actor(Role::ProcessOwner, Some(Vec::new()));
        assert!(!may(
            &nobody,
            Action::ChangeProcess {
                unit: Some(UnitId(1))
            }
        ));
        let administrator = actor(Role::Administrator, Some(vec![UnitId(3)]));
        assert!(may(&administrator, Action::ChangeProcess { unit: None }));
    }
}
