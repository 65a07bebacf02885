//! XML events with what is refused in documents refused: document types, entities, depth.

use crate::limits::XML_DEPTH;
use crate::output::Stop;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

/// An event, by local names: the prefixes that documents bind to namespaces are theirs to choose, and no two
/// elements that matter here differ by namespace alone.
pub(crate) enum Node {
    Open(Element),
    Close(String),
    Text(String),
}

/// A start tag.
pub(crate) struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// The values of attributes of that local name: `id` may be that of an element and that of a relationship.
    pub(crate) fn values<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e str> {
        self.attributes.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether an attribute is there and says yes (`ST_OnOff`, ECMA-376 part 1, 22.9.2.7); `unsaid` if it is missing.
    pub(crate) fn says(&self, name: &str, unsaid: bool) -> bool {
        self.attribute(name).map_or(unsaid, |value| !matches!(value, "0" | "false" | "off"))
    }

    /// The value of an attribute, by local name.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// What became of a walk through a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Walked {
    /// To its end.
    Whole,
    /// To where it is no longer XML, or holds what is refused.
    Broken,
}

/// Shows `visit` every event of `xml` in turn. An empty element is shown as opened and closed.
pub(crate) fn walk(xml: &str, mut visit: impl FnMut(Node) -> Result<(), Stop>) -> Result<Walked, Stop> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                depth += 1;
                if depth > XML_DEPTH {
                    return Err(Stop::Limit(format!("its parts are nested more than {XML_DEPTH} deep")));
                }
                visit(Node::Open(element(&start)))?;
            }
            Ok(Event::End(end)) => {
                depth = depth.saturating_sub(1);
                visit(Node::Close(end.local_name().as_ref().to_owned()))?;
            }
            Ok(Event::Text(text)) => visit(Node::Text(text.xml10_content().into_owned()))?,
            Ok(Event::CData(text)) => visit(Node::Text(text.xml10_content().into_owned()))?,
            Ok(Event::GeneralRef(reference)) => visit(Node::Text(referred(&reference)))?,
            Ok(Event::Eof) => return Ok(Walked::Whole),
            Ok(Event::DocType(_)) | Err(_) => return Ok(Walked::Broken),
            Ok(_) => {}
        }
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let mut attributes = start.attributes();
    let attributes = attributes.with_checks(false).filter_map(Result::ok).filter_map(|attribute| {
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned();
        Some((attribute.key.local_name().as_ref().to_owned(), value))
    });
    Element { name: start.local_name().as_ref().to_owned(), attributes: attributes.collect() }
}

/// The text of a reference: a character, or one of the five names that XML itself defines. Others would need a
/// document type, which is refused.
fn referred(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name = reference.xml10_content();
    quick_xml::escape::resolve_predefined_entity(&name).unwrap_or("\u{fffd}").to_owned()
}
