use std::{collections::HashMap, path::Path};

use proof_library::{
    DocumentFilter, DocumentGroup, DocumentLine, DocumentOrder, DocumentSort, Library, LibraryError,
    MarksChange, Read, RegisterTable,
};
use proof_model::Relevance;

use super::{
    facets::{counted, same},
    timeline::bound,
};
use crate::{
    Session, WireError,
    args::{
        self, CaseFilter, DocumentMarkArgs, GroupBy, RegisterArgs, RegisterOrder, RegisterPlaceArgs,
        RegisterWriteArgs, SortBy,
    },
    document_view::{custody, register_row},
    view, wire,
};

/// How many rows are given at most.
const MOST: u32 = 500;

/// A part of the register of documents.
///
/// # Errors
/// Where the filter names a case or a document that is not there, or a date that cannot be read.
pub fn register(session: &Session, args: RegisterArgs) -> Result<wire::Register, WireError> {
    let library = session.library()?;
    let order = order(&library, &args.order)?;
    let register = library.register(&order)?;
    let lines = library.register_lines(&register, args.from as usize, args.count.min(MOST) as usize)?;
    let verified = library.read::<_, LibraryError>(|read| Ok(read.last_verified()?))?;
    let state = |line: &DocumentLine| custody(&line.sha256, &line.added_at, verified.as_ref());
    let rows = library.read::<_, LibraryError>(|read| {
        let mut groups = Groups { read, by: order.group, families: HashMap::new() };
        let rows = lines.iter().map(|line| {
            let group = groups.of(line)?;
            register_row(read, line, order.filter.case, state(line), group)
        });
        rows.collect::<Result<_, LibraryError>>()
    })?;
    Ok(wire::Register {
        total: view::number(register.documents.len()),
        reviewed: view::number(register.reviewed),
        rows,
    })
}

/// The identifiers of the documents of a register, in its order.
///
/// # Errors
/// Where the filter names a case that is not there, or a date that cannot be read.
pub fn register_match(session: &Session, args: RegisterOrder) -> Result<Vec<String>, WireError> {
    let library = session.library()?;
    let order = order(&library, &args)?;
    Ok(library.register(&order)?.documents.clone())
}

/// The row at which a document stands in a register, from 0; none where it is not in it.
///
/// # Errors
/// Where there is no such document, or the filter cannot be used.
pub fn register_place(session: &Session, args: RegisterPlaceArgs) -> Result<Option<u32>, WireError> {
    let library = session.library()?;
    let order = order(&library, &args.order)?;
    let document = library.read::<_, LibraryError>(|read| Ok(read.find_document(&args.document)?))?;
    let id = document.document.id.to_string();
    Ok(library.register(&order)?.documents.iter().position(|each| *each == id).map(view::number))
}

/// What the documents of one case or of all can be filtered by, each value with the number of its documents.
///
/// # Errors
/// Where there is no such case.
pub fn register_facets(session: &Session, args: CaseFilter) -> Result<wire::RegisterFacets, WireError> {
    let facets = session.library()?.read::<_, LibraryError>(|read| {
        let case = args.case.as_deref().map(|key| read.find_case(key)).transpose()?.map(|case| case.id);
        let found = read.document_facets(case)?;
        Ok(wire::RegisterFacets {
            kinds: counted(found.kinds, same),
            sources: counted(found.sources, same),
            tags: counted(found.tags, same),
            issues: counted(found.issues, same),
            relevance: counted(found.relevance, |word| {
                Relevance::from_word(word).map_or("", Relevance::shown).to_owned()
            }),
        })
    })?;
    Ok(facets)
}

/// Writes a register, or a privilege log, as a table.
///
/// # Errors
/// Where the ending is neither .csv nor .xlsx, or the file cannot be written.
pub fn register_write(session: &Session, args: RegisterWriteArgs) -> Result<wire::RowsWritten, WireError> {
    let library = session.library()?;
    let order = order(&library, &args.order)?;
    let as_ = if args.privilege_log { RegisterTable::PrivilegeLog } else { RegisterTable::Register };
    let rows = library.write_register(&order, as_, Path::new(&args.path))?;
    Ok(wire::RowsWritten { path: args.path, rows: view::number(rows) })
}

