//! Commands. Home of `clap`. A command turns arguments into one use case and prints its result.
//!
//! Results go to standard output, everything else to standard error. A reader that goes away is no fault. Exit codes:
//! 0 done, 1 internal, 2 invalid, 3 forbidden, 4 not found, 5 conflict, 6 a check did not hold (design.md 2.1).

mod analyse;
mod arguments;
mod backup;
mod bpmn;
mod compare;
mod demo;
mod evaluate;
mod explain;
mod export;
mod files;
mod import;
mod rank;
mod restore;
mod serve;
mod terminal;
mod token;
mod user;
mod verify;
mod words;

#[cfg(test)]
mod tests;

use crate::domain::time::Timestamp;
use crate::text::Lang;
use arguments::{Arguments, Command};
use clap::FromArgMatches;
use clap::error::ErrorKind;
use std::ffi::OsString;
use std::io::{BufWriter, Write};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};
use terminal::{Stop, Terminal};

/// Exit code of something that does not exist.
const NOT_FOUND: u8 = 4;

/// Exit code of a check that did not hold.
const NOT_HELD: u8 = 6;

/// Exit code of faulty input or usage.
const INVALID: u8 = 2;

/// Runs the program with the arguments of this process.
pub fn run() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_env("PROZESSREGISTER_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .init();
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let environment = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut err = std::io::stderr();
    ExitCode::from(execute(
        &arguments,
        environment.as_deref(),
        now(),
        &mut out,
        &mut err,
    ))
}

/// The clock of the commands.
fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// Runs a command; `environment` is the language of the environment (`de_DE.UTF-8`). Returns the exit code.
pub fn execute(
    arguments: &[OsString],
    environment: Option<&str>,
    now: Timestamp,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let lang = language(arguments, environment);
    let parsed = words::command(lang)
        .try_get_matches_from(arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => {
            let help = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            let text = error.render().to_string();
            let written = if help {
                out.write_all(text.as_bytes()).and_then(|()| out.flush())
            } else {
                err.write_all(text.as_bytes())
            };
            return match written {
                Ok(()) if help => 0,
                Ok(()) => INVALID,
                Err(error) => Stop::from(error).code(),
            };
        }
    };
    let mut terminal = Terminal { out, err, lang, now };
    let outcome = command(&arguments, &mut terminal).and_then(|code| {
        terminal.out.flush()?;
        Ok(code)
    });
    match outcome {
        Ok(code) => code,
        Err(stop) => {
            terminal.out.flush().ok();
            stop.tell(&mut terminal);
            stop.code()
        }
    }
}

/// `--lang`, else the environment, else German.
fn language(arguments: &[OsString], environment: Option<&str>) -> Lang {
    let mut texts = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(text) = texts.next() {
        let given = match text.strip_prefix("--lang=") {
            Some(given) => Some(given),
            None if text == "--lang" => texts.next(),
            None => None,
        };
        if let Some(lang) = given.and_then(Lang::from_tag) {
            return lang;
        }
    }
    environment.and_then(Lang::from_tag).unwrap_or_default()
}

fn command(arguments: &Arguments, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let data = &arguments.data;
    match &arguments.command {
        Command::Demo(options) => demo::run(options, terminal),
        Command::Serve(options) => serve::run(data, options, terminal),
        Command::Analyse(options) => analyse::run(options, terminal),
        Command::Bpmn(tool) => bpmn::run(tool, terminal),
        Command::Import(options) => import::run(data, options, terminal),
        Command::Export(options) => export::run(data, options, terminal),
        Command::Rank(options) => rank::run(data, options, terminal),
        Command::Explain(options) => explain::run(options, terminal),
        Command::Evaluate(options) => evaluate::run(options, terminal),
        Command::Backup(options) => backup::run(data, options, terminal),
        Command::Restore(options) => restore::run(data, options, terminal),
        Command::Verify(options) => verify::run(data, options, terminal),
        Command::User(options) => user::run(data, options, terminal),
        Command::Token(options) => token::run(data, options, terminal),
        Command::Openapi => {
            let text = crate::web::api::openapi_json();
            terminal.line(&text)?;
            Ok(0)
        }
    }
}
