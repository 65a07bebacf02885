//! How a worker is started.

use super::{Process, Running, fork_server};
use crate::password;
use crate::worker::{Job, WORKER_ARGUMENT};
use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How to start a worker: a program and its first arguments.
#[derive(Debug, Clone)]
pub struct WorkerCommand {
    program: PathBuf,
    arguments: Vec<OsString>,
    /// Whether the program can be asked to fork workers.
    forks: bool,
}

impl WorkerCommand {
    /// This same program again. Its `main` must begin with [`serve_if_worker`](crate::serve_if_worker).
    pub fn this_program() -> Self {
        let named = || std::env::args_os().next().unwrap_or_default().into();
        Self::new(std::env::current_exe().unwrap_or_else(|_| named()))
    }

    /// The program of that name beside this one, or this one where there is none. A program that links a window system
    /// takes a tenth of a second to start, which is more than most documents take to be read: a small one beside it,
    /// of the same build, does not.
    pub fn beside_this_program(name: &str) -> Self {
        let beside = std::env::current_exe().ok().map(|own| own.with_file_name(name));
        let beside = beside.map(|path| path.with_extension(std::env::consts::EXE_EXTENSION));
        beside.filter(|path| path.is_file()).map_or_else(Self::this_program, Self::new)
    }

    /// Another program whose `main` begins with [`serve_if_worker`](crate::serve_if_worker). A thread that has one
    /// document after another read has it started once, and workers forked from it, where the system can do that.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self { forks: true, ..Self::with_arguments(program, [WORKER_ARGUMENT]) }
    }

    /// A program with these first arguments, started anew for every document: for tests of workers that misbehave.
    pub fn with_arguments<A: Into<OsString>>(
        program: impl Into<PathBuf>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        let arguments = arguments.into_iter().map(Into::into).collect();
        Self { program: program.into(), arguments, forks: false }
    }

    /// The program that workers run.
    pub(super) fn program(&self) -> &Path {
        &self.program
    }

    /// A worker for `job` that reads `original`.
    pub(crate) fn start(&self, original: File, job: &Job) -> io::Result<Running> {
        // A password travels in an environment of its own.
        let may_fork = self.forks && job.password.is_none();
        let forked = if may_fork { fork_server::start(self, &original, job) } else { None };
        forked.map_or_else(|| self.start_anew(original, job), Ok)
    }

    /// A worker for `job`, as a program that is started now, with the root as its folder and nothing in its environment
    /// but the password, if there is one.
    pub(crate) fn start_anew(&self, original: impl Into<Stdio>, job: &Job) -> io::Result<Running> {
        let mut command = self.bare();
        command.arg(job.to_argument());
        if let Some(password) = &job.password {
            command.env(password::VARIABLE, password.to_variable());
        }
        let (stdout, output) = io::pipe()?;
        let (stderr, errors) = io::pipe()?;
        let child = command.stdin(original).stdout(output).stderr(errors).spawn()?;
        Ok(Running { process: Process::Child(child), stdout, stderr })
    }

    /// The program with its first arguments, the root as its folder and an empty environment.
    pub(super) fn bare(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).env_clear();
        if cfg!(unix) {
            command.current_dir("/");
        }
        command
    }
}
