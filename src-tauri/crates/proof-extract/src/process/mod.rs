//! Worker processes, from the side of the program that starts them: by what, and how they are ended and waited for.

mod command;
#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
pub(crate) mod fork_server;
mod running;
mod words;

pub use command::WorkerCommand;
pub(crate) use running::{Process, Running};
pub(crate) use words::Words;

/// A system on which each worker is a program that is started anew.
#[cfg(not(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64"))))]
pub(crate) mod fork_server {
    use super::{Running, WorkerCommand};
    use crate::worker::{Act, Job};
    use std::fs::File;

    pub(crate) const ARGUMENT: &str = "fork-server";

    pub(super) fn start(_command: &WorkerCommand, _original: &File, _job: &Job) -> Option<Running> {
        None
    }

    pub(crate) fn serve(_act: Act) -> i32 {
        2
    }
}
