//! What a worker has said so far, each word of it checked before it counts.

use crate::extraction::{Extraction, Usage};
use crate::lost::Lost;
use crate::output::Ending;
use crate::scan::ScanIntake;
use crate::wire::{CHUNK_BYTES, Claim, End, Frame, Start, WireInner, WireInnerEnd, WirePage, WireScan};
use crate::{Inner, InnerFile, Limits, Refused, text};
use proof_model::{Outcome, Page};

/// What a worker has said so far.
pub(crate) struct Intake<'a> {
    limits: &'a Limits,
    inner: &'a mut dyn Inner,
    scans: ScanIntake<'a>,
    inner_is_open: bool,
    inner_begun: u32,
    inner_whole: u32,
    inner_bytes: u64,
    so_far: Extraction,
    announced_pages: Option<u32>,
    text_bytes: u64,
    worker_peak: Option<u64>,
}

impl<'a> Intake<'a> {
    /// Nothing said yet. Files inside the file go to `inner`, pictures of its pages to `scans`.
    pub(crate) fn new(limits: &'a Limits, inner: &'a mut dyn Inner, scans: ScanIntake<'a>) -> Self {
        Self {
            limits,
            inner,
            scans,
            inner_is_open: false,
            inner_begun: 0,
            inner_whole: 0,
            inner_bytes: 0,
            so_far: nothing(),
            announced_pages: None,
            text_bytes: 0,
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
            Frame::Inner(untrusted) => return self.begin_inner(untrusted).map(|()| false),
            Frame::InnerBytes(untrusted) => return self.take_inner_bytes(&untrusted).map(|()| false),
            Frame::InnerEnd(untrusted) => return self.end_inner(&untrusted).map(|()| false),
            Frame::Scan(untrusted) => self.begin_scan(&untrusted),
            Frame::ScanPixels(untrusted) => return self.take_pixels(&untrusted).map(|()| false),
            Frame::End(untrusted) => return self.take_end(untrusted).map(|()| true).ok_or(Lost::Malformed),
            Frame::Sheet(_)
            | Frame::Rows(_)
            | Frame::Portrayal(_)
            | Frame::Words(_)
            | Frame::Confinement(_) => None,
        }
        .map(|()| false)
        .ok_or(Lost::Malformed)
    }

    /// Notes that the worker was lost, and what that means for what it said before.
    pub(crate) fn lost(mut self, lost: Lost) -> Self {
        self.close_inner(matches!(lost, Lost::Refused(_)));
        self.scans.lost();
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
        let Extraction { outcome, reason, .. } = self.so_far;
        let pages = self.so_far.pages.len();
        let (ending, scans) = self.scans.finish(Ending { outcome, reason }, pages, &self.so_far.media_type);
        Extraction { outcome: ending.outcome, reason: ending.reason, scans, ..self.so_far }
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
        let WirePage { number, label, text, picture } = untrusted;
        if let Some(picture) = picture {
            self.scans.expect(number, picture);
        }
        self.so_far.pages.push(Page { number, label, text });
        Some(())
    }

    fn begin_scan(&mut self, untrusted: &WireScan) -> Option<()> {
        if self.inner_is_open {
            return None;
        }
        self.scans.begin(untrusted)
    }

    fn take_pixels(&mut self, untrusted: &[u8]) -> Result<(), Lost> {
        let room = self.limits.text_bytes.saturating_sub(self.text_bytes);
        self.text_bytes += self.scans.pixels(untrusted, &mut self.so_far.pages, room)?;
        Ok(())
    }

    fn begin_inner(&mut self, untrusted: WireInner) -> Result<(), Lost> {
        let WireInner { name, media_type, kind, modified } = untrusted;
        let untrusted_file = InnerFile { name, media_type, kind, modified };
        let fits = self.inner_begun < self.limits.inner_files;
        if !fits || self.inner_is_open || !untrusted_file.is_fit() {
            return Err(Lost::Malformed);
        }
        self.inner_begun += 1;
        self.inner.begin(&untrusted_file).map_err(refused)?;
        self.inner_is_open = true;
        Ok(())
    }

