//! Accounts, sessions, tokens.

use super::validate::Faults;
use super::{Caller, Register};
use crate::access::{self, Action, PasswordFault, SessionState};
use crate::domain::account::{Account, Actor, Role, Token};
use crate::domain::ids::{AccountId, TokenId, UnitId};
use crate::domain::message::Message;
use crate::domain::time::Timestamp;
use crate::error::{Error, Kind, Result};
use crate::store::{AccountSecret, Tx, View};
use std::net::IpAddr;

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
        self.read(|view| Ok(view.has_administrator()?))
    }

    /// Makes an account without asking who calls: first start and the command line on the machine itself.
    pub fn add_account_locally(
        &self,
        now: Timestamp,
        account: &NewAccount,
        salt: [u8; 16],
    ) -> Result<AccountId> {
        self.make_account(None, now, account, salt)
    }

    /// Makes an account.
    pub fn add_account(&self, caller: &Caller, account: &NewAccount, salt: [u8; 16]) -> Result<AccountId> {
        access::require(&caller.actor, Action::KeepAccounts)?;
        self.make_account(Some(caller.actor.account), caller.now, account, salt)
    }

    fn make_account(
        &self,
        by: Option<AccountId>,
        now: Timestamp,
        account: &NewAccount,
        salt: [u8; 16],
    ) -> Result<AccountId> {
        let mut faults = Faults::default();
        let login = faults.line("login", &account.login, true, 60).to_lowercase();
        let name = faults.line("name", &account.name, true, 120);
        if login.contains(char::is_whitespace) {
            faults.add("login", Message::new("account-login-blanks"));
        }
        password_faults(&mut faults, &account.password, &login);
        faults.finish()?;
        let hash = hash(&account.password, salt)?;
        let (role, scope) = (account.role, account.scope);
        self.store.write(by, now, move |tx| {
            let mut faults = Faults::default();
            if tx.account_by_login(&login)?.is_some() {
                faults.add(
                    "login",
                    Message::new("account-login-taken").with("login", login.as_str()),
                );
                let fields = faults.into_fields();
                return Err(Error {
                    fields,
                    ..Error::new(
                        Kind::Conflict,
                        Message::new("account-login-taken").with("login", login),
                    )
                });
            }
            if let Some(unit) = scope
                && tx.units_below(unit)?.is_empty()
            {
                faults.add("scope", Message::new("field-unknown-unit"));
            }
            faults.finish()?;
            Ok(tx.add_account(&login, &name, role, scope, &hash)?)
        })
    }

    /// All accounts.
    pub fn accounts(&self, caller: &Caller) -> Result<Vec<Account>> {
        access::require(&caller.actor, Action::KeepAccounts)?;
        self.read(|view| Ok(view.accounts()?))
    }

    /// The account an actor for the command line acts as: the one with this login.
    pub fn actor_by_login(&self, login: &str) -> Result<Actor> {
        let login = login.trim().to_lowercase();
        self.read(|view| match view.account_by_login(&login)? {
            Some(found) if !found.account.disabled => actor(view, found.account),
            _ => Err(Error::not_found("thing-account")),
        })
    }

    /// Lets an account sign in or not; ends its sessions and tokens when disabled.
    pub fn set_account_disabled(&self, caller: &Caller, account: AccountId, disabled: bool) -> Result<()> {
        access::require(&caller.actor, Action::KeepAccounts)?;
        if disabled && account == caller.actor.account {
            return Err(Error::new(Kind::Conflict, Message::new("account-not-oneself")));
        }
        self.write(caller, move |tx| {
            let found = existing(tx, account)?;
            if found.account.disabled != disabled {
                tx.set_account_disabled(account, disabled)?;
            }
            Ok(())
        })
    }

    /// Sets a password and ends all sessions of the account.
    pub fn set_password(
        &self,
        caller: &Caller,
        account: AccountId,
        password: &str,
        salt: [u8; 16],
    ) -> Result<()> {
        if account != caller.actor.account {
            access::require(&caller.actor, Action::KeepAccounts)?;
        }
        let login = self.read(|view| Ok(existing(view, account)?.account.login))?;
        let mut faults = Faults::default();
        password_faults(&mut faults, password, &login);
        faults.finish()?;
        let hash = hash(password, salt)?;
        self.write(caller, move |tx| Ok(tx.set_password(account, &hash)?))
    }

    /// Signs in. Slow on purpose (argon2id), takes the same time for unknown logins, slows down after ten failures.
    pub fn sign_in(&self, now: Timestamp, login: &str, password: &str, chance: [u8; 32]) -> Result<SignedIn> {
        self.sign_in_from(now, None, login, password, chance)
    }

    /// The same from an address on the network, which slows down after a hundred failures, whatever the logins.
    pub fn sign_in_from(
        &self,
        now: Timestamp,
        address: Option<IpAddr>,
        login: &str,
        password: &str,
        chance: [u8; 32],
    ) -> Result<SignedIn> {
        let login: String = login.trim().to_lowercase().chars().take(200).collect();
        let login_hash = access::secret_hash(&login);
        let address_hash = address.map(|address| access::secret_hash(&network(address)));
        let window = Timestamp(now.0.saturating_sub(access::WINDOW_MS));
        let (found, of_account, of_address) = self.read(|view| {
            let found = view.account_by_login(&login)?;
            let of_account = view.sign_in_failures(&login_hash, window)?;
            let of_address = match &address_hash {
                Some(hash) => view.sign_in_failures(hash, window)?,
                None => (0, None),
            };
            Ok((found, of_account, of_address))
        })?;
        let (free, address_free) = (access::FREE_OF_ACCOUNT, access::FREE_OF_ADDRESS);
        let wait = access::wait_seconds(free, of_account.0, of_account.1, now).max(access::wait_seconds(
            address_free,
            of_address.0,
            of_address.1,
            now,
        ));
        if let Some(seconds) = wait {
            let message = Message::new("sign-in-wait").with("seconds", f64::from(seconds));
            return Err(Error::new(Kind::Busy(seconds), message));
        }
        let right = password.len() <= 4 * access::LONGEST_PASSWORD
            && access::verify_password(password, found.as_ref().map(|found| found.password_hash.as_str()));
        let known = found.as_ref().map(|found| found.account.id);
        let Some(found) = found.filter(|found| right && !found.account.disabled) else {
            self.store.write(None, now, move |tx| {
                tx.add_sign_in_failure(&login_hash, address_hash.as_deref(), known, window)?;
                Ok::<(), Error>(())
            })?;
            return Err(Error::new(Kind::Unauthenticated, Message::new("sign-in-wrong")));
        };
        let secret = access::session_secret(chance);
        let secret_hash = access::secret_hash(&secret);
        let account = found.account;
        let actor = self.store.write(Some(account.id), now, move |tx| {
            let over = access::sessions_over_before(now);
            tx.add_session(account.id, &secret_hash, &login_hash, over)?;
            actor(tx, account)
        })?;
        Ok(SignedIn { secret, actor })
    }

    /// Ends a session.
    pub fn sign_out(&self, now: Timestamp, secret: &str) -> Result<()> {
        let hash = access::secret_hash(secret);
        let session = self.read(|view| Ok(view.session(&hash)?))?;
        self.store
            .write(session.map(|session| session.account), now, move |tx| {
                Ok(tx.end_session(&hash)?)
            })
    }

    /// Who the session belongs to; `None` if it is unknown or has expired.
    pub fn actor_by_session(&self, now: Timestamp, secret: &str) -> Result<Option<Actor>> {
        let hash = access::secret_hash(secret);
        let found = self.read(|view| {
            let Some(session) = view.session(&hash)? else {
                return Ok(None);
            };
            let state = access::session_state(session.created, session.seen, now);
            match view.account(session.account)? {
                Some(found) if state != SessionState::Expired && !found.account.disabled => {
                    Ok(Some((actor(view, found.account)?, state)))
                }
                _ => Ok(None),
            }
        })?;
        let Some((actor, state)) = found else {
            return Ok(None);
        };
        if state == SessionState::ValidNote {
            self.note_use(now, move |tx| Ok(tx.touch_session(&hash)?))?;
        }
        Ok(Some(actor))
    }

    /// Who the API token belongs to; `None` if it is unknown or revoked.
    pub fn actor_by_token(&self, now: Timestamp, secret: &str) -> Result<Option<Actor>> {
        let hash = access::secret_hash(secret);
        let found = self.read(|view| {
            let Some(token) = view.token_by_secret(&hash)? else {
                return Ok(None);
            };
            let account = existing(view, token.account)?.account;
            Ok(Some((actor(view, account)?, token)))
        })?;
        let Some((actor, token)) = found else {
            return Ok(None);
        };
        if token
            .last_used
            .is_none_or(|last| access::use_is_worth_noting(last, now))
        {
            self.note_use(now, move |tx| Ok(tx.touch_token(token.id)?))?;
        }
        Ok(Some(actor))
    }

    /// Notes a use. On a full disk reading goes on.
    fn note_use(
        &self,
        now: Timestamp,
        note: impl FnOnce(&Tx<'_>) -> Result<()> + Send + 'static,
    ) -> Result<()> {
        match self.store.write(None, now, note) {
            Err(error) if error.kind == Kind::Full => Ok(()),
            other => other,
        }
    }

    /// Makes an API token for the caller's own account and returns its secret, which is shown once.
    pub fn add_token(&self, caller: &Caller, name: &str, chance: [u8; 32]) -> Result<String> {
        access::require(&caller.actor, Action::KeepOwnTokens)?;
        let mut faults = Faults::default();
        let name = faults.line("name", name, true, 120);
        faults.finish()?;
        let secret = access::token_secret(chance);
        let hash = access::secret_hash(&secret);
        let account = caller.actor.account;
        self.write(caller, move |tx| Ok(tx.add_token(account, &name, &hash)?))?;
        Ok(secret)
    }

    /// Tokens of the caller's own account; all tokens for administrators.
    pub fn tokens(&self, caller: &Caller) -> Result<Vec<Token>> {
        access::require(&caller.actor, Action::KeepOwnTokens)?;
        let all = access::may(&caller.actor, Action::KeepAccounts);
        let of = (!all).then_some(caller.actor.account);
        self.read(|view| Ok(view.tokens(of)?))
    }

    /// Revokes a token.
    pub fn revoke_token(&self, caller: &Caller, token: TokenId) -> Result<()> {
        access::require(&caller.actor, Action::KeepOwnTokens)?;
        let all = access::may(&caller.actor, Action::KeepAccounts);
        let own = caller.actor.account;
        self.write(caller, move |tx| match tx.token(token)? {
            // Others' tokens are not even admitted to exist.
            Some(found) if all || found.account == own => Ok(tx.revoke_token(token)?),
            _ => Err(Error::not_found("thing-token")),
        })
    }
}

