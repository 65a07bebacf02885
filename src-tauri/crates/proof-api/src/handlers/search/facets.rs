//! What an answer can be narrowed down to, in words.

use std::collections::BTreeMap;

use proof_library::{Counts, Facets, Kind, LibraryError, MonthCount, Read, language_name};
use proof_model::kind_words;

use crate::{view, wire};

/// Months up to which a histogram shows them; beyond, it shows years.
const MONTHS: i32 = 36;

/// What stands between media types that people call by one word.
const BETWEEN: char = ',';

pub(super) fn facets(read: Read<'_>, counted: Facets) -> Result<wire::SearchFacets, LibraryError> {
    let names: BTreeMap<String, String> =
        read.cases()?.into_iter().map(|case| (case.id.to_string(), case.name)).collect();
    let same = |value: &str| value.to_owned();
    Ok(wire::SearchFacets {
        cases: list(counted.cases, |id| names.get(id).cloned().unwrap_or_default()),
        kinds: list(counted.kinds, |name| Kind::named(name).map(words).unwrap_or_default().to_owned()),
        types: types(counted.types),
        tags: list(counted.tags, same),
        people: list(counted.people, same),
        languages: list(counted.languages, |code| language_name(code).to_owned()),
        dates: bars(&counted.dates),
        undated: view::number(counted.undated),
    })
}

/// The media types of a value of the facet of types.
pub(super) fn media_types(value: &str) -> Vec<String> {
    value.split(BETWEEN).map(str::to_owned).collect()
}

fn list(counts: Counts, shown: impl Fn(&str) -> String) -> Vec<wire::Facet> {
    let facet = |(value, count): (String, usize)| wire::Facet {
        shown: shown(&value),
        value,
        count: view::number(count),
    };
    // One without a name is of a case that was taken away since the index last heard of it.
    counts.into_iter().map(facet).filter(|facet| !facet.shown.is_empty()).collect()
}

/// Types of file by the word that people have for them: a word may stand for several media types.
fn types(counts: Counts) -> Vec<wire::Facet> {
    let mut types: Vec<wire::Facet> = Vec::new();
    for (value, count) in counts {
        let (shown, count) = (kind_words(&value).to_owned(), view::number(count));
        match types.iter_mut().find(|facet| facet.shown == shown) {
            Some(facet) => {
                facet.value.push(BETWEEN);
                facet.value.push_str(&value);
                facet.count += count;
            }
            None => types.push(wire::Facet { value, shown, count }),
        }
    }
    types.sort_by_key(|facet| std::cmp::Reverse(facet.count));
    types
}

const fn words(kind: Kind) -> &'static str {
    match kind {
        Kind::Case => "Case",
        Kind::Person => "Person",
        Kind::Event => "Event",
        Kind::Account => "Account",
        Kind::Note => "Note",
        Kind::Document => "Document",
        Kind::Email => "E-mail",
    }
}

/// Months or, where they span more than three years, years. An item that may lie in several months of a year is counted
/// once there, as far as can be told from the months: as often as in the month that has the most of them.
fn bars(months: &[MonthCount]) -> Vec<wire::DateCount> {
    let place = |month: &MonthCount| month.year * 12 + i32::try_from(month.month).unwrap_or_default();
    let places = || months.iter().map(place);
    let span = places().max().zip(places().min()).map_or(0, |(last, first)| last - first + 1);
    let bar = |edtf: String, certain: usize, possible: usize| wire::DateCount {
        edtf,
        certain: view::number(certain),
        possible: view::number(possible),
    };
    if span <= MONTHS {
        let edtf = |month: &MonthCount| format!("{:04}-{:02}", month.year, month.month);
        return months.iter().map(|month| bar(edtf(month), month.certain, month.possible)).collect();
    }
    let mut years: BTreeMap<i32, (usize, usize)> = BTreeMap::new();
    for month in months {
        let (certain, possible) = years.entry(month.year).or_default();
        *certain += month.certain;
        *possible = (*possible).max(month.possible);
    }
    years
        .into_iter()
        .map(|(year, (certain, possible))| bar(format!("{year:04}"), certain, possible))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(year: i32, month: u32, certain: usize, possible: usize) -> MonthCount {
        MonthCount { year, month, certain, possible }
    }

    fn shown(months: &[MonthCount]) -> Vec<(String, u32, u32)> {
        bars(months).into_iter().map(|bar| (bar.edtf, bar.certain, bar.possible)).collect()
    }

    #[test]
    fn three_years_are_shown_by_month_and_more_by_year() {
        assert_eq!(shown(&[]), []);
        let three_years = [month(2019, 1, 2, 1), month(2021, 12, 3, 0)];
        assert_eq!(shown(&three_years), [("2019-01".to_owned(), 2, 1), ("2021-12".to_owned(), 3, 0)]);
        let more = [month(2018, 12, 1, 4), month(2019, 1, 2, 1), month(2019, 2, 5, 3), month(2021, 12, 3, 0)];
        assert_eq!(
            shown(&more),
            [("2018".to_owned(), 1, 4), ("2019".to_owned(), 7, 3), ("2021".to_owned(), 3, 0)]
        );
    }

    #[test]
    fn media_types_of_one_word_are_one_type_of_file() {
        let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        let counts = vec![
            (docx.to_owned(), 3),
            ("application/pdf".to_owned(), 4),
            ("application/msword".to_owned(), 2),
        ];
        let types = types(counts);
        assert_eq!(
            types.iter().map(|facet| (&*facet.shown, facet.count)).collect::<Vec<_>>(),
            [("Word", 5), ("PDF", 4)]
        );
        assert_eq!(media_types(&types[0].value), [docx, "application/msword"]);
    }
}
