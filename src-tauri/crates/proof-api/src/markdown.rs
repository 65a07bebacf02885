//! Notes as HTML: `CommonMark` in, nothing that runs, loads or leads anywhere out.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

/// The tags that a note's text can come to.
const TAGS: [&str; 24] = [
    "p",
    "br",
    "em",
    "strong",
    "del",
    "ul",
    "ol",
    "li",
    "blockquote",
    "code",
    "pre",
    "hr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
];

/// A note's text as HTML. Raw HTML is shown as it is written; a link and an image show where they would lead.
pub(crate) fn to_html(markdown: &str) -> String {
    let mut targets = Vec::new();
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let inert = events.filter_map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            targets.push(dest_url);
            None
        }
        Event::End(TagEnd::Link | TagEnd::Image) => {
            let target = targets.pop()?;
            Some(Event::Text(format!(" ({target})").into()))
        }
        Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => None,
        other => Some(other),
    });
    let mut out = String::new();
    html::push_html(&mut out, inert);
    let mut cleaner = ammonia::Builder::empty();
    cleaner.tags(TAGS.into_iter().collect());
    cleaner.clean(&out).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_shown_and_nothing_in_it_runs_or_leads_away() {
        let check = |markdown: &str, expect: &str| assert_eq!(to_html(markdown).trim(), expect, "{markdown}");
        check("**Call** the *clerk*", "<p><strong>Call</strong> the <em>clerk</em></p>");
        check("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>");
        check("[docket](https://a.example/x)", "<p>docket (https://a.example/x)</p>");
        check("![plan](file:///etc/passwd)", "<p>plan (file:///etc/passwd)</p>");
        check("a <script>alert(1)</script>", "<p>a &lt;script&gt;alert(1)&lt;/script&gt;</p>");
        check("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;");
    }
}
