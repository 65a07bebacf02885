//! Archives, honest and hostile, made here and read by a real worker, their files taken as they come.

use crate::made_archives::{
    GZ_ZEROS, TarEntry, gz, gz_of_zeros, listed_zip, many_zip, overlapping_zip, tar, tar_gz_of_zeros,
    with_encrypted, xz, zip_of_zeros, zipped_bytes,
};
use crate::{WORKER, file, made, text};
use proof_extract::{Extraction, Extractor, Inner, InnerFile, InnerKind, Limits, Refused, WorkerCommand};
use proof_model::Outcome;

/// What was passed on.
#[derive(Default)]
pub struct Taken {
    pub files: Vec<TakenFile>,
    refuses_after: Option<usize>,
}

pub struct TakenFile {
    pub file: InnerFile,
    pub length: u64,
    /// Its first bytes.
    pub head: Vec<u8>,
    pub incomplete: Option<String>,
}

impl Inner for Taken {
    fn begin(&mut self, file: &InnerFile) -> Result<(), Refused> {
        if self.refuses_after == Some(self.files.len()) {
            return Err(Refused("it lies too deep".into()));
        }
        let incomplete = Some("never ended".into());
        self.files.push(TakenFile { file: file.clone(), length: 0, head: Vec::new(), incomplete });
        Ok(())
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), Refused> {
        assert!(bytes.len() <= 256 << 10);
        let last = self.files.last_mut().unwrap();
        last.length += bytes.len() as u64;
        let room = (64_usize << 10).saturating_sub(last.head.len()).min(bytes.len());
        last.head.extend_from_slice(&bytes[..room]);
        Ok(())
    }

    fn end(&mut self, incomplete: Option<&str>) -> Result<(), Refused> {
        self.files.last_mut().unwrap().incomplete = incomplete.map(ToOwned::to_owned);
        Ok(())
    }
}

impl Taken {
    pub fn names(&self) -> Vec<&str> {
        self.files.iter().map(|taken| taken.file.name.as_str()).collect()
    }

    fn whole(&self) -> usize {
        self.files.iter().filter(|taken| taken.incomplete.is_none()).count()
    }

    fn bytes_passed(&self) -> u64 {
        self.files.iter().map(|taken| taken.length).sum()
    }
}

/// Reads an archive, and holds the worker to its memory.
pub fn take(bytes: &[u8], name: &str) -> (Extraction, Taken) {
    take_within(Limits::default(), bytes, name)
}

fn take_within(limits: Limits, bytes: &[u8], name: &str) -> (Extraction, Taken) {
    let mut taken = Taken::default();
    let extraction =
        Extractor::new(WorkerCommand::new(WORKER), limits).extract_with(file(bytes), name, &mut taken);
    let peak = extraction.usage.peak_memory;
    assert!(peak <= 512 << 20, "{peak} bytes of memory");
    (extraction, taken)
}

fn reason(extraction: &Extraction) -> &str {
    extraction.reason.as_deref().unwrap_or_default()
}

const TWO: [(&str, &[u8]); 2] = [("a.txt", b"first"), ("folder/b.txt", b"second one")];

#[test]
fn every_kind_of_archive_gives_its_files_and_a_listing() {
    let entries = TWO.map(|(name, content)| TarEntry::File(name, content));
    let archive = tar(&entries);
    let cases = [
        ("a.zip", "application/zip", zipped_bytes(&TWO)),
        ("a.tar", "application/x-tar", archive.clone()),
        ("a.tar.gz", "application/gzip", gz(&archive)),
        ("a.tar.bz2", "application/x-bzip2", crate::made_archives::bz2(&archive)),
        ("a.tar.xz", "application/x-xz", xz(&archive)),
        ("a.7z", "application/x-7z-compressed", crate::made_archives::sevenz(&TWO)),
    ];
    for (name, media_type, bytes) in cases {
        let (extraction, taken) = take(&bytes, name);
        assert_eq!((extraction.outcome, extraction.reason.as_deref()), (Outcome::Ok, None), "{name}");
        assert_eq!(extraction.media_type, media_type);
        assert_eq!(taken.names(), ["a.txt", "folder/b.txt"], "{name}");
        assert_eq!((taken.files[1].head.as_slice(), taken.whole()), (&b"second one"[..], 2), "{name}");
        assert_eq!(taken.files[0].file.kind, InnerKind::Entry);
        let listing = text(&extraction);
        assert!(listing.contains("2 files") && listing.contains("folder/b.txt\t10 bytes"), "{listing}");
    }
}

#[test]
fn a_compressed_file_gives_the_file() {
    let (extraction, taken) = take(&gz(b"one line"), "a.txt.gz");
    assert_eq!((extraction.outcome, taken.names()), (Outcome::Ok, vec![""]));
    assert_eq!(taken.files[0].head, b"one line");
}

#[test]
fn collected_in_memory_they_are_attachments() {
    let extraction = crate::extract(&zipped_bytes(&TWO), "a.zip");
    let found: Vec<_> =
        extraction.attachments.iter().map(|found| (found.name.as_str(), found.bytes.len())).collect();
    assert_eq!(found, [("a.txt", 5), ("folder/b.txt", 10)]);
}

