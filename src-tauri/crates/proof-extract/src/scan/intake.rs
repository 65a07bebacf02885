//! Pictures of pages as a worker sends them, each checked before it counts, and read once it is whole.

use super::bitmap::Bitmap;
use super::process::Fault;
use super::{MachineRead, Picture, Scan, ScanReader};
use crate::Limits;
use crate::lost::Lost;
use crate::output::Ending;
use crate::wire::WireScan;
use proof_model::{Outcome, Page};

/// The pages of one document that are pictures, and what has become of them.
pub(crate) struct ScanIntake<'a> {
    limits: &'a Limits,
    reader: Option<&'a ScanReader>,
    scans: Vec<Scan>,
    pictures: Vec<Picture>,
    open: Option<Open>,
    /// The first of the scans of which a picture may still come.
    next: usize,
}

/// A picture that has begun to come.
struct Open {
    scan: usize,
    bitmap: Bitmap,
    pixels: usize,
}

const NOT_DRAWN: &str = "it could not be drawn";
const NOT_REACHED: &str = "reading ended before it";
const TOO_MUCH_TEXT: &str = "it holds more text than Proofline reads from one file";

/// The confidence from which on what a machine read is put in the place of letters that make no words: below, neither
/// is any good, and both stay.
const BETTER_THAN_RUBBISH: u8 = 50;

impl<'a> ScanIntake<'a> {
    /// No pictures yet. They are read by `reader`, if there is one.
    pub(crate) fn new(limits: &'a Limits, reader: Option<&'a ScanReader>) -> Self {
        Self { limits, reader, scans: Vec::new(), pictures: Vec::new(), open: None, next: 0 }
    }

    /// Notes that the page of that number is a picture.
    pub(crate) fn expect(&mut self, page: u32, picture: Picture) {
        let unread = match self.reader.map(ScanReader::tesseract) {
            Some(Ok(_)) => NOT_DRAWN.to_owned(),
            Some(Err(missing)) => missing.to_string(),
            None => String::new(),
        };
        self.scans.push(Scan { page, machine: None, unread: Some(unread) });
        self.pictures.push(picture);
    }

    /// A picture begins: of a page that is one, after those before, no larger than it may be.
    pub(crate) fn begin(&mut self, untrusted: &WireScan) -> Option<()> {
        let rest = self.scans.get(self.next..)?;
        let scan = self.next + rest.iter().position(|scan| scan.page == untrusted.page)?;
        let (width, height) = (untrusted.width, untrusted.height);
        let pixels = u64::from(width) * u64::from(height);
        let reads = self.reader.is_some_and(|reader| reader.tesseract().is_ok());
        let fits = (1..=u64::from(self.limits.scan_pixels)).contains(&pixels);
        if !reads || !fits || self.open.is_some() || untrusted.density == Some(0) {
            return None;
        }
        self.next = scan + 1;
        let bitmap = Bitmap { width, height, grey: Vec::new(), density: untrusted.density };
        self.open = Some(Open { scan, bitmap, pixels: usize::try_from(pixels).ok()? });
        Some(())
    }

    /// The next pixels. Once the picture is whole it is read, and `pages` take up the words, as far as the text may
    /// grow by `room` bytes; by how much it grew.
    pub(crate) fn pixels(&mut self, untrusted: &[u8], pages: &mut [Page], room: u64) -> Result<u64, Lost> {
        let open = self.open.as_mut().ok_or(Lost::Malformed)?;
        open.bitmap.grey.extend_from_slice(untrusted);
        if untrusted.is_empty() || open.bitmap.grey.len() > open.pixels {
            return Err(Lost::Malformed);
        }
        if open.bitmap.grey.len() < open.pixels {
            return Ok(0);
        }
        match self.open.take() {
            Some(open) => self.read(open.scan, &open.bitmap, pages, room),
            None => Ok(0),
        }
    }

    /// Whether a picture has begun and is not whole.
    pub(crate) const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Forgets all: nothing that the worker said is to be believed.
    pub(crate) fn forget(&mut self) {
        self.scans.clear();
        self.pictures.clear();
        (self.open, self.next) = (None, 0);
    }

    /// Notes that the worker was lost.
    pub(crate) fn lost(&mut self) {
        let begun = usize::from(self.open.take().is_some());
        for scan in self.scans.iter_mut().skip(self.next - begun) {
            if scan.unread.as_deref() == Some(NOT_DRAWN) {
                scan.unread = Some(NOT_REACHED.to_owned());
            }
        }
    }

    /// The end of a document of so many pages, with what is left unread on those that are pictures; and the scans.
    pub(crate) fn finish(self, ending: Ending, pages: usize, media_type: &str) -> (Ending, Vec<Scan>) {
        let mut reasons = self.unread(pages, media_type.starts_with("image/"));
        reasons.extend(self.doubtful(pages));
        let ending = match (ending.outcome.is_readable(), reasons.is_empty()) {
            (true, false) => {
                let reasons: Vec<String> = ending.reason.into_iter().chain(reasons).collect();
                Ending::because(Outcome::Partial, reasons.join("; "))
            }
            _ => ending,
        };
        (ending, self.scans)
    }

