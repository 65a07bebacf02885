//! What a worker has said so far, each word of it checked before it counts.

use crate::extraction::{Attachment, Extraction, Usage};
use crate::lost::Lost;
use crate::output::Ending;
use crate::wire::{Claim, End, Frame, Start, WireAttachment, WirePage};
use crate::{Limits, text};
use proof_model::{Outcome, Page};

/// What a worker has said so far.
#[derive(Debug)]
pub(crate) struct Intake<'a> {
    limits: &'a Limits,
    so_far: Extraction,
    announced_pages: Option<u32>,
    text_bytes: u64,
    attachment_bytes: u64,
    worker_peak: Option<u64>,
}

impl<'a> Intake<'a> {
    /// Nothing said yet.
    pub(crate) fn new(limits: &'a Limits) -> Self {
        Self {
            limits,
            so_far: nothing(),
            announced_pages: None,
            text_bytes: 0,
            attachment_bytes: 0,
            worker_peak: None,
        }
    }

    /// Takes `media_type` for granted until the worker says otherwise.
    pub(crate) fn suppose_media_type(&mut self, media_type: &str) {
        media_type.clone_into(&mut self.so_far.media_type);
    }

    /// Checks and keeps one message; whether it was the last.
    pub(crate) fn take(&mut self, untrusted_frame: Frame) -> Result<bool, Lost> {
        match untrusted_frame {
            Frame::Start(untrusted) => self.take_start(untrusted),
            Frame::Progress => Some(()),
            Frame::Metadata(untrusted) => self.take_claim(untrusted),
            Frame::Page(untrusted) => self.take_page(untrusted),
            Frame::Attachment(untrusted) => self.take_attachment(untrusted),
            Frame::End(untrusted) => return self.take_end(untrusted).map(|()| true).ok_or(Lost::Malformed),
            Frame::Sheet(_) | Frame::Rows(_) | Frame::Portrayal(_) | Frame::Confinement(_) => None,
        }
        .map(|()| false)
        .ok_or(Lost::Malformed)
    }

    /// Notes that the worker was lost, and what that means for what it said before.
    pub(crate) fn lost(mut self, lost: Lost) -> Self {
        let ending = self.ending_after(lost);
        self.so_far.outcome = ending.outcome;
        self.so_far.reason = ending.reason;
        self
    }

    /// Notes what the worker used and complained about.
    pub(crate) fn used(mut self, usage: Usage, diagnostics: String) -> Self {
        self.so_far.usage = usage;
        if let Some(peak) = self.worker_peak {
            self.so_far.usage.peak_memory = peak;
        }
        self.so_far.diagnostics = diagnostics;
        self
    }

    /// What came of it.
    pub(crate) fn into_extraction(mut self) -> Extraction {
        self.so_far.usage.pages = self.pages();
        self.so_far
    }

    fn pages(&self) -> u32 {
        u32::try_from(self.so_far.pages.len()).unwrap_or(u32::MAX)
    }

    fn take_start(&mut self, untrusted: Start) -> Option<()> {
        if !is_word(&untrusted.media_type, 127) {
            return None;
        }
        self.so_far.media_type = untrusted.media_type;
        self.announced_pages = untrusted.pages;
        Some(())
    }

    fn take_claim(&mut self, untrusted: Claim) -> Option<()> {
        let fits = self.so_far.metadata.len() < self.limits.metadata as usize;
        if !fits || !is_word(&untrusted.key, 64) || !text::is_one_line(&untrusted.value) {
            return None;
        }
        self.so_far.metadata.push((untrusted.key, untrusted.value));
        Some(())
    }

    fn take_page(&mut self, untrusted: WirePage) -> Option<()> {
        self.text_bytes += untrusted.text.len() as u64;
        let fits = self.pages() < self.limits.pages
            && self.text_bytes <= self.limits.text_bytes
            && untrusted.text.len() <= self.limits.page_bytes as usize;
        let clean = text::is_clean(&untrusted.text)
            && untrusted.label.as_deref().is_none_or(|label| label.len() <= 256 && text::is_one_line(label));
        if !fits || !clean || untrusted.number != self.pages() + 1 {
            return None;
        }
        let WirePage { number, label, text } = untrusted;
        self.so_far.pages.push(Page { number, label, text });
        Some(())
    }

    fn take_attachment(&mut self, untrusted: WireAttachment) -> Option<()> {
        self.attachment_bytes += untrusted.bytes.len() as u64;
        let fits = self.so_far.attachments.len() < self.limits.attachments as usize
            && self.attachment_bytes <= self.limits.attachment_bytes;
        let clean = text::is_one_line(&untrusted.name) && text::is_one_line(&untrusted.media_type);
        if !fits || !clean {
            return None;
        }
        let WireAttachment { name, media_type, bytes } = untrusted;
        self.so_far.attachments.push(Attachment { name, media_type, bytes });
        Some(())
    }

