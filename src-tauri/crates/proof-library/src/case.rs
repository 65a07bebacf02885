//! Adding and changing cases.

use proof_model::{Case, CaseKind, CaseRelation, RelationKind};

use crate::{Changed, Library, LibraryError, Op, event::named};

/// A case to be added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewCase {
    /// Name.
    pub name: String,
    /// A word of [`CaseKind`]; litigation where empty.
    pub kind: String,
    /// Court or body.
    pub forum: String,
    /// Docket numbers, as written.
    pub dockets: Vec<String>,
    /// Where it stands.
    pub status: String,
    /// One or two sentences.
    pub summary: String,
}

/// What is to change of a case; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseChange {
    /// Name.
    pub name: Option<String>,
    /// A word of [`CaseKind`].
    pub kind: Option<String>,
    /// Court or body.
    pub forum: Option<String>,
    /// Docket numbers, all of them.
    pub dockets: Option<Vec<String>>,
    /// Where it stands.
    pub status: Option<String>,
    /// One or two sentences.
    pub summary: Option<String>,
}

impl Library {
    /// Adds a case.
    ///
    /// # Errors
    /// Where the name is empty or taken, or the kind is none.
    pub fn add_case(&self, new: NewCase) -> Result<(Case, Changed), LibraryError> {
        let case = self.new_case(new)?;
        let op = Op::AddCase { name: case.name.clone() };
        let ((), changed) = self.transact(&op, |tx| Ok(tx.add_case(&case)?))?;
        let case = self.read::<_, LibraryError>(|read| Ok(read.find_case(&case.id.to_string())?))?;
        Ok((case, changed))
    }

    /// Changes what is said of a case.
    ///
    /// # Errors
    /// Where there is no such case, the name is empty or taken, or the kind is none.
    pub fn edit_case(&self, key: &str, change: CaseChange) -> Result<(Case, Changed), LibraryError> {
        let mut case = self.read::<_, LibraryError>(|read| Ok(read.find_case(key)?))?;
        let op = Op::EditCase { name: case.name.clone() };
        if let Some(name) = change.name {
            case.name = named(&name, "the case's name")?;
        }
        if let Some(kind) = change.kind {
            case.kind = CaseKind::from_word(&kind)?;
        }
        case.forum = change.forum.unwrap_or(case.forum);
        case.dockets = change.dockets.unwrap_or(case.dockets);
        case.status = change.status.unwrap_or(case.status);
        case.summary = change.summary.unwrap_or(case.summary);
        let ((), changed) = self.transact(&op, |tx| Ok(tx.update_case(&case)?))?;
        Ok((case, changed))
    }

    /// Relates one case to another.
    ///
    /// # Errors
    /// Where a case is not there, or they are the same or so related already.
    pub fn add_relation(
        &self,
        from: &str,
        kind: &str,
        to: &str,
        note: &str,
    ) -> Result<(Case, Changed), LibraryError> {
        let (from, to) = self.two_cases(from, to)?;
        let kind = RelationKind::from_word(kind)?;
        let relation = CaseRelation { from: from.id, kind, to: to.id, note: note.trim().to_owned() };
        let op = Op::AddRelation { name: from.name.clone(), other: to.name };
        let ((), changed) = self.transact(&op, |tx| Ok(tx.add_case_relation(&relation)?))?;
        Ok((from, changed))
    }

    /// Takes a relation between two cases away.
    ///
    /// # Errors
    /// Where they are not so related.
    pub fn remove_relation(&self, from: &str, kind: &str, to: &str) -> Result<(Case, Changed), LibraryError> {
        let (from, to) = self.two_cases(from, to)?;
        let kind = RelationKind::from_word(kind)?;
        let op = Op::RemoveRelation { name: from.name.clone(), other: to.name };
        let ((), changed) = self.transact(&op, |tx| Ok(tx.remove_case_relation(from.id, kind, to.id)?))?;
        Ok((from, changed))
    }

    fn two_cases(&self, from: &str, to: &str) -> Result<(Case, Case), LibraryError> {
        let (from, to) =
            self.read::<_, LibraryError>(|read| Ok((read.find_case(from)?, read.find_case(to)?)))?;
        if from.id == to.id {
            return Err(LibraryError::Refused("a case cannot be related to itself: name another".to_owned()));
        }
        Ok((from, to))
    }

    pub(crate) fn new_case(&self, new: NewCase) -> Result<Case, LibraryError> {
        let name = named(&new.name, "the case's name")?;
        let kind = if new.kind.is_empty() { CaseKind::Litigation } else { CaseKind::from_word(&new.kind)? };
        Ok(Case {
            id: self.id(),
            name,
            kind,
            forum: new.forum,
            dockets: new.dockets,
            status: new.status,
            summary: new.summary,
            position: 0,
        })
    }
}
