//! Sums of money in a text, whichever way they are written.

use std::ops::Range;

/// A sum as a reader means it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sum {
    /// The number, written out: "5700000", "1.5". Two where the text can be read in two ways ("€1.500").
    pub values: Vec<String>,
    /// The currency, in a word of our own; `None` where none is named.
    pub currency: Option<&'static str>,
    /// Where it stands, with its currency.
    pub range: Range<usize>,
    /// Whether a currency or a "million" names it as more than a number.
    pub named: bool,
}

/// Symbols and codes that stand before a number. The longer ones come first.
const BEFORE: [(&str, &str); 26] = [
    ("US$", "$"),
    ("USD", "$"),
    ("AU$", "a$"),
    ("AUD", "a$"),
    ("A$", "a$"),
    ("CA$", "c$"),
    ("CAD", "c$"),
    ("C$", "c$"),
    ("HK$", "hk$"),
    ("HKD", "hk$"),
    ("$", "$"),
    ("EUR", "€"),
    ("€", "€"),
    ("GBP", "£"),
    ("£", "£"),
    ("JPY", "¥"),
    ("CNY", "¥"),
    ("RMB", "¥"),
    ("¥", "¥"),
    ("PKR", "rs"),
    ("INR", "rs"),
    ("Rs.", "rs"),
    ("Rs", "rs"),
    ("₨", "rs"),
    ("₹", "rs"),
    ("CHF", "chf"),
];

/// Words that stand after a number, folded.
const AFTER: [(&str, &str); 22] = [
    ("us dollars", "$"),
    ("u.s. dollars", "$"),
    ("australian dollars", "a$"),
    ("canadian dollars", "c$"),
    ("dollars", "$"),
    ("dollar", "$"),
    ("usd", "$"),
    ("aud", "a$"),
    ("cad", "c$"),
    ("euros", "€"),
    ("euro", "€"),
    ("eur", "€"),
    ("€", "€"),
    ("pounds", "£"),
    ("gbp", "£"),
    ("yuan", "¥"),
    ("yen", "¥"),
    ("rupees", "rs"),
    ("pkr", "rs"),
    ("inr", "rs"),
    ("chf", "chf"),
    ("francs", "chf"),
];

/// How many noughts a word after a number adds. `true` where the word means that only beside a currency.
const SCALES: [(&str, u32, bool); 29] = [
    ("thousand", 3, false),
    ("duizend", 3, false),
    ("k", 3, true),
    ("lakhs", 5, false),
    ("lakh", 5, false),
    ("millions", 6, false),
    ("million", 6, false),
    ("miljoen", 6, false),
    ("millionen", 6, false),
    ("millones", 6, false),
    ("milioni", 6, false),
    ("mln", 6, false),
    ("mio", 6, false),
    ("mn", 6, true),
    ("m", 6, true),
    ("crores", 7, false),
    ("crore", 7, false),
    ("billions", 9, false),
    ("billion", 9, false),
    ("miljard", 9, false),
    ("milliarden", 9, false),
    ("milliards", 9, false),
    ("milliard", 9, false),
    ("miliardi", 9, false),
    ("bln", 9, false),
    ("bn", 9, true),
    ("b", 9, true),
    ("trillion", 12, false),
    ("tn", 12, true),
];

/// More digits than any sum has.
const MOST_DIGITS: usize = 18;

/// The sum that is written from this byte on, which holds its first digit. A currency may stand before it.
pub(crate) fn at(text: &str, digit: usize) -> Option<Sum> {
    let number = Number::read(&text[digit..])?;
    let mut end = digit + number.length;
    let (start, before) = currency_before(text, digit).unwrap_or((digit, ""));
    let mut noughts = 0;
    let mut beside = !before.is_empty();
    let mut currency = (!before.is_empty()).then_some(before);
    if let Some((length, scale, beside_currency)) = word_after(&text[end..], &SCALES, |row| row.0)
        .map(|(length, (_, scale, beside))| (length, *scale, *beside))
        && (!beside_currency || beside || word_after(&text[end + length..], &AFTER, |row| row.0).is_some())
    {
        end += length;
        noughts = scale;
    }
    if currency.is_none()
        && let Some((length, (_, name))) = word_after(&text[end..], &AFTER, |row| row.0)
    {
        end += length;
        currency = Some(*name);
        beside = true;
    } else if let Some((length, (_, name))) = word_after(&text[end..], &AFTER, |row| row.0)
        && currency == Some(*name)
    {
        end += length;
    }
    let values = number.values(noughts);
    Some(Sum { values, currency, range: start..end, named: beside || noughts > 0 })
}

/// The currency that stands right before this byte, with its beginning.
fn currency_before(text: &str, digit: usize) -> Option<(usize, &'static str)> {
    let head = text[..digit].trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    if digit - head.len() > 3 {
        return None;
    }
    let (written, name) = BEFORE.iter().find(|(written, _)| head.ends_with(written))?;
    let start = head.len() - written.len();
    let alone = !text[..start].ends_with(char::is_alphanumeric);
    (alone || !written.starts_with(char::is_alphabetic)).then_some((start, *name))
}

