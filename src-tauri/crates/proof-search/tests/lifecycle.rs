//! Filling, reopening, replacing, locking.

use proof_search::{Index, Opened, PageEntry, Query, Reason, SearchError, SearchRequest, entry_digest};

use crate::{LIBRARY, open, page, places, search};

fn place(document: &str, page: u32) -> (String, u32) {
    (document.into(), page)
}

#[test]
fn a_new_index_asks_to_be_filled_until_it_is_committed() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, reason) = open(dir.path());
    assert_eq!(reason, Some(Reason::Missing));
    index.put("a", [page("a", 1, "", "settlement")]).expect("put");
    drop(index);
    let (index, reason) = open(dir.path());
    assert_eq!((index.pages(), reason), (0, Some(Reason::Unfinished)));
    index.put("a", [page("a", 1, "", "settlement")]).expect("put");
    index.commit_at(7).expect("commit");
    drop(index);
    let (index, reason) = open(dir.path());
    assert_eq!((index.pages(), reason), (1, None));
    assert_eq!(index.stamp().expect("a stamp").generation, 7);
    index.commit().expect("commit");
    assert_eq!(index.stamp().expect("a stamp").generation, 7);
    assert_eq!(places(&index, "settled OR settlement"), [place("a", 1)]);
}

#[test]
fn putting_a_document_again_replaces_all_its_pages() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    index.put("a", [page("a", 1, "", "old one"), page("a", 2, "", "old two")]).expect("put");
    index.put("b", [page("b", 1, "", "old")]).expect("put");
    index.commit().expect("commit");
    index.put("a", [page("a", 1, "", "older still")]).expect("put");
    index.put("a", [page("a", 1, "", "new")]).expect("put");
    assert_eq!(places(&index, "old").len(), 3, "nothing changes before the commit");
    index.commit().expect("commit");
    assert_eq!(places(&index, "old"), [place("b", 1)]);
    assert_eq!(places(&index, "new"), [place("a", 1)]);
    index.remove("b").expect("remove");
    index.commit().expect("commit");
    assert_eq!((index.pages(), places(&index, "old").len()), (1, 0));
    index.clear().expect("clear");
    index.put("c", [page("c", 1, "", "new")]).expect("put");
    index.commit().expect("commit");
    assert_eq!(places(&index, "new"), [place("c", 1)]);
}

#[test]
fn many_small_commits_and_their_merges_keep_the_stamp_and_the_pages() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    for number in 0..40 {
        let document = format!("d{number}");
        index.put(&document, [page(&document, 1, "", "settlement")]).expect("put");
        index.commit_at(number).expect("commit");
    }
    drop(index);
    let (index, reason) = open(dir.path());
    assert_eq!((reason, index.stamp().expect("a stamp").generation), (None, 39));
    assert_eq!(search(&index, "settlement").total, 40);
}

#[test]
fn a_document_without_text_is_found_by_its_title() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    let mut scan = page("scan", 0, "Notice of Settlement", "");
    scan.file_name = "IMG_0042 hearing.jpg".into();
    index.put("scan", [scan]).expect("put");
    index
        .put("memo", [page("memo", 1, "Memo", "about a settlement"), page("memo", 2, "Memo", "x")])
        .expect("put");
    index.commit().expect("commit");
    let found = search(&index, "settlement");
    assert_eq!((found.total, found.pages), (2, 1));
    let scan = found.hits.iter().find(|hit| hit.document == "scan").expect("the scan");
    assert_eq!((scan.matched, scan.pages[0].page, scan.pages[0].in_text), (0, 0, false));
    assert_eq!(places(&index, "\"notice of settlement\""), [place("scan", 0)]);
    assert_eq!(places(&index, "hearing 0042"), [place("scan", 0)]);
    assert_eq!(places(&index, "memo"), [place("memo", 1)]);
    assert_eq!(places(&index, "memo settlement"), [place("memo", 1)]);
    assert_eq!(places(&index, "title:memo"), [place("memo", 1), place("memo", 2)]);
}

#[test]
fn a_title_with_the_word_raises_its_document() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    for document in ["a", "b", "c", "d"] {
        let title = if document == "c" { "The Settlement" } else { "A letter" };
        let text = "terms of the settlement are confidential";
        index.put(document, [page(document, 1, title, text)]).expect("put");
    }
    index.commit().expect("commit");
    assert_eq!(search(&index, "settlements").hits[0].document, "c");
}

