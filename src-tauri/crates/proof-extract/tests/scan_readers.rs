//! Programs that stand in for tesseract, each with a fault, or that only say what they were given.

use crate::made_scans::{OVER_ALL, Sheet, pdf, picture};
use crate::scans::extract_by;
use image::{DynamicImage, GrayImage, ImageFormat};
use proof_extract::{Extraction, Limits, ScanReader, Tesseract};
use proof_model::Outcome;
use std::fs;
use std::io::Cursor;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tiff::encoder::{TiffEncoder, colortype};

const HEADING: &str =
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";

/// A program that answers as tesseract does when it is asked what it is, and when it is to read does as `script` says.
fn stand_in(folder: &TempDir, script: &str) -> PathBuf {
    let path = folder.path().join("tesseract");
    let whole = format!(
        "#!/bin/sh\ncase \"$1\" in\n--version) echo 'tesseract 5.0.0-test' ;;\n\
         --list-langs) printf 'List:\\neng\\nfra\\n' ;;\n*)\n{script}\n;;\nesac\n"
    );
    fs::write(&path, whole).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

/// Says the picture's width and height, how many of its pixels are black, and the languages, as four words.
fn says_what_it_gets() -> String {
    format!(
        "read kind; read width height; read most; black=$(tr -cd '\\000' | wc -c | tr -d ' ')\n\
         printf '%s\\n' '{HEADING}'\n\
         for word in $width $height $black $4; do printf '5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t1\\t1\\t90\\t%s\\n' $word; done"
    )
}

fn reader(program: &Path) -> ScanReader {
    ScanReader::new(Tesseract::at(program), &["eng", "deu", "fra"])
}

fn scan() -> Vec<u8> {
    pdf(&[Sheet { content: OVER_ALL, picture: Some(&picture(40, 20, 400)) }])
}

fn read_by(script: &str, limits: Limits, bytes: &[u8], name: &str) -> Extraction {
    let folder = tempfile::tempdir().unwrap();
    extract_by(reader(&stand_in(&folder, script)), limits, bytes, name)
}

fn text(extraction: &Extraction) -> String {
    extraction.pages.iter().map(|page| page.text.trim_end()).collect::<Vec<_>>().join(" / ")
}

#[test]
fn every_way_to_fail_leaves_the_page_unread_with_a_reason() {
    let limits = Limits { scan_time: Duration::from_secs(1), ..Limits::default() };
    let cases = [
        ("sleep 3600", "took more than 1 s"),
        ("cat > /dev/null; echo rubbish", "makes no sense"),
        ("cat > /dev/null; printf '\\377\\376'", "makes no sense"),
        ("cat > /dev/null", "makes no sense"),
        ("exec yes", "makes no sense"),
        ("exit 3", "tesseract failed"),
        ("kill -9 $$", "tesseract failed"),
    ];
    for (script, expected) in cases {
        let began = Instant::now();
        let extraction = read_by(script, limits.clone(), &scan(), "a.pdf");
        assert_eq!(extraction.outcome, Outcome::Partial, "{script}");
        let reason = extraction.reason.unwrap();
        assert!(reason.starts_with("the page could not be read by machine: "), "{script}: {reason}");
        assert!(reason.contains(expected), "{script}: {reason}");
        assert!(extraction.scans[0].unread.as_deref().unwrap().contains(expected), "{script}");
        assert_eq!(extraction.pages[0].text, "", "{script}");
        assert!(began.elapsed() < Duration::from_secs(20), "{script}");
    }
}

#[test]
fn nothing_that_it_started_is_left_behind() {
    let folder = tempfile::tempdir().unwrap();
    let notes = folder.path().join("pids");
    let script = format!("sleep 3600 & echo $! $$ > '{}'; wait", notes.display());
    let limits = Limits { scan_time: Duration::from_secs(1), ..Limits::default() };
    extract_by(reader(&stand_in(&folder, &script)), limits, &scan(), "a.pdf");
    for pid in fs::read_to_string(notes).unwrap().split_whitespace() {
        let gone = || !Path::new("/proc").join(pid).join("exe").exists();
        // Whose parent has ended is taken up by another, which may need a moment.
        let waited = (0..50).any(|_| {
            std::thread::sleep(Duration::from_millis(20));
            gone()
        });
        assert!(waited, "{pid}");
    }
}

#[test]
fn reading_can_be_stopped_in_the_middle_of_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let stop = Arc::new(AtomicBool::new(false));
    let reader = reader(&stand_in(&folder, "sleep 3600")).stopped_by(Arc::clone(&stop));
    let sheets = [(); 3].map(|()| Sheet { content: OVER_ALL, picture: None });
    let began = Instant::now();
    let stopper = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(1_500));
        stop.store(true, Ordering::Relaxed);
    });
    let extraction = extract_by(reader, Limits::default(), &pdf(&sheets), "a.pdf");
    stopper.join().unwrap();
    assert!(began.elapsed() < Duration::from_secs(20));
    assert_eq!((extraction.outcome, extraction.pages.len()), (Outcome::Partial, 3));
    assert!(extraction.reason.unwrap().starts_with("reading was stopped"));
    assert!(extraction.scans.iter().all(|scan| scan.machine.is_none() && scan.unread.is_some()));
}