#[test]
fn a_refusal_ends_the_work() {
    let mut taken = Taken { refuses_after: Some(1), ..Taken::default() };
    let extractor = Extractor::new(WorkerCommand::new(WORKER), Limits::default());
    let extraction = extractor.extract_with(file(&many_zip(1_000)), "a.zip", &mut taken);
    assert_eq!((extraction.outcome, taken.files.len()), (Outcome::Partial, 1));
    assert_eq!(reason(&extraction), "it lies too deep");
}

#[test]
fn layers_in_layers_are_unpacked_one_at_a_time() {
    let mut layer = zipped_bytes(&[("0.txt", &vec![b'0'; 1 << 20])]);
    for _ in 0..5 {
        let names: Vec<String> = (0..16).map(|index| format!("{index}.zip")).collect();
        let entries: Vec<(&str, &[u8])> =
            names.iter().map(|name| (name.as_str(), layer.as_slice())).collect();
        layer = zipped_bytes(&entries);
    }
    let (extraction, taken) = take(&layer, "42.zip");
    assert_eq!((extraction.outcome, taken.whole()), (Outcome::Ok, 16), "{extraction:?}");
    assert!(taken.bytes_passed() < 100 * layer.len() as u64);
    // Each has the same bytes, so that a store that names files by their hash reads one of them.
    assert!(taken.files.iter().all(|inner| inner.head == taken.files[0].head));
}

#[test]
fn bytes_that_belong_to_several_files_are_given_once() {
    let (extraction, taken) = take(&overlapping_zip(50), "a.zip");
    assert_eq!((extraction.outcome, taken.whole()), (Outcome::Partial, 1), "{extraction:?}");
    assert!(
        reason(&extraction).starts_with("49 of 50 files inside were not taken: copy 1: its bytes belong")
    );
}

#[test]
fn ten_gigabytes_of_zeros_are_not_unpacked() {
    for (name, bytes) in [
        ("zeros.gz", gz_of_zeros()),
        ("zeros.tar.gz", tar_gz_of_zeros()),
        ("zeros.zip", zip_of_zeros(GZ_ZEROS)),
        ("lies.zip", zip_of_zeros(10)),
        ("modest.zip", zip_of_zeros(1 << 20)),
    ] {
        let (extraction, taken) = take(&bytes, name);
        assert_eq!(taken.whole(), 0, "{name}");
        assert!(matches!(extraction.outcome, Outcome::Limit | Outcome::Partial), "{name}: {extraction:?}");
        assert!(taken.bytes_passed() <= 32 << 20, "{name}: {} bytes", taken.bytes_passed());
        assert!(!reason(&extraction).is_empty(), "{name}");
    }
}

#[test]
fn a_hundred_thousand_entries_come_one_by_one() {
    let (extraction, taken) = take(&many_zip(100_000), "many.zip");
    assert_eq!((extraction.outcome, taken.whole()), (Outcome::Ok, 100_000));
    assert_eq!(taken.names()[99_999], "99999.txt");
    assert!(text(&extraction).starts_with("100000 files\n"));
}

#[test]
fn more_entries_than_the_limit_are_left_out() {
    let limits = Limits { inner_files: 10, ..Limits::default() };
    let (extraction, taken) = take_within(limits, &many_zip(20), "many.zip");
    assert_eq!((extraction.outcome, taken.whole()), (Outcome::Partial, 10));
    assert!(reason(&extraction).contains("more than 10 files"), "{extraction:?}");
}

#[test]
fn names_that_lead_elsewhere_are_only_shown() {
    let names = ["../../etc/passwd", "/absolute", "C:\\windows\\x", "..\\..\\up", "a/./b//c", "~/x", "con"];
    let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, &b"x"[..])).collect();
    let tar_entries: Vec<TarEntry<'_>> = names.iter().map(|name| TarEntry::File(name, b"x")).collect();
    for (name, bytes) in [("a.zip", listed_zip(&entries)), ("a.tar", tar(&tar_entries))] {
        let (extraction, taken) = take(&bytes, name);
        assert_eq!((extraction.outcome, taken.names()), (Outcome::Ok, names.to_vec()), "{name}");
    }
}

#[test]
fn links_and_devices_are_listed_and_not_followed() {
    let entries = [
        TarEntry::Symlink("shortcut", "/etc/passwd"),
        TarEntry::Hardlink("twin", "../../secret"),
        TarEntry::Device("null"),
        TarEntry::File("a.txt", b"x"),
    ];
    let (extraction, taken) = take(&tar(&entries), "a.tar");
    assert_eq!((extraction.outcome, taken.names()), (Outcome::Ok, vec!["a.txt"]));
    let listing = text(&extraction);
    for line in [
        "shortcut\ta link to /etc/passwd\n",
        "twin\tanother name of ../../secret\n",
        "null\ta device or a pipe\n",
    ] {
        assert!(listing.contains(line), "{listing}");
    }
    let (extraction, taken) = take(&crate::made_archives::zip_with_link("shortcut", "../../etc"), "a.zip");
    assert_eq!((extraction.outcome, taken.files.len()), (Outcome::Ok, 0));
    assert!(text(&extraction).contains("shortcut\ta link to ../../etc\n"));
}

