//! Form fields (ISO 32000-2, 12.7) that hold a value but no picture of it: what a viewer would draw in them.

use super::info::text_string;
use super::line::Glyph;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, Rect};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, Point};

/// The values of the page's text and choice fields without an appearance, each placed where its field stands.
pub(super) fn values(page: &Page<'_>, to_page: Affine) -> Vec<Glyph> {
    let annotations = page.raw().get::<Array<'_>>("Annots");
    let annotations = annotations.iter().flat_map(Array::iter::<Dict<'_>>);
    annotations.filter_map(|annotation| value(&annotation, to_page)).collect()
}

/// Annotation flags "hidden" and "no view" (12.5.3).
const INVISIBLE: i32 = 1 << 1 | 1 << 5;
/// Field flag "password" (12.7.5.3): such a value is not shown.
const PASSWORD: i32 = 1 << 13;
/// Fields of honest forms are nested two or three deep; a cyclic one would never end.
const MAX_DEPTH: usize = 16;

fn value(annotation: &Dict<'_>, to_page: Affine) -> Option<Glyph> {
    let is_widget = annotation.get::<Name<'_>>("Subtype").is_some_and(|name| name.as_ref() == b"Widget");
    let flags = annotation.get::<i32>("F").unwrap_or(0);
    if !is_widget || annotation.contains_key("AP") || flags & INVISIBLE != 0 {
        return None;
    }
    let kind = inherited(annotation, "FT")?.into_name()?;
    let field_flags = inherited(annotation, "Ff").and_then(Object::into_i32).unwrap_or(0);
    if !matches!(kind.as_ref(), b"Tx" | b"Ch") || field_flags & PASSWORD != 0 {
        return None;
    }
    let text = text_string(inherited(annotation, "V")?.into_string()?.as_bytes());
    let rect = annotation.get::<Rect>("Rect")?;
    let at = to_page * Point::new(rect.x0, rect.y0 + 2.0);
    let (size, along) = ((rect.y1 - rect.y0).clamp(4.0, 12.0), (1.0, 0.0));
    let glyph = Glyph { text, x: at.x, y: at.y, along, size, advance: rect.x1 - rect.x0 };
    (!glyph.is_blank()).then_some(glyph)
}

/// An entry of the field or of the nearest field above that has it.
fn inherited<'a>(field: &Dict<'a>, key: &str) -> Option<Object<'a>> {
    let mut field = field.clone();
    for _ in 0..MAX_DEPTH {
        if let Some(value) = field.get::<Object<'a>>(key) {
            return Some(value);
        }
        field = field.get::<Dict<'a>>("Parent")?;
    }
    None
}
