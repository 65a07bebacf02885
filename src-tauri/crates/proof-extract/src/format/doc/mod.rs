//! Word documents of Word 97 to 2003, and of Word 6 and 95 as far as their text goes (DOC, [MS-DOC]).

mod fib;
mod formatting;
mod notes;
mod pieces;
mod teller;

use super::office::{send_pages, send_summary, slice, u16_at, u32_at, whole};
use crate::ole::CompoundFile;
use crate::output::{Ending, Output, Reading};
use fib::{Fib, Part};
use formatting::{Formatting, Of};
use pieces::Unit;
use proof_model::Outcome;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use teller::{Reference, Setting};

/// Reads a document: its body with notes and comments at the end of their page, and after that text boxes, headers and
/// footers under their names.
pub(crate) fn read(input: &[u8], output: &mut Output<'_>) -> Reading {
    let Some(file) = CompoundFile::open(input) else {
        return Ok(damaged("its compound file cannot be opened"));
    };
    send_summary(&file, output)?;
    let Some(stream) = file.stream("WordDocument") else {
        return Ok(damaged("its main stream is missing"));
    };
    let Some(fib) = Fib::read(&stream) else {
        return Ok(damaged("its main stream does not begin as one"));
    };
    if fib.encrypted {
        let reason = "it opens only with a password; the original is kept";
        return Ok(Ending::because(Outcome::Encrypted, reason));
    }
    let tables = match (fib.is_old(), fib.first_table) {
        (true, _) => stream.clone(),
        (false, true) => file.stream("1Table").or_else(|| file.stream("0Table")).unwrap_or_default(),
        (false, false) => file.stream("0Table").or_else(|| file.stream("1Table")).unwrap_or_default(),
    };
    output.progress()?;
    let Some(text) = pieces::text(&fib, &stream, &tables) else {
        return Ok(damaged("it does not say where its text is"));
    };
    let promised: u64 = fib.lengths.iter().copied().map(u64::from).sum();
    let document = Document { fib, stream, tables, text: &text };
    send_pages(&document.pages(), output)?;
    if file.stream("\u{9}DRMContent").is_some() {
        let reason =
            "its words can be read only with the permission of its owner; this is the notice in their place";
        return Ok(Ending::because(Outcome::Partial, reason));
    }
    if promised > text.len() as u64 + 1 {
        return Ok(Ending::because(
            Outcome::Partial,
            "the document is damaged: a part of its text is missing",
        ));
    }
    Ok(whole(file.stream("Data").is_some_and(|pictures| !pictures.is_empty()), output))
}

fn damaged(what: &str) -> Ending {
    Ending::because(Outcome::Crash, format!("the document is damaged: {what}; the original is kept"))
}

/// Bytes that are kept for each section (2.9.243).
const SECTION: usize = 12;

struct Document<'t> {
    fib: Fib,
    stream: Vec<u8>,
    tables: Vec<u8>,
    text: &'t [Unit],
}

impl Document<'_> {
    fn pages(&self) -> Vec<String> {
        let [body, footnotes, headers, _, comments, endnotes, boxes, header_boxes] = self.parts();
        let formatting = |of, part| Formatting::read(of, self.part(part), &self.stream);
        let mut setting = Setting {
            characters: formatting(Of::Characters, Part::Characters),
            paragraphs: formatting(Of::Paragraphs, Part::Paragraphs),
            references: HashMap::new(),
            same_page: HashSet::new(),
        };
        let told = |range: Range<usize>, setting: &Setting| teller::lines(&self.text[range], setting);
        let (heads, feet) = self.margins(&headers, |range| told(range, &setting));
        let boxes = vec![told(boxes, &setting), told(header_boxes, &setting)];
        let mut references = HashMap::new();
        for (index, (at, range)) in
            self.notes(Part::FootnoteReferences, 2, Part::FootnoteTexts, footnotes).into_iter().enumerate()
        {
            references.insert(at, Reference::Footnote(index + 1, told(range, &setting)));
        }
        for (index, (at, range)) in
            self.notes(Part::EndnoteReferences, 2, Part::EndnoteTexts, endnotes).into_iter().enumerate()
        {
            references.insert(at, Reference::Endnote(index + 1, told(range, &setting)));
        }
        let authors = notes::authors(self.part(Part::CommentAuthors), self.part(Part::CommentReferences));
        let comments = self.notes(Part::CommentReferences, notes::COMMENT, Part::CommentTexts, comments);
        for (index, (at, range)) in comments.into_iter().enumerate() {
            let author = authors.get(index).cloned().unwrap_or_default();
            references.insert(at, Reference::Comment(author, told(range, &setting)));
        }
        setting.references = references;
        setting.same_page = self.same_page();
        let story = teller::tell(&self.text[body], &setting);
        story.into_pages(&[("Text boxes", boxes), ("Header", heads), ("Footer", feet)])
    }

    /// Ends of sections after which the next one goes on on the same page (2.8.26).
    fn same_page(&self) -> HashSet<usize> {
        let table = self.part(Part::Sections);
        let ends = notes::positions(table, SECTION);
        let goes_on = |index: usize| {
            let at = u32_at(table, 4 * ends.len() + SECTION * index + 2)?;
            let length = u16_at(&self.stream, usize::try_from(at).ok()?)?;
            Some(formatting::goes_on(slice(&self.stream, at.checked_add(2)?, length.into())?))
        };
        let sections = (1..ends.len()).filter(|&index| goes_on(index).unwrap_or(false));
        sections.filter_map(|index| (ends[index] as usize).checked_sub(1)).collect()
    }

    fn part(&self, part: Part) -> &[u8] {
        self.fib.part(part, &self.stream, &self.tables).unwrap_or_default()
    }

    /// Where the parts of the text are in it.
    fn parts(&self) -> [Range<usize>; 8] {
        let mut end = 0_usize;
        self.fib.lengths.map(|length| {
            let start = end.min(self.text.len());
            end = end.saturating_add(length as usize);
            start..end.min(self.text.len())
        })
    }

    /// Where the body refers to notes, and where their text is.
    fn notes(
        &self,
        references: Part,
        data: usize,
        texts: Part,
        within: Range<usize>,
    ) -> Vec<(usize, Range<usize>)> {
        let references = notes::positions(self.part(references), data);
        let texts = notes::stretches(&notes::positions(self.part(texts), 0), within.start, within.end);
        references.into_iter().map(|at| at as usize).zip(texts).collect()
    }

    /// Headers and footers: after six that part notes from text, six for each section (2.3.5).
    fn margins(
        &self,
        within: &Range<usize>,
        tell: impl Fn(Range<usize>) -> String,
    ) -> (Vec<String>, Vec<String>) {
        let positions = notes::positions(self.part(Part::Headers), 0);
        let stretches = notes::stretches(&positions, within.start, within.end);
        let (mut heads, mut feet) = (Vec::new(), Vec::new());
        for (index, range) in stretches.into_iter().skip(6).enumerate() {
            let list = if matches!(index % 6, 2 | 3 | 5) { &mut feet } else { &mut heads };
            list.push(crate::text::clean(&tell(range)));
        }
        (heads, feet)
    }
}
