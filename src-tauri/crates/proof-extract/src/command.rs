//! How a worker is started.

use crate::password;
use crate::worker::{Job, WORKER_ARGUMENT};
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// How to start a worker: a program and its first arguments.
#[derive(Debug, Clone)]
pub struct WorkerCommand {
    program: PathBuf,
    arguments: Vec<OsString>,
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

    /// Another program whose `main` begins with [`serve_if_worker`](crate::serve_if_worker).
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self::with_arguments(program, [WORKER_ARGUMENT])
    }

    /// A program with these first arguments, for tests of workers that misbehave.
    pub fn with_arguments<A: Into<OsString>>(
        program: impl Into<PathBuf>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        Self { program: program.into(), arguments: arguments.into_iter().map(Into::into).collect() }
    }

    /// A worker for `job` that reads `original`, with the root as its folder and nothing in its environment but the
    /// password, if there is one.
    pub(crate) fn spawn(&self, original: impl Into<Stdio>, job: &Job) -> io::Result<Child> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).arg(job.to_argument()).env_clear();
        if cfg!(unix) {
            command.current_dir("/");
        }
        if let Some(password) = &job.password {
            command.env(password::VARIABLE, password.to_variable());
        }
        command.stdin(original).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()
    }
}
