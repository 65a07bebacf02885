//! Names in archives, in whatever encoding they were written.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

/// A name as text: UTF-8 if it is that, else code page 437, which the ZIP format prescribes (APPNOTE.TXT, appendix D),
/// unless its bytes make more sense as something else. Never fails; what it gives is to be shown and no more.
pub(super) fn decoded(raw: &[u8]) -> String {
    if let Ok(name) = std::str::from_utf8(raw) {
        return name.to_owned();
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(raw, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (guessed, fault) = encoding.decode_without_bom_handling(raw);
    if fault || prefers_437(raw, encoding.is_single_byte()) {
        code_page_437(raw)
    } else {
        guessed.into_owned()
    }
}

/// Whether a name that could be either is rather code page 437. Its accented letters are 80 to A5; what stands above
/// are boxes and Greek for formulas. Two-byte encodings use those bytes too, but then most of the name is made of them.
fn prefers_437(raw: &[u8], guessed_single: bool) -> bool {
    let high = raw.iter().filter(|&&byte| byte >= 0x80);
    let accented = high.clone().all(|&byte| byte <= 0xa5);
    let stem = raw.iter().rposition(|&byte| byte == b'.').unwrap_or(raw.len());
    accented && (guessed_single || high.count() * 3 < stem)
}

fn code_page_437(raw: &[u8]) -> String {
    let upper: Vec<char> = UPPER_437.chars().collect();
    raw.iter()
        .map(|&byte| match byte {
            0x80.. => upper.get(usize::from(byte) - 0x80).copied().unwrap_or('\u{fffd}'),
            _ => char::from(byte),
        })
        .collect()
}

/// Code page 437 from 80 on.
const UPPER_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_the_encoding_that_makes_sense_of_them() {
        assert_eq!(UPPER_437.chars().count(), 128);
        let cases: [(&[u8], &str); 6] = [
            (b"plain.txt", "plain.txt"),
            ("größe.txt".as_bytes(), "größe.txt"),
            (b"gr\x94\x81n.txt", "gröün.txt"),
            (
                b"Gr\xf6\xdfe des Stra\xdfenverkehrs f\xfcr M\xfcnchen.txt",
                "Größe des Straßenverkehrs für München.txt",
            ),
            (b"\x83\x65\x83\x58\x83\x67\x8e\x91\x97\xbf\x82\xcc\x88\xea\x97\x97.txt", "テスト資料の一覧.txt"),
            (
                b"\xc4\xee\xe3\xee\xe2\xee\xf0 \xe8 \xef\xf0\xe8\xeb\xee\xe6\xe5\xed\xe8\xe5.doc",
                "Договор и приложение.doc",
            ),
        ];
        for (raw, expected) in cases {
            assert_eq!(decoded(raw), expected);
        }
    }
}
