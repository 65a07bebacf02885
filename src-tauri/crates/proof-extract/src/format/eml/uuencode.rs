//! The encoding of files in mail before MIME (POSIX, `uuencode`), which some programs kept using inside it.

/// The file between the lines `begin` and `end`; nothing if there is no `begin`.
pub(super) fn decoded(text: &[u8]) -> Option<Vec<u8>> {
    let mut lines = text.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii_end);
    lines.find(|line| line.starts_with(b"begin "))?;
    let mut bytes = Vec::new();
    for line in lines.take_while(|line| *line != b"end") {
        let Some((&length, groups)) = line.split_first() else { continue };
        let until = bytes.len() + usize::from(value(length));
        for group in groups.chunks(4) {
            // Spaces at the end of a line may have been lost.
            let at = |index: usize| group.get(index).map_or(0, |&byte| value(byte));
            let (a, b, c, d) = (at(0), at(1), at(2), at(3));
            bytes.extend([a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d]);
        }
        bytes.truncate(until);
    }
    Some(bytes)
}

/// Six bits as a character, of which the accent stands for none.
const fn value(byte: u8) -> u8 {
    byte.wrapping_sub(32) & 63
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_encoded_is_decoded() {
        let cases: [(&[u8], Option<&[u8]>); 4] = [
            (b"begin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\n", Some(b"Cat")),
            (b"x\n\nbegin 644 a\n%:&5L;&\\\n \nend\nmore", Some(b"hello")),
            (b"begin 644 cut\n#0V", Some(b"C`\0")),
            (b"no file", None),
        ];
        for (text, expected) in cases {
            assert_eq!(decoded(text).as_deref(), expected);
        }
    }
}
