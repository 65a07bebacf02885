//! Messages as pages: the heading, the body that the message's text is made of, the names of what is attached.

use super::markup::{attribute, escape};
use super::picture::Pictures;
use super::rewrite::{Rewritten, rewrite};
use super::{document, sanitise};
use crate::format::eml::{self, Body};
use crate::output::Stop;
use crate::{text::plain_line_ends, wire::WirePortrayal};
use mail_parser::{Message, MimeHeaders};
use std::collections::HashMap;

/// The page for a message; nothing for what has no header fields.
pub(super) fn page(input: &[u8], most: u64) -> Result<Option<WirePortrayal>, Stop> {
    let Some(message) = eml::parse(input) else { return Ok(None) };
    let mut pictures = Pictures::held(held(&message));
    let mut body = heading(&message);
    for part in eml::bodies(&message) {
        match part {
            Body::Plain(text) => plain(&mut body, text),
            Body::Html(html) => web_page(&mut body, &rewrite(html, &mut pictures, most)?),
        }
    }
    body.push_str(&attachments(&message));
    let title = message.subject().filter(|subject| !subject.trim().is_empty()).unwrap_or("E-mail message");
    let html = document(title, None, None, &body);
    Ok(Some(WirePortrayal { html, left_out: pictures.left_out() }))
}

/// What the message's web pages may refer to by `cid:` (RFC 2392).
fn held<'a>(message: &'a Message<'_>) -> HashMap<&'a str, &'a [u8]> {
    let named = message.parts.iter().filter_map(|part| Some((part.content_id()?, part.contents())));
    named.map(|(id, bytes)| (id.trim().trim_start_matches('<').trim_end_matches('>'), bytes)).collect()
}

/// The fields, letter for letter as the message's text has them.
fn heading(message: &Message<'_>) -> String {
    let fields = eml::fields(message);
    if fields.is_empty() {
        return String::new();
    }
    let mut html = "<table class=\"headers\"><tbody>".to_owned();
    for (name, value) in fields {
        html.extend(["<tr><th scope=\"row\">", name, ":</th> <td>"]);
        escape(&mut html, &value);
        html.push_str("</td></tr>\n");
    }
    html + "</tbody></table>\n"
}

fn plain(html: &mut String, text: &str) {
    // The line end after the tag is no part of the text.
    html.push_str("<pre class=\"plain\">\n");
    escape(html, &plain_line_ends(text));
    html.push_str("</pre>\n");
}

fn web_page(html: &mut String, page: &Rewritten) {
    html.push_str("<div class=\"html\"");
    if let Some(lang) = &page.lang {
        attribute(html, "lang", lang);
    }
    if let Some(dir) = page.dir {
        attribute(html, "dir", dir);
    }
    html.extend([">", &sanitise::sanitise(&page.body), "</div>\n"]);
}

fn attachments(message: &Message<'_>) -> String {
    let names = eml::attachment_names(message);
    if names.is_empty() {
        return String::new();
    }
    let mut html = "<ul class=\"attachments\" aria-label=\"Attachments\">".to_owned();
    for name in names {
        html.push_str("<li>");
        escape(&mut html, &crate::text::one_line(&name, 255));
        html.push_str("</li>");
    }
    html + "</ul>\n"
}
