//! The wire types as TypeScript, for the window. `cargo xtask codegen` writes them; `tidy` compares.

use proof_library::Kind;
use proof_model::{
    AmountKind, CaseKind, Colour, DateKind, EventStatus, Outcome, PartyKind, ReadFrom, RelationKind,
    Relevance, Scope, Stance,
};
use ts_rs::{Config, TS};

use crate::{
    args, commands,
    error::{ErrorCode, WireError},
    host::Message,
    wire,
};

/// The whole of `ui/src/api/generated/wire.ts`.
pub fn typescript() -> String {
    let cfg = Config::new();
    let mut out = String::from("// Made by `cargo xtask codegen` from proof-api. Not to be edited.\n\n");
    words(&mut out, "ItemKind", Kind::ALL.iter().map(|kind| kind.name()));
    words(&mut out, "CaseKind", CaseKind::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "RelationKind", RelationKind::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "PartyKind", PartyKind::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "EventStatus", EventStatus::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "Stance", Stance::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "AmountKind", AmountKind::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "Scope", Scope::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "Outcome", Outcome::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "Relevance", Relevance::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "Colour", Colour::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "DateKind", DateKind::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "ReadFrom", ReadFrom::ALL.iter().map(|word| word.as_str()));
    answers(&mut out, &cfg);
    arguments(&mut out, &cfg);
    out.push_str(&commands::typescript_table(&cfg));
    out
}

fn words<'a>(out: &mut String, name: &str, words: impl Iterator<Item = &'a str>) {
    let union: Vec<String> = words.map(|word| format!("\"{word}\"")).collect();
    out.push_str(&format!("export type {name} = {};\n\n", union.join(" | ")));
}

macro_rules! types {
    ($out:ident, $cfg:ident: $($name:ty),+ $(,)?) => {
        $($out.push_str(&format!("export {}\n\n", <$name as TS>::decl($cfg)));)+
    };
}

/// What is answered, and sent.
fn answers(out: &mut String, cfg: &Config) {
    types![
        out, cfg:
        ErrorCode,
        WireError,
        Message,
        wire::DateView,
        wire::Shape,
        wire::PartyRef,
        wire::Support,
        wire::SupportLevel,
        wire::AmountRow,
        wire::AccountRow,
        wire::EventRow,
        wire::AmountLine,
        wire::RoleRow,
        wire::PartyRow,
        wire::NextEvent,
        wire::RelationRow,
        wire::CaseRow,
        wire::LocationRow,
        wire::MetadataRow,
        wire::DocumentRow,
        wire::PageMark,
        wire::PageView,
        wire::PageWords,
        wire::PageWord,
        wire::ImportRow,
        wire::OutcomeCount,
        wire::ReaderState,
        wire::WatchedFolder,
        wire::ThreadRow,
        wire::Relatives,
        wire::RelativesPart,
        wire::RelativeRow,
        wire::NearDocuments,
        wire::NearRow,
        wire::Families,
        wire::FamilyRow,
        wire::FamilyCopyRow,
        wire::ImportProgress,
        wire::LibraryInfo,
        wire::Changed,
        wire::LedgerRow,
        wire::ReviewKind,
        wire::ReviewItem,
        wire::Finding,
        wire::VerifyReport,
        wire::Hit,
        wire::Opens,
        wire::KindCount,
        wire::Building,
        wire::SearchFacets,
        wire::DateCount,
        wire::SearchAnswer,
        wire::TablePreview,
        wire::SheetPreview,
        wire::FieldRow,
        wire::TablePlan,
        wire::PlanRow,
        wire::PlanStanding,
        wire::TableWritten,
        wire::RowsWritten,
        wire::Follows,
        wire::NoteRow,
        wire::PartyPage,
        wire::PartyAccount,
        wire::Timeline,
        wire::TimelineRow,
        wire::Due,
        wire::DueStanding,
        wire::DueRow,
        wire::Known,
        wire::SinceRow,
        wire::Facets,
        wire::Facet,
        wire::ViewRow,
        wire::DateReading,
        wire::DateChoice,
        wire::Register,
        wire::RegisterRow,
        wire::CustodyState,
        wire::RegisterFacets,
        wire::MarksView,
        wire::DateBasisRow,
        wire::NumberRow,
        wire::DocumentMarks,
        wire::CitationRow,
        wire::AnnotationRow,
        wire::ColourRow,
        wire::PassageRow,
        wire::SchemeRow,
        wire::ExhibitPlan,
        wire::ExhibitChange,
        wire::ProductionRow,
        wire::ProductionPlan,
        wire::ProducedRow,
        wire::ConcordanceRow,
        wire::NumberingRow,
        wire::CustodyRow,
        wire::HeadRow,
        wire::HeadCheck,
        wire::VerifyProgress,
    ];
}

/// What the commands take.
fn arguments(out: &mut String, cfg: &Config) {
    types![
        out, cfg:
        args::TableOpenArgs,
        args::TablePlanArgs,
        args::TableImportArgs,
        args::TableWriteArgs,
        args::CaseArgs,
        args::CaseEditArgs,
        args::RelationArgs,
        args::RelationRef,
        args::CaseFilter,
        args::DocumentRef,
        args::RetryArgs,
        args::DocumentEditArgs,
        args::PageArgs,
        args::SearchArgs,
        args::SearchFilters,
        args::DateFilter,
        args::ImportArgs,
        args::EventRef,
        args::EventArgs,
        args::PartyChoice,
        args::EventEditArgs,
        args::MergeArgs,
        args::SplitArgs,
        args::MoveArgs,
        args::FollowArgs,
        args::DateArgs,
        args::AccountArgs,
        args::AccountEditArgs,
        args::AmountArgs,
        args::AccountRef,
        args::CiteArgs,
        args::Nothing,
        args::OpenArgs,
        args::NewArgs,
        args::LedgerArgs,
        args::NotesArgs,
        args::NoteArgs,
        args::NoteEditArgs,
        args::NoteRef,
        args::PartyKey,
        args::PartyArgs,
        args::PartyEditArgs,
        args::RoleArgs,
        args::RoleEditArgs,
        args::RoleRef,
        args::EventFilter,
        args::TimelineArgs,
        args::ViewArgs,
        args::ViewRef,
        args::WatchRef,
        args::DocumentFilter,
        args::SortBy,
        args::GroupBy,
        args::RegisterOrder,
        args::RegisterArgs,
        args::RegisterPlaceArgs,
        args::RegisterWriteArgs,
        args::DocumentMarkArgs,
        args::AnnotationArgs,
        args::AnnotationEditArgs,
        args::AnnotationRef,
        args::ColourArgs,
        args::SchemeArgs,
        args::SchemeEditArgs,
        args::SchemeRef,
        args::ExhibitAssignArgs,
        args::RenumberBy,
        args::RenumberArgs,
        args::ExhibitRemoveArgs,
        args::ProductionArgs,
        args::ProductionRef,
        args::ConcordanceArgs,
        args::ConcordanceWriteArgs,
        args::LocationEditArgs,
        args::CopyOutArgs,
        args::FileArgs,
        args::VerifyArgs,
    ];
}
