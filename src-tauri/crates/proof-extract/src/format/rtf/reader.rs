//! The pieces of an RTF file to a story.

use super::font::{Fonts, Script};
use super::group::{Aside, Destination, Group, destination};
use super::token::Token;
use crate::format::office::{Mark, Story, code_page};
use encoding_rs::MACINTOSH;

/// A document that is being read.
#[derive(Default)]
pub(super) struct Reader {
    story: Story,
    groups: Vec<Group>,
    fonts: Fonts,
    /// Bytes of text that are not decoded yet: of a character, one may have come and the other not.
    bytes: Vec<u8>,
    units: Vec<u16>,
    /// Characters to pass over, because `\u` has said what they stand for.
    passed_over: usize,
    notes: u32,
    author: String,
    comment_date: String,
    /// Year, month, day, hour and minute.
    date: [u32; 5],
    /// Tables that we are in: one, or two where one is in a cell of the other.
    tables: usize,
    /// Those around the note or text box that we are in.
    outer_tables: Vec<usize>,
    headers: Vec<String>,
    footers: Vec<String>,
    claims: Vec<(&'static str, String)>,
    has_pictures: bool,
    /// Whether a section has ended, and the next one has not said yet that it goes on on the same page.
    section_ended: bool,
}

/// Titles with parts, as a story takes them.
type Margins = Vec<(&'static str, Vec<String>)>;

impl Reader {
    /// Groups that are open.
    pub(super) fn depth(&self) -> usize {
        self.groups.len()
    }

    /// Whether pictures have come.
    pub(super) fn has_pictures(&self) -> bool {
        self.has_pictures
    }

    /// The next piece.
    pub(super) fn take(&mut self, token: Token<'_>) {
        match token {
            Token::Open => {
                self.flush();
                self.passed_over = 0;
                let group = self.groups.last().map_or_else(Group::outermost, Group::inner);
                self.groups.push(group);
            }
            Token::Close => {
                self.flush();
                self.passed_over = 0;
                if let Some(group) = self.groups.pop() {
                    self.end(group.aside);
                }
            }
            Token::Text(bytes) => self.bytes(bytes),
            Token::Hex(byte) => self.bytes(&[byte]),
            Token::Word("u", Some(number)) => self.unicode(number),
            Token::Word(..) | Token::Symbol(_) if self.passed_over > 0 => self.passed_over -= 1,
            Token::Word(word, number) => {
                self.flush();
                self.word(word, number);
            }
            Token::Symbol(symbol) => {
                self.flush();
                self.symbol(symbol);
            }
        }
    }

    /// The story, headers and footers, and what the file says about itself.
    pub(super) fn finish(mut self) -> (Story, Margins, Vec<(&'static str, String)>) {
        self.flush();
        while let Some(group) = self.groups.pop() {
            self.end(group.aside);
        }
        (self.story, vec![("Header", self.headers), ("Footer", self.footers)], self.claims)
    }

    fn group(&mut self) -> &mut Group {
        if self.groups.is_empty() {
            self.groups.push(Group::outermost());
        }
        let last = self.groups.len() - 1;
        &mut self.groups[last]
    }

    fn goes_to(&self, destination: Destination) -> bool {
        self.groups.last().is_some_and(|group| group.destination == destination)
    }

    fn bytes(&mut self, bytes: &[u8]) {
        let over = self.passed_over.min(bytes.len());
        self.passed_over -= over;
        if bytes.len() > over && self.goes_to(Destination::Text) {
            if !self.units.is_empty() {
                self.flush();
            }
            self.bytes.extend_from_slice(&bytes[over..]);
        }
    }

    fn unicode(&mut self, number: i32) {
        if !self.bytes.is_empty() {
            self.flush();
        }
        self.passed_over = self.group().fallback;
        if self.goes_to(Destination::Text) {
            // Written as a signed number of 16 bits.
            #[allow(
                clippy::cast_sign_loss,
                clippy::cast_possible_truncation,
                reason = "its low half is the unit"
            )]
            self.units.push(number as u16);
        }
    }

    /// Decodes what has come of text, since something else comes now.
    fn flush(&mut self) {
        if !self.units.is_empty() {
            let text = String::from_utf16_lossy(&std::mem::take(&mut self.units));
            self.say(&text);
        }
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let font = self.group().font;
            let text = match self.fonts.script(font) {
                // Some programs name a font's character set and write in the file's.
                Script::Encoded(encoding) => encoding
                    .decode_without_bom_handling_and_without_replacement(&bytes)
                    .unwrap_or_else(|| self.fonts.default.decode_without_bom_handling(&bytes).0)
                    .into_owned(),
                Script::Symbols => symbols(&bytes),
            };
            self.say(&text);
        }
    }

