//! `user …`: accounts.

use super::arguments::{Format, User, UserAction};
use super::terminal::{Stop, Terminal, chance, new_password};
use crate::domain::account::{Account, Role};
use crate::domain::message::Message;
use crate::error::{Error, FieldError};
use crate::register::{Caller, LOCAL_LOGIN, NewAccount, Register};
use crate::wire::{AccountJson, to_json_pretty};
use std::io::BufRead;
use std::path::Path;

/// Where a password may come from besides standard input.
const PASSWORD: &str = "PROZESSREGISTER_PASSWORD";

/// Runs a command.
pub(super) fn run(data: &Path, options: &User, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let action = &options.action;
    let (register, caller) = match action {
        UserAction::List { .. } => terminal.open_beside(data)?,
        _ => terminal.open(data, &options.instance)?,
    };
    match action {
        UserAction::Add {
            login,
            name,
            role,
            unit,
            password_stdin,
        } => {
            let role = Role::from_code(role).ok_or_else(|| unknown_role(role))?;
            let scope = match unit {
                Some(sign) => Some(
                    register
                        .organisation(&caller)?
                        .units
                        .iter()
                        .find(|unit| unit.sign == *sign || unit.name == *sign)
                        .map(|unit| unit.id)
                        .ok_or_else(|| Error::not_found("api-unit"))?,
                ),
                None => None,
            };
            let (password, made) = password(*password_stdin)?;
            let account = NewAccount {
                login: login.clone(),
                name: name.clone().unwrap_or_else(|| login.clone()),
                role,
                scope,
                password: password.clone(),
            };
            register.add_account(&caller, &account, chance()?)?;
            terminal.message(&Message::new("cli-user-added").with("login", login.as_str()));
            tell_password(made, &password, terminal)
        }
        UserAction::List { format } => list(&accounts(&register, &caller)?, *format, terminal),
        UserAction::Disable { login, undo } => {
            let account = find(&register, &caller, login)?;
            register.set_account_disabled(&caller, account.id, !undo)?;
            let id = if *undo {
                "cli-user-enabled"
            } else {
                "cli-user-disabled"
            };
            terminal.message(&Message::new(id).with("login", login.as_str()));
            Ok(0)
        }
        UserAction::Password {
            login,
            password_stdin,
        } => {
            let account = find(&register, &caller, login)?;
            let (password, made) = password(*password_stdin)?;
            register.set_password(&caller, account.id, &password, chance()?)?;
            terminal.message(&Message::new("cli-user-password").with("login", login.as_str()));
            tell_password(made, &password, terminal)
        }
    }
}

/// A password that was made up is the result of the command.
fn tell_password(made: bool, password: &str, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    if made {
        terminal.line(password)?;
    }
    Ok(0)
}

/// The password from standard input, from the environment, or made up (`true`).
fn password(stdin: bool) -> Result<(String, bool), Error> {
    if stdin {
        let mut line = String::new();
        std::io::stdin()
            .lock()
            .read_line(&mut line)
            .map_err(Error::internal)?;
        return Ok((line.trim_end_matches(['\r', '\n']).to_owned(), false));
    }
    match std::env::var(PASSWORD) {
        Ok(password) if !password.is_empty() => Ok((password, false)),
        _ => Ok((new_password()?, true)),
    }
}

fn unknown_role(given: &str) -> Error {
    let known = Role::ALL.map(Role::code).join(", ");
    Error::invalid_fields(vec![FieldError {
        field: "role".to_owned(),
        message: Message::new("cli-user-role")
            .with("given", given)
            .with("known", known),
    }])
}

/// Accounts of people; the one of the command line itself stays out.
fn accounts(register: &Register, caller: &Caller) -> Result<Vec<Account>, Error> {
    let mut accounts = register.accounts(caller)?;
    accounts.retain(|account| account.login != LOCAL_LOGIN);
    Ok(accounts)
}

fn find(register: &Register, caller: &Caller, login: &str) -> Result<Account, Error> {
    accounts(register, caller)?
        .into_iter()
        .find(|account| account.login == login)
        .ok_or_else(|| Error::not_found("cli-account"))
}

fn list(accounts: &[Account], format: Format, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    if format == Format::Json {
        let json: Vec<AccountJson> = accounts.iter().map(AccountJson::from).collect();
        terminal.line(&to_json_pretty(&json))?;
        return Ok(0);
    }
    for account in accounts {
        terminal.say(
            &Message::new("cli-user-line")
                .with("login", account.login.as_str())
                .with("name", account.name.as_str())
                .with("role", account.role.code())
                .with_term(
                    "state",
                    if account.disabled {
                        "cli-user-state-disabled"
                    } else {
                        "cli-user-state-active"
                    },
                ),
        )?;
    }
    Ok(0)
}
