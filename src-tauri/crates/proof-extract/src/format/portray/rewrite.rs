//! Tags rewritten one by one, along with the walk that takes a page's text: what is seen here is what is read there.

use super::html::{Seen, Sight, raw_content, tokenized};
use super::markup::{attribute, escape};
use super::picture::{Pictures, whence};
use super::{tags, too_long};
use crate::output::Stop;
use crate::text::one_line;
use html5ever::tokenizer::{EndTag, StartTag, Tag, Token, TokenSink, TokenSinkResult};
use std::cell::RefCell;
use std::collections::HashMap;

/// A page as it is shown, not yet sanitised.
#[derive(Debug, Default)]
pub(super) struct Rewritten {
    /// Its title, as the page words it.
    pub(super) title: String,
    /// The language that it says it is in.
    pub(super) lang: Option<String>,
    /// The direction in which it says it is written.
    pub(super) dir: Option<&'static str>,
    /// What stands in its body.
    pub(super) body: String,
}

/// Rewrites `html` to no more than `most` bytes, with those of its pictures that it or its message holds.
pub(super) fn rewrite(html: &str, pictures: &mut Pictures<'_>, most: u64) -> Result<Rewritten, Stop> {
    let state = State {
        pictures,
        most,
        page: Rewritten::default(),
        sight: Sight::default(),
        depth: Depth::default(),
    };
    let page = tokenized(html, Walk { state: RefCell::new(state) }).state.into_inner().page;
    if page.body.len() as u64 > most { Err(too_long(most)) } else { Ok(page) }
}

struct Walk<'a, 'p> {
    state: RefCell<State<'a, 'p>>,
}

struct State<'a, 'p> {
    pictures: &'a mut Pictures<'p>,
    most: u64,
    page: Rewritten,
    sight: Sight,
    depth: Depth,
}

