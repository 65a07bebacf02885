//! What of a page's source is seen, told from its tags alone: the same for whoever reads the page's words and for whoever
//! draws it.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{BufferQueue, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// What becomes of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seen {
    /// They are the page's title.
    Title,
    /// Nobody sees them.
    Not,
    /// They are words, whose spaces run together.
    Flowing,
    /// They are words, and every space and line end counts.
    Preformatted,
}

/// Where in a page a walk through its tags is.
#[derive(Debug, Default)]
pub(crate) struct Sight {
    in_title: bool,
    has_title: bool,
    /// Nesting of elements whose content nobody sees.
    hidden: usize,
    /// Nesting of elements whose spaces and line ends count.
    preformatted: usize,
}

impl Sight {
    /// Goes past a start tag.
    pub(crate) fn open(&mut self, name: &str) {
        self.hidden += usize::from(is_hidden(name));
        self.preformatted += usize::from(is_preformatted(name));
        self.in_title |= name == "title";
    }

    /// Goes past an end tag.
    pub(crate) fn close(&mut self, name: &str) {
        if is_hidden(name) {
            self.hidden = self.hidden.saturating_sub(1);
        }
        if is_preformatted(name) {
            self.preformatted = self.preformatted.saturating_sub(1);
        }
        if name == "title" {
            self.has_title |= self.in_title;
            self.in_title = false;
        }
    }

    /// What becomes of characters here.
    pub(crate) const fn here(&self) -> Seen {
        match self {
            // Only the first is the page's: drawings have titles too.
            Self { in_title: true, has_title: false, .. } => Seen::Title,
            Self { in_title: true, .. } | Self { hidden: 1.., .. } => Seen::Not,
            Self { preformatted: 1.., .. } => Seen::Preformatted,
            _ => Seen::Flowing,
        }
    }
}

/// `sink`, to which all of `html` has been shown.
pub(crate) fn tokenized<S: TokenSink>(html: &str, sink: S) -> S {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    // The sink never asks to stop, so one call takes all.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink
}

/// How the tokenizer must read what follows this start tag.
pub(crate) fn raw_content<H>(name: &str) -> TokenSinkResult<H> {
    match name {
        "title" | "textarea" => TokenSinkResult::RawData(Rcdata),
        "script" => TokenSinkResult::RawData(ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => TokenSinkResult::RawData(Rawtext),
        "plaintext" => TokenSinkResult::Plaintext,
        _ => TokenSinkResult::Continue,
    }
}

fn is_hidden(name: &str) -> bool {
    matches!(name, "script" | "style" | "template" | "noscript" | "iframe" | "noembed" | "noframes")
}

fn is_preformatted(name: &str) -> bool {
    matches!(name, "pre" | "textarea" | "xmp" | "listing" | "plaintext")
}
