//! The numbers and bullets of list items (part 3, 16.30): not in the text, but on the page.

use super::styles::Styles;
use crate::format::office::{Element, numeral};
use std::collections::HashMap;

/// How a list is numbered, level by level.
#[derive(Default)]
pub(super) struct ListStyle(HashMap<usize, Level>);

struct Level {
    bullet: bool,
    format: &'static str,
    prefix: String,
    suffix: String,
    start: u32,
    /// Levels shown, this one and those above it.
    shown: usize,
}

/// Levels of a list (19.880).
const LEVELS: usize = 10;

impl ListStyle {
    /// Takes in the style of a level.
    pub(super) fn take(&mut self, element: &Element) {
        let number = |name: &str| element.attribute(name).and_then(|value| value.parse::<usize>().ok());
        let words = |name: &str| element.attribute(name).unwrap_or_default().to_owned();
        let level = Level {
            bullet: element.name.ends_with("bullet"),
            format: match element.attribute("num-format") {
                Some("a") => "lowerLetter",
                Some("A") => "upperLetter",
                Some("i") => "lowerRoman",
                Some("I") => "upperRoman",
                Some("") | None => "none",
                Some(_) => "decimal",
            },
            prefix: words("num-prefix"),
            suffix: words("num-suffix"),
            start: number("start-value").and_then(|start| u32::try_from(start).ok()).unwrap_or(1),
            shown: number("display-levels").unwrap_or(1).clamp(1, LEVELS),
        };
        self.0.insert(number("level").unwrap_or(1), level);
    }

    fn label(&self, counts: &[Option<u32>]) -> String {
        let depth = counts.len();
        let Some(level) = self.0.get(&depth) else { return String::new() };
        if level.bullet {
            return "•".into();
        }
        if level.format == "none" {
            return String::new();
        }
        let shown = depth.saturating_sub(level.shown)..depth;
        let part = |at: usize| {
            let above = self.0.get(&(at + 1)).filter(|above| !above.bullet && above.format != "none")?;
            Some(numeral(counts[at].unwrap_or(above.start), above.format))
        };
        let parts: Vec<String> = shown.filter_map(part).collect();
        format!("{}{}{}", level.prefix, parts.join("."), level.suffix)
    }
}

/// The lists that we are in, and how far each has been counted.
#[derive(Default)]
pub(super) struct Lists {
    open: Vec<Open>,
    /// How far lists of a style have been counted, for those that go on.
    counted: HashMap<String, Vec<Option<u32>>>,
}

struct Open {
    style: String,
    /// Numbers of this level and those above it.
    counts: Vec<Option<u32>>,
    /// Whether the next paragraph is the first of an item.
    fresh: bool,
}

impl Lists {
    /// Begins a list; one in another has its style if it names none.
    pub(super) fn begin(&mut self, element: &Element) {
        let outer = self.open.last();
        let named = element.attribute("style-name").map(str::to_owned);
        let style = named.or_else(|| outer.map(|outer| outer.style.clone())).unwrap_or_default();
        let mut counts = outer.map(|outer| outer.counts.clone()).unwrap_or_default();
        let depth = counts.len();
        let goes_on =
            element.says("continue-numbering", false) || element.attribute("continue-list").is_some();
        let before = self.counted.get(&style).filter(|_| goes_on);
        counts.push(before.and_then(|before| before.get(depth).copied().flatten()));
        counts.truncate(LEVELS);
        self.open.push(Open { style, counts, fresh: false });
    }

    /// Begins an item.
    pub(super) fn begin_item(&mut self, element: &Element, styles: &Styles) {
        let Some(list) = self.open.last_mut() else { return };
        list.fresh = true;
        let depth = list.counts.len();
        let start =
            styles.list(&list.style).and_then(|style| style.0.get(&depth)).map_or(1, |level| level.start);
        let given = element.attribute("start-value").and_then(|value| value.parse().ok());
        if let Some(count) = list.counts.last_mut() {
            *count = given.or_else(|| count.map(|count| count.saturating_add(1))).or(Some(start));
        }
    }

    /// The number or bullet of the paragraph that begins; empty unless it is the first of an item.
    pub(super) fn label(&mut self, styles: &Styles) -> String {
        let Some(list) = self.open.last_mut().filter(|list| list.fresh) else { return String::new() };
        list.fresh = false;
        styles.list(&list.style).map_or(String::new(), |style| style.label(&list.counts))
    }

    /// Ends the list begun last.
    pub(super) fn end(&mut self) {
        let Some(list) = self.open.pop() else { return };
        if let Some(outer) = self.open.last_mut() {
            outer.fresh = false;
        }
        self.counted.insert(list.style, list.counts);
    }
}
