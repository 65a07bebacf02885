//! What an act on exhibits does, document by document: worked out once, to be shown or to be carried out.

use std::collections::{HashMap, HashSet};

use proof_model::{
    DocumentId, ExhibitScheme, Gap, Mark, NumberStyle, When, closed_up, folded, gap, numbered_through,
};
use proof_store::{ExhibitRecord, Read, Tx};

use super::{in_case, number_of, twice};
use crate::LibraryError;

/// How exhibits are to be numbered anew.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renumber {
    /// The scheme.
    pub scheme: String,
    /// In which order.
    pub by: NumberBy,
    /// For the given order: all documents or some, which then go before `before`.
    pub documents: Vec<String>,
    /// The document before which those go; to the end where empty.
    pub before: String,
    /// The first mark from now on; the scheme's where empty.
    pub first: String,
}

/// In which order exhibits are numbered anew.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum NumberBy {
    /// As they stand.
    #[default]
    Mark,
    /// The date on the document; those without behind.
    Dated,
    /// Title.
    Title,
    /// As they are listed.
    Given,
}

/// What an act on exhibits does, or did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkPlan {
    /// The documents, in the new order; those that lose their mark last.
    pub rows: Vec<MarkChange>,
    /// How many marks come, go or become others.
    pub changed: usize,
}

/// What becomes of a document's mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkChange {
    /// The document.
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// Its mark before; none where it had none.
    pub before: Option<String>,
    /// Its mark after; none where it loses it.
    pub after: Option<String>,
}

/// A scheme before and after, with what becomes of each mark.
pub(super) struct Plan {
    old: ExhibitScheme,
    new: ExhibitScheme,
    rows: Vec<Row>,
}

struct Row {
    document: DocumentId,
    title: String,
    before: Option<Mark>,
    after: Option<Mark>,
}

impl Plan {
    /// Another first mark: all move by the same number.
    pub(super) fn shifted(
        read: Read<'_>,
        old: &ExhibitScheme,
        new: &ExhibitScheme,
    ) -> Result<Self, LibraryError> {
        let moved = |mark: Mark| {
            let number = new.first.saturating_add(mark.number().saturating_sub(old.first));
            Mark::new(number, &mark.letter())
        };
        let rows = read.exhibits(old.id)?.into_iter().map(|exhibit| {
            let after = moved(exhibit.mark);
            Row::of(exhibit, after)
        });
        Ok(Self { old: old.clone(), new: new.clone(), rows: rows.collect() })
    }

    /// The next numbers for documents, or the next letters behind an exhibit.
    pub(super) fn assigned(
        read: Read<'_>,
        scheme: &ExhibitScheme,
        keys: &[String],
        behind: &str,
    ) -> Result<Self, LibraryError> {
        let mut rows = Vec::with_capacity(keys.len());
        for found in in_case(read, scheme.case, keys)? {
            if let Some(mark) = read.mark_of(scheme.id, found.document)? {
                let (title, mark) = (found.title, scheme.shown(mark));
                let words =
                    format!("“{title}” is marked {mark} already: leave it out, or take its mark away first");
                return Err(LibraryError::Refused(words));
            }
            rows.push(Row { document: found.document, title: found.title, before: None, after: None });
        }
        if behind.trim().is_empty() {
            let first = scheme.next(read.last_mark(scheme.id, None)?);
            for (row, mark) in rows.iter_mut().zip(numbered_through(first.number(), keys.len())) {
                row.after = Some(mark);
            }
        } else {
            let mut last = last_behind(read, scheme, behind)?;
            for row in &mut rows {
                last = last.next_letter().ok_or_else(|| {
                    let number = scheme.shown(Mark::whole(last.number()));
                    LibraryError::Refused(format!(
                        "behind {number} are not so many letters left: Z is the last. Give the next numbers instead"
                    ))
                })?;
                row.after = Some(last);
            }
        }
        Ok(Self { old: scheme.clone(), new: scheme.clone(), rows })
    }

