//! The arguments. Their descriptions stand in the catalogues (`cli-about-…`, `cli-arg-…`), see [`super::words`].

use crate::register::{Options, Quota};
use clap::{Parser, Subcommand, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

/// Bytes of a megabyte.
const MB: u64 = 1_000_000;

#[derive(Debug, Parser)]
#[command(name = "prozessregister", version, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[arg(long, global = true, value_name = "DIR", default_value = "./data")]
    pub data: PathBuf,
    #[arg(long, global = true, value_name = "LANG", value_parser = ["de", "en"])]
    pub lang: Option<String>,
    #[command(subcommand)]
    pub command: Command,
}

impl Instance {
    /// How the store is run.
    pub fn options(&self) -> Options {
        Options {
            replicated: self.replicated,
            wal_bytes: self.wal_mb.saturating_mul(MB),
            read_time: Duration::from_secs(self.read_seconds),
            most_bytes: self.most_megabytes.saturating_mul(MB),
        }
    }

    /// What the instance may take up.
    pub fn quota(&self) -> Quota {
        Quota {
            file_bytes: self.file_mb.saturating_mul(MB),
            upload_bytes: self.uploads_mb.saturating_mul(MB),
            ..Quota::default()
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Demo(Demo),
    Serve(Serve),
    Analyse(Analyse),
    #[command(subcommand)]
    Bpmn(Bpmn),
    Import(Import),
    Export(Export),
    Rank(Rank),
    Explain(Explain),
    Evaluate(Evaluate),
    Backup(Backup),
    Restore(Restore),
    Verify(Verify),
    User(User),
    Token(Token),
    Openapi,
}

/// How a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
}

#[derive(Debug, clap::Args)]
pub(super) struct Demo {
    #[arg(long, value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
    #[arg(long, value_name = "DIR")]
    pub keep: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Serve {
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    #[arg(long, value_name = "URL", env = "PROZESSREGISTER_PUBLIC_URL")]
    pub public_url: Option<String>,
    #[arg(long, value_name = "NAME", env = "PROZESSREGISTER_PROXY_HEADER")]
    pub proxy_header: Option<String>,
    #[command(flatten)]
    pub instance: Instance,
}

/// Settings of the instance: every command that writes obeys the same ones.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub(super) struct Instance {
    #[arg(long, env = "PROZESSREGISTER_REPLICATED")]
    pub replicated: bool,
    #[arg(long, value_name = "MB", env = "PROZESSREGISTER_WAL_MB", default_value = "64",
        value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub wal_mb: u64,
    #[arg(long, value_name = "SECONDS", env = "PROZESSREGISTER_READ_SECONDS", default_value = "10",
        value_parser = clap::value_parser!(u64).range(1..=3_600))]
    pub read_seconds: u64,
    #[arg(long, value_name = "MB", env = "PROZESSREGISTER_MOST_MEGABYTES", default_value = "20000",
        value_parser = clap::value_parser!(u64).range(1..))]
    pub most_megabytes: u64,
    #[arg(long, value_name = "MB", env = "PROZESSREGISTER_UPLOADS_MB", default_value = "10000",
        value_parser = clap::value_parser!(u64).range(1..))]
    pub uploads_mb: u64,
    #[arg(long, value_name = "MB", env = "PROZESSREGISTER_FILE_MB", default_value = "20",
        value_parser = clap::value_parser!(u64).range(1..=20))]
    pub file_mb: u64,
}

#[derive(Debug, clap::Args)]
pub(super) struct Analyse {
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    #[arg(long)]
    pub timings: bool,
    #[arg(long, value_name = "FILE")]
    pub lexicon: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Bpmn {
    Check {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
        #[arg(long, value_name = "MB", value_parser = clap::value_parser!(u32).range(1..=2_000))]
        max_megabytes: Option<u32>,
        #[arg(long, value_name = "NUMBER")]
        max_elements: Option<usize>,
        #[arg(long)]
        timings: bool,
    },
    Rename {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_name = "ID")]
        element: String,
        #[arg(long, value_name = "TEXT")]
        name: String,
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
    },
    Annotate {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_name = "ID")]
        element: String,
        #[arg(long, value_name = "NAME=VALUE")]
        set: Vec<String>,
        #[arg(long, value_name = "ANNOTATION")]
        add: Vec<String>,
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
    },
    Picture {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long)]
        findings: bool,
        #[arg(long, value_name = "FACTOR")]
        scale: Option<f64>,
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
    },
    Layout {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long)]
        all: bool,
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
    },
    Narrate {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_enum, default_value = "text")]
        format: StoryFormat,
    },
    Steps {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_name = "TEXT")]
        name: Option<String>,
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
    },
    Compare {
        #[arg(value_name = "A")]
        old: PathBuf,
        #[arg(value_name = "B")]
        new: PathBuf,
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
}

/// How a story is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum StoryFormat {
    Text,
    Json,
    Markdown,
}

/// What a file is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ImportKind {
    Profiles,
    AsIs,
    ToBe,
    Copy,
}

