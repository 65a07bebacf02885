//! The library that everything is measured on: generated once, kept, and copied for each run.

#[path = "../../chance.rs"]
mod chance;
#[path = "../../day.rs"]
mod day;
mod story;

use anyhow::{Context, Result, bail};
use proof_library::{
    Candidate, Details, Import, Imported, Library, LibraryError, NewCase, Op, Reached, Sought, Watcher,
    World as _,
};
use proof_model::{
    Account, AccountId, Amount, AmountKind, CaseId, Citation, DocumentId, Event, EventId, EventStatus,
    Outcome, Party, PartyId, PartyKind, Scope, Stance, SumRange, When, currency,
};
use proof_testkit::FixedWorld;
use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{kept::kept, session::surroundings};
pub use story::CASES;
use story::{EVENTS, PAPERS, PARTIES, Story, Told, Version, party_name};

/// Whatever changes what is generated: another text of these files is another library.
const RECIPE: [&str; 4] = [
    include_str!("mod.rs"),
    include_str!("story.rs"),
    include_str!("../../chance.rs"),
    include_str!("../../day.rs"),
];

/// The folder of the library below `folder`: the one that is there, or one that is made now.
pub fn prepare(folder: &Path) -> Result<PathBuf> {
    kept(folder, &RECIPE, make)
}

#[allow(clippy::print_stderr, reason = "it takes a minute or two, and says what it is at")]
fn make(path: &Path) -> Result<()> {
    let (story, world) = (Story::new(), Arc::new(FixedWorld::new()));
    let library = Library::create(path, "Benchmark", surroundings(world.clone()))?;
    let cases = CASES.map(|name| {
        library.add_case(NewCase { name: name.to_owned(), ..NewCase::default() }).map(|(case, _)| case.id)
    });
    let cases = cases.into_iter().collect::<Result<Vec<CaseId>, _>>()?;
    eprintln!("generating: {PAPERS} papers");
    let documents = import(&library, &story, &cases)?;
    eprintln!("generating: {PARTIES} parties, {EVENTS} events");
    let parties: Vec<PartyId> = (0..PARTIES).map(|_| world.uuid().into()).collect();
    library.transact(&Op::FillSample, |tx| {
        parties.iter().enumerate().try_for_each(|(number, id)| Ok(tx.add_party(&party(number, *id))?))
    })?;
    for part in story.events.chunks(EVENTS / CASES.len()) {
        library.transact(&Op::FillSample, |tx| {
            for told in part {
                let event = event(told, world.uuid().into(), &cases)?;
                let with: Vec<PartyId> = told.parties.iter().map(|number| parties[*number]).collect();
                tx.add_event(&event, &with)?;
                tx.set_tags(event.id, &told.tags)?;
                tx.set_star(event.id, told.starred)?;
                for version in &told.accounts {
                    let citation = tx.cite(
                        documents[version.paper],
                        1,
                        Sought { words: &version.quote, ..Sought::default() },
                    )?;
                    tx.add_account(&account(version, world.uuid().into(), event.id, citation)?)?;
                }
            }
            Ok(())
        })?;
    }
    eprintln!("generating: verifying what was made");
    let (verified, _) = library.verify(None, &())?;
    if let Some(problem) = verified.problems.first() {
        bail!("{} problems, the first: {}: {}", verified.problems.len(), problem.item, problem.message);
    }
    Ok(())
}

/// Imports the papers from files, as a user would, and gives their documents in their order.
fn import(library: &Library, story: &Story, cases: &[CaseId]) -> Result<Vec<DocumentId>> {
    let folder = tempfile::tempdir()?;
    let mut import = Import { lasting: true, ..Import::default() };
    for (number, paper) in story.papers.iter().enumerate() {
        let path = folder.path().join(format!("paper-{number:04}.txt"));
        fs::write(&path, &paper.text)?;
        let details = Details {
            title: paper.title.clone(),
            cases: vec![cases[paper.case]],
            source: paper.source.to_owned(),
            origin: paper.origin.clone(),
            published: When::parse(&paper.published)?,
            ..Details::default()
        };
        let place = format!("papers/{number:04}.txt");
        import.details_of.insert(place.clone(), details);
        import.files.push(Candidate { path, place });
    }
    let mut strict = Strict(None);
    library.import(&import, &mut strict)?;
    if let Some(reason) = strict.0 {
        bail!("a generated paper cannot be read: {reason}");
    }
    in_order(library)
}

fn in_order(library: &Library) -> Result<Vec<DocumentId>> {
    let records = library.read::<_, LibraryError>(|read| Ok(read.documents(None)?))?;
    let places: HashMap<String, DocumentId> = records
        .into_iter()
        .flat_map(|record| record.locations.into_iter().map(move |place| (place.path, record.document.id)))
        .collect();
    let document = |number| places.get(&format!("papers/{number:04}.txt")).copied();
    (0..PAPERS).map(|number| document(number).with_context(|| format!("paper {number} is missing"))).collect()
}

/// Follows the import, in which no paper may fail.
struct Strict(Option<String>);

impl Watcher for Strict {
    fn done(&mut self, rows: &[Imported], _: Reached) {
        let failed = rows.iter().find(|row| row.outcome != Outcome::Ok);
        self.0 = self.0.take().or_else(|| failed.map(|row| format!("{}: {:?}", row.path, row.reason)));
    }

    fn stopped(&self) -> bool {
        self.0.is_some()
    }
}

fn party(number: usize, id: PartyId) -> Party {
    let kind = if number.is_multiple_of(2) { PartyKind::Person } else { PartyKind::Organisation };
    Party { id, name: party_name(number), kind }
}

fn event(told: &Told, id: EventId, cases: &[CaseId]) -> Result<Event, LibraryError> {
    Ok(Event {
        id,
        case: cases[told.case],
        title: told.title.clone(),
        kind: told.kind.to_owned(),
        when: When::parse(&told.when)?,
        status: EventStatus::from_word(told.status)?,
    })
}

fn account(
    version: &Version,
    id: AccountId,
    event: EventId,
    citation: Citation,
) -> Result<Account, LibraryError> {
    let sum = |(kind, figure, code): (&str, usize, &str)| -> Result<Amount, LibraryError> {
        Ok(Amount {
            kind: AmountKind::from_word(kind)?,
            range: SumRange::parse(&figure.to_string(), "")?,
            currency: currency(code)?,
            scope: Scope::Total,
            as_stated: format!("{figure} {code}"),
            converted: String::new(),
        })
    };
    Ok(Account {
        id,
        event,
        asserted_by: version.asserted_by.clone(),
        stance: Stance::from_word(version.stance)?,
        stated: String::new(),
        when: When::parse(&version.when)?,
        citation: Some(citation),
        amounts: version.sum.map(sum).into_iter().collect::<Result<_, _>>()?,
        quantities: Vec::new(),
    })
}
