use std::collections::{BTreeSet, HashMap};

use proof_library::LibraryError;
use proof_model::{CaseId, Party, PartyId, Role};

use crate::{Session, WireError, commands::CaseFilter, view, wire};

/// Who takes part in one case or in any, by name.
///
/// # Errors
/// Where there is no such case.
pub fn party_list(session: &Session, args: CaseFilter) -> Result<Vec<wire::PartyRow>, WireError> {
    let rows = session.library()?.read::<_, LibraryError>(|read| {
        let case = args.case.as_deref().map(|key| read.find_case(key)).transpose()?.map(|case| case.id);
        let names = read.cases()?.into_iter().map(|case| (case.id, case.name)).collect();
        let events: BTreeSet<_> = read.events(case)?.into_iter().map(|record| record.event.id).collect();
        let mut taken: HashMap<PartyId, u32> = HashMap::new();
        for (event, party) in read.event_parties()? {
            if events.contains(&event) {
                *taken.entry(party.id).or_default() += 1;
            }
        }
        let roles = read.roles()?;
        let rows = read.parties()?.into_iter().filter_map(|party| {
            let own: Vec<&Role> = roles.iter().filter(|role| role.party == party.id).collect();
            let events = taken.get(&party.id).copied().unwrap_or(0);
            let concerned = case.is_none() || events > 0 || own.iter().any(|role| role.case == case);
            concerned.then(|| row(&party, &own, events, &names))
        });
        Ok(rows.collect())
    })?;
    Ok(rows)
}

fn row(party: &Party, roles: &[&Role], events: u32, names: &HashMap<CaseId, String>) -> wire::PartyRow {
    let role = |role: &&Role| wire::RoleRow {
        role: role.role.clone(),
        case: role.case.map(|case| case.to_string()),
        case_name: role.case.and_then(|case| names.get(&case).cloned()).unwrap_or_default(),
        date: view::date(&role.when),
        note: role.note.clone(),
    };
    wire::PartyRow {
        party: party.id.to_string(),
        name: party.name.clone(),
        kind: party.kind,
        roles: roles.iter().map(role).collect(),
        events,
    }
}