    fn take_end(&mut self, untrusted: End) -> Option<()> {
        let ending = Ending::checked(untrusted.outcome, untrusted.reason)?;
        let ending = if ending.outcome == Outcome::Crash { self.after_some_pages(ending) } else { ending };
        self.so_far.outcome = ending.outcome;
        self.so_far.reason = ending.reason;
        self.worker_peak = untrusted.peak_memory;
        Some(())
    }

    fn ending_after(&mut self, lost: Lost) -> Ending {
        if matches!(lost, Lost::Malformed) {
            let media_type = std::mem::take(&mut self.so_far.media_type);
            self.so_far = Extraction { media_type, ..nothing() };
        }
        let ending = lost.ending(self.limits);
        self.after_some_pages(ending)
    }

    /// The same end, said of a document that has been read up to some page.
    fn after_some_pages(&self, ending: Ending) -> Ending {
        let read = self.pages();
        if read == 0 {
            return ending;
        }
        let reason = ending.reason.unwrap_or_default();
        let of_all = self.announced_pages.map_or_else(String::new, |all| format!(" of {all}"));
        Ending::because(Outcome::Partial, format!("{reason} after page {read}{of_all}"))
    }
}

fn nothing() -> Extraction {
    Extraction {
        outcome: Outcome::Crash,
        reason: None,
        media_type: String::new(),
        pages: Vec::new(),
        metadata: Vec::new(),
        attachments: Vec::new(),
        usage: Usage::default(),
        diagnostics: String::new(),
    }
}

/// Whether `word` could be a media type or a key: printable ASCII without spaces, not too long.
pub(crate) fn is_word(word: &str, longest: usize) -> bool {
    !word.is_empty() && word.len() <= longest && word.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(number: u32, text: &str) -> Frame {
        Frame::Page(WirePage { number, label: None, text: text.into() })
    }

    fn limits() -> Limits {
        Limits { pages: 2, page_bytes: 8, text_bytes: 12, metadata: 1, attachments: 1, ..Limits::default() }
    }

    fn claim(key: &str, value: &str) -> Frame {
        Frame::Metadata(Claim { key: key.into(), value: value.into() })
    }

    #[test]
    fn what_no_honest_worker_says_is_refused() {
        let attachment = |name: &str| {
            Frame::Attachment(WireAttachment { name: name.into(), media_type: String::new(), bytes: vec![] })
        };
        let cases: [(&str, Vec<Frame>); 9] = [
            ("a page out of order", vec![page(2, "")]),
            ("a page twice", vec![page(1, ""), page(1, "")]),
            ("more pages than allowed", vec![page(1, ""), page(2, ""), page(3, "")]),
            ("a page that is too long", vec![page(1, "123456789")]),
            ("too much text in all", vec![page(1, "12345678"), page(2, "12345678")]),
            ("a control character", vec![page(1, "a\u{7}")]),
            ("a key with a space", vec![claim("a b", "c")]),
            ("more claims than allowed", vec![claim("a", "b"), claim("a", "b")]),
            ("a name of two lines", vec![attachment("a\nb")]),
        ];
        let limits = limits();
        for (what, frames) in cases {
            let mut intake = Intake::new(&limits);
            let refused = frames.into_iter().any(|frame| intake.take(frame).is_err());
            assert!(refused, "{what}");
        }
    }

    #[test]
    fn a_loss_after_some_pages_leaves_them_readable() {
        let limits = limits();
        let mut intake = Intake::new(&limits);
        let start = Start { media_type: "application/pdf".into(), pages: Some(60) };
        intake.take(Frame::Start(start)).unwrap();
        intake.take(page(1, "one")).unwrap();
        let extraction = intake.lost(Lost::Ended).into_extraction();
        assert_eq!(extraction.outcome, Outcome::Partial);
        assert_eq!(extraction.reason.as_deref(), Some("the reader failed after page 1 of 60"));
        assert_eq!(extraction.pages.len(), 1);
    }

    #[test]
    fn nothing_is_kept_of_a_worker_that_talks_nonsense() {
        let limits = limits();
        let mut intake = Intake::new(&limits);
        intake.take(page(1, "one")).unwrap();
        let extraction = intake.lost(Lost::Malformed).into_extraction();
        assert_eq!((extraction.outcome, extraction.pages.len()), (Outcome::Crash, 0));
    }
}
