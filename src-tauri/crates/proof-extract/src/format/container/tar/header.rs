//! The header block of an entry (IEEE 1003.1, ustar interchange format).

/// Bytes of a header; contents are filled up to a multiple of it.
pub(super) const BLOCK: usize = 512;

/// What a header says.
pub(super) struct Header {
    pub name: Vec<u8>,
    pub link: Vec<u8>,
    pub size: u64,
    /// Seconds since 1970.
    pub modified: i64,
    /// The type flag.
    pub kind: u8,
}

impl Header {
    /// The header in `block`, if its sum is right.
    pub(super) fn parse(block: &[u8; BLOCK]) -> Option<Self> {
        if !sum_is_right(block) {
            return None;
        }
        let is_posix = block[257..263] == *b"ustar\0";
        let (prefix, name) = (text(&block[345..500]), text(&block[..100]));
        let name = if is_posix && !prefix.is_empty() { [prefix, b"/", name].concat() } else { name.to_vec() };
        let modified = number(&block[136..148]).and_then(|seconds| i64::try_from(seconds).ok());
        Some(Self {
            name,
            link: text(&block[157..257]).to_vec(),
            size: number(&block[124..136])?,
            modified: modified.unwrap_or(0),
            kind: block[156],
        })
    }
}

/// Whether the first block of `head` is a header of an entry.
pub(in crate::format::container) fn is_header(head: &[u8]) -> bool {
    head.first_chunk::<BLOCK>().is_some_and(|block| block[0] != 0 && Header::parse(block).is_some())
}

/// The sum of all bytes, those of the sum itself counted as spaces. Some old programs added signed bytes.
fn sum_is_right(block: &[u8; BLOCK]) -> bool {
    let Some(told) = number(&block[148..156]) else { return false };
    let counted = |index: usize, byte: u8| if (148..156).contains(&index) { b' ' } else { byte };
    let bytes = || block.iter().enumerate().map(|(index, &byte)| counted(index, byte));
    let unsigned: u64 = bytes().map(u64::from).sum();
    let signed: i64 = bytes().map(|byte| i64::from(byte.cast_signed())).sum();
    told == unsigned || i64::try_from(told) == Ok(signed)
}

fn text(field: &[u8]) -> &[u8] {
    let end = field.iter().position(|&byte| byte == 0).unwrap_or(field.len());
    &field[..end]
}

/// A number in octal digits or, where the first bit is set, in the other bits (GNU).
fn number(field: &[u8]) -> Option<u64> {
    if field[0] & 0x80 != 0 {
        let (first, rest) = field.split_first()?;
        return rest.iter().try_fold(u64::from(first & 0x7f), |value, &byte| {
            value.checked_mul(256).map(|value| value | u64::from(byte))
        });
    }
    let digits: Vec<u8> = text(field).iter().copied().filter(|&byte| byte != b' ').collect();
    if digits.is_empty() {
        return Some(0);
    }
    u64::from_str_radix(std::str::from_utf8(&digits).ok()?, 8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_octal_or_binary() {
        let cases: [(&[u8], Option<u64>); 6] = [
            (b"0000644\0", Some(0o644)),
            (b"   755 \0", Some(0o755)),
            (b"\0\0\0\0", Some(0)),
            (b"\x80\0\0\0\x01\0\0\0", Some(1 << 24)),
            (b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", None),
            (b"98", None),
        ];
        for (field, expected) in cases {
            assert_eq!(number(field), expected);
        }
    }
}
