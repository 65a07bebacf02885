//! Numbers as lists show them (ECMA-376 part 1, 17.18.59).

use crate::format::numeral::{letters, roman};

/// `number` in the named format; in digits for the many formats that other scripts have.
pub(crate) fn numeral(number: u32, format: &str) -> String {
    let counted = usize::try_from(number).unwrap_or(usize::MAX);
    match format {
        "lowerLetter" => letters(counted),
        "upperLetter" => letters(counted).to_uppercase(),
        "lowerRoman" => roman(counted),
        "upperRoman" => roman(counted).to_uppercase(),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_lists_show_them() {
        let cases = [
            (1, "decimal", "1"),
            (27, "lowerLetter", "aa"),
            (3, "upperLetter", "C"),
            (1_994, "upperRoman", "MCMXCIV"),
            (4, "lowerRoman", "iv"),
            (7, "decimalZero", "07"),
            (0, "lowerLetter", ""),
        ];
        for (number, format, expected) in cases {
            assert_eq!(numeral(number, format), expected, "{number} {format}");
        }
    }
}
