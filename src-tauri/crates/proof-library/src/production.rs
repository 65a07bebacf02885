//! Productions: documents whose pages are numbered through with Bates numbers, as they are given to the other side.

use proof_model::{Case, DocumentId, NumberStyle, Produced, Production, nth};
use proof_store::{ProductionRecord, Read};

use crate::{Changed, Library, LibraryError, Op, event::named, exhibit::in_case};

/// A production's documents, each with its numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductionPlan {
    /// The first number as it is written.
    pub first: String,
    /// The last.
    pub last: String,
    /// How many pages.
    pub pages: u32,
    /// The documents in their order.
    pub rows: Vec<ProducedDocument>,
}

/// A document of a production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProducedDocument {
    /// The document.
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// How many pages bear numbers: one where it has none of its own.
    pub pages: u32,
    /// The number of its first page as it is written.
    pub first: String,
    /// The number of its last page.
    pub last: String,
}

impl Library {
    /// The productions of one case or of all.
    ///
    /// # Errors
    /// Where there is no such case.
    pub fn productions(&self, case: Option<&str>) -> Result<Vec<ProductionRecord>, LibraryError> {
        self.read(|read| {
            let case = case.map(|key| read.find_case(key)).transpose()?;
            Ok(read.productions(case.map(|case| case.id))?)
        })
    }

    /// A production's documents, each with its numbers.
    ///
    /// # Errors
    /// Where there is no such production.
    pub fn production(&self, key: &str) -> Result<ProductionPlan, LibraryError> {
        self.read(|read| {
            let record = read.find_production(key)?;
            let produced = read.produced(record.production.id)?;
            Ok(told(&record.production.style, produced))
        })
    }

    /// Which numbers a production would give. Nothing is done.
    ///
    /// # Errors
    /// As [`Library::add_production`].
    pub fn plan_production(
        &self,
        case: &str,
        first: &str,
        documents: &[String],
    ) -> Result<ProductionPlan, LibraryError> {
        self.read(|read| {
            let (style, produced) = planned(read, &read.find_case(case)?, first, documents)?;
            Ok(told(&style, produced))
        })
    }

    /// Makes a production: numbers the pages of documents through, from the first number as it is written on.
    ///
    /// # Errors
    /// Where the name is empty or taken in the case, the number is none, a document is not in the case or listed twice,
    /// or one of the numbers is borne in another production of the library.
    pub fn add_production(
        &self,
        case: &str,
        name: &str,
        first: &str,
        documents: &[String],
    ) -> Result<(ProductionRecord, Changed), LibraryError> {
        let name = named(name, "the production's name")?;
        let (id, made_at) = (self.id(), self.now());
        let op = Op::AddProduction { name: name.clone() };
        let ((), changed) = self.transact(&op, |tx| {
            let case = tx.find_case(case)?;
            let (style, produced) = planned(**tx, &case, first, documents)?;
            let produced: Vec<Produced> = produced.into_iter().map(|(produced, _)| produced).collect();
            let production = Production { id, case: case.id, name, style, made_at };
            Ok(tx.add_production(&production, &produced)?)
        })?;
        Ok((self.read::<_, LibraryError>(|read| Ok(read.find_production(&id.to_string())?))?, changed))
    }

    /// Takes a production away, with its numbers. Undo brings them back.
    ///
    /// # Errors
    /// Where there is no such production.
    pub fn remove_production(&self, key: &str) -> Result<Changed, LibraryError> {
        let production = self.read::<_, LibraryError>(|read| Ok(read.find_production(key)?))?.production;
        let op = Op::RemoveProduction { name: production.name };
        Ok(self.transact(&op, |tx| Ok(tx.remove_production(production.id)?))?.1)
    }
}

/// The documents in their order, numbered through, each with its title.
fn planned(
    read: Read<'_>,
    case: &Case,
    first: &str,
    documents: &[String],
) -> Result<(NumberStyle, Vec<(Produced, String)>), LibraryError> {
    let (style, first) = NumberStyle::of_first(first, NumberStyle::BATES_DIGITS)?;
    let mut next = first;
    let mut produced = Vec::with_capacity(documents.len());
    for found in in_case(read, case.id, documents)? {
        // A file without pages of its own, a recording or a table, is stamped on a slip sheet: one page.
        let pages = found.pages.max(1);
        produced.push((Produced { document: found.document, first: next, pages }, found.title));
        next += u64::from(pages);
    }
    match read.production_over(&style, first, next)? {
        None => Ok((style, produced)),
        Some(other) => Err(LibraryError::Refused(format!(
            "these numbers, {} to {}, overlap those of “{}” in “{}”, {}: begin behind {}",
            style.shown(first),
            style.shown(next - 1),
            other.production.name,
            read.case_name(other.production.case)?,
            other.shown(),
            other.production.style.shown(other.end() - 1),
        ))),
    }
}

fn told(style: &NumberStyle, produced: Vec<(Produced, String)>) -> ProductionPlan {
    let row = |(produced, title): (Produced, String)| ProducedDocument {
        document: produced.document,
        title,
        pages: produced.pages,
        first: style.shown(produced.first),
        last: style.shown(nth(produced.first, produced.pages)),
    };
    let rows: Vec<ProducedDocument> = produced.into_iter().map(row).collect();
    let end = |number: Option<&String>| number.cloned().unwrap_or_default();
    ProductionPlan {
        first: end(rows.first().map(|row| &row.first)),
        last: end(rows.last().map(|row| &row.last)),
        pages: rows.iter().map(|row| row.pages).sum(),
        rows,
    }
}
