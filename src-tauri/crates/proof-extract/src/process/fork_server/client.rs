//! The side of the program that wants documents read: each thread's own fork server.

use super::{ARGUMENT, DESCRIPTORS, Forked};
use crate::process::{Process, Running, WorkerCommand};
use crate::worker::Job;
use rustix::net::sockopt::{Timeout, set_socket_timeout};
use rustix::net::{
    AddressFamily, RecvFlags, SendAncillaryBuffer, SendAncillaryMessage, SendFlags, SocketFlags, SocketType,
    recv, sendmsg, socketpair,
};
use rustix::process::Pid;
use std::cell::RefCell;
use std::fs::File;
use std::io::{self, IoSlice, Write};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, OwnedFd};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::time::Duration;

thread_local! {
    static KEPT: RefCell<Kept> = const { RefCell::new(Kept::Nothing) };
}

/// A worker that is forked, by the fork server that this thread keeps; none where one is to be started anew, be it because
/// this is the first document of the thread, for which a server would cost more than it saves.
pub(crate) fn start(command: &WorkerCommand, original: &File, job: &Job) -> Option<Running> {
    let start = |kept: &RefCell<Kept>| kept.try_borrow_mut().ok()?.start(command, original, job);
    // A thread that is ending keeps nothing any more.
    KEPT.try_with(start).ok().flatten()
}

/// What a thread keeps.
enum Kept {
    Nothing,
    /// A document was read by this program.
    Once(PathBuf),
    Server(ForkServer),
    /// Servers fail here, or with this program: none is tried again.
    Failed(PathBuf),
}

impl Kept {
    fn start(&mut self, command: &WorkerCommand, original: &File, job: &Job) -> Option<Running> {
        self.prepare(command);
        let Self::Server(server) = self else { return None };
        let forked = server.fork(original, job);
        if forked.is_err() {
            // One that had served may have been ended: the next begins anew.
            let has_served = server.forked > 0;
            let program = command.program().to_owned();
            *self = if has_served { Self::Once(program) } else { Self::Failed(program) };
        }
        forked.ok()
    }

    /// Begins a server with the second document, and another where one has served long.
    fn prepare(&mut self, command: &WorkerCommand) {
        let program = command.program();
        let begin = match self {
            Self::Once(before) => before.as_path() == program,
            Self::Server(server) if server.program == program => {
                if server.forked < MOST_FORKS {
                    return;
                }
                true
            }
            Self::Failed(before) if before.as_path() == program => return,
            Self::Nothing | Self::Server(_) | Self::Failed(_) => false,
        };
        *self = match begin.then(|| ForkServer::begin(command)) {
            Some(Ok(server)) => Self::Server(server),
            Some(Err(_)) => Self::Failed(program.to_owned()),
            None => Self::Once(program.to_owned()),
        };
    }
}

/// Forks of one server share its layout in memory, which a program that is started draws by lot. So it is drawn again now
/// and then.
const MOST_FORKS: u32 = 128;

/// How long a server may take to fork. It does nothing else, but the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(10);

/// A fork server that was started.
struct ForkServer {
    program: PathBuf,
    process: Child,
    socket: OwnedFd,
    forked: u32,
}

impl ForkServer {
    fn begin(command: &WorkerCommand) -> io::Result<Self> {
        let (socket, other) =
            socketpair(AddressFamily::UNIX, SocketType::SEQPACKET, SocketFlags::CLOEXEC, None)?;
        set_socket_timeout(&socket, Timeout::Recv, Some(PATIENCE))?;
        set_socket_timeout(&socket, Timeout::Send, Some(PATIENCE))?;
        let mut program = command.bare();
        let process =
            program.arg(ARGUMENT).stdin(other).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        Ok(Self { program: command.program().to_owned(), process, socket, forked: 0 })
    }

    fn fork(&mut self, original: &File, job: &Job) -> io::Result<Running> {
        let (stdout, output) = io::pipe()?;
        let (stderr, errors) = io::pipe()?;
        let (told, mut teller) = io::pipe()?;
        // A hundred bytes: a pipe holds them.
        teller.write_all(&job.to_bytes())?;
        drop(teller);
        self.send([original.as_fd(), output.as_fd(), errors.as_fd(), told.as_fd()])?;
        let mut number = [0; 4];
        let (said, _) = recv(&self.socket, &mut number, RecvFlags::empty())?;
        let pid =
            Pid::from_raw(i32::from_le_bytes(number)).filter(|pid| said == number.len() && !pid.is_init());
        let pid = pid.ok_or(io::ErrorKind::InvalidData)?;
        self.forked += 1;
        Ok(Running { process: Process::Forked(Forked::new(pid)), stdout, stderr })
    }

    fn send(&self, descriptors: [std::os::fd::BorrowedFd<'_>; DESCRIPTORS]) -> io::Result<()> {
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(DESCRIPTORS))];
        let mut control = SendAncillaryBuffer::new(&mut space);
        control.push(SendAncillaryMessage::ScmRights(&descriptors));
        // A server that has ended is an error, not a signal.
        sendmsg(&self.socket, &[IoSlice::new(&[1])], &mut control, SendFlags::NOSIGNAL)?;
        Ok(())
    }
}

impl Drop for ForkServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
