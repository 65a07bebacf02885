//! The body of a message inside RTF: the web page or the text that was wrapped in it ([MS-OXRTFEX]), else the text.

use super::code_page::{encoding, of_character_set};
use encoding_rs::{Encoding, WINDOWS_1252};
use std::collections::HashMap;

/// What was wrapped.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unwrapped {
    Html(String),
    Text(String),
}

/// What was wrapped in `rtf`; of RTF that wraps nothing, its text.
pub(super) fn unwrapped(rtf: &[u8]) -> Unwrapped {
    let mut walk = Walk::new();
    let mut rest = rtf;
    while let Some((&first, after)) = rest.split_first() {
        rest = match first {
            b'{' => walk.open(after),
            b'}' => walk.close(after),
            b'\\' => walk.control(after),
            b'\r' | b'\n' => after,
            byte => walk.byte(byte, after),
        };
    }
    walk.flush();
    if walk.is_html { Unwrapped::Html(walk.out) } else { Unwrapped::Text(walk.out) }
}

/// What holds within a group.
#[derive(Clone, Copy)]
struct Group {
    ignored: bool,
    /// Made for readers of RTF alone (`\htmlrtf`).
    for_rtf_only: bool,
    /// How many characters stand in for one in Unicode.
    stand_ins: usize,
    encoding: &'static Encoding,
    in_fonts: bool,
}

struct Walk {
    group: Group,
    outer: Vec<Group>,
    fonts: HashMap<i32, &'static Encoding>,
    font: i32,
    standard: &'static Encoding,
    /// The next word names a destination that may be ignored.
    starred: bool,
    to_skip: usize,
    pending: Vec<u8>,
    high_surrogate: Option<u16>,
    is_html: bool,
    out: String,
}

impl Walk {
    fn new() -> Self {
        let standard = WINDOWS_1252;
        let group =
            Group { ignored: false, for_rtf_only: false, stand_ins: 1, encoding: standard, in_fonts: false };
        Self {
            group,
            outer: Vec::new(),
            fonts: HashMap::new(),
            font: 0,
            standard,
            starred: false,
            to_skip: 0,
            pending: Vec::new(),
            high_surrogate: None,
            is_html: false,
            out: String::new(),
        }
    }

