//! A line of glyphs, and its text.

use super::set::{Set, Setting, is_right_to_left, words};
use unicode_normalization::char::is_combining_mark;

/// A glyph on the upright page, in points, y downwards.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    /// What it stands for; empty if another glyph speaks for it.
    pub text: String,
    /// Where its origin stands.
    pub x: f64,
    pub y: f64,
    /// The direction in which the line runs, as a unit vector.
    pub along: (f64, f64),
    /// Height of the font.
    pub size: f64,
    /// How far the next glyph's origin is along the line.
    pub advance: f64,
}

impl Glyph {
    /// Whether it shows nothing.
    pub(super) fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }

    fn is_right_to_left(&self) -> bool {
        self.text.chars().any(is_right_to_left)
    }
}

/// Glyphs that stand beside each other on one baseline.
#[derive(Debug)]
pub(super) struct Line {
    glyphs: Vec<Placed>,
    along: (f64, f64),
    /// Offset of the baseline across the direction of the line.
    pub base: f64,
    /// Where it begins and ends along its direction.
    pub start: f64,
    pub end: f64,
    /// The largest font on it.
    pub size: f64,
}

/// A glyph with its extent along the line.
#[derive(Debug)]
struct Placed {
    text: String,
    start: f64,
    end: f64,
    size: f64,
}

/// Where a line runs on the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Track {
    along: (f64, f64),
    base: f64,
    size: f64,
}

impl Track {
    /// The rectangle on the page, from left and top to right and bottom, of what stands between two places along the line.
    pub(super) fn area(&self, start: f64, end: f64) -> [f64; 4] {
        let (x, y) = self.along;
        let (upper, lower) = (self.base - ASCENT * self.size, self.base + DESCENT * self.size);
        let corners = [(start, upper), (start, lower), (end, upper), (end, lower)];
        let corners = corners.map(|(along, across)| (x * along - y * across, y * along + x * across));
        corners
            .iter()
            .fold([f64::MAX, f64::MAX, f64::MIN, f64::MIN], |[left, top, right, bottom], &(x, y)| {
                [left.min(x), top.min(y), right.max(x), bottom.max(y)]
            })
    }
}

/// How far, in ems, a glyph may stand off the baseline and still be on the line: room for raised and lowered marks.
const OFF_BASE: f64 = 0.45;

impl Line {
    /// A line of one glyph.
    pub(super) fn new(glyph: Glyph) -> Self {
        let along = glyph.along;
        let (start, base) = project(&glyph, along);
        let mut line = Self { glyphs: Vec::new(), along, base, start, end: start, size: glyph.size };
        line.push(glyph);
        line
    }

    /// Adds a glyph.
    pub(super) fn push(&mut self, glyph: Glyph) {
        let (start, base) = project(&glyph, self.along);
        let end = start + glyph.advance;
        if glyph.size > self.size * 1.05 && !glyph.is_blank() {
            self.size = glyph.size;
            self.base = base;
        }
        self.start = self.start.min(start.min(end));
        self.end = self.end.max(end);
        self.glyphs.push(Placed { text: glyph.text, start, end, size: glyph.size });
    }

    /// Whether the glyph, shown right after the line's last, goes on with it: on its baseline and further along, or
    /// before its beginning if the script runs that way.
    pub(super) fn is_continued_by(&self, glyph: &Glyph) -> bool {
        let Some((start, end)) = self.place(glyph, OFF_BASE) else { return false };
        let em = self.size.max(glyph.size);
        let backward = glyph.is_right_to_left() || glyph.is_blank();
        start > self.end - 0.6 * em
            || self.touches(start, end, em)
            || backward && end < self.start + 0.3 * em && end > self.start - 2.0 * em
    }

    /// Whether the glyph, shown at some other time, stands next to the line so closely that they are one.
    pub(super) fn adjoins(&self, glyph: &Glyph) -> bool {
        let em = self.size.max(glyph.size);
        !glyph.is_blank() && self.place(glyph, 0.25).is_some_and(|(start, end)| self.touches(start, end, em))
    }

    /// Whether the other line runs in the same direction.
    pub(super) fn is_parallel_to(&self, other: &Self) -> bool {
        cosine(self.along, other.along) > 0.99
    }

    /// Takes the other line's glyphs.
    pub(super) fn absorb(&mut self, other: Self) {
        self.start = self.start.min(other.start);
        self.end = self.end.max(other.end);
        self.size = self.size.max(other.size);
        self.glyphs.extend(other.glyphs);
    }

    /// Whether nothing on it can be seen.
    pub(super) fn is_blank(&self) -> bool {
        self.glyphs.iter().all(|glyph| glyph.text.trim().is_empty())
    }

    /// Its text, in the order in which it is read.
    pub(super) fn text(self) -> String {
        self.read().iter().map(|set| set.letter).collect()
    }

    /// Its words in the order in which they are read, each with where it begins and ends along the line.
    pub(super) fn words(self) -> Vec<(String, f64, f64)> {
        words(&self.read())
    }

