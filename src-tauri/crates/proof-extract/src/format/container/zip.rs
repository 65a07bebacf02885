//! ZIP archives (APPNOTE.TXT 6.3.10), by their table of contents; where that is missing, entry by entry from the start.

use super::listing::Why;
use super::names::decoded;
use super::unpacking::{Entry, Unpacking};
use crate::input::Input;
use crate::output::Stop;
use crate::{InnerFile, Password};
use std::io::{self, BufReader, Read};
use zip::result::ZipError;
use zip::{ZipArchive, read::read_zipfile_from_stream};

/// Small, because every entry is sought out: a larger one would mostly be read in vain.
const BUFFER: usize = 8 << 10;

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const POWERPOINT: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
const EPUB: &str = "application/epub+zip";

const OPEN_DOCUMENTS: [&str; 3] = [
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
];

/// Whether documents of this media type are ZIP archives inside.
pub(crate) fn is_package(media_type: &str) -> bool {
    media_type == EPUB || crate::format::is_package(media_type)
}

/// What kind of document the archive is, by the names in it; nothing if they do not tell.
pub(super) fn kind(input: &mut Input) -> io::Result<Option<&'static str>> {
    let found =
        ZipArchive::new(BufReader::with_capacity(BUFFER, &mut *input)).ok().and_then(|mut archive| {
            if let Some(kind) = manifest_kind(&mut archive) {
                return Some(kind);
            }
            let has = |sought: &[u8]| archive.file_names_raw().any(|name| name.starts_with(sought));
            let kinds: [(&[u8], &'static str); 4] = [
                (b"word/document", WORD),
                (b"xl/workbook", EXCEL),
                (b"ppt/presentation", POWERPOINT),
                (b"META-INF/container.xml", EPUB),
            ];
            let known = kinds.into_iter().find(|(part, _)| has(part)).map(|(_, kind)| kind);
            known.or_else(|| (!has(b"mimetype") && !has(b"[Content_Types].xml")).then_some(super::ZIP))
        });
    io::Seek::rewind(input)?;
    Ok(found)
}

/// What the manifest of an `OpenDocument` says of it (1.3 part 2, 3.2), for those that do not say it at their beginning.
fn manifest_kind<R: Read + io::Seek>(archive: &mut ZipArchive<R>) -> Option<&'static str> {
    let mut manifest = String::new();
    archive.by_name("META-INF/manifest.xml").ok()?.take(64 << 10).read_to_string(&mut manifest).ok()?;
    let root = manifest.split('<').find(|tag| tag.contains("full-path=\"/\""))?;
    OPEN_DOCUMENTS.into_iter().find(|kind| root.contains(&format!("\"{kind}\"")))
}

/// Passes on what the archive holds.
pub(super) fn read(
    input: &mut Input,
    password: Option<&Password>,
    unpacking: &mut Unpacking<'_, '_>,
) -> Result<(), Stop> {
    let counted = BufReader::with_capacity(BUFFER, unpacking.counted(&mut *input));
    match ZipArchive::new(counted) {
        Ok(archive) => read_all(archive, password, unpacking),
        Err(_) => salvage(input, unpacking),
    }
}

/// An entry as the table of contents has it.
struct Listed {
    entry: Entry,
    /// The least stretch of the archive that it takes: header, name, content.
    start: u64,
    end: u64,
    kind: Kind,
}

enum Kind {
    File,
    Encrypted,
    Overlapping,
    Link,
    Special,
    Folder,
}

fn read_all<R: Read + io::Seek>(
    mut archive: ZipArchive<R>,
    password: Option<&Password>,
    to: &mut Unpacking<'_, '_>,
) -> Result<(), Stop> {
    if archive.has_duplicate_names() {
        to.stopped(Why::Damaged(
            "some of its files have the same name, of which only the last is taken".into(),
        ));
    }
    let most = to.most_entries();
    if archive.len() > most {
        to.stopped(Why::Limit(format!("it holds more than {most} files")));
    }
    let mut all: Vec<Listed> =
        (0..archive.len().min(most)).map_while(|index| listed(&archive, index)).collect();
    mark_overlapping(&mut all);
    for (index, Listed { entry, kind, .. }) in all.into_iter().enumerate() {
        match kind {
            Kind::Folder => {}
            Kind::Special => to.listing().noted(&entry.file.name, "a device or a pipe"),
            Kind::Link => {
                let target = link_target(&mut archive, index);
                to.listing().noted(&entry.file.name, &format!("a link to {target}"));
            }
            Kind::Encrypted => unlock(&mut archive, index, password, &entry, to)?,
            Kind::Overlapping => {
                to.miss(
                    &entry,
                    &Why::Limit("its bytes belong to another file of the archive as well".into()),
                );
            }
            Kind::File => match archive.by_index(index) {
                Ok(mut content) => to.entry(&entry, &mut content)?,
                Err(error) => to.miss(&entry, &why(&error)),
            },
        }
    }
    Ok(())
}

