//! Collects the glyphs that a page shows, with where they stand.

use super::info::text_string;
use super::letters::{Letters, Reading};
use super::line::Glyph;
use super::sight::{Sight, is_in_margin};
use hayro_interpret::font::{Glyph as FontGlyph, GlyphRun, PositionedGlyph};
use hayro_interpret::hayro_cmap::WritingMode;
use hayro_interpret::hayro_syntax::object::{Dict, String as PdfString};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Vec2};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};
use std::collections::HashMap;

/// A drawing device that keeps glyphs, visible or not (invisible ones are what text recognition lays over scans), and
/// of everything else only how much there is.
pub(super) struct Collector<'c, 'p> {
    area: Rect,
    shown: Rect,
    sight: Sight,
    glyphs: Vec<Glyph>,
    seen: HashMap<(String, i64, i64), (f64, f64)>,
    letters: &'c mut Letters<'p>,
    replacements: Vec<Option<Replacement>>,
    unreadable: usize,
}

/// Text that stands for all glyphs of a marked-content sequence (`ActualText`), until it has been placed.
enum Replacement {
    Pending(String),
    Placed,
}

impl<'c, 'p> Collector<'c, 'p> {
    /// A collector for a page of this area, of which a viewer shows `shown`, in the coordinates of the upright page,
    /// y downwards.
    pub(super) fn new(area: Rect, shown: Rect, letters: &'c mut Letters<'p>) -> Self {
        let (glyphs, seen, replacements) = (Vec::new(), HashMap::new(), Vec::new());
        Self { area, shown, sight: Sight::default(), glyphs, seen, letters, replacements, unreadable: 0 }
    }

    /// Adds what is shown without the page's drawing it.
    pub(super) fn add(&mut self, glyphs: Vec<Glyph>) {
        self.glyphs.extend(glyphs);
    }

    /// Whether the fonts do not tell which letters most of the page's glyphs stand for.
    pub(super) fn is_mostly_unreadable(&self) -> bool {
        self.unreadable > 20 && self.unreadable * 2 > self.glyphs.len()
    }

    /// Whether all letters stand at the upper or lower edge of what is shown.
    pub(super) fn is_in_margin(&self) -> bool {
        let mut seen = self.glyphs.iter().filter(|glyph| !glyph.is_blank());
        seen.all(|glyph| is_in_margin(glyph.y, self.shown))
    }

    /// What the page shows beside letters, and the glyphs in the order in which they were shown.
    pub(super) fn into_parts(self) -> (Sight, Vec<Glyph>) {
        (self.sight, self.glyphs)
    }

    fn collect(&mut self, shown: &Shown) {
        if !self.area.inflate(2.0, 2.0).contains(shown.origin) {
            return;
        }
        let text = self.replacement().unwrap_or_else(|| {
            self.unreadable += usize::from(!shown.reading.certain);
            shown.reading.letters.clone()
        });
        let glyph = shown.glyph(text);
        if glyph.is_blank() || self.is_new(&glyph) {
            self.glyphs.push(glyph);
        }
    }

    /// What to say in place of a glyph's own text: the whole replacement at the first glyph, nothing at the others.
    fn replacement(&mut self) -> Option<String> {
        let replacement = self.replacements.iter_mut().rev().flatten().next()?;
        match std::mem::replace(replacement, Replacement::Placed) {
            Replacement::Pending(text) => Some(text),
            Replacement::Placed => Some(String::new()),
        }
    }

    /// Whether the glyph is not the same as one already in the same place: text drawn twice for weight or shadow.
    fn is_new(&mut self, glyph: &Glyph) -> bool {
        let near = glyph.size * 0.1;
        let cell = (near * 2.0).max(0.05);
        let (column, row) = (whole(glyph.x / cell), whole(glyph.y / cell));
        let is_near = |&(x, y): &(f64, f64)| (x - glyph.x).abs() < near && (y - glyph.y).abs() < near;
        let mut key = (glyph.text.clone(), column, row);
        for (across, down) in NEIGHBOURS {
            (key.1, key.2) = (column.saturating_add(across), row.saturating_add(down));
            if self.seen.get(&key).is_some_and(is_near) {
                return false;
            }
        }
        (key.1, key.2) = (column, row);
        self.seen.insert(key, (glyph.x, glyph.y));
        true
    }
}

