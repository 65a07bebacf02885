//! What comes of reading one document.

use crate::{InnerKind, Scan};
use proof_model::{Outcome, Page};
use std::time::Duration;

/// What came of reading one document: always an outcome, and with it whatever could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extraction {
    /// How it ended. `Partial` whenever something went wrong after the first page, so that the pages can be read.
    pub outcome: Outcome,
    /// Why it is not `Ok`, in words for the user.
    pub reason: Option<String>,
    /// IANA media type, by the bytes; by the name only where the bytes do not tell.
    pub media_type: String,
    /// The pages that were read, numbered from 1 without gaps.
    pub pages: Vec<Page>,
    /// What the file claims about itself: lower-case keys, of which one may occur more than once. Dates are ISO 8601
    /// where they could be read. Documents: `title`, `author`, `subject`, `description`, `keywords`, `category`,
    /// `created`, `modified`, `printed`, `last-modified-by`, `revision`, `company`, `manager`, `application`,
    /// `application-version`, `template`, `editing-time` (ISO 8601 duration); PDF also `creator`, `producer`,
    /// `pdf-version`, `encrypted` (`yes` or `no`). E-mail: `from`, `to`, `cc`, `bcc`, `date`, `subject`, `message-id`,
    /// `in-reply-to`, `references`, `sender`, `reply-to`, `return-path`, `x-mailer`, `user-agent`, `list-id`, and the first and the
    /// last hop as `received-first`, `received-last`. Pictures: `width` and `height` in pixels, `make`, `model`,
    /// `software`, `artist`, `copyright`, `taken`, `latitude` and `longitude` in degrees, `orientation`.
    /// Saved web pages: `url`.
    pub metadata: Vec<(String, String)>,
    /// The pages that are pictures, in their order: with what a machine read on them, or why none did. Where there are
    /// unread ones, or ones of which the machine was not at all sure, the outcome is `Partial` and the reason says so.
    pub scans: Vec<Scan>,
    /// Files inside the file that came whole, each to be read as a document of its own. Empty where they were passed on
    /// as they came.
    pub attachments: Vec<Attachment>,
    /// What reading it cost.
    pub usage: Usage,
    /// What the worker wrote to its standard error, cut at 16 KiB: for a bug report, not for the user.
    pub diagnostics: String,
}

/// A file inside a file, as its container names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The name that the container gives it: data to show, never a path to write to.
    pub name: String,
    /// The media type that the container claims.
    pub media_type: String,
    /// In what way it lies in the file.
    pub kind: InnerKind,
    /// Its content, decoded.
    pub bytes: Vec<u8>,
}

/// What a worker used, as far as the system tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Usage {
    /// Processor time, user and system together.
    pub processor: Duration,
    /// Largest resident memory in bytes.
    pub peak_memory: u64,
    /// Pages received.
    pub pages: u32,
}
