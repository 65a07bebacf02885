//! A program of another's making, run on a picture and held to limits.

use super::bitmap::Bitmap;
use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// What a run of a program may cost.
#[derive(Debug, Clone, Copy)]
pub(super) struct Allowance {
    /// How long it may run.
    pub time: Duration,
    /// Bytes of its standard output.
    pub output: u64,
}

/// Why there is no answer of a program.
#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    #[error("tesseract could not be started: {0}")]
    NotStarted(io::Error),
    #[error("tesseract took more than {} s", .0.as_secs())]
    Slow(Duration),
    #[error("tesseract gave an answer that makes no sense")]
    Nonsense,
    #[error("tesseract failed")]
    Failed,
    #[error("reading was stopped")]
    Stopped,
}

/// Runs `command` with `picture`, if there is one, as its standard input; what it wrote to its standard output. Whatever
/// happens, it does not run any more afterwards, and neither does what it started.
pub(super) fn run(
    command: &mut Command,
    picture: Option<&Bitmap>,
    allowance: Allowance,
    stop: &AtomicBool,
) -> Result<Vec<u8>, Fault> {
    apart(command).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(Fault::NotStarted)?;
    hold(&child, allowance.time);
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let too_much = AtomicBool::new(false);
    thread::scope(|scope| {
        // It may end, or be ended, before it has read all.
        scope.spawn(move || picture.zip(stdin).map(|(picture, stdin)| write(picture, stdin)));
        let output =
            scope.spawn(|| stdout.map_or(Ok(Vec::new()), |from| read(from, allowance.output, &too_much)));
        let status = wait(&mut child, allowance.time, &[stop, &too_much]);
        end(&mut child);
        let output = output.join();
        match status {
            _ if stop.load(Ordering::Relaxed) => Err(Fault::Stopped),
            _ if too_much.load(Ordering::Relaxed) => Err(Fault::Nonsense),
            Ok(Some(status)) if status.success() => output.ok().and_then(Result::ok).ok_or(Fault::Failed),
            Ok(None) => Err(Fault::Slow(allowance.time)),
            Ok(Some(_)) | Err(_) => Err(Fault::Failed),
        }
    })
}

fn write(picture: &Bitmap, mut to: impl Write) -> io::Result<()> {
    to.write_all(picture.pgm_header().as_bytes())?;
    to.write_all(&picture.grey)
}

fn read(mut from: impl Read, most: u64, too_much: &AtomicBool) -> io::Result<Vec<u8>> {
    let mut output = Vec::new();
    from.by_ref().take(most + 1).read_to_end(&mut output)?;
    if output.len() as u64 > most {
        too_much.store(true, Ordering::Relaxed);
    }
    Ok(output)
}

/// How often it is looked whether a program has ended: a page takes a second and more.
const GLANCE: Duration = Duration::from_millis(10);

/// The status with which it ended, or nothing if it had not when its time was up or one of `signs` was set.
fn wait(child: &mut Child, time: Duration, signs: &[&AtomicBool]) -> io::Result<Option<ExitStatus>> {
    let began = Instant::now();
    while began.elapsed() < time && !signs.iter().any(|sign| sign.load(Ordering::Relaxed)) {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        thread::sleep(GLANCE);
    }
    Ok(None)
}

/// In a group of its own, so that what it starts can be ended with it.
#[cfg(unix)]
fn apart(command: &mut Command) -> &mut Command {
    use std::os::unix::process::CommandExt;
    command.process_group(0)
}

#[cfg(windows)]
fn apart(command: &mut Command) -> &mut Command {
    use std::os::windows::process::CommandExt;
    /// No console window opens (Windows API, process creation flags).
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW)
}

/// Lets others go first, and where it can be had, ends the program when its time is up though nobody is there to do so.
#[cfg(unix)]
fn hold(child: &Child, time: Duration) {
    let Some(pid) = pid(child) else { return };
    // Reading is slower or no slower without either.
    let _ = rustix::process::setpriority_process(Some(pid), 10);
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Resource, Rlimit, prlimit};
        let seconds = Some(time.as_secs() + 1);
        let _ = prlimit(Some(pid), Resource::Cpu, Rlimit { current: seconds, maximum: seconds });
    }
    #[cfg(not(target_os = "linux"))]
    let _ = time;
}

#[cfg(not(unix))]
fn hold(_child: &Child, _time: Duration) {}

#[cfg(unix)]
fn pid(child: &Child) -> Option<rustix::process::Pid> {
    i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw)
}

fn end(child: &mut Child) {
    // None of this can fail in a way that leaves something to do: it has ended, or it ends.
    #[cfg(unix)]
    if let Some(pid) = pid(child) {
        let _ = rustix::process::kill_process_group(pid, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}
