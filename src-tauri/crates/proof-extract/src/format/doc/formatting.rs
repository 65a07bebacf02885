//! Formatting that matters for text: what is hidden or deleted, where rows of tables end ([MS-DOC] 2.9.33, 2.9.175).

use crate::format::office::{u16_at, u32_at};

/// Stretches of the stream and what is said of them.
pub(super) struct Formatting(Vec<Run>);

struct Run {
    from: u32,
    to: u32,
    flags: u8,
}

/// In a table.
pub(super) const IN_TABLE: u8 = 1;
/// The mark that ends a row.
pub(super) const ROW_END: u8 = 2;
/// Not shown.
pub(super) const HIDDEN: u8 = 4;
/// Deleted, with changes tracked.
pub(super) const DELETED: u8 = 8;

/// A page of formatting.
const PAGE: usize = 512;

/// Whose formatting a page is: that of characters, or that of paragraphs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Characters,
    Paragraphs,
}

impl Formatting {
    /// Reads the pages that the table `plc` lists; each is read once.
    pub(super) fn read(of: Of, plc: &[u8], document: &[u8]) -> Self {
        let count = plc.len().saturating_sub(4) / 8;
        let mut pages: Vec<u32> =
            (0..count).filter_map(|index| u32_at(plc, 4 * (count + 1) + 4 * index)).collect();
        pages.sort_unstable();
        pages.dedup();
        let mut runs = Vec::new();
        for page in pages {
            let at = (page & 0x003f_ffff) as usize * PAGE;
            if let Some(page) = document.get(at..at + PAGE) {
                read_page(of, page, &mut runs);
            }
        }
        runs.sort_by_key(|run| run.from);
        Self(runs)
    }

    /// What is said of the character that stands at `at`.
    pub(super) fn at(&self, at: u32) -> u8 {
        let after = self.0.partition_point(|run| run.from <= at);
        let run = after.checked_sub(1).and_then(|index| self.0.get(index));
        run.filter(|run| at < run.to).map_or(0, |run| run.flags)
    }

    /// Whether nothing is said of any.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn read_page(of: Of, page: &[u8], runs: &mut Vec<Run>) {
    let count = usize::from(page[PAGE - 1]);
    for index in 0..count {
        let (Some(from), Some(to)) = (u32_at(page, 4 * index), u32_at(page, 4 * index + 4)) else { return };
        let width = if of == Of::Characters { 1 } else { 13 };
        let Some(&offset) = page.get(4 * (count + 1) + width * index) else { return };
        let flags = if offset == 0 { 0 } else { properties(of, page, 2 * usize::from(offset)).unwrap_or(0) };
        if flags != 0 && from < to {
            runs.push(Run { from, to, flags });
        }
    }
}

/// What the properties at `at` in the page say.
fn properties(of: Of, page: &[u8], at: usize) -> Option<u8> {
    let length = usize::from(*page.get(at)?);
    let list = match (of, length) {
        (Of::Characters, length) => page.get(at + 1..at + 1 + length)?,
        // A paragraph's begin with the number of its style.
        (Of::Paragraphs, 0) => page.get(at + 4..at + 2 + 2 * usize::from(*page.get(at + 1)?))?,
        (Of::Paragraphs, length) => page.get(at + 3..at + 2 * length)?,
    };
    Some(flags(list))
}

/// Whether a section with these properties (2.9.245) begins on the page on which the one before it ends.
pub(super) fn goes_on(properties: &[u8]) -> bool {
    let mut rest = properties;
    while let Some(code) = u16_at(rest, 0) {
        let operand = rest.get(2..).unwrap_or_default();
        if code == 0x3009 {
            return matches!(operand.first(), Some(0 | 1));
        }
        let Some(after) = operand.get(operand_length(code, operand)..) else { break };
        rest = after;
    }
    false
}

/// What a list of property modifiers (2.2.5) says.
fn flags(list: &[u8]) -> u8 {
    let mut flags = 0;
    let mut rest = list;
    while let Some(code) = u16_at(rest, 0) {
        let operand = rest.get(2..).unwrap_or_default();
        let flag = match code {
            0x2416 => IN_TABLE,
            0x2417 => ROW_END,
            0x083c => HIDDEN,
            0x0800 => DELETED,
            _ => 0,
        };
        // 128 means as the style has it, 129 the opposite.
        match operand.first() {
            Some(1 | 129) => flags |= flag,
            Some(0) => flags &= !flag,
            _ => {}
        }
        let Some(after) = operand.get(operand_length(code, operand)..) else { break };
        rest = after;
    }
    flags
}

/// Bytes of the operand (2.6.1): most kinds have one length, the others tell it.
fn operand_length(code: u16, operand: &[u8]) -> usize {
    match code >> 13 {
        0 | 1 => 1,
        2 | 4 | 5 => 2,
        3 => 4,
        7 => 3,
        _ if code == 0xd608 => usize::from(u16_at(operand, 0).unwrap_or(0)) + 1,
        _ => usize::from(operand.first().copied().unwrap_or(0)) + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modifiers_are_read_past_those_that_do_not_matter() {
        let cases: [(&[u8], u8); 5] = [
            (&[0x16, 0x24, 1, 0x17, 0x24, 1], IN_TABLE | ROW_END),
            (&[0x03, 0x6a, 1, 2, 3, 4, 0x3c, 0x08, 1], HIDDEN),
            (&[0x15, 0xc6, 2, 9, 9, 0x00, 0x08, 1], DELETED),
            (&[0x3c, 0x08, 1, 0x3c, 0x08, 0], 0),
            (&[0x08, 0xd6, 0xff, 0xff, 1], 0),
        ];
        for (list, expected) in cases {
            assert_eq!(flags(list), expected, "{list:x?}");
        }
    }
}
