//! An item as the entries of the index that it becomes.

use chrono::{Datelike, NaiveDate};
use proof_model::When;
use proof_search::{Days, ItemDates, Kind, PageEntry};
use proof_store::{Indexed, IndexedDocument, IndexedItem, Item, ItemKind, NumberKind};

use super::people::names;
use crate::import::is_message;

/// What the index holds of an item: a document's pages, or one entry for its title where it has none; one entry of
/// anything else.
pub(crate) fn entries(item: &Item, indexed: Indexed) -> Vec<PageEntry> {
    match indexed {
        Indexed::Document(document) => of_document(*document),
        Indexed::Stated(stated) => vec![of_stated(item, *stated)],
    }
}

fn of_stated(item: &Item, stated: IndexedItem) -> PageEntry {
    let (cases, case_names) = stated.cases.into_iter().unzip();
    PageEntry {
        document: item.id.clone(),
        kind: kind(item.kind),
        title: stated.title,
        cases,
        case_names,
        people: stated.people,
        tags: stated.tags,
        marks: stated.marks,
        dates: ItemDates { event: days(&stated.when), ..ItemDates::default() },
        text: stated.text,
        ..PageEntry::default()
    }
}

fn of_document(indexed: IndexedDocument) -> Vec<PageEntry> {
    let IndexedDocument { document: record, cases, numbers, marks, pages } = indexed;
    let claim = |name: &str| {
        let values = record.original.metadata.iter().filter(|(key, _)| key == name);
        values.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(", ")
    };
    let (from, to, author) = (claim("from"), claim("to"), claim("author"));
    let people = names([&author, &from, &to, &claim("cc"), &claim("bcc")]);
    let (cases, case_names) = cases.into_iter().unzip();
    let document = &record.document;
    let is_mail = is_message(&record.original.media_type);
    let exhibits = numbers.iter().filter(|number| number.kind == NumberKind::Exhibit);
    let title_only = PageEntry {
        document: document.id.to_string(),
        kind: if is_mail { Kind::Email } else { Kind::Document },
        title: document.title.clone(),
        file_name: document.file_name.clone(),
        media_type: record.original.media_type.clone(),
        cases,
        case_names,
        source: document.source.clone(),
        author,
        from,
        to,
        people,
        tags: record.marks.tags.iter().chain(&record.marks.issues).cloned().collect(),
        exhibits: exhibits.map(|number| number.first.clone()).collect(),
        marks,
        dates: ItemDates {
            event: days(&document.event_date),
            dated: days(&document.dated),
            published: days(&document.published),
            captured: days(&document.captured),
        },
        ..PageEntry::default()
    };
    if pages.is_empty() {
        return vec![title_only];
    }
    let bates = |page| numbers.iter().filter_map(|number| number.of_page(page)).collect();
    let entry = |page: proof_model::Page| PageEntry {
        page: page.number,
        bates: bates(page.number),
        text: page.text,
        ..title_only.clone()
    };
    pages.into_iter().map(entry).collect()
}

/// The kind of what people stated; of a document as long as it is not known to be an e-mail.
const fn kind(kind: ItemKind) -> Kind {
    match kind {
        ItemKind::Case => Kind::Case,
        ItemKind::Party => Kind::Person,
        ItemKind::Event => Kind::Event,
        ItemKind::Account => Kind::Account,
        ItemKind::Note | ItemKind::Annotation => Kind::Note,
        ItemKind::Document => Kind::Document,
    }
}

/// The days that a date may mean, counted as a timeline counts them; none where it is undated.
fn days(when: &When) -> Option<Days> {
    let count = |day: Option<NaiveDate>, open| day.map_or(open, |day| day.num_days_from_ce());
    (!when.is_undated())
        .then(|| Days { first: count(when.earliest(), i32::MIN), last: count(when.latest(), i32::MAX) })
}
