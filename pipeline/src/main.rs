//! `pipeline import` turns published tables into `data/`; `pipeline hexagons` lays its areas out as a map of hexagons;
//! `pipeline check` reads all of it back and verifies it;
//! `pipeline coverage` counts the areas they have values for;
//! `pipeline publish` turns them and the built site into the publishable one.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use pipeline::{check, coverage, hexagons, import, publish};

/// Imports published tables into `data/`, checks them, and publishes the site.
#[derive(Parser)]
#[command(name = "pipeline")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read the published tables and write our own tidy tables.
    Import {
        /// The folder with the published tables.
        #[arg(long)]
        sources: PathBuf,
        /// The folder to write; it is replaced as a whole, once everything has been read.
        #[arg(long, default_value = "data")]
        out: PathBuf,
    },
    /// Read our own tables back and verify them.
    Check {
        /// The folder with our own tables.
        #[arg(long, default_value = "data")]
        data: PathBuf,
        /// The committed counts of areas with a value.
        #[arg(long, default_value = "pipeline/coverage.csv")]
        coverage: PathBuf,
    },
    /// Count the areas with a value, for `check` to compare with.
    Coverage {
        /// The folder with our own tables.
        #[arg(long, default_value = "data")]
        data: PathBuf,
        /// The file to write.
        #[arg(long, default_value = "pipeline/coverage.csv")]
        out: PathBuf,
    },
    /// Lay local areas out as hexagons of equal size, and write the map among our tables.
    Hexagons {
        /// The folder with our own tables.
        #[arg(long, default_value = "data")]
        data: PathBuf,
    },
    /// Make the publishable site of our own tables and the built site.
    Publish(publish::Options),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Import { sources, out } => import::command(&sources, &out).map_err(Into::into),
        Command::Check { data, coverage } => check::command(&data, &coverage).map_err(Into::into),
        Command::Coverage { data, out } => coverage::command(&data, &out).map_err(Into::into),
        Command::Hexagons { data } => hexagons::command(&data).map_err(Into::into),
        Command::Publish(options) => publish::command(&options).map_err(Into::into),
    };
    finish(outcome)
}

fn finish(outcome: Result<(), Box<dyn Error>>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
