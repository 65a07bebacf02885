//! Each example in the documentation of the query language, asked of an index.

use proof_search::{Index, PageEntry};

use crate::{open, page, places};

/// The example, a page that it finds and one that it does not.
fn examples() -> Vec<(&'static str, PageEntry, PageEntry)> {
    let text = |text: &str| page("", 1, "", text);
    let with = |change: &dyn Fn(&mut PageEntry)| {
        let mut entry = page("", 1, "", "some text");
        change(&mut entry);
        entry
    };
    vec![
        ("settlement equifax", text("ÉQUIFAX: settlements"), text("settlement")),
        ("\"class action settlement\"", text("a Class Action settlement"), text("action class settlement")),
        ("ico OR ftc", text("the FTC"), text("the SEC")),
        ("facebook NOT instagram", text("Facebook"), text("Facebook, Instagram")),
        ("facebook -instagram", text("Facebook"), text("Facebook, Instagram")),
        ("(fine OR penalty) AND ico", text("ICO penalties"), text("fine or penalty")),
        ("settl*", text("settling"), text("unsettled")),
        ("=filed", text("Filed"), text("filing")),
        ("cambrige~1", text("Cambridge"), text("Cambridges")),
        ("\"fine british\"~5", text("British Airways, fine"), text("fine a b c d e f British")),
        ("1:20-cv-04699", text("No. 1:20-cv-04699"), text("20-cv-04699")),
        ("5.7 million", text("$5.7 million"), text("5, 7 million")),
        ("title:complaint", with(&|e| e.title = "The Complaints".into()), text("complaint")),
        ("file:\"exhibit 4\"", with(&|e| e.file_name = "Exhibit_4.pdf".into()), text("exhibit 4")),
        ("type:email", with(&|e| e.media_type = "Message/RFC822".into()), text("email")),
        (
            "case:\"in re equifax\"",
            with(&|e| e.case_names = vec!["In re Equifax".into()]),
            text("in re equifax"),
        ),
        ("source:reuters", with(&|e| e.source = "Reuters, 5 May".into()), text("reuters")),
        ("from:smith", with(&|e| e.from = "Ann Smith <a@b.org>".into()), with(&|e| e.to = "smith".into())),
        ("to:smith", with(&|e| e.to = "ann.smith@b.org".into()), with(&|e| e.from = "smith".into())),
        ("tag:privileged", with(&|e| e.tags = vec!["hot".into(), "Privileged".into()]), text("privileged")),
    ]
}

fn fill(index: &Index, fits: &PageEntry, other: &PageEntry) {
    for (id, entry) in [("fits", fits), ("other", other)] {
        index.put(id, [PageEntry { document: id.into(), ..entry.clone() }]).expect("put");
    }
    index.commit().expect("commit");
}

#[test]
fn every_documented_example_finds_what_it_says() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    let examples = examples();
    for (example, fits, other) in &examples {
        fill(&index, fits, other);
        assert_eq!(places(&index, example), [("fits".to_owned(), 1)], "{example}");
    }
    let documented: Vec<&str> = include_str!("../src/query.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("//! | `")?.split('`').next())
        .collect();
    let tested: Vec<&str> = examples.iter().map(|(example, ..)| *example).collect();
    assert_eq!(documented, tested);
}

#[test]
fn a_case_is_found_by_its_id() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    let id = "0198c0de-0000-7000-8000-00000000000a";
    let mut inside = page("", 1, "", "x");
    inside.cases = vec![id.into()];
    fill(&index, &inside, &page("", 1, "", id));
    assert_eq!(places(&index, &format!("case:{id}")), [("fits".to_owned(), 1)]);
}