#[test]
fn names_in_odd_encodings_are_read() {
    let entries: [(&[u8], &[u8]); 3] =
        [(b"gr\x81n.txt", b"x"), (b"\x83\x65\x83\x58\x83\x67.txt", b"x"), ("größe.txt".as_bytes(), b"x")];
    let (extraction, taken) = take(&crate::made_archives::raw_zip(&entries), "a.zip");
    assert_eq!(extraction.outcome, Outcome::Ok);
    assert_eq!(taken.names(), ["grün.txt", "テスト.txt", "größe.txt"]);
}

#[test]
fn an_archive_that_is_cut_gives_what_is_there_and_says_so() {
    let large: Vec<u8> =
        (0..200_000_u32).flat_map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    let entries: [(&str, &[u8]); 2] = [("a.txt", b"first"), ("b.bin", &large)];
    let archive = tar(&entries.map(|(name, content)| TarEntry::File(name, content)));
    for (name, bytes) in
        [("a.zip", zipped_bytes(&entries)), ("a.tar", archive.clone()), ("a.tar.gz", gz(&archive))]
    {
        let (extraction, taken) = take(&bytes[..bytes.len() / 2], name);
        assert_eq!((extraction.outcome, taken.whole()), (Outcome::Partial, 1), "{name}: {extraction:?}");
        assert_eq!(taken.files[0].head, b"first");
        assert!(taken.files[1].incomplete.is_some(), "{name}");
        assert!(reason(&extraction).contains("b.bin"), "{name}: {extraction:?}");
    }
    let (extraction, _) = take(&crate::made_archives::sevenz(&entries)[..500], "a.7z");
    assert_eq!(extraction.outcome, Outcome::Crash);
}

#[test]
fn a_size_that_is_a_lie_is_found_out() {
    let longer = crate::made_archives::zip_saying(b"five and more", 5);
    let (extraction, taken) = take(&longer, "a.zip");
    assert_eq!((extraction.outcome, taken.whole()), (Outcome::Partial, 0));
    assert!(reason(&extraction).contains("larger than its declared"), "{extraction:?}");
    let shorter = crate::made_archives::zip_saying(b"five", 500);
    assert!(reason(&take(&shorter, "a.zip").0).contains("4 of 500 bytes"));
    let huge = tar(&[TarEntry::Lying("a.bin", b"x", 8 << 30)]);
    let (extraction, taken) = take(&huge, "a.tar");
    assert_eq!(taken.whole(), 0);
    assert_ne!(extraction.outcome, Outcome::Ok);
}

#[test]
fn what_is_locked_is_named_and_the_rest_is_taken() {
    let (extraction, taken) = take(&with_encrypted(&TWO, &[1]), "a.zip");
    assert_eq!((extraction.outcome, taken.names()), (Outcome::Partial, vec!["a.txt"]));
    assert_eq!(
        reason(&extraction),
        "1 of 2 files inside were not taken: folder/b.txt: it opens only with a password"
    );
    let (extraction, _) = take(&with_encrypted(&TWO, &[0, 1]), "a.zip");
    assert_eq!(extraction.outcome, Outcome::Encrypted);
}

#[test]
fn folders_named_like_parts_of_documents_make_no_document() {
    let (extraction, taken) = take(&zipped_bytes(&[("keyword/a.txt", b"x"), ("word/b.txt", b"y")]), "a.zip");
    assert_eq!((extraction.media_type.as_str(), taken.files.len()), ("application/zip", 2));
    let inner = made::docx("<w:p/>", &[]);
    let (extraction, _) = take(&crate::made_archives::stored_zip(&[("letter.docx", &inner)]), "a.zip");
    assert_eq!(extraction.media_type, "application/zip");
}

#[test]
fn a_mailbox_gives_its_messages() {
    let mailbox = b"From a@example.org Tue Feb  2 10:00:00 2021\nFrom: a@example.org\nTo: b@example.org\n\
        Subject: One\nDate: Tue, 2 Feb 2021 10:00:00 +0100\n\nFirst.\n>From here on.\n\n\
        From b@example.org Tue Feb  2 11:00:00 2021\nFrom: b@example.org\nTo: a@example.org\nSubject: Two\n\n\
        From the second.\n";
    let (extraction, taken) = take(mailbox, "in.mbox");
    assert_eq!((extraction.outcome, extraction.media_type.as_str()), (Outcome::Ok, "application/mbox"));
    assert_eq!(taken.names(), ["One.eml", "Two.eml"]);
    assert!(taken.files[0].head.ends_with(b"First.\nFrom here on.\n"));
    assert!(taken.files[1].head.ends_with(b"\n\nFrom the second.\n"));
    assert_eq!(taken.files[0].file.kind, InnerKind::Message);
    assert_eq!(taken.files[0].file.modified.as_deref(), Some("2021-02-02T10:00:00+01:00"));
    let text = b"From the start it was clear.\n\nFrom there on, too.\n";
    assert_eq!(take(text, "a").0.media_type, "text/plain");
}
