//! What the index is told of one page.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What sort of thing was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A case.
    Case,
    /// A party: a person, an organisation or a class.
    Person,
    /// An event.
    Event,
    /// An account of an event.
    Account,
    /// A note on a case, an event or a party, or on a passage of a document.
    Note,
    /// A document, but for e-mails.
    #[default]
    Document,
    /// An e-mail.
    Email,
}

impl Kind {
    /// All of them, in the order in which results show them.
    pub const ALL: [Self; 7] =
        [Self::Case, Self::Person, Self::Event, Self::Account, Self::Note, Self::Document, Self::Email];

    /// The name in an index, in a query after `kind:` and on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Person => "person",
            Self::Event => "event",
            Self::Account => "account",
            Self::Note => "note",
            Self::Document => "document",
            Self::Email => "email",
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name))
    }

    /// Whether it is a file with pages, and not something that people stated.
    pub const fn is_document(self) -> bool {
        matches!(self, Self::Document | Self::Email)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The first and the last day that a date may mean, counted from the first of January of the year 1, which is day 1.
/// An open end is `i32::MIN` or `i32::MAX`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The earliest.
    pub first: i32,
    /// The latest.
    pub last: i32,
}

/// The dates of an item; `None` where undated. Events and accounts have the first alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ItemDates {
    /// When that happened which it tells of.
    pub event: Option<Days>,
    /// What a document says of itself.
    pub dated: Option<Days>,
    /// When it was published.
    pub published: Option<Days>,
    /// When it was captured.
    pub captured: Option<Days>,
}

/// One page of an item as the index holds it.
///
/// A document without text, and whatever is not a document, has one entry, page 0. The first entry of an item stands for
/// its title in results, so entries are given in page order. All but `page`, `bates` and `text` is the same on all
/// entries of an item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageEntry {
    /// The item's id, the same for all of its pages.
    pub document: String,
    /// What sort of thing the item is.
    pub kind: Kind,
    /// The page's number in the file, from 1; 0 for what has no pages.
    pub page: u32,
    /// The item's title. Words in it raise every page of the document in the results.
    pub title: String,
    /// The name of the file as it was imported.
    pub file_name: String,
    /// The media type (RFC 6838), such as `application/pdf`. Parameters after `;` are ignored.
    pub media_type: String,
    /// Ids of the cases that the item belongs to.
    pub cases: Vec<String>,
    /// Names of those cases, for `case:` in a query.
    pub case_names: Vec<String>,
    /// Where the document was obtained.
    pub source: String,
    /// Who wrote the document, as it says itself.
    pub author: String,
    /// The sender, for mail.
    pub from: String,
    /// The recipients, for mail.
    pub to: String,
    /// Names of the people and organisations that the item is filed under: who wrote, sent or got it, the parties of an
    /// event, the party itself.
    pub people: Vec<String>,
    /// Tags and issues that the reader gave the item.
    pub tags: Vec<String>,
    /// Exhibit marks of the document, as written.
    pub exhibits: Vec<String>,
    /// Bates numbers of this very page, as written.
    pub bates: Vec<String>,
    /// What `is:` and `has:` ask for, such as `is:privileged` and `has:note`; see [`crate::query`] for those known.
    pub marks: Vec<String>,
    /// The dates.
    pub dates: ItemDates,
    /// The page's text. Indexed, never stored.
    pub text: String,
}

/// A fingerprint (FNV-1a, 64 bits) of everything that is indexed of the page.
///
/// It tells whether the index still holds what the store says; it is no protection against a forger. The order of
/// lists does not count.
pub fn entry_digest(entry: &PageEntry) -> u64 {
    let mut digest = Fnv::new();
    digest.write(&entry.page.to_le_bytes());
    digest.field(entry.kind.name());
    let PageEntry { document, title, file_name, media_type, source, author, from, to, text, .. } = entry;
    for field in [document, title, file_name, media_type, source, author, from, to, text] {
        digest.field(field);
    }
    let PageEntry { cases, case_names, people, tags, exhibits, bates, marks, .. } = entry;
    for list in [cases, case_names, people, tags, exhibits, bates, marks] {
        let mut sorted: Vec<&String> = list.iter().collect();
        sorted.sort();
        digest.write(&(sorted.len() as u64).to_le_bytes());
        for item in sorted {
            digest.field(item);
        }
    }
    let ItemDates { event, dated, published, captured } = entry.dates;
    for days in [event, dated, published, captured] {
        digest.write(&[u8::from(days.is_some())]);
        let Days { first, last } = days.unwrap_or(Days { first: 0, last: 0 });
        digest.write(&first.to_le_bytes());
        digest.write(&last.to_le_bytes());
    }
    digest.0
}

/// A number for a document's id, by which pages are gathered without reading the id of each.
pub(crate) fn document_key(document: &str) -> u64 {
    let mut digest = Fnv::new();
    digest.field(document);
    digest.0
}

/// FNV-1a with 64 bits (Fowler, Noll, Vo): small, and the same on every machine and for every compiler.
struct Fnv(u64);

impl Fnv {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// The length goes first, so that text cannot move from one field to the next unseen.
    fn field(&mut self, text: &str) {
        self.write(&(text.len() as u64).to_le_bytes());
        self.write(text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> PageEntry {
        PageEntry {
            document: "d".into(),
            page: 1,
            title: "Complaint".into(),
            cases: vec!["a".into(), "b".into()],
            text: "the text".into(),
            ..PageEntry::default()
        }
    }

    #[test]
    fn the_digest_changes_with_every_field() {
        let changes: [fn(&mut PageEntry); 23] = [
            |e| e.document.push('x'),
            |e| e.page = 2,
            |e| e.title.push('x'),
            |e| e.file_name.push('x'),
            |e| e.media_type.push('x'),
            |e| e.cases.push("x".into()),
            |e| e.case_names.push("x".into()),
            |e| e.source.push('x'),
            |e| e.from.push('x'),
            |e| e.to.push('x'),
            |e| e.tags.push("x".into()),
            |e| e.text.push('x'),
            |e| e.kind = Kind::Email,
            |e| e.author.push('x'),
            |e| e.people.push("x".into()),
            |e| e.exhibits.push("x".into()),
            |e| e.bates.push("x".into()),
            |e| e.marks.push("x".into()),
            |e| e.dates.event = Some(Days { first: 0, last: 0 }),
            |e| e.dates.event = Some(Days { first: 0, last: 1 }),
            |e| e.dates.dated = Some(Days { first: 0, last: 0 }),
            |e| e.dates.published = Some(Days { first: 0, last: 0 }),
            |e| e.dates.captured = Some(Days { first: 0, last: 0 }),
        ];
        let mut seen = vec![entry_digest(&entry())];
        for change in changes {
            let mut changed = entry();
            change(&mut changed);
            seen.push(entry_digest(&changed));
        }
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), changes.len() + 1);
    }

    #[test]
    fn the_order_of_cases_does_not_count() {
        let mut turned = entry();
        turned.cases.reverse();
        assert_eq!(entry_digest(&turned), entry_digest(&entry()));
    }
}