    fn take_inner_bytes(&mut self, untrusted: &[u8]) -> Result<(), Lost> {
        self.inner_bytes += untrusted.len() as u64;
        let fits = untrusted.len() <= CHUNK_BYTES && self.inner_bytes <= self.limits.inner_bytes;
        if !fits || !self.inner_is_open {
            return Err(Lost::Malformed);
        }
        self.inner.bytes(untrusted).map_err(refused)
    }

    fn end_inner(&mut self, untrusted: &WireInnerEnd) -> Result<(), Lost> {
        let shown = |reason: &str| reason.len() <= 1_000 && text::is_one_line(reason);
        if !self.inner_is_open || !untrusted.incomplete.as_deref().is_none_or(shown) {
            return Err(Lost::Malformed);
        }
        self.inner_is_open = false;
        self.inner_whole += u32::from(untrusted.incomplete.is_none());
        self.inner.end(untrusted.incomplete.as_deref()).map_err(refused)
    }

    /// Ends what was begun when the worker was lost; whoever refused has ended it already.
    fn close_inner(&mut self, refused: bool) {
        if std::mem::take(&mut self.inner_is_open) && !refused {
            // Nothing follows that a refusal could stop.
            let _ = self.inner.end(Some("the reader stopped before its end"));
        }
    }

    fn take_end(&mut self, untrusted: End) -> Option<()> {
        let ending = Ending::checked(untrusted.outcome, untrusted.reason)?;
        let ending = if ending.outcome == Outcome::Crash { self.after_some_pages(ending) } else { ending };
        if self.inner_is_open || self.scans.is_open() {
            return None;
        }
        self.so_far.outcome = ending.outcome;
        self.so_far.reason = ending.reason;
        self.worker_peak = untrusted.peak_memory;
        Some(())
    }

    fn ending_after(&mut self, lost: Lost) -> Ending {
        if matches!(lost, Lost::Malformed) {
            let media_type = std::mem::take(&mut self.so_far.media_type);
            self.so_far = Extraction { media_type, ..nothing() };
            self.scans.forget();
            return lost.ending(self.limits);
        }
        let refused = matches!(lost, Lost::Refused(_));
        let ending = lost.ending(self.limits);
        if refused && (self.pages() > 0 || self.inner_whole > 0) {
            return Ending { outcome: Outcome::Partial, ..ending };
        }
        self.after_some_pages(ending)
    }

    /// The same end, said of a document of which some pages have been read or some files inside passed on.
    fn after_some_pages(&self, ending: Ending) -> Ending {
        let reason = ending.reason.as_deref().unwrap_or_default();
        let (read, inner) = (self.pages(), self.inner_whole);
        let of_all = self.announced_pages.map_or_else(String::new, |all| format!(" of {all}"));
        let after = match (read, inner) {
            (0, 0) => return ending,
            (0, 1) => format!("{reason} after 1 file inside it"),
            (0, _) => format!("{reason} after {inner} files inside it"),
            _ => format!("{reason} after page {read}{of_all}"),
        };
        Ending::because(Outcome::Partial, after)
    }
}

fn refused(Refused(reason): Refused) -> Lost {
    Lost::Refused(text::one_line(&reason, 250))
}