/// Passes on an encrypted entry, where there is a password that opens it.
fn unlock<R: Read + io::Seek>(
    archive: &mut ZipArchive<R>,
    index: usize,
    password: Option<&Password>,
    entry: &Entry,
    to: &mut Unpacking<'_, '_>,
) -> Result<(), Stop> {
    let typed = password.map(|password| password.as_str().as_bytes()).unwrap_or_default();
    match archive.by_index_decrypt(index, typed) {
        _ if password.is_none() => to.miss(entry, &Why::Encrypted),
        Ok(mut content) => to.entry(entry, &mut content)?,
        Err(ZipError::InvalidPassword) => to.miss(entry, &Why::WrongPassword),
        Err(error) => to.miss(entry, &why(&error)),
    }
    Ok(())
}

fn listed<R: Read + io::Seek>(archive: &ZipArchive<R>, index: usize) -> Option<Listed> {
    const LOCAL_HEADER: u64 = 30;
    let found = archive.by_index_data(index).ok()?;
    let name = name(found.name_raw(), found.name().ok().as_deref());
    let modified = found.last_modified().and_then(date);
    let taken = LOCAL_HEADER + found.name_raw().len() as u64;
    let kind = match found.unix_mode().unwrap_or(0) & 0o170_000 {
        _ if found.is_dir() => Kind::Folder,
        _ if found.encrypted() => Kind::Encrypted,
        0o120_000 => Kind::Link,
        0 | 0o100_000 => Kind::File,
        _ => Kind::Special,
    };
    Some(Listed {
        entry: Entry {
            file: InnerFile::entry(&name, modified),
            size: Some(found.size()),
            packed: Some(found.compressed_size()),
        },
        start: found.header_start(),
        end: found.header_start().saturating_add(taken).saturating_add(found.compressed_size()),
        kind,
    })
}

/// Marks each file that begins before another one ends that began before it, as in bombs that use the same bytes for
/// many files.
fn mark_overlapping(all: &mut [Listed]) {
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|&index| all[index].start);
    let mut taken = 0;
    for index in order {
        let listed = &mut all[index];
        if listed.start < taken && !matches!(listed.kind, Kind::Folder) {
            listed.kind = Kind::Overlapping;
        }
        taken = taken.max(listed.end);
    }
}

/// The name, and what the crate makes of it where that knows more than the bytes tell, as by an extra field.
fn name(raw: &[u8], named: Option<&str>) -> String {
    let told = |name: &&str| std::str::from_utf8(raw).is_ok() && !name.is_empty();
    named.filter(told).map_or_else(|| decoded(raw), ToOwned::to_owned)
}

fn link_target<R: Read + io::Seek>(archive: &mut ZipArchive<R>, index: usize) -> String {
    let mut target = Vec::new();
    if let Ok(content) = archive.by_index(index) {
        // What could not be read is not shown.
        let _ = content.take(1_024).read_to_end(&mut target);
    }
    decoded(&target)
}

/// A date as ZIP has it: of no time zone.
fn date(date: zip::DateTime) -> Option<String> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let (hour, minute, second) = (date.hour(), date.minute(), date.second());
    // The first day of the format stands for no date.
    ((year, month, day) != (1980, 1, 1) && (1..=12).contains(&month) && (1..=31).contains(&day))
        .then(|| format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"))
}

fn why(error: &ZipError) -> Why {
    Why::Damaged(match error {
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            "it is packed in a way that Proofline does not know".into()
        }
        _ => "it is damaged".into(),
    })
}

/// Passes on what can be read from the beginning of an archive that has lost its end.
fn salvage(input: &mut Input, unpacking: &mut Unpacking<'_, '_>) -> Result<(), Stop> {
    io::Seek::rewind(input)?;
    let mut counted = BufReader::with_capacity(BUFFER, unpacking.counted(input));
    while let Ok(Some(mut content)) = read_zipfile_from_stream(&mut counted) {
        if content.is_dir() {
            continue;
        }
        let name = name(content.name_raw(), content.name().ok().as_deref());
        let file = InnerFile::entry(&name, content.last_modified().and_then(date));
        let entry = Entry { file, size: Some(content.size()), packed: Some(content.compressed_size()) };
        unpacking.entry(&entry, &mut content)?;
    }
    Err(Stop::Malformed("the archive is cut or damaged: its table of contents cannot be read".into()))
}
