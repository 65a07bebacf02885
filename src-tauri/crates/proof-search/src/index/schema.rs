//! The fields of an index document, and how a page becomes one.

use proof_model::DateKind;
use tantivy::TantivyDocument;
use tantivy::schema::{FAST, Field, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions};

use crate::analysis::{EXACT, STEMMED, in_language, language};
use crate::entry::{ItemDates, PageEntry, entry_digest};

/// Changes whenever the fields, or how text becomes words, change: an index with another number is built again.
pub(crate) const VERSION: u32 = 2;

pub(crate) const DOCUMENT: &str = "document";
pub(crate) const PAGE: &str = "page";
pub(crate) const DIGEST: &str = "digest";
pub(crate) const KIND: &str = "kind";
pub(crate) const CASES: &str = "cases";
pub(crate) const MEDIA_TYPE: &str = "media_type";
pub(crate) const TAGS: &str = "tags";
pub(crate) const PEOPLE: &str = "people";
pub(crate) const LANGUAGE: &str = "language";

/// The columns of a date: its first and its last day.
pub(crate) const fn date_columns(date: DateKind) -> (&'static str, &'static str) {
    match date {
        DateKind::Event => ("event_first", "event_last"),
        DateKind::Dated => ("dated_first", "dated_last"),
        DateKind::Published => ("published_first", "published_last"),
        DateKind::Captured => ("captured_first", "captured_last"),
    }
}

/// The handles of the fields.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    /// The item's id, whole.
    pub document: Field,
    pub page: Field,
    /// `entry_digest` of the page.
    pub digest: Field,
    /// True on the first entry of each item.
    pub first: Field,
    /// The name of its kind.
    pub kind: Field,
    /// Case ids, whole.
    pub cases: Field,
    /// The media type, whole, lower case, without parameters.
    pub media_type: Field,
    /// Tags, whole; for facets.
    pub tags: Field,
    /// Names, whole; for facets.
    pub people: Field,
    /// The code of the page's language.
    pub language: Field,
    pub marks: Field,
    /// The stems of those words of the text that are not their own, for words; without positions.
    pub text: Field,
    /// The text with its word forms and positions, for phrases, prefixes and spelling.
    pub text_exact: Field,
    pub title: Field,
    pub title_exact: Field,
    pub file_name: Field,
    pub case_names: Field,
    pub source: Field,
    pub author: Field,
    pub from: Field,
    pub to: Field,
    pub people_words: Field,
    pub tag_words: Field,
    pub exhibits: Field,
    pub bates: Field,
    /// First and last day of each date, in the order of [`DATES`].
    pub dates: [(Field, Field); 4],
}

/// The four dates.
pub(crate) const DATES: [DateKind; 4] =
    [DateKind::Event, DateKind::Dated, DateKind::Published, DateKind::Captured];

/// The schema with the handles of its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let stemmed = words_by(STEMMED, IndexRecordOption::WithFreqs);
    let exact = words_by(EXACT, IndexRecordOption::WithFreqsAndPositions);
    let dates = DATES.map(|date| {
        let (first, last) = date_columns(date);
        (builder.add_i64_field(first, FAST), builder.add_i64_field(last, FAST))
    });
    // The two fields of a text follow one another, so that it is cut into words once.
    let text_exact = builder.add_text_field("text_exact", exact.clone());
    let text = builder.add_text_field("text", stemmed.clone());
    let title_exact = builder.add_text_field("title_exact", exact.clone());
    let title = builder.add_text_field("title", stemmed);
    let mut words = |name: &str| builder.add_text_field(name, exact.clone());
    let [file_name, case_names, source, author, from, to] =
        ["file_name", "case_names", "source", "author", "from", "to"].map(&mut words);
    let [people_words, tag_words, exhibits, bates] =
        ["people_words", "tag_words", "exhibits", "bates"].map(words);
    let fields = Fields {
        document: builder.add_text_field(DOCUMENT, STRING | FAST),
        page: builder.add_u64_field(PAGE, FAST),
        digest: builder.add_u64_field(DIGEST, FAST),
        first: builder.add_bool_field("first", tantivy::schema::INDEXED),
        kind: builder.add_text_field(KIND, STRING | FAST),
        cases: builder.add_text_field(CASES, STRING | FAST),
        media_type: builder.add_text_field(MEDIA_TYPE, STRING | FAST),
        tags: builder.add_text_field(TAGS, FAST),
        people: builder.add_text_field(PEOPLE, FAST),
        language: builder.add_text_field(LANGUAGE, STRING | FAST),
        marks: builder.add_text_field("marks", STRING),
        text,
        text_exact,
        title,
        title_exact,
        file_name,
        case_names,
        source,
        author,
        from,
        to,
        people_words,
        tag_words,
        exhibits,
        bates,
        dates,
    };
    (builder.build(), fields)
}

impl Fields {
    /// The index document of a page.
    pub(crate) fn index_document(&self, entry: &PageEntry, first: bool) -> TantivyDocument {
        let mut document = TantivyDocument::default();
        let spoken = language::of(&entry.text);
        document.add_text(self.document, &entry.document);
        document.add_u64(self.page, u64::from(entry.page));
        document.add_u64(self.digest, entry_digest(entry));
        document.add_bool(self.first, first);
        document.add_text(self.kind, entry.kind.name());
        document.add_text(self.language, spoken);
        if !entry.media_type.is_empty() {
            document.add_text(self.media_type, bare_media_type(&entry.media_type));
        }
        document.add_text(self.text, in_language(spoken, &entry.text));
        document.add_text(self.title, in_language(spoken, &entry.title));
        for (field, text) in self.texts(entry).into_iter().filter(|(_, text)| !text.is_empty()) {
            document.add_text(field, text);
        }
        for (field, items) in self.lists(entry) {
            for item in items {
                document.add_text(field, item);
            }
        }
        self.add_dates(&mut document, entry);
        document
    }

    /// The columns of one of the four dates.
    pub(crate) fn date(&self, date: DateKind) -> (Field, Field) {
        let at = DATES.iter().position(|known| *known == date).unwrap_or_default();
        self.dates[at]
    }

    fn add_dates(&self, document: &mut TantivyDocument, entry: &PageEntry) {
        let ItemDates { event, dated, published, captured } = entry.dates;
        for ((first, last), days) in self.dates.into_iter().zip([event, dated, published, captured]) {
            let Some(days) = days else { continue };
            document.add_i64(first, days.first.into());
            document.add_i64(last, days.last.into());
        }
    }

    fn texts<'a>(&self, entry: &'a PageEntry) -> [(Field, &'a str); 7] {
        [
            (self.text_exact, &entry.text),
            (self.title_exact, &entry.title),
            (self.file_name, &entry.file_name),
            (self.source, &entry.source),
            (self.author, &entry.author),
            (self.from, &entry.from),
            (self.to, &entry.to),
        ]
    }

    fn lists<'a>(&self, entry: &'a PageEntry) -> [(Field, &'a [String]); 9] {
        [
            (self.cases, &entry.cases),
            (self.case_names, &entry.case_names),
            (self.tags, &entry.tags),
            (self.tag_words, &entry.tags),
            (self.people, &entry.people),
            (self.people_words, &entry.people),
            (self.exhibits, &entry.exhibits),
            (self.bates, &entry.bates),
            (self.marks, &entry.marks),
        ]
    }
}

fn words_by(analyser: &str, record: IndexRecordOption) -> TextOptions {
    let indexing = TextFieldIndexing::default().set_tokenizer(analyser).set_index_option(record);
    TextOptions::default().set_indexing_options(indexing)
}

fn bare_media_type(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_lowercase()
}
