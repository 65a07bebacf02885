//! Where readers put what they find, on the worker's side.

use crate::wire::{self, Claim, Frame, Start, WireAttachment, WirePage};
use crate::{Limits, text};
use proof_model::Outcome;
use std::io::{self, Write};

/// How a reader ended: an outcome, and why it is not `Ok`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ending {
    pub outcome: Outcome,
    pub reason: Option<String>,
}

impl Ending {
    /// Everything was read.
    pub(crate) const OK: Self = Self { outcome: Outcome::Ok, reason: None };

    /// Some other end, with its reason in words for the user.
    pub(crate) fn because(outcome: Outcome, reason: impl Into<String>) -> Self {
        Self { outcome, reason: Some(reason.into()) }
    }

    /// An end as a worker says it, if its reason is one line that can be shown.
    pub(crate) fn checked(outcome: Outcome, untrusted_reason: Option<String>) -> Option<Self> {
        let shown = |reason: &str| reason.len() <= 1_000 && text::is_one_line(reason);
        let fits = untrusted_reason.as_deref().is_none_or(shown);
        fits.then_some(Self { outcome, reason: untrusted_reason })
    }
}

/// Why a reader must stop before its end.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Stop {
    /// More than the limits allow: names the limit.
    #[error("{0}")]
    Limit(String),
    /// What stands there is no table that could be read: names the place.
    #[error("{0}")]
    Malformed(String),
    /// The other side has gone.
    #[error(transparent)]
    Gone(#[from] io::Error),
}

/// What a reader returns: how it ended, or why it was stopped.
pub(crate) type Reading = Result<Ending, Stop>;

/// Where readers put pages, claims and attachments. Cleans the text, counts against the limits, sends.
pub(crate) struct Output<'a> {
    to: &'a mut dyn Write,
    limits: &'a Limits,
    pages: u32,
    text_bytes: u64,
    claims: u32,
    attachments: u32,
    attachment_bytes: u64,
}

impl<'a> Output<'a> {
    /// An output that sends to `to`.
    pub(crate) fn new(to: &'a mut dyn Write, limits: &'a Limits) -> Self {
        Self { to, limits, pages: 0, text_bytes: 0, claims: 0, attachments: 0, attachment_bytes: 0 }
    }

    /// Says what kind of file it is and, if known, how many pages it will have. May be said again as more is known.
    pub(crate) fn start(&mut self, media_type: &str, pages: Option<u32>) -> Result<(), Stop> {
        self.send(&Frame::Start(Start { media_type: media_type.to_owned(), pages }))
    }

    /// Says that work goes on.
    pub(crate) fn progress(&mut self) -> Result<(), Stop> {
        self.send(&Frame::Progress)
    }

    /// How many pages have been sent.
    pub(crate) const fn pages(&self) -> u32 {
        self.pages
    }

    /// What it counts against.
    pub(crate) const fn limits(&self) -> &Limits {
        self.limits
    }

    /// Whether any page that has been sent says anything.
    pub(crate) const fn has_text(&self) -> bool {
        self.text_bytes > 0
    }

    /// One claim of the file about itself. Blank ones are dropped, long ones cut.
    pub(crate) fn claim(&mut self, key: &str, value: &str) -> Result<(), Stop> {
        let value = text::one_line(value, MAX_CLAIM_CHARS);
        if value.is_empty() || self.claims >= self.limits.metadata {
            return Ok(());
        }
        self.claims += 1;
        self.send(&Frame::Metadata(Claim { key: key.to_owned(), value }))
    }

    /// The next page.
    pub(crate) fn page(&mut self, label: Option<&str>, raw: &str) -> Result<(), Stop> {
        if self.pages >= self.limits.pages {
            return Err(Stop::Limit(format!("it has more than {} pages", self.limits.pages)));
        }
        let text = text::clean(raw);
        self.text_bytes += text.len() as u64;
        if text.len() > self.limits.page_bytes as usize || self.text_bytes > self.limits.text_bytes {
            return Err(Stop::Limit("it holds more text than Proofline reads from one file".into()));
        }
        self.pages += 1;
        let label = label.map(|label| text::one_line(label, 64)).filter(|label| !label.is_empty());
        self.send(&Frame::Page(WirePage { number: self.pages, label, text }))
    }

    /// A file inside the file.
    pub(crate) fn attachment(&mut self, name: &str, media_type: &str, bytes: &[u8]) -> Result<(), Stop> {
        self.attachments += 1;
        self.attachment_bytes += bytes.len() as u64;
        if self.attachments > self.limits.attachments || self.attachment_bytes > self.limits.attachment_bytes
        {
            return Err(Stop::Limit(
                "it has more or larger attachments than Proofline reads from one file".into(),
            ));
        }
        self.send(&Frame::Attachment(WireAttachment {
            name: text::one_line(name, 255),
            media_type: text::one_line(media_type, 127),
            bytes: bytes.to_vec(),
        }))
    }

    fn send(&mut self, frame: &Frame) -> Result<(), Stop> {
        Ok(wire::write(self.to, frame)?)
    }
}

/// Room for the longest recipient lists; a claim is shown on a few lines at most.
const MAX_CLAIM_CHARS: usize = 8_000;
