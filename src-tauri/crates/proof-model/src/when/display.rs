//! A date in the words that a person would write, day before month, in English.

use chrono::{Datelike, NaiveDate};
use edtf_core::{
    Date, DateField, DateTime, Edtf, Interval, IntervalEndpoint, Precision, Set, SetElement, SetKind, Time,
    TimeShift,
};

use super::{When, bound};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A year of more digits is left to EDTF.
const LONGEST_YEAR: i64 = 999_999_999;

pub(super) fn words(when: &When) -> String {
    match when.value() {
        None => "undated".to_owned(),
        Some(Edtf::Date(date)) => date_words(date),
        Some(Edtf::DateTime(at)) => moment_words(at, when),
        Some(Edtf::Interval(interval)) => interval_words(interval),
        Some(Edtf::Set(set)) => set_words(set),
    }
}

fn date_words(date: &Date) -> String {
    doubt_words(date, plain_words(date).unwrap_or_else(|| bounds_words(date)))
}

/// A date as one of several, or as an end: what has no phrase stands in EDTF, as its bounds would read as a
/// range inside a range.
fn part_words(date: &Date) -> String {
    plain_words(date).map_or_else(|| date.to_string(), |plain| doubt_words(date, plain))
}

fn doubt_words(date: &Date, plain: String) -> String {
    match (date.is_uncertain(), date.is_approximate()) {
        (false, false) => plain,
        (false, true) => format!("about {plain}"),
        (true, false) => format!("perhaps {plain}"),
        (true, true) => format!("perhaps about {plain}"),
    }
}

fn plain_words(date: &Date) -> Option<String> {
    let year = year_words(date)?;
    let Some(month) = date.month else { return Some(year) };
    let Some(number) = month.value() else {
        return match date.day {
            None if is_blank(month) => Some(format!("{year}, month not known")),
            Some(day) if is_blank(month) && is_blank(day) => Some(format!("{year}, day not known")),
            _ => None,
        };
    };
    let month = month_words(number);
    match date.day.map(|day| (day, day.value())) {
        None => Some(format!("{month} {year}")),
        Some((_, Some(day))) => Some(format!("{day} {month} {year}")),
        Some((day, None)) if is_blank(day) => Some(format!("{month} {year}, day not known")),
        Some(_) => None,
    }
}

/// The year, where it can be said in a word: a number, or a decade.
fn year_words(date: &Date) -> Option<String> {
    if date.year.significant_digits.is_some() {
        return None;
    }
    if let Some(value) = date.year.value() {
        return Some(number_words(value)).filter(|_| value.abs() <= LONGEST_YEAR);
    }
    let edtf_core::YearKind::Standard { negative: false, digits: [a, b, c, None] } = date.year.kind else {
        return None;
    };
    date.month.is_none().then_some(())?;
    let decade = format!("{}{}{}", a?, b?, c?);
    // “The 1900s” may be a hundred years.
    Some(if c? == 0 { format!("the decade {decade}0 to {decade}9") } else { format!("the {decade}0s") })
}

/// An astronomical year so that no other number is mistaken for it: year 0 is 1 BC.
fn number_words(year: i64) -> String {
    match year {
        ..=0 => format!("{} BC", 1 - year),
        1..=999 => format!("{year} AD"),
        1000..=9999 => year.to_string(),
        _ => format!("year {year}"),
    }
}

fn day_words(day: NaiveDate) -> String {
    format!("{} {}", day.format("%-d %B"), number_words(day.year().into()))
}

const fn is_blank(field: DateField) -> bool {
    matches!(field.digits, [None, None])
}

fn month_words(code: u8) -> String {
    const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
    const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];
    let at = |list: &[&'static str], first: u8| list.get(usize::from(code - first)).copied().unwrap_or("");
    match code {
        1..=12 => at(&MONTHS, 1).to_owned(),
        21..=24 => at(&SEASONS, 21).to_owned(),
        25..=28 => format!("northern {}", at(&SEASONS, 25)),
        29..=32 => format!("southern {}", at(&SEASONS, 29)),
        33..=36 => format!("{} quarter of", at(&ORDINALS, 33)),
        37..=39 => format!("{} third of", at(&ORDINALS, 37)),
        40..=41 => format!("{} half of", at(&ORDINALS, 40)),
        _ => format!("month {code} of"),
    }
}

