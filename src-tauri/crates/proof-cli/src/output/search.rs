use std::io::{self, Write};

use proof_api::wire::SavedSearchRow;

/// A saved search in a line: its name, what it asks, and how much is new in it.
pub fn saved_search(out: &mut dyn Write, row: &SavedSearchRow, new: u32) -> io::Result<()> {
    let news = if new == 0 { String::new() } else { format!("  {new} new") };
    writeln!(out, "{}  {}{news}", row.name, row.search.query)
}
