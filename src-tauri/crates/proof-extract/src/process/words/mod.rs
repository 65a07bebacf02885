//! What a worker says, taken message by message without losing sight of the time.

#[cfg(unix)]
mod polled;
#[cfg(not(unix))]
mod threaded;

#[cfg(unix)]
pub(crate) use polled::Words;
#[cfg(not(unix))]
pub(crate) use threaded::Words;

use crate::Limits;
use crate::lost::Lost;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Bytes of messages that are read at once, at most.
const BUFFER: usize = 64 << 10;

/// Bytes of what a worker complains about that are kept.
const DIAGNOSTICS_BYTES: usize = 16 << 10;

/// How often it is looked whether to stop, while a worker says nothing.
const LOOK: Duration = Duration::from_millis(100);

/// How long a worker may still be waited for.
struct Patience<'a> {
    limits: &'a Limits,
    stop: Option<&'a AtomicBool>,
    /// In all. What is done on this side meanwhile, be it reading a picture for a minute, is not the worker's time.
    waited: Duration,
    /// Since its last message.
    quiet: Duration,
}

impl<'a> Patience<'a> {
    fn new(limits: &'a Limits, stop: Option<&'a AtomicBool>) -> Self {
        Self { limits, stop, waited: Duration::ZERO, quiet: Duration::ZERO }
    }

    /// How long to wait until this is asked again, or how the worker is lost.
    fn left(&self) -> Result<Duration, Lost> {
        let left = self.limits.longest.saturating_sub(self.waited);
        if left.is_zero() {
            return Err(Lost::Endless(self.limits.longest));
        }
        let patience = self.limits.silence.saturating_sub(self.quiet);
        if patience.is_zero() {
            return Err(Lost::Silent(self.limits.silence));
        }
        if self.stop.is_some_and(|stop| stop.load(Ordering::Relaxed)) {
            return Err(Lost::Stopped);
        }
        let look = if self.stop.is_some() { LOOK } else { patience };
        Ok(look.min(patience).min(left))
    }

    fn waited(&mut self, time: Duration) {
        self.waited += time;
        self.quiet += time;
    }

    fn heard(&mut self) {
        self.quiet = Duration::ZERO;
    }
}

/// How a worker is lost whose message cannot be read.
fn unread(error: &io::Error) -> Lost {
    if error.kind() == io::ErrorKind::UnexpectedEof { Lost::Ended } else { Lost::Malformed }
}
