//! 7z archives (7zFormat.txt of the LZMA SDK).

use super::listing::Why;
use super::unpacking::{Entry, Unpacking};
use crate::input::Input;
use crate::output::Stop;
use crate::{InnerFile, Password};
use sevenz_rust2::{Archive, ArchiveEntry, BlockDecoder, Error, Password as Key};
use std::io::{BufReader, Read, Seek};

/// Passes on what the archive holds. A block that cannot be unpacked costs the files in it and no others.
pub(super) fn read(
    input: &mut Input,
    password: Option<&Password>,
    unpacking: &mut Unpacking<'_, '_>,
) -> Result<(), Stop> {
    let key = password.map_or_else(Key::empty, |password| Key::from(password.as_str()));
    let mut counted = BufReader::with_capacity(64 << 10, unpacking.counted(input));
    let archive = match Archive::read(&mut counted, &key) {
        Ok(archive) => archive,
        Err(error) if is_locked(&error) => {
            unpacking.stopped(Why::locked(password));
            return Ok(());
        }
        Err(_) => return Err(Stop::Malformed("the archive is cut or damaged".into())),
    };
    for index in 0..archive.blocks.len() {
        read_block(&archive, index, (&key, password), &mut counted, unpacking)?;
    }
    let in_no_block = |index: &usize| archive.stream_map.file_block_index.get(*index) == Some(&None);
    for index in (0..archive.files.len()).filter(in_no_block) {
        take(&archive.files[index], &mut std::io::empty(), unpacking)?;
    }
    Ok(())
}

fn read_block<R: Read + Seek>(
    archive: &Archive,
    index: usize,
    (key, password): (&Key, Option<&Password>),
    source: &mut R,
    unpacking: &mut Unpacking<'_, '_>,
) -> Result<(), Stop> {
    // One thread: the worker may start no more.
    let block = BlockDecoder::new(1, index, archive, key, source);
    let entries = block.entries().to_vec();
    let (mut done, mut stop) = (0, None);
    let walked = block.for_each_entries(&mut |entry, content| {
        done += 1;
        stop = take(entry, content, unpacking).err();
        Ok(stop.is_none())
    });
    if let Some(stop) = stop {
        return Err(stop);
    }
    if let Err(error) = walked {
        for entry in entries.iter().skip(done).filter(|entry| !entry.is_directory) {
            unpacking.miss(&described(entry), &why(&error, password));
        }
    }
    Ok(())
}

fn take(found: &ArchiveEntry, content: &mut dyn Read, unpacking: &mut Unpacking<'_, '_>) -> Result<(), Stop> {
    if found.is_directory || found.is_anti_item {
        return Ok(());
    }
    let entry = described(found);
    // The upper half holds the Unix mode where the bit below it says so.
    let mode = if found.windows_attributes & 0x8000 == 0 { 0 } else { found.windows_attributes >> 16 };
    match mode & 0o170_000 {
        0 | 0o100_000 => {
            unpacking.entry(&entry, content)?;
            unpacking.drain(content)
        }
        0o120_000 => {
            let mut target = Vec::new();
            // What could not be read is not shown.
            let _ = content.take(1_024).read_to_end(&mut target);
            let target = super::names::decoded(&target);
            unpacking.listing().noted(&entry.file.name, &format!("a link to {target}"));
            Ok(())
        }
        _ => {
            unpacking.listing().noted(&entry.file.name, "a device or a pipe");
            Ok(())
        }
    }
}

fn described(found: &ArchiveEntry) -> Entry {
    let modified = found.has_last_modified_date.then(|| u64::from(found.last_modified_date));
    let file = InnerFile::entry(&found.name, modified.and_then(super::filetime));
    Entry { file, size: Some(found.size), packed: None }
}

fn is_locked(error: &Error) -> bool {
    match error {
        Error::PasswordRequired | Error::MaybeBadPassword(_) => true,
        Error::UnsupportedCompressionMethod(method) => method.contains("AES"),
        _ => false,
    }
}

fn why(error: &Error, password: Option<&Password>) -> Why {
    match error {
        locked if is_locked(locked) => Why::locked(password),
        Error::UnsupportedCompressionMethod(_) | Error::Unsupported(_) => {
            Why::Damaged("it is packed in a way that Proofline does not know".into())
        }
        _ => Why::Damaged("it is damaged".into()),
    }
}
