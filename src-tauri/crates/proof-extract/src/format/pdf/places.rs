//! Where the words of a page stand.

use super::letters::Letters;
use super::line::Line;
use super::{area, collect, layout, open};
use crate::Password;
use crate::scan::Place;
use crate::text;
use crate::wire::{MOST_WORDS, WirePlaced};
use hayro_interpret::InterpreterCache;
use hayro_interpret::kurbo::Rect;

/// The words of the page of that number, from 1, in the order in which its text has them; nothing where the file cannot be
/// read, has no such page, or more words on it than anyone reads.
pub(crate) fn places(input: &[u8], password: Option<&Password>, number: u32) -> Option<Vec<WirePlaced>> {
    let pdf = open(input, password).ok()?;
    let page = pdf.pages().get(usize::try_from(number).ok()?.checked_sub(1)?)?;
    let (cache, mut letters) = (InterpreterCache::new(), Letters::new(&pdf));
    let (_, glyphs) = collect(&pdf, page, &cache, &mut letters).into_parts();
    let shown = area(page);
    let words: Vec<WirePlaced> =
        layout::ordered(glyphs).into_iter().flat_map(|line| placed(line, shown)).collect();
    (words.len() <= MOST_WORDS).then_some(words)
}

fn placed(line: Line, shown: Rect) -> Vec<WirePlaced> {
    let track = line.track();
    let mut words: Vec<WirePlaced> = line
        .words()
        .into_iter()
        .map(|(word, start, end)| {
            let text = text::one_line(&word, usize::MAX);
            WirePlaced { text, ends_line: false, place: share(track.area(start, end), shown) }
        })
        .filter(|word| !word.text.is_empty())
        .collect();
    if let Some(last) = words.last_mut() {
        last.ends_line = true;
    }
    words
}

/// A rectangle as shares of the page. What hangs over an edge is cut off.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held to 0 to 10 000 just before")]
fn share([left, top, right, bottom]: [f64; 4], shown: Rect) -> Place {
    let share = |at: f64, of: f64| (at / of.max(1e-3) * 10_000.0).clamp(0.0, 10_000.0).round() as u16;
    Place {
        left: share(left, shown.width()),
        top: share(top, shown.height()),
        right: share(right, shown.width()),
        bottom: share(bottom, shown.height()),
    }
}