#[test]
fn it_gets_the_page_as_it_is_shown_and_nothing_else() {
    let script = format!(
        "test -z \"$HOME$CARGO$USER\" || exit 9; test \"$OMP_THREAD_LIMIT\" = 1 || exit 9\n{}",
        says_what_it_gets()
    );
    let extraction = read_by(&script, Limits::default(), &scan(), "a.pdf");
    assert_eq!((extraction.outcome, extraction.reason.as_deref()), (Outcome::Ok, None));
    // 300 by 150 points at 200 dots an inch, of which half is black; where black meets white it is grey.
    let words = text(&extraction);
    assert!(words.starts_with("833 416 17") && words.ends_with(" eng+fra"), "{words}");
    let machine = extraction.scans[0].machine.as_ref().unwrap();
    assert_eq!((machine.words.len(), machine.confidence), (4, 90));
    assert_eq!(
        (machine.program.as_str(), &machine.languages[..]),
        ("tesseract 5.0.0-test", &["eng".to_owned(), "fra".to_owned()][..])
    );
}

#[test]
fn only_pages_without_words_of_their_own_are_read() {
    let dark = picture(40, 20, 800);
    let sheets = [
        Sheet {
            content: "BT /F1 12 Tf 72 100 Td (Caption) Tj ET 90 0 0 90 0 0 cm /Im Do",
            picture: Some(&dark),
        },
        Sheet { content: "", picture: None },
        Sheet { content: OVER_ALL, picture: Some(&dark) },
        Sheet {
            content: "BT /F1 8 Tf 20 142 Td (Case 1) Tj ET 300 0 0 150 0 0 cm /Im Do",
            picture: Some(&dark),
        },
    ];
    let limits = Limits { scan_pixels: 5_000, ..Limits::default() };
    let extraction = read_by(&says_what_it_gets(), limits, &pdf(&sheets), "a.pdf");
    assert_eq!((extraction.outcome, extraction.reason.as_deref()), (Outcome::Ok, None));
    let read: Vec<u32> = extraction.scans.iter().map(|scan| scan.page).collect();
    assert_eq!(read, [3, 4]);
    assert_eq!((extraction.pages[0].text.as_str(), extraction.pages[1].text.as_str()), ("Caption\n", ""));
    // Half as wide as long pages are drawn smaller to have no more than 5 000 pixels.
    assert_eq!(extraction.pages[2].text, "100 50 5000 eng+fra\n");
    let stamped = &extraction.pages[3].text;
    assert!(stamped.starts_with("Case 1\n\n100 50 "), "{stamped}");
    let first = extraction.scans[1].machine.as_ref().unwrap().words[0];
    assert_eq!(&stamped[first.start as usize..first.end as usize], "100");
}

