//! The values of fields that take no words but names from a list, or dates.

use chrono::{Datelike, NaiveDate};
use proof_model::When;

use super::leaf::no_value;
use crate::analysis::{asked_words, date_at, language};
use crate::entry::{Days, Kind};
use crate::query::ast::{Field, Wanted};
use crate::query::error::QueryError;

/// What `is:` knows.
const IS: [&str; 16] = [
    "reviewed",
    "unreviewed",
    "starred",
    "confidential",
    "privileged",
    "key",
    "relevant",
    "exhibit",
    "unfiled",
    "unread",
    "alleged",
    "reported",
    "confirmed",
    "disputed",
    "scheduled",
    "unsupported",
];
/// What `has:` knows.
const HAS: [&str; 8] = ["note", "highlight", "event", "exhibit", "bates", "attachment", "text", "machine"];

/// What is wanted of a field whose values are fixed; `None` for a field of words.
pub(super) fn fixed(field: Field, value: &str, column: usize) -> Option<Result<Option<Wanted>, QueryError>> {
    Some(match field {
        Field::Type => media_type(value, column).map(Some),
        Field::Case => Ok(case(value)),
        Field::Is => mark("is", &IS, value, column).map(Some),
        Field::Has => mark("has", &HAS, value, column).map(Some),
        Field::Kind => kind(value, column).map(Some),
        Field::Language => language(value, column).map(Some),
        Field::Date(_) => between(value, column).map(Some),
        _ => return None,
    })
}

fn case(value: &str) -> Option<Wanted> {
    let name = asked_words(value);
    (!name.is_empty()).then(|| Wanted::Case { id: value.to_owned(), name })
}

fn media_type(value: &str, column: usize) -> Result<Wanted, QueryError> {
    let value = value.trim().to_lowercase();
    let types: &[&str] = match value.as_str() {
        "pdf" => &["application/pdf"],
        "docx" | "word" => &["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
        "html" | "web" => &["text/html", "application/xhtml+xml"],
        "email" | "mail" | "eml" => &["message/rfc822"],
        "text" | "txt" => &["text/plain"],
        "markdown" | "md" => &["text/markdown"],
        "image" => &["image/png", "image/jpeg", "image/tiff", "image/gif", "image/webp", "image/bmp"],
        other if other.contains('/') => return Ok(Wanted::MediaType(vec![other.to_owned()])),
        "" => return Err(no_value("type", column)),
        _ => {
            let known = "pdf, docx, html, email, text, markdown, image or a media type";
            return Err(QueryError::new(
                column,
                format!("type: does not know \u{201c}{value}\u{201d}; use {known}"),
            ));
        }
    };
    Ok(Wanted::MediaType(types.iter().map(|&name| name.to_owned()).collect()))
}

fn mark(name: &str, known: &[&str], value: &str, column: usize) -> Result<Wanted, QueryError> {
    let value = value.trim().to_lowercase();
    if known.contains(&value.as_str()) {
        return Ok(Wanted::Mark(format!("{name}:{value}")));
    }
    Err(unknown(name, &value, &known.join(", "), column))
}

fn kind(value: &str, column: usize) -> Result<Wanted, QueryError> {
    let value = value.trim();
    let known = || Kind::ALL.map(Kind::name).join(", ");
    Kind::named(value).map(Wanted::Kind).ok_or_else(|| unknown("kind", value, &known(), column))
}

fn language(value: &str, column: usize) -> Result<Wanted, QueryError> {
    let known = "a name or a code, such as Dutch or nl";
    let code = language::code(value.trim()).map(Wanted::Language);
    code.ok_or_else(|| unknown("language", value.trim(), known, column))
}

fn unknown(name: &str, value: &str, known: &str, column: usize) -> QueryError {
    if value.is_empty() {
        return no_value(name, column);
    }
    QueryError::new(column, format!("{name}: does not know \u{201c}{value}\u{201d}; use {known}"))
}

/// The days between which a date lies: one that is written out or in EDTF, a range of them, or all before or after one.
fn between(value: &str, column: usize) -> Result<Wanted, QueryError> {
    let value = value.trim();
    let signs = [">=", "<=", ">", "<", ""];
    let sign = signs.into_iter().find(|sign| value.starts_with(sign)).unwrap_or_default();
    let Days { first, last } = days(&value[sign.len()..], column + sign.len())?;
    let (first, last) = match sign {
        ">=" => (first, i32::MAX),
        "<=" => (i32::MIN, last),
        ">" => (last.saturating_add(1), i32::MAX),
        "<" => (i32::MIN, first.saturating_sub(1)),
        _ => (first, last),
    };
    Ok(Wanted::Between(Days { first, last }))
}

fn days(value: &str, column: usize) -> Result<Days, QueryError> {
    let wrong = || {
        let advice = "write it like 2021-02-25, 2021-02, 2021, 2020/2021, >=2020-08 or \"25 February 2021\"";
        QueryError::new(column, format!("\u{201c}{value}\u{201d} is no date: {advice}"))
    };
    if let Some(written) = date_at(value, 0).filter(|written| written.range.end == value.len()) {
        let day = |(year, month, day): &(u16, u8, u8)| {
            NaiveDate::from_ymd_opt((*year).into(), (*month).into(), (*day).into())
                .map(|day| day.num_days_from_ce())
        };
        let days: Vec<i32> = written.days.iter().filter_map(day).collect();
        let first = days.iter().min().copied().ok_or_else(wrong)?;
        return Ok(Days { first, last: days.iter().max().copied().unwrap_or(first) });
    }
    // A range may be typed as two dots, as in other programs; EDTF has a stroke.
    let edtf = if value.starts_with(['[', '{']) { value.to_owned() } else { value.replace("..", "/") };
    let when = When::parse(&edtf).map_err(|_| wrong())?;
    let day = |day: Option<NaiveDate>, open| day.map_or(open, |day| day.num_days_from_ce());
    let days = Days { first: day(when.earliest(), i32::MIN), last: day(when.latest(), i32::MAX) };
    if days.first == i32::MIN && days.last == i32::MAX { Err(wrong()) } else { Ok(days) }
}
