//! Adding cases.

use proof_model::{Case, CaseKind};

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