fn nothing() -> Extraction {
    Extraction {
        outcome: Outcome::Crash,
        reason: None,
        media_type: String::new(),
        pages: Vec::new(),
        metadata: Vec::new(),
        scans: Vec::new(),
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
    use crate::InnerKind;
    use crate::inner::Collected;

    fn page(number: u32, text: &str) -> Frame {
        Frame::Page(WirePage { number, label: None, text: text.into(), picture: None })
    }

    fn limits() -> Limits {
        let limits = Limits { pages: 2, page_bytes: 8, text_bytes: 12, ..Limits::default() };
        Limits { metadata: 1, inner_files: 1, inner_bytes: 8, ..limits }
    }

    fn claim(key: &str, value: &str) -> Frame {
        Frame::Metadata(Claim { key: key.into(), value: value.into() })
    }

    fn inner(name: &str) -> Frame {
        let media_type = "text/plain".into();
        Frame::Inner(WireInner { name: name.into(), media_type, kind: InnerKind::Attached, modified: None })
    }

    fn inner_end() -> Frame {
        Frame::InnerEnd(WireInnerEnd { incomplete: None })
    }

    #[test]
    fn what_no_honest_worker_says_is_refused() {
        let end = End { outcome: Outcome::Ok, reason: None, peak_memory: None };
        let cases: [(&str, Vec<Frame>); 15] = [
            ("a page out of order", vec![page(2, "")]),
            ("a page twice", vec![page(1, ""), page(1, "")]),
            ("more pages than allowed", vec![page(1, ""), page(2, ""), page(3, "")]),
            ("a page that is too long", vec![page(1, "123456789")]),
            ("too much text in all", vec![page(1, "12345678"), page(2, "12345678")]),
            ("a control character", vec![page(1, "a\u{7}")]),
            ("a key with a space", vec![claim("a b", "c")]),
            ("more claims than allowed", vec![claim("a", "b"), claim("a", "b")]),
            ("a name of two lines", vec![inner("a\nb")]),
            ("bytes of no file", vec![Frame::InnerBytes(vec![1])]),
            ("an end of no file", vec![inner_end()]),
            ("a file within a file", vec![inner("a"), inner("b")]),
            ("more files than allowed", vec![inner("a"), inner_end(), inner("b")]),
            ("more bytes than allowed", vec![inner("a"), Frame::InnerBytes(vec![0; 9])]),
            ("an end before the file's", vec![inner("a"), Frame::End(end)]),
        ];
        let limits = limits();
        for (what, frames) in cases {
            let mut inner = Collected::new(&limits);
            let mut intake = Intake::new(&limits, &mut inner, ScanIntake::new(&limits, None));
            let refused = frames.into_iter().any(|frame| intake.take(frame).is_err());
            assert!(refused, "{what}");
        }
    }

    #[test]
    fn a_loss_after_some_pages_leaves_them_readable() {
        let limits = limits();
        let mut inner = Collected::new(&limits);
        let mut intake = Intake::new(&limits, &mut inner, ScanIntake::new(&limits, None));
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
        let mut inner = Collected::new(&limits);
        let mut intake = Intake::new(&limits, &mut inner, ScanIntake::new(&limits, None));
        intake.take(page(1, "one")).unwrap();
        let extraction = intake.lost(Lost::Malformed).into_extraction();
        assert_eq!((extraction.outcome, extraction.pages.len()), (Outcome::Crash, 0));
    }

    #[test]
    fn a_file_that_was_begun_is_ended_when_the_worker_is_lost() {
        let limits = limits();
        let mut inner = Told::default();
        let mut intake = Intake::new(&limits, &mut inner, ScanIntake::new(&limits, None));
        intake.take(self::inner("a")).unwrap();
        intake.lost(Lost::Ended);
        assert_eq!(inner.said, ["begin a", "end Some(\"the reader stopped before its end\")"]);
    }

    #[test]
    fn a_refusal_ends_the_work_with_its_words() {
        let limits = limits();
        let mut inner = Told { refuses: true, ..Told::default() };
        let mut intake = Intake::new(&limits, &mut inner, ScanIntake::new(&limits, None));
        intake.take(page(1, "one")).unwrap();
        let lost = intake.take(self::inner("a")).unwrap_err();
        let extraction = intake.lost(lost).into_extraction();
        assert_eq!((extraction.outcome, extraction.reason.as_deref()), (Outcome::Partial, Some("too deep")));
    }

    #[derive(Default)]
    struct Told {
        refuses: bool,
        said: Vec<String>,
    }

    impl Inner for Told {
        fn begin(&mut self, file: &InnerFile) -> Result<(), Refused> {
            self.said.push(format!("begin {}", file.name));
            if self.refuses { Err(Refused("too deep".into())) } else { Ok(()) }
        }
        fn bytes(&mut self, _: &[u8]) -> Result<(), Refused> {
            Ok(())
        }
        fn end(&mut self, incomplete: Option<&str>) -> Result<(), Refused> {
            self.said.push(format!("end {incomplete:?}"));
            Ok(())
        }
    }
}
