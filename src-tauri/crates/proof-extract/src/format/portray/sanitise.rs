//! The last word on what a shown page may hold.

use super::picture::is_made_here;
use super::tags::{self, PLACE};
use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// What may hold no content that is shown, should it ever come this far.
const EMPTIED: [&str; 10] =
    ["embed", "iframe", "math", "noscript", "object", "script", "style", "svg", "template", "title"];

/// `html` as a tree of allowed elements with allowed attributes, each tag balanced, whatever it was.
pub(super) fn sanitise(html: &str) -> String {
    let attributes = HashMap::from([
        ("a", HashSet::from(["href", "title"])),
        ("img", HashSet::from(["src", "alt", "width", "height"])),
        ("li", HashSet::from(["value"])),
        ("ol", HashSet::from(["start", "type", "reversed"])),
        ("td", HashSet::from(["colspan", "rowspan"])),
        ("th", HashSet::from(["colspan", "rowspan", "scope"])),
    ]);
    Builder::empty()
        .tags(tags::kept().collect())
        .clean_content_tags(EMPTIED.into())
        .tag_attributes(attributes)
        .generic_attributes(HashSet::from(["dir", "id", "lang"]))
        .allowed_classes(HashMap::from([("span", HashSet::from(["left-out"]))]))
        .url_schemes(HashSet::from(["data"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .attribute_filter(kept)
        .clean(html)
        .to_string()
}

/// The value of an attribute, if it may stay.
fn kept<'a>(element: &str, name: &str, value: &'a str) -> Option<Cow<'a, str>> {
    let stays = match (element, name) {
        ("a", "href") => value.strip_prefix('#').is_some_and(|place| place.starts_with(PLACE)),
        ("img", "src") => is_made_here(value),
        (_, "id") => value.starts_with(PLACE),
        ("a", "title") | ("img", "alt") | ("span", "class") => true,
        _ => tags::attribute_value(element, name, value).is_some(),
    };
    stays.then_some(Cow::Borrowed(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_what_is_allowed_comes_through() {
        let cases = [
            ("<p onclick=x style=y class=z>a<script>b</script>", "<p>a</p>"),
            ("<a href='http://x/' title='http://x/' ping=y>a</a>", "<a title=\"http://x/\">a</a>"),
            ("<a href='#part-1'>a</a><a href='#other'>b</a>", "<a href=\"#part-1\">a</a><a>b</a>"),
            ("<a href='data:image/gif;base64,AA'>a</a>", "<a>a</a>"),
            ("<img src='http://x/' srcset='http://x/ 2x'>", "<img>"),
            ("<img src='data:image/gif;base64,AA=='>", "<img src=\"data:image/gif;base64,AA==\">"),
            ("<img src='data:image/svg+xml;base64,AA=='>", "<img>"),
            ("<span class='left-out other'>a</span>", "<span class=\"left-out\">a</span>"),
            ("<b id=x>a</b><b id=part-x>b</b>", "<b>a</b><b id=\"part-x\">b</b>"),
            ("<svg><a href=http://x/>a</a></svg><math><mi>b</math>c", "c"),
            ("<td colspan=2 background=x>a", "a"),
        ];
        for (html, expected) in cases {
            assert_eq!(sanitise(html), expected, "{html}");
        }
    }
}
