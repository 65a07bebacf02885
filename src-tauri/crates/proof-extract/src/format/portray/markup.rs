//! Markup as it is written here: every sign that could be taken for markup escaped.

/// Adds `text` to what stands between tags or quotation marks. Control characters are dropped, as pages of text drop
/// them.
pub(super) fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push('\n'),
            '\n' | '\t' => out.push(character),
            _ if character.is_control() => {}
            _ => out.push(character),
        }
    }
}

/// Adds an attribute to a start tag.
pub(super) fn attribute(out: &mut String, name: &str, value: &str) {
    out.extend([" ", name, "=\""]);
    escape(out, value);
    out.push('"');
}
