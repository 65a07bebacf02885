//! Pages as pictures.

use crate::output::{Output, Stop};
use crate::scan::Bitmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use hayro_interpret::InterpreterSettings;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::page::Page;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Draws and sends those pages, by their index. One that cannot be drawn is left out.
pub(super) fn send(pdf: &Pdf, pages: &[usize], output: &mut Output<'_>) -> Result<(), Stop> {
    for &index in pages {
        let Some(page) = pdf.pages().get(index) else { continue };
        output.progress()?;
        let most = output.limits().scan_pixels;
        let drawn = catch_unwind(AssertUnwindSafe(|| draw(page, most)));
        if let (Ok(Some(picture)), Ok(number)) = (drawn, u32::try_from(index + 1)) {
            output.scan(number, picture)?;
        }
    }
    Ok(())
}

/// Dots an inch. 200: a fax's finer mode, which a machine reads; at 300 it takes twice as long and reads print of
/// ordinary size no better.
const DENSITY: f32 = 200.0;
const POINTS_AN_INCH: f32 = 72.0;
/// The longest side that the drawing program has, with room for rounding.
const LONGEST_SIDE: f32 = 65_000.0;

/// The page as a viewer shows it. What it draws with is made anew for each page: kept, it would grow with the document.
fn draw(page: &Page<'_>, most_pixels: u32) -> Option<Bitmap> {
    let scale = scale(page.render_dimensions(), most_pixels)?;
    let cache = RenderCache::new();
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let drawn = render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    let picture = Bitmap::from_rgba(width, height, drawn.data_as_u8_slice())?;
    Some(Bitmap { density: density(scale), ..picture })
}

/// Pixels a point: by [`DENSITY`], unless that makes more pixels than there may be. Nothing for a page without area.
#[allow(clippy::cast_precision_loss, reason = "a limit of millions, not to the pixel")]
fn scale((width, height): (f32, f32), most_pixels: u32) -> Option<f32> {
    let area = width * height;
    if !area.is_finite() || width <= 0.0 || height <= 0.0 {
        return None;
    }
    let by_pixels = (most_pixels as f32 / area).sqrt();
    let by_side = LONGEST_SIDE / width.max(height);
    let scale = (DENSITY / POINTS_AN_INCH).min(by_pixels).min(by_side);
    (width * scale >= 1.0 && height * scale >= 1.0).then_some(scale)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no more than the density asked for"
)]
fn density(scale: f32) -> Option<u16> {
    // Below this, tesseract takes the number for a mistake.
    Some((scale * POINTS_AN_INCH).round() as u16).filter(|density| *density >= 70)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_drawn_at_two_hundred_dots_an_inch_or_as_large_as_it_may_be() {
        let cases = [
            ((612.0, 792.0), Some(200)),
            ((6_120.0, 7_920.0), None),
            ((60_000.0, 10.0), Some(78)),
            ((1_684.0, 2_384.0), Some(144)),
        ];
        for (page, expected) in cases {
            let scale = scale(page, 16_000_000).unwrap();
            assert_eq!(density(scale), expected, "{page:?}");
            assert!(page.0 * page.1 * scale * scale <= 16_100_000.0, "{page:?}");
        }
        for page in [(0.0, 100.0), (-5.0, 100.0), (f32::NAN, 1.0), (f32::INFINITY, 1.0), (100_000.0, 1.0)] {
            assert_eq!(scale(page, 16_000_000), None, "{page:?}");
        }
    }
}
