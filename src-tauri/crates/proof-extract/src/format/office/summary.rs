//! Properties of older documents: two sets of them in streams of their own ([MS-OLEPS] 2.21, [MS-OSHARED] 2.3.3.2).

use super::{code_page, slice, u16_at, u32_at};
use crate::ole::CompoundFile;
use crate::output::{Output, Stop};
use encoding_rs::{Encoding, UTF_16LE, WINDOWS_1252};

/// Sends what the document says about itself.
pub(crate) fn send_summary(file: &CompoundFile<'_>, output: &mut Output<'_>) -> Result<(), Stop> {
    let sets: [(&str, KeyOf); 2] =
        [("\u{5}SummaryInformation", summary_key), ("\u{5}DocumentSummaryInformation", document_key)];
    for (name, key_of) in sets {
        let stream = file.stream(name).unwrap_or_default();
        for (key, value) in claims(&stream, key_of).unwrap_or_default() {
            output.claim(key, &value)?;
        }
    }
    Ok(())
}

/// The key of the claim that a property of that number is, if it is one.
type KeyOf = fn(u32) -> Option<&'static str>;

/// Properties of a set: honest ones have fewer than 30.
const MAX_PROPERTIES: u32 = 200;

fn claims(stream: &[u8], key_of: KeyOf) -> Option<Vec<(&'static str, String)>> {
    let set = stream.get(usize::try_from(u32_at(stream, 44)?).ok()?..)?;
    let count = u32_at(set, 4)?.min(MAX_PROPERTIES) as usize;
    let property = |index: usize| {
        let value = set.get(usize::try_from(u32_at(set, 12 + 8 * index)?).ok()?..)?;
        Some((u32_at(set, 8 + 8 * index)?, value))
    };
    let properties: Vec<(u32, &[u8])> = (0..count).filter_map(property).collect();
    let page = properties.iter().find(|(id, _)| *id == CODE_PAGE).and_then(|(_, value)| u16_at(value, 4));
    let encoding = page.and_then(|page| code_page(page.into())).unwrap_or(WINDOWS_1252);
    let claim = |(id, bytes): (u32, &[u8])| {
        let key = key_of(id)?;
        Some((key, value(bytes, key == "editing-time", encoding)?))
    };
    Some(properties.into_iter().filter_map(claim).collect())
}

const CODE_PAGE: u32 = 1;

/// A value as text: words, a number, a moment, or a length of time, which is kept like a moment.
fn value(bytes: &[u8], lasts: bool, encoding: &'static Encoding) -> Option<String> {
    let text = |bytes: &[u8], encoding: &'static Encoding| {
        let text = encoding.decode_without_bom_handling(bytes).0;
        text.split('\0').next().unwrap_or_default().trim().to_owned()
    };
    let length = u32_at(bytes, 4);
    match u16_at(bytes, 0)? {
        0x03 => Some(length?.to_string()),
        0x1e => Some(text(slice(bytes, 8, length?)?, encoding)),
        0x1f => Some(text(slice(bytes, 8, length?.checked_mul(2)?)?, UTF_16LE)),
        0x40 => {
            let ticks = u64::from(length?) | u64::from(u32_at(bytes, 8)?) << 32;
            if lasts {
                Some(format!("PT{}M", ticks / 600_000_000)).filter(|_| ticks > 0)
            } else {
                moment(ticks)
            }
        }
        _ => None,
    }
}

/// A moment in ISO 8601 from tenths of microseconds since 1601.
fn moment(ticks: u64) -> Option<String> {
    let seconds = ticks / 10_000_000;
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    // Years of 400 have the same number of days, and 1601 begins such a stretch.
    let (cycles, mut days) = (days / 146_097, days % 146_097);
    let mut year = 1601 + 400 * cycles;
    loop {
        let length = if is_leap(year) { 366 } else { 365 };
        if days < length {
            break;
        }
        days -= length;
        year += 1;
    }
    let february = if is_leap(year) { 29 } else { 28 };
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    // Programs write 0 for never.
    let (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60);
    (year > 1601 && year < 10_000)
        .then(|| format!("{year:04}-{month:02}-{:02}T{hour:02}:{minute:02}:{second:02}Z", days + 1))
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn summary_key(id: u32) -> Option<&'static str> {
    Some(match id {
        2 => "title",
        3 => "subject",
        4 => "author",
        5 => "keywords",
        6 => "description",
        7 => "template",
        8 => "last-modified-by",
        9 => "revision",
        10 => "editing-time",
        11 => "printed",
        12 => "created",
        13 => "modified",
        18 => "application",
        _ => return None,
    })
}

fn document_key(id: u32) -> Option<&'static str> {
    Some(match id {
        2 => "category",
        14 => "manager",
        15 => "company",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_told_in_iso_8601() {
        let cases = [
            (132_567_987_060_000_000, Some("2021-02-03T04:05:06Z")),
            (125_911_584_000_000_000, Some("2000-01-01T00:00:00Z")),
            (125_963_423_990_000_000, Some("2000-02-29T23:59:59Z")),
            (0, None),
            (u64::MAX, None),
        ];
        for (ticks, expected) in cases {
            assert_eq!(moment(ticks).as_deref(), expected, "{ticks}");
        }
    }
}
