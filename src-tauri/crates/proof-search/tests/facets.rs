//! What results can be narrowed down to, and what is taken where nothing is found.

use proof_model::DateKind;
use proof_search::{
    Days, Facets, Filters, Found, Index, Instead, ItemDates, Kind, MonthCount, PageEntry, Query,
    SearchRequest,
};

use crate::{open, page};

/// 2021-01-01, counted from the first of January of the year 1.
const NEW_YEAR: i32 = 737_791;

fn item(id: &str, kind: Kind, number: u32, change: impl Fn(&mut PageEntry)) -> PageEntry {
    let mut entry = PageEntry { kind, ..page(id, number, "A title", "the fine of the court") };
    change(&mut entry);
    entry
}

/// Two documents of three pages and of one, an e-mail and an event.
fn filled() -> (tempfile::TempDir, Index) {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    let published = |first, last| ItemDates { published: Some(Days { first, last }), ..ItemDates::default() };
    let pages = (1..=3).map(|number| {
        item("long", Kind::Document, number, |entry| {
            entry.media_type = "application/pdf".into();
            entry.cases = vec!["a".into(), "b".into()];
            entry.tags = vec!["hot".into()];
            entry.dates = published(NEW_YEAR + 40, NEW_YEAR + 40);
        })
    });
    index.put("long", pages).expect("put");
    let short = item("short", Kind::Document, 1, |entry| {
        entry.cases = vec!["b".into()];
        entry.tags = vec!["cold".into()];
        entry.dates = published(NEW_YEAR, NEW_YEAR + 364);
    });
    index.put("short", [short]).expect("put");
    let mail = item("mail", Kind::Email, 1, |entry| {
        entry.media_type = "message/rfc822".into();
        entry.people = vec!["Ann Smith".into()];
        entry.tags = vec!["hot".into()];
    });
    index.put("mail", [mail]).expect("put");
    index.put("event", [item("event", Kind::Event, 0, |entry| entry.cases = vec!["a".into()])]).expect("put");
    index.commit().expect("commit");
    (dir, index)
}

fn ask(index: &Index, query: &str, filters: Filters) -> Found {
    let facets = Some(DateKind::Published);
    let request = SearchRequest { filters, facets, ..SearchRequest::default() };
    index.search(&Query::parse(query).expect(query), &request).expect("the search runs")
}

fn ids(found: &Found) -> Vec<&str> {
    let mut ids: Vec<&str> = found.hits.iter().map(|hit| hit.document.as_str()).collect();
    ids.sort_unstable();
    ids
}

fn shown(counts: &[(String, usize)]) -> String {
    counts.iter().map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
}

fn facets(found: &Found) -> &Facets {
    found.facets.as_ref().expect("facets")
}

#[test]
fn items_are_counted_once_by_everything_that_they_are() {
    let (_dir, index) = filled();
    let found = ask(&index, "fine", Filters::default());
    assert_eq!((found.total, found.pages), (4, 5));
    assert_eq!(found.kinds, [(Kind::Event, 1), (Kind::Document, 2), (Kind::Email, 1)]);
    assert_eq!(found.hits[0].kind, Kind::Event, "what is no document comes first");
    let facets = facets(&found);
    assert_eq!(shown(&facets.cases), "a 2, b 2");
    assert_eq!(shown(&facets.kinds), "document 2, email 1, event 1");
    assert_eq!(shown(&facets.types), "text/plain 2, application/pdf 1, message/rfc822 1");
    assert_eq!(shown(&facets.tags), "hot 2, cold 1");
    assert_eq!(shown(&facets.people), "Ann Smith 1");
    assert_eq!(facets.undated, 2);
    let february = MonthCount { year: 2021, month: 2, certain: 1, possible: 1 };
    assert_eq!((facets.dates.len(), facets.dates[1]), (12, february));
}

