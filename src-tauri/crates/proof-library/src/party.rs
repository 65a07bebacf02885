//! Adding and changing parties and their roles.

use proof_model::{CaseId, Party, PartyKind, Role, When};

use crate::{Changed, Library, LibraryError, Op, event::named};

/// A role to be added to a party.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewRole {
    /// The party: an identifier, the start of one, or a name.
    pub party: String,
    /// What it is.
    pub role: String,
    /// The case that the role belongs to.
    pub case: Option<String>,
    /// When the party has it.
    pub when: When,
    /// Where this is known from.
    pub note: String,
}

/// What is to change of a role; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoleChange {
    /// What it is.
    pub role: Option<String>,
    /// The case that the role belongs to; empty for none.
    pub case: Option<String>,
    /// When the party has it.
    pub when: Option<When>,
    /// Where this is known from.
    pub note: Option<String>,
}

impl Library {
    /// Adds a party.
    ///
    /// # Errors
    /// Where the name is empty or taken, or the kind is none.
    pub fn add_party(&self, name: &str, kind: &str) -> Result<(Party, Changed), LibraryError> {
        let kind = if kind.is_empty() { PartyKind::Person } else { PartyKind::from_word(kind)? };
        let party = Party { id: self.id(), name: named(name, "the name")?, kind };
        let op = Op::AddParty { name: party.name.clone() };
        let ((), changed) = self.transact(&op, |tx| Ok(tx.add_party(&party)?))?;
        Ok((party, changed))
    }

    /// Changes a party's name or kind; what is none stays.
    ///
    /// # Errors
    /// Where there is no such party, or the name is empty or taken.
    pub fn edit_party(
        &self,
        key: &str,
        name: Option<&str>,
        kind: Option<&str>,
    ) -> Result<(Party, Changed), LibraryError> {
        let mut party = self.party(key)?;
        let op = Op::EditParty { name: party.name.clone() };
        if let Some(name) = name {
            party.name = named(name, "the name")?;
        }
        if let Some(kind) = kind {
            party.kind = PartyKind::from_word(kind)?;
        }
        let ((), changed) = self.transact(&op, |tx| Ok(tx.update_party(&party)?))?;
        Ok((party, changed))
    }

    /// Takes a party away that takes part in no event, with its roles and the notes on it.
    ///
    /// # Errors
    /// Where it takes part in an event.
    pub fn remove_party(&self, key: &str) -> Result<Changed, LibraryError> {
        let party = self.party(key)?;
        let events = self.read::<_, LibraryError>(|read| Ok(read.party_events(None)?))?;
        if let Some(events) = events.get(&party.id) {
            let words = if *events == 1 { "1 event".to_owned() } else { format!("{events} events") };
            let name = party.name;
            return Err(LibraryError::Refused(format!(
                "{name} takes part in {words}: take it out of them, or merge it with another, first"
            )));
        }
        let op = Op::RemoveParty { name: party.name };
        Ok(self.transact(&op, |tx| Ok(tx.remove_party(party.id)?))?.1)
    }

    /// Makes parties that are one into one: the events, roles and notes of `from` go over to `into`.
    ///
    /// # Errors
    /// Where a party is not there, or is to be merged into itself.
    pub fn merge_parties(&self, into: &str, from: &[String]) -> Result<(Party, Changed), LibraryError> {
        let into = self.party(into)?;
        let from =
            from.iter().map(|key| Ok(self.party(key)?.id)).collect::<Result<Vec<_>, LibraryError>>()?;
        if from.is_empty() || from.contains(&into.id) {
            return Err(LibraryError::Refused(
                "a party can be merged only with others: name them".to_owned(),
            ));
        }
        let op = Op::MergeParties { name: into.name.clone() };
        let ((), changed) =
            self.transact(&op, |tx| Ok(from.iter().try_for_each(|from| tx.merge_party(*from, into.id))?))?;
        Ok((into, changed))
    }

    /// Adds a role to a party.
    ///
    /// # Errors
    /// Where there is no such party or case, or the role is empty.
    pub fn add_role(&self, new: &NewRole) -> Result<(Party, Changed), LibraryError> {
        let party = self.party(&new.party)?;
        let role = Role {
            id: self.id(),
            party: party.id,
            role: named(&new.role, "the role")?,
            case: self.case_named(new.case.as_deref())?,
            when: new.when.clone(),
            note: new.note.trim().to_owned(),
        };
        let op = Op::AddRole { role: role.role.clone(), name: party.name.clone() };
        let ((), changed) = self.transact(&op, |tx| Ok(tx.add_role(&role)?))?;
        Ok((party, changed))
    }

    /// Changes a role, by its identifier.
    ///
    /// # Errors
    /// Where there is no such role or case, or the role is empty.
    pub fn edit_role(&self, id: &str, change: RoleChange) -> Result<(Party, Changed), LibraryError> {
        let (mut role, party) = self.role(id)?;
        let op = Op::EditRole { role: role.role.clone(), name: party.name.clone() };
        if let Some(words) = change.role {
            role.role = named(&words, "the role")?;
        }
        if let Some(case) = change.case {
            role.case = self.case_named(Some(&*case))?;
        }
        role.when = change.when.unwrap_or(role.when);
        role.note = change.note.map_or(role.note, |note| note.trim().to_owned());
        let ((), changed) = self.transact(&op, |tx| Ok(tx.update_role(&role)?))?;
        Ok((party, changed))
    }

    /// Takes a role away, by its identifier.
    ///
    /// # Errors
    /// Where there is no such role.
    pub fn remove_role(&self, id: &str) -> Result<Changed, LibraryError> {
        let (role, party) = self.role(id)?;
        let op = Op::RemoveRole { role: role.role, name: party.name };
        Ok(self.transact(&op, |tx| Ok(tx.remove_role(role.id)?))?.1)
    }

    fn party(&self, key: &str) -> Result<Party, LibraryError> {
        self.read(|read| Ok(read.find_party(key)?))
    }

    fn role(&self, id: &str) -> Result<(Role, Party), LibraryError> {
        self.read(|read| {
            let role = read.role(id)?;
            let party = read.find_party(&role.party.to_string())?;
            Ok((role, party))
        })
    }

    fn case_named(&self, key: Option<&str>) -> Result<Option<CaseId>, LibraryError> {
        let Some(key) = key.filter(|key| !key.is_empty()) else { return Ok(None) };
        self.read(|read| Ok(Some(read.find_case(key)?.id)))
    }
}
