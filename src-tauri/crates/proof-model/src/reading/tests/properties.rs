//! Properties: nothing panics; what is shown reads back; order agrees with bounds.

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

use super::{ReadingError, bounds, read_date, source};
use crate::{Truth, When};

/// The examples of the EDTF specification (ISO 8601-2:2019, annex A; Library of Congress, levels 0 to 2).
const STANDARD: &[&str] = &[
    "1985-04-12",
    "1985-04",
    "1985",
    "1985-04-12T23:20:30",
    "1985-04-12T23:20:30Z",
    "1985-04-12T23:20:30-04",
    "1985-04-12T23:20:30+04:30",
    "1964/2008",
    "2004-06/2006-08",
    "2004-02-01/2005-02-08",
    "2004-02-01/2005-02",
    "2004-02-01/2005",
    "2005/2006-02",
    "Y170000002",
    "Y-170000002",
    "2001-21",
    "2001-22",
    "2001-23",
    "2001-24",
    "1984?",
    "2004-06~",
    "2004-06-11%",
    "201X",
    "20XX",
    "2004-XX",
    "1985-04-XX",
    "1985-XX-XX",
    "1985-04-12/..",
    "1985-04/..",
    "1985/..",
    "../1985-04-12",
    "../1985-04",
    "../1985",
    "1985-04-12/",
    "1985-04/",
    "1985/",
    "/1985-04-12",
    "/1985-04",
    "/1985",
    "-1985",
    "1984~/2004-06",
    "1984/2004-06~",
    "1984~/2004~",
    "1984?/2004%",
    "1984-06-02?/2004-08-08~",
    "Y-17E7",
    "Y17E8",
    "2001-34",
    "1950S2",
    "Y171010000S3",
    "Y3388E2S3",
    "2001-25",
    "2001-26",
    "2001-27",
    "2001-28",
    "2001-29",
    "2001-30",
    "2001-31",
    "2001-32",
    "2001-33",
    "2001-35",
    "2001-36",
    "2001-37",
    "2001-38",
    "2001-39",
    "2001-40",
    "2001-41",
    "[1667,1668,1670..1672]",
    "[..1760-12-03]",
    "[1760-12..]",
    "[1760-01,1760-02,1760-12..]",
    "[1667,1760-12]",
    "[..1984]",
    "{1667,1668,1670..1672}",
    "{1960,1961-12}",
    "{..1984}",
    "2004-06-11%",
    "2004-06~-11",
    "2004?-06-11",
    "?2004-06-~11",
    "2004-%06-11",
    "2004-06-~01/2004-06-~20",
    "2004-06-XX/2004-07-03",
    "156X-12-25",
    "15XX-12-25",
    "XXXX-12-XX",
    "1XXX-XX",
    "1XXX-12",
    "1984-1X",
    "2011-~06-~04",
    "2020-08-04T10:30:00+01:00[Europe/London]",
    "0000",
    "0043-05",
    "-0043-03-15",
];

/// What is shown, read again.
fn reread(when: &When) -> super::Reading {
    let words = when.to_string();
    read_date(&words, None).unwrap_or_else(|error| panic!("{} shown as {words}: {error}", when.edtf()))
}

#[test]
fn every_example_of_the_standard_reads_back_from_its_words() {
    for text in STANDARD {
        let read = read_date(text, None).unwrap_or_else(|error| panic!("{error}"));
        let again = reread(&read.when);
        assert_eq!(
            bounds(&again),
            bounds(&read),
            "{text} shown as {}, read as {}",
            read.when,
            again.when.edtf()
        );
        assert_eq!(When::parse(&read.when.edtf()).unwrap(), read.when, "{text}");
    }
}

fn year() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => (1000..=9998_i32).prop_map(|year| year.to_string()),
        1 => (0..=999_i32).prop_map(|year| format!("{year:04}")),
        1 => (1..=9998_i32).prop_map(|year| format!("-{year:04}")),
    ]
}

