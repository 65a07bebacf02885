//! Numbers written by letters, as lists of word processors (ECMA-376 part 1, 17.18.59) and labels of PDF pages
//! (ISO 32000-1, 12.4.2) show them.

/// a to z, then aa to zz, then aaa to zzz, at most forty of one letter; nothing for 0.
pub(super) fn letters(number: usize) -> String {
    let Some(before) = number.checked_sub(1) else { return String::new() };
    let letter = char::from(b'a' + u8::try_from(before % 26).unwrap_or(0));
    std::iter::repeat_n(letter, (before / 26 + 1).min(MOST_REPEATED)).collect()
}

const MOST_REPEATED: usize = 40;

/// Small Roman numerals; digits from 10 000 on, where they have no agreed form.
pub(super) fn roman(mut number: usize) -> String {
    if number >= 10_000 {
        return number.to_string();
    }
    let mut roman = String::new();
    for (value, sign) in SIGNS {
        roman.push_str(&sign.repeat(number / value));
        number %= value;
    }
    roman
}

const SIGNS: [(usize, &str); 13] = [
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_follow_the_standards() {
        let cases = [
            (0, "", ""),
            (1, "i", "a"),
            (4, "iv", "d"),
            (26, "xxvi", "z"),
            (28, "xxviii", "bb"),
            (79, "lxxix", "aaaa"),
        ];
        for (number, expected_roman, expected_letters) in cases {
            assert_eq!(
                (roman(number).as_str(), letters(number).as_str()),
                (expected_roman, expected_letters)
            );
        }
        assert_eq!((roman(1_999).as_str(), roman(10_000).as_str()), ("mcmxcix", "10000"));
        assert_eq!(letters(usize::MAX).len(), 40);
    }
}
