//! Documents as inert pages to look at: the tags rewritten one by one, the result sanitised by an allow-list that knows
//! nothing of that.

mod mail;
mod markup;
mod picture;
mod rewrite;
mod sanitise;
mod tags;

use super::{html, mhtml, msg};
use crate::output::Stop;
use crate::text;
use crate::wire::WirePortrayal;
use markup::{attribute, escape};
use picture::Pictures;
use rewrite::Rewritten;

/// The page for `input`, which is of `media_type`; nothing for what is no web page and no message.
pub(crate) fn portray(media_type: &str, input: &[u8], most: u64) -> Result<Option<WirePortrayal>, Stop> {
    let portrayal = match media_type {
        "text/html" => web_page(&html::decode(input), most)?,
        "multipart/related" => match mhtml::page(input) {
            Some(page) => web_page(&page, most)?,
            None => return Ok(None),
        },
        "message/rfc822" => match mail::page(input, most)? {
            Some(page) => page,
            None => return Ok(None),
        },
        "application/vnd.ms-outlook" => {
            let composed = msg::to_mail(input).map(|mail| mail::page(&mail, most)).transpose()?;
            let Some(page) = composed.flatten() else { return Ok(None) };
            page
        }
        _ => return Ok(None),
    };
    if portrayal.html.len() as u64 > most {
        return Err(too_long(most));
    }
    Ok(Some(portrayal))
}

fn web_page(page: &str, most: u64) -> Result<WirePortrayal, Stop> {
    let mut pictures = Pictures::default();
    let Rewritten { title, lang, dir, body } = rewrite::rewrite(page, &mut pictures, most)?;
    let title = if title.trim().is_empty() { "Web page" } else { &title };
    let html = document(title, lang.as_deref(), dir, &sanitise::sanitise(&body));
    Ok(WirePortrayal { html, left_out: pictures.left_out() })
}

/// A complete document. A language that is not told is undetermined (BCP 47).
fn document(title: &str, lang: Option<&str>, dir: Option<&str>, body: &str) -> String {
    let mut html = "<!doctype html><html".to_owned();
    attribute(&mut html, "lang", lang.unwrap_or("und"));
    if let Some(dir) = dir {
        attribute(&mut html, "dir", dir);
    }
    html.push_str("><head><meta charset=\"utf-8\"><title>");
    escape(&mut html, &text::one_line(title, TITLE_CHARS));
    html.push_str("</title><link rel=\"stylesheet\" href=\"/reader/page.css\"></head><body>");
    html.push_str(body);
    html.push_str("</body></html>\n");
    html
}

const TITLE_CHARS: usize = 300;

fn too_long(most: u64) -> Stop {
    Stop::Limit(format!("drawn as a page it takes more than {} MiB; its text can be read", most >> 20))
}

#[cfg(test)]
mod tests;
