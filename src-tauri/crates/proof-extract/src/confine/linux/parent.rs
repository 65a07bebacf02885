//! A worker's life is bound to its parent's.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Signal, set_parent_process_death_signal};
use std::io;

/// Has the kernel end this process when the thread that started it ends; whether it will. None if that has happened
/// already, for then no signal comes.
pub(in crate::confine) fn bind() -> Option<bool> {
    let bound = set_parent_process_death_signal(Some(Signal::KILL)).is_ok();
    (!nobody_listens()).then_some(bound)
}

/// Whether standard output is a pipe whose other end is closed.
fn nobody_listens() -> bool {
    let stdout = io::stdout();
    let mut watched = [PollFd::new(&stdout, PollFlags::empty())];
    let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
    poll(&mut watched, Some(&at_once)).is_ok() && watched[0].revents().contains(PollFlags::ERR)
}
