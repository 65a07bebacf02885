//! Full dates in a text, in figures or with the month as a word.

use std::ops::Range;

/// Year, month and day.
pub(crate) type Day = (u16, u8, u8);

/// A day as it is written somewhere: year, month, day. Two where the figures can be read in two ways ("03/04/2021").
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    pub days: Vec<Day>,
    pub range: Range<usize>,
}

/// The date that is written from this byte on, where a word begins.
pub(crate) fn at(text: &str, start: usize) -> Option<Written> {
    let mut cursor = Cursor { text, at: start };
    let days = if text.as_bytes().get(start)?.is_ascii_digit() {
        cursor.figures().or_else(|| Cursor { text, at: start }.day_first(&mut cursor))?
    } else {
        cursor.month_first()?
    };
    let ends = !text[cursor.at..].starts_with(|c: char| c.is_alphanumeric());
    (ends && !days.is_empty()).then_some(Written { days, range: start..cursor.at })
}

/// The month that a word names, in English, Dutch, German, French, Spanish or Italian, or the English short form.
pub(crate) fn month(word: &str) -> Option<u8> {
    if !(3..=10).contains(&word.len()) {
        return None;
    }
    Some(match word.to_lowercase().as_str() {
        "january" | "jan" | "januari" | "januar" | "janvier" | "enero" | "gennaio" => 1,
        "february" | "feb" | "februari" | "februar" | "février" | "febrero" | "febbraio" => 2,
        "march" | "mar" | "maart" | "märz" | "mars" | "marzo" => 3,
        "april" | "apr" | "avril" | "abril" | "aprile" => 4,
        "may" | "mei" | "mai" | "mayo" | "maggio" => 5,
        "june" | "jun" | "juni" | "juin" | "junio" | "giugno" => 6,
        "july" | "jul" | "juli" | "juillet" | "julio" | "luglio" => 7,
        "august" | "aug" | "augustus" | "août" | "agosto" => 8,
        "september" | "sep" | "sept" | "septembre" | "septiembre" | "settembre" => 9,
        "october" | "oct" | "oktober" | "octobre" | "octubre" | "ottobre" => 10,
        "november" | "nov" | "novembre" | "noviembre" => 11,
        "december" | "dec" | "dezember" | "décembre" | "diciembre" | "dicembre" => 12,
        _ => return None,
    })
}

#[derive(Clone, Copy)]
struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// A number of so many digits and no more.
    fn number(&mut self, digits: std::ops::RangeInclusive<usize>) -> Option<u16> {
        let count = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        if !digits.contains(&count) {
            return None;
        }
        let read = self.rest()[..count].parse().ok()?;
        self.at += count;
        Some(read)
    }

    fn skip(&mut self, chars: &[char], most: usize) -> bool {
        let count = self
            .rest()
            .chars()
            .take(most)
            .take_while(|c| chars.contains(c))
            .map(char::len_utf8)
            .sum::<usize>();
        self.at += count;
        count > 0
    }

    fn take(&mut self, word: &str) -> bool {
        let taken = self.rest().starts_with(word);
        self.at += if taken { word.len() } else { 0 };
        taken
    }

    fn month(&mut self) -> Option<u8> {
        let length = self.rest().find(|c: char| !c.is_alphabetic()).unwrap_or(self.rest().len());
        let read = month(&self.rest()[..length])?;
        self.at += length;
        self.take(".");
        Some(read)
    }

    /// `2021-04-21`, `2021/4/21`, `21.04.2021`, `4/21/2021`.
    fn figures(&mut self) -> Option<Vec<Day>> {
        let began = *self;
        let read = self.figures_at();
        if read.is_none() {
            *self = began;
        }
        read
    }

    fn figures_at(&mut self) -> Option<Vec<Day>> {
        let first = self.number(1..=4)?;
        let digits = self.text.as_bytes()[..self.at].iter().rev().take_while(|b| b.is_ascii_digit()).count();
        let mark = self.rest().chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
        self.skip(&[mark], 1);
        let second = self.number(1..=2)?;
        if !self.skip(&[mark], 1) {
            return None;
        }
        if digits == 4 {
            let day = self.number(1..=2)?;
            return Some(valid(first, second, day).into_iter().collect());
        }
        let year = self.number(4..=4)?;
        let mut days: Vec<_> =
            valid(year, second, first).into_iter().chain(valid(year, first, second)).collect();
        days.dedup();
        Some(days)
    }

    /// `21 April 2021`, `21st of April, 2021`; moves the other cursor to its end.
    fn day_first(mut self, end: &mut Self) -> Option<Vec<Day>> {
        let day = self.number(1..=2)?;
        let _ = ["st", "nd", "rd", "th", "e", "."].iter().any(|suffix| self.take(suffix));
        if !self.skip(&[' ', '\n', '\u{a0}', '-'], 2) {
            return None;
        }
        let _ = self.take("of ") || self.take("de ");
        let month = self.month()?;
        self.skip(&[',', ' ', '\n', '\u{a0}', '-'], 3);
        self.take("de ");
        let year = self.number(4..=4)?;
        *end = self;
        Some(valid(year, month.into(), day).into_iter().collect())
    }

    /// `April 21, 2021`, `Apr. 21st 2021`.
    fn month_first(&mut self) -> Option<Vec<Day>> {
        let month = self.month()?;
        if !self.skip(&[' ', '\n', '\u{a0}'], 2) {
            return None;
        }
        let day = self.number(1..=2)?;
        let _ = ["st", "nd", "rd", "th"].iter().any(|suffix| self.take(suffix));
        if !self.skip(&[',', ' ', '\n', '\u{a0}'], 3) {
            return None;
        }
        let year = self.number(4..=4)?;
        Some(valid(year, month.into(), day).into_iter().collect())
    }
}

fn valid(year: u16, month: u16, day: u16) -> Option<Day> {
    let days = match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    (1..=days).contains(&day).then_some((year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_day_is_read_from_every_notation() {
        let table: [(&str, &[Day]); 16] = [
            ("2021-04-21 x", &[(2021, 4, 21)]),
            ("2021/4/21", &[(2021, 4, 21)]),
            ("21 April 2021", &[(2021, 4, 21)]),
            ("21st of April, 2021", &[(2021, 4, 21)]),
            ("21 april 2021", &[(2021, 4, 21)]),
            ("21. März 2021", &[(2021, 3, 21)]),
            ("21 de abril de 2021", &[(2021, 4, 21)]),
            ("April 21, 2021", &[(2021, 4, 21)]),
            ("Apr. 21st 2021", &[(2021, 4, 21)]),
            ("21-Apr-2021", &[(2021, 4, 21)]),
            ("21.04.2021", &[(2021, 4, 21)]),
            ("04/21/2021", &[(2021, 4, 21)]),
            ("03/04/2021", &[(2021, 4, 3), (2021, 3, 4)]),
            ("29 February 2020", &[(2020, 2, 29)]),
            ("2021-02-29", &[]),
            ("April 2021", &[]),
        ];
        for (text, expect) in table {
            let days = at(text, 0).map(|written| written.days).unwrap_or_default();
            assert_eq!(days, expect, "{text:?}");
        }
    }

    #[test]
    fn what_goes_on_is_no_date() {
        assert_eq!(at("2021-04-210", 0), None);
        assert_eq!(at("Mayor 5, 2021", 0), None);
    }
}
