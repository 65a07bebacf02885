//! The concordance: mark, Bates number, page of the file and printed label, each found from any other, for today's
//! numbering and for earlier ones.

mod write;

use std::collections::{HashMap, HashSet};

use chrono::DateTime;
use proof_model::{CaseId, DocumentId, NumberStyle, SoughtNumber, folded};
use proof_store::{NumberKind, Numbered, Numbering, Read, StoreError};

use crate::{Library, LibraryError};

/// What is to be found by one of its numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// A mark, a Bates number, or a document; empty for all of the case.
    pub find: String,
    /// Page of the file, from 1.
    pub page: Option<u32>,
    /// Label that is printed on the page.
    pub label: Option<String>,
    /// Only this case.
    pub case: Option<String>,
    /// The numbering that stood after this line of the ledger; today's, with what went before it, where none is given.
    pub numbering: Option<u64>,
}

/// Under which numbers a document, or a page of it, is known or was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concorded {
    /// The document.
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// Its exhibit marks: today's first, then the newest.
    pub marks: Vec<Borne>,
    /// Its Bates numbers, in the same order; of the page alone where there is one.
    pub bates: Vec<Borne>,
    /// Page of the file, from 1; none for the document as a whole.
    pub page: Option<u32>,
    /// The label that is printed on that page.
    pub label: Option<String>,
    /// In words, where what was asked for is an earlier number.
    pub earlier: Option<String>,
}

/// A number as it is written, with how long it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Borne {
    /// As it is written.
    pub shown: String,
    /// The number.
    pub number: Numbered,
}

/// A numbering: what stands after a line of the ledger that changed numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberingState {
    /// The line.
    pub line: Numbering,
    /// How many documents bore an exhibit mark after it.
    pub exhibits: usize,
    /// How many bore Bates numbers.
    pub produced: usize,
    /// Whether it is today's.
    pub current: bool,
}

/// Where is looked.
#[derive(Clone, Copy)]
struct Scope<'a> {
    read: Read<'a>,
    case: Option<CaseId>,
    /// After which line of the ledger; today and before where none is given.
    at: Option<u64>,
}

/// A document that was found, by which number, and on which page.
struct Hit {
    document: DocumentId,
    asked: Option<Numbered>,
    page: Option<u32>,
}

impl Library {
    /// Finds documents and pages by a mark, a Bates number, a page or a printed label. What bears the number today comes
    /// first, then what bore it, the newest first. For a whole case: one row a document, in the order of the marks.
    ///
    /// # Errors
    /// Where nothing is or was known by that, or the document has no such page.
    pub fn concordance(&self, asked: &Asked) -> Result<Vec<Concorded>, LibraryError> {
        self.read(|read| {
            let scope = Scope::of(read, asked.case.as_deref(), asked.numbering)?;
            if asked.find.trim().is_empty() {
                if asked.page.is_some() || asked.label.is_some() {
                    let words = "a page is one of a document: name the document, or a number of it";
                    return Err(LibraryError::Refused(words.to_owned()));
                }
                return scope.whole();
            }
            let mut rows = Vec::new();
            for hit in scope.hits(&asked.find)? {
                rows.extend(scope.rows(&hit, asked)?);
            }
            Ok(rows)
        })
    }

    /// The numberings of one case or of all, newest first.
    ///
    /// # Errors
    /// Where there is no such case.
    pub fn numberings(&self, case: Option<&str>) -> Result<Vec<NumberingState>, LibraryError> {
        self.read(|read| {
            let case = Scope::of(read, case, None)?.case;
            let mut states = counted(read.numberings(case)?, &read.every_number(case)?);
            states.reverse();
            if let Some(newest) = states.first_mut() {
                newest.current = true;
            }
            Ok(states)
        })
    }
}

impl<'a> Scope<'a> {
    fn of(read: Read<'a>, case: Option<&str>, at: Option<u64>) -> Result<Self, LibraryError> {
        let case = case.map(|key| read.find_case(key)).transpose()?.map(|case| case.id);
        let last = read.head()?.seq;
        match at {
            Some(seq) if seq == 0 || seq > last => Err(LibraryError::Refused(format!(
                "the ledger has no line {seq}: it ends with line {last}. The list of numberings has those that can be chosen"
            ))),
            at => Ok(Self { read, case, at }),
        }
    }