impl TokenSink for Walk<'_, '_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        match token {
            Token::CharacterTokens(text) => state.characters(&text),
            Token::TagToken(tag) if tag.kind == StartTag => {
                state.sight.open(&tag.name);
                state.open(&tag);
                return raw_content(&tag.name);
            }
            Token::TagToken(tag) if tag.kind == EndTag => {
                state.close(&tag.name);
                state.sight.close(&tag.name);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State<'_, '_> {
    fn characters(&mut self, text: &str) {
        match self.sight.here() {
            Seen::Title => self.page.title.push_str(text),
            Seen::Flowing | Seen::Preformatted if self.has_room() => escape(&mut self.page.body, text),
            Seen::Not | Seen::Flowing | Seen::Preformatted => {}
        }
    }

    /// Whether there is any use in going on.
    fn has_room(&self) -> bool {
        self.page.body.len() as u64 <= self.most
    }

    fn is_shown(&self) -> bool {
        self.has_room() && matches!(self.sight.here(), Seen::Flowing | Seen::Preformatted)
    }

    fn open(&mut self, tag: &Tag) {
        let name: &str = &tag.name;
        if matches!(name, "html" | "body") {
            self.take_language(tag);
        }
        if !self.is_shown() {
        } else if tags::is_picture(name) {
            self.picture(tag);
        } else if name == "svg" || name == "input" && is_image_button(tag) {
            self.leave_out(value(tag, "alt").unwrap_or("a drawing"));
        } else if let Some(shown) = tags::shown_as(name)
            && self.depth.enters(shown)
        {
            self.start_tag(shown, tag);
        }
    }

    fn close(&mut self, name: &str) {
        if self.is_shown()
            && let Some(shown) = tags::shown_as(name).filter(|shown| !tags::is_void(shown))
            && self.depth.leaves(shown)
        {
            self.page.body.extend(["</", shown, ">"]);
        }
    }

    /// The first that is told holds for the page.
    fn take_language(&mut self, tag: &Tag) {
        let lang = value(tag, "lang").or_else(|| value(tag, "xml:lang")).map(str::trim);
        let lang = lang.filter(|lang| tags::is_language(lang)).map(ToOwned::to_owned);
        self.page.lang = self.page.lang.take().or(lang);
        self.page.dir = self.page.dir.or_else(|| tags::direction(value(tag, "dir")?));
    }

    fn start_tag(&mut self, shown: &'static str, tag: &Tag) {
        let body = &mut self.page.body;
        body.extend(["<", shown]);
        for given in &tag.attrs {
            if let Some(value) = tags::attribute_value(shown, &given.name.local, &given.value) {
                attribute(body, &given.name.local, &value);
            }
        }
        let name = value(tag, "id").or_else(|| value(tag, "name").filter(|_| shown == "a"));
        if let Some(place) = name.and_then(|name| tags::place(name.trim())) {
            attribute(body, "id", &place);
        }
        if let Some(address) = value(tag, "href").filter(|href| shown == "a" && !href.trim().is_empty()) {
            lead(body, address.trim());
        }
        body.push('>');
    }

    fn picture(&mut self, tag: &Tag) {
        let source = value(tag, "src").unwrap_or_default();
        let alt = one_line(value(tag, "alt").unwrap_or_default(), MOST_CHARS);
        let Some(address) = self.pictures.data_address(source) else {
            return self.leave_out(&if alt.is_empty() { whence(source) } else { alt });
        };
        let body = &mut self.page.body;
        body.push_str("<img");
        attribute(body, "src", &address);
        attribute(body, "alt", &alt);
        for side in ["width", "height"] {
            if let Some(length) = tags::attribute_value("img", side, value(tag, side).unwrap_or_default()) {
                attribute(body, side, &length);
            }
        }
        body.push('>');
    }

    fn leave_out(&mut self, what: &str) {
        self.pictures.leave_out();
        let body = &mut self.page.body;
        body.push_str("<span class=\"left-out\">[picture not loaded: ");
        escape(body, &one_line(what, MOST_CHARS));
        body.push_str("]</span>");
    }
}

/// Characters of a picture's description, or of where it would come from.
const MOST_CHARS: usize = 200;
/// Characters of an address that is shown.
const ADDRESS_CHARS: usize = 2_000;

/// Says where a link leads, without leading there; a place in the page itself can be gone to.
fn lead(body: &mut String, address: &str) {
    match address.strip_prefix('#') {
        Some(name) => {
            if let Some(place) = tags::place(name) {
                attribute(body, "href", &format!("#{place}"));
            }
        }
        None => attribute(body, "title", &one_line(address, ADDRESS_CHARS)),
    }
}

fn value<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    tag.attrs.iter().find(|given| &*given.name.local == name).map(|given| &*given.value)
}

fn is_image_button(tag: &Tag) -> bool {
    value(tag, "type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("image"))
}

/// How many elements are open. A tree takes time by the square of its depth, so what would lie deeper is shown without
/// its elements.
#[derive(Debug, Default)]
struct Depth {
    open: usize,
    of: HashMap<&'static str, Nesting>,
}

/// How many elements of one name are open, and how many more are not shown.
#[derive(Debug, Default)]
struct Nesting {
    open: usize,
    refused: usize,
}

/// Elements open at once: well-formed pages stay below 100, and pages that forget their end tags need room.
const MOST_OPEN: usize = 4_000;

impl Depth {
    /// Whether an element's start tag may be written.
    fn enters(&mut self, name: &'static str) -> bool {
        if tags::is_void(name) || tags::ends_itself(name) {
            return true;
        }
        let nesting = self.of.entry(name).or_default();
        if self.open >= MOST_OPEN {
            nesting.refused += 1;
            return false;
        }
        nesting.open += 1;
        self.open += 1;
        true
    }

    /// Whether an element's end tag may be written.
    fn leaves(&mut self, name: &'static str) -> bool {
        if tags::ends_itself(name) {
            return true;
        }
        match self.of.get_mut(name) {
            Some(Nesting { refused: refused @ 1.., .. }) => {
                *refused -= 1;
                false
            }
            Some(Nesting { open: open @ 1.., .. }) => {
                *open -= 1;
                self.open -= 1;
                true
            }
            // It ends nothing.
            _ => false,
        }
    }
}
