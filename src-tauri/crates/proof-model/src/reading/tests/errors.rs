//! What cannot be read: where reading stops, and what is near.

use std::cell::RefCell;

use super::{ReadingError, read_date, source};

#[test]
fn what_cannot_be_read_says_where_and_offers_the_nearest() {
    let wrong = RefCell::new(Vec::new());
    let check = |text: &str, expect: usize, near: &str| match read_date(text, None) {
        Err(ReadingError::Unreadable { column, nearest, reason, .. }) => {
            let found = nearest.map(|reading| reading.when.edtf()).unwrap_or_default();
            if (column, &*found) != (expect, near) {
                wrong.borrow_mut().push(format!("{text}: {column} “{found}”: {reason}"));
            }
        }
        other => wrong.borrow_mut().push(format!("{text}: {other:?}")),
    };
    check("Febuary 2021", 1, "2021-02");
    check("4 Agust 2020", 3, "2020-08-04");
    check("abuot 2019", 1, "2019~");
    check("31 February 2021", 1, "2021-02");
    check("31/02/2021", 1, "2021-02");
    check("30 Feb 2021", 1, "2021-02");
    check("29 February 2021", 1, "2021-02");
    check("2021-02-30", 9, "2021-02");
    check("2021-13-04", 6, "2021");
    check("2021-13", 6, "2021");
    check("32 August 2020", 1, "2020-08");
    check("Tuesday 5 August 2020", 1, "2020-08-05");
    check("4 August 2020 soon", 15, "2020-08-04");
    check("hearing on 4 August 2020", 1, "2020-08-04");
    check("4 August 2020, 25:30", 16, "2020-08-04");
    check("4 August 2020, 13 pm", 16, "2020-08-04");
    check("about 4 August 2020, 10:30", 1, "2020-08-04~");
    check("28 March 2021, 01:30 London", 1, "");
    check("between 2019", 13, "");
    check("between 4 August 2020 and 1 August 2020", 27, "[2020-08-01..2020-08-04]");
    check("from 2020 to 2019", 14, "2019/2020");
    check("2019 or 2020 and 2021", 14, "[2019,2020]");
    check("2019, 2020", 5, "2019");
    check("2019 or", 8, "2019");
    check("[2019,2020", 10, "");
    check("2004-06-01/2004-05-01", 12, "2004-06-01");
    check("somewhen", 1, "");
    check("123", 1, "");
    check("4 2020", 1, "2020");
    check("autumn 4 2020", 1, "");
    check("10:30", 1, "");
    check(",", 1, "");
    check("\u{2022}", 1, "");
    check(&"x".repeat(201), 201, "");
    let wrong = wrong.take();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_told_from_its_source_needs_it() {
    let check = |text: &str, expect: (usize, &str)| match read_date(text, None) {
        Err(ReadingError::NeedsReference { column, words, .. }) => {
            assert_eq!((column, &*words), expect, "{text}");
        }
        other => panic!("{text}: {other:?}"),
    };
    check("Tuesday", (1, "Tuesday"));
    check("before Tuesday", (8, "Tuesday"));
    check("late last month", (6, "last month"));
    check("October last year", (9, "last year"));
    check("in March", (4, "March"));
    check("yesterday", (1, "yesterday"));
    check("three days ago", (1, "three days ago"));
    check("earlier this year", (1, "earlier this year"));
}

#[test]
fn an_error_says_what_to_do() {
    let check = |text: &str, expect: &str| {
        assert_eq!(read_date(text, None).unwrap_err().to_string(), expect);
    };
    check(
        "Febuary 2021",
        "“Febuary 2021” cannot be read as a date: “Febuary” is not a word of a date, at character 1. \
         The nearest reading is February 2021 (2021-02)",
    );
    check(
        "31 February 2021",
        "“31 February 2021” cannot be read as a date: February 2021 has no day 31, at character 1. \
         The nearest reading is February 2021 (2021-02)",
    );
    check(
        "somewhen",
        "“somewhen” cannot be read as a date: “somewhen” is not a word of a date, at character 1. \
         Write it like 4 August 2020, August 2020 or 2020-08-04",
    );
    check(
        "Tuesday",
        "“Tuesday” at character 1 is told from the date of its source: give that date, or write this one in full",
    );
}

#[test]
fn a_source_at_the_end_of_the_calendar_does_no_harm() {
    for day in ["-262143-01-01", "+262142-12-31", "9999-12-31", "0000-01-01", "-0001-12-31"] {
        for text in
            ["tomorrow", "last week", "next year", "a century ago", "in March", "29 February", "next weekend"]
        {
            let found = read_date(text, Some(&source(day)));
            if let Ok(reading) = &found {
                assert!(reading.relative, "{text} from {day}: {found:?}");
            }
        }
    }
}
