//! A picture of a page: grey, eight bits a pixel.

/// A picture of a page: one byte a pixel, 0 black, rows from the top, each from the left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bitmap {
    pub width: u32,
    pub height: u32,
    pub grey: Vec<u8>,
    /// Pixels an inch, where that is known.
    pub density: Option<u16>,
}

impl Bitmap {
    /// A picture of that size, if the pixels are as many as it says.
    pub(crate) fn new(width: u32, height: u32, grey: Vec<u8>) -> Option<Self> {
        let pixels = u64::from(width) * u64::from(height);
        (pixels > 0 && pixels == grey.len() as u64).then_some(Self { width, height, grey, density: None })
    }

    /// From red, green, blue and opacity, over white. Missing pixels are no picture.
    pub(crate) fn from_rgba(width: u32, height: u32, rgba: &[u8]) -> Option<Self> {
        Self::new(width, height, rgba.as_chunks().0.iter().map(grey_of).collect())
    }

    /// The same picture with at most `pixels` pixels: each the mean of a square of those before.
    pub(crate) fn at_most(self, pixels: u32) -> Self {
        let left = |side: u32| u64::from((self.width / side).max(1)) * u64::from((self.height / side).max(1));
        let side =
            (1..=u32::from(u16::MAX)).find(|&side| left(side) <= u64::from(pixels.max(1))).unwrap_or(1);
        if side == 1 { self } else { self.shrunk(side) }
    }

    fn shrunk(&self, side: u32) -> Self {
        let (width, height) = ((self.width / side).max(1), (self.height / side).max(1));
        let across = side.min(self.width);
        let mut grey = Vec::with_capacity(width as usize * height as usize);
        for row in 0..height {
            let rows: Vec<&[u8]> =
                (row * side..((row + 1) * side).min(self.height)).map(|y| self.row(y)).collect();
            grey.extend(
                (0..width as usize).map(|column| mean(&rows, column * across as usize, across as usize)),
            );
        }
        let density = self.density.and_then(|density| density.checked_div(u16::try_from(side).ok()?));
        Self { width, height, grey, density }
    }

    fn row(&self, y: u32) -> &[u8] {
        let begin = y as usize * self.width as usize;
        &self.grey[begin..begin + self.width as usize]
    }

    /// What stands before the pixels in a file of portable grey map (PGM, Netpbm's raw variant).
    pub(crate) fn pgm_header(&self) -> String {
        format!("P5\n{} {}\n255\n", self.width, self.height)
    }
}

fn mean(rows: &[&[u8]], from: usize, across: usize) -> u8 {
    let pixels = rows.iter().flat_map(|row| &row[from..from + across]);
    let (sum, count) =
        pixels.fold((0_u32, 0_u32), |(sum, count), &pixel| (sum + u32::from(pixel), count + 1));
    u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX)
}

fn grey_of(&[red, green, blue, opacity]: &[u8; 4]) -> u8 {
    over_white(luma([red, green, blue]), opacity)
}

/// How light a colour is: ITU-R BT.601, in 256ths.
pub(crate) fn luma([red, green, blue]: [u8; 3]) -> u8 {
    let sum = 77 * u32::from(red) + 150 * u32::from(green) + 29 * u32::from(blue);
    u8::try_from(sum >> 8).unwrap_or(u8::MAX)
}

/// A shade of that opacity on white paper.
pub(crate) fn over_white(grey: u8, opacity: u8) -> u8 {
    let (grey, opacity) = (u32::from(grey), u32::from(opacity));
    u8::try_from((grey * opacity + 255 * (255 - opacity)) / 255).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_as_many_pixels_as_it_says() {
        assert!(Bitmap::new(2, 2, vec![0; 4]).is_some());
        for (width, height, pixels) in [(2, 2, 3), (0, 0, 0), (u32::MAX, u32::MAX, 1)] {
            assert!(Bitmap::new(width, height, vec![0; pixels]).is_none());
        }
    }

    #[test]
    fn colours_are_grey_over_white() {
        let rgba = [[0, 0, 0, 255], [255, 255, 255, 255], [0, 0, 0, 0], [255, 0, 0, 255]].concat();
        assert_eq!(Bitmap::from_rgba(4, 1, &rgba).unwrap().grey, [0, 255, 255, 76]);
    }

    #[test]
    fn a_large_picture_is_made_smaller() {
        let bitmap =
            Bitmap { density: Some(600), ..Bitmap::new(4, 2, vec![0, 4, 8, 8, 0, 4, 8, 8]).unwrap() };
        let small = Bitmap { density: Some(300), ..Bitmap::new(2, 1, vec![2, 8]).unwrap() };
        assert_eq!(bitmap.clone().at_most(2), small);
        assert_eq!(bitmap.clone().at_most(8), bitmap);
        let thin = Bitmap::new(1, 100, vec![7; 100]).unwrap().at_most(10);
        assert_eq!((thin.width, thin.height, thin.grey[0]), (1, 10, 7));
    }
}