#[derive(Debug, clap::Args)]
pub(super) struct Import {
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(long = "as", value_enum, value_name = "KIND")]
    pub kind: Option<ImportKind>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    #[command(flatten)]
    pub instance: Instance,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportFormat {
    Csv,
    Json,
    Xlsx,
}

#[derive(Debug, clap::Args)]
pub(super) struct Export {
    #[arg(long, value_enum)]
    pub format: Option<ExportFormat>,
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct Rank {
    #[arg(long, value_name = "N")]
    pub top: Option<usize>,
    #[arg(long)]
    pub proposals: bool,
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    #[arg(value_name = "ID")]
    pub id: String,
}

#[derive(Debug, clap::Args)]
pub(super) struct Evaluate {
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[arg(long)]
    pub lexicon_only: bool,
    #[arg(long, value_name = "FILE")]
    pub lexicon: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

#[derive(Debug, clap::Args)]
pub(super) struct Backup {
    #[arg(value_name = "OUT")]
    pub backup: PathBuf,
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

#[derive(Debug, clap::Args)]
pub(super) struct Restore {
    #[arg(value_name = "FILE")]
    pub backup_file: PathBuf,
    #[arg(long)]
    pub without_manifest: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Verify {
    #[arg(long, value_name = "NUMBER:HASH")]
    pub anchor: Option<String>,
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

#[derive(Debug, clap::Args)]
pub(super) struct User {
    #[command(flatten)]
    pub instance: Instance,
    #[command(subcommand)]
    pub action: UserAction,
}

#[derive(Debug, Subcommand)]
pub(super) enum UserAction {
    Add {
        #[arg(value_name = "LOGIN")]
        login: String,
        #[arg(long)]
        name: Option<String>,
        #[arg(long, default_value = "reader")]
        role: String,
        #[arg(long, value_name = "SIGN")]
        unit: Option<String>,
        #[arg(long)]
        password_stdin: bool,
    },
    List {
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    Disable {
        #[arg(value_name = "LOGIN")]
        login: String,
        #[arg(long)]
        undo: bool,
    },
    Password {
        #[arg(value_name = "LOGIN")]
        login: String,
        #[arg(long)]
        password_stdin: bool,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct Token {
    #[command(flatten)]
    pub instance: Instance,
    #[command(subcommand)]
    pub action: TokenAction,
}

#[derive(Debug, Subcommand)]
pub(super) enum TokenAction {
    Add {
        #[arg(value_name = "LOGIN")]
        login: String,
        #[arg(long, default_value = "api")]
        name: String,
    },
    List {
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    Revoke {
        #[arg(value_name = "ID")]
        id: i64,
    },
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    fn instance(command: &[&str], settings: &[&str]) -> Instance {
        let (first, rest) = command.split_first().unwrap();
        let all = [&["prozessregister", *first], settings, rest].concat();
        match Arguments::try_parse_from(all).unwrap().command {
            Command::Serve(Serve { instance, .. })
            | Command::Import(Import { instance, .. })
            | Command::User(User { instance, .. })
            | Command::Token(Token { instance, .. }) => instance,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn whatever_writes_obeys_the_settings_of_the_instance() {
        let writing: [&[&str]; 6] = [
            &["serve"],
            &["import", "a.bpmn"],
            &["user", "add", "x"],
            &["user", "disable", "x"],
            &["token", "add", "x"],
            &["token", "revoke", "1"],
        ];
        let settings = [
            "--replicated",
            "--wal-mb",
            "8",
            "--read-seconds",
            "3",
            "--most-megabytes",
            "50",
        ];
        let bounds = ["--uploads-mb", "7", "--file-mb", "2"];
        for command in writing {
            let plain = instance(command, &[]);
            assert_eq!(plain.options(), Options::default(), "{command:?}");
            assert_eq!(plain.quota(), Quota::default(), "{command:?}");
            let set = instance(command, &[&settings[..], &bounds].concat());
            let options = Options {
                replicated: true,
                wal_bytes: 8_000_000,
                read_time: Duration::from_secs(3),
                most_bytes: 50_000_000,
            };
            assert_eq!(set.options(), options, "{command:?}");
            assert_eq!(set.quota().upload_bytes, 7_000_000, "{command:?}");
            assert_eq!(set.quota().file_bytes, 2_000_000, "{command:?}");
        }
        for name in [
            "replicated",
            "wal_mb",
            "read_seconds",
            "most_megabytes",
            "uploads_mb",
            "file_mb",
        ] {
            let command = <Arguments as clap::CommandFactory>::command();
            for sub in ["serve", "import", "user", "token"] {
                let sub = command.find_subcommand(sub).unwrap();
                let argument = sub
                    .get_arguments()
                    .find(|argument| argument.get_id() == name)
                    .unwrap();
                let variable = format!("PROZESSREGISTER_{}", name.to_uppercase());
                assert_eq!(argument.get_env(), Some(std::ffi::OsStr::new(&variable)));
            }
        }
    }
}
