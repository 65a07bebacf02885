//! Copies of originals outside the library: what they are called, and where they may lie.

use std::{fs, path::Path};

use proof_store::{DocumentRecord, StoreError};
use tempfile::TempDir;

use crate::LibraryError;

/// The most letters of a title in a file's name.
const MOST_LETTERS: usize = 80;

/// The ending of a file's name by which the system finds the right program; none for what is more than a document to
/// look at: programs, scripts, archives, and web pages, which load what they name.
pub(super) fn ending_of(media_type: &str) -> Option<&'static str> {
    Some(match media_type {
        "application/pdf" => "pdf",
        "image/png" => "png",
        "image/jpeg" => "jpg",
        "image/gif" => "gif",
        "image/webp" => "webp",
        "image/tiff" => "tiff",
        "image/bmp" => "bmp",
        "text/plain" | "text/markdown" => "txt",
        "text/csv" => "csv",
        "message/rfc822" => "eml",
        "application/vnd.ms-outlook" => "msg",
        "application/rtf" => "rtf",
        "application/msword" => "doc",
        "application/vnd.ms-excel" => "xls",
        "application/vnd.ms-powerpoint" => "ppt",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "xlsx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => "pptx",
        "application/vnd.oasis.opendocument.text" => "odt",
        "application/vnd.oasis.opendocument.spreadsheet" => "ods",
        "application/vnd.oasis.opendocument.presentation" => "odp",
        _ => return None,
    })
}

/// A document's title as the name of a file that every system takes, with the ending of what its bytes are.
pub(super) fn name_of(record: &DocumentRecord) -> Result<String, LibraryError> {
    let (title, media_type) = (&record.document.title, &record.original.media_type);
    let ending = ending_of(media_type).ok_or_else(|| {
        LibraryError::Refused(format!(
            "“{title}” is not opened with another program: a file of the kind {media_type} can do more than be looked \
             at. Read it here, or export a copy and open that where nothing can be harmed"
        ))
    })?;
    Ok(format!("{}.{ending}", plain(title)))
}

/// Refuses a file that is there already, and any in the library's own folder.
pub(super) fn refuse_target(library: &Path, target: &Path) -> Result<(), LibraryError> {
    let refuse = |why: &str| Err(LibraryError::Refused(format!("{}: {why}", target.display())));
    if fs::symlink_metadata(target).is_ok() {
        return refuse("there is such a file already, and it stays as it is. Give another name");
    }
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if target.parent().is_some_and(|folder| real(folder).starts_with(real(library))) {
        return refuse("this lies in the library's own folder. Give a place outside it");
    }
    Ok(())
}

/// A new folder that only its owner may read; it goes away again unless it is kept.
pub(super) fn temporary_folder() -> Result<TempDir, LibraryError> {
    let folder = tempfile::Builder::new().prefix("proofline-").tempdir();
    let within = |source| StoreError::Disk { path: std::env::temp_dir(), source };
    Ok(folder.map_err(within)?)
}

pub(super) fn make_read_only(path: &Path) -> Result<(), LibraryError> {
    let set = || {
        let mut permissions = fs::metadata(path)?.permissions();
        permissions.set_readonly(true);
        fs::set_permissions(path, permissions)
    };
    Ok(set().map_err(|source| StoreError::Disk { path: path.to_owned(), source })?)
}

/// A title without what some system does not take in a name.
fn plain(title: &str) -> String {
    let taken = |letter: char| !letter.is_control() && !"/\\:*?\"<>|".contains(letter);
    let spaced: String = title.chars().map(|letter| if taken(letter) { letter } else { ' ' }).collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let short: String = words.join(" ").chars().take(MOST_LETTERS).collect();
    let name = short.trim_matches(|letter: char| letter.is_whitespace() || letter == '.' || letter == '-');
    match name {
        "" => "document".to_owned(),
        device if is_device(device) => format!("document {device}"),
        name => name.to_owned(),
    }
}

/// Names that Windows keeps for devices, whatever their ending.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim().to_ascii_uppercase();
    let numbered = |device: &str| {
        stem.strip_prefix(device)
            .is_some_and(|number| number.len() == 1 && number != "0" && number.parse::<u8>().is_ok())
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        for (title, expected) in [
            ("Order of 24 June 2021", "Order of 24 June 2021"),
            ("Re: a/b\\c “quoted”?", "Re a b c “quoted”"),
            ("../../etc/passwd", "etc passwd"),
            ("-rf", "rf"),
            (" ... ", "document"),
            ("con", "document con"),
            ("COM1.old", "document COM1.old"),
            ("Company", "Company"),
            ("line\nbreak\u{7}", "line break"),
        ] {
            assert_eq!(plain(title), expected, "{title}");
        }
        assert_eq!(plain(&"é".repeat(300)).chars().count(), MOST_LETTERS);
    }

    #[test]
    fn what_can_do_more_than_be_looked_at_has_no_ending() {
        for media_type in [
            "text/html",
            "application/xhtml+xml",
            "image/svg+xml",
            "application/octet-stream",
            "application/x-executable",
            "text/x-shellscript",
            "application/zip",
            "application/vnd.ms-word.document.macroenabled.12",
            "",
        ] {
            assert_eq!(ending_of(media_type), None, "{media_type}");
        }
    }
}
