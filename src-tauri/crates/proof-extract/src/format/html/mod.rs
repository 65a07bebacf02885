//! HTML (the WHATWG standard's tokenizer; no tree is built, so depth costs nothing).

mod sight;
mod text;

pub(crate) use sight::{Seen, Sight, raw_content, tokenized};

use super::txt;
use crate::output::{Ending, Output, Reading};
use encoding_rs::{Encoding, UTF_8};

/// Reads a web page: one page, with its title as a claim.
pub(crate) fn read(input: &[u8], output: &mut Output<'_>) -> Reading {
    read_decoded(&decode(input), output)
}

/// The same for a page whose encoding was told.
pub(crate) fn read_decoded(html: &str, output: &mut Output<'_>) -> Reading {
    let document = text::document(html);
    output.claim("title", &document.title)?;
    output.page(None, &document.text)?;
    Ok(Ending::OK)
}

/// The text that a reader of the page sees, as lines.
pub(crate) fn text_of(html: &str) -> String {
    text::document(html).text
}

/// XHTML as HTML reads it: elements whose content is no markup, closed in their own tag, get an end tag, without which
/// they would swallow the rest.
pub(crate) fn with_closed_tags(xhtml: &str) -> String {
    const RAW: [&str; 6] = ["title", "script", "style", "textarea", "iframe", "noscript"];
    let mut html = String::with_capacity(xhtml.len());
    let mut rest = xhtml;
    while let Some((before, after)) = rest.split_once("/>") {
        html.push_str(before);
        rest = after;
        let tag = before.rsplit_once('<').map_or("", |(_, tag)| tag);
        let name = tag.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
        match RAW.iter().find(|raw| name.eq_ignore_ascii_case(raw)) {
            Some(raw) => html.extend(["></", raw, ">"]),
            None => html.push_str("/>"),
        }
    }
    html + rest
}

/// The page's source, in the encoding that it is in.
pub(crate) fn decode(input: &[u8]) -> String {
    txt::decode(input, declared_encoding(input))
}

/// The encoding that the document's first kilobytes name, as in `<meta charset=…>` or `<?xml encoding=…?>`. One that
/// the bytes do not fit is not believed.
fn declared_encoding(input: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&input[..input.len().min(4096)]).to_ascii_lowercase();
    let named = |mark: &str| {
        let (_, after) = head.split_once(mark)?;
        let label = after.trim_start_matches(['=', ' ', '"', '\'']);
        let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c));
        Encoding::for_label(&label.as_bytes()[..end.unwrap_or(label.len())])
    };
    let encoding = named("charset").or_else(|| named("encoding"))?;
    // Whoever could read the declaration as ASCII was not reading UTF-16.
    let encoding = if encoding.is_ascii_compatible() { encoding } else { UTF_8 };
    let (_, fault) = encoding.decode_without_bom_handling(input);
    (!fault).then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declared_encoding_counts_if_the_bytes_fit_it() {
        let cases: [(&[u8], &str); 3] = [
            (b"<meta charset=iso-8859-1><p>caf\xe9", "windows-1252"),
            (b"<?xml version='1.0' encoding='Shift_JIS'?>\x83\x65", "Shift_JIS"),
            (b"<meta charset=\"utf-16\">", "UTF-8"),
        ];
        for (input, expected) in cases {
            assert_eq!(declared_encoding(input).map(Encoding::name), Some(expected));
        }
        assert!(declared_encoding(b"<meta charset=utf-8>caf\xe9").is_none());
    }
}
