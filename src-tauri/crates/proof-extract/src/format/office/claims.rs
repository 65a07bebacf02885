//! Properties of documents: core (ECMA-376 part 2, 11) and extended ones (part 1, 22.2), and the metadata of
//! `OpenDocument` (1.3 part 3, 4).

use super::{Node, Package, walk};
use crate::output::{Output, Stop};

/// Sends what the document says about itself.
pub(crate) fn send(package: &mut Package<'_>, output: &mut Output<'_>) -> Result<(), Stop> {
    let parts: [(&str, KeyOf); 3] =
        [("docProps/core.xml", core_key), ("docProps/app.xml", extended_key), ("meta.xml", open_key)];
    for (part, key_of) in parts {
        if let Some(xml) = package.xml(part)? {
            send_part(&xml, key_of, output)?;
        }
    }
    Ok(())
}

/// The key of the claim that an element of that name is, if it is one.
type KeyOf = fn(&str) -> Option<&'static str>;

fn send_part(xml: &str, key_of: KeyOf, output: &mut Output<'_>) -> Result<(), Stop> {
    let mut key = None;
    let mut value = String::new();
    walk(xml, |node| {
        match node {
            Node::Open(element) => {
                key = key_of(&element.name);
                value.clear();
                // OpenDocument names the template in an attribute.
                value.push_str(element.attribute("title").filter(|_| key == Some("template")).unwrap_or(""));
            }
            Node::Text(text) => value.push_str(&text),
            Node::Close(name) => {
                if let Some(key) = key.take() {
                    let minutes = name == "TotalTime" && value.bytes().all(|byte| byte.is_ascii_digit());
                    // As OpenDocument words it: an ISO 8601 duration.
                    let value = if minutes { format!("PT{value}M") } else { std::mem::take(&mut value) };
                    output.claim(key, &value)?;
                }
            }
        }
        Ok(())
    })?;
    Ok(())
}

fn core_key(name: &str) -> Option<&'static str> {
    Some(match name {
        "title" => "title",
        "creator" => "author",
        "subject" => "subject",
        "description" => "description",
        "keywords" => "keywords",
        "category" => "category",
        "lastModifiedBy" => "last-modified-by",
        "created" => "created",
        "modified" => "modified",
        "revision" => "revision",
        "lastPrinted" => "printed",
        _ => return None,
    })
}

fn extended_key(name: &str) -> Option<&'static str> {
    Some(match name {
        "Company" => "company",
        "Manager" => "manager",
        "Application" => "application",
        "AppVersion" => "application-version",
        "Template" => "template",
        "TotalTime" => "editing-time",
        _ => return None,
    })
}

fn open_key(name: &str) -> Option<&'static str> {
    Some(match name {
        "title" => "title",
        "subject" => "subject",
        "description" => "description",
        "keyword" => "keywords",
        "initial-creator" => "author",
        "creator" => "last-modified-by",
        "creation-date" => "created",
        "date" => "modified",
        "print-date" => "printed",
        "generator" => "application",
        "editing-cycles" => "revision",
        "editing-duration" => "editing-time",
        "template" => "template",
        _ => return None,
    })
}