    fn say(&mut self, text: &str) {
        let group = self.group();
        if group.destination != Destination::Text || text.is_empty() {
            return;
        }
        let mark = match (group.deleted, group.hidden) {
            (true, _) => Some(Mark::Deleted),
            (false, true) => Some(Mark::Hidden),
            _ => None,
        };
        if self.outer_tables.is_empty() && std::mem::take(&mut self.section_ended) {
            self.story.end_page();
        }
        self.story.mark(mark);
        self.story.text(text);
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        let optional = std::mem::take(&mut self.group().optional);
        self.has_pictures |= word == "pict";
        if self.goes_to(Destination::Nowhere) && !self.is_read_nowhere(word) {
            return;
        }
        if self.goes_to(Destination::Fonts) {
            return self.fonts.take(word, number.unwrap_or(0));
        }
        if self.goes_to(Destination::Date) {
            return self.date(word, number.unwrap_or(0));
        }
        match destination(word) {
            Some((destination, aside)) => self.begin(destination, aside),
            // A destination that may be left out by those who do not know it.
            None if optional => self.group().destination = Destination::Nowhere,
            None => self.formatting(word, number),
        }
    }

    /// Words that count although their group is passed over: properties of the file, and Unicode beside its fallback.
    fn is_read_nowhere(&self, word: &str) -> bool {
        let among_properties = destination(word)
            .is_some_and(|(_, aside)| matches!(aside, Some(Aside::Claim(_) | Aside::DateClaim(_))));
        among_properties && self.depth() <= 3 || word == "ud"
    }

    fn begin(&mut self, destination: Destination, aside: Option<Aside>) {
        let group = self.group();
        group.destination = destination;
        if aside.is_some() && group.aside.is_none() {
            group.aside = aside;
            group.in_table = false;
            self.story.begin_aside();
            self.outer_tables.push(std::mem::take(&mut self.tables));
        }
    }

