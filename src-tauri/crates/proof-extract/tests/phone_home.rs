//! Ways in which a page could open a connection: of none is anything left that loads or leads.

use crate::portrayals::portray;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::Rcdata;
use html5ever::tokenizer::{
    BufferQueue, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use proof_model::Outcome;
use std::cell::RefCell;

const PAGE: &str = include_str!("../../../../tests/fixtures/phone_home.html");

/// The fragments by their names.
fn ways() -> Vec<(&'static str, &'static str)> {
    let (ways, _) = PAGE.split_once("<!--end-->").unwrap();
    ways.split("<!--way ").skip(1).map(|way| way.split_once("-->").unwrap()).collect()
}

/// What a browser would act on, as the standard's tokenizer sees it.
#[derive(Default)]
struct Acting {
    tags: RefCell<Vec<Tag>>,
    others: RefCell<Vec<String>>,
}

impl TokenSink for Acting {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) if tag.kind == StartTag => {
                let is_title = &*tag.name == "title";
                self.tags.borrow_mut().push(tag);
                if is_title {
                    return TokenSinkResult::RawData(Rcdata);
                }
            }
            Token::CommentToken(comment) => self.others.borrow_mut().push(comment.to_string()),
            Token::ParseError(error) => self.others.borrow_mut().push(error.into_owned()),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn acting(html: &str) -> Acting {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer =
        Tokenizer::new(Acting::default(), TokenizerOpts { exact_errors: true, ..Default::default() });
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink
}

/// The elements with which every page begins.
const SHELL: [&str; 6] = ["html", "head", "meta", "title", "link", "body"];

const INERT: &str = "a abbr address article aside b bdi bdo blockquote br caption cite code dd del dfn div dl dt em \
    figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rt ruby s samp \
    section small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr";

fn is_inert_element(name: &str) -> bool {
    INERT.split(' ').any(|inert| inert == name)
}

/// How the addresses of pictures begin that can only be seen: the kind, and the same said by the first bytes.
const PICTURES: [&str; 4] = [
    "data:image/png;base64,iVBORw0KGgo",
    "data:image/jpeg;base64,/9j/",
    "data:image/gif;base64,R0lGOD",
    "data:image/webp;base64,UklGR",
];

/// Whether an attribute can neither load nor lead, or only within the page itself.
fn is_inert(element: &str, name: &str, value: &str) -> bool {
    let tells = value.contains("10.99.0.9") || value.contains("proofline.example");
    match (element, name) {
        ("a", "title") | ("img", "alt") => true,
        _ if tells => false,
        ("a", "href") => value.starts_with("#part-"),
        ("img", "src") => PICTURES.iter().any(|start| value.starts_with(start)),
        ("link", "rel") => value == "stylesheet",
        ("link", "href") => value == "/reader/page.css",
        ("meta", "charset") => value == "utf-8",
        (_, "id") => value.starts_with("part-"),
        ("span", "class") => value == "left-out",
        ("table" | "pre" | "div" | "ul", "class") => {
            ["headers", "plain", "html", "attachments"].contains(&value)
        }
        (_, "lang" | "dir" | "aria-label")
        | ("td" | "th", "colspan" | "rowspan" | "scope")
        | ("ol", "start" | "type" | "reversed")
        | ("li", "value")
        | ("img", "width" | "height") => true,
        _ => false,
    }
}

/// What in `html` could load or lead, or is not as it should be.
fn faults(html: &str) -> Vec<String> {
    let acting = acting(html);
    let mut faults = acting.others.take();
    for (index, tag) in acting.tags.take().into_iter().enumerate() {
        let allowed =
            if index < SHELL.len() { SHELL[index] == &*tag.name } else { is_inert_element(&tag.name) };
        if !allowed {
            faults.push(format!("<{}>", tag.name));
        }
        let acting = tag.attrs.iter().filter(|given| !is_inert(&tag.name, &given.name.local, &given.value));
        faults.extend(
            acting.map(|given| format!("{}={} on <{}>", &*given.name.local, &*given.value, tag.name)),
        );
    }
    faults
}

#[track_caller]
fn check(what: &str, html: &str) {
    assert_eq!(faults(html), Vec::<String>::new(), "{what}: {html}");
}

#[test]
fn there_are_ways_enough_and_each_names_the_listener() {
    let ways = ways();
    assert!(ways.len() >= 100, "{}", ways.len());
    for (name, fragment) in ways {
        let told =
            ["10.99.0.9", "sink.proofline.example", "base64,"].iter().any(|sink| fragment.contains(sink));
        assert!(told, "{name}");
    }
}

#[test]
fn the_test_sees_every_way_in_a_page_that_is_not_sanitised() {
    let shell = portray(b"<html><p>a", "a.html").html;
    check("shell", &shell);
    for (name, fragment) in ways() {
        let page = shell.replace("<p>a</p>", fragment);
        assert!(!faults(&page).is_empty(), "{name}");
    }
}

#[test]
fn no_way_to_phone_home_is_left() {
    for (name, fragment) in ways() {
        let page = format!("<!doctype html><html><body>{fragment}<p>after");
        let portrayal = portray(page.as_bytes(), "a.html");
        assert_eq!(portrayal.outcome, Outcome::Ok, "{name}");
        check(name, &portrayal.html);
        assert!(portrayal.html.contains("<p>after</p>"), "{name} leaves nothing to see: {}", portrayal.html);
    }
}

#[test]
fn nor_in_a_whole_page_nor_in_a_message_nor_where_encodings_are_told_wrongly() {
    let page = portray(PAGE.as_bytes(), "a.html");
    check("page", &page.html);
    assert!(page.html.contains("<p>The end of the page.</p>") && page.left_out > 20);
    let message = format!("From: a@example.org\r\nContent-Type: text/html\r\n\r\n{PAGE}");
    let message = portray(message.as_bytes(), "a.eml");
    check("message", &message.html);
    assert_eq!(message.left_out, page.left_out);
    for label in ["utf-7", "iso-2022-jp", "hz-gb-2312", "x-user-defined", "utf-16", "replacement"] {
        let labelled = PAGE.replace("charset=\"utf-8\"", &format!("charset=\"{label}\""));
        check(label, &portray(labelled.as_bytes(), "a.html").html);
    }
    let wide: Vec<u8> = PAGE.encode_utf16().flat_map(u16::to_be_bytes).collect();
    check("UTF-16", &portray(&wide, "a.html").html);
}

#[test]
fn nor_in_what_is_drawn_when_it_is_drawn_again() {
    let once = portray(PAGE.as_bytes(), "a.html").html;
    let twice = portray(once.as_bytes(), "a.html").html;
    check("twice", &twice);
}

#[test]
fn nor_where_a_zero_stands_in_a_tag() {
    let page = "<!doctype html><i\0mg src=http://10.99.0.9/a><img \0src=http://10.99.0.9/b><img src\0=http://10.99.0.9/c>";
    check("zero", &portray(page.as_bytes(), "a.html").html);
}
