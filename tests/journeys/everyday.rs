use std::collections::BTreeSet;

use serde_json::Value;

use crate::terminal::Terminal;

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("no {key} in {value}"))
}

#[test]
fn the_sample_is_five_cases_in_order_and_everything_in_it_verifies() {
    let terminal = Terminal::with_sample();
    let rows = terminal.json(&["timeline"]);
    let rows = rows.as_array().unwrap();
    assert!(rows.len() >= 30, "{} events", rows.len());
    let starts: Vec<&str> = rows.iter().filter_map(|row| row["date"]["earliest"].as_str()).collect();
    assert!(starts.is_sorted(), "{starts:?}");
    let mut cases: Vec<&str> = rows.iter().map(|row| text(row, "case_name")).collect();
    cases.sort_unstable();
    cases.dedup();
    assert!(cases.len() >= 5, "{cases:?}");
    for row in rows {
        let accounts = row["accounts"].as_array().unwrap();
        assert!(
            accounts.iter().any(|account| account["verified"] == true),
            "{} rests on nothing",
            row["title"]
        );
    }
    let report = terminal.json(&["verify"]);
    assert_eq!((&report["ok"], &report["problems"]), (&Value::from(true), &Value::from(Vec::<Value>::new())));
    assert!(report["quotes"].as_u64() >= Some(30), "{report}");
}

#[test]
fn the_sample_holds_every_format_and_its_conflict_of_sums() {
    let terminal = Terminal::with_sample();
    let documents = terminal.json(&["document", "list"]);
    let mut kinds: Vec<&str> =
        documents.as_array().unwrap().iter().map(|row| text(row, "kind_words")).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, ["Markdown", "PDF", "Word", "e-mail", "text", "web page"]);
    let rows = terminal.json(&["timeline"]);
    let conflicts: Vec<&Value> = rows
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["conflicts"] != Value::from(Vec::<Value>::new()))
        .collect();
    assert!(
        conflicts.iter().any(|row| row["conflicts"][0].as_str().unwrap().contains("US$29,000,000")),
        "the slip of the pen is seen: {conflicts:?}"
    );
    let fine =
        rows.as_array().unwrap().iter().find(|row| text(row, "title").contains("5.7 million")).unwrap();
    assert_eq!(fine["support"]["origins"], 1, "copies of one report are one origin: {fine}");
}

#[test]
fn words_phrases_booleans_and_fields_find_their_pages() {
    let terminal = Terminal::with_sample();
    let check = |query: &str, expect: &dyn Fn(&Value) -> bool| {
        let answer = terminal.json(&["search", query]);
        let hits = answer["hits"].as_array().unwrap();
        let mut hits = hits.iter().filter(|hit| hit["page"] != 0).peekable();
        assert!(hits.peek().is_some(), "{query} finds nothing");
        assert!(answer["total"].as_u64().unwrap() > 0 && answer["took_ms"].as_f64().unwrap() > 0.0);
        for hit in hits {
            assert!(expect(hit), "{query} found {hit}");
        }
    };
    let page = |hit: &Value| -> String {
        let page = hit["page"].to_string();
        let words = terminal.run(&["document", "text", text(hit, "item"), "--page", &page]).succeeded();
        words.out.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    };
    check("\"92 million\"", &|hit| page(hit).contains("92 million"));
    check("\"92 million\"", &|hit| {
        let snippet: Vec<char> = text(hit, "snippet").chars().collect();
        hit["highlights"].as_array().unwrap().iter().any(|range| {
            let at = |end: usize| usize::try_from(range[end].as_u64().unwrap()).unwrap();
            snippet[at(0)..at(1)].iter().collect::<String>() == "92 million"
        })
    });
    check("settlement NOT dutch", &|hit| !page(hit).contains("dutch"));
    check("(euros OR dollars) AND children", &|hit| {
        let page = page(hit);
        (page.contains("euro") || page.contains("dollar")) && page.contains("child")
    });
    check("type:pdf title:memo consent", &|hit| text(hit, "title").to_lowercase().contains("memo"));
}

#[test]
fn an_event_is_added_with_its_passage_undone_and_redone() {
    let terminal = Terminal::new();
    let note =
        terminal.file("note.txt", "The parties settled for 92 million dollars.\nIt was late in the month.");
    let imported = terminal.json(&[
        "import",
        &note,
        "--case",
        "Case",
        "--source",
        "The desk",
        "--published",
        "2021-03-02",
        "--obtained",
        "by e-mail",
    ]);
    assert_eq!(imported[0]["outcome"], "ok");
    let event = terminal.json(&[
        "event",
        "add",
        "--case",
        "Case",
        "--title",
        "Settlement",
        "--date",
        "late last month",
        "--reference",
        "2021-03-02",
        "--cite",
        "note.txt:1:settled for 92 million dollars",
    ]);
    assert_eq!(
        (&event["date"]["earliest"], &event["date"]["latest"]),
        (&"2021-02-21".into(), &"2021-02-28".into())
    );
    assert_eq!(event["accounts"][0]["asserted_by"], "The desk");
    assert_eq!(event["accounts"][0]["verified"], true);
    assert_eq!(event["accounts"][0]["stated"], "late last month");
    let count = || terminal.json(&["timeline"]).as_array().unwrap().len();
    assert!(terminal.run(&["undo"]).succeeded().out.contains("add event Settlement"));
    assert_eq!(count(), 0);
    terminal.run(&["redo"]).succeeded();
    assert_eq!(count(), 1);
    assert_eq!(terminal.json(&["event", "show", "Settlement"]), event);
    let ledger = terminal.json(&["ledger"]);
    assert_eq!(ledger[0]["act"], "redo: add event Settlement");
}

