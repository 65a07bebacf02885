//! Page labels (ISO 32000-2, 12.4.2): what the document prints on its pages ("iii", "A-4").

use super::info::text_string;
use crate::format::numeral::{letters, roman};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, String as PdfString};

/// The label of each page, or nothing at all if the document gives none.
pub(super) fn labels(pdf: &Pdf) -> Vec<String> {
    let catalog: Option<Dict<'_>> = pdf.xref().get(pdf.xref().root_id());
    let Some(tree) = catalog.and_then(|catalog| catalog.get::<Dict<'_>>("PageLabels")) else {
        return Vec::new();
    };
    let mut ranges = Vec::new();
    read_tree(&tree, 0, &mut ranges);
    ranges.sort_by_key(|range| range.first);
    let label = |index| {
        let range = ranges.iter().rev().find(|range| range.first <= index)?;
        Some(range.label(index))
    };
    let labels: Vec<String> = (0..pdf.pages().len()).map(|index| label(index).unwrap_or_default()).collect();
    let says_something = labels.iter().enumerate().any(|(index, label)| *label != (index + 1).to_string());
    if says_something { labels } else { Vec::new() }
}

/// A run of pages that are numbered in one style.
struct Range {
    first: usize,
    style: Option<u8>,
    prefix: String,
    start: usize,
}

/// Number trees of honest files have two levels or three; a cyclic one would never end.
const MAX_DEPTH: usize = 16;
const MAX_RANGES: usize = 10_000;

fn read_tree(node: &Dict<'_>, depth: usize, ranges: &mut Vec<Range>) {
    if let Some(numbers) = node.get::<Array<'_>>("Nums") {
        let mut items = numbers.iter::<Object<'_>>();
        while let (Some(key), Some(value)) = (items.next(), items.next()) {
            let first = key.into_i32().and_then(|first| usize::try_from(first).ok());
            if let (Some(first), Some(label)) = (first, value.into_dict()) {
                ranges.push(Range::new(first, &label));
            }
        }
    }
    let Some(kids) = node.get::<Array<'_>>("Kids").filter(|_| depth < MAX_DEPTH) else { return };
    for kid in kids.iter::<Dict<'_>>() {
        if ranges.len() < MAX_RANGES {
            read_tree(&kid, depth + 1, ranges);
        }
    }
}

impl Range {
    fn new(first: usize, label: &Dict<'_>) -> Self {
        let style = label.get::<Name<'_>>("S").and_then(|style| style.as_ref().first().copied());
        let prefix = label.get::<PdfString<'_>>("P").map(|prefix| text_string(prefix.as_bytes()));
        let start = label.get::<i32>("St").and_then(|start| usize::try_from(start).ok()).unwrap_or(1);
        Self { first, style, prefix: prefix.unwrap_or_default(), start }
    }

    fn label(&self, index: usize) -> String {
        let number = self.start.saturating_add(index - self.first);
        let numeral = match self.style {
            Some(b'D') => number.to_string(),
            Some(b'R') => roman(number).to_uppercase(),
            Some(b'r') => roman(number),
            Some(b'A') => letters(number).to_uppercase(),
            Some(b'a') => letters(number),
            _ => String::new(),
        };
        format!("{}{numeral}", self.prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_prefix_and_numeral() {
        let range = Range { first: 4, style: Some(b'D'), prefix: "A-".into(), start: 8 };
        assert_eq!(range.label(5), "A-9");
    }
}
