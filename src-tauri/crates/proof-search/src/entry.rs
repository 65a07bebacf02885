//! What the index is told of one page.

/// One page as the index holds it.
///
/// A document without text has one entry, page 0 with an empty `text`, so that its title can be found. The first
/// entry of a document stands for the document's title in results, so entries are given in page order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageEntry {
    /// The document's id, the same for all of its pages.
    pub document: String,
    /// The page's number in the file, from 1; 0 for a document without text.
    pub page: u32,
    /// The document's title. Words in it raise every page of the document in the results.
    pub title: String,
    /// The name of the file as it was imported.
    pub file_name: String,
    /// The media type (RFC 6838), such as `application/pdf`. Parameters after `;` are ignored.
    pub media_type: String,
    /// Ids of the cases that the document belongs to.
    pub cases: Vec<String>,
    /// Names of those cases, for `case:` in a query.
    pub case_names: Vec<String>,
    /// Where the document was obtained.
    pub source: String,
    /// The sender, for mail.
    pub from: String,
    /// The recipients, for mail.
    pub to: String,
    /// Tags that the reader gave the document.
    pub tags: Vec<String>,
    /// The page's text. Indexed, never stored.
    pub text: String,
}

/// A fingerprint (FNV-1a, 64 bits) of everything that is indexed of the page.
///
/// It tells whether the index still holds what the store says; it is no protection against a forger. The order of
/// cases and tags does not count.
pub fn entry_digest(entry: &PageEntry) -> u64 {
    let mut digest = Fnv::new();
    digest.write(&entry.page.to_le_bytes());
    let PageEntry { document, title, file_name, media_type, source, from, to, text, .. } = entry;
    for field in [document, title, file_name, media_type, source, from, to, text] {
        digest.field(field);
    }
    for list in [&entry.cases, &entry.case_names, &entry.tags] {
        let mut sorted: Vec<&String> = list.iter().collect();
        sorted.sort();
        digest.write(&(sorted.len() as u64).to_le_bytes());
        for item in sorted {
            digest.field(item);
        }
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
        let changes: [fn(&mut PageEntry); 12] = [
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