/// The row of a table whose word follows here, and the bytes up to its end.
fn word_after<'t, T>(
    text: &str,
    table: &'t [T],
    word: impl Fn(&T) -> &'static str,
) -> Option<(usize, &'t T)> {
    let space = text.len() - text.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-', '\n']).len();
    if space > 3 {
        return None;
    }
    let rest = &text[space..];
    let fits = |row: &&T| {
        let word = word(row);
        let Some(head) = rest.get(..word.len()) else { return false };
        let ends = !rest[word.len()..].starts_with(char::is_alphanumeric);
        head.eq_ignore_ascii_case(word) && ends
    };
    table.iter().find(fits).map(|row| (space + word(row).len(), row))
}

/// A number as written.
struct Number<'a> {
    written: &'a str,
    length: usize,
}

impl<'a> Number<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let bytes = text.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let mut length = 0;
        while digit(length)
            || (matches!(bytes.get(length), Some(b'.' | b',')) && length > 0 && digit(length + 1))
        {
            length += 1;
        }
        let written = &text[..length];
        let digits = written.bytes().filter(u8::is_ascii_digit).count();
        (digits > 0 && digits <= MOST_DIGITS).then_some(Self { written, length })
    }

    /// What it may mean, with so many noughts more.
    fn values(&self, noughts: u32) -> Vec<String> {
        let mut values: Vec<String> =
            self.readings().into_iter().map(|(whole, part)| written_out(&whole, &part, noughts)).collect();
        values.dedup();
        values
    }

    /// Whole part and decimals. A dot or comma that stands once before three digits may part thousands or decimals; a
    /// comma there parts thousands.
    fn readings(&self) -> Vec<(String, String)> {
        let marks: Vec<(usize, char)> =
            self.written.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
        let Some(&(last, mark)) = marks.last() else { return vec![(self.written.into(), String::new())] };
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let whole = (digits(self.written), String::new());
        let parted = (digits(&self.written[..last]), self.written[last + 1..].to_owned());
        let others = marks[..marks.len() - 1].iter().filter(|(_, other)| *other != mark).count();
        let three = self.written.len() - last - 1 == 3;
        match (marks.len(), others, three) {
            (1, _, true) if mark == ',' => vec![whole],
            (1, _, true) if self.written.starts_with('0') => vec![parted],
            (1, _, true) => vec![parted, whole],
            (1, ..) => vec![parted],
            (_, 0, _) => vec![whole],
            _ => vec![parted],
        }
    }
}

/// A decimal number times a power of ten, without noughts that say nothing.
fn written_out(whole: &str, part: &str, noughts: u32) -> String {
    let noughts = noughts as usize;
    let mut digits = format!("{whole}{part}");
    let decimals = part.len().saturating_sub(noughts);
    digits.extend(std::iter::repeat_n('0', noughts.saturating_sub(part.len())));
    let (whole, part) = digits.split_at(digits.len() - decimals);
    let (whole, part) = (whole.trim_start_matches('0'), part.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let digit = text.find(|c: char| c.is_ascii_digit()).expect("a digit");
        let sum = at(text, digit).expect("a sum");
        format!("{} {} [{}]", sum.currency.unwrap_or("?"), sum.values.join("|"), &text[sum.range])
    }

    #[test]
    fn the_same_sum_is_read_from_every_notation() {
        let table = [
            ("fined $5.7 million by", "$ 5700000 [$5.7 million]"),
            ("5.7 million USD", "$ 5700000 [5.7 million USD]"),
            ("US$5,700,000.", "$ 5700000 [US$5,700,000]"),
            ("USD 5.7m", "$ 5700000 [USD 5.7m]"),
            ("5.7 million dollars", "$ 5700000 [5.7 million dollars]"),
            ("$5,700,000.00", "$ 5700000 [$5,700,000.00]"),
            ("5.7 million", "? 5700000 [5.7 million]"),
            ("€1,5 miljard", "€ 1500000000 [€1,5 miljard]"),
            ("€1.5bn", "€ 1500000000 [€1.5bn]"),
            ("1.500.000 euro", "€ 1500000 [1.500.000 euro]"),
            ("€ 1.500", "€ 1.5|1500 [€ 1.500]"),
            ("£1,250.50", "£ 1250.5 [£1,250.50]"),
            ("Rs. 2 crore", "rs 20000000 [Rs. 2 crore]"),
            ("A$20", "a$ 20 [A$20]"),
            ("5 m away", "? 5 [5]"),
            ("92 million\nUS dollars", "$ 92000000 [92 million\nUS dollars]"),
            ("0.750 million", "? 750000 [0.750 million]"),
            ("1990s", "? 1990 [1990]"),
        ];
        for (text, expect) in table {
            assert_eq!(read(text), expect, "{text:?}");
        }
    }

    #[test]
    fn a_plain_number_is_no_sum() {
        assert!(!at("2021 was", 0).expect("a number").named);
        assert!(at("$2021", 1).expect("a number").named);
        assert!(at("PRs 5", 4).is_some_and(|sum| !sum.named));
    }
}
