//! `demo`: a made-up town, served.

use super::arguments::Demo;
use super::serve::bind;
use super::terminal::{Stop, Terminal};
use crate::domain::message::Message;
use crate::error::{Error, Kind};
use crate::register::{DemoAccount, Register};
use crate::web::{App, Settings, serve_blocking};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};

/// First port tried, and how many after it.
const PORTS: std::ops::Range<u16> = 8080..8130;

/// Runs the command until it is told to stop.
pub(super) fn run(options: &Demo, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let listener = match options.listen {
        Some(address) => bind(address)?,
        None => free_port()?,
    };
    let register = match &options.keep {
        Some(folder) => Register::open(folder)?,
        None => Register::in_memory()?,
    };
    let accounts = if register.has_administrator()? {
        Vec::new()
    } else {
        terminal.message(&Message::new("cli-demo-loading"));
        register.load_demo(terminal.now)?
    };
    let address = listener.local_addr()?;
    terminal.say(&Message::new("cli-demo-ready").with("address", format!("http://{address}/")))?;
    for account in &accounts {
        tell(account, terminal)?;
    }
    terminal.message(&Message::new("cli-demo-stop"));
    terminal.out.flush()?;
    let settings = Settings {
        public_url: None,
        proxy_header: None,
        demo_accounts: accounts
            .iter()
            .map(|account| {
                (
                    account.login.clone(),
                    account.password.clone(),
                    account.role.code().to_owned(),
                )
            })
            .collect(),
    };
    serve_blocking(App::new(register, settings), listener)?;
    Ok(0)
}

fn tell(account: &DemoAccount, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    terminal.say(
        &Message::new("cli-demo-account")
            .with("login", account.login.as_str())
            .with("password", account.password.as_str())
            .with("name", account.name.as_str())
            .with_term("role", format!("role-{}", account.role.code())),
    )
}

/// The first free port of the loopback address.
fn free_port() -> Result<TcpListener, Error> {
    for port in PORTS {
        match bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
            Err(error) if error.kind == Kind::Conflict => continue,
            other => return other,
        }
    }
    bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))
}