/// What failures from an address are counted under: the address itself, or of IPv6 the network that one customer gets. Is
/// never what somebody typed as a login, which is looked up in small letters.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => format!("ADDRESS {address}"),
        IpAddr::V6(address) => {
            let network = address.to_bits() >> 64;
            format!("ADDRESS {network:x}/64")
        }
    }
}

fn existing(view: &View<'_>, account: AccountId) -> Result<AccountSecret> {
    view.account(account)?
        .ok_or_else(|| Error::not_found("thing-account"))
}

fn actor(view: &View<'_>, account: Account) -> Result<Actor> {
    let units = match account.scope {
        Some(unit) => Some(view.units_below(unit)?),
        None => None,
    };
    Ok(Actor {
        account: account.id,
        name: account.name,
        role: account.role,
        units,
    })
}

fn hash(password: &str, salt: [u8; 16]) -> Result<String> {
    access::hash_password(password, salt).ok_or_else(|| Error::internal("argon2 refused its parameters"))
}

fn password_faults(faults: &mut Faults, password: &str, login: &str) {
    let message = match access::check_password(password, login) {
        Ok(()) => return,
        Err(PasswordFault::TooShort) => {
            Message::new("account-password-short").with("least", access::SHORTEST_PASSWORD)
        }
        Err(PasswordFault::TooLong) => Message::new("field-too-long").with("most", access::LONGEST_PASSWORD),
        Err(PasswordFault::TooSimple) => Message::new("account-password-simple"),
    };
    faults.add("password", message);
}
