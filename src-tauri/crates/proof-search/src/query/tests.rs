use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;

fn check(input: &str, expect: &str) {
    let parsed = Query::parse(input).unwrap_or_else(|error| panic!("{input:?}: {error}"));
    assert_eq!(parsed.to_string(), expect, "{input:?}");
}

#[test]
fn queries_are_understood_as_a_reader_means_them() {
    let table = [
        ("", "()"),
        ("  ... — * ~ & ", "()"),
        ("()", "()"),
        ("\"\"", "()"),
        ("Settlement", "settlement"),
        ("settlement equifax", "(and settlement equifax)"),
        ("settlement AND equifax", "(and settlement equifax)"),
        ("a OR b c", "(or a (and b c))"),
        ("a b OR c", "(or (and a b) c)"),
        ("(a OR b) c", "(and (or a b) c)"),
        ("a NOT b", "(and a (not b))"),
        ("a -b", "(and a (not b))"),
        ("a -(b c)", "(and a (not (and b c)))"),
        ("-b", "(not b)"),
        ("NOT NOT a", "(not (not a))"),
        ("a -", "a"),
        ("a - b", "(and a b)"),
        ("a -...", "a"),
        ("--a", "(not a)"),
        ("a and not b or c", "(and a and not b or c)"),
        ("\"Class Action settlement\"", "\"class action settlement\""),
        ("\u{201c}class action\u{201d}", "\"class action\""),
        ("\"settlement\"", "=settlement"),
        ("-\"class action\"", "(not \"class action\")"),
        ("\"two words\"~5", "\"two words\"~5"),
        ("\"two words\"~0", "\"two words\""),
        ("\"two two\"~5", "=two"),
        ("settl*", "settl*"),
        ("class-act*", "class+act*"),
        ("foo**", "foo*"),
        ("=filed", "=filed"),
        ("=\"filed it\"", "\"filed it\""),
        ("=class-action", "\"class action\""),
        ("cambrige~", "cambrige~1"),
        ("cambrige~2", "cambrige~2"),
        ("~5 million", "(and 5 million)"),
        ("$92 million", "¤$92000000|¤?92000000"),
        ("5.7 million fine", "(and ¤5700000 fine)"),
        ("$5.7 million.", "¤$5700000|¤?5700000"),
        ("21 April 2021", "§20210421"),
        ("filed 2021-04-21", "(and filed §20210421)"),
        ("[2021] UKSC 50", "\"2021 uksc 50\""),
        ("[2021] EWCA Civ 1 (fine)", "(and \"2021 ewca civ 1\" fine)"),
        ("[a] b", "(and a b)"),
        ("dated:2021-02", "dated:2021-02-01..2021-02-28"),
        ("published:>=2020-08", "published:2020-08-01.."),
        ("captured:<2020", "captured:..2019-12-31"),
        ("event:2019..2020-06", "event:2019-01-01..2020-06-30"),
        ("dated:\"25 February 2021\"", "dated:2021-02-25..2021-02-25"),
        ("is:privileged has:note", "(and is:privileged has:note)"),
        ("language:Dutch kind:Event", "(and language:nl kind:event)"),
        ("author:smith person:vos exhibit:PX-12", "(and author:smith person:vos exhibit:\"px 12\")"),
        ("\"$5.7 million\"", "\"5.7 million\""),
        ("92,000,000", "¤92000000|\"92000000\""),
        ("2021", "2021"),
        ("10:30", "\"10 30\""),
        ("1:20-cv-04699", "\"1 20 cv 04699\""),
        ("501(c)(3)", "(and 501 c 3)"),
        ("https://ico.org.uk", "\"https ico org uk\""),
        ("Re: settlement", "(and re settlement)"),
        ("title:complaint", "title:complaint"),
        ("Title:\"the complaint\"", "title:\"the complaint\""),
        ("title:compl*", "title:compl*"),
        ("title:=filed", "title:=filed"),
        ("-title:complaint", "(not title:complaint)"),
        ("file:\"exhibit 4\" a", "(and file:\"exhibit 4\" a)"),
        ("type:PDF", "type:application/pdf"),
        ("type:text/plain", "type:text/plain"),
        ("type:html", "type:text/html|application/xhtml+xml"),
        ("case:equifax", "case:equifax|\"equifax\""),
        ("case:\"In re Equifax\"", "case:In re Equifax|\"in re equifax\""),
        ("from:smith to:jones tag:privileged", "(and from:smith to:jones tag:privileged)"),
        ("source:a@b.org", "source:\"a b org\""),
        ("Café", "café"),
        ("5 * 3", "(and 5 3)"),
    ];
    for (input, expect) in table {
        check(input, expect);
    }
}

