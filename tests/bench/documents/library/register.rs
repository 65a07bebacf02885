//! The register: rows of 100,000 documents whose originals are not on disk, since nothing here reads them.

use anyhow::{Result, ensure};
use proof_library::{DocumentFilter, DocumentOrder, Library, LibraryError, NewCase, Op, World as _};
use proof_model::{
    Acquisition, CaseId, Document, DocumentId, Location, Marks, Original, Outcome, Page, Sha256, When,
};
use proof_testkit::FixedWorld;
use std::{path::Path, sync::Arc};

use super::{
    chance::Chance,
    documents,
    papers::{CASES, DOCUMENTS, MAIL, Paper, paper},
};
use crate::session::surroundings;

/// How many documents go in with one act.
const TOGETHER: usize = 5_000;
/// How many documents are exhibits, in each of two cases.
const EXHIBITS: usize = 2_500;

#[allow(clippy::print_stderr, reason = "it takes a minute or two, and says what it is at")]
pub fn make(path: &Path) -> Result<()> {
    let world = Arc::new(FixedWorld::new());
    let library = Library::create(path, "Benchmark", surroundings(world.clone()))?;
    let cases = CASES.map(|name| {
        library.add_case(NewCase { name: name.to_owned(), ..NewCase::default() }).map(|(case, _)| case.id)
    });
    let cases = cases.into_iter().collect::<Result<Vec<CaseId>, _>>()?;
    let mut maker = Maker { cases: &cases, world: &world, chance: Chance(0x44_6F_63_73), mail: None };
    for from in (0..DOCUMENTS).step_by(TOGETHER) {
        eprintln!("generating: documents {from} to {}", from + TOGETHER);
        library.transact(&Op::FillSample, |tx| {
            (from..from + TOGETHER).try_for_each(|number| {
                let made = maker.next(number)?;
                tx.put_original(
                    &made.original,
                    &made.pages,
                    proof_extract::VERSION,
                    &made.location.imported_at,
                )?;
                tx.add_document(&made.document)?;
                tx.add_location(&made.location)?;
                tx.set_marks(made.document.id, &made.marks)?;
                Ok(tx.file_document(made.document.id, made.case)?)
            })
        })?;
    }
    eprintln!("generating: {} exhibits", 2 * EXHIBITS);
    for (case, first) in cases.iter().zip(["PX-0001", "Exhibit 1"]) {
        number(&library, *case, first)?;
    }
    let made = documents(&library)?.len();
    ensure!(made == DOCUMENTS, "{made} documents were made");
    Ok(())
}

/// Marks every ninth document of a case, until there are as many exhibits as there are to be.
fn number(library: &Library, case: CaseId, first: &str) -> Result<()> {
    let (scheme, _) = library.add_scheme(&case.to_string(), first, "Claimant")?;
    let filter = DocumentFilter { case: Some(case), ..DocumentFilter::default() };
    let register = library.register(&DocumentOrder { filter, ..DocumentOrder::default() })?;
    let filed = &register.documents;
    let chosen: Vec<String> = filed.iter().step_by(9).take(EXHIBITS).cloned().collect();
    ensure!(chosen.len() == EXHIBITS, "a case has {} documents only", filed.len());
    library.assign_exhibits(&scheme.scheme.id.to_string(), &chosen, "")?;
    Ok(())
}

/// Makes documents, one after the other.
struct Maker<'a> {
    cases: &'a [CaseId],
    world: &'a FixedWorld,
    chance: Chance,
    /// The last document, where it is an e-mail, or what it was attached to.
    mail: Option<DocumentId>,
}

/// A document with all its rows.
struct Made {
    original: Original,
    pages: Vec<Page>,
    document: Document,
    location: Location,
    marks: Marks,
    case: CaseId,
}

impl Maker<'_> {
    fn next(&mut self, number: usize) -> Result<Made, LibraryError> {
        let paper = paper(number, self.mail.is_some(), &mut self.chance);
        let id = DocumentId::from(self.world.uuid());
        let parent = self.mail.filter(|_| paper.attached);
        self.mail = if paper.media_type == MAIL { Some(id) } else { parent };
        let sha256 = Sha256::new(std::array::from_fn(|_| u8::try_from(self.chance.below(256)).unwrap_or(0)));
        Ok(Made {
            original: original(sha256, &paper),
            pages: pages(&paper),
            location: Location {
                document: id,
                path: format!("bundle/{:03}/{}", number / 1_000, paper.file_name),
                obtained: "disclosure".to_owned(),
                imported_at: self.world.now().to_rfc3339(),
                acquisition: Acquisition::default(),
            },
            marks: paper.marks.clone(),
            case: self.cases[paper.case],
            document: document(id, sha256, parent, paper)?,
        })
    }
}

fn original(sha256: Sha256, paper: &Paper) -> Original {
    Original {
        sha256,
        size: paper.size,
        media_type: paper.media_type.to_owned(),
        outcome: Outcome::Ok,
        reason: None,
        metadata: Vec::new(),
        pages: u32::try_from(paper.pages.len()).unwrap_or(u32::MAX),
    }
}

fn pages(paper: &Paper) -> Vec<Page> {
    let page = |(number, text): (u32, &String)| Page { number, label: None, text: text.clone() };
    (1..).zip(&paper.pages).map(page).collect()
}

fn document(
    id: DocumentId,
    original: Sha256,
    parent: Option<DocumentId>,
    paper: Paper,
) -> Result<Document, LibraryError> {
    Ok(Document {
        id,
        original,
        title: paper.title,
        file_name: paper.file_name,
        source: paper.source.to_owned(),
        origin: String::new(),
        event_date: When::UNDATED,
        dated: When::parse(&paper.dated)?,
        published: When::parse(&paper.published)?,
        captured: When::UNDATED,
        parent,
    })
}
