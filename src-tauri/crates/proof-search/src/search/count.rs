//! Filters items by what was chosen, and counts what else could be.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, SegmentReader, TantivyError};

use super::facets::{Facets, MonthCount};
use super::{SearchRequest, facets};
use crate::entry::Kind;
use crate::index::schema::{CASES, KIND, LANGUAGE, MEDIA_TYPE, PEOPLE, TAGS, date_columns};

/// A date that may mean more months than this is counted in none.
const WIDEST: i32 = 120;
/// Names of people that are shown at most.
const MOST_PEOPLE: usize = 100;
/// The first and last day of the years that are counted by month: 1 to 9999.
const DAYS: (i64, i64) = (1, 3_652_059);

/// How an item stands to what was chosen: here only for one that fits all of it.
pub(super) struct Standing {
    pub kind: Kind,
}

/// The lists that are chosen from, in the order of [`NAMES`].
const NAMES: [&str; 6] = [CASES, KIND, MEDIA_TYPE, TAGS, PEOPLE, LANGUAGE];
const KINDS: usize = 1;
const LANGUAGES: usize = 5;
/// The bit of the date, after those of the lists.
const DATE_BIT: u8 = 1 << NAMES.len();

/// Values by name, each with the items that have it.
type Named = HashMap<String, usize>;

/// What was counted.
#[derive(Default)]
pub(super) struct Counts {
    lists: [Named; NAMES.len()],
    months: BTreeMap<(i32, u32), (usize, usize)>,
    undated: usize,
}

impl Counts {
    pub(super) fn join(&mut self, other: Self) {
        for (mine, others) in self.lists.iter_mut().zip(other.lists) {
            for (name, count) in others {
                *mine.entry(name).or_default() += count;
            }
        }
        for (month, (certain, possible)) in other.months {
            let mine = self.months.entry(month).or_default();
            *mine = (mine.0 + certain, mine.1 + possible);
        }
        self.undated += other.undated;
    }

    /// Whether anything was counted: something is found, if not of what was chosen.
    pub(super) fn any(&self) -> bool {
        self.lists.iter().any(|list| !list.is_empty())
    }

    pub(super) fn into_facets(self) -> Facets {
        let [cases, kinds, types, tags, people, languages] = self.lists.map(ordered);
        let month = |((year, month), (certain, possible))| MonthCount { year, month, certain, possible };
        let people = people.into_iter().take(MOST_PEOPLE).collect();
        let dates = self.months.into_iter().map(month).collect();
        Facets { cases, kinds, types, tags, people, languages, dates, undated: self.undated }
    }
}

fn ordered(counts: Named) -> facets::Counts {
    let mut list: Vec<(String, usize)> = counts.into_iter().collect();
    list.sort_unstable_by(|(a_name, a), (b_name, b)| b.cmp(a).then_with(|| a_name.cmp(b_name)));
    list
}

/// Filters and counts the items of one segment.
pub(super) struct Counter<'a> {
    request: &'a SearchRequest,
    lists: [List; NAMES.len()],
    date: Option<DateColumns>,
    months: Months,
    /// Languages of the pages found of the present item.
    spoken: Vec<u64>,
    kinds: Vec<Kind>,
}

/// A list of values that items have.
struct List {
    column: Option<StrColumn>,
    /// The values chosen, as this segment numbers them; none where nothing was chosen.
    chosen: Option<Vec<u64>>,
    /// Items by value; empty where nothing is counted.
    counts: Vec<u32>,
}

struct DateColumns {
    first: Column<i64>,
    last: Column<i64>,
}