fn encoded(picture: &GrayImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = DynamicImage::ImageLuma8(picture.clone());
    // WebP's encoder knows colours only.
    let picture = if format == ImageFormat::WebP { picture.to_rgba8().into() } else { picture };
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A TIFF of grey frames.
fn frames(pictures: &[GrayImage]) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut bytes).unwrap();
    for picture in pictures {
        encoder.write_image::<colortype::Gray8>(picture.width(), picture.height(), picture.as_raw()).unwrap();
    }
    bytes.into_inner()
}

/// The same JPEG, which says that it was taken with the camera on its side.
fn on_its_side(jpeg: &[u8]) -> Vec<u8> {
    let exif = b"\xff\xe1\0\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    [&jpeg[..2], exif, &jpeg[2..]].concat()
}

#[test]
fn pictures_of_every_kind_are_read_a_page_a_frame() {
    let small = picture(32, 16, 256);
    let jpeg = encoded(&small, ImageFormat::Jpeg);
    let cases = [
        ("a.png", encoded(&small, ImageFormat::Png), "32 16 256 eng+fra"),
        ("a.webp", encoded(&small, ImageFormat::WebP), "32 16 256 eng+fra"),
        ("a.jpg", jpeg.clone(), "32 16 256 eng+fra"),
        ("turned.jpg", on_its_side(&jpeg), "16 32 256 eng+fra"),
        ("a.tif", frames(&[small, picture(8, 4, 3)]), "32 16 256 eng+fra / 8 4 3 eng+fra"),
    ];
    for (name, bytes, expected) in cases {
        let extraction = read_by(&says_what_it_gets(), Limits::default(), &bytes, name);
        assert_eq!((extraction.outcome, extraction.reason.as_deref()), (Outcome::Ok, None), "{name}");
        assert_eq!(text(&extraction), expected, "{name}");
    }
}

#[test]
fn a_damaged_picture_is_a_page_that_could_not_be_drawn() {
    let png = encoded(&picture(32, 16, 256), ImageFormat::Png);
    let extraction = read_by(&says_what_it_gets(), Limits::default(), &png[..png.len() / 2], "a.png");
    assert_eq!(extraction.outcome, Outcome::Partial);
    let reason = "the page could not be read by machine: it could not be drawn";
    assert_eq!(extraction.reason.as_deref(), Some(reason));
}

#[test]
fn a_picture_that_would_take_all_memory_is_not_decoded() {
    let mut png = encoded(&picture(32, 16, 256), ImageFormat::Png);
    // The width and height of its header, and the checksum of that.
    png[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    let checksum = {
        let mut crc = flate2::Crc::new();
        crc.update(&png[12..29]);
        crc.sum().to_be_bytes()
    };
    png[29..33].copy_from_slice(&checksum);
    let extraction = read_by(&says_what_it_gets(), Limits::default(), &png, "a.png");
    assert_eq!((extraction.outcome, extraction.pages.len()), (Outcome::Partial, 1));
    assert!(extraction.usage.peak_memory < 300 << 20, "{:?}", extraction.usage);
}

#[cfg(target_os = "linux")]
#[test]
fn a_page_that_takes_too_much_memory_to_draw_costs_no_page_the_words_it_has() {
    let (large, small) = (picture(9_000, 9_000, 100), picture(40, 20, 800));
    let text = Sheet { content: "BT /F1 12 Tf 72 100 Td (Words) Tj ET", picture: None };
    let scan = |picture| Sheet { content: OVER_ALL, picture: Some(picture) };
    let limits = Limits { memory: 96 << 20, ..Limits::default() };
    let bytes = pdf(&[scan(&small), scan(&large), text]);
    let extraction = read_by(&says_what_it_gets(), limits, &bytes, "a.pdf");
    assert_eq!(
        (extraction.outcome, extraction.pages.len()),
        (Outcome::Partial, 3),
        "{:?}",
        extraction.reason
    );
    assert_eq!(extraction.pages[2].text, "Words\n");
    assert!(extraction.scans[0].machine.is_some(), "{:?}", extraction.reason);
    assert!(extraction.scans[1].unread.is_some());
}
