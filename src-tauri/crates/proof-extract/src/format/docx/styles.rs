//! What styles say that matters for text (ECMA-376 part 1, 17.7): hidden or not, and numbered how.

use super::paragraph::{Numbered, Properties};
use crate::format::office::{Node, walk};
use crate::output::Stop;
use std::collections::HashMap;

/// The styles of a document, by their identifiers.
#[derive(Default)]
pub(super) struct Styles(HashMap<String, Style>);

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    hidden: Option<bool>,
    paragraph: Properties,
}

/// Styles based on each other; word processors allow eleven.
const MAX_BASES: usize = 20;

impl Styles {
    /// Reads the part `xml`.
    pub(super) fn read(xml: &str) -> Result<Self, Stop> {
        let mut styles = HashMap::new();
        let mut open: Option<(String, Style)> = None;
        walk(xml, |node| {
            match node {
                Node::Open(element) if element.name == "style" => {
                    let id = element.attribute("styleId").unwrap_or_default().to_owned();
                    open = Some((id, Style::default()));
                }
                Node::Close(name) if name == "style" => styles.extend(open.take()),
                Node::Open(element) => {
                    let Some((_, style)) = &mut open else { return Ok(()) };
                    match element.name.as_str() {
                        "basedOn" => style.based_on = element.attribute("val").map(str::to_owned),
                        "vanish" => style.hidden = Some(element.says("val", true)),
                        _ => style.paragraph.take(&element),
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(Self(styles))
    }

    /// Whether text of that style is hidden, if the style or what it is based on says.
    pub(super) fn hides(&self, id: &str) -> Option<bool> {
        self.bases(id).find_map(|style| style.hidden)
    }

    /// How paragraphs of that style are numbered. The level may stand in one style and the list in its base.
    pub(super) fn numbered(&self, id: &str) -> Numbered {
        self.bases(id).fold(Numbered::default(), |found, style| found.or(&style.paragraph.numbered))
    }

    /// Whether paragraphs of that style begin a page.
    pub(super) fn begins_page(&self, id: &str) -> bool {
        self.bases(id).find_map(|style| style.paragraph.begins_page).unwrap_or(false)
    }

    fn bases(&self, id: &str) -> impl Iterator<Item = &Style> {
        let first = self.0.get(id);
        std::iter::successors(first, |style| self.0.get(style.based_on.as_deref()?)).take(MAX_BASES)
    }
}
