//! Each filter against the same question put to every event of the sample.

use serde_json::{Value, json};

use crate::terminal::Terminal;

type Asks = Box<dyn Fn(&Value) -> bool>;

fn list<'a>(event: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    event[key].as_array().unwrap_or_else(|| panic!("no list {key} in {event}")).iter()
}

fn is(key: &'static str, values: &'static [&str]) -> Asks {
    Box::new(move |event| values.iter().any(|value| event[key] == *value))
}

fn tagged(tags: &'static [&str]) -> Asks {
    Box::new(move |event| list(event, "tags").any(|tag| tags.iter().any(|wanted| tag == wanted)))
}

fn with(names: &'static [&str]) -> Asks {
    Box::new(move |event| list(event, "parties").any(|party| names.iter().any(|name| party["name"] == *name)))
}

fn supported(levels: &'static [&str]) -> Asks {
    Box::new(move |event| levels.iter().any(|level| event["support"]["level"] == *level))
}

/// That an event may have been on or after `from` and on or before `to`.
fn within(from: &'static str, to: &'static str) -> Asks {
    Box::new(move |event| {
        let date = &event["date"];
        let (earliest, latest) = (date["earliest"].as_str(), date["latest"].as_str());
        date["edtf"] != ""
            && (from.is_empty() || latest.is_none_or(|latest| latest >= from))
            && (to.is_empty() || earliest.is_none_or(|earliest| earliest <= to))
    })
}

fn says(words: &'static str) -> Asks {
    Box::new(move |event| {
        let own = [
            &event["title"],
            &event["kind"],
            &event["date"]["display"],
            &event["status"],
            &event["case_name"],
        ];
        let named = list(event, "parties").map(|party| &party["name"]);
        let all = own.into_iter().chain(named).chain(list(event, "tags"));
        let all: Vec<String> = all.map(|part| part.as_str().unwrap().to_lowercase()).collect();
        words.to_lowercase().split_whitespace().all(|word| all.iter().any(|part| part.contains(word)))
    })
}

fn both(one: Asks, other: Asks) -> Asks {
    Box::new(move |event| one(event) && other(event))
}

#[test]
fn each_filter_gives_what_passes_it_in_the_order_of_all() {
    let terminal = Terminal::with_sample();
    for title in ["First ban", "A girl of 12 asks to sue anonymously"] {
        terminal.run(&["event", "edit", title, "--star"]).succeeded();
    }
    terminal.run(&["view", "save", "Bans", "--kind", "ban", "--kind", "ban lifted"]).succeeded();
    terminal.run(&["event", "add", "--case", "Lloyd v Google", "--title", "Hearsay"]).succeeded();
    let all = terminal.json(&["event", "list"]);
    let table: Vec<(&[&str], Asks)> = vec![
        (&["--case", "Lloyd v Google"], is("case_name", &["Lloyd v Google"])),
        (&["--kind", "fine"], is("kind", &["fine"])),
        (&["--kind", "fine", "--kind", "hearing"], is("kind", &["fine", "hearing"])),
        (&["--person", "Anne Longfield"], with(&["Anne Longfield"])),
        (&["--person", "Google", "--person", "Ofcom"], with(&["Google", "Ofcom"])),
        (&["--status", "disputed"], is("status", &["disputed"])),
        (&["--status", "alleged", "--status", "scheduled"], is("status", &["alleged", "scheduled"])),
        (&["--tag", "money"], tagged(&["money"])),
        (&["--tag", "money", "--tag", "age limit"], tagged(&["money", "age limit"])),
        (&["--from", "2021-03-15"], within("2021-03-15", "")),
        (&["--from", "March 2021"], within("2021-03-01", "")),
        (&["--to", "2020"], within("", "2020-12-31")),
        (&["--from", "2020-08-15", "--to", "2020-10-10"], within("2020-08-15", "2020-10-10")),
        (&["--support", "nothing"], supported(&["nothing"])),
        (&["--support", "allegation", "--support", "several"], supported(&["allegation", "several"])),
        (&["--conflict"], Box::new(|event| event["conflicts"] != json!([]))),
        (&["--star"], Box::new(|event| event["starred"] == true)),
        (&["--next"], is("status", &["scheduled"])),
        (&["--text", "BAN"], says("ban")),
        (&["--text", "children deletion"], says("children deletion")),
        (&["--text", "about april"], says("about april")),
        (&["--view", "bans"], is("kind", &["ban", "ban lifted"])),
        (&["--view", "Bans", "--kind", "ban"], is("kind", &["ban"])),
        (
            &["--view", "Bans", "--star"],
            both(is("kind", &["ban", "ban lifted"]), Box::new(|event| event["starred"] == true)),
        ),
        (
            &["--tag", "children", "--person", "TikTok", "--to", "2020"],
            both(tagged(&["children"]), both(with(&["TikTok"]), within("", "2020-12-31"))),
        ),
    ];
    for (options, asks) in table {
        let expected: Vec<&Value> = all.as_array().unwrap().iter().filter(|event| asks(event)).collect();
        assert!(
            !expected.is_empty() && expected.len() < all.as_array().unwrap().len(),
            "{options:?} tells nothing apart"
        );
        let found = terminal.json(&[&["event", "list"], options].concat());
        assert_eq!(titles(found.as_array().unwrap()), titles(&expected), "{options:?}");
        assert_eq!(found.as_array().unwrap().iter().collect::<Vec<_>>(), expected, "{options:?}");
    }
}

