//! Composite fonts (ISO 32000-2, 9.7) that do not map their codes to letters in the usual way.

use hayro_interpret::hayro_cmap::{BfString, CMap, CMapName, CidFamily, load_embedded};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, String as PdfString};
use std::collections::HashMap;

/// What a composite font tells about its letters beside a `ToUnicode` stream.
pub(super) struct Composite {
    /// Whether its program is in the file; else the glyphs are those of a substitute and mean nothing.
    pub embedded: bool,
    codes: Codes,
}

enum Codes {
    /// Codes are characters: `ToUnicode` is an identity.
    Characters,
    /// Codes select from one of Adobe's character collections, which says what they are.
    Collection(Box<Collection>),
    /// Codes are glyph numbers, or else what only the maker of the file knows.
    Unknown,
}

struct Collection {
    to_cid: CMap,
    to_unicode: CMap,
}

/// The composite fonts of a file, by the name that their programs have. Names that stand for several fonts stand for
/// the first.
pub(super) fn composites(pdf: &Pdf) -> HashMap<String, Composite> {
    let mut fonts = HashMap::new();
    for object in pdf.objects() {
        let Some(dict) = object.into_dict() else { continue };
        let is =
            |key: &str, value: &[u8]| dict.get::<Name<'_>>(key).is_some_and(|name| name.as_ref() == value);
        if is("Type", b"Font") && is("Subtype", b"Type0") {
            let name =
                dict.get::<Name<'_>>("BaseFont").map(|name| without_subset_tag(name.as_str()).to_owned());
            fonts.entry(name.unwrap_or_default()).or_insert_with(|| Composite::new(&dict));
        }
    }
    fonts
}

impl Composite {
    fn new(font: &Dict<'_>) -> Self {
        let descendant =
            font.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let descendant = descendant.unwrap_or_default();
        let descriptor = descendant.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        let embedded = descriptor.contains_key("FontFile2") || descriptor.contains_key("FontFile3");
        Self { embedded, codes: Codes::new(font, &descendant) }
    }

    /// The letters of a code.
    pub(super) fn letters(&self, code: u32) -> Option<String> {
        let text = match &self.codes {
            Codes::Characters => return char::from_u32(code).map(|character| character.to_string()),
            Codes::Collection(collection) => {
                let cid = [2, 1, 3, 4]
                    .into_iter()
                    .find_map(|length| collection.to_cid.lookup_cid_code(code, length))?;
                collection.to_unicode.lookup_bf_string(cid)?
            }
            Codes::Unknown => return None,
        };
        Some(match text {
            BfString::Char(character) => character.to_string(),
            BfString::String(text) => text,
        })
    }
}

impl Codes {
    fn new(font: &Dict<'_>, descendant: &Dict<'_>) -> Self {
        if font.get::<Name<'_>>("ToUnicode").is_some_and(|name| name.as_ref().starts_with(b"Identity")) {
            return Self::Characters;
        }
        Self::collection(font, descendant).unwrap_or(Self::Unknown)
    }

    fn collection(font: &Dict<'_>, descendant: &Dict<'_>) -> Option<Self> {
        let info = descendant.get::<Dict<'_>>("CIDSystemInfo")?;
        let (registry, ordering) =
            (info.get::<PdfString<'_>>("Registry")?, info.get::<PdfString<'_>>("Ordering")?);
        let family = CidFamily::from_registry_ordering(registry.as_bytes(), ordering.as_bytes());
        let to_unicode = predefined(family.ucs2_cmap()?)?;
        let encoding = font.get::<Name<'_>>("Encoding")?;
        let to_cid = match encoding.as_ref() {
            b"Identity-H" => CMap::identity_h(),
            b"Identity-V" => CMap::identity_v(),
            name => predefined(CMapName::from_bytes(name))?,
        };
        Some(Self::Collection(Box::new(Collection { to_cid, to_unicode })))
    }
}

fn predefined(name: CMapName<'_>) -> Option<CMap> {
    CMap::parse(load_embedded(name)?, load_embedded)
}

/// `ABCDEF+Name` without the tag that marks a subset of a font.
fn without_subset_tag(name: &str) -> &str {
    match name.split_once('+') {
        Some((tag, rest)) if tag.len() == 6 => rest,
        _ => name,
    }
}