/// For what no phrase fits, such as a masked digit: its bounds.
fn bounds_words(date: &Date) -> String {
    let bounds = Edtf::Date(*date).bounds();
    match (bound(bounds.earliest), bound(bounds.latest)) {
        (Some(earliest), Some(latest)) => {
            format!("between {} and {}", day_words(earliest), day_words(latest))
        }
        _ => Edtf::Date(*date).to_string(),
    }
}

fn moment_words(at: &DateTime, when: &When) -> String {
    let Time { hour, minute, second, shift } = at.time;
    let clock = if second == 0 {
        format!("{hour:02}:{minute:02}")
    } else {
        format!("{hour:02}:{minute:02}:{second:02}")
    };
    let zone = match (when.zone(), shift) {
        (Some(zone), _) => {
            format!(" {}", zone_words(zone.name()))
        }
        (None, Some(TimeShift::Utc)) => " UTC".to_owned(),
        (None, Some(TimeShift::Offset { minutes, .. })) => {
            let sign = if minutes < 0 { '\u{2212}' } else { '+' };
            format!(" UTC{sign}{}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
        (None, None) => String::new(),
    };
    format!("{}, {clock}{zone}", date_words(&at.date))
}

/// The city; but an offset of the tz database whole, as its sign is the reverse of the usual one.
fn zone_words(name: &str) -> String {
    if name.starts_with("Etc/GMT") {
        return name.to_owned();
    }
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}

fn interval_words(interval: &Interval) -> String {
    use IntervalEndpoint as E;
    match (&interval.start, &interval.end) {
        (E::Date(start), E::Date(end)) => {
            let (start, end) = pair_words(start, end);
            format!("from {start} to {end}")
        }
        (E::Open | E::Unknown, E::Open | E::Unknown) => "dates not known".to_owned(),
        (E::Open, end) => format!("until {}", endpoint_words(end)),
        (E::Unknown, end) => format!("until {}, start not known", endpoint_words(end)),
        (start, E::Open) => format!("since {}", endpoint_words(start)),
        (start, E::Unknown) => format!("since {}, end not known", endpoint_words(start)),
        (start, end) => format!("from {} to {}", endpoint_words(start), endpoint_words(end)),
    }
}

fn endpoint_words(endpoint: &IntervalEndpoint) -> String {
    match endpoint {
        IntervalEndpoint::Date(date) => part_words(date),
        IntervalEndpoint::OnOrBefore(date) => format!("{} or before", part_words(date)),
        IntervalEndpoint::OnOrAfter(date) => format!("{} or after", part_words(date)),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => "an unknown date".to_owned(),
    }
}

/// Two dates without saying twice what they share: "1" and "4 August 2020".
fn pair_words(start: &Date, end: &Date) -> (String, String) {
    let full = || (part_words(start), part_words(end));
    let same_year = start.year.value().is_some() && start.year.value() == end.year.value();
    let qualified = [start, end].iter().any(|date| date.is_uncertain() || date.is_approximate());
    if !same_year || qualified || start.has_unspecified() || end.has_unspecified() {
        return full();
    }
    let month = |date: &Date| date.month.and_then(DateField::value).unwrap_or(0);
    let day = |date: &Date| date.day.and_then(DateField::value).unwrap_or(0);
    match (start.precision(), end.precision()) {
        (Precision::Day, Precision::Day) if month(start) == month(end) => {
            (day(start).to_string(), part_words(end))
        }
        (Precision::Day, Precision::Day) => {
            (format!("{} {}", day(start), month_words(month(start))), part_words(end))
        }
        (Precision::Month, Precision::Month) => (month_words(month(start)), part_words(end)),
        _ => full(),
    }
}

fn set_words(set: &Set) -> String {
    let (last_link, range) = match set.kind {
        SetKind::OneMember => ("or", "between"),
        SetKind::AllMembers => ("and", "from"),
    };
    let parts: Vec<String> = set.elements.iter().map(|element| element_words(element, range)).collect();
    match parts.split_last() {
        None => "undated".to_owned(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => format!("{} {last_link} {last}", rest.join(", ")),
    }
}

fn element_words(element: &SetElement, range: &str) -> String {
    match element {
        SetElement::Date(date) => part_words(date),
        SetElement::Range(start, end) => {
            let (start, end) = pair_words(start, end);
            let link = if range == "between" { "and" } else { "to" };
            format!("{range} {start} {link} {end}")
        }
        SetElement::OnOrBefore(date) => beside(date, 1)
            .map_or_else(|| format!("{} or before", part_words(date)), |next| format!("before {next}")),
        SetElement::OnOrAfter(date) => beside(date, -1)
            .map_or_else(|| format!("{} or after", part_words(date)), |last| format!("after {last}")),
    }
}

/// The day, month or year beside a date, one forward or one back, in words: up to 24 May is before 25 May.
fn beside(date: &Date, step: i8) -> Option<String> {
    if date.is_uncertain() || date.is_approximate() || date.has_unspecified() {
        return None;
    }
    let bounds = Edtf::Date(*date).bounds();
    let edge = bound(if step > 0 { bounds.latest } else { bounds.earliest })?;
    let day = if step > 0 { edge.succ_opt()? } else { edge.pred_opt()? };
    match date.precision() {
        Precision::Day => Some(day_words(day)),
        Precision::Month => Some(format!("{} {}", day.format("%B"), number_words(day.year().into()))),
        Precision::Year => Some(number_words(day.year().into())),
        Precision::Season => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_as_a_person_would_write_it() {
        let check = |text: &str, expect: &str| {
            assert_eq!(When::parse(text).unwrap().to_string(), expect, "{text}");
        };
        check("2021-02", "February 2021");
        check("2019~", "about 2019");
        check("2019?", "perhaps 2019");
        check("2019%", "perhaps about 2019");
        check("[2020-08-01..2020-08-04]", "between 1 and 4 August 2020");
        check("[2020-07-30..2020-08-04]", "between 30 July and 4 August 2020");
        check("[2020-10..2020-12]", "between October and December 2020");
        check("[2019-12..2020-02]", "between December 2019 and February 2020");
        check("[..2018-05-24]", "before 25 May 2018");
        check("[..2017]", "before 2018");
        check("[2018-05-26..]", "after 25 May 2018");
        check("[2019,2020]", "2019 or 2020");
        check("{2019,2020,2021}", "2019, 2020 and 2021");
        check("2018-05-25/..", "since 25 May 2018");
        check("../2018-05-25", "until 25 May 2018");
        check("/2018-05-25", "until 25 May 2018, start not known");
        check("2020-08-01/2020-08-04", "from 1 to 4 August 2020");
        check("2019/2021-02", "from 2019 to February 2021");
        check("2020-23", "autumn 2020");
        check("2020-34", "second quarter of 2020");
        check("201X", "the 2010s");
        check("2021-02-XX", "February 2021, day not known");
        check("2021-XX-XX", "2021, day not known");
        check("2021-XX", "2021, month not known");
        check("20XX", "between 1 January 2000 and 31 December 2099");
        check("-0043", "44 BC");
        check("2020-08-04", "4 August 2020");
        check("2020-08-04T10:30:00Z", "4 August 2020, 10:30 UTC");
        check("2020-08-04T10:30:05-05:00", "4 August 2020, 10:30:05 UTC\u{2212}5:00");
        check("2020-08-04T10:30:00+01:00[Europe/London]", "4 August 2020, 10:30 London");
        check("", "undated");
        check("0000", "1 BC");
        check("0043-05", "May 43 AD");
        check("Y170000002", "year 170000002");
        check("190X", "the decade 1900 to 1909");
        check("[..0043-12]", "before January 44 AD");
        check("2019/20XX", "from 2019 to 20XX");
        check("2020-08-04T10:30:00-05:00[Etc/GMT+5]", "4 August 2020, 10:30 Etc/GMT+5");
    }
}
