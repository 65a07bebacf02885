//! Several words in one cell, parted by a sign: names and tags by semicolons, numbers by line breaks.
//!
//! A word that holds the sign, or begins with a quotation mark, stands in quotation marks; one within is doubled.

/// A word as it stands in a cell.
pub(super) fn item(word: &str, sign: char) -> String {
    let plain = !word.contains(sign) && !word.starts_with('"') && word.trim() == word && !word.is_empty();
    if plain { word.to_owned() } else { quoted(word) }
}

/// A word in quotation marks.
pub(super) fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace('"', "\"\""))
}

/// The parts of a cell, each with what stands after its closing quotation mark, where it is in quotation marks.
pub(super) fn split(cell: &str, sign: char) -> Vec<(String, Option<String>)> {
    // Whether this part began with a quotation mark; none before its first letter.
    let mut in_marks = None;
    let mut within = false;
    let ends = |letter: char| {
        if !letter.is_whitespace() {
            in_marks.get_or_insert(letter == '"');
        }
        within ^= letter == '"' && in_marks == Some(true);
        let end = letter == sign && !within;
        if end {
            in_marks = None;
        }
        end
    };
    let parts: Vec<&str> = cell.split(ends).map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.into_iter().map(taken_apart).collect()
}

/// The words of a cell.
pub(super) fn words(cell: &str, sign: char) -> Vec<String> {
    let whole = |(word, rest): (String, Option<String>)| match rest {
        Some(rest) if !rest.is_empty() => format!("{word} {rest}"),
        _ => word,
    };
    split(cell, sign).into_iter().map(whole).filter(|word| !word.is_empty()).collect()
}

fn taken_apart(part: &str) -> (String, Option<String>) {
    let Some(mut rest) = part.strip_prefix('"') else { return (part.to_owned(), None) };
    let mut word = String::new();
    while let Some((before, after)) = rest.split_once('"') {
        word.push_str(before);
        let Some(doubled) = after.strip_prefix('"') else {
            return (word, Some(after.trim().to_owned()));
        };
        word.push('"');
        rest = doubled;
    }
    // Never closed: it is meant as it stands.
    (part.to_owned(), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_a_cell_are_told_apart() {
        let check = |cell: &str, expect: &[&str]| assert_eq!(words(cell, ';'), expect, "{cell}");
        check("a; b ;;c", &["a", "b", "c"]);
        check("", &[]);
        check("\"a; b\"; c \"d\"", &["a; b", "c \"d\""]);
        check("\"a \"\"x\"\"; b\"", &["a \"x\"; b"]);
        check("\"open; b", &["\"open; b"]);
        assert_eq!(split("\"a;b\" [class]; c", ';')[0], ("a;b".to_owned(), Some("[class]".to_owned())));
    }

    #[test]
    fn every_word_is_read_back() {
        for word in ["a", "a;b", "\"a", "\"", "a\"b\";c", "\";\"", "; ;", "a\nb", "\"\"a;"] {
            let cell = format!("{};{}", item(word, ';'), item(word, ';'));
            assert_eq!(words(&cell, ';'), [word, word], "{cell}");
        }
    }
}