#[test]
fn an_import_is_undone_as_one_act_and_comes_back_whole() {
    let terminal = Terminal::new();
    let files = [("a.txt", "alpha"), ("b.txt", "beta"), ("c.txt", "gamma")]
        .map(|(name, words)| terminal.file(name, words));
    let mut arguments = vec!["import", "--case", "Case"];
    arguments.extend(files.iter().map(String::as_str));
    terminal.run(&arguments).succeeded();
    let found = |word: &str| terminal.json(&["search", word])["total"].as_u64().unwrap();
    assert_eq!((found("beta"), terminal.json(&["document", "list"]).as_array().unwrap().len()), (1, 3));
    assert!(terminal.run(&["undo"]).succeeded().out.contains("import 3 files"));
    assert_eq!((found("beta"), terminal.json(&["document", "list"]).as_array().unwrap().len()), (0, 0));
    terminal.run(&["redo"]).succeeded();
    assert_eq!((found("beta"), terminal.json(&["document", "list"]).as_array().unwrap().len()), (1, 3));
    terminal.run(&["verify"]).succeeded();
}

#[test]
fn the_same_bytes_twice_are_one_original_with_two_places() {
    let terminal = Terminal::new();
    let (one, two) = (terminal.file("one.txt", "the same words"), terminal.file("two.txt", "the same words"));
    let first = terminal.json(&["import", &one, "--case", "Case"]);
    let second = terminal.json(&["import", &two, "--case", "Case"]);
    assert_eq!(first[0]["document"], second[0]["document"]);
    assert!(second[0]["reason"].as_str().unwrap().contains("here already"), "{second}");
    let document = terminal.json(&["document", "show", text(&first[0], "document")]);
    assert_eq!(document["locations"].as_array().unwrap().len(), 2);
    assert_eq!(terminal.json(&["verify"])["originals"], 1);
}

#[test]
fn what_is_attached_to_an_e_mail_is_a_document_of_its_own() {
    let terminal = Terminal::new();
    let mail = terminal
        .file("mail.eml", proof_testkit::mail("The figures", "See attached.", "sums.txt", "92 million"));
    let rows = terminal.json(&["import", &mail, "--case", "Case"]);
    assert_eq!(rows.as_array().unwrap().len(), 2, "{rows}");
    let (parent, child) = (text(&rows[0], "document"), text(&rows[1], "document"));
    let shown = terminal.json(&["document", "show", child]);
    assert_eq!((text(&shown, "title"), text(&shown, "parent")), ("sums.txt", parent));
    let shown = terminal.json(&["document", "show", parent]);
    assert_eq!((text(&shown, "title"), &shown["attachments"]), ("The figures", &Value::from(1)));
    let relatives = terminal.json(&["document", "relatives", parent]);
    assert_eq!(relatives["inside"]["rows"][0]["document"], child);
    let relatives = terminal.json(&["document", "relatives", child]);
    assert_eq!(
        (&relatives["around"][0]["document"], &relatives["beside"]["total"]),
        (&Value::from(parent), &Value::from(1))
    );
    let listed = terminal.json(&["register", "--inside", parent]);
    assert_eq!((&listed["total"], &listed["rows"][0]["document"]), (&Value::from(1), &Value::from(child)));
    assert_eq!(shown["dated"]["edtf"], "2021-06-24");
    assert_eq!(terminal.json(&["search", "\"92 million\""])["hits"][0]["item"], child);
}

#[test]
fn a_second_writer_is_told_and_a_reader_is_served() {
    let terminal = Terminal::new();
    let library = std::fs::File::options().write(true).open(terminal.library().join("library.lock")).unwrap();
    library.lock().unwrap();
    let refused = terminal.run(&["case", "add", "Another"]);
    assert_eq!(refused.code, 1);
    assert!(refused.error.contains("open for writing"), "{}", refused.error);
    terminal.run(&["case", "list"]).succeeded();
    terminal.run(&["timeline"]).succeeded();
}

