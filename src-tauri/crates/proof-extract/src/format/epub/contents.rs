//! The table of contents of an e-book: EPUB 3's (3.3, 7) is a web page of links, EPUB 2's (OPF 2.0.1, 2.4.1) a tree of
//! points.

use super::publication::{Publication, resolved};
use crate::format::office::{Node, Package, walk};
use crate::output::Stop;
use std::collections::HashMap;

/// The first label of each document that the first table of contents that says anything names.
pub(super) fn labels(
    package: &mut Package<'_>,
    publication: &Publication,
) -> Result<HashMap<String, String>, Stop> {
    for path in &publication.contents {
        let Some(xml) = package.xml(path)? else { continue };
        let labels = read(&xml, path)?;
        if !labels.is_empty() {
            return Ok(labels);
        }
    }
    Ok(HashMap::new())
}

/// Reads both kinds: `a` with its reference before its label, `navLabel` before the `content` that it labels.
fn read(xml: &str, path: &str) -> Result<HashMap<String, String>, Stop> {
    let mut labels = HashMap::new();
    let mut link: Option<String> = None;
    let mut label = String::new();
    let mut in_label = false;
    let mut take = |target: String, label: &str| {
        let label = crate::text::one_line(label, 64);
        if !label.is_empty() {
            labels.entry(target).or_insert(label);
        }
    };
    walk(&without_document_type(xml), |node| {
        match node {
            Node::Open(element) => match element.name.as_str() {
                "a" => {
                    link = element.attribute("href").map(|href| resolved(path, href));
                    in_label = link.is_some();
                    label.clear();
                }
                "navLabel" => {
                    in_label = true;
                    label.clear();
                }
                "content" => {
                    if let Some(source) = element.attribute("src") {
                        take(resolved(path, source), &label);
                    }
                }
                _ => {}
            },
            Node::Text(text) if in_label => label.push_str(&text),
            Node::Text(_) => {}
            Node::Close(name) => match name.as_str() {
                "a" => {
                    if let Some(target) = link.take() {
                        take(target, &label);
                    }
                    in_label = false;
                }
                "navLabel" => in_label = false,
                _ => {}
            },
        }
        Ok(())
    })?;
    Ok(labels)
}

/// The same without a document type that defines nothing of its own. Those that do are refused.
fn without_document_type(xml: &str) -> String {
    let Some((before, rest)) = xml.split_once("<!DOCTYPE") else { return xml.to_owned() };
    match rest.split_once('>') {
        Some((within, after)) if !within.contains('[') => format!("{before}{after}"),
        _ => xml.to_owned(),
    }
}