#[test]
fn each_mistake_names_its_column_and_a_plain_reading() {
    let table = [
        ("say \"class action", 5, "not closed", Some("say class action")),
        ("(a OR b", 1, "not closed", Some("a or b")),
        ("a (b (c)", 3, "not closed", Some("a b c")),
        ("a) b", 2, "closes none", Some("a b")),
        ("AND a", 1, "AND needs something before", Some("and a")),
        ("a AND", 3, "AND needs something after", Some("a and")),
        ("a AND ...", 3, "AND needs something after", Some("a and")),
        ("a AND OR b", 3, "AND needs something after", Some("a and or b")),
        ("a OR AND b", 6, "AND needs something before", Some("a or and b")),
        ("OR a", 1, "OR needs something before", Some("or a")),
        ("a OR", 3, "OR needs something after", Some("a or")),
        ("a OR ()", 3, "OR needs something after", Some("a or")),
        ("(OR)", 2, "OR needs something before", Some("or")),
        ("a NOT", 3, "NOT needs something after", Some("a not")),
        ("NOT AND a", 1, "NOT needs something after", Some("not and a")),
        ("é autor:smith", 3, "no field \u{201c}autor\u{201d}", Some("é autor smith")),
        ("autor:\"a b\"", 1, "no field", Some("autor a b")),
        ("is:secret", 4, "does not know", Some("is secret")),
        ("a dated:soon", 9, "is no date", Some("a dated soon")),
        ("dated:>=", 9, "is no date", Some("dated")),
        ("language:Klingon", 10, "does not know", Some("language Klingon")),
        ("title: a", 7, "title: needs", None),
        ("a title:", 9, "title: needs", None),
        ("title:...", 7, "title: needs", None),
        ("title:\"\"", 7, "title: needs", None),
        ("title:(a b)", 7, "title: needs", None),
        ("type:spreadsheet", 6, "does not know", Some("type spreadsheet")),
        ("*ment", 1, "cannot stand before", Some("ment")),
        ("é =*ment", 4, "cannot stand before", Some("é ment")),
        ("settle*nt", 7, "within a word", Some("settle nt")),
        ("word~3", 5, "takes 1 or 2", Some("word 3")),
        ("class-action~1", 13, "single word", Some("class-action 1")),
        ("\"a b\"~", 6, "number of words", Some("a b")),
        ("\"a b\"~500", 6, "number of words", Some("a b 500")),
        ("(\u{d46}title:AND:", 2, "no field", Some("\u{d46}title and")),
        ("(", 1, "not closed", None),
        ("\"", 1, "not closed", None),
    ];
    for (input, column, message, plain) in table {
        let error = Query::parse(input).expect_err(input);
        assert_eq!(error.column, column, "{input:?}: {error}");
        assert!(error.message.contains(message), "{input:?}: {error}");
        if plain.is_some() || !input.contains(char::is_alphabetic) {
            assert_eq!(error.plain.as_deref(), plain, "{input:?}");
        }
    }
}

#[test]
fn too_deep_and_too_long_are_refused() {
    let deep = format!("{}a{}", "(".repeat(51), ")".repeat(51));
    assert_eq!(Query::parse(&deep).expect_err("deep").column, 51);
    assert!(Query::parse(&deep[1..deep.len() - 1]).is_ok());
    assert!(Query::parse(&format!("{}a", "NOT ".repeat(100_000))).is_err());
    let long = "word ".repeat(257);
    let error = Query::parse(&long).expect_err("long");
    assert_eq!((error.column, error.plain.is_some()), (256 * 5 + 1, true));
    assert!(Query::parse(&"word ".repeat(256)).is_ok());
}

fn marked(query: &str, text: &str) -> Vec<String> {
    let ranges = Query::parse(query).expect(query).highlights(text);
    ranges.into_iter().map(|range| text[range].to_owned()).collect()
}

#[test]
fn highlights_fit_the_original_text() {
    let check = |query: &str, text: &str, expect: &[&str]| {
        assert_eq!(marked(query, text), expect, "{query} in {text}");
    };
    check("settle", "Ünder the Settlement, they settled; settling.", &["settled", "settling"]);
    check("cafe", "Das Café, ein CAFE\u{301}.", &["Café", "CAFE\u{301}"]);
    check("\"92 million\"", "$92 million, not 92 a million; 92\nMillion", &["92 million", "92\nMillion"]);
    check("a -b title:c", "a b c", &["a"]);
    check("a NOT (b OR a)", "a b", &["a"]);
    check("\"a b\" b", "a b b", &["a b", "b"]);
    check("\"a b c\" \"b c d\"", "a b c d", &["a b c d"]);
    check("plaintiff", "the plaintiff’s claim", &["plaintiff’s"]);
    check("class-act*", "class actions; class a", &["class actions"]);
    check("\"a b\"~1", "b x a. y y y a x x b", &["b x a"]);
    check("\"a b c\"~2", "a x b x c", &["a x b x c"]);
    check("cambrdige~1", "Cambridge", &["Cambridge"]);
    check("92000000", "$92,000,000.", &["$92,000,000"]);
    check("$5.7 million", "US$5,700,000 and 5.7 million", &["US$5,700,000", "5.7 million"]);
    check("21 April 2021", "2021-04-21, 21 April 2021", &["2021-04-21", "21 April 2021"]);
    check("settlement", "the settle-\nment of", &["settle-\nment"]);
    check("café", "cafe, café", &["café"]);
    check("", "a", &[]);
}

