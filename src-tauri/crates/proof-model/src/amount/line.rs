//! A sum on one line, as tables and the command line write it:
//! `claimed EUR 1500000000 total "1.5 billion euros" = "about 1.8 billion US dollars"`.
//!
//! Kind, currency, figure (`LOW..HIGH` for a range, none for words alone), scope (`total` where left out), the source's
//! words, and after `=` its words for a conversion. A quotation mark within words is doubled.

use super::{Amount, AmountError, AmountKind, Scope, SumRange, currency};

impl Amount {
    /// The sum on one line, from which [`Amount::from_line`] reads the same sum. A line of words may hold line breaks.
    pub fn to_line(&self) -> String {
        let mut parts = vec![self.kind.as_str().to_owned(), self.currency.code().to_owned()];
        if let Some(range) = self.range {
            let (low, high) = (range.low().normalize(), range.high().normalize());
            parts.push(if low == high { low.to_string() } else { format!("{low}..{high}") });
        }
        parts.push(self.scope.as_str().to_owned());
        if !self.as_stated.is_empty() {
            parts.push(quoted(&self.as_stated));
        }
        if !self.converted.is_empty() {
            parts.push(format!("= {}", quoted(&self.converted)));
        }
        parts.join(" ")
    }

    /// Reads a sum from one line.
    ///
    /// # Errors
    /// [`AmountError`], which says what is wrong and how a sum is written.
    pub fn from_line(line: &str) -> Result<Self, AmountError> {
        let fault = |reason: String| AmountError::NotALine { line: line.trim().to_owned(), reason };
        let mut parts = parts(line).map_err(fault)?.into_iter().peekable();
        let mut word = |fits: &dyn Fn(&str) -> bool| {
            parts.next_if(|part| matches!(part, Part::Word(word) if fits(word))).map(Part::into_text)
        };
        let kind = word(&|_| true).ok_or_else(|| fault("it names no kind, such as claimed".to_owned()))?;
        let kind = AmountKind::from_word(&kind).map_err(|error| fault(error.to_string()))?;
        let code = word(&|_| true).ok_or_else(|| fault("it names no currency, such as EUR".to_owned()))?;
        let figures = word(&|word| word.starts_with(|first: char| first.is_ascii_digit() || first == '-'));
        let scope = word(&|word| Scope::from_word(word).is_ok());
        let as_stated =
            parts.next_if(|part| matches!(part, Part::Quoted(_))).map(Part::into_text).unwrap_or_default();
        let converted = match (parts.next(), parts.next(), parts.next()) {
            (None, _, _) => String::new(),
            (Some(Part::Equals), Some(Part::Quoted(words)), None) => words,
            (Some(Part::Word(word)), ..) => return Err(fault(format!("“{word}” has no place there"))),
            _ => {
                return Err(fault(
                    "after the words comes nothing, or = and words in quotation marks".to_owned(),
                ));
            }
        };
        if figures.is_none() && scope.is_none() && as_stated.is_empty() {
            return Err(fault("it states neither figures nor words".to_owned()));
        }
        Ok(Self {
            kind,
            range: range(figures.as_deref().unwrap_or_default())?,
            currency: currency(&code.to_uppercase())?,
            scope: scope.and_then(|word| Scope::from_word(&word).ok()).unwrap_or(Scope::Total),
            as_stated,
            converted,
        })
    }

    /// Reads sums, one a line. A line break within quotation marks ends no line.
    ///
    /// # Errors
    /// [`AmountError`] of the first line that states none.
    pub fn from_lines(text: &str) -> Result<Vec<Self>, AmountError> {
        let mut within = false;
        let ends_line = |sign: char| {
            within ^= sign == '"';
            sign == '\n' && !within
        };
        let lines = text.split(ends_line).filter(|line| !line.trim().is_empty());
        lines.map(Self::from_line).collect()
    }
}

/// One part of a line.
enum Part {
    Word(String),
    Quoted(String),
    Equals,
}

impl Part {
    fn into_text(self) -> String {
        match self {
            Self::Word(text) | Self::Quoted(text) => text,
            Self::Equals => "=".to_owned(),
        }
    }
}

/// Figures with or without marks between their thousands.
fn range(figures: &str) -> Result<Option<SumRange>, AmountError> {
    let plain = figures.replace([',', '_'], "");
    let (low, high) = plain.split_once("..").unwrap_or((&plain, ""));
    SumRange::parse(low, high)
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('"', "\"\""))
}