    /// Whether a number is of the case, and of the numbering where one was asked for.
    fn holds(&self, number: &Numbered) -> bool {
        self.case.is_none_or(|case| case == number.case) && (self.at.is_none() || number.stood(self.at))
    }

    fn hits(&self, find: &str) -> Result<Vec<Hit>, LibraryError> {
        let mut hits = Vec::new();
        let mut seen = HashSet::new();
        if let Some(sought) = SoughtNumber::parse(find) {
            for number in self.read.find_numbers(&sought)? {
                let page = number.page_of(sought.mark.number());
                if self.holds(&number) && seen.insert((number.document, page)) {
                    hits.push(Hit { document: number.document, page, asked: Some(number) });
                }
            }
        }
        match self.read.find_document(find) {
            // Where a number was found, only a document that is called just so is meant as well.
            Ok(found) if hits.is_empty() || found.document.title == find.trim() => {
                let document = found.document.id;
                if !hits.iter().any(|hit| hit.document == document) {
                    hits.push(Hit { document, asked: None, page: None });
                }
            }
            Ok(_) => {}
            Err(StoreError::NotFound { .. }) if hits.is_empty() => {
                let what = "mark, Bates number or document";
                return Err(StoreError::NotFound { what, key: find.trim().to_owned() }.into());
            }
            Err(_) if !hits.is_empty() => {}
            Err(error) => return Err(error.into()),
        }
        Ok(hits)
    }

    /// The rows of a document that was found: one, or one for each page that bears the label.
    fn rows(&self, hit: &Hit, asked: &Asked) -> Result<Vec<Concorded>, LibraryError> {
        // A document that came with an import that was undone since.
        let Some(title) = self.read.title_of(hit.document)? else { return Ok(Vec::new()) };
        let numbers = self.read.every_number_of(hit.document)?;
        let labels = self.read.page_labels(hit.document)?;
        let label_of = |page: u32| labels.iter().find(|(number, _)| *number == page)?.1.clone();
        let pages: Vec<Option<u32>> = match &asked.label {
            Some(label) => labelled(&labels, label, asked.page, &title)?,
            None => vec![asked.page.or(hit.page)],
        };
        let most = pages_of(&labels, &numbers);
        let mut rows = Vec::with_capacity(pages.len());
        for page in pages {
            if let Some(page) = page.filter(|page| !(1..=most).contains(page)) {
                return Err(StoreError::NoPage { document: title, page, pages: most }.into());
            }
            let label = page.and_then(label_of);
            let earlier = hit.asked.as_ref().and_then(|asked| earlier(asked, page, &numbers));
            rows.push(self.row(hit.document, title.clone(), &numbers, (page, label, earlier)));
        }
        Ok(rows)
    }

    fn row(
        &self,
        document: DocumentId,
        title: String,
        numbers: &[Numbered],
        (page, label, earlier): (Option<u32>, Option<String>, Option<String>),
    ) -> Concorded {
        let borne = |kind| {
            let own = numbers.iter().filter(move |number| number.kind == kind && self.holds(number));
            own.filter_map(|number| Some(Borne { shown: written(number, page)?, number: number.clone() }))
                .collect()
        };
        let (marks, bates) = (borne(NumberKind::Exhibit), borne(NumberKind::Bates));
        Concorded { document, title, marks, bates, page, label, earlier }
    }

    /// Every document that bears a number or bore one, in the order of the numbers.
    fn whole(&self) -> Result<Vec<Concorded>, LibraryError> {
        let mut rows = Vec::new();
        for (document, numbers) in self.by_document()? {
            if let Some(title) = self.read.title_of(document)? {
                rows.push(self.row(document, title, &numbers, (None, None, None)));
            }
        }
        Ok(rows)
    }

    fn by_document(&self) -> Result<Vec<(DocumentId, Vec<Numbered>)>, LibraryError> {
        let mut numbers = self.read.every_number(self.case)?;
        numbers.retain(|number| self.holds(number));
        if self.at.is_some() {
            // They come with today's first, which is no order for an earlier numbering.
            numbers.sort_by_cached_key(|number| {
                let prefix = folded(NumberStyle::of_shown(&number.first).prefix());
                (number.kind, number.case, prefix, number.mark)
            });
        }
        let mut places: HashMap<DocumentId, usize> = HashMap::new();
        let mut documents: Vec<(DocumentId, Vec<Numbered>)> = Vec::new();
        for number in numbers {
            let at = *places.entry(number.document).or_insert(documents.len());
            if at == documents.len() {
                documents.push((number.document, Vec::new()));
            }
            documents[at].1.push(number);
        }
        for (_, numbers) in &mut documents {
            numbers.sort_by_key(|number| (number.until.is_some(), std::cmp::Reverse(number.until)));
        }
        Ok(documents)
    }
}

