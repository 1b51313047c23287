//! `token …`: API tokens.

use super::arguments::{Format, Token, TokenAction};
use super::terminal::{Stop, Terminal, chance};
use crate::domain::ids::TokenId;
use crate::domain::message::Message;
use crate::register::Caller;
use crate::wire::{TokenJson, to_json_pretty};
use std::path::Path;

/// Runs a command.
pub(super) fn run(data: &Path, options: &Token, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let action = &options.action;
    let (register, caller) = match action {
        TokenAction::List { .. } => terminal.open_beside(data)?,
        _ => terminal.open_existing(data, &options.instance)?,
    };
    match action {
        TokenAction::Add { login, name } => {
            let owner = Caller {
                actor: register.actor_by_login(login)?,
                now: terminal.now,
            };
            let secret = register.add_token(&owner, name, chance()?)?;
            terminal.message(&Message::new("cli-token-added").with("login", login.as_str()));
            terminal.line(&secret)?;
        }
        TokenAction::List { format } => {
            let tokens = register.tokens(&caller)?;
            let accounts = register.accounts(&caller)?;
            let rows: Vec<TokenJson> = tokens
                .iter()
                .map(|token| {
                    let login = accounts
                        .iter()
                        .find(|account| account.id == token.account)
                        .map(|account| account.login.as_str());
                    TokenJson::new(token, login.unwrap_or_default())
                })
                .collect();
            match format {
                Format::Json => terminal.line(&to_json_pretty(&rows))?,
                Format::Text => {
                    for row in &rows {
                        terminal.say(
                            &Message::new("cli-token-line")
                                .with("id", row.id.to_string())
                                .with("login", row.login.as_str())
                                .with("name", row.name.as_str())
                                .with("created", row.created.as_str()),
                        )?;
                    }
                }
            }
        }
        TokenAction::Revoke { id } => {
            register.revoke_token(&caller, TokenId(*id))?;
            terminal.message(&Message::new("cli-token-revoked"));
        }
    }
    Ok(0)
}