impl<'a> Counter<'a> {
    pub(super) fn new(request: &'a SearchRequest, reader: &SegmentReader) -> Result<Self, TantivyError> {
        let filters = &request.filters;
        let kinds: Vec<String> = filters.kinds.iter().map(|kind| kind.name().to_owned()).collect();
        let chosen =
            [&filters.cases, &kinds, &filters.types, &filters.tags, &filters.people, &filters.languages];
        let counted = request.facets.is_some();
        let mut lists = Vec::with_capacity(NAMES.len());
        for (name, chosen) in NAMES.into_iter().zip(chosen) {
            lists.push(List::new(name, chosen, counted, reader)?);
        }
        let lists: [List; NAMES.len()] =
            lists.try_into().map_err(|_| TantivyError::InternalError("facets".into()))?;
        let date = filters.dates.map(|(date, ..)| date).or(request.facets);
        let date = date.map(|date| DateColumns::new(date_columns(date), reader)).transpose()?;
        let months = date.as_ref().filter(|_| counted).map(Months::new).unwrap_or_default();
        let kinds = kinds_of(lists[KINDS].column.as_ref())?;
        Ok(Self { request, lists, date, months, spoken: Vec::new(), kinds })
    }

    /// Takes note of a page that was found; whether its language is one of those chosen.
    pub(super) fn page(&mut self, doc: DocId) -> bool {
        let list = &self.lists[LANGUAGES];
        if list.chosen.is_none() && list.counts.is_empty() {
            return true;
        }
        let Some(language) = list.column.as_ref().and_then(|column| column.ords().first(doc)) else {
            return list.chosen.is_none();
        };
        if !self.spoken.contains(&language) {
            self.spoken.push(language);
        }
        list.chosen.as_ref().is_none_or(|chosen| chosen.contains(&language))
    }

    /// Counts the item that a page belongs to; `None` where it is not what was chosen. `fits` says whether a page of it
    /// in a chosen language was found.
    pub(super) fn item(&mut self, doc: DocId, fits: bool) -> Option<Standing> {
        let missed = self.missed(doc, fits);
        if self.request.facets.is_some() {
            self.count(doc, missed);
        }
        self.spoken.clear();
        let kinds = self.lists[KINDS].column.as_ref();
        let kind = kinds.and_then(|column| column.ords().first(doc)).unwrap_or_default();
        let kind = usize::try_from(kind).ok().and_then(|kind| self.kinds.get(kind)).copied();
        (missed == 0).then_some(Standing { kind: kind.unwrap_or_default() })
    }

    /// What was counted, by name.
    pub(super) fn into_counts(self) -> Result<Counts, TantivyError> {
        let mut counts = Counts { undated: self.months.undated, ..Counts::default() };
        for (named, list) in counts.lists.iter_mut().zip(&self.lists) {
            *named = list.named()?;
        }
        counts.months = self.months.counted();
        Ok(counts)
    }

    /// The bits of the lists, and of the date, whose choice the item misses.
    fn missed(&self, doc: DocId, fits: bool) -> u8 {
        let mut missed = 0;
        for (at, list) in self.lists.iter().enumerate() {
            let misses = if at == LANGUAGES { !fits } else { !list.fits(doc) };
            missed |= u8::from(misses) << at;
        }
        let in_time = self.request.filters.dates.is_none_or(|(_, first, last)| {
            let days = self.date.as_ref().and_then(|date| date.days(doc));
            days.is_some_and(|(from, to)| from <= i64::from(last) && to >= i64::from(first))
        });
        missed | if in_time { 0 } else { DATE_BIT }
    }

    /// Counts the item in each list whose own choice alone it may miss.
    fn count(&mut self, doc: DocId, missed: u8) {
        for (at, list) in self.lists.iter_mut().enumerate() {
            if missed & !(1 << at) != 0 {
                continue;
            }
            if at == LANGUAGES {
                for language in &self.spoken {
                    list.add(*language);
                }
            } else {
                list.count(doc);
            }
        }
        if missed & !DATE_BIT == 0 && self.date.is_some() {
            self.months.count(self.date.as_ref().and_then(|date| date.days(doc)));
        }
    }
}

impl List {
    fn new(
        name: &str,
        chosen: &[String],
        counted: bool,
        reader: &SegmentReader,
    ) -> Result<Self, TantivyError> {
        let column = reader.fast_fields().str(name)?;
        let values = column.as_ref().filter(|_| counted).map_or(0, |column| column.num_terms());
        let mut ordinals = Vec::new();
        if let Some(column) = &column {
            for value in chosen {
                ordinals.extend(column.dictionary().term_ord(value.as_bytes())?);
            }
        }
        Ok(Self { column, chosen: (!chosen.is_empty()).then_some(ordinals), counts: vec![0; values] })
    }

