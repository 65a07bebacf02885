//! A worker that was started.

#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
use super::fork_server::Forked;
use crate::extraction::Usage;
use std::io::PipeReader;
use std::process::{Child, ExitStatus};
use std::thread;
use std::time::Duration;
use wait4::Wait4;

/// A worker that was started, and what it says.
pub(crate) struct Running {
    pub process: Process,
    pub stdout: PipeReader,
    pub stderr: PipeReader,
}

/// A process that is to be ended and waited for: nothing else ends it for certain.
pub(crate) enum Process {
    /// A program that was started for the one document.
    Child(Child),
    /// A fork of one that had been started before.
    #[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
    Forked(Forked),
}

impl Process {
    /// Ends it, if it has not ended by itself; its exit status, if that could be had, and what it used.
    pub(crate) fn end(self) -> (Option<ExitStatus>, Usage) {
        match self {
            Self::Child(mut child) => {
                let _ = child.kill();
                let waited = child.wait4();
                let usage = waited.as_ref().map(|used| usage_of(&used.rusage)).unwrap_or_default();
                (waited.ok().map(|used| used.status), usage)
            }
            #[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
            Self::Forked(forked) => forked.end(),
        }
    }

    /// Waits a moment for one that has closed its output to end by itself, so that it keeps its own exit status.
    #[cfg(unix)]
    pub(crate) fn await_exit(&self) {
        use rustix::process::{WaitId, WaitIdOptions, waitid};
        let Some(pid) = self.pid() else { return };
        let look = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        for _ in 0..LOOKS {
            if !matches!(waitid(WaitId::Pid(pid), look), Ok(None)) {
                return;
            }
            thread::sleep(LOOK);
        }
    }

    #[cfg(not(unix))]
    pub(crate) fn await_exit(&self) {
        thread::sleep(LOOK * 5);
    }

    #[cfg(unix)]
    fn pid(&self) -> Option<rustix::process::Pid> {
        match self {
            Self::Child(child) => i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw),
            #[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
            Self::Forked(forked) => Some(forked.pid()),
        }
    }
}

/// How often and how many times it is looked whether a worker has ended: for two seconds.
const LOOK: Duration = Duration::from_millis(20);
#[cfg(unix)]
const LOOKS: u32 = 100;

fn usage_of(used: &wait4::ResourceUsage) -> Usage {
    Usage { processor: used.utime + used.stime, peak_memory: used.maxrss, pages: 0 }
}
