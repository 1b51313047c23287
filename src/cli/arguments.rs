//! The arguments. Their descriptions stand in the catalogues (`cli-about-…`, `cli-arg-…`), see [`super::words`].

use clap::{Parser, Subcommand, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

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
    Verify,
    #[command(subcommand)]
    User(User),
    #[command(subcommand)]
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
    /// Leaves checkpoints to a replicator.
    #[arg(long, env = "PROZESSREGISTER_REPLICATED")]
    pub replicated: bool,
    #[arg(long, value_name = "MB", env = "PROZESSREGISTER_MOST_MEGABYTES", default_value = "20000", value_parser = clap::value_parser!(u32).range(1..))]
    pub most_megabytes: u32,
}

#[derive(Debug, clap::Args)]
pub(super) struct Backup {
    #[arg(value_name = "OUT")]
    pub output: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct Restore {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct Analyse {
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    #[arg(long)]
    pub timings: bool,
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
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum User {
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

#[derive(Debug, Subcommand)]
pub(super) enum Token {
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
