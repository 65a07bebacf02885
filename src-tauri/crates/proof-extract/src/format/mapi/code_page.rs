//! Windows code pages.

use encoding_rs::{Encoding, WINDOWS_1252};

/// Bytes as text in the code page of that number; in Windows-1252 if there is none of that number.
pub(crate) fn decoded(bytes: &[u8], code_page: u32) -> String {
    encoding(code_page).decode(bytes).0.into_owned()
}

/// The encoding of a code page.
pub(super) fn encoding(code_page: u32) -> &'static Encoding {
    let label = match code_page {
        874 => "windows-874".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        1_200 => "utf-16le".to_owned(),
        10_000 => "macintosh".to_owned(),
        20_866 => "koi8-r".to_owned(),
        21_866 => "koi8-u".to_owned(),
        28_591..=28_606 => format!("iso-8859-{}", code_page - 28_590),
        50_220..=50_222 => "iso-2022-jp".to_owned(),
        51_932 => "euc-jp".to_owned(),
        54_936 => "gb18030".to_owned(),
        65_001 => "utf-8".to_owned(),
        other => format!("windows-{other}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

/// The code page of a font's character set ([MS-WMF] 2.1.1.5).
pub(super) fn of_character_set(set: i32) -> Option<u32> {
    Some(match set {
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1_253,
        162 => 1_254,
        163 => 1_258,
        177 => 1_255,
        178 => 1_256,
        186 => 1_257,
        204 => 1_251,
        222 => 874,
        238 => 1_250,
        _ => return None,
    })
}
