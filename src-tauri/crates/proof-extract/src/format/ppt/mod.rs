//! Presentations of `PowerPoint` 97 to 2003 (PPT, [MS-PPT]): a slide is a page, its title first, then what else is
//! written on it, its notes and the comments on it. What masters write on every slide is left out.

mod persist;
mod record;
mod text;

use super::office::{send_summary, u32_at, whole};
use crate::ole::CompoundFile;
use crate::output::{Ending, Output, Reading};
use persist::Places;
use proof_model::Outcome;
use record::{children, record};
use std::collections::{HashMap, HashSet};
use text::{Page, Text};

/// Reads every slide.
pub(crate) fn read(input: &[u8], output: &mut Output<'_>) -> Reading {
    let Some(file) = CompoundFile::open(input) else {
        return Ok(damaged("its compound file cannot be opened"));
    };
    send_summary(&file, output)?;
    let user = file.stream("Current User").unwrap_or_default();
    if u32_at(&user, 12) == Some(ENCRYPTED) || file.stream("EncryptedSummary").is_some() {
        let reason = "it opens only with a password; the original is kept";
        return Ok(Ending::because(Outcome::Encrypted, reason));
    }
    let Some(stream) = file.stream("PowerPoint Document") else {
        return Ok(damaged("its main stream is missing"));
    };
    output.progress()?;
    let places = u32_at(&user, 16).and_then(|edit| Places::read(&stream, edit));
    let Some(pages) = places.and_then(|places| listed(&stream, &places)) else {
        return unlisted(&stream, output);
    };
    output.start(PPT, u32::try_from(pages.len()).ok())?;
    let missing = pages.iter().filter(|page| page.is_none()).count();
    for page in pages {
        output.page(None, &page.unwrap_or_default())?;
    }
    if missing > 0 {
        let reason = format!("the presentation is damaged: {missing} of its slides could not be read");
        return Ok(Ending::because(Outcome::Partial, reason));
    }
    Ok(whole(file.stream("Pictures").is_some_and(|pictures| !pictures.is_empty()), output))
}

const PPT: &str = "application/vnd.ms-powerpoint";
/// What stands in the stream `Current User` of a presentation with a password.
const ENCRYPTED: u32 = 0xf3d1_c4df;
const DOCUMENT: u16 = 0x03e8;
const SLIDE: u16 = 0x03ee;
const NOTES: u16 = 0x03f0;
const PLACE: u16 = 0x03f3;
const LIST: u16 = 0x0ff0;
/// The lists of a document, by their instance.
const SLIDES_LISTED: u16 = 0;
const NOTES_LISTED: u16 = 2;

fn damaged(what: &str) -> Ending {
    Ending::because(Outcome::Crash, format!("the presentation is damaged: {what}; the original is kept"))
}

/// A slide in the document's list: where it is, what it is called by, and its texts in the outline.
#[derive(Default)]
struct Listed {
    place: u32,
    id: u32,
    outline: Vec<Text>,
}

/// The slides in their order, each as its text, or as nothing where it is not where it should be. Nothing at all if
/// the document does not list them.
fn listed(stream: &[u8], places: &Places) -> Option<Vec<Option<String>>> {
    let document = record(stream, places.get(places.document)?).filter(|record| record.kind == DOCUMENT)?;
    let list = |wanted: u16| {
        let found = children(document.data).find(|child| child.kind == LIST && child.instance == wanted);
        found.map(|list| entries(list.data)).unwrap_or_default()
    };
    let container = |place: u32, kind: u16| {
        record(stream, places.get(place)?).filter(|found| found.kind == kind).map(|found| found.data)
    };
    let notes: HashMap<u32, u32> =
        list(NOTES_LISTED).into_iter().map(|entry| (entry.id, entry.place)).collect();
    // A slide is shown once; one that is listed a thousand times is a bomb.
    let mut seen = HashSet::new();
    let slides = list(SLIDES_LISTED).into_iter().filter(|slide| seen.insert(slide.place)).map(|slide| {
        let found = container(slide.place, SLIDE);
        if found.is_none() && slide.outline.is_empty() {
            return None;
        }
        let page = Page::read(found.unwrap_or_default(), &slide.outline);
        let notes = notes.get(&page.notes).and_then(|&place| container(place, NOTES));
        Some(told(&page, notes))
    });
    Some(slides.collect())
}

fn entries(list: &[u8]) -> Vec<Listed> {
    let mut entries: Vec<Listed> = Vec::new();
    for record in children(list) {
        if record.kind == PLACE {
            entries.push(Listed {
                place: u32_at(record.data, 0).unwrap_or(0),
                id: u32_at(record.data, 12).unwrap_or(0),
                outline: Vec::new(),
            });
            continue;
        }
        let Some(entry) = entries.last_mut() else { continue };
        match (record.kind, entry.outline.last_mut()) {
            // A header may come without its text: its place in the outline counts all the same.
            (text::HEADER, _) => {
                entry.outline.push(Text { title: text::is_title(record.data), lines: String::new() });
            }
            (text::UNITS | text::BYTES, Some(latest)) => latest.lines = text::lines(&record),
            _ => {}
        }
    }
    entries
}

fn told(page: &Page, notes: Option<&[u8]>) -> String {
    let mut text = if page.hidden { "[hidden slide]\n".to_owned() } else { String::new() };
    text.push_str(&page.lines());
    let notes = notes.map(|notes| Page::read(notes, &[]).lines()).unwrap_or_default();
    if !notes.trim().is_empty() {
        text.extend(["\nNotes:\n", notes.trim(), "\n"]);
    }
    if !page.comments.is_empty() {
        text.extend(["\nComments:\n", &page.comments.join("\n"), "\n"]);
    }
    text
}

/// Slides as they stand in the stream, of a presentation whose list of them cannot be read. Slides of older versions may
/// be among them.
fn unlisted(stream: &[u8], output: &mut Output<'_>) -> Reading {
    for slide in children(stream).filter(|record| record.kind == SLIDE) {
        output.page(None, &told(&Page::read(slide.data, &[]), None))?;
    }
    if output.pages() == 0 {
        return Ok(damaged("it does not say where its slides are"));
    }
    let reason = "the presentation is damaged: its slides may be out of order, or of an older version";
    Ok(Ending::because(Outcome::Partial, reason))
}