    fn read(&mut self, scan: usize, picture: &Bitmap, pages: &mut [Page], room: u64) -> Result<u64, Lost> {
        let (Some(reader), Some(scan), Some(kind)) =
            (self.reader, self.scans.get_mut(scan), self.pictures.get(scan))
        else {
            return Err(Lost::Malformed);
        };
        let page = pages.iter_mut().find(|page| page.number == scan.page).ok_or(Lost::Malformed)?;
        match reader.read(picture, self.limits) {
            Ok((machine, text)) => {
                let room = room.min(u64::from(self.limits.page_bytes).saturating_sub(page.text.len() as u64));
                Ok(take_up(scan, page, *kind, machine, &text, room))
            }
            Err(Fault::Stopped) => Err(Lost::Refused(Fault::Stopped.to_string())),
            Err(fault) => {
                scan.unread = Some(fault.to_string());
                Ok(0)
            }
        }
    }

    /// Which pages were read, but not so that it can be relied on.
    fn doubtful(&self, pages: usize) -> Option<String> {
        let is_doubtful = |scan: &&Scan| {
            let machine = scan.machine.as_ref();
            machine.is_some_and(|machine| machine.confidence < DOUBTFUL && !machine.words.is_empty())
        };
        let first = self.scans.iter().find(is_doubtful)?.page;
        let count = self.scans.iter().filter(is_doubtful).count();
        let which = which(count, first, pages);
        Some(format!(
            "what a machine read on {which} is in doubt: it may be handwriting, or in another language"
        ))
    }

    /// Why pages are unread, as many reasons as there are kinds of them.
    fn unread(&self, pages: usize, is_image: bool) -> Vec<String> {
        let mut counted: Vec<(&str, usize, u32)> = Vec::new();
        for (reason, page) in self.scans.iter().filter_map(|scan| Some((scan.unread.as_deref()?, scan.page)))
        {
            match counted.iter_mut().find(|(known, ..)| *known == reason) {
                Some((_, count, _)) => *count += 1,
                None => counted.push((reason, 1, page)),
            }
        }
        let can_read = self.reader.is_some_and(|reader| reader.tesseract().is_ok());
        let told = counted.into_iter().take(MOST_REASONS).map(|(reason, count, first)| {
            if can_read {
                format!("{} could not be read by machine: {reason}", which(count, first, pages))
            } else {
                are_pictures(count, pages, reason, is_image)
            }
        });
        told.collect()
    }
}

/// The confidence below which a page is more likely misread than not: a photograph, handwriting, another script. Words
/// of faint but printed letters come out above.
const DOUBTFUL: u8 = 40;

/// Reasons that are told of one document: more of them nobody reads.
const MOST_REASONS: usize = 3;

fn which(count: usize, first: u32, pages: usize) -> String {
    match (count, pages) {
        (1, 1) => "the page".to_owned(),
        (1, _) => format!("page {first} of {pages}"),
        _ => format!("{count} of {pages} pages"),
    }
}

fn are_pictures(count: usize, pages: usize, remedy: &str, is_image: bool) -> String {
    match (remedy, is_image && pages == 1) {
        ("", true) => "the words in the picture are not read; the picture can be looked at".to_owned(),
        (_, true) => format!("the words in the picture are not read; {remedy}"),
        ("", false) => format!("{count} of {pages} pages are pictures; their words are not read"),
        (_, false) => format!("{count} of {pages} pages are pictures; {remedy}"),
    }
}

/// Puts what was read on the page into its text, and notes it; by how many bytes the text grew.
fn take_up(
    scan: &mut Scan,
    page: &mut Page,
    kind: Picture,
    mut machine: MachineRead,
    text: &str,
    room: u64,
) -> u64 {
    let is_better = kind == Picture::InPlace && machine.confidence >= BETTER_THAN_RUBBISH;
    let own =
        if is_better || page.text.trim().is_empty() || text.is_empty() { "" } else { page.text.as_str() };
    let before = if own.is_empty() { String::new() } else { format!("{own}\n") };
    if text.len() as u64 + 1 > room {
        scan.unread = Some(TOO_MUCH_TEXT.to_owned());
        return 0;
    }
    let offset = u32::try_from(before.len()).unwrap_or(u32::MAX);
    for word in &mut machine.words {
        word.start = word.start.saturating_add(offset);
        word.end = word.end.saturating_add(offset);
    }
    if !text.is_empty() {
        page.text = before + text;
    }
    scan.machine = Some(machine);
    scan.unread = None;
    text.len() as u64 + 1
}

#[cfg(test)]
mod tests;