    fn fits(&self, doc: DocId) -> bool {
        let Some(chosen) = &self.chosen else { return true };
        let has = |column: &StrColumn| column.term_ords(doc).any(|value| chosen.contains(&value));
        self.column.as_ref().is_some_and(has)
    }

    fn count(&mut self, doc: DocId) {
        let Some(column) = &self.column else { return };
        for value in column.term_ords(doc) {
            if let Some(count) = usize::try_from(value).ok().and_then(|value| self.counts.get_mut(value)) {
                *count += 1;
            }
        }
    }

    fn add(&mut self, value: u64) {
        if let Some(count) = usize::try_from(value).ok().and_then(|value| self.counts.get_mut(value)) {
            *count += 1;
        }
    }

    fn named(&self) -> Result<Named, TantivyError> {
        let mut named = Named::new();
        let Some(column) = &self.column else { return Ok(named) };
        for (value, count) in (0_u64..).zip(&self.counts).filter(|(_, count)| **count > 0) {
            let mut name = String::new();
            column.ord_to_str(value, &mut name)?;
            named.insert(name, *count as usize);
        }
        Ok(named)
    }
}

impl DateColumns {
    fn new((first, last): (&str, &str), reader: &SegmentReader) -> Result<Self, TantivyError> {
        let columns = reader.fast_fields();
        Ok(Self { first: columns.i64(first)?, last: columns.i64(last)? })
    }

    fn days(&self, doc: DocId) -> Option<(i64, i64)> {
        self.first.first(doc).zip(self.last.first(doc))
    }
}

/// Items by month.
#[derive(Default)]
struct Months {
    /// The first month, counted from the year 0.
    from: i32,
    counts: Vec<(u32, u32)>,
    undated: usize,
}

impl Months {
    fn new(date: &DateColumns) -> Self {
        let from = month_of(date.first.min_value());
        let months = usize::try_from(month_of(date.last.max_value()) - from + 1).unwrap_or_default();
        Self { from, counts: vec![(0, 0); months], undated: 0 }
    }

    fn count(&mut self, days: Option<(i64, i64)>) {
        let Some((first, last)) = days else {
            self.undated += 1;
            return;
        };
        let (first, last) = (month_of(first), month_of(last));
        if last - first >= WIDEST {
            return;
        }
        for month in first..=last {
            let slot = usize::try_from(month - self.from).ok().and_then(|at| self.counts.get_mut(at));
            let Some((certain, possible)) = slot else { continue };
            let count = if first == last { certain } else { possible };
            *count += 1;
        }
    }

    fn counted(&self) -> BTreeMap<(i32, u32), (usize, usize)> {
        let counted = (self.from..).zip(&self.counts).filter(|(_, count)| **count != (0, 0));
        counted
            .map(|(month, (certain, possible))| {
                let (year, month) = (month.div_euclid(12), month.rem_euclid(12).unsigned_abs() + 1);
                ((year, month), (*certain as usize, *possible as usize))
            })
            .collect()
    }
}

/// The month of a day, counted from the year 0; days far off are drawn near.
fn month_of(day: i64) -> i32 {
    let day = i32::try_from(day.clamp(DAYS.0, DAYS.1)).unwrap_or(1);
    NaiveDate::from_num_days_from_ce_opt(day).map_or(0, |day| day.year() * 12 + day.month0().cast_signed())
}

/// The kinds as a segment numbers them.
fn kinds_of(column: Option<&StrColumn>) -> Result<Vec<Kind>, TantivyError> {
    let Some(column) = column else { return Ok(Vec::new()) };
    let mut kinds = Vec::new();
    for value in 0..column.num_terms() as u64 {
        let mut name = String::new();
        column.ord_to_str(value, &mut name)?;
        kinds.push(Kind::named(&name).unwrap_or_default());
    }
    Ok(kinds)
}