/// Changes the marks of documents, and which cases they are in.
///
/// # Errors
/// Where a document or a case is not there, or a value cannot be used: then nothing is changed.
pub fn document_mark(session: &Session, args: DocumentMarkArgs) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let change = MarksChange {
        reviewed: args.reviewed,
        starred: args.starred,
        confidential: args.confidential,
        privilege: args.privilege,
        relevance: args.relevance,
        add_tags: args.add_tags,
        remove_tags: args.remove_tags,
        add_issues: args.add_issues,
        remove_issues: args.remove_issues,
        file_in: args.file_in,
        take_out_of: args.take_out_of,
    };
    let changed = library.mark_documents(&args.documents, &change)?;
    session.announce(&library, &changed)
}

fn order(library: &Library, args: &RegisterOrder) -> Result<DocumentOrder, WireError> {
    Ok(DocumentOrder {
        filter: filter(library, &args.filter)?,
        sort: sort(args.sort),
        descending: args.descending,
        group: args.group.map(group),
    })
}

fn filter(library: &Library, filter: &args::DocumentFilter) -> Result<DocumentFilter, WireError> {
    let (case, inside) = library.read::<_, LibraryError>(|read| {
        let case = filter.case.as_deref().map(|key| read.find_case(key)).transpose()?;
        let around = filter.inside.as_deref().map(|key| read.find_document(key)).transpose()?;
        Ok((case.map(|case| case.id), around.map(|around| around.document.id)))
    })?;
    let bounds = (bound(&filter.from)?, bound(&filter.to)?);
    Ok(DocumentFilter {
        case,
        inside,
        text: filter.text.clone(),
        kinds: filter.kinds.clone(),
        sources: filter.sources.clone(),
        tags: filter.tags.clone(),
        issues: filter.issues.clone(),
        relevance: filter.relevance.clone(),
        reviewed: filter.reviewed,
        starred: filter.starred,
        confidential: filter.confidential,
        privileged: filter.privileged,
        exhibited: filter.exhibited,
        cited: filter.cited,
        readable: filter.readable,
        from: bounds.0.earliest(),
        to: bounds.1.latest(),
    })
}

/// What a register's rows are grouped by, in words.
struct Groups<'a> {
    read: Read<'a>,
    by: Option<DocumentGroup>,
    families: HashMap<String, String>,
}

impl Groups<'_> {
    fn of(&mut self, line: &DocumentLine) -> Result<Option<String>, LibraryError> {
        let or = |text: &str, none: &str| if text.is_empty() { none.to_owned() } else { text.to_owned() };
        let Some(by) = self.by else { return Ok(None) };
        Ok(Some(match by {
            DocumentGroup::Kind => line.kind.clone(),
            DocumentGroup::Source => or(&line.source, "no source"),
            DocumentGroup::Year => line.year.map_or("no year".to_owned(), |year| year.to_string()),
            DocumentGroup::Relevance => line.relevance.map_or("not judged", Relevance::shown).to_owned(),
            DocumentGroup::Reviewed => if line.reviewed { "reviewed" } else { "not reviewed" }.to_owned(),
            DocumentGroup::Family => match line.parent {
                None => line.title.clone(),
                Some(parent) => {
                    let id = parent.to_string();
                    if let Some(title) = self.families.get(&id) {
                        title.clone()
                    } else {
                        let title = self.read.document_title(parent)?;
                        self.families.insert(id, title.clone());
                        title
                    }
                }
            },
        }))
    }
}

const fn sort(by: SortBy) -> DocumentSort {
    match by {
        SortBy::Added => DocumentSort::Added,
        SortBy::Mark => DocumentSort::Mark,
        SortBy::Bates => DocumentSort::Bates,
        SortBy::Title => DocumentSort::Title,
        SortBy::Dated => DocumentSort::Dated,
        SortBy::Published => DocumentSort::Published,
        SortBy::Kind => DocumentSort::Kind,
        SortBy::Source => DocumentSort::Source,
        SortBy::Pages => DocumentSort::Pages,
        SortBy::Size => DocumentSort::Size,
        SortBy::Cited => DocumentSort::Cited,
        SortBy::Relevance => DocumentSort::Relevance,
        SortBy::Reviewed => DocumentSort::Reviewed,
    }
}

const fn group(by: GroupBy) -> DocumentGroup {
    match by {
        GroupBy::Kind => DocumentGroup::Kind,
        GroupBy::Source => DocumentGroup::Source,
        GroupBy::Year => DocumentGroup::Year,
        GroupBy::Relevance => DocumentGroup::Relevance,
        GroupBy::Reviewed => DocumentGroup::Reviewed,
        GroupBy::Family => DocumentGroup::Family,
    }
}