    fn open<'a>(&mut self, rest: &'a [u8]) -> &'a [u8] {
        self.flush();
        self.outer.push(self.group);
        self.to_skip = 0;
        rest
    }

    fn close<'a>(&mut self, rest: &'a [u8]) -> &'a [u8] {
        self.flush();
        self.group = self.outer.pop().unwrap_or(self.group);
        self.to_skip = 0;
        rest
    }

    fn byte<'a>(&mut self, byte: u8, rest: &'a [u8]) -> &'a [u8] {
        if self.to_skip > 0 {
            self.to_skip -= 1;
        } else if !self.group.ignored && !self.group.for_rtf_only {
            self.pending.push(byte);
        }
        rest
    }

    fn control<'a>(&mut self, rest: &'a [u8]) -> &'a [u8] {
        let Some((&first, after)) = rest.split_first() else { return rest };
        match first {
            b'\'' => {
                let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
                match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                    Some(byte) => self.byte(byte, &after[2..]),
                    None => after,
                }
            }
            b'*' => {
                self.starred = true;
                after
            }
            b'~' => self.say("\u{a0}", after),
            b'_' => self.say("\u{2011}", after),
            b'\r' | b'\n' => self.say("\r\n", after),
            b'{' | b'}' | b'\\' => self.byte(first, after),
            byte if byte.is_ascii_alphabetic() => self.word(rest),
            _ => after,
        }
    }

    fn word<'a>(&mut self, rest: &'a [u8]) -> &'a [u8] {
        let name_end =
            rest.iter().take(32).position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len().min(32));
        let (name, after) = rest.split_at(name_end);
        let sign = usize::from(after.first() == Some(&b'-'));
        let digits = after[sign..].iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let (number, after) = if digits == 0 { after.split_at(0) } else { after.split_at(sign + digits) };
        let number = std::str::from_utf8(number).ok().and_then(|number| number.parse::<i32>().ok());
        let after = after.strip_prefix(b" ").unwrap_or(after);
        if name == b"bin" {
            let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            return after.get(length..).unwrap_or_default();
        }
        self.obey(std::str::from_utf8(name).unwrap_or_default(), number);
        after
    }

    fn obey(&mut self, name: &str, number: Option<i32>) {
        let starred = std::mem::take(&mut self.starred);
        match name {
            "fromhtml" => self.is_html = true,
            "htmlrtf" => {
                self.flush();
                self.group.for_rtf_only = self.is_html && number != Some(0);
            }
            "htmltag" => self.group.ignored = self.group.ignored || !self.is_html,
            "ansicpg" => {
                self.standard = encoding(u32::try_from(number.unwrap_or(0)).unwrap_or(0));
                self.group.encoding = self.standard;
            }
            "f" => self.take_font(number.unwrap_or(0)),
            "fcharset" if self.group.in_fonts => {
                let page = of_character_set(number.unwrap_or(0));
                self.fonts.insert(self.font, page.map_or(self.standard, encoding));
            }
            "uc" => self.group.stand_ins = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(8),
            "u" => self.unicode(number.unwrap_or(0)),
            "par" | "line" | "row" | "sect" | "page" => drop(self.say("\r\n", &[])),
            "tab" | "cell" => drop(self.say("\t", &[])),
            "lquote" => drop(self.say("\u{2018}", &[])),
            "rquote" => drop(self.say("\u{2019}", &[])),
            "ldblquote" => drop(self.say("\u{201c}", &[])),
            "rdblquote" => drop(self.say("\u{201d}", &[])),
            "bullet" => drop(self.say("\u{2022}", &[])),
            "endash" => drop(self.say("\u{2013}", &[])),
            "emdash" => drop(self.say("\u{2014}", &[])),
            "fonttbl" => (self.group.ignored, self.group.in_fonts) = (true, true),
            "colortbl" | "stylesheet" | "info" | "pict" | "object" | "header" | "footer" | "pntext"
            | "listtext" | "fldinst" | "themedata" | "mhtmltag" => self.group.ignored = true,
            _ => self.group.ignored |= starred,
        }
    }

    fn take_font(&mut self, font: i32) {
        self.flush();
        self.font = font;
        if !self.group.in_fonts {
            self.group.encoding = self.fonts.get(&font).copied().unwrap_or(self.standard);
        }
    }

    /// A character in UTF-16, as a signed number; characters beyond take two.
    fn unicode(&mut self, number: i32) {
        self.flush();
        self.to_skip = self.group.stand_ins;
        let unit = u16::try_from(number & 0xffff).unwrap_or_default();
        let units: Vec<u16> = self.high_surrogate.take().into_iter().chain([unit]).collect();
        if (0xd800..0xdc00).contains(&unit) && units.len() == 1 {
            self.high_surrogate = Some(unit);
            return;
        }
        let text = String::from_utf16_lossy(&units);
        self.say_kept(&text);
    }

    fn say<'a>(&mut self, text: &str, rest: &'a [u8]) -> &'a [u8] {
        self.flush();
        self.say_kept(text);
        rest
    }

    fn say_kept(&mut self, text: &str) {
        if !self.group.ignored && !self.group.for_rtf_only {
            self.out.push_str(text);
        }
    }

    /// Bytes wait until it is sure that a character of two bytes is whole.
    fn flush(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        if !pending.is_empty() {
            self.out.push_str(&self.group.encoding.decode_without_bom_handling(&pending).0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_wrapped_is_unwrapped() {
        let html = |text: &str| Unwrapped::Html(text.into());
        let text = |plain: &str| Unwrapped::Text(plain.into());
        let cases: [(&[u8], Unwrapped); 6] = [
            (
                br"{\rtf1\ansi\ansicpg1252\fromhtml1 {\fonttbl{\f0 Arial;}}{\*\htmltag64 <p>}\htmlrtf {\f0 \htmlrtf0 caf\'e9{\*\htmltag84 &nbsp;}\htmlrtf\'a0\htmlrtf0 x\htmlrtf }\htmlrtf0 {\*\htmltag72 </p>}}",
                html("<p>caf\u{e9}&nbsp;x</p>"),
            ),
            (br"{\rtf1\ansi\fromtext One\par Two\tab \{x\}}", text("One\r\nTwo\t{x}")),
            (br"{\rtf1{\*\unknown no}{\info no}\u1044?\u1086\'3f \uc0\u8364}", text("До €")),
            (br"{\rtf1{\fonttbl{\f1\fcharset204 Arial;}}\f1 \'c4\'e0}", text("Да")),
            (br"{\rtf1 \bin3 }}}yes}", text("yes")),
            (br"}}}{\u\'", text("\0")),
        ];
        for (rtf, expected) in cases {
            assert_eq!(unwrapped(rtf), expected, "{}", String::from_utf8_lossy(rtf));
        }
    }
}
