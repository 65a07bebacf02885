//! Verifications, their report, and heads of the ledger.

use std::{
    path::Path,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use proof_library::{Changed, Head, Library, Part, Problem, Verification, VerifyWatcher, read_head};

use crate::{
    ErrorCode, Host, Message, Session, WireError,
    args::{FileArgs, Nothing, VerifyArgs},
    session::Verified,
    verify_view, view, wire,
};

/// How often a window hears of a verification at most: more cannot be seen.
const PACE: Duration = Duration::from_millis(100);

/// Checks originals, quotes, ledger, index and database.
///
/// # Errors
/// Where the library cannot be read at all, or the head that is given is none.
pub fn verify(session: &Session, args: VerifyArgs) -> Result<wire::VerifyReport, WireError> {
    verify_with(session, &args, &())
}

/// As [`verify`], for whoever follows it. One that is cancelled gives what it found until then.
///
/// # Errors
/// Where the library cannot be read at all, or the head that is given is none.
pub fn verify_with(
    session: &Session,
    args: &VerifyArgs,
    watcher: &dyn VerifyWatcher,
) -> Result<wire::VerifyReport, WireError> {
    let library = session.library()?;
    let (found, changed) = library.verify(head_given(args)?.as_ref(), watcher)?;
    let report = verify_view::report(&found);
    keep(session.verified(), &library, found);
    if let Some(changed) = changed {
        session.announce(&library, &changed)?;
    }
    Ok(report)
}

/// Starts a verification; progress arrives as messages.
///
/// # Errors
/// Where one is running, or the head that is given is none.
pub fn verify_start(session: &Session, args: VerifyArgs) -> Result<Nothing, WireError> {
    let (library, head) = (session.library()?, head_given(&args)?);
    let cancel = session.verifying().begin("a verification")?;
    let (host, verified) = (session.host(), session.verified().clone());
    thread::spawn(move || run(&library, head.as_ref(), &*host, cancel, &verified));
    Ok(Nothing {})
}

/// Stops the running verification. What it found until then arrives as its last message.
///
/// # Errors
/// Never.
pub fn verify_cancel(session: &Session, _: Nothing) -> Result<Nothing, WireError> {
    session.verifying().cancel();
    Ok(Nothing {})
}

/// Writes the report of the last verification, for a reader who has no Proofline.
///
/// # Errors
/// Where there was none since the library was opened, or the file cannot be written.
pub fn verify_write(session: &Session, args: FileArgs) -> Result<Nothing, WireError> {
    let library = session.library()?;
    let verified = session.verified().lock().unwrap_or_else(PoisonError::into_inner).clone();
    let of_this = verified.filter(|(folder, _)| folder == library.path());
    let Some((_, found)) = of_this else {
        let message = "this library was not verified since it was opened, so there is nothing to report";
        return Err(WireError::new(ErrorCode::BadValue, message, "Verify it, then write the report."));
    };
    library.write_report(&found, Path::new(&args.path))?;
    Ok(Nothing {})
}

/// The head of the ledger.
///
/// # Errors
/// Where the library cannot be read.
pub fn head_show(session: &Session, _: Nothing) -> Result<wire::HeadRow, WireError> {
    Ok(verify_view::head(&session.library()?.head()?))
}

/// Writes the head of the ledger to a file, to be kept elsewhere.
///
/// # Errors
/// Where the file cannot be written.
pub fn head_write(session: &Session, args: FileArgs) -> Result<wire::HeadRow, WireError> {
    Ok(verify_view::head(&session.library()?.write_head(Path::new(&args.path))?))
}

/// Holds the ledger against a head that was written out earlier.
///
/// # Errors
/// Where the file is no such head.
pub fn head_check(session: &Session, args: FileArgs) -> Result<wire::HeadCheck, WireError> {
    let library = session.library()?;
    Ok(verify_view::head_check(&library.check_head(&read_head(Path::new(&args.path))?)?))
}

fn head_given(args: &VerifyArgs) -> Result<Option<Head>, WireError> {
    Ok(args.head.as_deref().map(|path| read_head(Path::new(path))).transpose()?)
}

fn keep(verified: &Verified, library: &Library, found: Verification) {
    *verified.lock().unwrap_or_else(PoisonError::into_inner) = Some((library.path().to_owned(), found));
}

fn run(
    library: &Library,
    head: Option<&Head>,
    host: &dyn Host,
    cancel: Arc<AtomicBool>,
    verified: &Verified,
) {
    let window = Window { host, cancel: &cancel, state: Mutex::new(State::new()) };
    let outcome = library.verify(head, &window);
    let mut last = window.state.into_inner().unwrap_or_else(PoisonError::into_inner).progress;
    // It is over: whoever hears the last message may start another.
    drop(cancel);
    let mut changed: Option<Changed> = None;
    match outcome {
        Ok((found, act)) => {
            last.report = Some(verify_view::report(&found));
            changed = act;
            keep(verified, library, found);
        }
        Err(error) => last.error = Some(WireError::from(error).message),
    }
    host.send(Message::Verify(last));
    if let (Some(changed), Ok(library)) = (changed, view::library_info(library)) {
        host.send(Message::Changed { changed: view::changed(&changed), library });
    }
}

/// Sends progress to a window at a pace that can be seen.
struct Window<'a> {
    host: &'a dyn Host,
    cancel: &'a AtomicBool,
    state: Mutex<State>,
}

/// What the next message holds, and when the last one went.
struct State {
    progress: wire::VerifyProgress,
    sent: Option<Instant>,
}

impl State {
    const fn new() -> Self {
        let progress = wire::VerifyProgress {
            part: String::new(),
            done: 0,
            total: 0,
            found: Vec::new(),
            report: None,
            error: None,
        };
        Self { progress, sent: None }
    }
}

impl Window<'_> {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl VerifyWatcher for Window<'_> {
    fn reached(&self, part: Part, done: u64, total: u64) {
        let mut state = self.state();
        let progress = &mut state.progress;
        // Threads tell of what they did in any order: of one part, what is done never becomes less.
        let same_part = progress.part == part.as_str();
        progress.done = if same_part { progress.done.max(done) } else { done };
        progress.total = total;
        part.as_str().clone_into(&mut progress.part);
        if !same_part || state.sent.is_none_or(|sent| sent.elapsed() >= PACE) {
            self.host.send(Message::Verify(state.progress.clone()));
            state.progress.found.clear();
            state.sent = Some(Instant::now());
        }
    }

    fn found(&self, problem: &Problem) {
        self.state().progress.found.push(verify_view::finding(problem));
    }

    fn cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }
}
