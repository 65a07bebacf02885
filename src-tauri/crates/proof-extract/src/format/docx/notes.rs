//! Footnotes, endnotes (ECMA-376 part 1, 17.11) and comments (17.13.4), which the body refers to by number.

use super::teller::{self, Setting};
use crate::output::Stop;
use std::collections::HashMap;

/// A note, or a comment with who made it and when.
pub(super) struct Note {
    pub id: String,
    pub author: Option<String>,
    pub date: Option<String>,
    pub text: String,
    /// Whether the body referred to it.
    pub told: bool,
}

/// The notes of one part.
#[derive(Default)]
pub(super) struct Notes {
    all: Vec<Note>,
    /// Where the note of each identifier stands.
    places: HashMap<String, usize>,
    /// How many of them have been referred to.
    count: u32,
}

/// Reads the part `xml`.
pub(super) fn read(xml: &str, setting: &mut Setting) -> Result<Notes, Stop> {
    let notes = teller::tell_notes(xml, setting)?;
    let places = notes.iter().enumerate().map(|(place, note)| (note.id.clone(), place)).collect();
    Ok(Notes { all: notes, places, count: 0 })
}

impl Notes {
    /// The note that is referred to, and its number in the order of the references.
    pub(super) fn refer(&mut self, id: Option<&str>) -> Option<(u32, &Note)> {
        let note = self.all.get_mut(*self.places.get(id?)?)?;
        if !note.told {
            note.told = true;
            self.count += 1;
        }
        Some((self.count, note))
    }

    /// The notes that nothing has referred to, with who made them.
    pub(super) fn untold(&self) -> Vec<String> {
        let untold = self.all.iter().filter(|note| !note.told && !note.text.trim().is_empty());
        untold.map(Note::line).collect()
    }
}

impl Note {
    fn line(&self) -> String {
        let known: Vec<&str> = [&self.author, &self.date].into_iter().flatten().map(String::as_str).collect();
        let colon = if known.is_empty() { "" } else { ": " };
        format!("{}{colon}{}", known.join(", "), self.text.trim())
    }
}
