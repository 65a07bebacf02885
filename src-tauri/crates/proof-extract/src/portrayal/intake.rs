//! What a worker has said of a page to look at, each word of it checked before it counts.

use super::Portrayal;
use crate::intake::is_word;
use crate::lost::Lost;
use crate::output::Ending;
use crate::wire::{Frame, WirePortrayal};
use crate::{Limits, text};
use proof_model::Outcome;

/// What a worker has said so far.
#[derive(Debug)]
pub(crate) struct PortrayalIntake<'a> {
    limits: &'a Limits,
    drawn: Option<WirePortrayal>,
    ending: Option<Ending>,
}

impl<'a> PortrayalIntake<'a> {
    /// Nothing said yet.
    pub(crate) fn new(limits: &'a Limits) -> Self {
        Self { limits, drawn: None, ending: None }
    }

    /// Checks and keeps one message; whether it was the last.
    pub(crate) fn take(&mut self, untrusted_frame: Frame) -> Result<bool, Lost> {
        match untrusted_frame {
            Frame::Start(untrusted) => is_word(&untrusted.media_type, 127).then_some(false),
            Frame::Progress => Some(false),
            Frame::Portrayal(untrusted) => self.take_portrayal(untrusted).map(|()| false),
            Frame::End(untrusted) => self.take_end(Ending::checked(untrusted.outcome, untrusted.reason)),
            _ => None,
        }
        .ok_or(Lost::Malformed)
    }

    /// The page, if the worker drew it and was not lost; else why there is none.
    pub(crate) fn into_portrayal(self, lost: Option<Lost>) -> Portrayal {
        let ending = match (lost, self.ending) {
            (Some(lost), _) => lost.ending(self.limits),
            (None, Some(ending)) => ending,
            (None, None) => Lost::Ended.ending(self.limits),
        };
        let drawn = self.drawn.filter(|_| ending.outcome == Outcome::Ok);
        let (html, left_out) = drawn.map(|drawn| (drawn.html, drawn.left_out)).unwrap_or_default();
        Portrayal { html, left_out, reason: ending.reason, outcome: ending.outcome }
    }

    fn take_portrayal(&mut self, untrusted: WirePortrayal) -> Option<()> {
        let fits = untrusted.html.len() as u64 <= self.limits.portrayal_bytes;
        let is_page = untrusted.html.starts_with("<!doctype html>") && text::is_clean(&untrusted.html);
        if !fits || !is_page || self.drawn.is_some() {
            return None;
        }
        self.drawn = Some(untrusted);
        Some(())
    }

    /// A page and that all went well belong together.
    fn take_end(&mut self, ending: Option<Ending>) -> Option<bool> {
        let ending = ending?;
        if (ending.outcome == Outcome::Ok) != self.drawn.is_some() {
            return None;
        }
        self.ending = Some(ending);
        Some(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{End, WirePage};

    const PAGE: &str = "<!doctype html><html></html>";

    fn drawn(html: &str) -> Frame {
        Frame::Portrayal(WirePortrayal { html: html.into(), left_out: 2 })
    }

    fn end(outcome: Outcome) -> Frame {
        let reason = (outcome != Outcome::Ok).then(|| "because".to_owned());
        Frame::End(End { outcome, reason, peak_memory: None })
    }

    #[test]
    fn what_no_honest_worker_says_of_a_page_is_refused() {
        let page = Frame::Page(WirePage { number: 1, label: None, text: String::new(), picture: None });
        let cases: [(&str, Vec<Frame>); 7] = [
            ("a page of text", vec![page]),
            ("two pages", vec![drawn(PAGE), drawn(PAGE)]),
            ("what is no page", vec![drawn("<p>")]),
            ("a control character", vec![drawn("<!doctype html>\u{7}")]),
            ("a page that is too long", vec![drawn(&format!("{PAGE}{}", " ".repeat(20)))]),
            ("an end without a page", vec![end(Outcome::Ok)]),
            ("a page that could not be drawn", vec![drawn(PAGE), end(Outcome::Unsupported)]),
        ];
        let limits = Limits { portrayal_bytes: 40, ..Limits::default() };
        for (what, frames) in cases {
            let mut intake = PortrayalIntake::new(&limits);
            let refused = frames.into_iter().any(|frame| intake.take(frame).is_err());
            assert!(refused, "{what}");
        }
    }

    #[test]
    fn a_page_counts_once_its_worker_has_ended_well() {
        let limits = Limits::default();
        let told = |frames: Vec<Frame>, lost| {
            let mut intake = PortrayalIntake::new(&limits);
            for frame in frames {
                intake.take(frame).unwrap();
            }
            intake.into_portrayal(lost)
        };
        let whole = told(vec![drawn(PAGE), end(Outcome::Ok)], None);
        assert_eq!((whole.outcome, whole.html.as_str(), whole.left_out), (Outcome::Ok, PAGE, 2));
        let lost = told(vec![drawn(PAGE)], Some(Lost::Ended));
        assert_eq!((lost.outcome, lost.html.as_str(), lost.left_out), (Outcome::Crash, "", 0));
        assert_eq!(told(vec![end(Outcome::Unsupported)], None).outcome, Outcome::Unsupported);
    }
}
