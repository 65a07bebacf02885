//! How a command ends that did not do what it was asked.

use std::{io::Write, process::ExitCode};

use proof_api::{ErrorCode, WireError};

/// An error in words, and the exit code that goes with it.
#[derive(Debug)]
pub struct Failure {
    message: String,
    hint: String,
    code: u8,
}

impl Failure {
    /// The command was used wrongly.
    pub fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into(), code: 2 }
    }

    /// The library cannot do what was asked of it.
    pub fn of_library(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into(), code: 1 }
    }

    /// Says it on standard error.
    pub fn report(&self) -> ExitCode {
        if self.message.is_empty() {
            return ExitCode::from(self.code);
        }
        let mut stderr = std::io::stderr().lock();
        // Where standard error is closed there is nobody to tell.
        writeln!(stderr, "error: {}", self.message).ok();
        for line in self.hint.lines() {
            writeln!(stderr, "  {line}").ok();
        }
        ExitCode::from(self.code)
    }
}

impl From<WireError> for Failure {
    fn from(error: WireError) -> Self {
        let code = match error.code {
            ErrorCode::BadDate | ErrorCode::BadQuery | ErrorCode::BadValue | ErrorCode::NoLibrary => 2,
            _ => 1,
        };
        let hint = match &error.plain {
            Some(plain) => format!("As plain words it would be: {plain}"),
            None => error.hint,
        };
        Self { message: error.message, hint, code }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            // Whoever read the output has seen enough: `proofline timeline | head`.
            return Self { message: String::new(), hint: String::new(), code: 0 };
        }
        Self { message: format!("the output could not be written: {error}"), hint: String::new(), code: 1 }
    }
}
