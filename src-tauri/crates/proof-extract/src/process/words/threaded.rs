//! A thread for each pipe, where a system cannot wait for two of them at once.

use super::{BUFFER, DIAGNOSTICS_BYTES, Patience, unread};
use crate::Limits;
use crate::lost::Lost;
use crate::wire::{self, Frame};
use std::io::{self, BufReader, PipeReader, Read};
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Instant;

/// What a worker says on its standard output and error.
pub(crate) struct Words<'a> {
    patience: Patience<'a>,
    batches: Receiver<Batch>,
    batch: std::vec::IntoIter<io::Result<Frame>>,
    complaints: JoinHandle<String>,
}

impl<'a> Words<'a> {
    pub(crate) fn new(
        stdout: PipeReader,
        stderr: PipeReader,
        limits: &'a Limits,
        stop: Option<&'a AtomicBool>,
    ) -> Self {
        Self {
            patience: Patience::new(limits, stop),
            batches: listen(stdout, limits.clone()),
            batch: Vec::new().into_iter(),
            complaints: keep_beginning(stderr),
        }
    }

    /// The next message, or how the worker is lost from which none comes.
    pub(crate) fn next(&mut self) -> Result<Frame, Lost> {
        loop {
            if let Some(frame) = self.batch.next() {
                return frame.map_err(|error| unread(&error));
            }
            let left = self.patience.left()?;
            let asked = Instant::now();
            let heard = self.batches.recv_timeout(left);
            self.patience.waited(asked.elapsed());
            match heard {
                Ok(batch) => {
                    self.patience.heard();
                    self.batch = batch.into_iter();
                }
                // Whether anything ran out is seen at the beginning.
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(Lost::Ended),
            }
        }
    }

    /// The beginning of what a worker that has ended complained about.
    pub(crate) fn into_complaints(self) -> String {
        self.complaints.join().unwrap_or_default()
    }
}

/// Messages that came together, the last of them perhaps a fault.
type Batch = Vec<io::Result<Frame>>;

/// Messages that are handed over at once, at most: a hundred thousand small ones one by one would wake the other thread
/// as often. What takes more than the buffer is handed over alone.
const BATCH: usize = 256;

/// Reads messages on a thread of its own, so that silence can be noticed. The thread ends with the pipe.
fn listen(stdout: PipeReader, limits: Limits) -> Receiver<Batch> {
    let (sender, receiver) = sync_channel(4);
    thread::spawn(move || {
        let mut stdout = BufReader::with_capacity(BUFFER, stdout);
        let mut batch = Vec::new();
        while let Some(frame) = wire::read(&mut stdout, &limits).transpose() {
            let is_last = frame.is_err();
            batch.push(frame);
            if is_last {
                break;
            }
            let is_full = batch.len() >= BATCH || stdout.buffer().is_empty();
            if is_full && sender.send(std::mem::take(&mut batch)).is_err() {
                return;
            }
        }
        // The other side may have gone.
        let _ = sender.send(batch);
    });
    receiver
}

/// Keeps the beginning of what the worker complains about and reads the rest away, so that it never blocks.
fn keep_beginning(mut stderr: PipeReader) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut kept = Vec::new();
        let _ = stderr.by_ref().take(DIAGNOSTICS_BYTES as u64).read_to_end(&mut kept);
        let _ = io::copy(&mut stderr, &mut io::sink());
        String::from_utf8_lossy(&kept).into_owned()
    })
}
