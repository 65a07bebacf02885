//! How a worker is lost, and what that means for what it was reading.

use crate::Limits;
use crate::output::Ending;
use proof_model::Outcome;
use std::io;
use std::time::Duration;

/// How a worker was lost before it said how reading ended.
#[derive(Debug)]
pub(crate) enum Lost {
    /// It could not be started.
    NotStarted(io::Error),
    /// It ended without a word.
    Ended,
    /// It said nothing for this long.
    Silent(Duration),
    /// It said what no honest worker says: nothing of what it said is kept.
    Malformed,
    /// It lived for this long and was not done.
    Endless(Duration),
    /// Its stack was not deep enough.
    StackOverflow,
    /// It needed more memory than it may have.
    OutOfMemory,
    /// Nobody wanted to know any more.
    Stopped,
    /// It used more processor time than it may have.
    OutOfProcessorTime,
    /// It was stopped because whoever takes the files inside wanted no more, for this reason.
    Refused(String),
}

impl Lost {
    /// The end that this is for a file of which nothing had been read.
    pub(crate) fn ending(self, limits: &Limits) -> Ending {
        let (outcome, reason) = match self {
            Self::NotStarted(error) => (
                Outcome::Crash,
                format!("the reader could not be started: {error}; check Proofline's installation"),
            ),
            Self::Malformed => {
                let reason = "the reader gave an answer that makes no sense; nothing of it was kept";
                (Outcome::Crash, reason.to_owned())
            }
            Self::Stopped => (Outcome::Crash, "reading it was stopped".to_owned()),
            Self::Ended => (Outcome::Crash, "the reader failed".to_owned()),
            Self::Silent(silence) => (
                Outcome::Timeout,
                format!("the reader made no progress for {} s and was stopped", silence.as_secs()),
            ),
            Self::Endless(longest) => (
                Outcome::Timeout,
                format!("the reader was not done in {} min and was stopped", longest.as_secs() / 60),
            ),
            Self::StackOverflow => {
                (Outcome::Crash, "the reader failed on parts nested too deeply".to_owned())
            }
            Self::OutOfMemory => {
                (Outcome::Limit, format!("reading it takes more than {} MB of memory", limits.memory >> 20))
            }
            Self::OutOfProcessorTime => {
                (Outcome::Limit, format!("reading it takes more than {} s", limits.processor.as_secs()))
            }
            Self::Refused(reason) => (Outcome::Limit, reason),
        };
        Ending::because(outcome, reason)
    }
}
