//! HTML (the WHATWG standard's tokenizer; no tree is built, so depth costs nothing).

use super::txt;
use crate::output::{Ending, Output, Reading};
use encoding_rs::{Encoding, UTF_8};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{
    BufferQueue, EndTag, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;

/// Reads a web page: one page, with its title as a claim.
pub(crate) fn read(input: &[u8], output: &mut Output<'_>) -> Reading {
    let document = document(&txt::decode(input, declared_encoding(input)));
    output.claim("title", &document.title)?;
    output.page(None, &document.text)?;
    Ok(Ending::OK)
}

/// The text that a reader of the page sees, as lines.
pub(crate) fn text_of(html: &str) -> String {
    document(html).text
}

#[derive(Default)]
struct Document {
    title: String,
    text: String,
}

fn document(html: &str) -> Document {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Walk::default(), TokenizerOpts::default());
    // The sink never asks to stop, so one call takes all.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let walked = tokenizer.sink.state.take();
    Document { title: walked.title, text: walked.text }
}

/// The encoding that the document's first kilobytes name, as in `<meta charset=…>` or `<?xml encoding=…?>`. One that
/// the bytes do not fit is not believed.
fn declared_encoding(input: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&input[..input.len().min(4096)]).to_ascii_lowercase();
    let named = |mark: &str| {
        let (_, after) = head.split_once(mark)?;
        let label = after.trim_start_matches(['=', ' ', '"', '\'']);
        let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c));
        Encoding::for_label(&label.as_bytes()[..end.unwrap_or(label.len())])
    };
    let encoding = named("charset").or_else(|| named("encoding"))?;
    // Whoever could read the declaration as ASCII was not reading UTF-16.
    let encoding = if encoding.is_ascii_compatible() { encoding } else { UTF_8 };
    let (_, fault) = encoding.decode_without_bom_handling(input);
    (!fault).then_some(encoding)
}

#[derive(Default)]
struct Walk {
    state: RefCell<State>,
}

/// What has been walked past so far.
#[derive(Default)]
struct State {
    text: String,
    title: String,
    in_title: bool,
    has_title: bool,
    /// Nesting of elements whose content nobody sees.
    hidden: usize,
    /// Nesting of elements whose spaces and line ends count.
    preformatted: usize,
    /// Line ends, or else a space, owed before the next text.
    lines_due: usize,
    space_due: bool,
    cells: usize,
}

impl TokenSink for Walk {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        match token {
            Token::CharacterTokens(text) => state.characters(&text),
            Token::TagToken(tag) if tag.kind == StartTag => {
                state.open(&tag);
                return raw_content(&tag.name);
            }
            Token::TagToken(tag) if tag.kind == EndTag => state.close(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// How the tokenizer must read what follows this start tag.
fn raw_content(name: &str) -> TokenSinkResult<()> {
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

/// How many line ends part this element from what stands before and after it.
fn lines_around(name: &str) -> usize {
    match name {
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "ul" | "ol" | "dl" | "blockquote"
        | "pre" | "figure" | "hr" | "form" | "fieldset" => 2,
        "div" | "li" | "tr" | "dt" | "dd" | "section" | "article" | "header" | "footer" | "nav" | "aside"
        | "main" | "address" | "caption" | "figcaption" | "thead" | "tbody" | "tfoot" | "option"
        | "legend" | "center" | "body" | "html" | "head" | "title" | "summary" | "details" | "textarea"
        | "xmp" | "br" => 1,
        _ => 0,
    }
}

impl State {
    fn open(&mut self, tag: &Tag) {
        let name: &str = &tag.name;
        self.hidden += usize::from(is_hidden(name));
        self.preformatted += usize::from(is_preformatted(name));
        match name {
            "title" => self.in_title = true,
            "br" => self.lines_due += 1,
            "tr" => self.cells = 0,
            "td" | "th" => {
                self.cells += 1;
                if self.cells > 1 {
                    self.text.push('\t');
                    self.space_due = false;
                }
            }
            _ => {}
        }
        self.lines_due = self.lines_due.max(lines_around(name));
    }

    fn close(&mut self, name: &str) {
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
        if name != "br" {
            self.lines_due = self.lines_due.max(lines_around(name));
        }
    }

    fn characters(&mut self, text: &str) {
        if self.in_title {
            // Only the first: drawings have titles too.
            if !self.has_title {
                self.title.push_str(text);
            }
        } else if self.hidden > 0 {
        } else if self.preformatted > 0 {
            self.settle();
            self.text.push_str(text);
        } else {
            self.flowing(text);
        }
    }

    fn flowing(&mut self, text: &str) {
        for (index, word) in text.split(|c: char| c.is_ascii_whitespace()).enumerate() {
            self.space_due |= index > 0;
            if !word.is_empty() {
                self.settle();
                self.text.push_str(word);
            }
        }
    }

    /// Pays what line ends or space are owed.
    fn settle(&mut self) {
        let begins_line = self.text.is_empty() || self.text.ends_with(['\n', '\t']);
        if self.lines_due > 0 && !self.text.is_empty() {
            // A cell that begins with a paragraph does not begin a line.
            if !(self.cells > 1 && self.text.ends_with('\t')) {
                self.text.extend(std::iter::repeat_n('\n', self.lines_due));
            }
        } else if self.space_due && !begins_line {
            self.text.push(' ');
        }
        self.lines_due = 0;
        self.space_due = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_become_the_lines_that_a_reader_sees() {
        let cases = [
            ("<p>One</p><p>Two <b>bold</b>ly</p>", "One\n\nTwo boldly"),
            ("a<br>b<br><br>c", "a\nb\n\nc"),
            ("<ul><li>x<li>y</ul>z", "x\ny\n\nz"),
            (
                "<table><tr><td>1</td><td><p>2</p></td></tr><tr><td>3</td><td>4</td></tr></table>",
                "1\t2\n\n3\t4",
            ),
            ("<script>if (a < b) {}</script>t<style>p{}</style><noscript>n</noscript>", "t"),
            ("<pre>  kept\n   so</pre>", "  kept\n   so"),
            ("a &amp; b&nbsp;c &#8364;5", "a & b\u{a0}c €5"),
            ("<a href=x>link</a> text<img alt=no>", "link text"),
        ];
        for (html, expected) in cases {
            assert_eq!(text_of(html), expected, "{html}");
        }
    }

    #[test]
    fn the_title_is_not_text() {
        let document = document("<title>The &lt;Title&gt;</title><p>Text<svg><title>no</title></svg>");
        assert_eq!((document.title.as_str(), document.text.as_str()), ("The <Title>", "Text"));
    }

    #[test]
    fn a_declared_encoding_counts_if_the_bytes_fit_it() {
        let cases: [(&[u8], &str); 3] = [
            (b"<meta charset=iso-8859-1><p>caf\xe9", "windows-1252"),
            (b"<?xml version='1.0' encoding='Shift_JIS'?>\x83\x65", "Shift_JIS"),
            (b"<meta charset=\"utf-16\">", "UTF-8"),
        ];
        for (input, expected) in cases {
            assert_eq!(declared_encoding(input).map(Encoding::name), Some(expected));
        }
        assert!(declared_encoding(b"<meta charset=utf-8>caf\xe9").is_none());
    }

    #[test]
    fn depth_costs_nothing() {
        let html = "<div>".repeat(200_000) + "deep";
        assert_eq!(text_of(&html), "deep");
    }
}
