//! A picture of a virtual display: from the X window dump that Xvfb keeps in memory to a PNG file.

use anyhow::{Context, Result, bail, ensure};
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;

/// Pixels, row by row from the top left, three bytes each: red, green, blue.
#[derive(Debug, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

/// Position of a number in the header of X11's XWDFile.h, in words of four bytes.
const HEADER_SIZE: usize = 0;
const WIDTH: usize = 4;
const HEIGHT: usize = 5;
const BYTE_ORDER: usize = 7;
const BITS_PER_PIXEL: usize = 11;
const BYTES_PER_LINE: usize = 12;
const COLOURS: usize = 19;
const COLOUR_SIZE: usize = 12;

impl Picture {
    /// Reads a dump in the form of X11's `xwd`, version 7, with 32 bits a pixel, as Xvfb writes it.
    pub fn from_dump(dump: &[u8]) -> Result<Self> {
        let word = |at: usize| -> Result<usize> {
            let bytes = dump.get(at * 4..at * 4 + 4).context("the window dump is shorter than its header")?;
            Ok(u32::from_be_bytes(bytes.try_into()?) as usize)
        };
        if word(BITS_PER_PIXEL)? != 32 || word(BYTE_ORDER)? != 0 {
            bail!("the window dump is not of 32 bits a pixel, lowest byte first");
        }
        let (width, height, stride) = (word(WIDTH)?, word(HEIGHT)?, word(BYTES_PER_LINE)?);
        ensure!(width > 0 && stride >= width * 4, "the window dump's lines are shorter than its width");
        let start = word(HEADER_SIZE)? + word(COLOURS)? * COLOUR_SIZE;
        let body = dump.get(start..start + stride * height).context("the window dump is cut short")?;
        let lines = body.chunks_exact(stride).map(|line| &line[..width * 4]);
        let pixels =
            lines.flat_map(|line| line.chunks_exact(4)).flat_map(|dot| [dot[2], dot[1], dot[0]]).collect();
        Ok(Self { width: u32::try_from(width)?, height: u32::try_from(height)?, pixels })
    }

    /// Whether every pixel is the same: nothing has been drawn.
    pub fn is_blank(&self) -> bool {
        self.pixels.chunks_exact(3).all(|dot| dot == &self.pixels[..3])
    }

    /// Writes a PNG file, and its folder where there is none.
    pub fn save(&self, path: &Path) -> Result<()> {
        fs::create_dir_all(path.parent().unwrap_or(path))?;
        let file = File::create(path).with_context(|| format!("{} cannot be written", path.display()))?;
        let mut encoder = png::Encoder::new(BufWriter::new(file), self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.write_header()?.write_image_data(&self.pixels)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dump(bits: u32) -> Vec<u8> {
        let mut words = [0_u32; 25];
        words[HEADER_SIZE] = 100;
        words[WIDTH] = 2;
        words[HEIGHT] = 1;
        words[BITS_PER_PIXEL] = bits;
        words[BYTES_PER_LINE] = 12;
        words[COLOURS] = 1;
        let mut bytes: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
        bytes.extend([0; COLOUR_SIZE]);
        bytes.extend([1, 2, 3, 0, 4, 5, 6, 0, 99, 99, 99, 99]);
        bytes
    }

    #[test]
    fn a_dump_gives_its_pixels_without_padding() {
        let picture = Picture::from_dump(&dump(32)).unwrap();
        assert_eq!(picture, Picture { width: 2, height: 1, pixels: vec![3, 2, 1, 6, 5, 4] });
        assert!(!picture.is_blank());
    }

    #[test]
    fn a_dump_of_another_depth_or_cut_short_is_refused() {
        assert!(Picture::from_dump(&dump(24)).is_err());
        assert!(Picture::from_dump(&dump(32)[..120]).is_err());
        assert!(Picture::from_dump(b"short").is_err());
    }
}
