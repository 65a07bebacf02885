//! Fonts, which say in which encoding text is ("Font Table").

use crate::format::office::code_page;
use encoding_rs::{Encoding, WINDOWS_1252};
use std::collections::HashMap;

/// The fonts of a file, and the encoding where no font says.
pub(super) struct Fonts {
    encodings: HashMap<i32, Script>,
    /// The encoding of the file.
    pub default: &'static Encoding,
    /// The font that is being defined.
    latest: i32,
}

/// How the bytes of a font's text are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Encoded(&'static Encoding),
    /// Signs that mean something only in the font; among them a bullet.
    Symbols,
}

impl Default for Fonts {
    fn default() -> Self {
        Self { encodings: HashMap::new(), default: WINDOWS_1252, latest: 0 }
    }
}

impl Fonts {
    /// Takes in a control word of the font table.
    pub(super) fn take(&mut self, word: &str, number: i32) {
        match word {
            "f" => self.latest = number,
            "fcharset" => {
                if let Some(script) = script(number) {
                    self.encodings.entry(self.latest).or_insert(script);
                }
            }
            "cpg" => {
                let encoding = u32::try_from(number).ok().and_then(code_page);
                self.encodings.extend(encoding.map(|encoding| (self.latest, Script::Encoded(encoding))));
            }
            _ => {}
        }
    }

    /// How text in that font is read.
    pub(super) fn script(&self, font: i32) -> Script {
        self.encodings.get(&font).copied().unwrap_or(Script::Encoded(self.default))
    }
}

/// What a character set of Windows is (`\fcharset`); nothing for the default one.
fn script(charset: i32) -> Option<Script> {
    let page = match charset {
        0 => 1252,
        2 => return Some(Script::Symbols),
        77 => 10000,
        128 => 932,
        129 | 130 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178..=180 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    code_page(page).map(Script::Encoded)
}
