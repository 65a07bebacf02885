//! A terminal at which `proofline` is typed.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use proofline_tests::proofline;
use serde_json::Value;
use tempfile::TempDir;

/// A terminal with a library of its own.
pub struct Terminal {
    folder: TempDir,
}

/// What a command answered.
pub struct Answer {
    pub code: i32,
    pub out: String,
    pub error: String,
}

impl Terminal {
    /// With a new, empty library that has one case, “Case”.
    pub fn new() -> Self {
        let terminal = Self { folder: TempDir::new().expect("a temporary folder") };
        let library = terminal.library();
        type_in(&["new", library.to_str().unwrap_or_default()]).succeeded();
        terminal.run(&["case", "add", "Case"]).succeeded();
        terminal
    }

    /// With the sample library.
    pub fn with_sample() -> Self {
        let terminal = Self { folder: TempDir::new().expect("a temporary folder") };
        let library = terminal.library();
        type_in(&["new", library.to_str().unwrap_or_default(), "--sample"]).succeeded();
        terminal
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn library(&self) -> PathBuf {
        self.folder.path().join("library")
    }

    /// Writes a file beside the library and gives its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).expect("the file is written");
        path.to_str().unwrap_or_default().to_owned()
    }

    /// A command on the library, not yet started.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = proofline();
        command.arg("--library").arg(self.library()).args(arguments);
        command
    }

    /// Runs a command on the library.
    pub fn run(&self, arguments: &[&str]) -> Answer {
        Answer::of(&self.command(arguments).output().expect("the command starts"))
    }

    /// Runs a command on the library and reads its JSON.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let answer = self.run(&[arguments, &["--json"]].concat()).succeeded();
        serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{error} in: {}", answer.out))
    }
}

/// Runs a command as it stands.
pub fn type_in(arguments: &[&str]) -> Answer {
    Answer::of(&proofline().args(arguments).output().expect("the command starts"))
}

impl Answer {
    pub fn of(output: &Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            error: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// The answer of a command that should have succeeded.
    pub fn succeeded(self) -> Self {
        assert_eq!(self.code, 0, "it failed: {}\n{}", self.error, self.out);
        self
    }
}