fn day() -> impl Strategy<Value = String> {
    (year(), 1..=12_u32, 1..=28_u32).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

fn month() -> impl Strategy<Value = String> {
    (year(), 1..=12_u32).prop_map(|(year, month)| format!("{year}-{month:02}"))
}

/// A date that a range of a set may have as its end.
fn plain() -> impl Strategy<Value = String> {
    prop_oneof![day(), month(), year()]
}

fn date() -> impl Strategy<Value = String> {
    let season = (year(), 21..=41_u32).prop_map(|(year, code)| format!("{year}-{code}"));
    let blank = (1000..=9998_i32, 1..=12_u32, 0..5_usize).prop_map(|(year, month, form)| match form {
        0 => format!("{year}-XX"),
        1 => format!("{year}-XX-XX"),
        2 => format!("{}X", year / 10),
        3 => format!("{}XX", year / 100),
        _ => format!("{year}-{month:02}-XX"),
    });
    let large = (10_000..=999_999_999_i64).prop_map(|year| format!("Y{year}"));
    let base = prop_oneof![6 => plain(), 2 => season, 2 => blank, 1 => large];
    (base, prop_oneof![4 => Just(""), 1 => Just("?"), 1 => Just("~"), 1 => Just("%")])
        .prop_map(|(date, doubt)| format!("{date}{doubt}"))
        .boxed()
}

fn interval() -> impl Strategy<Value = String> {
    (date(), date(), 0..7_usize).prop_map(|(one, two, form)| match form {
        0 => format!("{one}/.."),
        1 => format!("../{one}"),
        2 => format!("{one}/"),
        3 => format!("/{one}"),
        4 => format!("..{one}/{two}"),
        5 => format!("{one}/{two}.."),
        _ => format!("{one}/{two}"),
    })
}

fn member() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => date(),
        1 => date().prop_map(|date| format!("..{date}")),
        1 => date().prop_map(|date| format!("{date}..")),
        2 => (day(), day()).prop_map(|(one, two)| format!("{one}..{two}")),
        1 => (month(), month()).prop_map(|(one, two)| format!("{one}..{two}")),
        1 => (year(), year()).prop_map(|(one, two)| format!("{one}..{two}")),
    ]
}

fn set() -> impl Strategy<Value = String> {
    (proptest::collection::vec(member(), 1..5), any::<bool>()).prop_map(|(members, all)| {
        let inner = members.join(",");
        if all { format!("{{{inner}}}") } else { format!("[{inner}]") }
    })
}

fn moment() -> impl Strategy<Value = String> {
    let day = (1901..=2037_i32, 1..=12_u32, 1..=28_u32);
    (day, 4..=23_u32, 0..=59_u32, 0..=59_u32, -839..=839_i32, 0..6_usize).prop_map(
        |((year, month, day), hour, minute, second, shift, form)| {
            let zone = match form {
                0 => String::new(),
                1 => "Z".to_owned(),
                2 => "[Europe/London]".to_owned(),
                3 => "-05:00[America/New_York]".to_owned(),
                4 => "+05:30[Asia/Kolkata]".to_owned(),
                _ if shift < 0 => format!("-{:02}:{:02}", -shift / 60, -shift % 60),
                _ => format!("+{:02}:{:02}", shift / 60, shift % 60),
            };
            format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{zone}")
        },
    )
}

/// Any value that EDTF can hold. What was generated with its ends reversed is left out.
fn when() -> impl Strategy<Value = When> {
    prop_oneof![3 => date().boxed(), 2 => interval().boxed(), 2 => set().boxed(), 1 => moment().boxed()]
        .prop_filter_map("its ends are reversed", |text| When::parse(&text).ok())
}

/// Moments and days so near that zones put them in another order.
fn near() -> impl Strategy<Value = When> {
    let zones = proptest::sample::select(vec!["", "Z", "+14:00", "+05:30", "-04:00", "-12:00"]);
    (3..=6_u32, 0..=23_u32, zones, any::<bool>()).prop_map(|(day, hour, zone, timed)| {
        let time = if timed { format!("T{hour:02}:30:00{zone}") } else { String::new() };
        When::parse(&format!("2020-08-{day:02}{time}")).unwrap()
    })
}

