//! What each field is called, by us and by others, and what goes in it.

use super::field::Field;

/// A field as columns and people call it.
#[derive(Debug)]
pub struct Spec {
    /// The field.
    pub field: Field,
    /// As a mapping names it.
    pub name: &'static str,
    /// As an export heads its column.
    pub title: &'static str,
    /// What goes in it; empty where it is written only.
    pub help: &'static str,
    /// What others call it, in small letters.
    pub(super) also: &'static [&'static str],
}

impl Spec {
    /// Whether a column can fill it: else it is written only.
    pub(super) const fn is_read(&self) -> bool {
        !self.help.is_empty()
    }
}

/// The fields of events, in the order of an export's columns.
pub(super) const EVENTS: &[Spec] = &[
    spec(
        Field::Key,
        "key",
        "Key",
        &[
            "ref",
            "reference",
            "id",
            "no",
            "number",
            "item",
            "row",
            "event id",
            "event key",
            "fact id",
            "identifier",
        ],
        "What this table calls the event. A second import finds the event by it; one that is not known makes a new event.",
    ),
    spec(
        Field::Case,
        "case",
        "Case",
        &["matter", "case name", "proceeding", "proceedings", "claim", "lawsuit", "action"],
        "The case: its name or identifier.",
    ),
    spec(
        Field::Date,
        "date",
        "Date",
        &["when", "day", "event date", "date of event", "edtf", "date time", "dated"],
        "As people write it (4 Aug 2020, about March 2021) or in EDTF (2021-02, 2019~). Empty where not known.",
    ),
    spec(Field::DateInWords, "date_in_words", "Date in words", &[], ""),
    spec(
        Field::Title,
        "title",
        "Title",
        &[
            "description",
            "what happened",
            "what",
            "event",
            "fact",
            "summary",
            "headline",
            "name",
            "details",
            "event description",
            "fact text",
            "event title",
        ],
        "What happened, in a line.",
    ),
    spec(
        Field::Kind,
        "kind",
        "Kind",
        &["type", "category", "event type", "sort", "kind of event"],
        "A short word: filing, hearing, fine.",
    ),
    spec(
        Field::Status,
        "status",
        "Status",
        &["standing", "event status", "certainty"],
        "alleged, reported, confirmed, disputed or scheduled. A new event is reported where empty.",
    ),
    spec(
        Field::People,
        "people",
        "People",
        &[
            "who",
            "parties",
            "party",
            "persons",
            "person",
            "participants",
            "people involved",
            "involved",
            "linked people",
        ],
        "Names, parted by semicolons. After a new name: [organisation] or [class]; else it is a person.",
    ),
    spec(
        Field::Tags,
        "tags",
        "Tags",
        &["tag", "issues", "issue", "labels", "label", "keywords", "topics", "issue tags"],
        "Words, parted by semicolons.",
    ),
    spec(
        Field::Star,
        "star",
        "Star",
        &["starred", "key fact", "important", "flag", "flagged"],
        "yes, or empty.",
    ),
    spec(Field::RestsOn, "rests_on", "Rests on", &["support"], ""),
    spec(Field::InConflict, "in_conflict", "In conflict", &["conflict", "conflicts"], ""),
];

/// The fields of accounts, in the order of an export's columns.
pub(super) const ACCOUNTS: &[Spec] = &[
    spec(
        Field::Key,
        "key",
        "Key",
        &["ref", "reference", "id", "no", "account id", "account key", "identifier"],
        "The account's identifier. Where it is none of this library, the account is found by its event, passage and who \
         asserts it.",
    ),
    spec(
        Field::Event,
        "event",
        "Event",
        &["event key", "event id", "event ref", "event reference", "fact", "fact id"],
        "The event that it tells of: its key, its identifier or its exact title.",
    ),
    spec(Field::EventTitle, "event_title", "Event title", &[], ""),
    spec(
        Field::AssertedBy,
        "asserted_by",
        "Asserted by",
        &["who", "speaker", "said by", "source", "by", "witness", "asserter", "according to", "author"],
        "Who says so. Whoever published the document, where empty.",
    ),
    spec(Field::Stance, "stance", "Stance", &["position"], "reports, alleges, denies, confirms or rules."),
    spec(
        Field::Stated,
        "stated",
        "Date as stated",
        &["stated date", "date stated", "date in the source", "stated"],
        "The source's own words for the date.",
    ),
    spec(
        Field::Date,
        "date",
        "Date",
        &["when", "day", "edtf", "event date"],
        "The date that those words come to, as people write it or in EDTF.",
    ),
    spec(Field::DateInWords, "date_in_words", "Date in words", &[], ""),
    spec(
        Field::Document,
        "document",
        "Document",
        &["doc", "file", "exhibit", "source document", "file name", "filename", "document title"],
        "The document that it cites: its title, file name or identifier.",
    ),
    spec(
        Field::Page,
        "page",
        "Page",
        &["page number", "page no", "p", "pinpoint", "pdf page"],
        "The page of the file, from 1.",
    ),
    spec(
        Field::Quote,
        "quote",
        "Quote",
        &["passage", "quotation", "quoted words", "exact words", "text", "extract"],
        "The exact words, which must stand on that page once.",
    ),
    spec(
        Field::Sums,
        "sums",
        "Sums",
        &["sum", "amount", "amounts", "money"],
        "One a line: claimed EUR 1500000000 total \"1.5 billion euros\" = \"about 1.8 billion US dollars\".",
    ),
    spec(
        Field::Numbers,
        "numbers",
        "Numbers",
        &["quantities", "quantity", "figures", "counts"],
        "Numbers of people or things in the source's words, one a line.",
    ),
];

const fn spec(
    field: Field,
    name: &'static str,
    title: &'static str,
    also: &'static [&'static str],
    help: &'static str,
) -> Spec {
    Spec { field, name, title, help, also }
}
