//! The two calls of the kernel for which there is no safe function: to fork, and to wait for what a fork used.
#![allow(unsafe_code, reason = "fork and wait4 are nowhere to be had without")]

use crate::extraction::Usage;
use rustix::process::{Pid, Signal, kill_process};
use std::fs;
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;
use std::time::Duration;

/// Proof that this process had a single thread when it began to serve.
pub(super) struct Alone(());

impl Alone {
    /// The proof, if it is so.
    pub(super) fn seen() -> Option<Self> {
        let threads = fs::read_dir("/proc/self/task").ok()?.count();
        (threads == 1).then_some(Self(()))
    }
}

/// Makes a copy of this process, as another child of its parent; the copy's number, and none in the copy.
pub(super) fn fork(_: &Alone) -> io::Result<Option<Pid>> {
    let flags = libc::c_long::from(libc::CLONE_PARENT | libc::SIGCHLD);
    // SAFETY: without CLONE_VM and with no stack of its own the copy goes on here in memory of its own, as after fork(2).
    // The one thread there is makes the call, so that no other can hold a lock, or be amid a change, in what is copied.
    // No pointer is passed.
    let copy = unsafe { libc::syscall(libc::SYS_clone, flags, 0_usize, 0_usize, 0_usize, 0_usize) };
    if copy < 0 {
        return Err(io::Error::last_os_error());
    }
    Ok(i32::try_from(copy).ok().and_then(Pid::from_raw))
}

/// A worker that was forked. It is a child of this process, so that its number is no other's until it is waited for.
pub(crate) struct Forked(Pid);

impl Forked {
    /// The child of this number, of which the fork server says that it forked it.
    pub(super) fn new(pid: Pid) -> Self {
        Self(pid)
    }

    pub(crate) fn pid(&self) -> Pid {
        self.0
    }

    /// Ends it and waits for it.
    pub(crate) fn end(self) -> (Option<ExitStatus>, Usage) {
        let _ = kill_process(self.0, Signal::KILL);
        match self.wait() {
            Ok((status, usage)) => (Some(status), usage),
            Err(_) => (None, Usage::default()),
        }
    }

    fn wait(&self) -> io::Result<(ExitStatus, Usage)> {
        let mut status = 0;
        loop {
            // SAFETY: all-zero bytes are a valid `rusage`: it is made of numbers alone.
            let mut used: libc::rusage = unsafe { std::mem::zeroed() };
            // SAFETY: both pointers are to values that live and are not otherwise used during the call.
            let waited =
                unsafe { libc::wait4(self.0.as_raw_nonzero().get(), &raw mut status, 0, &raw mut used) };
            if waited >= 0 {
                return Ok((ExitStatus::from_raw(status), usage_of(&used)));
            }
            let error = io::Error::last_os_error();
            if error.kind() != io::ErrorKind::Interrupted {
                return Err(error);
            }
        }
    }
}

fn usage_of(used: &libc::rusage) -> Usage {
    Usage {
        processor: duration_of(used.ru_utime) + duration_of(used.ru_stime),
        // In kilobytes. A fork begins to count anew, unlike a program that is started.
        peak_memory: u64::try_from(used.ru_maxrss).unwrap_or_default() * 1024,
        pages: 0,
    }
}

fn duration_of(time: libc::timeval) -> Duration {
    let whole = Duration::from_secs(u64::try_from(time.tv_sec).unwrap_or_default());
    whole + Duration::from_micros(u64::try_from(time.tv_usec).unwrap_or_default())
}