/// A cell and those around it.
const NEIGHBOURS: [(i64, i64); 9] =
    [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)];

#[allow(clippy::cast_possible_truncation, reason = "saturates, and such coordinates are outside any page")]
fn whole(value: f64) -> i64 {
    value.floor() as i64
}

/// A glyph as it is shown on the upright page.
struct Shown {
    reading: Reading,
    origin: Point,
    along: Vec2,
    size: f64,
    advance: f64,
}

impl Shown {
    fn new(glyph: &PositionedGlyph<'_>, reading: Reading, to_page: Affine, run: &RunShape) -> Self {
        let transform = to_page * glyph.transform();
        let origin = transform * Point::ZERO;
        let across = transform * Point::new(1000.0, 0.0) - origin;
        let up = transform * Point::new(0.0, 1000.0) - origin;
        let size = up.hypot();
        let (along, advance) = if run.vertical {
            (-up, size)
        } else {
            let em = if run.stretched { size } else { across.hypot() };
            (across, advance_width(glyph) * em)
        };
        Self { reading, origin, along, size, advance }
    }

    fn glyph(&self, text: String) -> Glyph {
        let length = self.along.hypot();
        let along = if length > 0.0 { self.along / length } else { Vec2::new(1.0, 0.0) };
        Glyph {
            text,
            x: self.origin.x,
            y: self.origin.y,
            along: (along.x, along.y),
            size: self.size.max(0.01),
            advance: self.advance,
        }
    }
}

/// What the glyphs of one run have in common.
struct RunShape {
    vertical: bool,
    /// Whether glyphs are stretched one by one to the widths of a font that is not there.
    stretched: bool,
}

impl RunShape {
    fn of(run: &GlyphRun<'_, '_>) -> Self {
        let ratio = |glyph: &PositionedGlyph<'_>| {
            let [a, b, c, d, ..] = glyph.transform().as_coeffs();
            a.hypot(b) / c.hypot(d).max(1e-9)
        };
        let first = run.glyphs().first().map_or(1.0, ratio);
        let stretched = run.glyphs().iter().any(|glyph| (ratio(glyph) - first).abs() > 0.001 * first);
        Self { vertical: matches!(run.writing_mode(), WritingMode::Vertical), stretched }
    }
}

/// The share of the em that the glyph takes along the line.
fn advance_width(glyph: &PositionedGlyph<'_>) -> f64 {
    let thousandths = match &**glyph {
        FontGlyph::Outline(glyph) => glyph.advance_width(),
        FontGlyph::Type3(glyph) => glyph.advance_width(),
    };
    f64::from(thousandths.unwrap_or(500.0)) / 1000.0
}

impl<'a> Device<'a> for Collector<'_, '_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let shape = RunShape::of(run);
        for glyph in run.glyphs() {
            let reading = self.letters.of(glyph);
            let shown = Shown::new(glyph, reading, props.transform, &shape);
            if shown.origin.is_finite() && shown.size.is_finite() && shown.advance.is_finite() {
                self.collect(&shown);
            }
        }
    }

    fn begin_marked_content(&mut self, _tag: &[u8], properties: Option<&Dict<'_>>) {
        let actual = properties.and_then(|properties| properties.get::<PdfString<'_>>("ActualText"));
        let replacement = actual.map(|text| Replacement::Pending(text_string(text.as_bytes())));
        self.replacements.push(replacement);
    }

    fn end_marked_content(&mut self) {
        self.replacements.pop();
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, mode: &DrawMode) {
        if matches!(mode, DrawMode::Fill(_) | DrawMode::FillAndStroke(..)) {
            self.sight.shape();
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.sight.picture((image.width(), image.height()), props.transform, self.shown);
    }

    fn draw_rect(&mut self, _: &Rect, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
