//! A program that is started once and forks a worker for each document.
//!
//! What a fresh process costs is mostly the linking of a program of 30 MB, which each document would pay anew: more than
//! most documents take to be read. So a thread that has one document after another read keeps a fork server: the same
//! program, started and linked, which has given up all paths and waits on a socket. It is sent descriptors and nothing
//! else: the document, two pipes to answer by, and one from which to read the job. It forks without looking at any of
//! them, so that whatever a document holds, it is in no process but its own worker's; the fork takes the descriptors for
//! its standard ones, which closes the socket to it, and then does all that a worker does that was started anew.
//!
//! The fork is made with the server's parent as its parent (`CLONE_PARENT`, clone(2)): the program that wants the document
//! read ends it and waits for it as for any other, learns its exit status and what it used, and takes it along when it ends.
//! A server serves the thread that started it, one document at a time, and ends with that thread. Where anything about it
//! fails, the worker is started anew instead.

mod client;
mod kernel;
mod server;

pub(super) use client::start;
pub(super) use kernel::Forked;
pub(crate) use server::serve;

/// What makes a worker's program a fork server, in the place of a job.
pub(crate) const ARGUMENT: &str = "fork-server";

/// Descriptors that come with one message: the document, standard output, standard error, the job.
const DESCRIPTORS: usize = 4;
