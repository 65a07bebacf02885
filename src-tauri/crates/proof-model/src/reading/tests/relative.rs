//! Written dates that are told from the day of their source.

use super::{check_all, edtf, read_date, source};

#[test]
fn relative_dates_are_read_from_the_day_of_the_source() {
    // A Thursday.
    check_all(
        &[
            ("Tuesday", "2020-08-04"),
            ("on Tuesday", "2020-08-04"),
            ("Thursday", "2020-08-06"),
            ("on Thursday", "2020-08-06"),
            ("Friday", "2020-07-31"),
            ("late Tuesday", "2020-08-04"),
            ("Tuesday evening", "2020-08-04"),
            ("by Friday", "[..2020-07-31] | [..2020-08-07]"),
            ("last Tuesday", "2020-08-04"),
            ("last Thursday", "2020-07-30"),
            ("next Tuesday", "2020-08-11"),
            ("next Thursday", "2020-08-13"),
            ("this Friday", "2020-08-07"),
            ("Tuesday last week", "2020-07-28"),
            ("Tuesday of next week", "2020-08-11"),
            ("Tuesday at 2 pm London", "2020-08-04T14:00:00+01:00[Europe/London]"),
            ("before Tuesday", "[..2020-08-03]"),
            ("since Tuesday", "2020-08-04/.."),
            ("Tuesday or Wednesday", "[2020-08-04,2020-08-05]"),
            ("yesterday", "2020-08-05"),
            ("today", "2020-08-06"),
            ("earlier today", "2020-08-06"),
            ("tomorrow", "2020-08-07"),
            ("the day before yesterday", "2020-08-04"),
            ("yesterday at 10:30 BST", "2020-08-05T10:30:00+01:00"),
            ("the next day", "2020-08-07"),
            ("the day after", "2020-08-07"),
            ("the same day", "2020-08-06"),
            ("last week", "[2020-07-27..2020-08-02]"),
            ("this week", "[2020-08-03..2020-08-09]"),
            ("next week", "[2020-08-10..2020-08-16]"),
            ("the week after", "[2020-08-10..2020-08-16]"),
            ("the following week", "[2020-08-10..2020-08-16]"),
            ("earlier this week", "[2020-08-03..2020-08-06]"),
            ("later this week", "[2020-08-06..2020-08-09]"),
            ("last weekend", "[2020-08-01..2020-08-02]"),
            ("last month", "2020-07"),
            ("this month", "2020-08"),
            ("next month", "2020-09"),
            ("late last month", "[2020-07-21..2020-07-31]"),
            ("the end of last month", "[2020-07-21..2020-07-31]"),
            ("earlier this month", "[2020-08-01..2020-08-06]"),
            ("the 4th of last month", "2020-07-04"),
            ("last quarter", "2020-34"),
            ("last year", "2019"),
            ("this year", "2020"),
            ("next year", "2021"),
            ("early next year", "2021-37"),
            ("the first quarter of last year", "2019-33"),
            ("the first half of last year", "2019-40"),
            ("before last year", "[..2018]"),
            ("three days ago", "2020-08-03~"),
            ("3 days ago", "2020-08-03~"),
            ("two weeks ago", "[2020-07-20..2020-07-26]"),
            ("two months ago", "2020-06~"),
            ("a year ago", "2019~"),
            ("between Monday and Wednesday", "[2020-08-03..2020-08-05]"),
            ("perhaps last month", "2020-07?"),
        ],
        Some(&source("2020-08-06")),
    );
}

#[test]
fn a_year_left_to_the_source_is_the_most_recent() {
    check_all(
        &[
            ("October last year", "2020-10"),
            ("in October of last year", "2020-10"),
            ("last year in October", "2020-10"),
            ("4 October last year", "2020-10-04"),
            ("earlier this year", "[2021-01-01..2021-04-20]"),
            ("earlier this year in March", "2021-03"),
            ("in March earlier this year", "2021-03"),
            ("later this year", "[2021-04-20..2021-12-31]"),
            ("in March", "2021-03"),
            ("in April", "2021-04"),
            ("in May", "2020-05"),
            ("by May", "[..2020-05] | [..2021-05]"),
            ("late May", "[2020-05-21..2020-05-31]"),
            ("next May", "2021-05 | 2022-05"),
            ("last October", "2020-10"),
            ("last March", "2021-03 | 2020-03"),
            ("next March", "2022-03"),
            ("this March", "2021-03"),
            ("last summer", "2020-22"),
            ("Q3", "2020-35"),
            ("4 April", "2021-04-04"),
            ("on the 4th", "2021-04-04"),
            ("24 December", "2020-12-24"),
            ("29 February", "2020-02-29"),
            ("between 1 and 4 April", "[2021-04-01..2021-04-04]"),
            ("March or April", "[2021-03,2021-04]"),
            // What names its year needs no source.
            ("August 2019", "2019-08"),
        ],
        Some(&source("2021-04-20")),
    );
}

#[test]
fn the_ends_of_the_year_are_crossed() {
    check_all(
        &[
            ("last month", "2020-12"),
            ("last week", "[2020-12-28..2021-01-03]"),
            ("yesterday", "2021-01-03"),
            ("last quarter", "2020-36"),
            ("Friday", "2021-01-01"),
            ("Thursday", "2020-12-31"),
        ],
        Some(&source("2021-01-04")),
    );
}

#[test]
fn an_explanation_names_what_is_open_and_what_it_was_read_against() {
    let source = source("2020-08-06");
    let check = |text: &str, relative: bool, expect: &str| {
        let reading = read_date(text, Some(&source)).unwrap();
        assert_eq!((&*reading.explanation, reading.relative), (expect, relative), "{text}");
    };
    check("Feb 2021", false, "February 2021, day not known");
    check("2021", false, "2021, month and day not known");
    check("4 Aug 2020", false, "4 August 2020");
    check("autumn 2020", false, "autumn 2020, September to November");
    check("winter 2020", false, "winter 2020, December 2020 to February 2021");
    check("early 2021", false, "first third of 2021, January to April; read as the first of three parts");
    check(
        "Tuesday",
        true,
        "4 August 2020; “Tuesday” read from the date of the source, 6 August 2020 (published 2020-08-06)",
    );
}

#[test]
fn both_readings_of_an_ambiguous_date_say_how_they_were_read() {
    let error = read_date("03/04/2021", None).unwrap_err();
    let super::ReadingError::Ambiguous { readings, .. } = &error else { panic!("{error}") };
    let words: Vec<&str> = readings.iter().map(|reading| &*reading.explanation).collect();
    assert_eq!(words, ["3 April 2021; read with the day first", "4 March 2021; read with the month first"]);
    assert_eq!(
        error.to_string(),
        "“03/04/2021” is more than one date: 3 April 2021 (2021-04-03) or 4 March 2021 (2021-03-04). Choose one"
    );
    assert_eq!(edtf(&Err(error)), "2021-04-03 | 2021-03-04");
}
