//! Descriptions of commands and arguments from the catalogues, put into the parser.

use super::arguments::Arguments;
use crate::text::Lang;
use clap::{Command, CommandFactory};

/// The parser with its descriptions in a language.
pub(super) fn command(lang: Lang) -> Command {
    described(Arguments::command(), "prozessregister", lang)
}

fn described(command: Command, path: &str, lang: Lang) -> Command {
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    let mut command = command
        .about(lang.text(&format!("cli-about-{path}")))
        .mut_args(|argument| {
            let id = format!("cli-arg-{}", argument.get_id().as_str().replace('_', "-"));
            argument.help(lang.text(&id))
        });
    for name in names {
        let inner = if path == "prozessregister" {
            name.clone()
        } else {
            format!("{path}-{name}")
        };
        command = command.mut_subcommand(&name, |sub| described(sub, &inner, lang));
    }
    command
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use super::*;

    fn ids(command: &Command, path: &str, found: &mut Vec<String>) {
        found.push(format!("cli-about-{path}"));
        for argument in command.get_arguments() {
            found.push(format!(
                "cli-arg-{}",
                argument.get_id().as_str().replace('_', "-")
            ));
        }
        for sub in command.get_subcommands() {
            let inner = if path == "prozessregister" {
                sub.get_name().to_owned()
            } else {
                format!("{path}-{}", sub.get_name())
            };
            ids(sub, &inner, found);
        }
    }

    #[test]
    fn every_command_and_argument_is_described() {
        let mut found = Vec::new();
        ids(&Arguments::command(), "prozessregister", &mut found);
        for lang in Lang::ALL {
            let missing: Vec<_> = found.iter().filter(|id| !lang.has(id)).collect();
            assert!(missing.is_empty(), "{lang:?}: {missing:?}");
        }
        Arguments::command().debug_assert();
    }
}
