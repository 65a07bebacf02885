//! The ZIP package of a workbook, weighed before it is opened.

use crate::expansion::Expansion;
use crate::output::Stop;
use crate::table::TableOutput;
use std::io::{self, Cursor, Read};
use zip::ZipArchive;

/// Refuses what unpacks to more than the limits allow, whatever the package says of its sizes.
pub(super) fn weigh(input: &[u8], output: &mut TableOutput<'_>) -> Result<(), Stop> {
    let mut archive =
        ZipArchive::new(Cursor::new(input)).map_err(|_| damaged("its package cannot be opened"))?;
    if archive.index_for_name("xl/workbook.bin").is_some() {
        let what = "this is a binary workbook (.xlsb), which Proofline cannot read; save it as .xlsx";
        return Err(Stop::Malformed(what.to_owned()));
    }
    let mut left = output.limits().unpacked_bytes;
    let mut expansion = Expansion::of(input.len() as u64);
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| damaged("a part of its package cannot be opened"))?;
        let packed = part.compressed_size();
        let most = expansion.to_read(packed).min(left.saturating_add(1));
        let unpacked = io::copy(&mut part.take(most), &mut io::sink())
            .map_err(|_| damaged("a part of its package cannot be unpacked"))?;
        left = left.checked_sub(unpacked).ok_or_else(|| too_large(output))?;
        expansion.count(packed, unpacked)?;
        output.progress()?;
    }
    Ok(())
}

/// That a workbook cannot be read, and what to do about it.
pub(super) fn damaged(what: &str) -> Stop {
    Stop::Malformed(format!(
        "the workbook is damaged: {what}; open it in a spreadsheet program and save it anew"
    ))
}

fn too_large(output: &TableOutput<'_>) -> Stop {
    let most = output.limits().unpacked_bytes >> 20;
    Stop::Limit(format!(
        "it unpacks to more than {most} MiB, as a decompression bomb does; split it into several files"
    ))
}
