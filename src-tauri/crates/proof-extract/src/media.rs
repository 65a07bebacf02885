//! What kind of file it is.

use crate::ole::CompoundFile;

/// The IANA media type of a file: by its bytes where they tell, else by its name, else text or not.
///
/// `head` is the beginning of the file; the more of it, the surer. Given the whole file it also tells the kinds of
/// ZIP and OLE containers apart when their marks stand at the end.
pub fn media_type(head: &[u8], name: &str) -> &'static str {
    let head = without_byte_order_mark(head);
    by_signature(head)
        .or_else(|| by_first_tag(head))
        .or_else(|| by_name(head, name))
        .or_else(|| looks_like_mail(head).then(|| kind_of_mail(head)))
        .or_else(|| by_markup(head))
        .unwrap_or_else(|| if is_texty(head) { "text/plain" } else { "application/octet-stream" })
}

/// Whether the bytes could be text in some encoding: few control characters, or UTF-16's pattern of zeros.
pub(crate) fn is_texty(head: &[u8]) -> bool {
    let head = &head[..head.len().min(64 << 10)];
    let zeros = head.iter().map(|&byte| usize::from(byte == 0)).sum::<usize>();
    if zeros * 5 > head.len() {
        return crate::format::txt::utf16_by_zeros(head).is_some();
    }
    let odd = head.iter().filter(|&&byte| byte < 0x20 && !b"\t\n\r\x0b\x0c\x1b\x1a".contains(&byte)).count();
    odd * 50 <= head.len()
}

/// A signature, where it stands, and the media type it means.
const SIGNATURES: [(usize, &[u8], &str); 22] = [
    (0, b"{\\rtf", "application/rtf"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (8, b"WEBP", "image/webp"),
    (0, b"BM", "image/bmp"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"\xfd7zXZ\0", "application/x-xz"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (0, b"%!PS", "application/postscript"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"OggS", "audio/ogg"),
    (0, b"RIFF", "application/x-riff"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x7fELF", "application/x-elf"),
    (0, b"SQLite format 3\0", "application/vnd.sqlite3"),
    (0, b"!BDN", "application/vnd.ms-outlook-pst"),
    (257, b"ustar", "application/x-tar"),
];

fn by_signature(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(PDF) {
        return Some("application/pdf");
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(kind_of_zip(head));
    }
    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(kind_of_ole(head));
    }
    if head.starts_with(b"From ") && looks_like_mail(after_line(head)) {
        // One message as a mailbox holds it is a message; two are a mailbox.
        let several = contains(head, b"\n\nFrom ") || contains(head, b"\r\n\r\nFrom ");
        return Some(if several { "application/mbox" } else { "message/rfc822" });
    }
    let signed = SIGNATURES.into_iter().find_map(|(at, signature, media_type)| {
        let found = head.get(at..).is_some_and(|rest| rest.starts_with(signature));
        // "BM" is too short to be believed before text.
        (found && (signature != b"BM" || !is_texty(head))).then_some(media_type)
    });
    signed.or_else(|| has_late_pdf(head).then_some("application/pdf"))
}

const PDF: &[u8] = b"%PDF-";

/// Whether a PDF begins a little after the file does: after junk, and not as a file inside an archive or an e-mail.
fn has_late_pdf(head: &[u8]) -> bool {
    contains(&head[..head.len().min(1024)], PDF) && !looks_like_mail(head)
}

fn kind_of_zip(bytes: &[u8]) -> &'static str {
    let ends = [&bytes[..bytes.len().min(64 << 10)], &bytes[bytes.len().saturating_sub(64 << 10)..]];
    let has = |mark: &[u8]| ends.iter().any(|end| contains(end, mark));
    if let Some(kind) = declared_kind_of_zip(bytes) {
        return kind;
    }
    if has(b"word/") {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    } else if has(b"xl/") {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    } else if has(b"ppt/") {
        "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    } else if has(b"content.xml") && has(b"META-INF/manifest.xml") {
        "application/vnd.oasis.opendocument.text"
    } else {
        "application/zip"
    }
}

/// `OpenDocument` and EPUB put their media type, uncompressed, into a first entry called `mimetype`.
fn declared_kind_of_zip(bytes: &[u8]) -> Option<&'static str> {
    let declared = bytes.get(30..130)?.strip_prefix(b"mimetype")?;
    [
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.presentation",
        "application/vnd.oasis.opendocument.graphics",
        "application/epub+zip",
    ]
    .into_iter()
    .find(|kind| contains(declared, kind.as_bytes()))
}

/// Kinds of compound files by a stream of their root. Names there are equal whatever the case of their letters.
const OLE_KINDS: [(&str, &str); 6] = [
    ("EncryptedPackage", "application/x-ole-encrypted"),
    ("__properties_version1.0", "application/vnd.ms-outlook"),
    ("WordDocument", "application/msword"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
];

fn kind_of_ole(bytes: &[u8]) -> &'static str {
    let file = CompoundFile::open(bytes);
    let names = file.as_ref().map(CompoundFile::root_names).unwrap_or_default();
    let in_root = |name: &str| names.iter().any(|found| found.eq_ignore_ascii_case(name));
    let anywhere = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        contains(bytes, &wide)
    };
    let mut kinds = OLE_KINDS.into_iter();
    let found = kinds
        .find(|(name, _)| in_root(name))
        // The beginning of a file may be without its directory.
        .or_else(|| OLE_KINDS.into_iter().find(|(name, _)| names.is_empty() && anywhere(name)));
    found.map_or("application/x-ole-storage", |(_, kind)| kind)
}

