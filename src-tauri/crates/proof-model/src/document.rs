//! A document: one original, and what is known of where it came from.

use serde::{Deserialize, Serialize};

use crate::{Acquisition, DocumentId, Outcome, Sha256, When};

/// One original, under the name that people use for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Identifier.
    pub id: DocumentId,
    /// The original's name in the store: the SHA-256 of its bytes.
    pub original: Sha256,
    /// Title; the file name where nobody gave one.
    pub title: String,
    /// File name where it was first found.
    pub file_name: String,
    /// Who published or wrote it.
    pub source: String,
    /// The origin that it copies; empty where it is its own.
    pub origin: String,
    /// When what it tells of happened.
    pub event_date: When,
    /// The date that the document itself bears.
    pub dated: When,
    /// When it was published.
    pub published: When,
    /// When it was captured or obtained.
    pub captured: When,
    /// The document that it was attached to.
    pub parent: Option<DocumentId>,
}

/// The bytes of a document, as they were stored, and how reading them ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// Its name: the SHA-256 of its bytes.
    pub sha256: Sha256,
    /// Size in bytes.
    pub size: u64,
    /// Media type by its bytes.
    pub media_type: String,
    /// How reading it ended.
    pub outcome: Outcome,
    /// Why, where it did not end well.
    pub reason: Option<String>,
    /// What the file says of itself, as name and value.
    pub metadata: Vec<(String, String)>,
    /// Number of pages that were read.
    pub pages: u32,
}

/// A place where a document's bytes were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// The document.
    pub document: DocumentId,
    /// Path of the file, or the e-mail's name and the attachment's.
    pub path: String,
    /// How it was obtained, in words.
    pub obtained: String,
    /// When it was imported, RFC 3339 in UTC.
    pub imported_at: String,
    /// Who obtained it, from whom, when and by which account, as far as somebody said.
    pub acquisition: Acquisition,
}

/// A media type in a word that people use.
pub fn kind_words(media_type: &str) -> &str {
    match media_type {
        "application/pdf" => "PDF",
        "application/msword"
        | "application/vnd.ms-word.document.macroenabled.12"
        | "application/vnd.ms-wordml"
        | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "Word",
        "application/vnd.ms-excel"
        | "application/vnd.ms-excel.sheet.binary.macroenabled.12"
        | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "Excel",
        "application/vnd.ms-powerpoint"
        | "application/vnd.openxmlformats-officedocument.presentationml.presentation" => "PowerPoint",
        "application/vnd.oasis.opendocument.text" => "OpenDocument text",
        "application/vnd.oasis.opendocument.spreadsheet" => "OpenDocument table",
        "application/vnd.oasis.opendocument.presentation" => "OpenDocument slides",
        "application/vnd.oasis.opendocument.graphics" => "OpenDocument drawing",
        "application/rtf" => "RTF",
        "application/epub+zip" => "e-book",
        "text/html" | "application/xhtml+xml" => "web page",
        "message/rfc822" => "e-mail",
        "application/vnd.ms-outlook" => "Outlook message",
        "application/vnd.ms-outlook-pst" => "Outlook mailbox",
        "application/mbox" => "mailbox",
        "application/warc" => "web capture",
        "application/gzip"
        | "application/x-7z-compressed"
        | "application/x-bzip2"
        | "application/x-tar"
        | "application/x-xz"
        | "application/vnd.rar"
        | "application/zip" => "archive",
        "text/markdown" => "Markdown",
        "text/plain" => "text",
        "text/csv" => "CSV",
        "application/json" => "JSON",
        "application/xml" => "XML",
        "application/octet-stream" => "unknown",
        "application/x-empty" => "empty",
        "application/x-ole-encrypted" => "encrypted Office file",
        "image/png" | "image/jpeg" | "image/tiff" | "image/gif" | "image/webp" | "image/bmp"
        | "image/svg+xml" => "picture",
        other => other.split_once('/').map_or(other, |(_, kind)| kind),
    }
}

#[cfg(test)]
mod tests {
    use super::kind_words;

    #[test]
    fn every_kind_that_is_read_has_a_word_that_people_use() {
        for (media_type, words) in [
            ("application/zip", "archive"),
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
            ("image/png", "picture"),
            ("application/mbox", "mailbox"),
            ("audio/mpeg", "mpeg"),
        ] {
            assert_eq!(kind_words(media_type), words);
        }
    }
}
