//! The side of the fork server, and of its forks until they are workers.

use super::DESCRIPTORS;
use super::kernel::{Alone, fork};
use crate::confine::Begun;
use crate::worker::{self, Act, Job};
use rustix::net::{RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendFlags, recvmsg, send};
use rustix::process::Pid;
use rustix::stdio::{dup2_stderr, dup2_stdin, dup2_stdout, stdin};
use std::fs::File;
use std::io::{self, IoSliceMut, Read};
use std::mem::MaybeUninit;
use std::os::fd::OwnedFd;

/// Forks a worker for each message on standard input, a socket, until that is closed; the exit code of this process, and
/// of each fork.
pub(crate) fn serve(act: Act) -> i32 {
    // To be asked first: later there are no paths.
    let Some(alone) = Alone::seen() else { return 7 };
    let Some(begun) = Begun::begin() else { return 6 };
    while let Ok(Some(given)) = receive() {
        match fork(&alone) {
            Ok(None) => return work(given, begun, act),
            Ok(Some(pid)) => {
                // What was given is the fork's alone, before anyone hears of it.
                drop(given);
                if answer(pid).is_err() {
                    return 8;
                }
            }
            Err(_) => return 8,
        }
    }
    0
}

type Given = [OwnedFd; DESCRIPTORS];

/// The descriptors of the next message; none at the end.
fn receive() -> io::Result<Option<Given>> {
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(DESCRIPTORS))];
    let mut control = RecvAncillaryBuffer::new(&mut space);
    let mut byte = [0];
    let mut bytes = [IoSliceMut::new(&mut byte)];
    let received =
        rustix::io::retry_on_intr(|| recvmsg(stdin(), &mut bytes, &mut control, RecvFlags::CMSG_CLOEXEC))?;
    if received.bytes == 0 {
        return Ok(None);
    }
    let descriptors = control.drain().filter_map(|message| match message {
        RecvAncillaryMessage::ScmRights(descriptors) => Some(descriptors),
        _ => None,
    });
    let given: Vec<OwnedFd> = descriptors.flatten().collect();
    given.try_into().map(Some).map_err(|_| io::ErrorKind::InvalidData.into())
}

fn answer(pid: Pid) -> io::Result<()> {
    send(stdin(), &pid.as_raw_nonzero().get().to_le_bytes(), SendFlags::NOSIGNAL)?;
    Ok(())
}

/// Becomes the worker of what was given.
fn work(given: Given, begun: Begun, act: Act) -> i32 {
    match job_of(given) {
        Ok(Some(job)) => worker::serve(job, act, || begun.anew()),
        _ => 2,
    }
}

/// Takes the descriptors for the standard ones, which closes the socket, and reads the job.
fn job_of([original, output, errors, told]: Given) -> io::Result<Option<Job>> {
    dup2_stdin(original)?;
    dup2_stdout(output)?;
    dup2_stderr(errors)?;
    let mut bytes = Vec::new();
    File::from(told).read_to_end(&mut bytes)?;
    Ok(Job::from_bytes(&bytes))
}
