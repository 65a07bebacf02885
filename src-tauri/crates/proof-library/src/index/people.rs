//! The names in what a document says of who wrote, sent and got it.

/// Each name once, in their order; the address of who has none. A claim is addresses as RFC 5322 has them, without
/// quotation marks, or a name alone.
pub(super) fn names<'a>(claims: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in claims.into_iter().flat_map(|claim| of(claim)) {
        if !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            names.push(name.to_owned());
        }
    }
    names
}

/// An address in angle brackets ends a person. A name may hold commas ("Smith, Jane"), an address alone does not.
fn of(claim: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = claim;
    while let Some((before, after)) = rest.split_once('<') {
        let (address, behind) = after.split_once('>').unwrap_or((after, ""));
        let mut name = before;
        while let Some((first, more)) = name.split_once(',').filter(|(first, _)| is_bare(first)) {
            names.push(first);
            name = more;
        }
        names.push(if name.trim().is_empty() { address } else { name });
        rest = behind.trim_start().trim_start_matches(',');
    }
    if rest.split(',').all(is_bare) {
        names.extend(rest.split(','));
    } else {
        names.push(rest);
    }
    names.into_iter().map(str::trim).filter(|name| !name.is_empty()).collect()
}

/// Whether this is an address without a name, or nothing.
fn is_bare(part: &str) -> bool {
    let part = part.trim();
    part.is_empty() || (part.contains('@') && !part.contains(' '))
}

#[cfg(test)]
mod tests {
    use super::names;

    fn check(claim: &str, expected: &[&str]) {
        assert_eq!(names([&claim.to_owned()]), expected, "{claim}");
    }

    #[test]
    fn names_are_read_from_addresses_and_an_address_stands_for_who_has_none() {
        check("Jane Smith <jane@example.org>", &["Jane Smith"]);
        check("Smith, Jane <jane@example.org>, Bob <bob@example.org>", &["Smith, Jane", "Bob"]);
        check("a@example.org, Smith, Jane <jane@example.org>", &["a@example.org", "Smith, Jane"]);
        check(
            "Jane <j@example.org>, a@example.org, b@example.org",
            &["Jane", "a@example.org", "b@example.org"],
        );
        check("<a@example.org>", &["a@example.org"]);
        check("Clearview AI, Inc.", &["Clearview AI, Inc."]);
        check("Jane <j@example.org>, JANE <k@example.org>", &["Jane"]);
        check("Jane <j@example.org", &["Jane"]);
        check("", &[]);
    }
}
