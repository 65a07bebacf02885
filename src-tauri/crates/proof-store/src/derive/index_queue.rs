//! What of the index is out of date once something changed.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::{
    Change, Item, ItemKind, StoreError,
    table::index_queue::{queue, queue_those},
    track::Row,
};

use ItemKind::{Account, Annotation, Case, Document, Event, Note, Party};
use What::{It, Those};
use When::{Always, Differs, Edited};

/// Queues every item whose entry in the index these changes may have made another.
pub(crate) fn follow(conn: &Connection, changes: &[Change]) -> Result<(), StoreError> {
    let (mut items, mut lists) = (BTreeSet::new(), BTreeSet::new());
    for change in changes {
        for rule in RULES.iter().filter(|rule| rule.table == change.table && rule.when.holds(change)) {
            for key in [&change.before, &change.after].into_iter().flatten().filter_map(|row| rule.key(row)) {
                match rule.what {
                    It(kind) => items.insert(Item::new(kind, key)),
                    Those(kind, sql) => lists.insert((kind, sql, key.to_owned())),
                };
            }
        }
    }
    items.iter().try_for_each(|item| queue(conn, item))?;
    lists.iter().try_for_each(|(kind, sql, key)| queue_those(conn, *kind, sql, [key]))
}

/// That the change of a row of a table makes other entries of the index.
struct Rule {
    table: &'static str,
    when: When,
    /// The column that names what is out of date.
    key: &'static str,
    what: What,
}

/// Which changes of a row count.
enum When {
    /// All.
    Always,
    /// A row that came or went, or in which one of these columns is another.
    Differs(&'static [&'static str]),
    /// A row that stays, in which one of these columns is another: what hangs on one that comes or goes, does too.
    Edited(&'static [&'static str]),
}

/// What is out of date.
enum What {
    /// The item that the key names.
    It(ItemKind),
    /// The items that a query lists for the key.
    Those(ItemKind, &'static str),
}

const PASSAGES: &str = "SELECT id FROM annotation WHERE document = ?1 AND note <> ''";
const NOTES_ON_PARTY: &str = "SELECT id FROM note WHERE party = ?1";
const ACCOUNTS: &str = "SELECT id FROM account WHERE event = ?1";

const RULES: [Rule; 46] = [
    rule("document", Always, "id", It(Document)),
    rule("document", Differs(&["parent"]), "parent", It(Document)),
    rule("document", Edited(&["title"]), "id", Those(Annotation, PASSAGES)),
    rule("document_case", Always, "document", It(Document)),
    rule("document_case", Always, "document", Those(Annotation, PASSAGES)),
    rule("document_tag", Always, "document", It(Document)),
    rule("document_mark", Always, "document", It(Document)),
    rule("exhibit", Differs(&["document", "shown"]), "document", It(Document)),
    rule("production_document", Always, "document", It(Document)),
    rule("annotation", Differs(&["document", "note"]), "document", It(Document)),
    rule("annotation", Differs(&["document", "note", "page"]), "id", It(Annotation)),
    rule("event", Always, "id", It(Event)),
    rule("event", Edited(&["title", "case_file", "edtf"]), "id", Those(Account, ACCOUNTS)),
    rule("event", Edited(&["title", "case_file"]), "id", Those(Note, "SELECT id FROM note WHERE event = ?1")),
    rule(
        "event",
        Edited(&["case_file"]),
        "id",
        Those(Party, "SELECT party FROM event_party WHERE event = ?1"),
    ),
    rule(
        "event",
        Edited(&["case_file"]),
        "id",
        Those(Note, "SELECT id FROM note WHERE party IN (SELECT party FROM event_party WHERE event = ?1)"),
    ),
    rule("event_party", Always, "event", It(Event)),
    rule("event_party", Always, "party", It(Party)),
    rule("event_party", Always, "party", Those(Note, NOTES_ON_PARTY)),
    rule("event_party", Always, "event", Those(Account, ACCOUNTS)),
    rule("event_tag", Always, "event", It(Event)),
    rule("event_star", Always, "event", It(Event)),
    rule("account", Always, "id", It(Account)),
    rule("account", Differs(&["event", "document"]), "event", It(Event)),
    rule("account", Differs(&["document"]), "document", It(Document)),
    rule("amount", Always, "account", It(Account)),
    rule("note", Always, "id", It(Note)),
    rule("note", Differs(&["case_file"]), "case_file", It(Case)),
    rule("note", Differs(&["event"]), "event", It(Event)),
    rule("note", Differs(&["party"]), "party", It(Party)),
    rule("party", Always, "id", It(Party)),
    rule("party", Edited(&["name"]), "id", Those(Event, "SELECT event FROM event_party WHERE party = ?1")),
    rule(
        "party",
        Edited(&["name"]),
        "id",
        Those(
            Account,
            "SELECT id FROM account WHERE event IN (SELECT event FROM event_party WHERE party = ?1)",
        ),
    ),
    rule("party", Edited(&["name"]), "id", Those(Note, NOTES_ON_PARTY)),
    rule("role", Always, "party", It(Party)),
    rule("role", Always, "party", Those(Note, NOTES_ON_PARTY)),
    rule("case_file", Differs(&["name", "kind", "forum", "dockets", "status", "summary"]), "id", It(Case)),
    named("SELECT document FROM document_case WHERE case_file = ?1", Document),
    named(
        "SELECT id FROM annotation WHERE note <> ''
         AND document IN (SELECT document FROM document_case WHERE case_file = ?1)",
        Annotation,
    ),
    named("SELECT id FROM event WHERE case_file = ?1", Event),
    named("SELECT id FROM account WHERE event IN (SELECT id FROM event WHERE case_file = ?1)", Account),
    named("SELECT id FROM note WHERE case_file = ?1", Note),
    named("SELECT id FROM note WHERE event IN (SELECT id FROM event WHERE case_file = ?1)", Note),
    named("SELECT id FROM note WHERE party IS NOT NULL AND ?1 <> ''", Note),
    named("SELECT DISTINCT party FROM role WHERE case_file = ?1", Party),
    named(
        "SELECT DISTINCT party FROM event_party WHERE event IN (SELECT id FROM event WHERE case_file = ?1)",
        Party,
    ),
];

const fn rule(table: &'static str, when: When, key: &'static str, what: What) -> Rule {
    Rule { table, when, key, what }
}

/// What bears the name of a case, as this query lists it, when the case gets another.
const fn named(sql: &'static str, kind: ItemKind) -> Rule {
    rule("case_file", Edited(&["name"]), "id", Those(kind, sql))
}

impl Rule {
    fn key<'a>(&self, row: &'a Row) -> Option<&'a str> {
        row.get(self.key)?.as_str()
    }
}

impl When {
    fn holds(&self, change: &Change) -> bool {
        let differs = |columns: &[&str]| match (&change.before, &change.after) {
            (Some(before), Some(after)) => {
                Some(columns.iter().any(|column| before.get(*column) != after.get(*column)))
            }
            _ => None,
        };
        match self {
            Self::Always => true,
            Self::Differs(columns) => differs(columns).unwrap_or(true),
            Self::Edited(columns) => differs(columns).unwrap_or(false),
        }
    }
}