    /// All exhibits of a scheme in another order, without letters.
    pub(super) fn renumbered(read: Read<'_>, wanted: &Renumber) -> Result<Self, LibraryError> {
        let old = read.find_scheme(&wanted.scheme)?.scheme;
        let mut new = old.clone();
        if !wanted.first.trim().is_empty() {
            (new.style, new.first) = NumberStyle::of_first(&wanted.first, NumberStyle::EXHIBIT_DIGITS)?;
            super::refuse_taken(read, &new)?;
        }
        let exhibits = ordered(read, read.exhibits(old.id)?, wanted)?;
        let marks = numbered_through(new.first, exhibits.len());
        let rows = exhibits.into_iter().zip(marks).map(|(exhibit, mark)| Row::of(exhibit, Some(mark)));
        Ok(Self { rows: rows.collect(), old, new })
    }

    /// Documents without their marks; those behind move up where gaps are to be closed.
    pub(super) fn removed(
        read: Read<'_>,
        scheme: &ExhibitScheme,
        keys: &[String],
        close_gaps: bool,
    ) -> Result<Self, LibraryError> {
        let exhibits = read.exhibits(scheme.id)?;
        let chosen: HashSet<DocumentId> = chosen(read, scheme, &exhibits, keys)?.into_iter().collect();
        let (gone, stay): (Vec<_>, Vec<_>) =
            exhibits.into_iter().partition(|exhibit| chosen.contains(&exhibit.document));
        let marks: Vec<Mark> = stay.iter().map(|exhibit| exhibit.mark).collect();
        if let Some(gap) = gap(scheme.first, marks.iter().copied()).filter(|_| !close_gaps) {
            return Err(refused(scheme, gap));
        }
        let after = closed_up(scheme.first, &marks);
        let stay = stay.into_iter().zip(after).map(|(exhibit, mark)| Row::of(exhibit, Some(mark)));
        let rows = stay.chain(gone.into_iter().map(|exhibit| Row::of(exhibit, None))).collect();
        Ok(Self { old: scheme.clone(), new: scheme.clone(), rows })
    }

    /// Carries it out: the rows that become others, and no more.
    pub(super) fn carry_out(&self, tx: &Tx<'_>) -> Result<(), LibraryError> {
        if self.old != self.new {
            tx.update_scheme(&self.new)?;
        }
        let changed = self.rows.iter().filter(|row| self.before(row) != self.after(row));
        let marks: Vec<_> = changed.map(|row| (row.document, row.after)).collect();
        Ok(tx.set_exhibits(&self.new, &marks)?)
    }

    /// As it is told: all rows, or those alone that become others.
    pub(super) fn told(&self, all: bool) -> MarkPlan {
        let (mut rows, mut changed) = (Vec::new(), 0);
        for row in &self.rows {
            let (before, after) = (self.before(row), self.after(row));
            let is_changed = before != after;
            changed += usize::from(is_changed);
            if all || is_changed {
                rows.push(MarkChange { document: row.document, title: row.title.clone(), before, after });
            }
        }
        MarkPlan { rows, changed }
    }

    fn before(&self, row: &Row) -> Option<String> {
        row.before.map(|mark| self.old.shown(mark))
    }

    fn after(&self, row: &Row) -> Option<String> {
        row.after.map(|mark| self.new.shown(mark))
    }
}

impl Row {
    fn of(exhibit: ExhibitRecord, after: Option<Mark>) -> Self {
        Self { document: exhibit.document, title: exhibit.title, before: Some(exhibit.mark), after }
    }
}

/// The last mark of the number behind which exhibits are put in.
fn last_behind(read: Read<'_>, scheme: &ExhibitScheme, behind: &str) -> Result<Mark, LibraryError> {
    let number = number_of(scheme, behind)?;
    read.last_mark(scheme.id, Some(number))?.ok_or_else(|| {
        let mark = scheme.shown(Mark::whole(number));
        LibraryError::Refused(format!("there is no exhibit {mark} to go behind: name one that there is"))
    })
}

