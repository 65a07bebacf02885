//! Numbers as lists show them (ECMA-376 part 1, 17.18.59).

/// `number` in the named format; in digits for the many formats that other scripts have.
pub(crate) fn numeral(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).to_uppercase(),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

/// a to z, then aa to zz, and so on.
fn letters(number: u32) -> String {
    let Some(before) = number.checked_sub(1) else { return String::new() };
    let letter = char::from(b'a' + u8::try_from(before % 26).unwrap_or(0));
    std::iter::repeat_n(letter, (before / 26 + 1).min(MAX_REPEATED) as usize).collect()
}

const MAX_REPEATED: u32 = 40;

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    // Beyond this, Roman numerals have no agreed form.
    if number > 10_000 {
        return number.to_string();
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        text.push_str(&sign.repeat((rest / value) as usize));
        rest %= value;
    }
    text
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
