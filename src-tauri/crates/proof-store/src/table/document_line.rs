//! What a register shows of a document, as the columns of `document_line`.

use chrono::{Datelike, NaiveDate};
use proof_model::{Relevance, kind_words};
use rusqlite::types::Value;

use super::{document::DocumentRecord, to_json};
use crate::StoreError;

/// The version of what stands in `document_line`: raised whenever the same rows would give other lines.
pub(crate) const VERSION: u32 = 2;

/// The columns of `document_line`, in their order, for a document with so many annotations.
pub(crate) fn columns(record: &DocumentRecord, annotated: u32) -> Result<Vec<Value>, StoreError> {
    let (document, original, marks) = (&record.document, &record.original, &record.marks);
    let text = |text: &str| Value::Text(text.to_owned());
    let number = |number: usize| Value::Integer(i64::try_from(number).unwrap_or(i64::MAX));
    let day =
        |day: Option<NaiveDate>| day.map_or(Value::Null, |day| Value::Integer(day.num_days_from_ce().into()));
    let shown = |when: &proof_model::When| {
        Value::Text(if when.is_undated() { String::new() } else { when.to_string() })
    };
    let kind = kind_words(&original.media_type);
    Ok(vec![
        Value::Text(document.id.to_string()),
        text(&document.title),
        Value::Text(natural(&document.title)),
        text(kind),
        text(&original.media_type),
        text(original.outcome.as_str()),
        text(&document.source),
        Value::Integer(original.pages.into()),
        Value::Integer(i64::try_from(original.size).unwrap_or(i64::MAX)),
        shown(&document.dated),
        Value::Blob(document.dated.sort_key()),
        day(document.dated.earliest()),
        day(document.dated.latest()),
        year(&document.dated),
        shown(&document.published),
        Value::Blob(document.published.sort_key()),
        Value::Text(to_json(&record.cases)?),
        Value::Text(to_json(&marks.tags)?),
        Value::Text(to_json(&marks.issues)?),
        Value::Integer(marks.reviewed.into()),
        Value::Integer(marks.starred.into()),
        Value::Integer(marks.confidential.into()),
        text(marks.privilege.as_deref().unwrap_or_default()),
        text(marks.relevance.map_or("", Relevance::as_str)),
        Value::Integer(record.cited.into()),
        Value::Integer(annotated.into()),
        document.parent.map_or(Value::Null, |parent| Value::Text(parent.to_string())),
        Value::Integer(record.attachments.into()),
        number(record.locations.len()),
        text(record.locations.first().map_or("", |location| &location.imported_at)),
        Value::Text(original.sha256.to_string()),
        Value::Text(folded(record, kind)),
    ])
}

/// The year that a date surely falls in.
fn year(when: &proof_model::When) -> Value {
    match (when.earliest(), when.latest()) {
        (Some(first), Some(last)) if first.year() == last.year() => Value::Integer(first.year().into()),
        _ => Value::Null,
    }
}

/// A title as people sort: small letters, numbers by their value.
fn natural(title: &str) -> String {
    let mut key = String::with_capacity(title.len() + 8);
    let mut digits = String::new();
    for letter in title.to_lowercase().chars().chain([' ']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        if !digits.is_empty() {
            key.push_str(&format!("{:0>12}", digits.trim_start_matches('0')));
            digits.clear();
        }
        key.push(letter);
    }
    key.pop();
    key
}

/// What a filter by words looks at.
fn folded(record: &DocumentRecord, kind: &str) -> String {
    let (document, marks) = (&record.document, &record.marks);
    let own = [document.title.as_str(), &document.file_name, &document.source, kind];
    let tags = marks.tags.iter().chain(&marks.issues).map(String::as_str);
    own.into_iter().chain(tags).collect::<Vec<_>>().join("\n").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn numbers_in_titles_sort_by_their_value() {
        let mut titles = ["Letter 10", "letter 9", "Letter 9a", "Annex 007", "Annex 12", "9"];
        titles.sort_by_key(|title| natural(title));
        assert_eq!(titles, ["9", "Annex 007", "Annex 12", "letter 9", "Letter 9a", "Letter 10"]);
    }
}