fn parts(line: &str) -> Result<Vec<Part>, String> {
    let mut rest = line.trim();
    let mut parts = Vec::new();
    while let Some(first) = rest.chars().next() {
        let (part, after) = match first {
            '"' => unquoted(rest)?,
            '=' => (Part::Equals, &rest[1..]),
            _ => {
                let end = rest.find(|sign: char| sign.is_whitespace() || matches!(sign, '"' | '='));
                let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
                (Part::Word(word.to_owned()), after)
            }
        };
        parts.push(part);
        rest = after.trim_start();
    }
    Ok(parts)
}

/// The words that begin with a quotation mark, up to the one that is not doubled.
fn unquoted(text: &str) -> Result<(Part, &str), String> {
    let mut words = String::new();
    let mut rest = &text[1..];
    while let Some((before, after)) = rest.split_once('"') {
        words.push_str(before);
        let Some(doubled) = after.strip_prefix('"') else { return Ok((Part::Quoted(words), after)) };
        words.push('"');
        rest = doubled;
    }
    Err("a quotation mark is not closed".to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_sum_is_written_on_a_line_and_read_back() {
        for line in [
            "claimed EUR 1500000000 total \"1.5 billion euros\" = \"about 1.8 billion US dollars\"",
            "fined USD 5.7 per_head",
            "settled GBP 1000..2500 total",
            "offered PKR total \"billions\"",
            "paid GBP total",
            "awarded USD 1 total \"the \"\"smart\"\" sum; = 1\"",
            "awarded USD 1 total = \"two\nlines\"",
        ] {
            assert_eq!(Amount::from_line(line).unwrap().to_line(), line);
        }
    }

    #[test]
    fn what_people_leave_out_or_add_is_understood() {
        let check = |line: &str, expect: &str| assert_eq!(Amount::from_line(line).unwrap().to_line(), expect);
        check("fined eur 750,000", "fined EUR 750000 total");
        check(" claimed GBP 1_000..2,500 per_head ", "claimed GBP 1000..2500 per_head");
        check("paid USD 5.70=\"an eighth\"", "paid USD 5.7 total = \"an eighth\"");
    }

    #[test]
    fn a_line_that_states_no_sum_says_why() {
        let check = |line: &str, words: &str| {
            let error = Amount::from_line(line).unwrap_err().to_string();
            assert!(error.contains(words), "{line}: {error}");
        };
        check("", "names no kind");
        check("fined", "names no currency");
        check("fined EUR", "neither figures nor words");
        check("lost EUR 5", "“lost” is none of claimed");
        check("fined 750000 EUR", "“EUR” has no place there");
        check("fined ABC 5", "no currency of ISO 4217");
        check("fined EUR 5..4", "from a lower to a higher");
        check("fined EUR -5", "at least 0");
        check("fined EUR 5 each", "“each” has no place there");
        check("fined EUR 5 \"no end", "not closed");
        check("fined EUR 5 = 3", "after the words");
        check("fined EUR 5 \"a\" \"b\"", "after the words");
    }

    #[test]
    fn a_line_break_in_quotation_marks_ends_no_line() {
        let sums = Amount::from_lines("paid USD 1 total \"a\nb\"\n\nfined EUR 2\n").unwrap();
        assert_eq!(sums.iter().map(|sum| sum.as_stated.as_str()).collect::<Vec<_>>(), ["a\nb", ""]);
        assert!(Amount::from_lines("paid USD 1\nnothing").is_err());
        assert_eq!(Amount::from_lines(" \n"), Ok(Vec::new()));
    }

    proptest! {
        #[test]
        fn every_sum_is_read_back(
            kind in prop::sample::select(AmountKind::ALL),
            scope in prop::sample::select(Scope::ALL),
            figures in prop::option::of((0_u64..1 << 40, 0_u64..1 << 40)),
            words in prop::collection::vec("[\"= a\n.1]{0,8}", 2),
        ) {
            let range = figures.map(|(low, more)| SumRange::new(low.into(), (low + more).into()).unwrap());
            let currency = currency("GBP").unwrap();
            let [as_stated, converted] = [0, 1].map(|at: usize| words[at].clone());
            let sum = Amount { kind, range, currency, scope, as_stated, converted };
            prop_assert_eq!(Amount::from_lines(&format!("{0}\n{0}", sum.to_line())), Ok(vec![sum.clone(), sum]));
        }
    }
}
