//! The sample library: five matters around one company, made by the same import that users run.

mod manifest;

use std::{collections::HashMap, fs, path::Path};

use include_dir::{Dir, include_dir};
use proof_model::{
    Account, Amount, CaseId, CaseRelation, DocumentId, Event, EventStatus, Party, PartyId, PartyKind,
    RelationKind, Role, Scope, Stance, SumRange, When, currency,
};
use proof_store::{Sought, StoreError, Tx};

use self::manifest::{AccountPart, AmountPart, DocumentPart, EventPart, Keys, Manifest, PartyPart};
use crate::{
    Candidate, Details, Import, Imported, Library, LibraryError, NewCase, Op, Reached, Surroundings, Watcher,
};

static DOCUMENTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/sample/documents");
const MANIFEST: &str = include_str!("../../../../../assets/sample/manifest.toml");

/// What the places of the sample's files begin with.
const PLACE: &str = "Proofline sample";

impl Library {
    /// Makes a new library with the sample's contents. `watcher` follows the import of its documents.
    ///
    /// # Errors
    /// Where the folder is not empty or cannot be written, or a document cannot be read.
    pub fn create_sample(
        path: &Path,
        surroundings: Surroundings,
        watcher: &mut dyn Watcher,
    ) -> Result<Self, LibraryError> {
        let manifest: Manifest = toml::from_str(MANIFEST)
            .map_err(|error| LibraryError::manifest("manifest.toml", error.to_string()))?;
        let library = Self::create(path, &manifest.library.name, surroundings)?;
        library.fill(&manifest, watcher)?;
        Ok(library)
    }

    fn fill(&self, manifest: &Manifest, watcher: &mut dyn Watcher) -> Result<(), LibraryError> {
        let cases = self.fill_cases(manifest)?;
        self.fill_documents(manifest, &cases, watcher)?;
        self.transact(&Op::FillSample, |tx| {
            let parties = self.fill_parties(tx, &manifest.parties, &cases)?;
            let documents = documents_by_place(tx)?;
            let filling =
                Filling { library: self, tx, cases: &cases, parties: &parties, documents: &documents };
            manifest.events.iter().try_for_each(|event| {
                filling.event(event).map_err(|error| LibraryError::manifest(&event.key, error.to_string()))
            })
        })?;
        Ok(())
    }

    fn fill_cases(&self, manifest: &Manifest) -> Result<Keys<CaseId>, LibraryError> {
        let mut keys = Vec::new();
        let (keys, _) = self.transact(&Op::FillSample, |tx| {
            for part in &manifest.cases {
                let case = self.new_case(NewCase {
                    name: part.name.clone(),
                    kind: part.kind.clone(),
                    forum: part.forum.clone(),
                    dockets: part.dockets.clone(),
                    status: part.status.clone(),
                    summary: part.summary.clone(),
                })?;
                tx.add_case(&case)?;
                keys.push((part.key.clone(), case.id));
            }
            let keys = Keys::new(keys);
            for part in &manifest.cases {
                let from = keys.wanted(&part.key, &part.key)?;
                for relation in &part.relations {
                    let to = keys.wanted(&relation.to, &part.key)?;
                    let kind = RelationKind::from_word(&relation.kind)?;
                    tx.add_case_relation(&CaseRelation { from, kind, to, note: relation.note.clone() })?;
                }
            }
            Ok(keys)
        })?;
        Ok(keys)
    }

    /// Imports the documents from files, as a user would; only the place that is noted is the sample's.
    fn fill_documents(
        &self,
        manifest: &Manifest,
        cases: &Keys<CaseId>,
        watcher: &mut dyn Watcher,
    ) -> Result<(), LibraryError> {
        let folder = tempfile::tempdir().map_err(disk(&std::env::temp_dir()))?;
        let mut import = Import { lasting: true, ..Import::default() };
        for file in DOCUMENTS.files() {
            let path = folder.path().join(file.path());
            fs::write(&path, file.contents()).map_err(disk(&path))?;
            import.files.push(Candidate { place: place(&file.path().to_string_lossy()), path });
        }
        import.files.sort_by(|one, two| one.place.cmp(&two.place));
        for part in &manifest.documents {
            import.details_of.insert(place(&part.file), details(part, cases)?);
        }
        let mut strict = Strict { watcher, failed: None };
        self.import(&import, &mut strict)?;
        strict.failed.map_or(Ok(()), |(place, reason)| Err(LibraryError::manifest(place, reason)))
    }