#[test]
fn a_choice_leaves_its_own_list_as_it_was() {
    let (_dir, index) = filled();
    let found = ask(&index, "fine", Filters { tags: vec!["hot".into()], ..Filters::default() });
    assert_eq!(ids(&found), ["long", "mail"]);
    assert_eq!(shown(&facets(&found).tags), "hot 2, cold 1");
    assert_eq!(shown(&facets(&found).cases), "a 1, b 1");
    let both =
        Filters { tags: vec!["hot".into()], kinds: vec![Kind::Document, Kind::Event], ..Filters::default() };
    let found = ask(&index, "fine", both);
    assert_eq!(ids(&found), ["long"]);
    assert_eq!(shown(&facets(&found).kinds), "document 1, email 1");
    assert_eq!(shown(&facets(&found).tags), "cold 1, hot 1");
    let dated =
        Filters { dates: Some((DateKind::Published, NEW_YEAR + 31, NEW_YEAR + 58)), ..Filters::default() };
    assert_eq!(ids(&ask(&index, "fine", dated)), ["long", "short"]);
    let emails = Filters { kinds: vec![Kind::Email], ..Filters::default() };
    assert_eq!(ids(&ask(&index, "", emails)), ["mail"], "no word is needed beside a choice");
    assert_eq!(ask(&index, "", Filters::default()).total, 0);
    let none = ask(&index, "fine", Filters { people: vec!["Nobody".into()], ..Filters::default() });
    assert_eq!((none.total, shown(&facets(&none).people)), (0, "Ann Smith 1".into()));
}

#[test]
fn what_may_lie_elsewhere_is_possible() {
    let (_dir, index) = filled();
    let found = ask(&index, "published:2021-02", Filters::default());
    let marks: Vec<(&str, bool)> =
        found.hits.iter().map(|hit| (hit.document.as_str(), hit.possibly)).collect();
    assert!(marks.contains(&("long", false)) && marks.contains(&("short", true)), "{marks:?}");
    let found = ask(&index, "fine NOT published:2021-02", Filters::default());
    assert_eq!(ids(&found), ["event", "mail", "short"]);
    assert!(found.hits.iter().all(|hit| hit.possibly == (hit.document == "short")));
}

#[test]
fn what_nothing_holds_is_asked_in_other_words_and_says_so() {
    let (_dir, index) = filled();
    let found = ask(&index, "cuort fine", Filters::default());
    assert_eq!((found.total, found.instead_typed.as_str()), (4, "court fine"));
    assert_eq!(found.instead, Some(Instead::Spelling(vec![("cuort".into(), vec!["court".into()])])));
    index.put("other", [page("other", 1, "", "the judge alone")]).expect("put");
    index.commit().expect("commit");
    let found = ask(&index, "fine court judge", Filters::default());
    assert_eq!((found.total, found.instead), (4, Some(Instead::MostWords)));
    assert_eq!(ask(&index, "\"cuort fine\"", Filters::default()).total, 0, "a phrase is meant as it stands");
    let exactly = SearchRequest { nearest: false, ..SearchRequest::default() };
    let query = Query::parse("cuort").expect("a query");
    assert_eq!(index.search(&query, &exactly).expect("the search runs").total, 0);
}

#[test]
fn the_best_alone_are_the_best_of_all() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    let mut dice = crate::Dice(5);
    for number in 0..300 {
        let id = format!("d{number:03}");
        let mut text =
            || ["fine", "court", "the", "judge"].map(|word| format!("{word} ").repeat(dice.roll(4)));
        let pages = (1..=4).map(|page| crate::page(&id, page, "", &text().concat())).collect::<Vec<_>>();
        index.put(&id, pages).expect("put");
        if number % 90 == 0 {
            index.commit().expect("commit");
        }
    }
    index.commit().expect("commit");
    for typed in ["fine", "fine court", "fine OR judge", "\"court the\"", "cour*"] {
        let query = Query::parse(typed).expect(typed);
        let all = SearchRequest { limit: 10, ..SearchRequest::default() };
        let best = SearchRequest { counts: false, ..all.clone() };
        let scores = |request| -> Vec<f32> {
            index.search(&query, request).expect("the search runs").hits.iter().map(|hit| hit.score).collect()
        };
        assert_eq!(scores(&best), scores(&all), "{typed}");
    }
}

#[test]
fn what_was_added_since_is_told() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    // UUIDv7: the first 48 bits are milliseconds since 1970, here 1,000 and 2,000.
    let ids = ["00000000-03e8-7000-8000-000000000001", "00000000-07d0-7000-8000-000000000001"];
    for id in ids {
        index.put(id, [page(id, 1, "", "fine")]).expect("put");
    }
    index.commit().expect("commit");
    let query = Query::parse("fine").expect("a query");
    for (after, new) in [(999, vec![true, true]), (1_000, vec![false, true]), (2_000, vec![false, false])] {
        let request = SearchRequest { added_after: Some(after), ..SearchRequest::default() };
        let mut found = index.search(&query, &request).expect("the search runs");
        found.hits.sort_by(|a, b| a.document.cmp(&b.document));
        assert_eq!(found.added, new.iter().filter(|new| **new).count());
        assert_eq!(found.hits.iter().map(|hit| hit.added).collect::<Vec<_>>(), new, "{after}");
    }
}