fn by_first_tag(head: &[u8]) -> Option<&'static str> {
    let start = head[..head.len().min(4096)].to_ascii_lowercase();
    let start = start.trim_ascii_start();
    let is_tag = |tag: &[u8]| start.starts_with(tag);
    let later = is_tag(b"<?xml") || is_tag(b"<!--");
    if is_tag(b"<?xml") || is_tag(b"<office:document") || is_tag(b"<w:worddocument") {
        let has = |mark: &[u8]| contains(start, mark);
        if has(b"<office:document ") && has(b"urn:oasis:names:tc:opendocument") {
            return Some("application/vnd.oasis.opendocument.text");
        }
        if has(b"<w:worddocument") {
            return Some("application/vnd.ms-wordml");
        }
    }
    let html = [&b"<!doctype html"[..], b"<html", b"<head", b"<body"];
    let found =
        html.iter().any(|tag| is_tag(tag)) || later && html[..2].iter().any(|tag| contains(start, tag));
    found.then_some("text/html")
}

fn by_name(head: &[u8], name: &str) -> Option<&'static str> {
    let (_, extension) = name.rsplit_once('.')?;
    let kind = match extension.to_ascii_lowercase().as_str() {
        "htm" | "html" | "xhtml" => "text/html",
        "eml" => "message/rfc822",
        "mht" | "mhtml" => "multipart/related",
        "json" | "jsonl" | "ndjson" => "application/json",
        "xml" => "application/xml",
        "md" | "markdown" => "text/markdown",
        // A memo that begins "From: … To: …" is a text all the same.
        "txt" | "text" => "text/plain",
        "csv" => "text/csv",
        _ => return None,
    };
    is_texty(head).then_some(kind)
}

/// A web page that a browser saved as one file has the form of a message.
fn kind_of_mail(head: &[u8]) -> &'static str {
    let start = head[..head.len().min(4096)].to_ascii_lowercase();
    let is_saved = [&b"snapshot-content-location:"[..], b"from: <saved by", b"from: \"saved by"]
        .iter()
        .any(|mark| contains(&start, mark));
    if is_saved { "multipart/related" } else { "message/rfc822" }
}

/// Data in XML or JSON, by how it begins.
fn by_markup(head: &[u8]) -> Option<&'static str> {
    let compact: Vec<u8> =
        head.iter().take(256).copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    if compact.starts_with(b"<?xml") {
        return Some("application/xml");
    }
    let is_json = [&b"{\""[..], b"[{\""].iter().any(|start| compact.starts_with(start));
    (is_json && is_texty(head)).then_some("application/json")
}

/// Header fields with which messages begin and other texts rarely do.
const MAIL_FIELDS: [&str; 12] = [
    "from",
    "to",
    "date",
    "subject",
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "delivered-to",
    "x-mailer",
    "content-type",
    "reply-to",
];

/// Whether the text begins like RFC 5322 asks: header fields, at least three known ones among the first.
fn looks_like_mail(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&head[..head.len().min(16 << 10)]);
    let mut known = 0;
    for line in head.lines().take_while(|line| !line.is_empty()) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((field, _)) = line.split_once(':') else { return false };
        if field.is_empty() || field.contains(' ') {
            return false;
        }
        known += usize::from(MAIL_FIELDS.contains(&field.to_ascii_lowercase().as_str()));
    }
    known >= 3
}

fn without_byte_order_mark(head: &[u8]) -> &[u8] {
    head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head)
}

fn after_line(head: &[u8]) -> &[u8] {
    head.iter().position(|&byte| byte == b'\n').map_or(&[], |end| &head[end + 1..])
}

fn contains(bytes: &[u8], sought: &[u8]) -> bool {
    bytes.windows(sought.len()).any(|window| window == sought)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_tell_first_and_names_only_where_bytes_do_not() {
        let mail = b"From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\n\r\nHello";
        let tar = [&[b'a'; 257][..], b"ustar", &[0; 250], b"%PDF-1.7\n"].concat();
        let cases: [(&[u8], &str, &str); 21] = [
            (&tar, "papers.tar", "application/x-tar"),
            (b"PK\x03\x04....letter.pdf%PDF-1.7\n", "papers.zip", "application/zip"),
            (b"From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\n\r\n%PDF-1.7\n", "a.eml", "message/rfc822"),
            (
                b"<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'>",
                "a.xml",
                "application/vnd.oasis.opendocument.text",
            ),
            (b"<?xml version='1.0'?>\n<w:wordDocument>", "a.doc", "application/vnd.ms-wordml"),
            (b"%PDF-1.7\n", "brief.docx", "application/pdf"),
            (b"junk before\n%PDF-1.7\n", "a.pdf", "application/pdf"),
            (
                b"PK\x03\x04....word/document.xml",
                "a.pdf",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ),
            (b"PK\x03\x04....other", "a.docx", "application/zip"),
            (b"\xff\xd8\xff\xe0", "scan.txt", "image/jpeg"),
            (b"\xef\xbb\xbf<!DOCTYPE html><p>", "a.txt", "text/html"),
            (b"<p>no doctype", "a.html", "text/html"),
            (mail, "note", "message/rfc822"),
            (mail, "memo.txt", "text/plain"),
            (b"# Title", "README.md", "text/markdown"),
            (b"BMW was founded in 1916.", "cars", "text/plain"),
            (b"plain words", "", "text/plain"),
            (b"\0\x01\x02\x03\x04\x05", "a.txt", "application/octet-stream"),
            (b"h\0e\0l\0l\0o\0", "a.txt", "text/plain"),
            (b"{\\rtf1 hello}", "a.doc", "application/rtf"),
            (b"", "a.txt", "text/plain"),
        ];
        for (head, name, expected) in cases {
            assert_eq!(media_type(head, name), expected, "{name}");
        }
    }
}
