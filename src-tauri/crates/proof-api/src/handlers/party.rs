use std::collections::HashMap;

use proof_library::{AccountRecord, Changed, Library, LibraryError, LineFilter, NewRole, Read, RoleChange};
use proof_model::{About, CaseId, Party, PartyId, Role};

use crate::{
    Session, WireError,
    args::{CaseFilter, MergeArgs, PartyArgs, PartyEditArgs, PartyKey, RoleArgs, RoleEditArgs, RoleRef},
    document_view, view, wire,
    written::read_written_date,
};

/// Who takes part in one case or in any, by name.
///
/// # Errors
/// Where there is no such case.
pub fn party_list(session: &Session, args: CaseFilter) -> Result<Vec<wire::PartyRow>, WireError> {
    let rows = session.library()?.read::<_, LibraryError>(|read| {
        let case = args.case.as_deref().map(|key| read.find_case(key)).transpose()?.map(|case| case.id);
        let rows = Rows::of(read, case)?;
        let concerned = |party: &Party| {
            case.is_none()
                || rows.events.contains_key(&party.id)
                || rows.roles_of(party.id).any(|role| role.case == case)
        };
        Ok(read.parties()?.iter().filter(|party| concerned(party)).map(|party| rows.row(party)).collect())
    })?;
    Ok(rows)
}

/// Everything that the library holds of a party.
///
/// # Errors
/// Where there is no such party.
pub fn party_show(session: &Session, args: PartyKey) -> Result<wire::PartyPage, WireError> {
    let library = session.library()?;
    let today = library.today();
    let page = library.read::<_, LibraryError>(|read| {
        let party = read.find_party(&args.party)?;
        let lines = read.lines(&LineFilter { parties: vec![party.id], ..LineFilter::default() })?;
        let accounts = read.accounts_asserted_by(&party.name)?;
        let mut documents = read.documents(None)?;
        let cited = |id| {
            let citations = accounts.iter().filter_map(|record| record.account.citation.as_ref());
            citations.into_iter().any(|citation| citation.document == id)
        };
        documents.retain(|record| record.document.source == party.name || cited(record.document.id));
        Ok(wire::PartyPage {
            party: Rows::of(read, None)?.row(&party),
            events: lines.iter().map(|line| view::line(line, today)).collect(),
            accounts: accounts.iter().map(|record| told_of(read, record)).collect::<Result<_, _>>()?,
            documents: documents
                .iter()
                .map(|record| document_view::document(read, record))
                .collect::<Result<_, _>>()?,
            notes: read.notes(Some(About::Party(party.id)))?.into_iter().map(view::note).collect(),
        })
    })?;
    Ok(page)
}

/// Adds a party.
///
/// # Errors
/// Where the name is empty or taken, or the kind is none.
pub fn party_add(session: &Session, args: PartyArgs) -> Result<wire::PartyRow, WireError> {
    let library = session.library()?;
    told(session, &library, library.add_party(&args.name, &args.kind)?)
}

/// Changes a party's name or kind.
///
/// # Errors
/// Where there is no such party, or the name is empty or taken.
pub fn party_edit(session: &Session, args: PartyEditArgs) -> Result<wire::PartyRow, WireError> {
    let library = session.library()?;
    told(session, &library, library.edit_party(&args.party, args.name.as_deref(), args.kind.as_deref())?)
}

/// Takes a party away, with its roles.
///
/// # Errors
/// Where it takes part in an event.
pub fn party_remove(session: &Session, args: PartyKey) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.remove_party(&args.party)?;
    session.announce(&library, &changed)
}

/// Makes parties that are one into one.
///
/// # Errors
/// Where a party is not there, or is to be merged into itself.
pub fn party_merge(session: &Session, args: MergeArgs) -> Result<wire::PartyRow, WireError> {
    let library = session.library()?;
    told(session, &library, library.merge_parties(&args.into, &args.from)?)
}

/// Adds a role to a party.
///
/// # Errors
/// Where there is no such party or case, or the role is empty.
pub fn role_add(session: &Session, args: RoleArgs) -> Result<wire::PartyRow, WireError> {
    let library = session.library()?;
    let when = read_written_date(&args.date, "")?.when;
    let new = NewRole { party: args.party, role: args.role, case: args.case, when, note: args.note };
    told(session, &library, library.add_role(&new)?)
}

/// Changes a role.
///
/// # Errors
/// Where there is no such role or case, or the role is empty.
pub fn role_edit(session: &Session, args: RoleEditArgs) -> Result<wire::PartyRow, WireError> {
    let library = session.library()?;
    let when = match &args.date {
        Some(date) => Some(read_written_date(date, "")?.when),
        None => None,
    };
    let change = RoleChange { role: args.role, case: args.case, when, note: args.note };
    told(session, &library, library.edit_role(&args.role_id, change)?)
}

/// Takes a role away.
///
/// # Errors
/// Where there is no such role.
pub fn role_remove(session: &Session, args: RoleRef) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.remove_role(&args.role_id)?;
    session.announce(&library, &changed)
}

/// Announces an act and shows the party that it was done to.
fn told(
    session: &Session,
    library: &Library,
    (party, changed): (Party, Changed),
) -> Result<wire::PartyRow, WireError> {
    session.announce(library, &changed)?;
    Ok(library.read::<_, LibraryError>(|read| Ok(Rows::of(read, None)?.row(&party)))?)
}

fn told_of(read: Read<'_>, record: &AccountRecord) -> Result<wire::PartyAccount, LibraryError> {
    let event = read.find_event(&record.account.event.to_string())?;
    Ok(wire::PartyAccount {
        account: view::account(record),
        event: event.event.id.to_string(),
        title: event.event.title,
        case: event.event.case.to_string(),
        case_name: event.case_name,
    })
}

/// What the rows of parties are made from.
struct Rows {
    roles: Vec<Role>,
    events: HashMap<PartyId, u32>,
    names: HashMap<CaseId, String>,
}

impl Rows {
    fn of(read: Read<'_>, case: Option<CaseId>) -> Result<Self, LibraryError> {
        let names = read.cases()?.into_iter().map(|case| (case.id, case.name)).collect();
        Ok(Self { roles: read.roles()?, events: read.party_events(case)?, names })
    }

    fn roles_of(&self, party: PartyId) -> impl Iterator<Item = &Role> {
        self.roles.iter().filter(move |role| role.party == party)
    }

    fn row(&self, party: &Party) -> wire::PartyRow {
        let role = |role: &Role| wire::RoleRow {
            role_id: role.id.to_string(),
            role: role.role.clone(),
            case: role.case.map(|case| case.to_string()),
            case_name: role.case.and_then(|case| self.names.get(&case).cloned()).unwrap_or_default(),
            date: view::date(&role.when),
            note: role.note.clone(),
        };
        wire::PartyRow {
            party: party.id.to_string(),
            name: party.name.clone(),
            kind: party.kind,
            roles: self.roles_of(party.id).map(role).collect(),
            events: self.events.get(&party.id).copied().unwrap_or(0),
        }
    }
}
