//! The fields of an index document, and how a page becomes one.

use tantivy::TantivyDocument;
use tantivy::schema::{FAST, Field, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions};

use crate::analysis::{EXACT, STEMMED};
use crate::entry::{PageEntry, document_key, entry_digest};

/// Changes whenever the fields, or how text becomes words, change: an index with another number is built again.
pub(crate) const VERSION: u32 = 1;

pub(crate) const DOCUMENT: &str = "document";
pub(crate) const DOCUMENT_KEY: &str = "document_key";
pub(crate) const PAGE: &str = "page";
pub(crate) const DIGEST: &str = "digest";

/// The handles of the fields.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    /// The document's id, whole.
    pub document: Field,
    /// `document_key` of it.
    pub document_key: Field,
    pub page: Field,
    /// `entry_digest` of the page.
    pub digest: Field,
    /// True on the first entry of each document.
    pub first: Field,
    /// Case ids, whole.
    pub cases: Field,
    /// The media type, whole, lower case, without parameters.
    pub media_type: Field,
    /// The text stemmed, for words; without positions.
    pub text: Field,
    /// The text with its word forms and positions, for phrases, prefixes and spelling.
    pub text_exact: Field,
    pub title: Field,
    pub title_exact: Field,
    pub file_name: Field,
    pub case_names: Field,
    pub source: Field,
    pub from: Field,
    pub to: Field,
    pub tags: Field,
}

/// The schema with the handles of its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let stemmed = text(STEMMED, IndexRecordOption::WithFreqs);
    let exact = text(EXACT, IndexRecordOption::WithFreqsAndPositions);
    let fields = Fields {
        document: builder.add_text_field(DOCUMENT, STRING | FAST),
        document_key: builder.add_u64_field(DOCUMENT_KEY, FAST),
        page: builder.add_u64_field(PAGE, FAST),
        digest: builder.add_u64_field(DIGEST, FAST),
        first: builder.add_bool_field("first", tantivy::schema::INDEXED),
        cases: builder.add_text_field("cases", STRING),
        media_type: builder.add_text_field("media_type", STRING),
        text: builder.add_text_field("text", stemmed.clone()),
        text_exact: builder.add_text_field("text_exact", exact.clone()),
        title: builder.add_text_field("title", stemmed),
        title_exact: builder.add_text_field("title_exact", exact.clone()),
        file_name: builder.add_text_field("file_name", exact.clone()),
        case_names: builder.add_text_field("case_names", exact.clone()),
        source: builder.add_text_field("source", exact.clone()),
        from: builder.add_text_field("from", exact.clone()),
        to: builder.add_text_field("to", exact.clone()),
        tags: builder.add_text_field("tags", exact),
    };
    (builder.build(), fields)
}

impl Fields {
    /// The index document of a page.
    pub(crate) fn index_document(&self, entry: &PageEntry, first: bool) -> TantivyDocument {
        let mut document = TantivyDocument::default();
        document.add_text(self.document, &entry.document);
        document.add_u64(self.document_key, document_key(&entry.document));
        document.add_u64(self.page, u64::from(entry.page));
        document.add_u64(self.digest, entry_digest(entry));
        document.add_bool(self.first, first);
        document.add_text(self.media_type, bare_media_type(&entry.media_type));
        for (field, text) in self.texts(entry) {
            document.add_text(field, text);
        }
        for (field, items) in
            [(self.cases, &entry.cases), (self.case_names, &entry.case_names), (self.tags, &entry.tags)]
        {
            for item in items {
                document.add_text(field, item);
            }
        }
        document
    }

    fn texts<'a>(&self, entry: &'a PageEntry) -> [(Field, &'a str); 8] {
        [
            (self.text, &entry.text),
            (self.text_exact, &entry.text),
            (self.title, &entry.title),
            (self.title_exact, &entry.title),
            (self.file_name, &entry.file_name),
            (self.source, &entry.source),
            (self.from, &entry.from),
            (self.to, &entry.to),
        ]
    }
}

fn text(analyser: &str, record: IndexRecordOption) -> TextOptions {
    let indexing = TextFieldIndexing::default().set_tokenizer(analyser).set_index_option(record);
    TextOptions::default().set_indexing_options(indexing)
}

fn bare_media_type(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_lowercase()
}
