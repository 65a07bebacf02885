//! The worker's side: one process, one document.

use crate::format::container;
use crate::input::Input;
use crate::output::{Ending, Output, Reading, Stop};
use crate::table::TableOutput;
use crate::wire::{self, End, Frame};
use crate::{Limits, confine, format, media};
use proof_model::Outcome;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};
use std::process::exit;
use std::thread;

/// What the parent tells the worker, as the argument after [`WORKER_ARGUMENT`].
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Job {
    /// What is wanted.
    pub task: Task,
    /// The end of the file's name after the last dot: all of the name that a reader may need, and no more, because
    /// other users of the machine can see a process's arguments.
    pub extension: String,
    /// What the worker holds itself to; the parent checks again.
    pub limits: Limits,
}

/// What a worker is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Task {
    /// Pages, claims and attachments.
    Document,
    /// Sheets of rows.
    Table,
    /// A page to look at.
    Portrayal,
}

/// The hidden first argument that makes a program a worker.
pub(crate) const WORKER_ARGUMENT: &str = "extract-worker";

/// Serves one document and never returns, if the process was started as a worker; else returns at once.
///
/// To be called first thing in `main` of every program that extracts.
pub fn serve_if_worker() {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() != Some(WORKER_ARGUMENT) {
        return;
    }
    let code = match arguments.next().and_then(|argument| Job::from_argument(&argument)) {
        Some(job) => serve(job),
        None => 2,
    };
    exit(code)
}

impl Job {
    /// As one argument: hexadecimal, so that every system passes it on unchanged.
    pub(crate) fn to_argument(&self) -> String {
        let bytes = postcard::to_stdvec(self).unwrap_or_default();
        bytes
            .iter()
            .flat_map(|byte| [byte >> 4, byte & 15])
            .filter_map(|digit| char::from_digit(digit.into(), 16))
            .collect()
    }

    /// A name that ends as the file's does.
    fn name(&self) -> String {
        format!("x.{}", self.extension)
    }

    fn from_argument(argument: &str) -> Option<Self> {
        let digits = argument.as_bytes().chunks(2);
        let bytes: Option<Vec<u8>> =
            digits.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect();
        postcard::from_bytes(&bytes?).ok()
    }
}

/// Room for readers that recurse: a limit on depth stops them long before.
const STACK_BYTES: usize = 64 << 20;

fn serve(job: Job) -> i32 {
    let Ok(mut input) = Input::given() else {
        return 3;
    };
    let reader = thread::Builder::new().stack_size(STACK_BYTES).spawn(move || {
        if confine::confine(&job.limits).is_err() {
            return None;
        }
        // What is buffered is sent when it is dropped, and so before the end.
        let mut stdout = io::BufWriter::with_capacity(64 << 10, io::stdout().lock());
        match job.task {
            Task::Document => {
                let mut output = Output::new(&mut stdout, &job.limits);
                let reading = read_document(&mut input, &job, &mut output);
                finish(reading, output.pages())
            }
            Task::Table => finish(read_table(&mut input, &mut TableOutput::new(&mut stdout, &job.limits)), 0),
            Task::Portrayal => finish(portray(&mut input, &job, &mut stdout), 0),
        }
    });
    let end = match reader.map(thread::JoinHandle::join) {
        Ok(Ok(Some(ending))) => ending,
        Ok(Err(_)) => Ending::because(Outcome::Crash, "the reader failed"),
        Ok(Ok(None)) | Err(_) => return 4,
    };
    send_end(end)
}

fn read_document(input: &mut Input, job: &Job, output: &mut Output<'_>) -> Reading {
    if input.length() == 0 {
        output.start("application/x-empty", None)?;
        return Ok(empty());
    }
    let name = job.name();
    let supposed = container::recognise(input, &name)?;
    if container::is_container(supposed) {
        output.start(supposed, None)?;
        return container::read(supposed, input, output);
    }
    let whole = input.whole(&job.limits)?;
    // What is in a package tells more than its bytes.
    let is_told = container::is_package(supposed);
    let media_type = if is_told { supposed } else { media::media_type(&whole, &name) };
    output.start(media_type, None)?;
    format::read(media_type, &whole, output)
}

fn portray(input: &mut Input, job: &Job, to: &mut dyn Write) -> Reading {
    if input.length() == 0 {
        return Ok(empty());
    }
    let whole = input.whole(&job.limits)?;
    let media_type = media::media_type(&whole, &job.name());
    let Some(portrayal) = format::portray::portray(media_type, &whole, job.limits.portrayal_bytes)? else {
        let reason = "only web pages and e-mail messages are drawn in this way";
        return Ok(Ending::because(Outcome::Unsupported, reason));
    };
    wire::write(to, &Frame::Portrayal(portrayal))?;
    Ok(Ending::OK)
}

fn read_table(input: &mut Input, output: &mut TableOutput<'_>) -> Reading {
    if input.length() == 0 {
        return Ok(empty());
    }
    format::table::read(&input.whole(output.limits())?, output)
}

fn empty() -> Ending {
    Ending::because(Outcome::Unsupported, "the file is empty")
}

fn finish(reading: Reading, pages: u32) -> Option<Ending> {
    match reading {
        Ok(ending) => Some(ending),
        Err(Stop::Limit(limit)) if pages > 0 => {
            let reason = format!("{limit}; what comes after page {pages} was left out");
            Some(Ending::because(Outcome::Partial, reason))
        }
        Err(Stop::Limit(limit)) => Some(Ending::because(Outcome::Limit, limit)),
        Err(Stop::Malformed(fault)) => Some(Ending::because(Outcome::Unsupported, fault)),
        Err(Stop::Gone(_)) => None,
    }
}

fn send_end(ending: Ending) -> i32 {
    let end = End { outcome: ending.outcome, reason: ending.reason, peak_memory: peak_memory() };
    let mut stdout = io::stdout().lock();
    match wire::write(&mut stdout, &Frame::End(end)).and_then(|()| stdout.flush()) {
        Ok(()) => 0,
        Err(_) => 5,
    }
}

/// Largest resident memory in bytes. What the parent learns from waiting can be the parent's own: Linux carries that
/// maximum over when a process starts another program.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_survives_the_command_line() {
        let job = Job { task: Task::Table, extension: "eml".into(), limits: Limits::default() };
        let back = Job::from_argument(&job.to_argument()).unwrap();
        assert_eq!((back.task, back.extension.as_str()), (Task::Table, "eml"));
        assert_eq!(back.limits.pages, job.limits.pages);
    }

    #[test]
    fn an_argument_that_is_no_job_is_refused() {
        for argument in ["", "zz", "0", "ffffffff", "é"] {
            assert!(Job::from_argument(argument).is_none(), "{argument}");
        }
    }
}