    fn fill_parties(
        &self,
        tx: &Tx<'_>,
        parts: &[PartyPart],
        cases: &Keys<CaseId>,
    ) -> Result<Keys<PartyId>, LibraryError> {
        let mut keys = Vec::new();
        for part in parts {
            let party =
                Party { id: self.id(), name: part.name.clone(), kind: PartyKind::from_word(&part.kind)? };
            tx.add_party(&party)?;
            for role in &part.roles {
                let case = role.case.as_deref().map(|key| cases.wanted(key, &part.key)).transpose()?;
                let role = Role {
                    id: self.id(),
                    party: party.id,
                    role: role.role.clone(),
                    case,
                    when: When::parse(&role.when)?,
                    note: role.note.clone(),
                };
                tx.add_role(&role)?;
            }
            keys.push((part.key.clone(), party.id));
        }
        Ok(Keys::new(keys))
    }
}

/// What the events of the manifest refer to.
struct Filling<'a> {
    library: &'a Library,
    tx: &'a Tx<'a>,
    cases: &'a Keys<CaseId>,
    parties: &'a Keys<PartyId>,
    documents: &'a HashMap<String, DocumentId>,
}

impl Filling<'_> {
    fn event(&self, part: &EventPart) -> Result<(), LibraryError> {
        let event = Event {
            id: self.library.id(),
            case: self.cases.wanted(&part.case, &part.key)?,
            title: part.title.clone(),
            kind: part.kind.clone(),
            when: When::parse(&part.when)?,
            status: EventStatus::from_word(&part.status)?,
        };
        let parties: Vec<_> =
            part.parties.iter().map(|key| self.parties.wanted(key, &part.key)).collect::<Result<_, _>>()?;
        self.tx.add_event(&event, &parties)?;
        self.tx.set_tags(event.id, &part.tags)?;
        part.accounts.iter().try_for_each(|account| self.account(&event, account))
    }

    fn account(&self, event: &Event, part: &AccountPart) -> Result<(), LibraryError> {
        let document = self
            .documents
            .get(&place(&part.document))
            .ok_or_else(|| LibraryError::manifest(&part.document, "it was not imported"))?;
        let asserted_by = match self.parties.get(&part.asserted_by) {
            Some(party) => self.tx.party_name(party)?,
            None => part.asserted_by.clone(),
        };
        self.tx.add_account(&Account {
            id: self.library.id(),
            event: event.id,
            asserted_by,
            stance: Stance::from_word(&part.stance)?,
            stated: part.stated.clone(),
            when: When::parse(&part.when)?,
            citation: Some(self.tx.cite(
                *document,
                part.page,
                Sought { words: &part.quote, ..Sought::default() },
            )?),
            amounts: part.amounts.iter().map(amount).collect::<Result<_, _>>()?,
            quantities: part.quantities.clone(),
        })?;
        Ok(())
    }
}

/// Follows the sample's import, in which no file may fail.
struct Strict<'a> {
    watcher: &'a mut dyn Watcher,
    failed: Option<(String, String)>,
}

impl Watcher for Strict<'_> {
    fn done(&mut self, rows: &[Imported], reached: Reached) {
        if let Some(row) = rows.iter().find(|row| row.outcome != proof_model::Outcome::Ok) {
            let reason = row.reason.clone().unwrap_or_else(|| row.outcome.as_str().to_owned());
            self.failed.get_or_insert((row.path.clone(), reason));
        }
        self.watcher.done(rows, reached);
    }

    fn stopped(&self) -> bool {
        self.watcher.stopped()
    }
}

fn place(file: &str) -> String {
    format!("{PLACE}/{file}")
}

fn disk(path: &Path) -> impl FnOnce(std::io::Error) -> LibraryError {
    let path = path.to_owned();
    move |source| StoreError::Disk { path, source }.into()
}

fn details(part: &DocumentPart, cases: &Keys<CaseId>) -> Result<Details, LibraryError> {
    Ok(Details {
        title: part.title.clone(),
        cases: part.cases.iter().map(|key| cases.wanted(key, &part.file)).collect::<Result<_, _>>()?,
        source: part.source.clone(),
        origin: part.origin.clone(),
        published: When::parse(&part.published)?,
        dated: When::parse(&part.dated)?,
        obtained: part.obtained.clone(),
    })
}

fn documents_by_place(tx: &Tx<'_>) -> Result<HashMap<String, DocumentId>, LibraryError> {
    let documents = tx.documents(None)?;
    let places = documents.into_iter().flat_map(|record| {
        let id = record.document.id;
        record.locations.into_iter().map(move |location| (location.path, id))
    });
    Ok(places.collect())
}

fn amount(part: &AmountPart) -> Result<Amount, LibraryError> {
    Ok(Amount {
        kind: proof_model::AmountKind::from_word(&part.kind)?,
        range: SumRange::parse(&part.low, &part.high)?,
        currency: currency(&part.currency)?,
        scope: Scope::from_word(&part.scope)?,
        as_stated: part.as_stated.clone(),
        converted: part.converted.as_ref().map(|converted| converted.as_stated.clone()).unwrap_or_default(),
    })
}
