//! The numbers and bullets of paragraphs (ECMA-376 part 1, 17.9): not in the text, but on the page, and what a reader
//! cites.

use super::paragraph::Numbered;
use crate::format::office::{Element, Node, numeral, walk};
use crate::output::Stop;
use std::collections::{HashMap, HashSet};

/// The lists of a document, and how far each has been counted.
#[derive(Default)]
pub(super) struct Numbering {
    /// Definitions, by their identifiers.
    definitions: HashMap<String, Vec<Level>>,
    /// Lists: their definition, and levels that begin elsewhere.
    lists: HashMap<String, (String, HashMap<usize, u32>)>,
    /// Of each definition, the number reached on each level.
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// Lists that have begun.
    begun: HashSet<String>,
}

/// Levels of a list (17.9.6).
const LEVELS: usize = 9;

#[derive(Clone)]
struct Level {
    start: u32,
    format: String,
    text: String,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".into(), text: String::new() }
    }
}

impl Numbering {
    /// Reads the part `xml`.
    pub(super) fn read(xml: &str) -> Result<Self, Stop> {
        let mut reader = Reading::default();
        walk(xml, |node| {
            if let Node::Open(element) = node {
                reader.take(&element);
            }
            Ok(())
        })?;
        Ok(reader.numbering)
    }

    /// Begins all lists anew.
    pub(super) fn restart(&mut self) {
        self.counts.clear();
        self.begun.clear();
    }

    /// The number or bullet of the next paragraph that is so numbered; empty if it has none.
    pub(super) fn next(&mut self, numbered: &Numbered) -> String {
        let level = numbered.level.unwrap_or(0).min(LEVELS - 1);
        let Some(list) = &numbered.list else { return String::new() };
        let Some((definition, overrides)) = self.lists.get(list) else { return String::new() };
        let Some(levels) = self.definitions.get(definition) else { return String::new() };
        let counts = self.counts.entry(definition.clone()).or_default();
        if self.begun.insert(list.clone()) {
            for level in overrides.keys().filter(|&&level| level < LEVELS) {
                counts[*level] = None;
            }
        }
        let start = |level: usize| {
            overrides.get(&level).copied().or_else(|| Some(levels.get(level)?.start)).unwrap_or(1)
        };
        counts[level] = Some(counts[level].map_or(start(level), |count| count.saturating_add(1)));
        for (above, count) in counts.iter_mut().enumerate().take(level) {
            *count = count.or(Some(start(above)));
        }
        counts[level + 1..].fill(None);
        levels.get(level).map_or(String::new(), |shape| shape.label(levels, counts))
    }
}

impl Level {
    fn label(&self, levels: &[Self], counts: &[Option<u32>; LEVELS]) -> String {
        match self.format.as_str() {
            "bullet" => return "•".into(),
            "none" => return String::new(),
            _ => {}
        }
        let mut label = String::new();
        let mut rest = self.text.as_str();
        while let Some((before, after)) = rest.split_once('%') {
            label.push_str(before);
            let digit = after.chars().next().and_then(|digit| digit.to_digit(10)).filter(|&digit| digit > 0);
            let Some(place) = digit.map(|digit| digit as usize - 1) else {
                label.push('%');
                rest = after;
                continue;
            };
            let format = levels.get(place).map_or("decimal", |level| level.format.as_str());
            label.push_str(&numeral(counts[place].unwrap_or(1), format));
            rest = &after[1..];
        }
        label + rest
    }
}

#[derive(Default)]
struct Reading {
    numbering: Numbering,
    definition: String,
    list: String,
    level: usize,
    overriding: bool,
}

impl Reading {
    fn take(&mut self, element: &Element) {
        let value = || element.attribute("val").unwrap_or_default().to_owned();
        match element.name.as_str() {
            "abstractNum" => {
                element.attribute("abstractNumId").unwrap_or_default().clone_into(&mut self.definition);
                self.overriding = false;
            }
            "num" => element.attribute("numId").unwrap_or_default().clone_into(&mut self.list),
            "abstractNumId" => {
                self.numbering.lists.insert(self.list.clone(), (value(), HashMap::new()));
            }
            "lvlOverride" | "lvl" => {
                self.overriding = element.name == "lvlOverride" || self.overriding;
                let level = element.attribute("ilvl").and_then(|level| level.parse().ok());
                self.level = level.unwrap_or(0).min(LEVELS - 1);
            }
            "startOverride" => {
                if let (Some((_, starts)), Ok(start)) =
                    (self.numbering.lists.get_mut(&self.list), value().parse())
                {
                    starts.insert(self.level, start);
                }
            }
            "start" | "numFmt" | "lvlText" if !self.overriding => self.shape(&element.name, value()),
            _ => {}
        }
    }

    fn shape(&mut self, what: &str, value: String) {
        let levels = self.numbering.definitions.entry(self.definition.clone()).or_default();
        if levels.len() <= self.level {
            levels.resize(self.level + 1, Level::default());
        }
        let level = &mut levels[self.level];
        match what {
            "start" => level.start = value.parse().unwrap_or(1),
            "numFmt" => level.format = value,
            _ => level.text = value,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_numbered_as_they_are_shown() {
        let level = |at: usize, format: &str, text: &str| {
            format!(
                "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>"
            )
        };
        let xml = format!(
            "<w:numbering><w:abstractNum w:abstractNumId='7'>{}{}{}</w:abstractNum>\
             <w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='7'/>\
             <w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num></w:numbering>",
            level(0, "decimal", "%1."),
            level(1, "lowerLetter", "%1.%2)"),
            level(2, "bullet", "\u{f0b7}"),
        );
        let mut numbering = Numbering::read(&xml).unwrap();
        let steps = [
            ("1", 0, "1."),
            ("1", 1, "1.a)"),
            ("1", 1, "1.b)"),
            ("1", 2, "•"),
            ("1", 0, "2."),
            ("1", 1, "2.a)"),
            ("2", 0, "5."),
            ("2", 0, "6."),
            ("0", 0, ""),
        ];
        for (list, level, expected) in steps {
            let numbered = Numbered { list: Some(list.into()), level: Some(level) };
            assert_eq!(numbering.next(&numbered), expected);
        }
    }
}
