//! Bytes as hexadecimal digits: what every system passes on unchanged in arguments and environments.

/// Two lower-case digits a byte.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// The bytes again; none if that is not how they were encoded.
pub(crate) fn decode(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs
        .map(|pair| match pair {
            [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
            _ => None,
        })
        .collect()
}

fn digit(ascii: u8) -> Option<u8> {
    char::from(ascii).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back() {
        let cases: [&[u8]; 3] = [b"", b"\0\x7f\x80\xff", "geheim é".as_bytes()];
        for bytes in cases {
            assert_eq!(decode(&encode(bytes)).as_deref(), Some(bytes));
        }
        for malformed in ["0", "zz", "é", "+1", "000"] {
            assert_eq!(decode(malformed), None, "{malformed}");
        }
    }
}
