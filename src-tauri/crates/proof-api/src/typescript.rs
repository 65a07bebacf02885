//! The wire types as TypeScript, for the window. `cargo xtask codegen` writes them; `tidy` compares.

use proof_model::{AmountKind, CaseKind, EventStatus, Outcome, PartyKind, RelationKind, Scope, Stance};
use ts_rs::{Config, TS};

use crate::{
    commands,
    error::{ErrorCode, WireError},
    host::Message,
    wire,
};

/// The whole of `ui/src/api/generated/wire.ts`.
pub fn typescript() -> String {
    let cfg = Config::new();
    let mut out = String::from("// Made by `cargo xtask codegen` from proof-api. Not to be edited.\n\n");
    words(&mut out, "CaseKind", CaseKind::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "RelationKind", RelationKind::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "PartyKind", PartyKind::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "EventStatus", EventStatus::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "Stance", Stance::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "AmountKind", AmountKind::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "Scope", Scope::ALL.iter().map(|word| word.as_str()));
    words(&mut out, "Outcome", Outcome::ALL.iter().map(|word| word.as_str()));
    declare(&mut out, &cfg);
    out.push_str(&commands::typescript_table(&cfg));
    out
}

fn words<'a>(out: &mut String, name: &str, words: impl Iterator<Item = &'a str>) {
    let union: Vec<String> = words.map(|word| format!("\"{word}\"")).collect();
    out.push_str(&format!("export type {name} = {};\n\n", union.join(" | ")));
}

fn declare(out: &mut String, cfg: &Config) {
    macro_rules! types {
        ($($name:ty),+ $(,)?) => {
            $(out.push_str(&format!("export {}\n\n", <$name as TS>::decl(cfg)));)+
        };
    }
    types![
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
        wire::ImportRow,
        wire::ImportProgress,
        wire::LibraryInfo,
        wire::Changed,
        wire::LedgerRow,
        wire::ReviewKind,
        wire::ReviewItem,
        wire::Finding,
        wire::VerifyReport,
        wire::Hit,
        wire::SearchAnswer,
        commands::Nothing,
        commands::OpenArgs,
        commands::NewArgs,
        commands::CaseArgs,
        commands::CaseFilter,
        commands::EventRef,
        commands::DocumentRef,
        commands::CiteArgs,
        commands::EventArgs,
        commands::EventEditArgs,
        commands::AccountArgs,
        commands::AccountRef,
        commands::DocumentEditArgs,
        commands::PageArgs,
        commands::SearchArgs,
        commands::ImportArgs,
        commands::LedgerArgs,
    ];
}
