//! The text of a page, as lines.

use super::{Seen, Sight, raw_content, tokenized};
use html5ever::tokenizer::{EndTag, StartTag, Tag, Token, TokenSink, TokenSinkResult};
use std::cell::RefCell;

/// What a page says.
#[derive(Default)]
pub(super) struct Document {
    pub(super) title: String,
    pub(super) text: String,
}

/// The title and the text of `html`.
pub(super) fn document(html: &str) -> Document {
    let walked = tokenized(html, Walk::default()).state.take();
    Document { title: walked.title, text: walked.text }
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
    sight: Sight,
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
        self.sight.open(name);
        match name {
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
        self.sight.close(name);
        if name != "br" {
            self.lines_due = self.lines_due.max(lines_around(name));
        }
    }

    fn characters(&mut self, text: &str) {
        match self.sight.here() {
            Seen::Title => self.title.push_str(text),
            Seen::Not => {}
            Seen::Preformatted => {
                self.settle();
                self.text.push_str(text);
            }
            Seen::Flowing => self.flowing(text),
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

    fn text_of(html: &str) -> String {
        document(html).text
    }

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
    fn depth_costs_nothing() {
        let html = "<div>".repeat(200_000) + "deep";
        assert_eq!(text_of(&html), "deep");
    }
}