    fn formatting(&mut self, word: &str, number: Option<i32>) {
        let on = number != Some(0);
        match word {
            "f" => self.group().font = number.unwrap_or(0),
            "v" => self.group().hidden = on,
            "deleted" => self.group().deleted = on,
            "uc" => self.group().fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1),
            "plain" => {
                let group = self.group();
                (group.hidden, group.deleted, group.font) = (false, false, -1);
            }
            "pard" => self.group().in_table = false,
            "intbl" => self.group().in_table = true,
            "listtext" | "pntext" => self.group().label = true,
            "mac" => self.fonts.default = MACINTOSH,
            "ansicpg" => {
                let page = number.and_then(|page| u32::try_from(page).ok());
                self.fonts.default = page.and_then(code_page).unwrap_or(self.fonts.default);
            }
            "ftnalt" => {
                for group in self.groups.iter_mut().filter(|group| group.aside == Some(Aside::Footnote)) {
                    group.aside = Some(Aside::Endnote);
                }
            }
            _ => self.layout(word),
        }
    }

    fn layout(&mut self, word: &str) {
        match word {
            "par" => self.end_paragraph(),
            "page" if self.goes_to(Destination::Text) => {
                self.end_tables(0);
                self.story.end_page();
            }
            "sect" if self.goes_to(Destination::Text) => {
                self.end_tables(0);
                self.story.end_paragraph();
                self.section_ended = true;
            }
            "sbknone" | "sbkcol" => self.section_ended = false,
            "cell" | "nestcell" => {
                let depth = if word == "cell" { 1 } else { 2 };
                self.end_tables(depth);
                self.begin_tables(depth);
                self.story.end_paragraph();
                self.story.end_cell();
            }
            "row" => {
                self.end_tables(1);
                self.story.end_row();
            }
            "nestrow" if self.tables > 1 => {
                self.story.end_row();
                self.end_tables(1);
            }
            _ => self.say(sign(word, self.groups.last().is_some_and(|group| group.label))),
        }
    }

    fn symbol(&mut self, symbol: u8) {
        if self.goes_to(Destination::Nowhere) {
            return;
        }
        match symbol {
            b'*' => self.group().optional = true,
            b'\\' | b'{' | b'}' => self.say(char::from(symbol).encode_utf8(&mut [0; 4])),
            b'~' => self.say("\u{a0}"),
            b'_' => self.say("-"),
            b'\t' => self.say("\t"),
            b'\n' | b'\r' => self.end_paragraph(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        if !self.goes_to(Destination::Text) {
            return;
        }
        if self.group().in_table {
            self.begin_tables(1);
        } else {
            self.end_tables(0);
        }
        self.story.end_paragraph();
    }

    fn begin_tables(&mut self, depth: usize) {
        while self.tables < depth {
            self.story.begin_table();
            self.tables += 1;
        }
    }

    fn end_tables(&mut self, depth: usize) {
        while self.tables > depth {
            self.story.end_table();
            self.tables -= 1;
        }
    }

    fn date(&mut self, word: &str, number: i32) {
        let parts = ["yr", "mo", "dy", "hr", "min"];
        if let Some(part) = parts.iter().position(|part| *part == word) {
            self.date[part] = u32::try_from(number).unwrap_or(0);
        }
    }

    /// Puts where it belongs what has been put together apart from the body.
    fn end(&mut self, aside: Option<Aside>) {
        let Some(aside) = aside else { return };
        self.tables = self.outer_tables.pop().unwrap_or(0);
        if aside == Aside::Box {
            return self.story.end_box();
        }
        let text = self.story.end_aside();
        let line = || crate::text::one_line(&text, 1_000);
        match aside {
            Aside::Header => self.headers.push(crate::text::clean(&text)),
            Aside::Footer => self.footers.push(crate::text::clean(&text)),
            Aside::Footnote | Aside::Endnote => {
                self.notes += 1;
                let mark = self.notes.to_string();
                if aside == Aside::Footnote {
                    self.story.footnote(&mark, &text);
                } else {
                    self.story.endnote(&mark, &text);
                }
            }
            Aside::Author => self.author = line(),
            Aside::CommentDate => self.comment_date = line().parse().map(packed_date).unwrap_or_default(),
            Aside::Comment => {
                let (author, date) =
                    (std::mem::take(&mut self.author), std::mem::take(&mut self.comment_date));
                self.story.comment(Some(&author), Some(&date), &text);
            }
            Aside::Claim(key) => self.claims.push((key, line().trim_end_matches(';').to_owned())),
            Aside::DateClaim(key) => {
                let [year, month, day, hour, minute] = std::mem::take(&mut self.date);
                if year > 0 {
                    self.claims.push((key, format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}")));
                }
            }
            Aside::Box => {}
        }
    }
}

/// The text that a control word stands for.
fn sign(word: &str, in_label: bool) -> &'static str {
    match word {
        // The label of a list item ends with one.
        "tab" if in_label => " ",
        "tab" => "\t",
        "line" => "\n",
        "emdash" => "—",
        "endash" => "–",
        "bullet" => "•",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "emspace" | "enspace" | "qmspace" => " ",
        "zwj" => "\u{200d}",
        "zwnj" => "\u{200c}",
        _ => "",
    }
}

/// Letters and digits as they are; of the signs, only the bullet means something without the font.
fn symbols(bytes: &[u8]) -> String {
    let sign = |&byte: &u8| match byte {
        b' '..=b'~' => Some(char::from(byte)),
        0xb7 | 0xa7 => Some('•'),
        _ => None,
    };
    bytes.iter().filter_map(sign).collect()
}

/// A date of 32 bits (DTTM, [MS-DOC] 2.9.61): minute, hour, day, month, and the year from 1900.
fn packed_date(packed: i64) -> String {
    let bits = |from: u32, count: u32| (packed >> from) & ((1 << count) - 1);
    let (year, month, day) = (1900 + bits(20, 9), bits(16, 4), bits(11, 5));
    if month == 0 || day == 0 {
        return String::new();
    }
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}", bits(6, 5), bits(0, 6))
}

#[cfg(test)]
mod tests;
