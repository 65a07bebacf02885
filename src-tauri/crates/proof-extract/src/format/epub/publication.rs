//! The package document of an e-book (EPUB 3.3, 5): what it is, what is in it, in which order.

use crate::format::office::{Element, Node, Package, walk};
use crate::output::Stop;
use std::collections::HashMap;

/// What the package document says.
#[derive(Default)]
pub(super) struct Publication {
    pub claims: Vec<(&'static str, String)>,
    /// Paths of the documents in reading order.
    pub spine: Vec<String>,
    /// Paths of the tables of contents: EPUB 3's, EPUB 2's.
    pub contents: Vec<String>,
}

/// The package document that the container names first, read.
pub(super) fn find(package: &mut Package<'_>) -> Result<Option<Publication>, Stop> {
    let Some(container) = package.xml("META-INF/container.xml")? else { return Ok(None) };
    let mut path = None;
    walk(&container, |node| {
        if let Node::Open(element) = node
            && element.name == "rootfile"
            && path.is_none()
        {
            path = element.attribute("full-path").map(|full| resolved("", full));
        }
        Ok(())
    })?;
    let Some(path) = path else { return Ok(None) };
    let Some(xml) = package.xml(&path)? else { return Ok(None) };
    read(&xml, &path).map(Some)
}

/// A reference as a path inside the package: relative to the folder of `base`, without fragment, percent signs decoded.
pub(super) fn resolved(base: &str, reference: &str) -> String {
    let reference = reference.split(['#', '?']).next().unwrap_or_default();
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<String> = Vec::new();
    let from_root = reference.starts_with('/');
    let folders = folder.split('/').filter(|part| !part.is_empty() && !from_root).map(ToOwned::to_owned);
    for part in folders.chain(reference.split('/').map(percent_decoded)) {
        match part.as_str() {
            "" | "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

fn percent_decoded(part: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = part.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let digits =
            after.get(..2).filter(|_| first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn read(xml: &str, path: &str) -> Result<Publication, Stop> {
    let mut found = Publication::default();
    let mut items: HashMap<String, String> = HashMap::new();
    let mut order: Vec<String> = Vec::new();
    let mut claim: Option<(&'static str, String)> = None;
    walk(xml, |node| {
        match node {
            Node::Open(element) => {
                claim = key(&element.name).map(|key| (key, String::new()));
                match element.name.as_str() {
                    "item" => take_item(&element, path, &mut items, &mut found.contents),
                    "itemref" => order.extend(element.attribute("idref").map(ToOwned::to_owned)),
                    _ => {}
                }
            }
            Node::Text(text) => {
                if let Some((_, value)) = &mut claim {
                    value.push_str(&text);
                }
            }
            Node::Close(_) => found.claims.extend(claim.take()),
        }
        Ok(())
    })?;
    found.spine = order.iter().filter_map(|id| items.get(id).cloned()).collect();
    Ok(found)
}

fn take_item(element: &Element, path: &str, items: &mut HashMap<String, String>, contents: &mut Vec<String>) {
    let (Some(id), Some(href)) = (element.attribute("id"), element.attribute("href")) else { return };
    let target = resolved(path, href);
    let is_nav =
        element.attribute("properties").is_some_and(|all| all.split_whitespace().any(|one| one == "nav"));
    if is_nav {
        contents.insert(0, target.clone());
    } else if element.attribute("media-type") == Some("application/x-dtbncx+xml") {
        contents.push(target.clone());
    }
    items.insert(id.to_owned(), target);
}

/// The claim that an element of the Dublin Core is.
fn key(name: &str) -> Option<&'static str> {
    Some(match name {
        "title" => "title",
        "creator" => "author",
        "subject" => "subject",
        "description" => "description",
        "publisher" => "company",
        "date" => "created",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_stay_inside_the_package() {
        let cases = [
            ("OEBPS/book.opf", "text/one.xhtml#a", "OEBPS/text/one.xhtml"),
            ("OEBPS/book.opf", "../two%20b.xhtml", "two b.xhtml"),
            ("book.opf", "../../../etc/passwd", "etc/passwd"),
            ("a/book.opf", "/x/./y", "x/y"),
            ("", "%zz%C3%A4", "%zzä"),
        ];
        for (base, reference, expected) in cases {
            assert_eq!(resolved(base, reference), expected);
        }
    }
}
