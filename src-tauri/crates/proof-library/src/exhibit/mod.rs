//! Exhibits: the schemes by which documents of a case are marked, and the marks.
//!
//! Within a scheme the numbers run from its first on without gaps and doubles; letters run A, B, … behind a number.

mod plan;

use proof_model::{CaseId, ExhibitScheme, Mark, NumberStyle, SoughtNumber, folded};
use proof_store::{Read, SchemeRecord};

use crate::{Changed, Library, LibraryError, Op, event::named};

use plan::Plan;
pub use plan::{MarkChange, MarkPlan, NumberBy, Renumber};

impl Library {
    /// The schemes of one case or of all.
    ///
    /// # Errors
    /// Where there is no such case.
    pub fn schemes(&self, case: Option<&str>) -> Result<Vec<SchemeRecord>, LibraryError> {
        self.read(|read| {
            let case = case.map(|key| read.find_case(key)).transpose()?;
            Ok(read.schemes(case.map(|case| case.id))?)
        })
    }

    /// Adds a scheme to a case: its first mark as it is written, and whose exhibits they are.
    ///
    /// # Errors
    /// Where there is no such case, the mark is none, or the prefix is taken there.
    pub fn add_scheme(
        &self,
        case: &str,
        first: &str,
        whose: &str,
    ) -> Result<(SchemeRecord, Changed), LibraryError> {
        let (style, first) = NumberStyle::of_first(first, NumberStyle::EXHIBIT_DIGITS)?;
        let case = self.read::<_, LibraryError>(|read| Ok(read.find_case(case)?))?.id;
        let scheme = ExhibitScheme { id: self.id(), case, style, first, whose: whose.trim().to_owned() };
        let op = Op::AddScheme { prefix: scheme.style.name().to_owned() };
        let ((), changed) = self.transact(&op, |tx| {
            refuse_taken(**tx, &scheme)?;
            Ok(tx.add_scheme(&scheme)?)
        })?;
        Ok((self.scheme(&scheme.id.to_string())?, changed))
    }

    /// Changes a scheme. Another first mark renumbers its exhibits; their order and letters stay.
    ///
    /// # Errors
    /// Where there is no such scheme, the mark is none, or its prefix is taken in the case.
    pub fn edit_scheme(
        &self,
        key: &str,
        first: Option<&str>,
        whose: Option<&str>,
    ) -> Result<(SchemeRecord, Changed), LibraryError> {
        let old = self.scheme(key)?.scheme;
        let mut new = old.clone();
        if let Some(first) = first {
            (new.style, new.first) = NumberStyle::of_first(first, NumberStyle::EXHIBIT_DIGITS)?;
        }
        if let Some(whose) = whose {
            whose.trim().clone_into(&mut new.whose);
        }
        let op = Op::EditScheme { prefix: old.style.name().to_owned() };
        let ((), changed) = self.transact(&op, |tx| {
            refuse_taken(**tx, &new)?;
            Plan::shifted(**tx, &old, &new)?.carry_out(tx)
        })?;
        Ok((self.scheme(&old.id.to_string())?, changed))
    }

    /// Takes a scheme away, with its marks. Undo brings them back.
    ///
    /// # Errors
    /// Where there is no such scheme.
    pub fn remove_scheme(&self, key: &str) -> Result<Changed, LibraryError> {
        let scheme = self.scheme(key)?.scheme;
        let op = Op::RemoveScheme { prefix: scheme.style.name().to_owned() };
        Ok(self.transact(&op, |tx| Ok(tx.remove_scheme(scheme.id)?))?.1)
    }

    /// Marks documents of the scheme's case with its next numbers, in the order given; with letters behind the exhibit
    /// `behind` where that is not empty: a number or a mark.
    ///
    /// # Errors
    /// Where a document is not in the case, marked already or listed twice, or the letters do not suffice: then none is
    /// marked.
    pub fn assign_exhibits(
        &self,
        scheme: &str,
        documents: &[String],
        behind: &str,
    ) -> Result<(MarkPlan, Changed), LibraryError> {
        let scheme = self.scheme(scheme)?.scheme;
        let op = Op::MarkExhibits { count: counted(documents.len()) };
        self.transact(&op, |tx| {
            let plan = Plan::assigned(**tx, &scheme, documents, behind)?;
            plan.carry_out(tx)?;
            Ok(plan.told(false))
        })
    }

    /// What numbering exhibits anew would do. Nothing is done.
    ///
    /// # Errors
    /// As [`Library::renumber_exhibits`].
    pub fn plan_exhibits(&self, wanted: &Renumber) -> Result<MarkPlan, LibraryError> {
        self.read(|read| Ok(Plan::renumbered(read, wanted)?.told(true)))
    }

