//! The string literals of Rust source: enough of its grammar to tell them from comments, lifetimes and characters.

/// Every string literal with the number, from 1, of the line on which it begins. Escapes stay as they are written.
pub fn literals(source: &str) -> Vec<(usize, String)> {
    let mut scan = Scan { rest: source, line: 1, word: false, found: Vec::new() };
    while scan.step() {}
    scan.found
}

struct Scan<'a> {
    rest: &'a str,
    line: usize,
    /// Whether the last character belongs to a name, so that an `r` after it opens no raw string.
    word: bool,
    found: Vec<(usize, String)>,
}

impl Scan<'_> {
    /// Takes the next comment, literal or character; false at the end.
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else { return false };
        let hashes = if self.word { None } else { raw_opening(self.rest) };
        if self.rest.starts_with("//") {
            self.take(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            self.take(comment_length(self.rest));
        } else if let Some((opening, close)) = hashes {
            self.take(opening);
            let length = self.rest.find(&close).unwrap_or(self.rest.len());
            self.literal(length, close.len());
        } else if first == '"' {
            self.take(1);
            self.literal(escaped_length(self.rest, '"'), 1);
        } else if first == '\'' {
            self.take(character_length(self.rest));
        } else {
            self.take(first.len_utf8());
            self.word = first.is_alphanumeric() || first == '_';
            return true;
        }
        self.word = false;
        true
    }

    fn literal(&mut self, length: usize, close: usize) {
        self.found.push((self.line, self.rest[..length].to_owned()));
        self.take((length + close).min(self.rest.len()));
    }

    fn take(&mut self, length: usize) {
        self.line += self.rest[..length].matches('\n').count();
        self.rest = &self.rest[length..];
    }
}

/// Length of the opening of a raw string, and what closes it.
fn raw_opening(rest: &str) -> Option<(usize, String)> {
    let prefix =
        ["r", "br", "cr"].into_iter().find(|prefix| rest.strip_prefix(prefix).is_some_and(opens_raw))?;
    let hashes = rest[prefix.len()..].len() - rest[prefix.len()..].trim_start_matches('#').len();
    Some((prefix.len() + hashes + 1, format!("\"{}", "#".repeat(hashes))))
}

fn opens_raw(rest: &str) -> bool {
    rest.trim_start_matches('#').starts_with('"')
}

/// Length of a comment, which may hold others.
fn comment_length(rest: &str) -> usize {
    let mut depth = 0;
    for (at, _) in rest.char_indices() {
        if rest[at..].starts_with("/*") {
            depth += 1;
        } else if at > 1 && rest[..at].ends_with("*/") {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
    rest.len()
}

/// Length up to the first `end` that no backslash escapes.
fn escaped_length(rest: &str, end: char) -> usize {
    let mut escaped = false;
    for (at, character) in rest.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            character if character == end => return at,
            _ => {}
        }
    }
    rest.len()
}

/// Length of a character literal, or of the mark that begins a lifetime.
fn character_length(rest: &str) -> usize {
    let inner = &rest[1..];
    let mut characters = inner.chars();
    match (characters.next(), characters.next()) {
        (Some('\\'), _) => (2 + escaped_length(inner, '\'')).min(rest.len()),
        (Some(one), Some('\'')) => 2 + one.len_utf8(),
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_told_from_all_else() {
        let table: &[(&str, &[(usize, &str)])] = &[
            (r#"let a = "one";"#, &[(1, "one")]),
            ("// \"no\"\nf(\"yes\")", &[(2, "yes")]),
            ("/* \"no\" /* nested */ \"no\" */ \"yes\"", &[(1, "yes")]),
            (r#""a \" b" "c""#, &[(1, r#"a \" b"#), (1, "c")]),
            ("r#\"raw \"quoted\"\"# \"next\"", &[(1, "raw \"quoted\""), (1, "next")]),
            ("'\"' \"x\" '\\'' \"y\"", &[(1, "x"), (1, "y")]),
            ("fn f<'a>(x: &'a str) { \"z\" }", &[(1, "z")]),
            ("\"two\nlines\" \"third\"", &[(1, "two\nlines"), (2, "third")]),
            ("for\"x\" b\"bytes\"", &[(1, "x"), (1, "bytes")]),
            ("\"no end", &[(1, "no end")]),
        ];
        for (source, expected) in table {
            let expected: Vec<(usize, String)> =
                expected.iter().map(|(line, text)| (*line, (*text).to_owned())).collect();
            assert_eq!(literals(source), expected, "{source}");
        }
    }
}
