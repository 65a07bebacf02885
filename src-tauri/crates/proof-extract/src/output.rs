//! Where readers put what they find, on the worker's side.

use crate::scan::{Bitmap, Picture};
use crate::wire::{self, CHUNK_BYTES, Claim, Frame, Start, WireInner, WireInnerEnd, WirePage, WireScan};
use crate::{InnerFile, Limits, text};
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

    /// An end as a worker says it, if it has a reason just where it needs one, and that is one line that can be shown.
    pub(crate) fn checked(outcome: Outcome, untrusted_reason: Option<String>) -> Option<Self> {
        let shown =
            |reason: &str| !reason.trim().is_empty() && reason.len() <= 1_000 && text::is_one_line(reason);
        let fits = untrusted_reason
            .as_deref()
            .map_or(outcome == Outcome::Ok, |reason| outcome != Outcome::Ok && shown(reason));
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

/// Where readers put pages, claims and files inside the file. Cleans the text, counts against the limits, sends.
pub(crate) struct Output<'a> {
    to: &'a mut dyn Write,
    limits: &'a Limits,
    draws: bool,
    pages: u32,
    text_bytes: u64,
    claims: u32,
    inner_files: u32,
    inner_bytes: u64,
}

impl<'a> Output<'a> {
    /// An output that sends to `to`.
    pub(crate) fn new(to: &'a mut dyn Write, limits: &'a Limits) -> Self {
        Self { to, limits, draws: false, pages: 0, text_bytes: 0, claims: 0, inner_files: 0, inner_bytes: 0 }
    }

    /// The same output, which wants pages that are pictures drawn.
    pub(crate) fn drawing(self, draws: bool) -> Self {
        Self { draws, ..self }
    }

    /// Whether pages that are pictures are to be drawn.
    pub(crate) const fn draws(&self) -> bool {
        self.draws
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
        self.picture_page(label, raw, None)
    }

    /// The next page, which may be a picture: then it can be drawn and sent once the last page has been.
    pub(crate) fn picture_page(
        &mut self,
        label: Option<&str>,
        raw: &str,
        picture: Option<Picture>,
    ) -> Result<(), Stop> {
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
        self.send(&Frame::Page(WirePage { number: self.pages, label, text, picture }))
    }

    /// The picture of a page that is one. Made smaller if it is larger than pictures may be.
    pub(crate) fn scan(&mut self, page: u32, picture: Bitmap) -> Result<(), Stop> {
        let Bitmap { width, height, grey, density } = picture.at_most(self.limits.scan_pixels);
        self.send(&Frame::Scan(WireScan { page, width, height, density }))?;
        grey.chunks(CHUNK_BYTES).try_for_each(|pixels| Ok(wire::write_pixels(self.to, pixels)?))
    }

    /// A file inside the file, of which all is here.
    pub(crate) fn inner(&mut self, file: InnerFile, bytes: &[u8]) -> Result<(), Stop> {
        self.begin_inner(file)?;
        let sent = self.inner_bytes(bytes);
        let over = matches!(sent, Err(Stop::Limit(_))).then_some(CUT_BY_LIMIT);
        self.end_inner(over)?;
        sent
    }

    /// A file inside the file begins; each that begins must be ended.
    pub(crate) fn begin_inner(&mut self, file: InnerFile) -> Result<(), Stop> {
        if self.inner_files >= self.limits.inner_files {
            return Err(Stop::Limit(format!("it holds more than {} files", self.limits.inner_files)));
        }
        self.inner_files += 1;
        let InnerFile { name, media_type, kind, modified } = file;
        self.send(&Frame::Inner(WireInner { name, media_type, kind, modified }))
    }

    /// The next bytes of the file that was begun last.
    pub(crate) fn inner_bytes(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        for chunk in bytes.chunks(CHUNK_BYTES) {
            self.inner_bytes += chunk.len() as u64;
            if self.inner_bytes > self.limits.inner_bytes {
                let most = self.limits.inner_bytes >> 20;
                return Err(Stop::Limit(format!("what it holds unpacks to more than {most} MB")));
            }
            wire::write_inner_bytes(self.to, chunk)?;
        }
        Ok(())
    }

    /// The file that was begun last is whole, or is not and why.
    pub(crate) fn end_inner(&mut self, incomplete: Option<&str>) -> Result<(), Stop> {
        let incomplete = incomplete.map(|reason| text::one_line(reason, MAX_REASON_CHARS));
        self.send(&Frame::InnerEnd(WireInnerEnd { incomplete }))
    }

    /// What it is held to.
    pub(crate) const fn limits(&self) -> &'a Limits {
        self.limits
    }

    fn send(&mut self, frame: &Frame) -> Result<(), Stop> {
        Ok(wire::write(self.to, frame)?)
    }
}

/// Room for the longest recipient lists; a claim is shown on a few lines at most.
const MAX_CLAIM_CHARS: usize = 8_000;

/// Why a file inside is not whole; a reason is shown on a line or two.
const MAX_REASON_CHARS: usize = 250;
const CUT_BY_LIMIT: &str = "it was cut where the limit was met";
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_end_but_a_good_one_has_a_reason() {
        let cases = [
            (Outcome::Ok, None, true),
            (Outcome::Ok, Some("but"), false),
            (Outcome::Partial, Some("page 3 is missing"), true),
            (Outcome::Crash, None, false),
            (Outcome::Limit, Some(" "), false),
            (Outcome::Unsupported, Some("two\nlines"), false),
        ];
        for (outcome, reason, fits) in cases {
            let checked = Ending::checked(outcome, reason.map(str::to_owned));
            assert_eq!(checked.is_some(), fits, "{outcome:?} {reason:?}");
        }
        assert!(Ending::checked(Outcome::Crash, Some("x".repeat(1_001))).is_none());
    }
}
