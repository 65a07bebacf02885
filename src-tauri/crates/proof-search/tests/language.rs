//! Each example in the documentation of the query language, asked of an index.

use proof_search::{Days, Index, ItemDates, Kind, PageEntry, query::HELP};

use crate::{open, page, places};

/// The example, an entry that it finds and one that it does not.
fn examples() -> Vec<(&'static str, PageEntry, PageEntry)> {
    let text = |text: &str| page("", 1, "", text);
    let with = |change: &dyn Fn(&mut PageEntry)| {
        let mut entry = page("", 1, "", "some text");
        change(&mut entry);
        entry
    };
    let dated = |first: i32, last: i32| with(&|e| e.dates.dated = Some(Days { first, last }));
    let marked = |mark: &str| with(&|e| e.marks = vec![mark.into()]);
    let title = |title: &str| with(&|e| e.title = title.into());
    // 2021-01-01 is day 737,791 from the first of January of the year 1.
    let (y2021, february, y2020) = (737_791, 737_822, 737_425);
    let on = |change: &dyn Fn(&mut ItemDates, Option<Days>), first, last| {
        with(&|e| change(&mut e.dates, Some(Days { first, last })))
    };
    vec![
        ("settlement equifax", text("ÉQUIFAX: settlements"), text("settlement")),
        ("\"class action settlement\"", text("a Class Action settlement"), text("action class settlement")),
        ("ico OR ftc", text("the FTC"), text("the SEC")),
        ("facebook AND instagram", text("Instagram, Facebook"), text("Facebook")),
        ("facebook NOT instagram", text("Facebook"), text("Facebook, Instagram")),
        ("facebook -instagram", text("Facebook"), text("Facebook, Instagram")),
        ("(fine OR penalty) AND ico", text("ICO penalties"), text("fine or penalty")),
        ("settl*", text("settling"), text("unsettled")),
        ("=filed", text("Filed"), text("filing")),
        ("cambrige~1", text("Cambridge"), text("Cambridges")),
        ("\"fine british\"~5", text("British Airways, fine"), text("fine a b c d e f British")),
        ("cafe", text("Café"), text("caff")),
        ("café", text("Café"), text("cafe")),
        ("1:20-cv-04699", text("No. 1:20-cv-04699"), text("20-cv-04699")),
        ("[2021] UKSC 50", text("Lloyd v Google [2021] UKSC 50"), text("50 UKSC in 2021")),
        ("$5.7 million", text("fined US$5,700,000"), text("€5.7 million, 5, 7 million")),
        ("5,700,000", text("5.7 million euros"), text("5.7 billion")),
        ("21 April 2021", text("on 2021-04-21"), text("21 May, April 2021")),
        ("press@ftc.gov", text("to <press@ftc.gov>"), text("ftc press gov")),
        ("www.ftc.gov/news", text("https://www.ftc.gov/news/1"), text("ftc.gov")),
        ("和解", text("达成和解协议"), text("和平解决")),
        ("پابندی", text("عدالت نے پابندي لگائی"), text("عدالت")),
        ("title:complaint", title("The Complaints"), text("complaint")),
        ("file:\"exhibit 4\"", with(&|e| e.file_name = "Exhibit_4.pdf".into()), text("exhibit 4")),
        ("type:email", with(&|e| e.media_type = "Message/RFC822".into()), text("email")),
        (
            "case:\"in re equifax\"",
            with(&|e| e.case_names = vec!["In re Equifax".into()]),
            text("in re equifax"),
        ),
        ("source:reuters", with(&|e| e.source = "Reuters, 5 May".into()), text("reuters")),
        ("author:smith", with(&|e| e.author = "A. Smith".into()), text("smith")),
        ("from:smith", with(&|e| e.from = "Ann Smith <a@b.org>".into()), with(&|e| e.to = "smith".into())),
        ("to:smith", with(&|e| e.to = "ann.smith@b.org".into()), with(&|e| e.from = "smith".into())),
        ("person:bytedance", with(&|e| e.people = vec!["ByteDance Ltd".into()]), text("bytedance")),
        ("tag:hot", with(&|e| e.tags = vec!["cold".into(), "Hot".into()]), text("hot")),
        ("exhibit:PX-12", with(&|e| e.exhibits = vec!["PX-12".into()]), text("PX-12")),
        ("bates:TT-000123", with(&|e| e.bates = vec!["TT-000123".into()]), text("TT-000123")),
        (
            "language:Dutch",
            text("De rechtbank heeft de vordering van de stichting toegewezen en het bedrijf veroordeeld."),
            text("The court approved the settlement between the parties and ordered that the fees be paid."),
        ),
        ("kind:event", with(&|e| (e.kind, e.page) = (Kind::Event, 1)), text("event")),
        ("dated:2021-02", dated(y2021, y2021 + 364), dated(y2020, y2020 + 364)),
        ("dated:\"25 February 2021\"", dated(february + 24, february + 24), dated(february, february)),
        (
            "published:>=2020-08",
            on(&|dates, days| dates.published = days, y2021, y2021),
            on(&|dates, days| dates.published = days, y2020, y2020),
        ),
        (
            "captured:2019..2020-06",
            on(&|dates, days| dates.captured = days, y2020, y2020),
            on(&|dates, days| dates.captured = days, y2021, y2021),
        ),
        ("event:2021", on(&|dates, days| dates.event = days, y2021, y2021), text("2021")),
        ("NOT dated:2021", dated(y2020, y2021), dated(y2021, y2021)),
        ("has:note", marked("has:note"), marked("has:highlight")),
        ("is:unreviewed", marked("is:unreviewed"), marked("is:reviewed")),
        ("is:privileged", marked("is:privileged"), text("privileged")),
        ("is:disputed", marked("is:disputed"), marked("is:confirmed")),
        ("title:compl*", title("Complaint"), text("complaint")),
        ("title:=filed", title("Filed"), title("Filing")),
        ("-title:complaint", text("complaint"), title("Complaint")),
        ("-(fine penalty)", text("fine"), text("fine, penalty")),
        ("NOT settlement", text("fine"), text("settlement")),
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
    let documented: Vec<&str> = HELP.iter().map(|(example, _)| *example).collect();
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
