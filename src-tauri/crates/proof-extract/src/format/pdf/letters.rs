//! Which letters a glyph stands for.

use super::composite::{Composite, composites};
use encoding_rs::WINDOWS_1252;
use hayro_interpret::font::{Glyph, OutlineFontData, OutlineGlyph, PositionedGlyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use skrifa::{FontRef, MetadataProvider};
use std::collections::HashMap;

/// What the letters of a file's glyphs are, asked of the PDF first and of the embedded font where the PDF does not say.
pub(super) struct Letters<'a> {
    pdf: &'a Pdf,
    /// Looked up when first needed: it takes a walk through all objects of the file.
    composites: Option<HashMap<String, Composite>>,
    /// By font, the character of each of its glyphs.
    by_font: HashMap<u128, HashMap<u32, char>>,
}

/// What a glyph was read as.
pub(super) struct Reading {
    /// The letters.
    pub letters: String,
    /// Whether the PDF or the font says so. If not, the glyph's code was taken for a character, which gives what other
    /// programs give too, and is most often wrong.
    pub certain: bool,
}

impl<'a> Letters<'a> {
    /// Letters for the glyphs of `pdf`.
    pub(super) fn new(pdf: &'a Pdf) -> Self {
        Self { pdf, composites: None, by_font: HashMap::new() }
    }

    /// The letters that the glyph stands for. A glyph that shows nothing is a space.
    pub(super) fn of(&mut self, glyph: &PositionedGlyph<'_>) -> Reading {
        match self.told(glyph) {
            Some(letters) => Reading { letters, certain: true },
            None => Reading { letters: by_code(glyph.char_code()), certain: false },
        }
    }

    fn told(&mut self, glyph: &PositionedGlyph<'_>) -> Option<String> {
        match glyph.as_unicode() {
            Some(BfString::Char(character)) if character != '\0' => return Some(character.to_string()),
            Some(BfString::String(text)) if !text.is_empty() => return Some(text),
            _ => {}
        }
        match &**glyph {
            Glyph::Outline(glyph) => self.of_outline(glyph),
            // A bitmap font made by a program: codes are its characters more often than not.
            Glyph::Type3(glyph) => western(glyph.char_code()),
        }
    }

    fn of_outline(&mut self, glyph: &OutlineGlyph) -> Option<String> {
        let Some(font) = glyph.font_data() else { return western(glyph.char_code()) };
        let code = glyph.char_code();
        let name = font.postscript_name.as_deref().unwrap_or_default();
        let composites = self.composites.get_or_insert_with(|| composites(self.pdf));
        let (told, embedded, simple) = match composites.get(name) {
            Some(composite) => (composite.letters(code), composite.embedded, false),
            None => (None, true, true),
        };
        told.or_else(|| self.by_embedded_font(&font, glyph).filter(|_| embedded))
            .or_else(|| (embedded && glyph.outline().is_empty()).then(|| " ".to_owned()))
            .or_else(|| western(code).filter(|_| simple))
    }

    fn by_embedded_font(&mut self, font: &OutlineFontData, glyph: &OutlineGlyph) -> Option<String> {
        let characters = self.by_font.entry(font.cache_key).or_insert_with(|| {
            let bytes: &[u8] = font.data.as_ref().as_ref();
            FontRef::new(bytes).map(|font| characters_of(&font)).unwrap_or_default()
        });
        characters.get(&glyph.glyph_id().to_u32()).map(ToString::to_string)
    }
}

/// The character of each glyph by the font's own table. Private-use characters say nothing about letters.
fn characters_of(font: &FontRef<'_>) -> HashMap<u32, char> {
    let mut characters = HashMap::new();
    for (code, glyph) in font.charmap().mappings() {
        let character = char::from_u32(code).filter(|character| !is_private(*character));
        if let Some(character) = character {
            let known = characters.entry(glyph.to_u32()).or_insert(character);
            // Of several characters that share a glyph, the plainest.
            *known = character.min(*known);
        }
    }
    characters
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// A code taken for a character; nothing if it is none or a control character, whose place then shows as a gap.
fn by_code(code: u32) -> String {
    char::from_u32(code).filter(|character| !character.is_control()).map_or_else(String::new, String::from)
}

/// A printable character of Windows' Western encoding, in which most fonts with one-byte codes are written.
fn western(code: u32) -> Option<String> {
    let byte = u8::try_from(code).ok().filter(|byte| *byte >= 0x20 && *byte != 0x7f)?;
    let bytes = [byte];
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(&bytes);
    Some(text.into_owned()).filter(|text| !text.chars().any(char::is_control))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_byte_codes_are_western_letters_if_printable() {
        let cases = [
            (0x41, Some("A")),
            (0xe9, Some("é")),
            (0x80, Some("€")),
            (0x07, None),
            (0x81, None),
            (0x141, None),
        ];
        for (code, expected) in cases {
            assert_eq!(western(code).as_deref(), expected, "{code:#x}");
        }
    }
}
