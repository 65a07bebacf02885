//! PDF (ISO 32000-2), page by page.

mod collect;
mod composite;
mod draw;
mod info;
mod labels;
mod layout;
mod legible;
mod letters;
mod line;
mod places;
mod set;
mod sight;
mod widgets;

use crate::Password;
use crate::output::{Ending, Output, Reading, Stop};
use crate::scan::Picture;
use collect::Collector;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};
use letters::Letters;
pub(crate) use places::places;
use proof_model::Outcome;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reads a PDF: one page for each of its pages, in the order of its page tree.
pub(crate) fn read(input: &[u8], password: Option<&Password>, output: &mut Output<'_>) -> Reading {
    let pdf = match open(input, password) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) if password.is_some() => {
            let reason = "this password does not open it; the original is kept";
            return Ok(Ending::because(Outcome::Encrypted, reason));
        }
        // What cannot be decrypted looks like rubbish to the reader.
        Err(LoadPdfError::Invalid) if contains(input, b"/Encrypt") => {
            return Ok(refusal(LoadPdfError::Decryption(DecryptionError::InvalidEncryption)));
        }
        Err(error) => return Ok(refusal(error)),
    };
    let count = u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX);
    output.start("application/pdf", Some(count))?;
    info::send(&pdf, input, output)?;
    let account = read_pages(&pdf, output)?;
    if output.draws() {
        draw::send(&pdf, &account.pictures, output)?;
    }
    Ok(account.ending(is_cut_short(input), promised_pages(&pdf)))
}

/// The document, with the password only if it does not open without: some open for anyone, and a password that they do
/// not ask for would shut them.
fn open(input: &[u8], password: Option<&Password>) -> Result<Pdf, LoadPdfError> {
    match (Pdf::new(input.to_vec()), password) {
        (Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)), Some(password)) => {
            Pdf::new_with_password(input.to_vec(), password.as_str())
        }
        (opened, _) => opened,
    }
}

fn refusal(error: LoadPdfError) -> Ending {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            Ending::because(Outcome::Encrypted, "it opens only with a password; the original is kept")
        }
        LoadPdfError::Decryption(_) => Ending::because(
            Outcome::Encrypted,
            "it is encrypted in a way that Proofline cannot undo; the original is kept",
        ),
        LoadPdfError::Invalid => Ending::because(
            Outcome::Crash,
            "the file is damaged or incomplete: no pages can be found in it; the original is kept",
        ),
    }
}

/// How the pages fared.
#[derive(Default)]
struct Account {
    pages: usize,
    blank: usize,
    failed: Vec<usize>,
    /// The indices of those that are pictures.
    pictures: Vec<usize>,
}

fn read_pages(pdf: &Pdf, output: &mut Output<'_>) -> Result<Account, Stop> {
    let labels = labels::labels(pdf);
    let mut account = Account { pages: pdf.pages().len(), ..Account::default() };
    let mut cache = InterpreterCache::new();
    let mut letters = Letters::new(pdf);
    for (index, page) in pdf.pages().iter().enumerate() {
        output.progress()?;
        let read = catch_unwind(AssertUnwindSafe(|| page_text(pdf, page, &cache, &mut letters)));
        let PageText { text, picture } = read.unwrap_or_else(|_| {
            account.failed.push(index + 1);
            // A panic may leave the shared cache half-written.
            cache = InterpreterCache::new();
            PageText { text: String::new(), picture: None }
        });
        account.blank += usize::from(text.trim().is_empty());
        account.pictures.extend(picture.map(|_| index));
        output.picture_page(labels.get(index).map(String::as_str), &text, picture)?;
    }
    Ok(account)
}

struct PageText {
    text: String,
    picture: Option<Picture>,
}

fn page_text<'a>(
    pdf: &'a Pdf,
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    letters: &mut Letters<'_>,
) -> PageText {
    let area = area(page);
    let collector = collect(pdf, page, cache, letters);
    let (unreadable, in_margin) = (collector.is_mostly_unreadable(), collector.is_in_margin());
    let (sight, glyphs) = collector.into_parts();
    let text = layout::text(glyphs);
    let letters = sight::Letters { text: &text, unreadable, in_margin };
    let picture = sight.judge(area.area(), &letters);
    PageText { text, picture }
}

/// What a viewer shows of a page, in points.
fn area(page: &Page<'_>) -> Rect {
    let (width, height) = page.render_dimensions();
    Rect::new(0.0, 0.0, f64::from(width), f64::from(height))
}

/// All that a page shows, in the coordinates of [`area`].
fn collect<'a, 'c, 'p>(
    pdf: &'a Pdf,
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    letters: &'c mut Letters<'p>,
) -> Collector<'c, 'p> {
    let area = area(page);
    let upright = Affine::new(page.initial_transform(true).as_coeffs());
    // The whole sheet, also where it is cropped: what was cut away is still in the document, and may be why.
    let sheet = page.media_box();
    let sheet = upright.transform_rect_bbox(Rect::new(sheet.x0, sheet.y0, sheet.x1, sheet.y1));
    let mut context = Context::new(upright, area, cache, pdf.xref(), InterpreterSettings::default());
    let mut collector = Collector::new(sheet.union(area), area, letters);
    interpret_page(page, &mut context, &mut collector);
    collector.add(widgets::values(page, upright));
    collector
}

impl Account {
    fn ending(&self, cut_short: bool, promised: Option<usize>) -> Ending {
        let mut reasons = Vec::new();
        if let Some(promised) = promised.filter(|&promised| promised > self.pages) {
            reasons.push(format!("the file promises {promised} pages and holds {}", self.pages));
        } else if cut_short {
            reasons.push("the file's end is missing, and with it perhaps some pages".to_owned());
        }
        if !self.failed.is_empty() {
            let failed: Vec<String> = self.failed.iter().take(10).map(ToString::to_string).collect();
            let more = if self.failed.len() > 10 { " and others" } else { "" };
            reasons.push(format!("the reader failed on page {}{more} of {}", failed.join(", "), self.pages));
        }
        // What is to be said of pictures, whoever reads them says.
        if self.pages > 0 && self.blank == self.pages && self.pictures.is_empty() {
            reasons.push(format!("{0} of {0} pages hold no text and no pictures of any", self.pages));
        }
        if reasons.is_empty() { Ending::OK } else { Ending::because(Outcome::Partial, reasons.join("; ")) }
    }
}

/// Whether the file lacks the trailer that every complete PDF ends with.
fn is_cut_short(input: &[u8]) -> bool {
    let end = &input[input.len().saturating_sub(4096)..];
    !contains(end, b"%%EOF") && !contains(end, b"startxref")
}

fn contains(bytes: &[u8], sought: &[u8]) -> bool {
    bytes.windows(sought.len()).any(|window| window == sought)
}

/// How many pages the page tree's root says there are.
fn promised_pages(pdf: &Pdf) -> Option<usize> {
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let promised: i32 = catalog.get::<Dict<'_>>("Pages")?.get("Count")?;
    usize::try_from(promised).ok()
}
