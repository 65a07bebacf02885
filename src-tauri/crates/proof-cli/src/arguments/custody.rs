use std::path::PathBuf;

use clap::{Args, Subcommand};

/// What to do with a document outside the library.
#[derive(Debug, Subcommand)]
pub enum CustodyCommand {
    /// Everything that was done with a document: acquired, verified, viewed outside, exported, marked.
    Custody {
        /// The document.
        doc: String,
    },
    /// Write a copy of a document's original to a new file. It goes on the ledger.
    Export {
        /// The document.
        doc: String,
        /// The file: it must not be there yet.
        file: PathBuf,
        /// Why, or for whom.
        #[arg(long, default_value = "", value_name = "TEXT")]
        reason: String,
    },
    /// Make a read-only copy of a document's original to look at with another program, and print where. It goes on the
    /// ledger.
    View {
        /// The document.
        doc: String,
    },
}

/// What to verify against, and what to write.
#[derive(Debug, Args)]
pub struct VerifyArguments {
    /// Hold the ledger against a head that `ledger head --write` wrote earlier.
    #[arg(long, value_name = "FILE")]
    pub head: Option<PathBuf>,
    /// Write the report as a page (HTML) that anybody can read and print.
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
}

/// The ledger: its newest lines, or its head.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct LedgerArguments {
    /// How many lines at most.
    #[arg(long, default_value_t = 100)]
    pub limit: u32,
    /// What else to do with it.
    #[command(subcommand)]
    pub command: Option<LedgerCommand>,
}

/// What to do with the head of the ledger.
#[derive(Debug, Subcommand)]
pub enum LedgerCommand {
    /// Show the head: the last line, to which all lines before are bound.
    Head {
        /// Write it to this file as well, to be kept where whoever can change the library cannot.
        #[arg(long, value_name = "FILE")]
        write: Option<PathBuf>,
    },
    /// Hold the ledger against a head that was written earlier.
    Check {
        /// The file.
        file: PathBuf,
    },
}
