//! What styles say that matters for text (part 3, 16): page breaks, what is hidden, how lists are numbered.

use super::lists::ListStyle;
use crate::format::office::Element;
use std::collections::HashMap;

/// The styles of a document, by their names.
#[derive(Default)]
pub(super) struct Styles {
    named: HashMap<String, Style>,
    lists: HashMap<String, ListStyle>,
    style: String,
    list: String,
}

#[derive(Default)]
struct Style {
    parent: Option<String>,
    begins_page: bool,
    ends_page: bool,
    hidden: bool,
}

/// Styles based on each other.
const MAX_PARENTS: usize = 20;

impl Styles {
    /// Takes in an element of a document's styles.
    pub(super) fn take(&mut self, element: &Element) {
        let is = |name: &str, value: &str| element.attribute(name) == Some(value);
        match element.name.as_str() {
            "style" => {
                element.attribute("name").unwrap_or_default().clone_into(&mut self.style);
                let style = Style {
                    parent: element.attribute("parent-style-name").map(str::to_owned),
                    begins_page: element.attribute("master-page-name").is_some_and(|name| !name.is_empty()),
                    ..Style::default()
                };
                self.named.insert(self.style.clone(), style);
            }
            "paragraph-properties" => {
                let (before, after) = (is("break-before", "page"), is("break-after", "page"));
                self.latest(|style| {
                    style.begins_page |= before;
                    style.ends_page |= after;
                });
            }
            "text-properties" if is("display", "none") => self.latest(|style| style.hidden = true),
            "drawing-page-properties" if is("visibility", "hidden") => {
                self.latest(|style| style.hidden = true);
            }
            "list-style" => element.attribute("name").unwrap_or_default().clone_into(&mut self.list),
            "list-level-style-number" | "list-level-style-bullet" => {
                self.lists.entry(self.list.clone()).or_default().take(element);
            }
            _ => {}
        }
    }

    /// Whether what has that style is hidden.
    pub(super) fn hides(&self, name: Option<&str>) -> bool {
        self.parents(name).any(|style| style.hidden)
    }

    /// Whether a paragraph of that style begins a page, and whether it ends one.
    pub(super) fn breaks(&self, name: Option<&str>) -> (bool, bool) {
        let any = |wanted: fn(&Style) -> bool| self.parents(name).any(wanted);
        (any(|style| style.begins_page), any(|style| style.ends_page))
    }

    /// The list style of that name.
    pub(super) fn list(&self, name: &str) -> Option<&ListStyle> {
        self.lists.get(name)
    }

    fn latest(&mut self, change: impl FnOnce(&mut Style)) {
        if let Some(style) = self.named.get_mut(&self.style) {
            change(style);
        }
    }

    fn parents(&self, name: Option<&str>) -> impl Iterator<Item = &Style> {
        let first = name.and_then(|name| self.named.get(name));
        std::iter::successors(first, |style| self.named.get(style.parent.as_deref()?)).take(MAX_PARENTS)
    }
}