#[test]
fn a_snippet_shows_the_place_that_says_most() {
    let text = format!("one {} Équifax\n\n  paid  a fine {}", "x ".repeat(300), "y ".repeat(300));
    let snippet = Query::parse("one OR \"paid a\" OR equifax").expect("query").snippet(&text, 40);
    assert_eq!(snippet.text, "\u{2026}x x x x Équifax paid a fine y y y y y\u{2026}");
    assert_eq!(snippet.highlights, [(9, 16), (17, 23)]);
}

#[test]
fn a_snippet_without_matches_is_the_beginning() {
    let snippet = Query::parse("title:x").expect("query").snippet("  The first\twords of the page", 20);
    assert_eq!(snippet.text, "The first words of\u{2026}");
    assert_eq!(snippet.highlights, []);
}

/// Pieces that queries are made of, and some that are none.
const PIECES: [&str; 44] = [
    "AND",
    "OR",
    "NOT",
    "title:",
    "type:pdf",
    "is:",
    "is:privileged",
    "dated:",
    "dated:2021-02",
    ">=",
    "..",
    "x:",
    "a",
    "b",
    "settl",
    "é",
    "\u{301}",
    "和",
    "ٹک",
    "5.7",
    "$",
    "€",
    "million",
    "21",
    "April",
    "2021",
    "[2021]",
    "UKSC",
    " ",
    " ",
    " ",
    "\"",
    "\u{201c}",
    "(",
    ")",
    "*",
    "~",
    "~1",
    "~5",
    "=",
    ":",
    "-",
    "\n",
    "\u{0}",
];

/// A string of some pieces, with now and then any character at all.
fn random(seed: &mut u64) -> String {
    let mut roll = |below: u64| {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*seed >> 33) % below
    };
    let mut text = String::new();
    for _ in 0..roll(14) {
        if roll(12) == 0 {
            text.extend(char::from_u32(u32::try_from(roll(0x11_0000)).expect("small")));
        } else {
            text.push_str(PIECES[usize::try_from(roll(PIECES.len() as u64)).expect("small")]);
        }
    }
    text
}

#[test]
fn each_of_a_hundred_thousand_strings_parses_or_names_a_column() {
    let mut seed = 1;
    let (mut parsed, mut refused) = (0, 0);
    for _ in 0..100_000 {
        let input = random(&mut seed);
        match Query::parse(&input) {
            Ok(_) => parsed += 1,
            Err(error) => {
                refused += 1;
                assert!(error.column >= 1 && error.column <= input.chars().count() + 1, "{input:?}: {error}");
                let words = input.chars().any(char::is_alphanumeric);
                let sayable = words && !crate::analysis::exact_words(&input).is_empty();
                assert!(error.plain.is_some() || !sayable, "{input:?}: {error}");
                if let Some(plain) = error.plain {
                    assert!(
                        Query::parse(&plain).is_ok_and(|query| !query.is_empty()),
                        "{input:?}: {plain:?}"
                    );
                }
            }
        }
    }
    assert!(parsed > 10_000 && refused > 10_000, "{parsed} parsed, {refused} refused");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn whatever_parses_can_be_marked(input in "(AND|OR|NOT|title:|type:|x:|[a-z0-9é ]|[ \"()*~=:-]|\\PC){0,30}") {
        if let Ok(query) = Query::parse(&input) {
            query.highlights(&input);
        }
    }

    #[test]
    fn highlights_and_snippets_lie_within_the_text(
        query in "[abé]{1,2}( OR \"[ab] [abé]\"(~2)?| OR [abé][*]| OR [abé]{2}~1)?",
        text in "([abéx\u{301}]{1,3}[ ,\n\u{2014}]{1,3}|\\PC){0,60}",
        max in 0_usize..60,
    ) {
        let query = Query::parse(&query).expect("a query");
        let ranges = query.highlights(&text);
        prop_assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start));
        for range in &ranges {
            prop_assert!(text.get(range.clone()).is_some_and(|cut| !cut.is_empty()));
        }
        let snippet = query.snippet(&text, max);
        let length = snippet.text.chars().count();
        prop_assert!(length <= max.max(16));
        prop_assert!(snippet.highlights.windows(2).all(|pair| pair[0].1 <= pair[1].0));
        prop_assert!(snippet.highlights.iter().all(|(start, end)| start < end && *end <= length));
        prop_assert_eq!(snippet.highlights.is_empty(), ranges.is_empty());
    }
}