/// A number as it is written: for a page that page's alone. None where the page bears none of them.
fn written(number: &Numbered, page: Option<u32>) -> Option<String> {
    match (number.kind, page) {
        (NumberKind::Bates, Some(page)) => number.of_page(page),
        _ => Some(number.shown()),
    }
}

/// How many pages a document has, as far as its text or its Bates numbers tell: at least one.
fn pages_of(labels: &[(u32, Option<String>)], numbers: &[Numbered]) -> u32 {
    let read = labels.last().map_or(1, |(number, _)| *number);
    let bates = numbers.iter().filter(|number| number.kind == NumberKind::Bates);
    bates.map(|number| number.pages).fold(read, u32::max)
}

/// The pages that bear a printed label.
fn labelled(
    labels: &[(u32, Option<String>)],
    label: &str,
    page: Option<u32>,
    title: &str,
) -> Result<Vec<Option<u32>>, LibraryError> {
    let wanted = label.trim().to_lowercase();
    let bears =
        |found: &Option<String>| found.as_ref().is_some_and(|found| found.trim().to_lowercase() == wanted);
    let found =
        labels.iter().filter(|(number, found)| bears(found) && page.is_none_or(|page| page == *number));
    let pages: Vec<Option<u32>> = found.map(|(number, _)| Some(*number)).collect();
    if !pages.is_empty() {
        return Ok(pages);
    }
    let on = page.map_or_else(|| "no page of".to_owned(), |page| format!("not page {page} of"));
    let words =
        format!("“{}” is printed on {on} “{title}”: ask for a page of the file instead", label.trim());
    Err(LibraryError::Refused(words))
}

/// What became of a number that a document bore once: "PX-004 until 3 March 2021, today PX-007". None where it bears it.
fn earlier(asked: &Numbered, page: Option<u32>, numbers: &[Numbered]) -> Option<String> {
    let was = written(asked, page).unwrap_or_else(|| asked.shown());
    let until = asked.until_at.as_deref()?;
    let today = |is_meant: &dyn Fn(&Numbered) -> bool| -> Vec<String> {
        let now = numbers.iter().filter(|number| number.stood(None) && number.kind == asked.kind);
        now.filter(|number| is_meant(number)).filter_map(|number| written(number, page)).collect()
    };
    let mut now = today(&|number| number.series == asked.series);
    if now.is_empty() {
        now = today(&|number| number.case == asked.case);
    }
    if now.contains(&was) {
        return None;
    }
    let until = DateTime::parse_from_rfc3339(until)
        .map_or_else(|_| until.to_owned(), |date| date.format("%-d %B %Y").to_string());
    let now = if now.is_empty() { "none today".to_owned() } else { format!("today {}", now.join(", ")) };
    Some(format!("{was} until {until}, {now}"))
}

/// How many documents bore numbers after each line.
fn counted(lines: Vec<Numbering>, numbers: &[Numbered]) -> Vec<NumberingState> {
    let mut turns: Vec<(u64, NumberKind, DocumentId, i64)> = Vec::with_capacity(2 * numbers.len());
    for number in numbers {
        turns.push((number.since, number.kind, number.document, 1));
        turns.extend(number.until.map(|until| (until, number.kind, number.document, -1)));
    }
    turns.sort_unstable();
    let mut borne: HashMap<(NumberKind, DocumentId), i64> = HashMap::new();
    let mut counts = [0_usize; 2];
    let mut turns = turns.into_iter().peekable();
    let mut state = |line: Numbering| {
        while let Some((_, kind, document, by)) = turns.next_if(|turn| turn.0 <= line.seq) {
            let count = borne.entry((kind, document)).or_default();
            let before = *count > 0;
            *count += by;
            let counted = &mut counts[usize::from(kind == NumberKind::Bates)];
            match (before, *count > 0) {
                (false, true) => *counted += 1,
                (true, false) => *counted -= 1,
                _ => {}
            }
        }
        NumberingState { line, exhibits: counts[0], produced: counts[1], current: false }
    };
    lines.into_iter().map(&mut state).collect()
}