fn ordered(
    read: Read<'_>,
    mut exhibits: Vec<ExhibitRecord>,
    wanted: &Renumber,
) -> Result<Vec<ExhibitRecord>, LibraryError> {
    if wanted.by != NumberBy::Given && !(wanted.documents.is_empty() && wanted.before.is_empty()) {
        let words = "documents are listed for the given order alone: choose that, or list none";
        return Err(LibraryError::Refused(words.to_owned()));
    }
    // Each of these keeps the order of the marks where it tells nothing.
    match wanted.by {
        NumberBy::Mark => {}
        NumberBy::Dated => {
            let key = |exhibit: &ExhibitRecord| When::parse(&exhibit.dated).unwrap_or_default().sort_key();
            exhibits.sort_by_cached_key(key);
        }
        NumberBy::Title => exhibits.sort_by_cached_key(|exhibit| exhibit.title.to_lowercase()),
        NumberBy::Given => return given(read, exhibits, wanted),
    }
    Ok(exhibits)
}

/// The listed exhibits together, in their order, before the one that is named or at the end.
fn given(
    read: Read<'_>,
    exhibits: Vec<ExhibitRecord>,
    wanted: &Renumber,
) -> Result<Vec<ExhibitRecord>, LibraryError> {
    let scheme = read.find_scheme(&wanted.scheme)?.scheme;
    let moved = chosen(read, &scheme, &exhibits, &wanted.documents)?;
    let places: HashMap<DocumentId, usize> = moved.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let before = match wanted.before.trim() {
        "" => None,
        key => chosen(read, &scheme, &exhibits, &[key.to_owned()])?.pop(),
    };
    let (mut listed, mut order): (Vec<_>, Vec<_>) =
        exhibits.into_iter().partition(|exhibit| places.contains_key(&exhibit.document));
    listed.sort_by_key(|exhibit| places.get(&exhibit.document).copied());
    let at = match before {
        None => order.len(),
        Some(before) => order.iter().position(|exhibit| exhibit.document == before).ok_or_else(|| {
            let words = "documents cannot go before one of themselves: name another to go before";
            LibraryError::Refused(words.to_owned())
        })?,
    };
    order.splice(at..at, listed);
    Ok(order)
}

/// The documents that keys mean, each of which bears a mark of the scheme.
fn chosen(
    read: Read<'_>,
    scheme: &ExhibitScheme,
    exhibits: &[ExhibitRecord],
    keys: &[String],
) -> Result<Vec<DocumentId>, LibraryError> {
    if keys.is_empty() {
        return Err(LibraryError::Refused("no documents were given: choose some".to_owned()));
    }
    let borne: HashSet<DocumentId> = exhibits.iter().map(|exhibit| exhibit.document).collect();
    let (mut seen, mut found) = (HashSet::with_capacity(keys.len()), Vec::with_capacity(keys.len()));
    for key in keys {
        let known = key.trim().parse().ok().filter(|id| borne.contains(id));
        let id = known.map_or_else(|| marked(read, scheme, exhibits, key), Ok)?;
        if !seen.insert(id) {
            return Err(twice(&read.document_title(id)?));
        }
        found.push(id);
    }
    Ok(found)
}

/// The exhibit that a mark, or else a document's title, means.
fn marked(
    read: Read<'_>,
    scheme: &ExhibitScheme,
    exhibits: &[ExhibitRecord],
    key: &str,
) -> Result<DocumentId, LibraryError> {
    let sought = proof_model::SoughtNumber::parse(key);
    let sought = sought.filter(|sought| sought.folded == folded(scheme.style.prefix()));
    if let Some(found) = sought.and_then(|sought| exhibits.iter().find(|exhibit| exhibit.mark == sought.mark))
    {
        return Ok(found.document);
    }
    let document = read.find_document(key)?.document;
    if exhibits.iter().any(|exhibit| exhibit.document == document.id) {
        return Ok(document.id);
    }
    let words =
        format!("“{}” bears no mark of the exhibits {}: leave it out", document.title, scheme.style.name());
    Err(LibraryError::Refused(words))
}

fn refused(scheme: &ExhibitScheme, gap: Gap) -> LibraryError {
    let (Gap::Missing(mark) | Gap::Double(mark)) = gap;
    let words = format!(
        "{} would be missing although marks behind it stand: take those away as well, or close the gap, which moves them up",
        scheme.shown(mark)
    );
    LibraryError::Refused(words)
}