/// Texts of the words that dates have, in any order.
fn jumble() -> impl Strategy<Value = String> {
    let words = proptest::sample::select(vec![
        "4",
        "31",
        "2020",
        "20",
        "0",
        "august",
        "feb",
        "tuesday",
        "last",
        "next",
        "week",
        "month",
        "year",
        "early",
        "end of",
        "before",
        "after",
        "since",
        "from",
        "to",
        "between",
        "and",
        "or",
        ",",
        "-",
        "/",
        ":",
        "10:30",
        "pm",
        "london",
        "utc",
        "+5",
        "?",
        "~",
        "about",
        "the",
        "of",
        "th",
        "s",
        "first",
        "quarter",
        "half",
        "ago",
        "three",
        "2020-08-XX",
        "Y17E7",
        "winter",
        "q",
        "bc",
        "day not known",
        "or before",
        "earlier",
        "noon",
        "century",
        ".",
        "99999999999999999999",
    ]);
    (proptest::collection::vec(words, 1..9), any::<bool>())
        .prop_map(|(words, spaced)| words.join(if spaced { " " } else { "" }))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_panics(text in any::<String>(), jumble in jumble(), days in 0..3_000_000_i32) {
        let reference = NaiveDate::from_num_days_from_ce_opt(days).map(|day| source(&day.to_string()));
        for text in [&text, &jumble] {
            for reference in [None, reference.as_ref()] {
                if let Err(ReadingError::Unreadable { column, .. }) = read_date(text, reference) {
                    prop_assert!(column >= 1 && column <= text.chars().count() + 1, "{text}: {column}");
                }
            }
        }
    }

    #[test]
    fn what_is_read_holds_within_its_own_words(jumble in jumble()) {
        let reference = source("2020-08-06");
        if let Ok(reading) = read_date(&jumble, Some(&reference)) {
            prop_assert_eq!(bounds(&reread(&reading.when)), bounds(&reading), "{}", jumble);
        }
    }

    #[test]
    fn entry_to_edtf_to_words_to_entry_is_stable(when in when()) {
        let again = reread(&when);
        prop_assert_eq!((again.when.earliest(), again.when.latest()), (when.earliest(), when.latest()),
            "{} shown as {}, read as {}", when.edtf(), when, again.when.edtf());
        let third = reread(&again.when);
        prop_assert_eq!(bounds(&third), bounds(&again));
    }

    #[test]
    fn order_is_antisymmetric_and_agrees_with_the_bounds((one, two) in prop_oneof![3 => (when(), when()).boxed(), 1 => (near(), near()).boxed()]) {
        prop_assert!(!(one.is_before(&two) == Truth::Yes && two.is_before(&one) == Truth::Yes));
        prop_assert_eq!(one.list_order(&two), two.list_order(&one).reverse());
        prop_assert_eq!(one.list_order(&two), one.sort_key().cmp(&two.sort_key()), "{} and {}", one, two);
        prop_assert_eq!(one.excludes(&two), two.excludes(&one));
        if one.is_before(&two) == Truth::Yes {
            prop_assert_ne!(one.list_order(&two), Ordering::Greater, "{} and {}", one, two);
        }
        let apart = |first: &When, last: &When| {
            matches!((first.latest(), last.earliest()), (Some(latest), Some(earliest)) if latest < earliest)
        };
        let known = |when: &When| when.earliest().is_some() && when.latest().is_some();
        if known(&one) && known(&two) {
            prop_assert_eq!(one.excludes(&two), apart(&one, &two) || apart(&two, &one));
            if apart(&one, &two) {
                prop_assert_eq!(two.is_before(&one), Truth::No);
            }
        }
        if one.earliest().is_some_and(|day| day.year() < 9999) {
            prop_assert_ne!(one.is_before(&one), Truth::Yes);
        }
    }
}