    /// Numbers exhibits anew, without letters.
    ///
    /// # Errors
    /// Where there is no such scheme, a document does not bear its mark or is listed twice, or the new prefix is taken.
    pub fn renumber_exhibits(&self, wanted: &Renumber) -> Result<(MarkPlan, Changed), LibraryError> {
        let scheme = self.scheme(&wanted.scheme)?.scheme;
        let op = Op::RenumberExhibits { prefix: scheme.style.name().to_owned() };
        self.transact(&op, |tx| {
            let plan = Plan::renumbered(**tx, wanted)?;
            plan.carry_out(tx)?;
            Ok(plan.told(true))
        })
    }

    /// Takes marks away. With `close_gaps` those behind move up.
    ///
    /// # Errors
    /// Where a document does not bear a mark of the scheme, or a gap would be left.
    pub fn remove_exhibits(
        &self,
        scheme: &str,
        documents: &[String],
        close_gaps: bool,
    ) -> Result<(MarkPlan, Changed), LibraryError> {
        let scheme = self.scheme(scheme)?.scheme;
        let count = counted(documents.len());
        let op = Op::RemoveExhibits { count, prefix: scheme.style.name().to_owned() };
        self.transact(&op, |tx| {
            let plan = Plan::removed(**tx, &scheme, documents, close_gaps)?;
            plan.carry_out(tx)?;
            Ok(plan.told(false))
        })
    }

    fn scheme(&self, key: &str) -> Result<SchemeRecord, LibraryError> {
        let key = named(key, "the exhibit scheme")?;
        self.read(|read| Ok(read.find_scheme(&key)?))
    }
}

/// The documents of a case that are to get numbers, in the order given.
///
/// # Errors
/// Where there is none of them, or one is not there, not in the case or listed twice.
pub(crate) fn in_case(
    read: Read<'_>,
    case: CaseId,
    keys: &[String],
) -> Result<Vec<proof_store::Numberable>, LibraryError> {
    if keys.is_empty() {
        return Err(LibraryError::Refused("no documents were given: choose some".to_owned()));
    }
    let mut seen = std::collections::HashSet::with_capacity(keys.len());
    let mut found = Vec::with_capacity(keys.len());
    for key in keys {
        let document = read.numberable(key, case)?;
        if !document.is_filed {
            let (title, case) = (document.title, read.case_name(case)?);
            let words = format!("“{title}” is not in the case “{case}”: put it there first, or leave it out");
            return Err(LibraryError::Refused(words));
        }
        if !seen.insert(document.document) {
            return Err(twice(&document.title));
        }
        found.push(document);
    }
    Ok(found)
}

pub(crate) fn twice(title: &str) -> LibraryError {
    LibraryError::Refused(format!("“{title}” is listed twice: name each document once"))
}

/// Refuses a prefix that reads like that of another scheme of the case: a mark is to say whose it is.
fn refuse_taken(read: Read<'_>, scheme: &ExhibitScheme) -> Result<(), LibraryError> {
    let prefix = folded(scheme.style.prefix());
    let others = read.schemes(Some(scheme.case))?;
    let is_same =
        |other: &&SchemeRecord| other.scheme.id != scheme.id && folded(other.scheme.style.prefix()) == prefix;
    match others.iter().find(is_same) {
        None => Ok(()),
        Some(other) => Err(LibraryError::Refused(format!(
            "the prefix {} is taken by the exhibits {} of this case: choose another, or number on in that scheme",
            scheme.style.name(),
            other.scheme.shown(Mark::whole(other.scheme.first)),
        ))),
    }
}

/// The number behind which exhibits are put in: "12", or a mark of the scheme.
fn number_of(scheme: &ExhibitScheme, text: &str) -> Result<u64, LibraryError> {
    let refuse = |words: &str| Err(LibraryError::Refused(format!("“{}” {words}", text.trim())));
    if let Ok(number) = text.trim().parse() {
        return Ok(number);
    }
    match SoughtNumber::parse(text) {
        Some(sought) if sought.folded != folded(scheme.style.prefix()) => {
            refuse(&format!("is no mark of the exhibits {}: name one of them", scheme.style.name()))
        }
        Some(sought) if !sought.mark.is_whole() => {
            refuse("has a letter, and letters go behind a number: name it without the letter")
        }
        Some(sought) => Ok(sought.mark.number()),
        None => refuse("is no mark: name the exhibit behind which to go, like 12 or PX-012"),
    }
}

fn counted(count: usize) -> String {
    if count == 1 { "1 exhibit".to_owned() } else { format!("{count} exhibits") }
}
