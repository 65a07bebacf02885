//! Both pipes watched by the thread that takes the messages: a thread for each of them would cost as much as many a
//! document takes to be read.

use super::{BUFFER, DIAGNOSTICS_BYTES, Patience, unread};
use crate::Limits;
use crate::lost::Lost;
use crate::wire::{self, Frame};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::io::{self, BufReader, PipeReader, Read};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

/// What a worker says on its standard output and error.
pub(crate) struct Words<'a> {
    limits: &'a Limits,
    pipes: BufReader<Pipes<'a>>,
}

impl<'a> Words<'a> {
    pub(crate) fn new(
        stdout: PipeReader,
        stderr: PipeReader,
        limits: &'a Limits,
        stop: Option<&'a AtomicBool>,
    ) -> Self {
        let patience = Patience::new(limits, stop);
        let pipes =
            Pipes { stdout, errors: Errors { pipe: Some(stderr), kept: Vec::new() }, patience, lost: None };
        Self { limits, pipes: BufReader::with_capacity(BUFFER, pipes) }
    }

    /// The next message, or how the worker is lost from which none comes.
    pub(crate) fn next(&mut self) -> Result<Frame, Lost> {
        match wire::read(&mut self.pipes, self.limits) {
            Ok(Some(frame)) => {
                self.pipes.get_mut().patience.heard();
                Ok(frame)
            }
            Ok(None) => Err(Lost::Ended),
            Err(error) => Err(self.pipes.get_mut().lost.take().unwrap_or_else(|| unread(&error))),
        }
    }

    /// The beginning of what a worker that has ended complained about.
    pub(crate) fn into_complaints(self) -> String {
        let mut errors = self.pipes.into_inner().errors;
        while errors.pipe.is_some() {
            errors.hear();
        }
        String::from_utf8_lossy(&errors.kept).into_owned()
    }
}

/// Both pipes. To read is to read standard output, with patience.
struct Pipes<'a> {
    stdout: PipeReader,
    errors: Errors,
    patience: Patience<'a>,
    /// Why reading failed, where that was for want of patience.
    lost: Option<Lost>,
}

impl Read for Pipes<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.patience.left() {
                Ok(left) => {
                    if self.is_ready(left)? {
                        return self.stdout.read(buffer);
                    }
                }
                Err(lost) => {
                    self.lost = Some(lost);
                    return Err(io::ErrorKind::TimedOut.into());
                }
            }
        }
    }
}

impl Pipes<'_> {
    /// Waits until there is something to read, for `most` at most; whether it is on standard output. What is on the other
    /// is read, so that the worker never blocks.
    fn is_ready(&mut self, most: Duration) -> io::Result<bool> {
        let asked = Instant::now();
        let [stdout, stderr] = {
            let (output, errors) = (&self.stdout, self.errors.pipe.as_ref());
            let mut watched = vec![PollFd::new(output, PollFlags::IN)];
            watched.extend(errors.map(|errors| PollFd::new(errors, PollFlags::IN)));
            rustix::io::retry_on_intr(|| poll(&mut watched, Timespec::try_from(most).ok().as_ref()))?;
            let is_ready = |at: usize| watched.get(at).is_some_and(|pipe| !pipe.revents().is_empty());
            [is_ready(0), is_ready(1)]
        };
        self.patience.waited(asked.elapsed());
        if stderr {
            self.errors.hear();
        }
        Ok(stdout)
    }
}

/// Standard error, of which the beginning is kept.
struct Errors {
    /// None once it is closed.
    pipe: Option<PipeReader>,
    kept: Vec<u8>,
}

impl Errors {
    /// Reads what is there, or waits for it.
    fn hear(&mut self) {
        let Some(pipe) = &mut self.pipe else { return };
        let mut bytes = [0; 4 << 10];
        match pipe.read(&mut bytes) {
            Ok(0) => self.pipe = None,
            Ok(read) => {
                let room = DIAGNOSTICS_BYTES.saturating_sub(self.kept.len());
                self.kept.extend(bytes.iter().take(read.min(room)));
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => self.pipe = None,
        }
    }
}