    /// Its letters in the order in which they are read: a space for each gap, a tab for each wide one.
    fn read(mut self) -> Vec<Set> {
        self.glyphs.sort_by(|a, b| a.start.total_cmp(&b.start));
        let wide = self.word_gap();
        let mut setting = Setting::default();
        let mut end: Option<f64> = None;
        for glyph in &self.glyphs {
            if glyph.text.trim().is_empty() {
                if !glyph.text.is_empty() {
                    setting.space();
                }
                continue;
            }
            if glyph.text.chars().all(is_combining_mark) && setting.ends_right_to_left() {
                setting.mark(&glyph.text);
                continue;
            }
            if let Some(end) = end {
                let wide = if setting.goes_on_solid(&glyph.text) { wide.max(SOLID_GAP) } else { wide };
                setting.gap((glyph.start - end) / glyph.size, wide);
            }
            setting.letters(&glyph.text, glyph.start, glyph.end);
            end = Some(glyph.end.max(end.unwrap_or(glyph.end)));
        }
        setting.logical()
    }

    /// Where the line runs on the page.
    pub(super) const fn track(&self) -> Track {
        Track { along: self.along, base: self.base, size: self.size }
    }

    /// Where the glyph stands along the line, if it runs like it and stands at most `off` ems off the baseline.
    fn place(&self, glyph: &Glyph, off: f64) -> Option<(f64, f64)> {
        let (start, base) = project(glyph, self.along);
        let near = (base - self.base).abs() < off * self.size.max(glyph.size);
        (near && cosine(self.along, glyph.along) > 0.95).then_some((start, start + glyph.advance))
    }

    fn touches(&self, start: f64, end: f64, em: f64) -> bool {
        start < self.end + 0.4 * em && start > self.end - 0.3 * em
            || end > self.start - 0.4 * em && end < self.start + 0.3 * em
    }

    /// The gap, in ems, from which on it parts words: more where letters are spaced out.
    fn word_gap(&self) -> f64 {
        let seen: Vec<&Placed> = self.glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()).collect();
        let mut gaps: Vec<f64> =
            seen.windows(2).map(|pair| (pair[1].start - pair[0].end) / pair[1].size).collect();
        gaps.sort_by(f64::total_cmp);
        let usual = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
        if gaps.len() > 3 && usual > WORD_GAP && usual < 0.5 { usual * 1.6 } else { WORD_GAP }
    }
}

/// The least gap between words, in ems. Fonts set spaces from 0.2 up; kerning stays below 0.1.
const WORD_GAP: f64 = 0.11;
/// The least gap, in ems, between two letters of a script that sets no spaces: names in forms are set wide.
const SOLID_GAP: f64 = 0.75;
/// How far letters reach above and below the baseline, in ems.
const ASCENT: f64 = 0.8;
const DESCENT: f64 = 0.2;

/// Position along and across a direction.
fn project(glyph: &Glyph, (x, y): (f64, f64)) -> (f64, f64) {
    (glyph.x * x + glyph.y * y, glyph.y * x - glyph.x * y)
}

fn cosine(a: (f64, f64), b: (f64, f64)) -> f64 {
    a.0 * b.0 + a.1 * b.1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A glyph's text and where it starts.
    type Shown<'a> = (&'a str, f64);

    fn line(glyphs: &[Shown<'_>]) -> String {
        let glyph = |&(text, x): &Shown<'_>| Glyph {
            text: text.into(),
            x,
            y: 0.0,
            along: (1.0, 0.0),
            size: 10.0,
            advance: 5.0,
        };
        let mut line = Line::new(glyph(&glyphs[0]));
        glyphs[1..].iter().for_each(|shown| line.push(glyph(shown)));
        line.text()
    }

    #[test]
    fn lines_read_as_they_are_written() {
        let cases: [(&str, &[Shown<'_>], &str); 6] = [
            ("left to right", &[("a", 0.0), ("b", 5.0)], "ab"),
            ("shown out of order", &[("b", 5.0), ("a", 0.0)], "ab"),
            ("ligatures", &[("ﬁ", 0.0), ("x", 5.0)], "fix"),
            ("Hebrew, two words", &[("ב", 0.0), ("א", 5.0), ("ד", 20.0), ("ג", 25.0)], "גד אב"),
            ("Hebrew with a number", &[("1", 0.0), ("2", 5.0), (" ", 10.0), ("א", 15.0)], "א 12"),
            ("a vowel mark follows its letter", &[("ב", 0.0), ("ח", 5.0), ("\u{5b7}", 6.0)], "ח\u{5b7}ב"),
        ];
        for (what, glyphs, expected) in cases {
            assert_eq!(line(glyphs), expected, "{what}");
        }
    }

    #[test]
    fn spaced_out_letters_are_one_word() {
        let letters: Vec<Shown<'_>> =
            ["C", "O", "U", "R", "T"].into_iter().zip([0.0, 7.0, 14.0, 21.0, 28.0]).collect();
        assert_eq!(line(&letters), "COURT");
    }

    #[test]
    fn a_script_without_spaces_is_given_none() {
        let cases: [(&str, &[Shown<'_>], &str); 4] = [
            ("set wide", &[("中", 0.0), ("文", 8.0), ("姓", 16.0)], "中文姓"),
            ("apart", &[("中", 0.0), ("文", 15.0)], "中 文"),
            ("beside Latin", &[("中", 0.0), ("A", 8.0)], "中 A"),
            ("Hangul", &[("한", 0.0), ("글", 8.0)], "한 글"),
        ];
        for (what, glyphs, expected) in cases {
            assert_eq!(line(glyphs), expected, "{what}");
        }
    }
}
