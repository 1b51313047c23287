//! `serve`: serves the register of a folder.

use super::arguments::Serve;
use super::terminal::{Stop, Terminal, chance, new_password};
use crate::domain::account::Role;
use crate::domain::message::Message;
use crate::error::{Error, Kind};
use crate::register::{NewAccount, Register};
use crate::web::{App, Settings, serve_blocking};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;

/// Where the password of the first administrator may come from.
const PASSWORD: &str = "PROZESSREGISTER_ADMIN_PASSWORD";

/// Login of the first administrator.
const LOGIN: &str = "admin";

/// Runs the command until it is told to stop.
pub(super) fn run(data: &Path, options: &Serve, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let instance = &options.instance;
    let register = Register::open_with(data, &instance.options())?.with_quota(instance.quota());
    if !register.has_administrator()? {
        first_administrator(&register, terminal)?;
    }
    let listener = bind(options.listen)?;
    let address = listener.local_addr()?;
    terminal.message(&Message::new("cli-serve-ready").with("address", format!("http://{address}/")));
    let settings = Settings {
        public_url: options.public_url.clone(),
        proxy_header: options.proxy_header.clone(),
        ..Settings::default()
    };
    serve_blocking(App::new(register, settings), listener)?;
    Ok(0)
}

/// The password comes from the environment, or is made up and shown once.
fn first_administrator(register: &Register, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    let given = std::env::var(PASSWORD)
        .ok()
        .filter(|password| !password.is_empty());
    let (password, made) = match given {
        Some(password) => (password, false),
        None => (new_password()?, true),
    };
    let account = NewAccount {
        login: LOGIN.to_owned(),
        name: terminal.lang.text("cli-serve-administrator"),
        role: Role::Administrator,
        scope: None,
        password: password.clone(),
    };
    register.add_account_locally(terminal.now, &account, chance()?)?;
    let message = if made {
        Message::new("cli-serve-first-made").with("password", password)
    } else {
        Message::new("cli-serve-first")
    };
    terminal.message(&message.with("login", LOGIN));
    Ok(())
}

/// Takes an address.
pub(super) fn bind(address: SocketAddr) -> Result<TcpListener, Error> {
    TcpListener::bind(address).map_err(|error| {
        let (kind, id) = match error.kind() {
            std::io::ErrorKind::AddrInUse => (Kind::Conflict, "cli-address-taken"),
            _ => (Kind::Invalid, "cli-address-unusable"),
        };
        Error {
            cause: Some(error.into()),
            ..Error::new(kind, Message::new(id).with("address", address.to_string()))
        }
    })
}
