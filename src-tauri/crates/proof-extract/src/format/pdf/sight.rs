//! What a page shows beside letters, and whether its words are to be looked for there.

use super::legible;
use crate::scan::Picture;
use hayro_interpret::kurbo::{Affine, Rect};

/// What a page shows beside letters.
#[derive(Debug, Default)]
pub(super) struct Sight {
    /// Area of all pictures, one over the other counted twice, in square points.
    pictures: f64,
    /// Shapes that are filled, as letters are that were turned into outlines.
    shapes: usize,
}

/// Where a page's letters stand, and how they read.
pub(super) struct Letters<'a> {
    pub text: &'a str,
    /// Whether the fonts do not tell which letters most of the glyphs stand for.
    pub unreadable: bool,
    /// Whether all stand at the upper or lower edge.
    pub in_margin: bool,
}

/// Share of the page that pictures take, at least, on a page without text. A hundredth: a stamp on a sheet of A4.
const SOME: f64 = 0.01;
/// The share that a scanned sheet takes. Slides and photographs with a caption in the picture have words elsewhere too.
const SHEET: f64 = 0.7;
/// Filled shapes on a page without text, from which on they can be words: each letter is one.
const OUTLINES: usize = 60;
/// Share of the page's height that stamps of courts and parties keep to, above and below.
const MARGIN: f64 = 0.08;

impl Sight {
    /// Notes a picture of that size in pixels, each a unit of `to_page`, as far as it is on the page.
    pub(super) fn picture(&mut self, size: (u32, u32), to_page: Affine, page: Rect) {
        if !to_page.is_finite() {
            return;
        }
        let pixels = Rect::new(0.0, 0.0, f64::from(size.0), f64::from(size.1));
        self.pictures += to_page.transform_rect_bbox(pixels).intersect(page).area();
    }

    /// Notes a filled shape.
    pub(super) const fn shape(&mut self) {
        self.shapes = self.shapes.saturating_add(1);
    }

    /// Whether, and in what way, a page of that area with those letters is a picture.
    ///
    /// Tables, forms and captions are words, few as they may be: only a page without any, or with letters that make no
    /// words, is taken for a picture; and a scanned sheet of which all words are in the margin, where a court stamps.
    pub(super) fn judge(&self, page: f64, letters: &Letters<'_>) -> Option<Picture> {
        let share = self.pictures / page.max(1.0);
        let has_words_elsewhere = share >= SOME || self.shapes >= OUTLINES;
        if letters.text.trim().is_empty() {
            return has_words_elsewhere.then_some(Picture::InPlace);
        }
        if letters.unreadable || legible::is_no_language(letters.text) {
            return Some(Picture::InPlace);
        }
        (letters.in_margin && share >= SHEET).then_some(Picture::Beside)
    }
}

/// Whether that height, in points from the upper edge, is in the margin of a page.
pub(super) fn is_in_margin(y: f64, page: Rect) -> bool {
    let share = (y - page.y0) / page.height().max(1.0);
    !(MARGIN..=1.0 - MARGIN).contains(&share)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Rect = Rect::new(0.0, 0.0, 600.0, 800.0);

    fn judged(text: &str, unreadable: bool, in_margin: bool, share: f64, shapes: usize) -> Option<Picture> {
        let sight = Sight { pictures: PAGE.area() * share, shapes };
        sight.judge(PAGE.area(), &Letters { text, unreadable, in_margin })
    }

    #[test]
    fn only_what_has_no_words_is_a_picture() {
        use Picture::{Beside, InPlace};
        let cases = [
            ("a scan", judged("", false, true, 1.0, 0), Some(InPlace)),
            ("a small picture", judged(" \n", false, true, 0.05, 0), Some(InPlace)),
            ("a blank page", judged("", false, true, 0.0, 0), None),
            ("a rule", judged("", false, true, 0.005, 2), None),
            ("letters as outlines", judged("", false, true, 0.0, 900), Some(InPlace)),
            ("letters that cannot be told", judged("qqq", true, false, 0.0, 0), Some(InPlace)),
            ("a caption", judged("Fig. 1", false, false, 0.9, 0), None),
            ("a stamp on a scan", judged("Case 1:20-cv-1 Page 3 of 9", false, true, 0.95, 0), Some(Beside)),
            ("a page number under a small picture", judged("3", false, true, 0.4, 0), None),
        ];
        for (what, judged, expected) in cases {
            assert_eq!(judged, expected, "{what}");
        }
    }

    #[test]
    fn a_picture_counts_as_far_as_it_is_on_the_page() {
        let mut sight = Sight::default();
        sight.picture((10, 10), Affine::new([60.0, 0.0, 0.0, 80.0, 300.0, 0.0]), PAGE);
        assert!((sight.pictures - PAGE.area() / 2.0).abs() < 1.0);
        sight.picture((1, 1), Affine::new([f64::NAN; 6]), PAGE);
        sight.picture((10, 10), Affine::new([1.0, 0.0, 0.0, 1.0, 900.0, 900.0]), PAGE);
        assert!((sight.pictures - PAGE.area() / 2.0).abs() < 1.0);
    }

    #[test]
    fn margins_are_above_and_below() {
        for (y, expected) in [(20.0, true), (100.0, false), (700.0, false), (780.0, true), (f64::NAN, true)] {
            assert_eq!(is_in_margin(y, PAGE), expected, "{y}");
        }
    }
}
