//! An amount: a sum of money that somebody states.

mod line;

use iso_currency::Currency;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::words::word_list;

word_list! {
    /// What a sum is. A claim is not an award.
    AmountKind {
        /// Asked for.
        Claimed = "claimed" => "claimed",
        /// Put forward to end the matter.
        Offered = "offered" => "offered",
        /// Agreed between the parties.
        Settled = "settled" => "settled",
        /// Imposed by an authority.
        Fined = "fined" => "fined",
        /// Granted by a court.
        Awarded = "awarded" => "awarded",
        /// Handed over.
        Paid = "paid" => "paid",
    }
}

word_list! {
    /// What a sum is counted over.
    Scope {
        /// All of it together.
        Total = "total" => "in total",
        /// For each person.
        PerHead = "per_head" => "per head",
    }
}

/// A sum of money as a source states it: one figure, a range, or words alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// What the sum is.
    pub kind: AmountKind,
    /// The figures; none where the source has words alone ("billions").
    pub range: Option<SumRange>,
    /// ISO 4217.
    pub currency: Currency,
    /// In total or per head.
    pub scope: Scope,
    /// The source's own words.
    pub as_stated: String,
    /// The source's own words for a conversion; empty where it states none.
    pub converted: String,
}

/// A lower and an upper bound; equal where one figure is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SumRange {
    low: Decimal,
    high: Decimal,
}

/// Why figures are no sum.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Not a decimal number.
    #[error("“{0}” is not a decimal number: write it like 5700000 or 5.7")]
    NotANumber(String),
    /// Lower than nothing, or upside down.
    #[error("a sum runs from a lower to a higher figure, both at least 0; this one from {0} to {1}")]
    NotARange(Decimal, Decimal),
    /// Not in ISO 4217.
    #[error("“{0}” is no currency of ISO 4217: write USD, EUR or GBP, for example")]
    UnknownCurrency(String),
    /// A line that states no sum.
    #[error(
        "“{line}” is no sum: {reason}. \
         Write it like claimed EUR 1500000000 total \"1.5 billion euros\" = \"about 1.8 billion US dollars\""
    )]
    NotALine {
        /// What was written.
        line: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl SumRange {
    /// A range from `low` to `high`, in whole units of the currency.
    ///
    /// # Errors
    /// [`AmountError::NotARange`] where it is negative or upside down.
    pub fn new(low: Decimal, high: Decimal) -> Result<Self, AmountError> {
        if low.is_sign_negative() || high < low {
            return Err(AmountError::NotARange(low, high));
        }
        Ok(Self { low, high })
    }

    /// The range that two decimal strings state; none where both are empty.
    ///
    /// # Errors
    /// Where one is no number or the two are no range.
    pub fn parse(low: &str, high: &str) -> Result<Option<Self>, AmountError> {
        let number =
            |text: &str| text.parse::<Decimal>().map_err(|_| AmountError::NotANumber(text.to_owned()));
        match (low, high) {
            ("", "") => Ok(None),
            (one, "") | ("", one) => Self::new(number(one)?, number(one)?).map(Some),
            (low, high) => Self::new(number(low)?, number(high)?).map(Some),
        }
    }

    /// Lower bound.
    pub const fn low(self) -> Decimal {
        self.low
    }

    /// Upper bound.
    pub const fn high(self) -> Decimal {
        self.high
    }

    /// Whether some figure lies in both.
    pub fn overlaps(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

impl Amount {
    /// The sum as a person would write it: "€1,500,000,000 in total".
    pub fn display(&self) -> String {
        let Some(range) = self.range else {
            return if self.as_stated.is_empty() {
                format!("{}, sum not stated", self.currency.code())
            } else {
                format!("{} ({})", self.as_stated, self.currency.code())
            };
        };
        let figures = if range.low == range.high {
            self.figure(range.low)
        } else {
            format!("{} to {}", self.figure(range.low), self.figure(range.high))
        };
        format!("{figures} {}", self.scope.shown())
    }

    fn figure(&self, value: Decimal) -> String {
        format!("{}{}", currency_mark(self.currency), grouped(value))
    }
}

/// The currency of an ISO 4217 code.
///
/// # Errors
/// [`AmountError::UnknownCurrency`].
pub fn currency(code: &str) -> Result<Currency, AmountError> {
    Currency::from_code(code).ok_or_else(|| AmountError::UnknownCurrency(code.to_owned()))
}

/// The mark before a figure: a sign where it can mean one currency only, else the code.
fn currency_mark(currency: Currency) -> String {
    match currency {
        Currency::USD => "US$".to_owned(),
        Currency::EUR => "€".to_owned(),
        Currency::GBP => "£".to_owned(),
        other => format!("{}\u{a0}", other.code()),
    }
}

fn grouped(value: Decimal) -> String {
    let text = value.normalize().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(low: &str, high: &str, code: &str, scope: Scope) -> String {
        Amount {
            kind: AmountKind::Claimed,
            range: SumRange::parse(low, high).unwrap(),
            currency: currency(code).unwrap(),
            scope,
            as_stated: "billions of pounds".to_owned(),
            converted: String::new(),
        }
        .display()
    }

    #[test]
    fn a_sum_reads_as_a_person_would_write_it() {
        let check = |low, high, code, scope, expect: &str| assert_eq!(shown(low, high, code, scope), expect);
        check("1500000000", "", "EUR", Scope::Total, "€1,500,000,000 in total");
        check("5700000", "5700000", "USD", Scope::Total, "US$5,700,000 in total");
        check("1000", "9999.50", "GBP", Scope::PerHead, "£1,000 to £9,999.5 per head");
        check("", "", "GBP", Scope::Total, "billions of pounds (GBP)");
        check("12", "", "PKR", Scope::Total, "PKR\u{a0}12 in total");
    }

    #[test]
    fn figures_that_are_no_sum_are_refused() {
        for (low, high) in [("-1", ""), ("2", "1"), ("five", "")] {
            assert!(SumRange::parse(low, high).is_err(), "{low} {high}");
        }
        assert!(currency("TikTok").is_err());
    }
}
