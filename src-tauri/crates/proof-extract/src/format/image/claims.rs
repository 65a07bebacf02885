//! What the camera or program that made a picture wrote into it (EXIF 3.0).

use crate::output::{Output, Stop};
use crate::text;
use encoding_rs::UTF_8;
use exif::{Exif, In, Rational, Tag, Value};
use std::io::Cursor;

/// What is written into a picture, as far as it can be read.
pub(super) fn written(input: &[u8]) -> Option<Exif> {
    let exif = exif::Reader::new().continue_on_error(true).read_from_container(&mut Cursor::new(input));
    exif.or_else(|error| error.distill_partial_result(|_| ())).ok()
}

/// In which of the eight ways the picture has to be turned to stand upright (EXIF 3.0, "Orientation").
pub(super) fn orientation(exif: &Exif) -> Option<u8> {
    let value = exif.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0)?;
    u8::try_from(value).ok()
}

/// Sends it as claims.
pub(super) fn send(exif: &Exif, output: &mut Output<'_>) -> Result<(), Stop> {
    let orientation = exif.get_field(Tag::Orientation, In::PRIMARY);
    let claims = [
        ("make", words(exif, Tag::Make)),
        ("model", words(exif, Tag::Model)),
        ("software", words(exif, Tag::Software)),
        ("artist", words(exif, Tag::Artist)),
        ("copyright", words(exif, Tag::Copyright)),
        ("taken", taken(exif)),
        ("latitude", degrees(exif, Tag::GPSLatitude, Tag::GPSLatitudeRef, "S", 90.0)),
        ("longitude", degrees(exif, Tag::GPSLongitude, Tag::GPSLongitudeRef, "W", 180.0)),
        ("orientation", orientation.map(|field| field.display_value().to_string())),
    ];
    for (key, value) in claims {
        output.claim(key, &text::one_line(&value.unwrap_or_default(), MOST_CHARS))?;
    }
    Ok(())
}

/// Characters of one claim.
const MOST_CHARS: usize = 500;

/// A field of text: UTF-8, which is what programs write where the standard asks for ASCII.
fn words(exif: &Exif, tag: Tag) -> Option<String> {
    match &exif.get_field(tag, In::PRIMARY)?.value {
        Value::Ascii(lines) => {
            let lines = lines.iter().map(|line| UTF_8.decode_without_bom_handling(line).0);
            Some(lines.collect::<Vec<_>>().join("; "))
        }
        _ => None,
    }
}

/// When the shutter opened, by the camera's clock, with its offset from UTC where it wrote one: ISO 8601.
fn taken(exif: &Exif) -> Option<String> {
    let written = words(exif, Tag::DateTimeOriginal)?;
    let Ok(at) = exif::DateTime::from_ascii(written.as_bytes()) else { return Some(written) };
    let offset = words(exif, Tag::OffsetTimeOriginal).filter(|offset| offset.len() == 6);
    Some(format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}",
        at.year,
        at.month,
        at.day,
        at.hour,
        at.minute,
        at.second,
        offset.unwrap_or_default()
    ))
}

/// Degrees, minutes and seconds as degrees with five places, some metre, negative where `reference` is `negative`.
fn degrees(exif: &Exif, tag: Tag, reference: Tag, negative: &str, most: f64) -> Option<String> {
    let Value::Rational(parts) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    let part = |index: usize, of: f64| parts.get(index).map_or(0.0, |part: &Rational| part.to_f64() / of);
    let degrees = part(0, 1.0) + part(1, 60.0) + part(2, 3600.0);
    let is_negative = words(exif, reference)?.eq_ignore_ascii_case(negative);
    let degrees = if is_negative { -degrees } else { degrees };
    (degrees.abs() <= most).then(|| format!("{degrees:.5}"))
}
