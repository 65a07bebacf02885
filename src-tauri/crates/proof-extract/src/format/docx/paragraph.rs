//! The properties of a paragraph that matter for its text (ECMA-376 part 1, 17.3.1).

use crate::format::office::Element;

/// The properties, as far as the paragraph or its style says.
#[derive(Default)]
pub(super) struct Properties {
    pub style: Option<String>,
    pub begins_page: Option<bool>,
    pub numbered: Numbered,
    /// Whether a section ends with the paragraph.
    pub ends_section: bool,
}

/// The list that a paragraph is numbered by, and the level in it.
#[derive(Default, Clone)]
pub(super) struct Numbered {
    pub list: Option<String>,
    pub level: Option<usize>,
}

impl Properties {
    /// Takes in an element of `w:pPr`.
    pub(super) fn take(&mut self, element: &Element) {
        let value = element.attribute("val");
        match element.name.as_str() {
            "pStyle" => self.style = value.map(str::to_owned),
            "pageBreakBefore" => self.begins_page = Some(element.says("val", true)),
            "numId" => self.numbered.list = value.map(str::to_owned),
            "ilvl" => self.numbered.level = value.and_then(|level| level.parse().ok()),
            "sectPr" => self.ends_section = true,
            _ => {}
        }
    }
}

impl Numbered {
    /// This, and where it says nothing, the other.
    pub(super) fn or(self, other: &Self) -> Self {
        Self { list: self.list.or_else(|| other.list.clone()), level: self.level.or(other.level) }
    }
}