#[test]
fn a_lost_or_damaged_index_is_made_anew_by_the_next_search() {
    let terminal = Terminal::with_sample();
    // Scores hang on what was ever in an index, too.
    let found = || {
        let answer = terminal.json(&["search", "settlement"]);
        let hits = answer["hits"].as_array().unwrap().iter();
        hits.map(|hit| (hit["item"].to_string(), hit["page"].to_string())).collect::<BTreeSet<_>>()
    };
    let before = found();
    let index = terminal.library().join("index");
    std::fs::remove_dir_all(&index).unwrap();
    assert_eq!(found(), before);
    for entry in std::fs::read_dir(&index).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|extension| extension == "store" || extension == "term" || extension == "idx")
        {
            let mut bytes = std::fs::read(&path).unwrap();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0x40;
            std::fs::write(&path, bytes).unwrap();
        }
    }
    assert_eq!(found(), before);
    terminal.run(&["rebuild-index"]).succeeded();
    terminal.run(&["verify"]).succeeded();
}

#[test]
fn parties_are_listed_with_dated_roles_and_sums_with_who_states_them() {
    let terminal = Terminal::with_sample();
    let parties = terminal.json(&["party", "list", "--case", "Longfield v TikTok"]);
    let longfield =
        parties.as_array().unwrap().iter().find(|row| text(row, "name") == "Anne Longfield").unwrap();
    let roles = longfield["roles"].as_array().unwrap();
    let commissioner: Vec<&Value> =
        roles.iter().filter(|role| text(role, "role").to_lowercase().contains("commissioner")).collect();
    assert_eq!(commissioner.len(), 2, "commissioner and former commissioner: {longfield}");
    assert!(
        commissioner[0]["date"]["latest"].as_str() < commissioner[1]["date"]["earliest"].as_str(),
        "by their dates the two do not conflict: {longfield}"
    );
    let lines = terminal.json(&["amount", "list"]);
    let kinds: BTreeSet<&str> =
        lines.as_array().unwrap().iter().map(|line| text(&line["amount"], "kind")).collect();
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["claimed", "fined", "settled"]);
    let euros = lines.as_array().unwrap().iter().find(|line| line["amount"]["currency"] == "EUR").unwrap();
    assert!(text(&euros["amount"], "converted").contains("1.8 billion"), "{euros}");
    assert_eq!(euros["verified"], true);
}

#[test]
fn an_event_is_changed_given_a_rival_account_and_taken_back_step_by_step() {
    let terminal = Terminal::new();
    let one = terminal.file("one.txt", "The ban began in October 2020.");
    let two = terminal.file("two.txt", "The ban began in March 2021.");
    terminal.run(&["import", &one, &two, "--case", "Case"]).succeeded();
    let added = ["event", "add", "--case", "Case", "--title", "Ban", "--date", "October 2020"];
    terminal.run(&[&added[..], &["--cite", "one.txt:1:began in October 2020"]].concat()).succeeded();
    let whole = terminal.json(&["timeline"]);
    terminal.run(&["event", "edit", "Ban", "--title", "First ban", "--status", "disputed"]).succeeded();
    let cite = ["event", "cite", "First ban", "two.txt:1:began in March 2021", "--date", "March 2021"];
    let disputed =
        terminal.json(&[&cite[..], &["--stance", "denies", "--asserted-by", "The authority"]].concat());
    assert_eq!(disputed["conflicts"].as_array().unwrap().len(), 1, "{disputed}");
    assert_eq!(disputed["accounts"][1]["asserted_by"], "The authority");
    let account = text(&disputed["accounts"][1], "account");
    terminal.run(&["event", "uncite", account]).succeeded();
    assert_eq!(terminal.json(&["event", "show", "First ban"])["conflicts"], Value::from(Vec::<Value>::new()));
    terminal.run(&["undo"]).succeeded();
    assert_eq!(terminal.json(&["event", "show", "First ban"]), disputed);
    terminal.run(&["event", "remove", "First ban"]).succeeded();
    assert_eq!(terminal.json(&["timeline"]), Value::from(Vec::<Value>::new()));
    for _ in 0..3 {
        terminal.run(&["undo"]).succeeded();
    }
    assert_eq!(terminal.json(&["timeline"]), whole, "back to what it was before the first change");
    terminal.run(&["verify"]).succeeded();
}

#[test]
fn an_unfiled_document_is_filed_named_and_found_by_its_new_name() {
    let terminal = Terminal::new();
    let note = terminal.file("scan0001.txt", "Words.");
    terminal.run(&["import", &note]).succeeded();
    assert_eq!(terminal.json(&["review"])[0]["kind"], "unfiled_document");
    let edit = ["document", "edit", "scan0001.txt", "--title", "Press note", "--file-in", "Case"];
    let row = terminal.json(&[&edit[..], &["--published", "late June 2021"]].concat());
    assert_eq!((text(&row, "title"), row["cases"].as_array().unwrap().len()), ("Press note", 1));
    assert_eq!(row["published"]["earliest"], "2021-06-21");
    assert_eq!(terminal.json(&["review"]), Value::from(Vec::<Value>::new()));
    assert_eq!(terminal.json(&["search", "title:press", "--case", "Case"])["items"], 1);
    terminal.run(&["undo"]).succeeded();
    assert_eq!(terminal.json(&["search", "title:press"])["items"], 0);
    terminal.run(&["verify"]).succeeded();
}