#[test]
fn results_come_by_document_in_screens_that_do_not_overlap() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    for document in 0..9 {
        let id = format!("d{document}");
        let mut pages: Vec<PageEntry> = (1..=8).map(|number| page(&id, number, "", "fine")).collect();
        pages[5].text = "fine fine fine".into();
        pages[0].cases = vec![if document < 3 { "x" } else { "y" }.into()];
        index.put(&id, pages).expect("put");
    }
    index.commit().expect("commit");
    let query = Query::parse("fine").expect("a query");
    let mut seen = Vec::new();
    for offset in [0, 4, 8] {
        let request = SearchRequest { limit: 4, offset, per_document: 2, ..SearchRequest::default() };
        let found = index.search(&query, &request).expect("search");
        assert_eq!((found.total, found.pages), (9, 72));
        for hit in &found.hits {
            let pages: Vec<u32> = hit.pages.iter().map(|page| page.page).collect();
            assert_eq!((hit.matched, pages), (8, vec![6, 1]));
        }
        seen.extend(found.hits.into_iter().map(|hit| hit.document));
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 9);
    let in_case = SearchRequest { case: Some("x".into()), ..SearchRequest::default() };
    assert_eq!(index.search(&query, &in_case).expect("search").pages, 3);
}

#[test]
fn a_reader_beside_the_writer_sees_commits_and_may_not_write() {
    let dir = tempfile::tempdir().expect("a folder");
    assert!(Index::open_read_only(&dir.path().join("none"), LIBRARY).expect("no error").is_none());
    let (writer, _) = open(dir.path());
    assert!(Index::open_read_only(dir.path(), LIBRARY).expect("no error").is_none(), "never committed");
    writer.put("a", [page("a", 1, "", "fine")]).expect("put");
    writer.commit().expect("commit");
    let reader = Index::open_read_only(dir.path(), LIBRARY).expect("no error").expect("an index");
    assert_eq!(places(&reader, "fine"), [place("a", 1)]);
    assert!(matches!(reader.put("b", []), Err(SearchError::ReadOnly)));
    assert!(matches!(reader.commit(), Err(SearchError::ReadOnly)));
    assert!(Index::open_read_only(dir.path(), "another").expect("no error").is_none());
    writer.put("b", [page("b", 1, "", "fine")]).expect("put");
    writer.commit().expect("commit");
    let patience = std::time::Instant::now();
    while places(&reader, "fine").len() < 2 {
        assert!(patience.elapsed().as_secs() < 20, "the reader never saw the commit");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

#[test]
fn a_second_writer_is_told_that_the_index_is_locked() {
    let dir = tempfile::tempdir().expect("a folder");
    let (first, _) = open(dir.path());
    assert!(matches!(Index::open(dir.path(), LIBRARY), Err(SearchError::Locked(_))));
    drop(first);
    assert!(matches!(Index::open(dir.path(), LIBRARY), Ok(Opened::Rebuild(..))));
}

#[test]
fn the_index_of_another_library_is_not_used() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    index.put("a", [page("a", 1, "", "fine")]).expect("put");
    index.commit().expect("commit");
    drop(index);
    let (index, reason) = Index::open(dir.path(), "library-2").expect("opens").into_parts();
    assert_eq!((reason, index.pages()), (Some(Reason::OtherLibrary), 0));
}

#[test]
fn the_entries_show_every_page_with_its_digest() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    let pages = [page("a", 1, "t", "one"), page("a", 2, "t", "two"), page("b", 0, "empty", "")];
    index.put("a", pages[..2].to_vec()).expect("put");
    index.put("b", pages[2..].to_vec()).expect("put");
    index.put("gone", [page("gone", 1, "", "")]).expect("put");
    index.commit().expect("commit");
    index.remove("gone").expect("remove");
    index.commit().expect("commit");
    let mut seen = Vec::new();
    index.entries(|document, page, digest| seen.push((document.to_owned(), page, digest))).expect("entries");
    seen.sort();
    let expect: Vec<(String, u32, u64)> =
        pages.iter().map(|page| (page.document.clone(), page.page, entry_digest(page))).collect();
    assert_eq!(seen, expect);
    index.verify().expect("the index is whole");
}

#[test]
fn threads_may_search_while_one_writes() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..200 {
                    assert!(search(&index, "fine").total <= 20);
                }
            });
        }
        for number in 0..20 {
            let document = format!("d{number}");
            index.put(&document, [page(&document, 1, "", "fine")]).expect("put");
            index.commit().expect("commit");
        }
    });
    assert_eq!(search(&index, "fine").total, 20);
}
