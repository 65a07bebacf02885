//! What several words say together where no quotation marks hold them: sums, dates and citations of judgments.

use super::{Scanner, is_quote};
use crate::analysis::{asked_words, date_at, sum_at};
use crate::query::ast::{Field, Leaf, Wanted};

/// Characters that a sum, a date or a citation takes at most.
const LONGEST: usize = 64;
/// A number from here on is looked for as a sum as well; smaller ones are years and counts.
const LEAST_SUM: usize = 5;

impl Scanner {
    /// The sum, date or citation that begins here, up to the end of a word.
    pub(super) fn compound(&mut self) -> Option<Leaf> {
        let ahead: String = self.chars[self.at..].iter().take(LONGEST).collect();
        let (wanted, end) = date(&ahead).or_else(|| sum(&ahead)).or_else(|| citation(&ahead))?;
        let ends = |c: char| {
            c.is_whitespace() || matches!(c, '(' | ')' | ',' | '.' | ';' | '!' | '?') || is_quote(c)
        };
        let next = ahead[end..].chars().next();
        if next.is_some_and(|c| !ends(c)) {
            return None;
        }
        self.at += ahead[..end].chars().count();
        Some(Leaf { field: Field::Text, wanted })
    }
}

fn date(ahead: &str) -> Option<(Wanted, usize)> {
    let written = date_at(ahead, 0)?;
    Some((Wanted::Day(written.days), written.range.end))
}

fn sum(ahead: &str) -> Option<(Wanted, usize)> {
    let digit = ahead.find(|c: char| c.is_ascii_digit()).filter(|at| *at <= 5)?;
    let sum = sum_at(ahead, digit).filter(|sum| sum.range.start == 0)?;
    let number = sum.values.iter().any(|value| value.len() >= LEAST_SUM && !value.contains('.'));
    // A number that begins with a nought, or that letters or a dash go on, is part of a name.
    let plain = number && !ahead.starts_with('0');
    let words = if sum.named { Vec::new() } else { asked_words(&ahead[sum.range.clone()]) };
    let wanted = Wanted::Sum { values: sum.values, currency: sum.currency, words };
    (sum.named || plain).then_some((wanted, sum.range.end))
}

/// A neutral citation: `[2021] UKSC 50`, `[2021] EWCA Civ 1`.
fn citation(ahead: &str) -> Option<(Wanted, usize)> {
    let rest = ahead.strip_prefix('[')?;
    let (year, rest) = rest.split_once(']')?;
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut end = ahead.len() - rest.len();
    for (at, word) in rest.split(' ').enumerate() {
        end += word.len() + usize::from(at > 0);
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        match word {
            "" => {}
            _ if at > 1 && digits > 0 => {
                let end = end - word.len() + digits;
                return Some((Wanted::Phrase { words: asked_words(&ahead[..end]), slop: 0 }, end));
            }
            _ if at <= 3 && word.chars().all(char::is_alphabetic) => {}
            _ => return None,
        }
    }
    None
}
