//! What elements are shown as, and what they may say in attributes.

/// Elements that a shown page may have, by spaces. None loads or leads or runs, but `img`, whose address is made here.
const KEPT: &str = "a abbr address article aside b bdi bdo blockquote br caption cite code dd del dfn div dl dt em \
    figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rt ruby s samp \
    section small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr";

/// Elements that a shown page may have.
pub(super) fn kept() -> impl Iterator<Item = &'static str> {
    KEPT.split(' ')
}

/// The element that one of this name is shown as. The text of all others is shown without them.
pub(super) fn shown_as(name: &str) -> Option<&'static str> {
    let name = match name {
        // What opens, folds or is filled in is shown open, and stands on lines of its own.
        "center" | "details" | "dialog" | "fieldset" | "form" | "hgroup" | "legend" | "optgroup"
        | "option" | "search" | "summary" => "div",
        "textarea" | "xmp" | "listing" | "plaintext" => "pre",
        "button" | "label" => "span",
        "dir" | "menu" => "ul",
        "acronym" => "abbr",
        "strike" => "s",
        "tt" => "code",
        name => name,
    };
    kept().find(|kept| *kept == name && name != "img")
}

/// Whether an element of this name has no content and no end tag.
pub(super) fn is_void(name: &str) -> bool {
    matches!(name, "br" | "hr" | "img" | "wbr")
}

/// Whether its end tag may be left out, so that a start tag of the same kind ends it: it never nests in itself without
/// another element between.
pub(super) fn ends_itself(name: &str) -> bool {
    matches!(name, "a" | "dd" | "dt" | "li" | "p" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr")
}

/// Whether it is a picture to be shown or left out: `image` is what browsers read as `img`.
pub(super) fn is_picture(name: &str) -> bool {
    matches!(name, "img" | "image")
}

/// The value that an attribute of a shown element may have, if it may be there.
pub(super) fn attribute_value(element: &str, name: &str, value: &str) -> Option<String> {
    let value = value.trim();
    let is_number =
        |most: usize| (1..=most).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit());
    let fits = match (element, name) {
        (_, "lang") => is_language(value),
        (_, "dir") => direction(value).is_some(),
        ("td" | "th", "colspan" | "rowspan") | ("img", "width" | "height") => is_number(4),
        ("th", "scope") => ["row", "col", "rowgroup", "colgroup"].contains(&value),
        ("ol", "start") | ("li", "value") => is_number(6),
        ("ol", "type") => ["1", "a", "A", "i", "I"].contains(&value),
        ("ol", "reversed") => return Some(String::new()),
        _ => false,
    };
    fits.then(|| value.to_owned())
}

/// Whether it looks like a language tag (BCP 47).
pub(super) fn is_language(value: &str) -> bool {
    let is_subtag =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    value.len() <= 35 && value.split('-').all(is_subtag)
}

/// A direction of writing.
pub(super) fn direction(value: &str) -> Option<&'static str> {
    ["ltr", "rtl", "auto"].into_iter().find(|direction| value.trim().eq_ignore_ascii_case(direction))
}

/// What stands before every name of a place in a page, so that none is one of ours.
pub(super) const PLACE: &str = "part-";

/// The name of a place in the page, as it is shown.
pub(super) fn place(name: &str) -> Option<String> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte);
    let fits = (1..=128).contains(&name.len()) && name.bytes().all(is_plain);
    fits.then(|| format!("{PLACE}{name}"))
}
