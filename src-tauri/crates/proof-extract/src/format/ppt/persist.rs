//! Where the slides of a presentation are: each save may write some of them anew at the end ([MS-PPT] 2.3.3 to 2.3.6).

use super::record::record;
use crate::format::office::u32_at;
use std::collections::HashMap;

/// The places of containers in the stream, by their identifiers.
pub(super) struct Places {
    places: HashMap<u32, usize>,
    /// The identifier of the document's container.
    pub document: u32,
}

const EDIT: u16 = 0x0ff5;
const DIRECTORY: u16 = 0x1772;
/// Saves without writing the file anew: programs do that some ten times.
const MAX_EDITS: usize = 10_000;

impl Places {
    /// Reads the directories of all saves, the last first, whose word counts.
    pub(super) fn read(stream: &[u8], last_edit: u32) -> Option<Self> {
        let mut places = HashMap::new();
        let mut document = None;
        let mut at = last_edit;
        for _ in 0..MAX_EDITS {
            let edit = record(stream, at as usize).filter(|edit| edit.kind == EDIT)?;
            let directory = record(stream, u32_at(edit.data, 12)? as usize);
            if let Some(directory) = directory.filter(|directory| directory.kind == DIRECTORY) {
                take(directory.data, &mut places);
            }
            document = document.or_else(|| u32_at(edit.data, 16));
            let before = u32_at(edit.data, 8)?;
            // Each save stands after the one before it.
            if before == 0 || before >= at {
                break;
            }
            at = before;
        }
        Some(Self { places, document: document? })
    }

    /// The place of a container.
    pub(super) fn get(&self, id: u32) -> Option<usize> {
        self.places.get(&id).copied()
    }
}

/// Runs of places, each with the first identifier and how many follow.
fn take(directory: &[u8], places: &mut HashMap<u32, usize>) {
    let mut at = 0;
    while let Some(run) = u32_at(directory, at) {
        let (first, count) = (run & 0x000f_ffff, run >> 20);
        at += 4;
        for id in first..first + count {
            let Some(place) = u32_at(directory, at) else { return };
            places.entry(id).or_insert(place as usize);
            at += 4;
        }
    }
}
