//! Compressed RTF ([MS-OXRTFCP]).

/// What the dictionary begins with ([MS-OXRTFCP] 2.1.2.1).
const DICTIONARY: &[u8] =
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \
    \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \
    \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

const WINDOW: usize = 4096;
const HEADER: usize = 16;

/// The RTF, as far as it can be unpacked; nothing if this is not compressed RTF. It is at most nine times as long.
pub(super) fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let field = |at: usize| packed.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes);
    let (length, kind) = (field(4)?, field(8)?);
    let content = packed.get(HEADER..)?;
    let mut rtf = match &kind.to_le_bytes() {
        b"LZFu" => expand(content),
        b"MELA" => content.to_vec(),
        _ => return None,
    };
    rtf.truncate(length as usize);
    Some(rtf)
}

/// Eight steps to a byte of flags: a byte as it stands, or twelve bits of place and four of length in the window.
fn expand(content: &[u8]) -> Vec<u8> {
    let mut window = [0; WINDOW];
    window[..DICTIONARY.len()].copy_from_slice(DICTIONARY);
    let mut at = DICTIONARY.len();
    let mut out = Vec::new();
    let mut bytes = content.iter().copied();
    let mut put = |byte: u8, at: &mut usize, window: &mut [u8; WINDOW]| {
        out.push(byte);
        window[*at] = byte;
        *at = (*at + 1) % WINDOW;
    };
    'all: while let Some(flags) = bytes.next() {
        for bit in 0..8 {
            let Some(first) = bytes.next() else { break 'all };
            if flags & 1 << bit == 0 {
                put(first, &mut at, &mut window);
                continue;
            }
            let Some(second) = bytes.next() else { break 'all };
            let reference = usize::from(u16::from_be_bytes([first, second]));
            let (from, length) = (reference >> 4, (reference & 15) + 2);
            if from == at {
                break 'all;
            }
            for step in 0..length {
                put(window[(from + step) % WINDOW], &mut at, &mut window);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        assert_eq!(DICTIONARY.len(), 207);
        // The example of [MS-OXRTFCP] 4.1.1.
        let packed = b"\x2d\0\0\0\x2b\0\0\0LZFu\xf1\xc5\xc7\xa7\x03\x00\x0a\x00rcpg125\x42\x32\x0a\xf3 hel\x09\0\x20bw\x05\xb0ld}\x0a\x80\x0f\xa0";
        assert_eq!(unpacked(packed).unwrap(), b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
        let plain = b"\x10\0\0\0\x06\0\0\0MELA\0\0\0\0{\\rtf}";
        assert_eq!(unpacked(plain).unwrap(), b"{\\rtf}");
        assert_eq!((unpacked(b""), unpacked(b"0123456789abcdefgh")), (None, None));
    }
}