#[test]
fn an_origin_asks_for_every_copy_that_counts_under_it() {
    let terminal = Terminal::with_sample();
    let all = terminal.json(&["event", "list"]);
    let documents = terminal.json(&["document", "list"]);
    let facets = terminal.json(&["event", "facets"]);
    let origins = facets["origins"].as_array().unwrap();
    assert!(origins.len() > 1, "{origins:?}");
    for origin in origins {
        let origin_is = |document: &Value| {
            let row = documents.as_array().unwrap().iter().find(|row| row["document"] == *document);
            row.is_some_and(|row| {
                if row["origin"] == "" {
                    *document == origin["value"]
                } else {
                    row["origin"] == origin["value"]
                }
            })
        };
        let of = |event: &&Value| list(event, "accounts").any(|account| origin_is(&account["document"]));
        let expected: Vec<&Value> = all.as_array().unwrap().iter().filter(of).collect();
        let found = terminal.json(&["event", "list", "--origin", origin["value"].as_str().unwrap()]);
        assert_eq!(titles(found.as_array().unwrap()), titles(&expected), "{origin}");
        assert_eq!(origin["count"], json!(expected.len()), "{origin}");
    }
}

#[test]
fn each_value_to_filter_by_has_as_many_events_as_it_says() {
    let terminal = Terminal::with_sample();
    let facets = terminal.json(&["event", "facets", "--case", "Longfield v TikTok"]);
    let check = |values: &str, option: &str| {
        for facet in facets[values].as_array().unwrap() {
            let value = facet["value"].as_str().unwrap();
            let found = terminal.json(&["event", "list", "--case", "Longfield v TikTok", option, value]);
            assert_eq!(facet["count"], json!(found.as_array().unwrap().len()), "{facet}");
        }
    };
    check("kinds", "--kind");
    check("statuses", "--status");
    check("tags", "--tag");
    check("parties", "--person");
}

#[test]
fn the_list_in_words_shows_the_events_of_the_list_in_json() {
    let terminal = Terminal::with_sample();
    let found = terminal.json(&["event", "list", "--tag", "money"]);
    let words = terminal.run(&["event", "list", "--tag", "money"]).succeeded().out;
    assert_eq!(words.lines().count(), 2 * found.as_array().unwrap().len(), "{words}");
    for event in found.as_array().unwrap() {
        for key in ["title", "case_name", "status"] {
            assert!(words.contains(event[key].as_str().unwrap()), "{key} of {event} in {words}");
        }
    }
}

fn titles<T: std::borrow::Borrow<Value>>(events: &[T]) -> Vec<&str> {
    events.iter().map(|event| event.borrow()["title"].as_str().unwrap()).collect()
}
