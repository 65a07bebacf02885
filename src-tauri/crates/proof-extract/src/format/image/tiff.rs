//! The frames of a TIFF (TIFF 6.0): uncompressed, LZW, deflate, packed bits, JPEG and fax.

use super::decode::LONGEST_SIDE;
use super::fax::Fax;
use crate::scan::{Bitmap, luma, over_white};
use ::tiff::ColorType;
use ::tiff::decoder::ifd::Value;
use ::tiff::decoder::{Decoder, DecodingResult, Limits};
use ::tiff::tags::Tag;
use std::io::Cursor;

/// The frames of a file, one after the other.
pub(super) struct Frames<'a> {
    decoder: Decoder<Cursor<&'a [u8]>>,
    input: &'a [u8],
    memory: u64,
}

/// How many frames there are: at least one, at most one more than `most`, and no more than the file's chain of
/// directories, which must not come back to itself.
pub(super) fn frames(input: &[u8], most: u32) -> u32 {
    let Ok(mut decoder) = Decoder::new(Cursor::new(input)) else { return 1 };
    let mut frames = 1;
    while frames <= most && decoder.more_images() && decoder.next_image().is_ok() {
        frames += 1;
    }
    frames
}

impl<'a> Frames<'a> {
    /// The frames of `input`, decoded in no more than about that much memory; nothing if it is no TIFF.
    pub(super) fn of(input: &'a [u8], memory: u64) -> Option<Self> {
        let mut limits = Limits::default();
        limits.decoding_buffer_size = usize::try_from(memory / 2).ok()?;
        limits.intermediate_buffer_size = usize::try_from(memory / 4).ok()?;
        Some(Self { decoder: Decoder::new(Cursor::new(input)).ok()?.with_limits(limits), input, memory })
    }

    /// That frame, counted from 0; nothing if it is damaged, too large, or of a kind that is not decoded.
    pub(super) fn frame(&mut self, index: u32) -> Option<Bitmap> {
        let decoder = &mut self.decoder;
        decoder.seek_to_image(usize::try_from(index).ok()?).ok()?;
        let (width, height) = decoder.dimensions().ok()?;
        if width.max(height) > LONGEST_SIDE {
            return None;
        }
        let density = density(decoder);
        if let Some(fax) = Fax::of(decoder) {
            let pixels = fax.decode(self.input, (width, height), self.memory)?;
            return Some(Bitmap { density, ..Bitmap::new(width, height, pixels)? });
        }
        let colours = decoder.colortype().ok()?;
        let samples = decoder.read_image().ok()?;
        let grey = grey(width as usize, colours, samples)?;
        Some(Bitmap { density, ..Bitmap::new(width, height, grey)? })
    }
}

/// Dots an inch, if it says so in inches (TIFF 6.0, `ResolutionUnit`, of which 2 is the inch and what is meant by
/// default).
fn density(decoder: &mut Decoder<Cursor<&[u8]>>) -> Option<u16> {
    let unit = decoder.find_tag_unsigned::<u16>(Tag::ResolutionUnit).ok()?.unwrap_or(2);
    let Value::Rational(above, below) = decoder.get_tag(Tag::XResolution).ok()? else { return None };
    let density = u16::try_from(above.checked_div(below)?).ok()?;
    (unit == 2 && (70..=2_400).contains(&density)).then_some(density)
}

fn grey(width: usize, colours: ColorType, samples: DecodingResult) -> Option<Vec<u8>> {
    let samples = match samples {
        DecodingResult::U8(samples) => samples,
        DecodingResult::U16(samples) => samples.iter().map(|sample| upper(*sample)).collect(),
        _ => return None,
    };
    Some(match colours {
        ColorType::Gray(8 | 16) => samples,
        ColorType::Gray(bits @ (1 | 2 | 4)) => {
            let most = (1_u8 << bits) - 1;
            unpacked(width, bits, &samples).map(|sample| sample * (u8::MAX / most)).collect()
        }
        ColorType::GrayA(8 | 16) => {
            samples.as_chunks().0.iter().map(|&[grey, opacity]| over_white(grey, opacity)).collect()
        }
        ColorType::RGB(8 | 16) => samples.as_chunks().0.iter().map(|colour| luma(*colour)).collect(),
        ColorType::YCbCr(8) => samples.as_chunks::<3>().0.iter().map(|[luma, ..]| *luma).collect(),
        ColorType::RGBA(8 | 16) => samples
            .as_chunks()
            .0
            .iter()
            .map(|&[r, g, b, opacity]| over_white(luma([r, g, b]), opacity))
            .collect(),
        ColorType::CMYK(8 | 16) => {
            let light = |ink: u8, black: u8| u8::MAX - ink.saturating_add(black);
            samples
                .as_chunks()
                .0
                .iter()
                .map(|&[c, m, y, k]| luma([light(c, k), light(m, k), light(y, k)]))
                .collect()
        }
        _ => return None,
    })
}

/// Samples of few bits, each row of them begun at a byte (TIFF 6.0, `Compression`).
fn unpacked(width: usize, bits: u8, samples: &[u8]) -> impl Iterator<Item = u8> {
    let each = usize::from(8 / bits);
    let mask = u8::MAX >> (8 - bits);
    samples.chunks(width.div_ceil(each).max(1)).flat_map(move |row| {
        let in_byte = move |byte: u8| (1..=8 / bits).map(move |nth| (byte >> (8 - nth * bits)) & mask);
        row.iter().copied().flat_map(in_byte).take(width)
    })
}

fn upper(sample: u16) -> u8 {
    sample.to_be_bytes()[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_of_every_kind_are_grey() {
        let u8s = DecodingResult::U8;
        let cases = [
            (
                "one bit",
                3,
                ColorType::Gray(1),
                u8s(vec![0b1010_0000, 0b0100_0000]),
                vec![255, 0, 255, 0, 255, 0],
            ),
            ("four bits", 1, ColorType::Gray(4), u8s(vec![0xf0, 0x30]), vec![255, 51]),
            ("sixteen bits", 1, ColorType::Gray(16), DecodingResult::U16(vec![0x80ff]), vec![0x80]),
            ("colours", 1, ColorType::RGB(8), u8s(vec![255, 255, 255, 0, 0, 255]), vec![255, 28]),
            ("ink", 1, ColorType::CMYK(8), u8s(vec![0, 0, 0, 255, 0, 0, 0, 0]), vec![0, 255]),
            ("nothing over white", 1, ColorType::RGBA(8), u8s(vec![0, 0, 0, 0]), vec![255]),
        ];
        for (what, width, colours, samples, expected) in cases {
            assert_eq!(grey(width, colours, samples), Some(expected), "{what}");
        }
        assert_eq!(grey(1, ColorType::Lab(8), u8s(vec![0; 3])), None);
    }
}
