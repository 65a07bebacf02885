//! Archives made for the tests: honest ones by the crates that write them, hostile ones byte by byte.

use flate2::write::{DeflateEncoder, GzEncoder};
use flate2::{Compression, Crc};
use std::io::{Cursor, Write};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

/// Bytes of the bombs.
pub const GZ_ZEROS: u64 = 10 << 30;

pub fn zipped_bytes(entries: &[(&str, &[u8])]) -> Vec<u8> {
    zip_with(entries, CompressionMethod::Deflated)
}

pub fn stored_zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    zip_with(entries, CompressionMethod::Stored)
}

fn zip_with(entries: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, content) in entries {
        archive.start_file(*name, options).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub fn locked_zip(entries: &[(&str, &[u8])], password: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().with_aes_encryption(zip::AesMode::Aes256, password);
    for (name, content) in entries {
        archive.start_file(*name, options).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub fn locked_sevenz(name: &str, content: &[u8], password: &str) -> Vec<u8> {
    use sevenz_rust2::encoder_options::AesEncoderOptions;
    let mut archive = sevenz_rust2::ArchiveWriter::new(Cursor::new(Vec::new())).unwrap();
    let locked = AesEncoderOptions::new(password.into());
    archive.set_content_methods(vec![locked.into(), sevenz_rust2::EncoderMethod::LZMA2.into()]);
    archive.push_archive_entry(sevenz_rust2::ArchiveEntry::new_file(name), Some(content)).unwrap();
    archive.finish().unwrap().into_inner()
}

pub fn zip_with_link(name: &str, target: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.add_symlink(name, target, SimpleFileOptions::default()).unwrap();
    archive.finish().unwrap().into_inner()
}

/// An entry of a ZIP archive as its headers have it.
struct Raw<'a> {
    name: &'a [u8],
    packed: &'a [u8],
    method: u16,
    flags: u16,
    crc: u32,
    size: u64,
}

impl<'a> Raw<'a> {
    fn stored(name: &'a [u8], content: &'a [u8]) -> Self {
        let mut crc = Crc::new();
        crc.update(content);
        Self { name, packed: content, method: 0, flags: 0, crc: crc.sum(), size: content.len() as u64 }
    }

    /// The fields that both headers have, from the flags to the length of the name. Large sizes are in an extra field.
    fn common(&self) -> Vec<u8> {
        let size = if self.size > 0xffff_fffe { u32::MAX } else { u32::try_from(self.size).unwrap() };
        let mut out = Vec::new();
        out.extend(self.flags.to_le_bytes());
        out.extend(self.method.to_le_bytes());
        out.extend([0, 0, 0x22, 0x52]);
        out.extend(self.crc.to_le_bytes());
        out.extend(u32::try_from(self.packed.len()).unwrap().to_le_bytes());
        out.extend(size.to_le_bytes());
        out.extend(u16::try_from(self.name.len()).unwrap().to_le_bytes());
        out
    }

    fn extra(&self) -> Vec<u8> {
        if self.size <= 0xffff_fffe {
            return Vec::new();
        }
        [&1_u16.to_le_bytes()[..], &8_u16.to_le_bytes(), &self.size.to_le_bytes()].concat()
    }

    fn local(&self) -> Vec<u8> {
        let mut out = b"PK\x03\x04\x2d\0".to_vec();
        out.extend(self.common());
        out.extend([0, 0]);
        out.extend(self.name);
        out.extend(self.packed);
        out
    }

    fn central(&self, offset: usize) -> Vec<u8> {
        let extra = self.extra();
        let mut out = b"PK\x01\x02\x2d\0\x2d\0".to_vec();
        out.extend(self.common());
        out.extend(u16::try_from(extra.len()).unwrap().to_le_bytes());
        out.extend([0; 10]);
        out.extend(u32::try_from(offset).unwrap().to_le_bytes());
        out.extend(self.name);
        out.extend(extra);
        out
    }
}

fn ended(mut archive: Vec<u8>, central: &[u8], entries: usize) -> Vec<u8> {
    let offset = u32::try_from(archive.len()).unwrap();
    let count = u16::try_from(entries).unwrap().to_le_bytes();
    archive.extend(central);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend([count, count].concat());
    archive.extend(u32::try_from(central.len()).unwrap().to_le_bytes());
    archive.extend(offset.to_le_bytes());
    archive.extend([0, 0]);
    archive
}

fn assembled(entries: &[Raw<'_>]) -> Vec<u8> {
    let (mut archive, mut central) = (Vec::new(), Vec::new());
    for entry in entries {
        central.extend(entry.central(archive.len()));
        archive.extend(entry.local());
    }
    ended(archive, &central, entries.len())
}

/// Names as they stand, whatever a careful writer would make of them.
pub fn listed_zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let raw: Vec<Raw<'_>> =
        entries.iter().map(|(name, content)| Raw::stored(name.as_bytes(), content)).collect();
    assembled(&raw)
}

pub fn raw_zip(entries: &[(&[u8], &[u8])]) -> Vec<u8> {
    assembled(&entries.iter().map(|(name, content)| Raw::stored(name, content)).collect::<Vec<_>>())
}

/// Entries of which those at these places are said to be encrypted.
pub fn with_encrypted(entries: &[(&str, &[u8])], locked: &[usize]) -> Vec<u8> {
    let raw = entries.iter().enumerate().map(|(index, (name, content))| Raw {
        flags: u16::from(locked.contains(&index)),
        ..Raw::stored(name.as_bytes(), content)
    });
    assembled(&raw.collect::<Vec<_>>())
}

/// An archive whose one file is said to be of that size.
pub fn zip_saying(content: &[u8], size: u64) -> Vec<u8> {
    let packed = deflated(content);
    assembled(&[Raw { packed: &packed, method: 8, size, ..Raw::stored(b"a.txt", content) }])
}

/// One file that the table of contents lists many times.
pub fn overlapping_zip(times: usize) -> Vec<u8> {
    let entry = |name| Raw::stored(name, b"the same bytes for all");
    let names: Vec<String> = (0..times).map(|index| format!("copy {index}")).collect();
    let central: Vec<u8> = names.iter().flat_map(|name| entry(name.as_bytes()).central(0)).collect();
    ended(entry(b"copy 0").local(), &central, times)
}

pub fn many_zip(entries: usize) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for index in 0..entries {
        archive.start_file(format!("{index}.txt"), options).unwrap();
        archive.write_all(b"small").unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn deflated(content: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

/// 10 GiB of zeros in a ZIP archive that says that they are `size` bytes. The stream is a piece of it over and over:
/// after a flush, packed bytes refer to nothing before it.
pub fn zip_of_zeros(size: u64) -> Vec<u8> {
    const PIECE: usize = 16 << 20;
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&vec![0; PIECE]).unwrap();
    encoder.flush().unwrap();
    let piece = encoder.get_ref().clone();
    let mut packed = piece.repeat(usize::try_from(GZ_ZEROS).unwrap() / PIECE);
    packed.extend(deflated(b""));
    assembled(&[Raw { packed: &packed, method: 8, size, ..Raw::stored(b"zeros.bin", b"") }])
}

pub fn gz(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

/// 10 GiB of zeros, as many members of one file (RFC 1952, 2.2).
pub fn gz_of_zeros() -> Vec<u8> {
    const PIECE: usize = 16 << 20;
    gz(&vec![0; PIECE]).repeat(usize::try_from(GZ_ZEROS).unwrap() / PIECE)
}

pub fn tar_gz_of_zeros() -> Vec<u8> {
    let mut header = tar::Header::new_gnu();
    header.set_path("zeros.bin").unwrap();
    header.set_size(GZ_ZEROS);
    header.set_cksum();
    [gz(header.as_bytes()), gz_of_zeros()].concat()
}

pub fn bz2(content: &[u8]) -> Vec<u8> {
    let mut encoder = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

pub fn xz(content: &[u8]) -> Vec<u8> {
    let mut encoder = lzma_rust2::XzWriter::new(Vec::new(), lzma_rust2::XzOptions::default()).unwrap();
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

pub fn sevenz(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = sevenz_rust2::ArchiveWriter::new(Cursor::new(Vec::new())).unwrap();
    for (name, content) in entries {
        let entry = sevenz_rust2::ArchiveEntry::new_file(name);
        archive.push_archive_entry(entry, Some(*content)).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub enum TarEntry<'a> {
    File(&'a str, &'a [u8]),
    Symlink(&'a str, &'a str),
    Hardlink(&'a str, &'a str),
    Device(&'a str),
    /// A file that is said to be of another size.
    Lying(&'a str, &'a [u8], u64),
}

pub fn tar(entries: &[TarEntry<'_>]) -> Vec<u8> {
    use tar::EntryType;
    let mut archive = Vec::new();
    for entry in entries {
        let (name, kind, link, content, size) = match *entry {
            TarEntry::File(name, content) => (name, EntryType::Regular, "", content, content.len() as u64),
            TarEntry::Symlink(name, link) => (name, EntryType::Symlink, link, &b""[..], 0),
            TarEntry::Hardlink(name, link) => (name, EntryType::Link, link, &b""[..], 0),
            TarEntry::Device(name) => (name, EntryType::Char, "", &b""[..], 0),
            TarEntry::Lying(name, content, size) => (name, EntryType::Regular, "", content, size),
        };
        let mut header = tar::Header::new_gnu();
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.as_old_mut().linkname[..link.len()].copy_from_slice(link.as_bytes());
        header.set_entry_type(kind);
        header.set_size(size);
        header.set_mtime(1_612_260_000);
        header.set_cksum();
        archive.extend(header.as_bytes());
        archive.extend(content);
        archive.resize(archive.len().next_multiple_of(512), 0);
    }
    archive.extend([0; 1024]);
    archive
}
