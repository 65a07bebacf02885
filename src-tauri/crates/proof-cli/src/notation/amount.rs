use proof_api::AmountArgs;
use proof_model::{Amount, AmountError};

use crate::failure::Failure;

/// How a sum is written. The figures may be left out where words are stated.
pub const SUM: &str = "KIND CURRENCY LOW[..HIGH] [per_head] [\"words as stated\"] [= \"converted words\"]";

/// Reads sums, each written as [`SUM`] says.
pub fn amounts(texts: &[String]) -> Result<Vec<AmountArgs>, Failure> {
    texts.iter().map(|text| amount(text)).collect()
}

fn amount(text: &str) -> Result<AmountArgs, Failure> {
    let sum = Amount::from_line(text).map_err(|error| no_amount(text, &error))?;
    if sum.range.is_none() && sum.as_stated.is_empty() {
        let reason = "it has neither figures nor words".to_owned();
        return Err(no_amount(text, &AmountError::NotALine { line: text.to_owned(), reason }));
    }
    let figure = |bound: Option<String>| bound.unwrap_or_default();
    Ok(AmountArgs {
        kind: sum.kind.as_str().to_owned(),
        low: figure(sum.range.map(|range| range.low().to_string())),
        high: figure(sum.range.map(|range| range.high().to_string())),
        currency: sum.currency.code().to_owned(),
        scope: sum.scope.as_str().to_owned(),
        as_stated: sum.as_stated,
        converted: sum.converted,
    })
}

fn no_amount(text: &str, error: &AmountError) -> Failure {
    let message = match error {
        AmountError::NotALine { reason, .. } => format!("“{text}” is no sum: {reason}"),
        error => format!("“{text}” is no sum: {error}"),
    };
    Failure::usage(
        message,
        format!(
            "Write it as {SUM}, like\n'claimed EUR 1500000000 \"1.5 billion euros\" = \"about $1.8 billion\"'"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_read_part_by_part() {
        let check = |text: &str, expect: [&str; 7]| {
            let sum = amount(text).unwrap();
            let AmountArgs { kind, low, high, currency, scope, as_stated, converted } = &sum;
            assert_eq!([kind, currency, low, high, scope, as_stated, converted], expect, "{text}");
        };
        check("fined EUR 750000", ["fined", "EUR", "750000", "750000", "total", "", ""]);
        check("claimed gbp 1,000..2,500 per_head", ["claimed", "GBP", "1000", "2500", "per_head", "", ""]);
        check("offered EUR \"billions\"", ["offered", "EUR", "", "", "total", "billions", ""]);
        check(
            "claimed EUR 1500000000 \"1.5 billion euros\" = \"about $1.8 billion\"",
            [
                "claimed",
                "EUR",
                "1500000000",
                "1500000000",
                "total",
                "1.5 billion euros",
                "about $1.8 billion",
            ],
        );
    }

    #[test]
    fn what_is_no_sum_is_refused() {
        for text in ["", "fined", "fined EUR", "fined 750000 EUR", "fined EUR 5 each", "fined EUR 5 = 3"] {
            assert!(amount(text).is_err(), "{text}");
        }
    }
}
