//! How much one document may cost.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How much time, memory and output one document may take. The defaults are meant never to be met by an honest file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Limits {
    /// How long a worker may go without a sign of progress. 60 s: the slowest single page of our test
    /// documents takes under 10 s, and a total limit would punish long documents.
    pub silence: Duration,
    /// How long a worker may live in all. 2 hours: no honest document comes near it, but a worker that an attacker has
    /// taken could go on saying that it makes progress.
    pub longest: Duration,
    /// Processor time of one worker. 30 minutes: a backstop for a parent that has died and no longer watches.
    pub processor: Duration,
    /// Files inside files, each inside the one before. 10: a message in a mailbox in an archive in a message is four; for
    /// the caller to count, since each file is read by a worker of its own.
    pub depth: u32,
    /// Pages of one document. 10 000: beyond any paginated bundle a court accepts in one file.
    pub pages: u32,
    /// Bytes of private memory of one worker, where the system can hold it to that. 1 GiB: a quarter of a small
    /// machine, so that two workers and the window fit beside each other.
    pub memory: u64,
    /// Bytes of the original that a worker reads. 512 MiB: it is held in memory, which this must leave room in.
    pub input_bytes: u64,
    /// Bytes of text in one document, all pages together. 64 MiB: some 10 000 full pages.
    pub text_bytes: u64,
    /// Bytes of text on one page. 4 MiB: a window that shows it still answers.
    pub page_bytes: u32,
    /// Files inside one file, where they are passed on as they come. 200 000: twice the largest library.
    pub inner_files: u32,
    /// Bytes of all files inside one file together, unpacked. 64 GiB: the disks of most machines have room for it.
    pub inner_bytes: u64,
    /// How many times its packed size a file in an archive, and an archive in all, may unpack to. 100: text packs to a
    /// tenth, logs to a fiftieth; bombs to a thousandth.
    pub expansion: u64,
    /// Bytes that may be unpacked however small they were packed. 1 MiB: short files of one letter are no bombs.
    pub expansion_free: u64,
    /// Files inside one file, where they are collected in memory. 1 000: far more than mail servers pass on.
    pub attachments: u32,
    /// Bytes of all files inside one file, where they are collected in memory. 256 MiB: mail servers stop at 25 to 150.
    pub attachment_bytes: u64,
    /// Claims of the file about itself. 500 of them.
    pub metadata: u32,
    /// Sheets of one workbook that hold anything. 100 of them.
    pub sheets: u32,
    /// Rows of one file, all its sheets together, headers not counted. 200 000: four times a large library's events.
    pub rows: u32,
    /// Columns of one sheet. 200: more than a person can map.
    pub columns: u32,
    /// Cells of one file. 4 000 000: an empty one takes memory too, so rows times columns is not limit enough.
    pub cells: u32,
    /// Bytes of one cell. 64 KiB: twice what a spreadsheet holds in one.
    pub cell_bytes: u32,
    /// Bytes of one row. 1 MiB.
    pub row_bytes: u32,
    /// Bytes of all parts of a workbook, unpacked. 512 MiB: 200 000 rows of a spreadsheet take some 100 to 200.
    pub unpacked_bytes: u64,
    /// Bytes of a document drawn as a page. 32 MiB: pictures of 16 MiB in base64, and more words than anyone looks at.
    pub portrayal_bytes: u64,
    /// Pixels of the picture of one page. 16 million: a sheet of A2 at 200 dots an inch, or A4 at 400; 16 MB here, and
    /// 64 MB in the worker, which draws in colour. What is larger is drawn smaller.
    pub scan_pixels: u32,
    /// How long one page may be read by machine. 2 minutes: a dense page takes some 5 s on a slow machine.
    pub scan_time: Duration,
}

/// Bytes of stack of the thread that reads. 64 MiB: readers that recurse hold themselves to a depth that takes a small
/// part of it; what overflows it all the same ends the worker, and the document is told to be nested too deeply.
pub(crate) const STACK_BYTES: usize = 64 << 20;

/// XML elements inside each other. 100: word processors stay below 50.
pub(crate) const XML_DEPTH: usize = 100;

/// How many times larger than it is a file may become by unpacking. 100: XML shrinks to a fifth or a twentieth, text to
/// a third; a bomb, to a thousandth.
pub(crate) const EXPANSION: u64 = 100;

/// Bytes that may be unpacked whatever they were unpacked from. 1 MiB: a short part of equal bytes shrinks more than any
/// ratio foresees, and does no harm.
pub(crate) const EXPANSION_FREE_BYTES: u64 = 1 << 20;

impl Default for Limits {
    fn default() -> Self {
        const MIB: u64 = 1 << 20;
        Self {
            silence: Duration::from_mins(1),
            longest: Duration::from_hours(2),
            processor: Duration::from_mins(30),
            depth: 10,
            pages: 10_000,
            memory: 1024 * MIB,
            input_bytes: 512 * MIB,
            text_bytes: 64 * MIB,
            page_bytes: 4 << 20,
            inner_files: 200_000,
            inner_bytes: 64 << 30,
            expansion: EXPANSION,
            expansion_free: EXPANSION_FREE_BYTES,
            attachments: 1_000,
            attachment_bytes: 256 * MIB,
            metadata: 500,
            sheets: 100,
            rows: 200_000,
            columns: 200,
            cells: 4_000_000,
            cell_bytes: 64 << 10,
            row_bytes: 1 << 20,
            unpacked_bytes: 512 * MIB,
            portrayal_bytes: 32 * MIB,
            scan_pixels: 16_000_000,
            scan_time: Duration::from_mins(2),
        }
    }
}
