// Made by `cargo xtask codegen` from proof-api. Not to be edited.

export type ItemKind = "case" | "person" | "event" | "account" | "note" | "document" | "email";

export type CaseKind = "litigation" | "regulatory_action" | "government_action" | "investigation";

export type RelationKind = "waits_on" | "follows" | "consolidated_into" | "appeals";

export type PartyKind = "person" | "organisation" | "class";

export type EventStatus = "alleged" | "reported" | "confirmed" | "disputed" | "scheduled";

export type Stance = "reports" | "alleges" | "denies" | "confirms" | "rules";

export type AmountKind = "claimed" | "offered" | "settled" | "fined" | "awarded" | "paid";

export type Scope = "total" | "per_head";

export type Outcome = "ok" | "partial" | "unsupported" | "encrypted" | "limit" | "timeout" | "crash";

export type Relevance = "key" | "relevant" | "not_relevant";

export type Colour = "yellow" | "green" | "blue" | "pink" | "orange";

export type DateKind = "event" | "dated" | "published" | "captured";

export type ReadFrom = "file" | "header" | "text" | "person";

export type ErrorCode = "no_library" | "not_a_library" | "not_empty" | "newer_schema" | "older_schema" | "locked" | "read_only" | "not_found" | "ambiguous" | "taken" | "bad_date" | "bad_quote" | "bad_query" | "bad_value" | "nothing_to_undo" | "busy" | "disk" | "damaged" | "internal";

export type WireError = { 
/**
 * What kind of error it is.
 */
code: ErrorCode, 
/**
 * What went wrong, naming the file, the place or the thing.
 */
message: string, 
/**
 * What to do about it; empty where the message says that already.
 */
hint: string, 
/**
 * For a query or a date that does not parse: the character, from 1.
 */
column: number | null, 
/**
 * For a query that does not parse: its plain reading, which does.
 */
plain: string | null, };

export type Message = { "kind": "changed", "body": { 
/**
 * What changed.
 */
changed: Changed, 
/**
 * The library since.
 */
library: LibraryInfo, } } | { "kind": "import", "body": ImportProgress } | { "kind": "verify", "body": VerifyProgress };

export type DateView = { 
/**
 * EDTF (ISO 8601-2, levels 0 to 2), with a time of day where one is known; empty where undated.
 */
edtf: string, 
/**
 * Earliest day it can be, ISO 8601; none where open or unknown.
 */
earliest: string | null, 
/**
 * Latest day it can be, ISO 8601; none where open or unknown.
 */
latest: string | null, 
/**
 * As a person would write it: "February 2021", "between 1 and 4 August 2020".
 */
display: string, 
/**
 * What to draw.
 */
shape: Shape, 
/**
 * Marked approximate (`~`) or uncertain (`?`) by its source.
 */
qualified: boolean, };

export type Shape = "day" | "within" | "span" | "undated";

export type PartyRef = { 
/**
 * Identifier.
 */
party: string, 
/**
 * Name.
 */
name: string, 
/**
 * `person`, `organisation` or `class`.
 */
kind: PartyKind, };

export type Support = { 
/**
 * Number of documents cited.
 */
sources: number, 
/**
 * Number of independent origins among them: ten copies of one wire story are one.
 */
origins: number, 
/**
 * The judgement.
 */
level: SupportLevel, 
/**
 * The judgement in words: "2 sources, 1 origin".
 */
words: string, };

export type SupportLevel = "nothing" | "allegation" | "one_origin" | "several";

export type AmountRow = { 
/**
 * Claimed, offered, settled, fined, awarded or paid.
 */
kind: AmountKind, 
/**
 * Lower bound, decimal; none where only words are stated.
 */
low: string | null, 
/**
 * Upper bound, decimal; equal to `low` where one sum is stated.
 */
high: string | null, 
/**
 * ISO 4217.
 */
currency: string, 
/**
 * In total or per head.
 */
scope: Scope, 
/**
 * The source's own words.
 */
as_stated: string, 
/**
 * As a person would write it: "€1,500,000,000 in total".
 */
display: string, 
/**
 * A conversion, only as the source states one: "about 1.8 billion US dollars".
 */
converted: string, };

export type AccountRow = { 
/**
 * Identifier.
 */
account: string, 
/**
 * Who asserts it.
 */
asserted_by: string, 
/**
 * Reports, alleges, denies, confirms or rules.
 */
stance: Stance, 
/**
 * The words for the date as the source states them ("Tuesday"); empty where it states none.
 */
stated: string, 
/**
 * The date that those words come to.
 */
date: DateView, 
/**
 * The sums that it states.
 */
amounts: Array<AmountRow>, 
/**
 * Numbers of people or things that it states, in its words.
 */
quantities: Array<string>, 
/**
 * The document cited; none where the account has no citation.
 */
document: string | null, 
/**
 * The document's title.
 */
document_title: string | null, 
/**
 * When the document was published.
 */
published: DateView, 
/**
 * Page of the file, from 1.
 */
page: number | null, 
/**
 * The exact words.
 */
quote: string | null, 
/**
 * The words before them.
 */
prefix: string | null, 
/**
 * The words after them.
 */
suffix: string | null, 
/**
 * Whether the quote is in the page's text now, once in its context.
 */
verified: boolean, };

export type EventRow = { 
/**
 * Identifier.
 */
event: string, 
/**
 * Its case.
 */
case: string, 
/**
 * The case's name.
 */
case_name: string, 
/**
 * What happened, in a line.
 */
title: string, 
/**
 * Filing, hearing, fine, …: a short free word.
 */
kind: string, 
/**
 * How firmly it stands.
 */
status: EventStatus, 
/**
 * When.
 */
date: DateView, 
/**
 * Who took part.
 */
parties: Array<PartyRef>, 
/**
 * What it rests on.
 */
support: Support, 
/**
 * Its tags, in order.
 */
tags: Array<string>, 
/**
 * Whether it bears a star.
 */
starred: boolean, 
/**
 * The account that its date follows, where one was chosen.
 */
follows: Follows | null, 
/**
 * How near it is, where it is scheduled.
 */
due: Due | null, 
/**
 * In words, each point on which the accounts differ.
 */
conflicts: Array<string>, 
/**
 * Every source's version, oldest first.
 */
accounts: Array<AccountRow>, };

export type AmountLine = { 
/**
 * The sum.
 */
amount: AmountRow, 
/**
 * Who asserts it.
 */
asserted_by: string, 
/**
 * How they stand to it.
 */
stance: Stance, 
/**
 * The account's date; the event's where the account states none.
 */
date: DateView, 
/**
 * The event.
 */
event: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its case.
 */
case: string, 
/**
 * The case's name.
 */
case_name: string, 
/**
 * The account.
 */
account: string, 
/**
 * The document cited.
 */
document: string | null, 
/**
 * The document's title.
 */
document_title: string | null, 
/**
 * Page of the file, from 1.
 */
page: number | null, 
/**
 * The exact words.
 */
quote: string | null, 
/**
 * Whether the quote is in its page.
 */
verified: boolean, };

export type RoleRow = { 
/**
 * Identifier.
 */
role_id: string, 
/**
 * "Claimant", "judge", "Children's Commissioner for England".
 */
role: string, 
/**
 * The case that the role belongs to.
 */
case: string | null, 
/**
 * The case's name; empty where it belongs to none.
 */
case_name: string, 
/**
 * When the party has it.
 */
date: DateView, 
/**
 * Where this is known from.
 */
note: string, };

export type PartyRow = { 
/**
 * Identifier.
 */
party: string, 
/**
 * Name.
 */
name: string, 
/**
 * Person, organisation or class.
 */
kind: PartyKind, 
/**
 * Its roles, in the order of their dates.
 */
roles: Array<RoleRow>, 
/**
 * How many events it takes part in.
 */
events: number, };

export type NextEvent = { 
/**
 * The event.
 */
event: string, 
/**
 * Its title.
 */
title: string, 
/**
 * When it is due.
 */
date: DateView, 
/**
 * How near it is.
 */
due: Due, };

export type RelationRow = { 
/**
 * `waits_on`, `follows`, `consolidated_into` or `appeals`.
 */
kind: RelationKind, 
/**
 * The relation as a person writes it: "waits on".
 */
kind_words: string, 
/**
 * The other case.
 */
to: string, 
/**
 * Its name.
 */
to_name: string, 
/**
 * Why, where it was noted.
 */
note: string, };

export type CaseRow = { 
/**
 * Identifier.
 */
case: string, 
/**
 * Name, unique in its library.
 */
name: string, 
/**
 * What sort of proceeding it is.
 */
kind: CaseKind, 
/**
 * The kind as a person writes it: "regulatory action".
 */
kind_words: string, 
/**
 * Court or body, empty where not known.
 */
forum: string, 
/**
 * Docket numbers, as written.
 */
dockets: Array<string>, 
/**
 * Where it stands, in a word or two.
 */
status: string, 
/**
 * One or two sentences.
 */
summary: string, 
/**
 * Which of the eight case colours marks it, from 0.
 */
colour: number, 
/**
 * Number of events.
 */
events: number, 
/**
 * Number of documents.
 */
documents: number, 
/**
 * How many of them somebody has read through.
 */
reviewed: number, 
/**
 * The next scheduled event, where there is one.
 */
next: NextEvent | null, 
/**
 * How it stands to other cases.
 */
relations: Array<RelationRow>, };

export type LocationRow = { 
/**
 * Path of the file, or the e-mail's name and the attachment's.
 */
path: string, 
/**
 * How it was obtained, in words.
 */
obtained: string, 
/**
 * Who obtained it.
 */
obtained_by: string, 
/**
 * From whom, or from which address.
 */
obtained_from: string, 
/**
 * When.
 */
obtained_on: DateView, 
/**
 * By which account of which computer or service.
 */
account: string, 
/**
 * When it was imported, RFC 3339.
 */
imported_at: string, };

export type MetadataRow = { 
/**
 * Name: `author`, `created`, `from`.
 */
name: string, 
/**
 * Value as the file states it.
 */
value: string, };

export type DocumentRow = { 
/**
 * Identifier.
 */
document: string, 
/**
 * Title; the file name where nobody gave one.
 */
title: string, 
/**
 * File name.
 */
file_name: string, 
/**
 * SHA-256 of the original, in lower-case hexadecimal.
 */
sha256: string, 
/**
 * Size of the original in bytes.
 */
size: number, 
/**
 * Media type, by its bytes.
 */
media_type: string, 
/**
 * The kind in a word: "PDF", "e-mail".
 */
kind_words: string, 
/**
 * How reading it ended.
 */
outcome: Outcome, 
/**
 * Why, where it did not end well.
 */
reason: string | null, 
/**
 * Number of pages with or without text.
 */
pages: number, 
/**
 * The cases that it is in.
 */
cases: Array<string>, 
/**
 * Who published or wrote it.
 */
source: string, 
/**
 * The origin that it copies, where that is known: documents with one origin count once.
 */
origin: string, 
/**
 * When what it tells of happened.
 */
event_date: DateView, 
/**
 * The date that the document itself bears.
 */
dated: DateView, 
/**
 * When it was published.
 */
published: DateView, 
/**
 * When it was captured or obtained.
 */
captured: DateView, 
/**
 * Every place where the same bytes were found.
 */
locations: Array<LocationRow>, 
/**
 * What it lies inside: an e-mail, an archive.
 */
parent: string | null, 
/**
 * How many documents lie directly inside it: attachments, entries.
 */
attachments: number, 
/**
 * What the file says of itself: claims, not truth.
 */
metadata: Array<MetadataRow>, 
/**
 * How many accounts cite it.
 */
cited: number, 
/**
 * What people marked it with.
 */
marks: MarksView, 
/**
 * Where each of its dates was read from, as far as that is known.
 */
dates_from: Array<DateBasisRow>, 
/**
 * The exhibit marks that it bears today.
 */
exhibits: Array<NumberRow>, 
/**
 * The Bates numbers that it bears today.
 */
bates: Array<NumberRow>, 
/**
 * What the last verification found of it.
 */
custody: CustodyState, 
/**
 * When that was, RFC 3339.
 */
verified_at: string | null, };

export type PageMark = { 
/**
 * First character, counted in Unicode characters.
 */
start: number, 
/**
 * One past the last.
 */
end: number, 
/**
 * The account that cites it.
 */
account: string, 
/**
 * The account's event.
 */
event: string, 
/**
 * The event's title.
 */
title: string, };

export type PageView = { 
/**
 * The document.
 */
document: string, 
/**
 * Page of the file, from 1.
 */
page: number, 
/**
 * The label that is printed on it, where it has one.
 */
label: string | null, 
/**
 * Its text.
 */
text: string, 
/**
 * Where the page is a picture: by what program its text was read, and how sure that is, 0 to 100.
 */
machine: [string, number] | null, 
/**
 * The words of which that program was not sure, as ranges of Unicode characters.
 */
doubtful: Array<[number, number]>, 
/**
 * Where the page is a picture that no machine has read: why.
 */
unread: string | null, 
/**
 * The cited passages on it, in reading order.
 */
marks: Array<PageMark>, 
/**
 * Where the words that were searched for stand, as ranges of Unicode characters.
 */
found: Array<[number, number]>, };

export type PageWords = { 
/**
 * Whether a machine read them and the page has words of its own as well, which its text has before these.
 */
beside: boolean, 
/**
 * The words in reading order.
 */
words: Array<PageWord>, };

export type PageWord = { 
/**
 * The word as the page's text has it.
 */
text: string, 
/**
 * What stands in the text between it and the next.
 */
after: string, 
/**
 * Left edge.
 */
left: number, 
/**
 * Upper edge.
 */
top: number, 
/**
 * Right edge.
 */
right: number, 
/**
 * Lower edge.
 */
bottom: number, };

export type ImportRow = { 
/**
 * The path that was given, or the e-mail's and the attachment's name.
 */
path: string, 
/**
 * How reading it ended.
 */
outcome: Outcome, 
/**
 * The document; none where the file could not be kept.
 */
document: string | null, 
/**
 * Number of pages.
 */
pages: number, 
/**
 * Why, where it did not end well; or that the same bytes were here before.
 */
reason: string | null, };

export type OutcomeCount = { 
/**
 * The way.
 */
outcome: Outcome, 
/**
 * How many.
 */
count: number, };

export type ReaderState = { 
/**
 * Whether the readers are kept from files, network and new processes.
 */
confined: boolean, 
/**
 * That in words, with what this system cannot keep from them.
 */
words: string, 
/**
 * Whether pages that are pictures are read.
 */
reads_pictures: boolean, 
/**
 * By what; or why not, and what to do.
 */
pictures: string, };

export type WatchedFolder = { 
/**
 * Its path.
 */
folder: string, 
/**
 * The name of the case that its files are put in.
 */
case: string | null, 
/**
 * Who published or wrote them.
 */
source: string, 
/**
 * Since when, RFC 3339 in UTC.
 */
begun_at: string, 
/**
 * Whether the folder is there now.
 */
is_there: boolean, };

export type ThreadRow = { 
/**
 * Identifier of its document.
 */
document: string, 
/**
 * The document's title.
 */
title: string, 
/**
 * Who sent it, as it says.
 */
from: string, 
/**
 * When it was sent, as it says: RFC 3339 with the sender's offset. Empty where it says nothing.
 */
sent: string, };

export type Relatives = { 
/**
 * The document.
 */
document: string, 
/**
 * What it lies inside, the outermost first: an archive, an e-mail in it.
 */
around: Array<RelativeRow>, 
/**
 * What lies where it lies, itself among it, as far as it is near it; none where it lies inside nothing.
 */
beside: RelativesPart | null, 
/**
 * What lies directly inside it, the first of it.
 */
inside: RelativesPart, };

export type RelativesPart = { 
/**
 * How many documents lie there in all.
 */
total: number, 
/**
 * The place among them of the first one that is given, from 0.
 */
from: number, 
/**
 * Those that are given: at most 50.
 */
rows: Array<RelativeRow>, };

export type RelativeRow = { 
/**
 * Identifier.
 */
document: string, 
/**
 * Title.
 */
title: string, 
/**
 * The kind in a word: "PDF", "e-mail".
 */
kind_words: string, 
/**
 * How reading it ended.
 */
outcome: Outcome, 
/**
 * How many documents lie directly inside it.
 */
inside: number, };

export type NearDocuments = { 
/**
 * The document.
 */
document: string, 
/**
 * Whether its text is too short to be compared.
 */
too_short: boolean, 
/**
 * Documents that are not compared yet: rebuild-text does it.
 */
unsigned: number, 
/**
 * The others, those with the largest share first; at most 100.
 */
near: Array<NearRow>, };

export type NearRow = { 
/**
 * The other document.
 */
document: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The share of this document's words that the other has.
 */
share_of_this: number, 
/**
 * The share of the other's words that this one has.
 */
share_of_that: number, 
/**
 * Whether both are the same words in the same order. Documents with the same bytes are one document.
 */
same_words: boolean, };

export type Families = { 
/**
 * The families, the largest first.
 */
families: Array<FamilyRow>, 
/**
 * Documents that are not compared yet: rebuild-text does it.
 */
unsigned: number, };

export type FamilyRow = { 
/**
 * The oldest by its date of publication, or the date that it bears; else the one that came in first.
 */
oldest: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The others, by age.
 */
copies: Array<FamilyCopyRow>, };

export type FamilyCopyRow = { 
/**
 * The document.
 */
document: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The share of the oldest's words that it has.
 */
share_of_oldest: number, 
/**
 * The share of its own words that the oldest has.
 */
share_of_copy: number, };

export type ImportProgress = { 
/**
 * Files done.
 */
done: number, 
/**
 * Files to do, as far as is known.
 */
total: number, 
/**
 * The file that was finished last.
 */
current: string, 
/**
 * How many files ended how.
 */
outcomes: Array<OutcomeCount>, 
/**
 * The files that were finished since the last message.
 */
rows: Array<ImportRow>, 
/**
 * True where files wait until somebody lets them go on.
 */
paused: boolean, 
/**
 * True in the last message of an import.
 */
finished: boolean, 
/**
 * True in the last message of an import that was cancelled.
 */
cancelled: boolean, 
/**
 * Why the import stopped, where it failed as a whole.
 */
error: string | null, };

export type LibraryInfo = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its folder.
 */
path: string, 
/**
 * Why it can only be read; none where it can be written.
 */
read_only: string | null, 
/**
 * Number of cases.
 */
cases: number, 
/**
 * Number of events.
 */
events: number, 
/**
 * Number of documents.
 */
documents: number, 
/**
 * Number of items under To review.
 */
review: number, 
/**
 * What undo would take back.
 */
undo: string | null, 
/**
 * What redo would do again.
 */
redo: string | null, };

export type Changed = { 
/**
 * The act, by name: "Import 3 documents".
 */
act: string, 
/**
 * The kinds of thing that changed: `case`, `event`, `document`.
 */
touched: Array<string>, 
/**
 * Identifiers of what changed.
 */
ids: Array<string>, 
/**
 * The events whose line of a timeline is another now, came or went; none where they are too many to name.
 */
events: Array<string> | null, };

export type LedgerRow = { 
/**
 * Position, from 1.
 */
seq: number, 
/**
 * When, RFC 3339 in UTC.
 */
at: string, 
/**
 * The account of the computer that did it.
 */
actor: string, 
/**
 * The act, by name.
 */
act: string, 
/**
 * How many rows it changed.
 */
changes: number, 
/**
 * SHA-256 of this line and of the one before it.
 */
hash: string, };

export type ReviewKind = "unfiled_document" | "failed_import" | "unsupported_event" | "broken_quote" | "broken_highlight";

export type ReviewItem = { 
/**
 * Why it is here.
 */
kind: ReviewKind, 
/**
 * The document or event.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What is the matter, in words.
 */
words: string, };

export type Finding = { 
/**
 * `original`, `quote`, `ledger`, `index` or `database`.
 */
part: string, 
/**
 * Which one: an identifier, a hash, a line's number.
 */
item: string, 
/**
 * What is wrong with it, and the remedy.
 */
message: string, 
/**
 * Whether it is only to be known: nothing is broken by it.
 */
note: boolean, };

export type VerifyReport = { 
/**
 * Whether everything holds.
 */
ok: boolean, 
/**
 * Whether it was cancelled before its end: then only what is counted here was looked at.
 */
cancelled: boolean, 
/**
 * When it began, RFC 3339.
 */
at: string, 
/**
 * How long it took, in milliseconds.
 */
took: number, 
/**
 * Bytes of originals that were hashed again.
 */
bytes: number, 
/**
 * The head of the ledger as it was found.
 */
head: HeadRow, 
/**
 * How it stands against a head that was written out earlier, where one was given.
 */
against: HeadCheck | null, 
/**
 * Originals whose bytes were hashed again.
 */
originals: number, 
/**
 * Quotes that were looked up again in their pages.
 */
quotes: number, 
/**
 * Lines of the ledger whose hash was computed again.
 */
ledger: number, 
/**
 * Pages of the index that were compared with the library's.
 */
index: number, 
/**
 * Everything that does not hold.
 */
problems: Array<Finding>, };

export type Hit = { 
/**
 * What it is.
 */
kind: ItemKind, 
/**
 * Its identifier: that of the document, event, account, note, party or case.
 */
item: string, 
/**
 * What opening it shows: itself or, for an account, its event; for a note, what it is on.
 */
opens: Opens, 
/**
 * Its title.
 */
title: string, 
/**
 * The kind of file or event in a word.
 */
kind_words: string, 
/**
 * The cases that it is in.
 */
cases: Array<string>, 
/**
 * When a document was published or an event happened, as a person writes it; empty where not known.
 */
date: string, 
/**
 * Whether it only may match: its date is not known well enough to say.
 */
possibly: boolean, 
/**
 * Page of the file, from 1; 0 where only the title matches a document without text, and for what has no pages.
 */
page: number, 
/**
 * Relevance (BM25): higher is better, comparable within one answer only.
 */
score: number, 
/**
 * The words in their context.
 */
snippet: string, 
/**
 * Ranges of the snippet to mark, `[start, end)` in Unicode characters.
 */
highlights: Array<[number, number]>, };

export type Opens = { "view": "document", "id": string } | { "view": "event", "id": string } | { "view": "party", "id": string } | { "view": "case", "id": string };

export type KindCount = { 
/**
 * The kind.
 */
kind: ItemKind, 
/**
 * How many.
 */
count: number, };

export type Building = { 
/**
 * Documents that are in it.
 */
done: number, 
/**
 * Documents that have to be.
 */
total: number, };

export type SearchFacets = { 
/**
 * Cases.
 */
cases: Array<Facet>, 
/**
 * Kinds.
 */
kinds: Array<Facet>, 
/**
 * Types of file.
 */
types: Array<Facet>, 
/**
 * Tags.
 */
tags: Array<Facet>, 
/**
 * People and organisations.
 */
people: Array<Facet>, 
/**
 * Languages.
 */
languages: Array<Facet>, 
/**
 * Items by month, or by year where they span more than three years: the first day that is counted in each.
 */
dates: Array<DateCount>, 
/**
 * Items without that date.
 */
undated: number, };

export type DateCount = { 
/**
 * The month or year, as EDTF: "2021-02", "2021".
 */
edtf: string, 
/**
 * Items whose date lies within it.
 */
certain: number, 
/**
 * Items whose date may lie within it, and may not.
 */
possible: number, };

export type SearchAnswer = { 
/**
 * Number of pages of documents that match, whether or not they are listed.
 */
total: number, 
/**
 * Number of documents, events and so on that match, whether or not they are listed.
 */
items: number, 
/**
 * Number of them that were added since the time that was asked for.
 */
new: number, 
/**
 * Time taken, in milliseconds.
 */
took_ms: number, 
/**
 * The listed hits.
 */
hits: Array<Hit>, 
/**
 * How many of each kind match, in the order in which they are listed; kinds without any are left out.
 */
kinds: Array<KindCount>, 
/**
 * What the answer can be narrowed down to; none where it was not asked for.
 */
facets: SearchFacets | null, 
/**
 * What was taken instead of what was typed, in words; empty where that was found.
 */
instead: string, 
/**
 * How far the index is, where it is being made anew: the answer may lack what is not in it yet.
 */
building: Building | null, };

export type TablePreview = { 
/**
 * Its sheets; a CSV has one.
 */
sheets: Array<SheetPreview>, 
/**
 * The fields that columns of events can fill.
 */
event_fields: Array<FieldRow>, 
/**
 * The fields that columns of accounts can fill.
 */
account_fields: Array<FieldRow>, };

export type SheetPreview = { 
/**
 * Its name; the file's for a CSV.
 */
name: string, 
/**
 * The heads of its columns.
 */
columns: Array<string>, 
/**
 * Its first rows, each as long as `columns`.
 */
sample: Array<Array<string>>, 
/**
 * How many rows it has below the heads.
 */
rows: number, 
/**
 * What it seems to hold: `events` or `accounts`.
 */
what: string, 
/**
 * The field that each column seems to fill; none where none fits.
 */
mapping: Array<string | null>, };

export type FieldRow = { 
/**
 * As a mapping names it.
 */
field: string, 
/**
 * As it is shown, and as an export heads its column.
 */
title: string, 
/**
 * What goes in it.
 */
help: string, };

export type TablePlan = { 
/**
 * Rows that make something new.
 */
added: number, 
/**
 * Rows that change what is there.
 */
changed: number, 
/**
 * Rows that say what is there already.
 */
unchanged: number, 
/**
 * Rows that cannot be taken in.
 */
refused: number, 
/**
 * Every refused row, and the others up to 500.
 */
rows: Array<PlanRow>, 
/**
 * Whether it was done.
 */
done: boolean, };

export type PlanRow = { 
/**
 * Its number in the file, as a person counts: the heads are row 1.
 */
row: number, 
/**
 * What becomes of it.
 */
standing: PlanStanding, 
/**
 * What it is about.
 */
title: string, 
/**
 * The column that it is refused for.
 */
column: string | null, 
/**
 * What changes, or why it is refused, in words.
 */
words: string, };

export type PlanStanding = "added" | "changed" | "unchanged" | "refused";

export type TableWritten = { 
/**
 * The file.
 */
path: string, 
/**
 * Events that it holds.
 */
events: number, 
/**
 * Accounts that it holds.
 */
accounts: number, };

export type RowsWritten = { 
/**
 * The file.
 */
path: string, 
/**
 * How many rows it holds.
 */
rows: number, };

export type Follows = { 
/**
 * The account.
 */
account: string, 
/**
 * Why.
 */
reason: string, };

export type NoteRow = { 
/**
 * Identifier.
 */
note: string, 
/**
 * The case that it is on; none where it is on something else.
 */
case: string | null, 
/**
 * The event that it is on.
 */
event: string | null, 
/**
 * The party that it is on.
 */
party: string | null, 
/**
 * What it is on, by name.
 */
about: string, 
/**
 * The text, in Markdown (`CommonMark`).
 */
body: string, 
/**
 * The text as HTML, without scripts, styles, images or forms. Links say where they go and lead nowhere.
 */
html: string, 
/**
 * When it was last written, RFC 3339 in UTC.
 */
changed_at: string, };

export type PartyPage = { 
/**
 * The party, with its roles.
 */
party: PartyRow, 
/**
 * The events that it takes part in, in their order.
 */
events: Array<TimelineRow>, 
/**
 * What it asserts itself.
 */
accounts: Array<PartyAccount>, 
/**
 * The documents that it published, and those that its accounts cite.
 */
documents: Array<DocumentRow>, 
/**
 * Notes on it.
 */
notes: Array<NoteRow>, };

export type PartyAccount = { 
/**
 * The account.
 */
account: AccountRow, 
/**
 * The event.
 */
event: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its case.
 */
case: string, 
/**
 * The case's name.
 */
case_name: string, };

export type Timeline = { 
/**
 * The events.
 */
rows: Array<TimelineRow>, 
/**
 * Everybody whom a row names.
 */
parties: Array<PartyRef>, 
/**
 * What was left out, where the timeline is shown as known on a day.
 */
known: Known | null, };

export type TimelineRow = { 
/**
 * Identifier.
 */
event: string, 
/**
 * Its case.
 */
case: string, 
/**
 * What happened, in a line.
 */
title: string, 
/**
 * Filing, hearing, fine, …: a short free word.
 */
kind: string, 
/**
 * How firmly it stands.
 */
status: EventStatus, 
/**
 * When.
 */
date: DateView, 
/**
 * Who took part, by identifier.
 */
parties: Array<string>, 
/**
 * Its tags, in order.
 */
tags: Array<string>, 
/**
 * Whether it bears a star.
 */
starred: boolean, 
/**
 * What it rests on.
 */
support: Support, 
/**
 * Whether its accounts contradict each other.
 */
in_conflict: boolean, 
/**
 * How near it is, where it is scheduled.
 */
due: Due | null, };

export type Due = { 
/**
 * The judgement.
 */
standing: DueStanding, 
/**
 * The judgement in words: "overdue since 5 May 2021", "in 3 days", "may be due from 1 May 2021".
 */
words: string, };

export type DueStanding = "overdue" | "may_be_due" | "today" | "ahead" | "undated";

export type DueRow = { 
/**
 * The event.
 */
event: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its kind.
 */
kind: string, 
/**
 * Its case.
 */
case: string, 
/**
 * The case's name.
 */
case_name: string, 
/**
 * When.
 */
date: DateView, 
/**
 * How near it is.
 */
due: Due, };

export type Known = { 
/**
 * The day, ISO 8601.
 */
day: string, 
/**
 * Accounts that were published later, or may have been.
 */
later: number, 
/**
 * Accounts whose day of publication is not known at all.
 */
undated: number, 
/**
 * What changed since, in the order in which it was published.
 */
since: Array<SinceRow>, };

export type SinceRow = { 
/**
 * The event.
 */
event: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its case.
 */
case: string, 
/**
 * The case's name.
 */
case_name: string, 
/**
 * When the first of those accounts was published.
 */
published: DateView, 
/**
 * What changed, in words: "became known", "2 more accounts", "its accounts now contradict each other".
 */
words: string, };

export type Facets = { 
/**
 * Kinds.
 */
kinds: Array<Facet>, 
/**
 * Statuses.
 */
statuses: Array<Facet>, 
/**
 * Tags.
 */
tags: Array<Facet>, 
/**
 * Parties: the value is the identifier.
 */
parties: Array<Facet>, 
/**
 * Origins of accounts.
 */
origins: Array<Facet>, };

export type Facet = { 
/**
 * The value, as a filter takes it.
 */
value: string, 
/**
 * As it is shown.
 */
shown: string, 
/**
 * How many events or documents have it.
 */
count: number, };

export type ViewRow = { 
/**
 * Name.
 */
name: string, 
/**
 * The filter.
 */
filter: EventFilter, 
/**
 * Whether it comes with Proofline and cannot be changed.
 */
ready: boolean, };

export type DateReading = { 
/**
 * The date; none where it cannot be read, or is more than one.
 */
date: DateView | null, 
/**
 * What was understood, in words: "late last month, read from 20 April 2021"; empty where there is nothing to add.
 */
explanation: string, 
/**
 * The readings to choose from: of what is more than one date all of them, of what cannot be read the nearest.
 */
choices: Array<DateChoice>, 
/**
 * What is the matter, where there is no date.
 */
message: string, 
/**
 * The column, from 1, at which reading stopped.
 */
column: number | null, };

export type DateChoice = { 
/**
 * The date.
 */
date: DateView, 
/**
 * What it takes the words to say: "day first".
 */
explanation: string, };

export type Register = { 
/**
 * How many documents pass the filter.
 */
total: number, 
/**
 * How many of those are reviewed.
 */
reviewed: number, 
/**
 * The rows that were asked for.
 */
rows: Array<RegisterRow>, };

export type RegisterRow = { 
/**
 * Identifier.
 */
document: string, 
/**
 * Title.
 */
title: string, 
/**
 * The kind in a word: "PDF", "e-mail".
 */
kind_words: string, 
/**
 * How reading it ended.
 */
outcome: Outcome, 
/**
 * Number of pages.
 */
pages: number, 
/**
 * Size of the original in bytes.
 */
size: number, 
/**
 * Who published or wrote it.
 */
source: string, 
/**
 * The date on it, as a person writes it; empty where undated.
 */
dated: string, 
/**
 * When it was published, as a person writes it; empty where undated.
 */
published: string, 
/**
 * The cases that it is in.
 */
cases: Array<string>, 
/**
 * Its exhibit marks, in the case of the register or in all.
 */
marks: Array<string>, 
/**
 * Its Bates numbers as written: "TT-000001 – TT-000012".
 */
bates: Array<string>, 
/**
 * Tags.
 */
tags: Array<string>, 
/**
 * Issues.
 */
issues: Array<string>, 
/**
 * Whether somebody has read it through.
 */
reviewed: boolean, 
/**
 * Whether it bears a star.
 */
starred: boolean, 
/**
 * Whether it is confidential.
 */
confidential: boolean, 
/**
 * On what basis it is privileged; none where it is not.
 */
privilege: string | null, 
/**
 * How much it matters.
 */
relevance: Relevance | null, 
/**
 * How many accounts cite it.
 */
cited: number, 
/**
 * How many highlights and notes are on it.
 */
annotated: number, 
/**
 * The document that it was attached to.
 */
parent: string | null, 
/**
 * How many documents were attached to it.
 */
attachments: number, 
/**
 * In how many places its bytes were found.
 */
locations: number, 
/**
 * When it came, RFC 3339.
 */
added_at: string, 
/**
 * What the last verification found of it.
 */
custody: CustodyState, 
/**
 * Its group, in words; none where the register is not grouped.
 */
group: string | null, };

export type CustodyState = "not_verified" | "verified" | "failed";

export type RegisterFacets = { 
/**
 * Kinds.
 */
kinds: Array<Facet>, 
/**
 * Sources.
 */
sources: Array<Facet>, 
/**
 * Tags.
 */
tags: Array<Facet>, 
/**
 * Issues.
 */
issues: Array<Facet>, 
/**
 * How much they matter: the words of `Relevance`.
 */
relevance: Array<Facet>, };

export type MarksView = { 
/**
 * Whether somebody has read it through.
 */
reviewed: boolean, 
/**
 * Whether it bears a star.
 */
starred: boolean, 
/**
 * Whether it is confidential.
 */
confidential: boolean, 
/**
 * On what basis it is privileged; none where it is not.
 */
privilege: string | null, 
/**
 * How much it matters.
 */
relevance: Relevance | null, 
/**
 * Tags.
 */
tags: Array<string>, 
/**
 * Issues.
 */
issues: Array<string>, };

export type DateBasisRow = { 
/**
 * Which date.
 */
date: DateKind, 
/**
 * From the file, a header, the text or a person.
 */
read_from: ReadFrom, 
/**
 * The field, the page or the person.
 */
detail: string, };

export type NumberRow = { 
/**
 * Its scheme or production.
 */
series: string, 
/**
 * The case.
 */
case: string, 
/**
 * The mark, or the Bates numbers of its first and last page: "TT-000001 – TT-000012".
 */
shown: string, 
/**
 * The line of the ledger from which on it stood.
 */
since: number, 
/**
 * When that was, RFC 3339.
 */
since_at: string, 
/**
 * The act that gave it.
 */
act: string, 
/**
 * The line of the ledger from which on it stood no more; none where it still does.
 */
until: number | null, 
/**
 * When that was, RFC 3339.
 */
until_at: string | null, };

export type DocumentMarks = { 
/**
 * The passages that accounts cite.
 */
citations: Array<CitationRow>, 
/**
 * Highlights and notes.
 */
annotations: Array<AnnotationRow>, };

export type CitationRow = { 
/**
 * The account.
 */
account: string, 
/**
 * Its event.
 */
event: string, 
/**
 * The event's title.
 */
title: string, 
/**
 * The event's date, as a person writes it.
 */
date: string, 
/**
 * The event's case.
 */
case: string, 
/**
 * Page of the file, from 1.
 */
page: number, 
/**
 * The exact words.
 */
exact: string, 
/**
 * The words before them.
 */
prefix: string, 
/**
 * The words after them.
 */
suffix: string, 
/**
 * Whether they are in the page's text now, once in their context.
 */
holds: boolean, };

export type AnnotationRow = { 
/**
 * Identifier.
 */
annotation: string, 
/**
 * The document.
 */
document: string, 
/**
 * Page of the file, from 1.
 */
page: number, 
/**
 * The exact words.
 */
exact: string, 
/**
 * The words before them.
 */
prefix: string, 
/**
 * The words after them.
 */
suffix: string, 
/**
 * Colour.
 */
colour: Colour, 
/**
 * What the colour stands for.
 */
colour_name: string, 
/**
 * The note; empty for a highlight alone.
 */
note: string, 
/**
 * When it was made, RFC 3339.
 */
made_at: string, 
/**
 * Whether the words are in the page's text now, once in their context.
 */
holds: boolean, };

export type ColourRow = { 
/**
 * Colour.
 */
colour: Colour, 
/**
 * What it stands for.
 */
name: string, 
/**
 * Whether that name was given by a person.
 */
named: boolean, 
/**
 * How many highlights have it.
 */
used: number, };

export type PassageRow = { 
/**
 * The document.
 */
document: string, 
/**
 * Its title.
 */
title: string, 
/**
 * SHA-256 of the original.
 */
sha256: string, 
/**
 * Page of the file, from 1.
 */
page: number, 
/**
 * The label that is printed on it.
 */
label: string | null, 
/**
 * The exact words, as the page has them.
 */
exact: string, 
/**
 * The words before them.
 */
prefix: string, 
/**
 * The words after them.
 */
suffix: string, 
/**
 * The words with where they stand: “…” (Ruling, 22 February 2021, p. 3; Exhibit PX-001; TT-000012).
 */
citation: string, };

export type SchemeRow = { 
/**
 * Identifier.
 */
scheme: string, 
/**
 * Its case.
 */
case: string, 
/**
 * What stands before the number.
 */
prefix: string, 
/**
 * The first mark as it is written: "PX-001".
 */
first: string, 
/**
 * Whose exhibits they are.
 */
whose: string, 
/**
 * How many exhibits it has.
 */
count: number, 
/**
 * The last mark; none where it has no exhibit yet.
 */
last: string | null, 
/**
 * The mark that the next document would get.
 */
next: string, };

export type ExhibitPlan = { 
/**
 * The rows, in the new order; those that lose their mark last.
 */
rows: Array<ExhibitChange>, 
/**
 * How many marks come, go or become others.
 */
changed: number, };

export type ExhibitChange = { 
/**
 * The document.
 */
document: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its mark before; none where it had none.
 */
before: string | null, 
/**
 * Its mark after; none where it loses it.
 */
after: string | null, };

export type ProductionRow = { 
/**
 * Identifier.
 */
production: string, 
/**
 * Its case.
 */
case: string, 
/**
 * Name.
 */
name: string, 
/**
 * The first Bates number as it is written.
 */
first: string, 
/**
 * The last.
 */
last: string, 
/**
 * How many documents.
 */
documents: number, 
/**
 * How many pages.
 */
pages: number, 
/**
 * When it was made, RFC 3339.
 */
made_at: string, };

export type ProductionPlan = { 
/**
 * The first Bates number as it is written.
 */
first: string, 
/**
 * The last.
 */
last: string, 
/**
 * How many pages.
 */
pages: number, 
/**
 * The documents in their order.
 */
rows: Array<ProducedRow>, };

export type ProducedRow = { 
/**
 * The document.
 */
document: string, 
/**
 * Its title.
 */
title: string, 
/**
 * How many pages it has: one where it has none of its own.
 */
pages: number, 
/**
 * The Bates number of its first page.
 */
first: string, 
/**
 * The Bates number of its last page.
 */
last: string, };

export type ConcordanceRow = { 
/**
 * The document.
 */
document: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its exhibit marks: today's first, then earlier ones, the newest first. For an earlier numbering, that one's alone.
 */
marks: Array<NumberRow>, 
/**
 * Its Bates numbers, in the same order; of the page alone where there is one.
 */
bates: Array<NumberRow>, 
/**
 * Page of the file, from 1; none where the document as a whole was asked for.
 */
page: number | null, 
/**
 * The label that is printed on that page.
 */
label: string | null, 
/**
 * In words, where what was asked for is an earlier number: "PX-004 until 3 March 2021, today PX-007".
 */
earlier: string | null, };

export type NumberingRow = { 
/**
 * Its line of the ledger.
 */
seq: number, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * Who.
 */
actor: string, 
/**
 * The act, by name.
 */
act: string, 
/**
 * How many documents bore an exhibit mark after it.
 */
exhibits: number, 
/**
 * How many bore Bates numbers after it.
 */
produced: number, 
/**
 * Whether it is today's.
 */
current: boolean, };

export type CustodyRow = { 
/**
 * Its line of the ledger.
 */
seq: number, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * The account of the computer that did it.
 */
actor: string, 
/**
 * What: "acquired", "verified", "viewed outside", "exported", or the act by its name.
 */
words: string, 
/**
 * More of it: the place that it came from, the file that was written, what the check found.
 */
detail: string, 
/**
 * SHA-256 of the line.
 */
hash: string, };

export type HeadRow = { 
/**
 * The library's identifier.
 */
library: string, 
/**
 * The library's name.
 */
name: string, 
/**
 * Its line, from 1; 0 where the ledger is empty.
 */
seq: number, 
/**
 * When that line was written, RFC 3339.
 */
at: string, 
/**
 * Its SHA-256.
 */
hash: string, };

export type HeadCheck = { 
/**
 * Whether the ledger still holds that line, with all before it.
 */
ok: boolean, 
/**
 * The head as it was written out.
 */
head: HeadRow, 
/**
 * What was found, in words.
 */
words: string, };

export type VerifyProgress = { 
/**
 * `original`, `quote`, `ledger`, `index` or `database`.
 */
part: string, 
/**
 * How much of the part is done: bytes of originals, else items.
 */
done: number, 
/**
 * Of how much; 0 where that is not known yet.
 */
total: number, 
/**
 * What was found since the last message.
 */
found: Array<Finding>, 
/**
 * The report, in the last message.
 */
report: VerifyReport | null, 
/**
 * Why it stopped, where it failed as a whole.
 */
error: string | null, };

export type TableOpenArgs = { 
/**
 * The file: CSV, XLSX, XLS or ODS.
 */
path: string, };

export type TablePlanArgs = { 
/**
 * The file.
 */
path: string, 
/**
 * The sheet; the first where none is given.
 */
sheet?: string, 
/**
 * `events` or `accounts`.
 */
what: string, 
/**
 * The field that each column fills, in the order of the columns; none for a column that is left out. The
 * suggested ones where none are given.
 */
mapping?: Array<string | null>, 
/**
 * The case of rows that name none.
 */
case?: string, 
/**
 * Which number comes first where a date like 03/04/2021 can be two: `day` or `month`. Such a row is refused where
 * empty.
 */
first?: string, 
/**
 * The source's own day, ISO 8601, against which words like "Tuesday" are read; empty where there is none.
 */
reference?: string, };

export type TableImportArgs = { 
/**
 * How.
 */
plan: TablePlanArgs, 
/**
 * Takes in the good rows although others are refused; else one refused row keeps all out.
 */
good_rows_only: boolean, };

export type TableWriteArgs = { 
/**
 * The file: its ending says whether CSV or XLSX. It is replaced where it is there.
 */
path: string, 
/**
 * `events` or `accounts`; an XLSX holds both, each on its sheet, where empty.
 */
what?: string, 
/**
 * Which events.
 */
filter: EventFilter, };

export type CaseArgs = { 
/**
 * Name.
 */
name: string, 
/**
 * `litigation`, `regulatory_action`, `government_action` or `investigation`; the first where empty.
 */
kind: string, 
/**
 * Court or body.
 */
forum: string, 
/**
 * Docket numbers.
 */
dockets: Array<string>, 
/**
 * Where it stands, in a word or two.
 */
status?: string, 
/**
 * One or two sentences.
 */
summary?: string, };

export type CaseEditArgs = { 
/**
 * The case.
 */
case: string, 
/**
 * Name.
 */
name?: string, 
/**
 * `litigation`, `regulatory_action`, `government_action` or `investigation`.
 */
kind?: string, 
/**
 * Court or body.
 */
forum?: string, 
/**
 * Docket numbers, all of them.
 */
dockets?: Array<string>, 
/**
 * Where it stands, in a word or two.
 */
status?: string, 
/**
 * One or two sentences.
 */
summary?: string, };

export type RelationArgs = { 
/**
 * The case that is related.
 */
from: string, 
/**
 * `waits_on`, `follows`, `consolidated_into` or `appeals`.
 */
kind: string, 
/**
 * The case that it is related to.
 */
to: string, 
/**
 * Why, in a few words.
 */
note?: string, };

export type RelationRef = { 
/**
 * The case that is related.
 */
from: string, 
/**
 * `waits_on`, `follows`, `consolidated_into` or `appeals`.
 */
kind: string, 
/**
 * The case that it is related to.
 */
to: string, };

export type CaseFilter = { 
/**
 * The case, or none for all.
 */
case: string | null, };

export type DocumentRef = { 
/**
 * The document.
 */
document: string, };

export type RetryArgs = { 
/**
 * The document.
 */
document: string, 
/**
 * The password that opens it. It is tried and kept nowhere.
 */
password?: string, };

export type DocumentEditArgs = { 
/**
 * The document.
 */
document: string, 
/**
 * Title.
 */
title: string | null, 
/**
 * Who published or wrote it.
 */
source: string | null, 
/**
 * The origin that it copies.
 */
origin: string | null, 
/**
 * The date that it bears, as people write it or in EDTF; empty for none.
 */
dated: string | null, 
/**
 * When it was published, as people write it or in EDTF; empty for none.
 */
published: string | null, 
/**
 * When what it tells of happened; empty for none.
 */
event_date?: string, 
/**
 * When it was captured or obtained; empty for none.
 */
captured?: string, 
/**
 * Where its dates were read from. A date that is changed without that was given by a person.
 */
dates_from?: Array<DateBasisRow>, 
/**
 * Cases to put it in.
 */
file_in?: Array<string>, 
/**
 * Cases to take it out of.
 */
take_out_of?: Array<string>, };

export type PageArgs = { 
/**
 * The document.
 */
document: string, 
/**
 * Page of the file, from 1.
 */
page: number, 
/**
 * A query whose words are to be marked; empty for none.
 */
query: string, };

export type SearchArgs = { 
/**
 * The query, in Proofline's query language.
 */
query: string, 
/**
 * Only in this case.
 */
case: string | null, 
/**
 * How many pages of documents at most; 50 where none is given.
 */
limit: number | null, 
/**
 * Documents to pass over, for the next screen.
 */
offset: number, 
/**
 * What was chosen from facets.
 */
filters: SearchFilters, 
/**
 * Count what the answer can be narrowed down to, items by this date among it.
 */
facets: DateKind | null, 
/**
 * Count what was added after this time (RFC 3339).
 */
since: string | null, };

export type SearchFilters = { 
/**
 * Cases.
 */
cases: Array<string>, 
/**
 * Kinds.
 */
kinds: ItemKind[], 
/**
 * Types of file.
 */
types: Array<string>, 
/**
 * Tags.
 */
tags: Array<string>, 
/**
 * People and organisations.
 */
people: Array<string>, 
/**
 * Languages.
 */
languages: Array<string>, 
/**
 * A date that may lie between two others.
 */
dates: DateFilter | null, };

export type DateFilter = { 
/**
 * Which of the four dates.
 */
date: DateKind, 
/**
 * The first month, year or day, as EDTF; its beginning counts.
 */
from: string, 
/**
 * The last month, year or day, as EDTF; its end counts.
 */
to: string, };

export type ImportArgs = { 
/**
 * Files and folders.
 */
paths: Array<string>, 
/**
 * The case to put them in; none leaves them unfiled.
 */
case: string | null, 
/**
 * Who published or wrote them.
 */
source: string, 
/**
 * When they were published, as people write it or in EDTF.
 */
published: string, 
/**
 * How they were obtained.
 */
obtained: string, };

export type EventRef = { 
/**
 * The event.
 */
event: string, 
/**
 * Show it as it was known on this day (ISO 8601): only accounts that were published by then.
 */
known_on?: string, };

export type EventArgs = { 
/**
 * Its case.
 */
case: string, 
/**
 * What happened, in a line.
 */
title: string, 
/**
 * A short word: filing, hearing, fine.
 */
kind: string, 
/**
 * `alleged`, `reported`, `confirmed`, `disputed` or `scheduled`; `reported` where empty.
 */
status: string, 
/**
 * The date, as people write it or in EDTF; empty where there is none.
 */
date: string, 
/**
 * The source's own day, ISO 8601, against which words like "Tuesday" are read; empty where there is none.
 */
reference?: string, 
/**
 * Who took part.
 */
parties?: Array<PartyChoice>, 
/**
 * Tags.
 */
tags?: Array<string>, 
/**
 * The passages that it rests on.
 */
cites: Array<CiteArgs>, 
/**
 * The sums that the first passage states.
 */
amounts?: Array<AmountArgs>, };

export type PartyChoice = { 
/**
 * The party: an identifier, the start of one, or an exact name. A name that nobody bears makes a new party.
 */
party: string, 
/**
 * `person`, `organisation` or `class`, of a new party; `person` where empty.
 */
kind?: string, };

export type EventEditArgs = { 
/**
 * The event.
 */
event: string, 
/**
 * What happened, in a line.
 */
title?: string, 
/**
 * A short word.
 */
kind?: string, 
/**
 * `alleged`, `reported`, `confirmed`, `disputed` or `scheduled`.
 */
status?: string, 
/**
 * The date, as people write it or in EDTF; empty for none.
 */
date?: string, 
/**
 * The source's own day, ISO 8601, against which words like "Tuesday" are read; empty where there is none.
 */
reference?: string, 
/**
 * The case that it belongs to.
 */
case?: string, 
/**
 * Who took part, all of them.
 */
parties?: Array<PartyChoice>, 
/**
 * Tags, all of them.
 */
tags?: Array<string>, 
/**
 * Whether it bears a star.
 */
starred?: boolean, };

export type MergeArgs = { 
/**
 * The event that stays: its title, date, kind and status stay what they are.
 */
into: string, 
/**
 * The events whose accounts, people, tags and notes go over to it; they are taken away.
 */
from: Array<string>, };

export type SplitArgs = { 
/**
 * The event.
 */
event: string, 
/**
 * The accounts that go over to the new event.
 */
accounts: Array<string>, 
/**
 * What happened in the new event, in a line.
 */
title: string, 
/**
 * The new event's date, as people write it or in EDTF; that of the first account that goes over where left out.
 */
date?: string, 
/**
 * The source's own day, ISO 8601, against which words like "Tuesday" are read; empty where there is none.
 */
reference?: string, };

export type MoveArgs = { 
/**
 * The event.
 */
event: string, 
/**
 * By how many places: -1 is one earlier, 1 one later.
 */
by: number, };

export type FollowArgs = { 
/**
 * The event.
 */
event: string, 
/**
 * The account, by its identifier; none where the date follows no account.
 */
account: string | null, 
/**
 * Why.
 */
reason?: string, };

export type DateArgs = { 
/**
 * The date, as people write it or in EDTF.
 */
date: string, 
/**
 * The source's own day, ISO 8601, against which words like "Tuesday" are read; empty where there is none.
 */
reference?: string, };

export type AccountArgs = { 
/**
 * The event.
 */
event: string, 
/**
 * The passage that it rests on; without one it rests on nothing, and is shown so.
 */
cite?: CiteArgs, 
/**
 * Who asserts it; whoever published the document where empty.
 */
asserted_by?: string, 
/**
 * `reports`, `alleges`, `denies`, `confirms` or `rules`; the first where empty.
 */
stance?: string, 
/**
 * The date that it states, as people write it or in EDTF; empty where it states none.
 */
date?: string, 
/**
 * The source's own day, ISO 8601, against which words like "Tuesday" are read; empty where there is none.
 */
reference?: string, 
/**
 * The sums that it states.
 */
amounts?: Array<AmountArgs>, 
/**
 * Numbers of people or things that it states, in its words.
 */
quantities?: Array<string>, };

export type AccountEditArgs = { 
/**
 * The account, by its identifier.
 */
account: string, 
/**
 * Who asserts it.
 */
asserted_by?: string, 
/**
 * `reports`, `alleges`, `denies`, `confirms` or `rules`.
 */
stance?: string, 
/**
 * The date that it states, as people write it or in EDTF; empty where it states none.
 */
date?: string, 
/**
 * The source's own day, ISO 8601, against which words like "Tuesday" are read; empty where there is none.
 */
reference?: string, 
/**
 * The sums that it states, all of them.
 */
amounts?: Array<AmountArgs>, 
/**
 * Numbers of people or things that it states, in its words, all of them.
 */
quantities?: Array<string>, };

export type AmountArgs = { 
/**
 * `claimed`, `offered`, `settled`, `fined`, `awarded` or `paid`.
 */
kind: string, 
/**
 * Lower bound, decimal; empty where only words are stated.
 */
low?: string, 
/**
 * Upper bound, decimal; the lower one again where empty.
 */
high?: string, 
/**
 * ISO 4217.
 */
currency: string, 
/**
 * `total` or `per_head`; the first where empty.
 */
scope?: string, 
/**
 * The source's own words.
 */
as_stated?: string, 
/**
 * A conversion, only as the source states one.
 */
converted?: string, };

export type AccountRef = { 
/**
 * The account.
 */
account: string, };

export type CiteArgs = { 
/**
 * The document.
 */
document: string, 
/**
 * Page of the file, from 1.
 */
page: number, 
/**
 * The exact words.
 */
quote: string, 
/**
 * The words right before them, where those alone tell which of several places is meant.
 */
prefix?: string, 
/**
 * The words right after them.
 */
suffix?: string, 
/**
 * Whether the words are as somebody saw them on the drawn page: white space, hyphens at line ends and ligatures then
 * do not count.
 */
seen?: boolean, };

export type Nothing = Record<symbol, never>;

export type OpenArgs = { 
/**
 * Its folder.
 */
path: string, };

export type NewArgs = { 
/**
 * The folder to make: it must not exist or be empty.
 */
path: string, 
/**
 * Whether to fill it with the sample.
 */
sample: boolean, };

export type LedgerArgs = { 
/**
 * How many lines; 100 where none is given.
 */
limit: number | null, };

export type NotesArgs = { 
/**
 * Notes on this case itself.
 */
case?: string, 
/**
 * Notes on this event.
 */
event?: string, 
/**
 * Notes on this party.
 */
party?: string, };

export type NoteArgs = { 
/**
 * On this case.
 */
case?: string, 
/**
 * On this event.
 */
event?: string, 
/**
 * On this party.
 */
party?: string, 
/**
 * The text, in Markdown (`CommonMark`).
 */
body: string, };

export type NoteEditArgs = { 
/**
 * The note, by its identifier.
 */
note: string, 
/**
 * The text, in Markdown (`CommonMark`).
 */
body: string, };

export type NoteRef = { 
/**
 * The note.
 */
note: string, };

export type PartyKey = { 
/**
 * The party.
 */
party: string, };

export type PartyArgs = { 
/**
 * Name.
 */
name: string, 
/**
 * `person`, `organisation` or `class`; the first where empty.
 */
kind?: string, };

export type PartyEditArgs = { 
/**
 * The party.
 */
party: string, 
/**
 * Name.
 */
name?: string, 
/**
 * `person`, `organisation` or `class`.
 */
kind?: string, };

export type RoleArgs = { 
/**
 * The party.
 */
party: string, 
/**
 * "Claimant", "judge", "Children's Commissioner for England".
 */
role: string, 
/**
 * The case that the role belongs to, where it belongs to one.
 */
case?: string, 
/**
 * When the party has it: a date or a period, as people write it or in EDTF.
 */
date?: string, 
/**
 * Where this is known from.
 */
note?: string, };

export type RoleEditArgs = { 
/**
 * The role, by its identifier.
 */
role_id: string, 
/**
 * "Claimant", "judge".
 */
role?: string, 
/**
 * The case that the role belongs to; empty for none.
 */
case?: string, 
/**
 * When the party has it; empty where that is not known.
 */
date?: string, 
/**
 * Where this is known from.
 */
note?: string, };

export type RoleRef = { 
/**
 * The role.
 */
role_id: string, };

export type EventFilter = { 
/**
 * Only this case.
 */
case?: string, 
/**
 * Words that stand in the title, the kind, the date, a tag or a name, each as a part of it, in any case.
 */
text?: string, 
/**
 * Kinds: filing, hearing.
 */
kinds?: Array<string>, 
/**
 * Parties: identifiers, starts of them, or names.
 */
parties?: Array<string>, 
/**
 * Statuses.
 */
statuses?: Array<EventStatus>, 
/**
 * Tags.
 */
tags?: Array<string>, 
/**
 * May have been on or after this date, as people write it or in EDTF; undated events pass neither bound.
 */
from?: string, 
/**
 * May have been on or before this date.
 */
to?: string, 
/**
 * Origins of which at least one account comes.
 */
origins?: Array<string>, 
/**
 * What they rest on: the ready view *Unsupported* asks for `nothing`, `allegation` and `one_origin`.
 */
support?: Array<SupportLevel>, 
/**
 * Only those whose accounts contradict each other.
 */
in_conflict?: boolean, 
/**
 * Only those that bear a star.
 */
starred?: boolean, 
/**
 * Only those that are scheduled: what is next, and what is overdue.
 */
next?: boolean, 
/**
 * As known on this day (ISO 8601): only accounts that were published by then count.
 */
known_on?: string, };

export type TimelineArgs = { 
/**
 * Which events.
 */
filter: EventFilter, 
/**
 * Of those, only these identifiers: what a window asks for after a change.
 */
only?: Array<string>, };

export type ViewArgs = { 
/**
 * Name.
 */
name: string, 
/**
 * The filter.
 */
filter: EventFilter, };

export type ViewRef = { 
/**
 * The view.
 */
name: string, };

export type WatchRef = { 
/**
 * Its path, as `watch_list` gives it.
 */
folder: string, };

export type DocumentFilter = { 
/**
 * Only this case.
 */
case?: string, 
/**
 * Only what lies directly inside this document: the attachments of an e-mail, the entries of an archive.
 */
inside?: string, 
/**
 * Words that stand in the title, the file name, the source, a tag or a number, each as a part of it, in any case.
 */
text?: string, 
/**
 * Kinds in a word: "PDF", "e-mail".
 */
kinds?: Array<string>, 
/**
 * Who published or wrote it.
 */
sources?: Array<string>, 
/**
 * Tags.
 */
tags?: Array<string>, 
/**
 * Issues of the case.
 */
issues?: Array<string>, 
/**
 * How much they matter.
 */
relevance?: Array<Relevance>, 
/**
 * Reviewed or not.
 */
reviewed?: boolean, 
/**
 * Only those with a star.
 */
starred?: boolean, 
/**
 * Confidential or not.
 */
confidential?: boolean, 
/**
 * Privileged or not.
 */
privileged?: boolean, 
/**
 * With an exhibit mark in the case (in any, where none is given), or without.
 */
exhibited?: boolean, 
/**
 * Cited by an account, or by none.
 */
cited?: boolean, 
/**
 * Read, at least in part, or not.
 */
readable?: boolean, 
/**
 * The date on the document may be on or after this date, as people write it or in EDTF.
 */
from?: string, 
/**
 * The date on the document may be on or before this date.
 */
to?: string, };

export type SortBy = "added" | "mark" | "bates" | "title" | "dated" | "published" | "kind" | "source" | "pages" | "size" | "cited" | "relevance" | "reviewed";

export type GroupBy = "kind" | "source" | "year" | "relevance" | "reviewed" | "family";

export type RegisterOrder = { 
/**
 * Which.
 */
filter?: DocumentFilter, 
/**
 * Sorted by; as they came where left out.
 */
sort?: SortBy, 
/**
 * The other way round.
 */
descending?: boolean, 
/**
 * Grouped by.
 */
group?: GroupBy, };

export type RegisterArgs = { 
/**
 * Which documents, in which order.
 */
order: RegisterOrder, 
/**
 * The first row, from 0.
 */
from: number, 
/**
 * How many rows at most; 500 at most are given.
 */
count: number, };

export type RegisterPlaceArgs = { 
/**
 * Which documents, in which order.
 */
order: RegisterOrder, 
/**
 * The document.
 */
document: string, };

export type RegisterWriteArgs = { 
/**
 * Which documents, in which order.
 */
order: RegisterOrder, 
/**
 * The file to write: its name ends in .csv or .xlsx.
 */
path: string, 
/**
 * Only the columns of a privilege log, and only what is privileged.
 */
privilege_log?: boolean, };

export type DocumentMarkArgs = { 
/**
 * The documents.
 */
documents: Array<string>, 
/**
 * Whether somebody has read them through.
 */
reviewed?: boolean, 
/**
 * Whether they bear a star.
 */
starred?: boolean, 
/**
 * Whether they are confidential.
 */
confidential?: boolean, 
/**
 * On what basis they are privileged, for the privilege log; empty where they are not.
 */
privilege?: string, 
/**
 * `key`, `relevant` or `not_relevant`; empty where nobody said.
 */
relevance?: string, 
/**
 * Tags to add.
 */
add_tags?: Array<string>, 
/**
 * Tags to take away.
 */
remove_tags?: Array<string>, 
/**
 * Issues to add.
 */
add_issues?: Array<string>, 
/**
 * Issues to take away.
 */
remove_issues?: Array<string>, 
/**
 * Cases to put them in.
 */
file_in?: Array<string>, 
/**
 * Cases to take them out of.
 */
take_out_of?: Array<string>, };

export type AnnotationArgs = { 
/**
 * The passage.
 */
cite: CiteArgs, 
/**
 * Colour.
 */
colour: Colour, 
/**
 * The note, plain text; empty for a highlight alone.
 */
note?: string, };

export type AnnotationEditArgs = { 
/**
 * The annotation.
 */
annotation: string, 
/**
 * Colour.
 */
colour?: Colour, 
/**
 * The note.
 */
note?: string, };

export type AnnotationRef = { 
/**
 * The annotation.
 */
annotation: string, };

export type ColourArgs = { 
/**
 * Colour.
 */
colour: Colour, 
/**
 * What it stands for; empty for the colour's own name.
 */
name: string, };

export type SchemeArgs = { 
/**
 * Its case.
 */
case: string, 
/**
 * The first mark as it is written: "JJS23", "PX-001", "Exhibit 1". The digits at its end say where counting begins and
 * how many digits a number has at least; what stands before them is the prefix.
 */
first: string, 
/**
 * Whose exhibits they are: a witness, a side; empty where that is not said.
 */
whose?: string, };

export type SchemeEditArgs = { 
/**
 * The scheme: an identifier, or its prefix in a case.
 */
scheme: string, 
/**
 * The first mark as it is written.
 */
first?: string, 
/**
 * Whose exhibits they are.
 */
whose?: string, };

export type SchemeRef = { 
/**
 * The scheme.
 */
scheme: string, };

export type ExhibitAssignArgs = { 
/**
 * The scheme.
 */
scheme: string, 
/**
 * The documents, in the order in which they are to be numbered.
 */
documents: Array<string>, 
/**
 * The exhibit behind which they go with letters: "12" or "PX-012" gives 12A, 12B; the next numbers where left out.
 */
behind?: string, };

export type RenumberBy = "mark" | "dated" | "title" | "given";

export type RenumberArgs = { 
/**
 * The scheme.
 */
scheme: string, 
/**
 * In which order.
 */
by?: RenumberBy, 
/**
 * The documents in their new order, for `given`: all of them, or some, which then go to where the first of them is named
 * in `before`.
 */
documents?: Array<string>, 
/**
 * With `given` and some documents: the document before which they go; to the end where left out.
 */
before?: string, 
/**
 * The first mark as it is to be written from now on, "PX-001"; the scheme's where left out.
 */
first?: string, };

export type ExhibitRemoveArgs = { 
/**
 * The scheme.
 */
scheme: string, 
/**
 * The documents.
 */
documents: Array<string>, 
/**
 * Whether those behind move up. Without it, what would leave a gap is refused.
 */
close_gaps?: boolean, };

export type ProductionArgs = { 
/**
 * Its case.
 */
case: string, 
/**
 * Name, unique in its case: "First production".
 */
name: string, 
/**
 * The first number as it is written: "TT-000001".
 */
first: string, 
/**
 * The documents, in their order.
 */
documents: Array<string>, };

export type ProductionRef = { 
/**
 * The production.
 */
production: string, };

export type ConcordanceArgs = { 
/**
 * An exhibit mark, a Bates number, or a document (identifier, title); empty for the whole case.
 */
find: string, 
/**
 * Page of the file, from 1; all pages that bear a Bates number where left out.
 */
page?: number, 
/**
 * Label that is printed on the page.
 */
label?: string, 
/**
 * Only this case.
 */
case?: string, 
/**
 * The numbering that stood after this line of the ledger; today's where left out, and earlier ones marked as such.
 */
numbering?: number, };

export type ConcordanceWriteArgs = { 
/**
 * Its case.
 */
case: string, 
/**
 * The numbering that stood after this line of the ledger; today's where left out.
 */
numbering?: number, 
/**
 * The file to write: its name ends in .csv or .xlsx.
 */
path: string, };

export type LocationEditArgs = { 
/**
 * The document.
 */
document: string, 
/**
 * The place, as it is listed.
 */
path: string, 
/**
 * How the bytes were obtained, in words.
 */
obtained?: string, 
/**
 * Who obtained them.
 */
obtained_by?: string, 
/**
 * From whom, or from which address.
 */
obtained_from?: string, 
/**
 * When, as people write it or in EDTF; empty for not known.
 */
obtained_on?: string, 
/**
 * By which account of which computer or service.
 */
account?: string, };

export type CopyOutArgs = { 
/**
 * The document.
 */
document: string, 
/**
 * The file to write: it must not be there yet.
 */
path: string, 
/**
 * Why, or for whom: it goes on the ledger.
 */
reason?: string, };

export type FileArgs = { 
/**
 * The file.
 */
path: string, };

export type VerifyArgs = { 
/**
 * A file with the head of the ledger, as it was written out earlier, that the ledger is to be held against.
 */
head?: string, };

export type Commands = {
  /** The open library; none before one is opened. */
  library_info: { args: Nothing; answer: LibraryInfo | null };
  /** Opens a library's folder. */
  library_open: { args: OpenArgs; answer: LibraryInfo };
  /** Makes a new library, with or without the sample's contents, and opens it. */
  library_new: { args: NewArgs; answer: LibraryInfo };
  /** All cases, in the order in which they were made. */
  case_list: { args: Nothing; answer: Array<CaseRow> };
  /** Adds a case. */
  case_add: { args: CaseArgs; answer: CaseRow };
  /** Changes what is said of a case. */
  case_edit: { args: CaseEditArgs; answer: CaseRow };
  /** Relates one case to another. */
  relation_add: { args: RelationArgs; answer: CaseRow };
  /** Takes a relation between cases away. */
  relation_remove: { args: RelationRef; answer: CaseRow };
  /** The events that pass a filter, in their order. */
  timeline: { args: TimelineArgs; answer: Timeline };
  /** The identifiers of the events that pass a filter, in their order. */
  timeline_match: { args: EventFilter; answer: Array<string> };
  /** What the events of one case or of all can be filtered by. */
  timeline_facets: { args: CaseFilter; answer: Facets };
  /** The scheduled events of one case or of all: what is overdue, then what is next. */
  next_list: { args: CaseFilter; answer: Array<DueRow> };
  /** The saved views, after the three that come ready. */
  view_list: { args: Nothing; answer: Array<ViewRow> };
  /** Keeps a filter under a name. */
  view_save: { args: ViewArgs; answer: Array<ViewRow> };
  /** Forgets a saved view. */
  view_remove: { args: ViewRef; answer: Changed };
  /** How a date reads. What cannot be read is an answer, not an error. */
  date_read: { args: DateArgs; answer: DateReading };
  /** One event. */
  event_show: { args: EventRef; answer: EventRow };
  /** Adds an event, with the passages that it rests on. */
  event_add: { args: EventArgs; answer: EventRow };
  /** Changes what an event says of itself. */
  event_edit: { args: EventEditArgs; answer: EventRow };
  /** Takes an event away, with its accounts. */
  event_remove: { args: EventRef; answer: Changed };
  /** Adds an account to an event. */
  account_add: { args: AccountArgs; answer: EventRow };
  /** Makes events that are one into one. */
  event_merge: { args: MergeArgs; answer: EventRow };
  /** Makes an event that is two into two, and gives the new one. */
  event_split: { args: SplitArgs; answer: EventRow };
  /** Moves an event among those of the same date. */
  event_move: { args: MoveArgs; answer: EventRow };
  /** Lets an event's date follow one of its accounts, and says why. */
  event_follow: { args: FollowArgs; answer: EventRow };
  /** Changes an account. Its passage stays what it is. */
  account_edit: { args: AccountEditArgs; answer: EventRow };
  /** Takes an account away. */
  account_remove: { args: AccountRef; answer: Changed };
  /** Who takes part in one case or in any, by name. */
  party_list: { args: CaseFilter; answer: Array<PartyRow> };
  /** Everything that the library holds of a party. */
  party_show: { args: PartyKey; answer: PartyPage };
  /** Adds a party. */
  party_add: { args: PartyArgs; answer: PartyRow };
  /** Changes a party's name or kind. */
  party_edit: { args: PartyEditArgs; answer: PartyRow };
  /** Takes a party away, with its roles. It must take part in no event. */
  party_remove: { args: PartyKey; answer: Changed };
  /** Makes parties that are one into one. */
  party_merge: { args: MergeArgs; answer: PartyRow };
  /** Adds a role to a party. */
  role_add: { args: RoleArgs; answer: PartyRow };
  /** Changes a role. */
  role_edit: { args: RoleEditArgs; answer: PartyRow };
  /** Takes a role away. */
  role_remove: { args: RoleRef; answer: Changed };
  /** The notes on a case, an event or a party, newest first. */
  note_list: { args: NotesArgs; answer: Array<NoteRow> };
  /** Adds a note. */
  note_add: { args: NoteArgs; answer: NoteRow };
  /** Changes a note's text. */
  note_edit: { args: NoteEditArgs; answer: NoteRow };
  /** Takes a note away. */
  note_remove: { args: NoteRef; answer: Changed };
  /** Looks at a table before it is taken in. */
  table_open: { args: TableOpenArgs; answer: TablePreview };
  /** Says what taking a table in would do, row by row, and does nothing. */
  table_plan: { args: TablePlanArgs; answer: TablePlan };
  /** Takes a table in. */
  table_import: { args: TableImportArgs; answer: TablePlan };
  /** Writes events and accounts as a table. */
  table_write: { args: TableWriteArgs; answer: TableWritten };
  /** The sums that the accounts of one case or of all state, in the order of their dates. */
  amount_list: { args: CaseFilter; answer: Array<AmountLine> };
  /** A part of the register of documents. */
  register: { args: RegisterArgs; answer: Register };
  /** The identifiers of the documents of a register, in its order. */
  register_match: { args: RegisterOrder; answer: Array<string> };
  /** The row at which a document stands in a register, from 0; none where it is not in it. */
  register_place: { args: RegisterPlaceArgs; answer: number | null };
  /** What the documents of one case or of all can be filtered by. */
  register_facets: { args: CaseFilter; answer: RegisterFacets };
  /** Writes a register, or a privilege log, as a table. */
  register_write: { args: RegisterWriteArgs; answer: RowsWritten };
  /** Changes the marks of documents, and which cases they are in. */
  document_mark: { args: DocumentMarkArgs; answer: Changed };
  /** Everything that cites or marks a passage of a document. */
  document_marks: { args: DocumentRef; answer: DocumentMarks };
  /** Finds a passage on its page, and says how it would be cited. */
  passage_read: { args: CiteArgs; answer: PassageRow };
  /** Highlights a passage, or writes a note on it. */
  annotation_add: { args: AnnotationArgs; answer: AnnotationRow };
  /** Changes the colour or the note of a highlight. */
  annotation_edit: { args: AnnotationEditArgs; answer: AnnotationRow };
  /** Takes a highlight or a note away. */
  annotation_remove: { args: AnnotationRef; answer: Changed };
  /** The colours of highlights, each with what it stands for. */
  colour_list: { args: Nothing; answer: Array<ColourRow> };
  /** Says what a colour stands for. */
  colour_name: { args: ColourArgs; answer: Array<ColourRow> };
  /** The schemes of exhibit marks of one case or of all. */
  scheme_list: { args: CaseFilter; answer: Array<SchemeRow> };
  /** Adds a scheme of exhibit marks to a case. */
  scheme_add: { args: SchemeArgs; answer: SchemeRow };
  /** Changes a scheme. Another first mark renumbers its exhibits. */
  scheme_edit: { args: SchemeEditArgs; answer: SchemeRow };
  /** Takes a scheme away, with its marks. */
  scheme_remove: { args: SchemeRef; answer: Changed };
  /** Marks documents as exhibits, in the order given. */
  exhibit_assign: { args: ExhibitAssignArgs; answer: ExhibitPlan };
  /** Says what numbering exhibits anew would do, and does nothing. */
  exhibit_plan: { args: RenumberArgs; answer: ExhibitPlan };
  /** Numbers exhibits anew. */
  exhibit_renumber: { args: RenumberArgs; answer: ExhibitPlan };
  /** Takes marks away. */
  exhibit_remove: { args: ExhibitRemoveArgs; answer: ExhibitPlan };
  /** The productions of one case or of all. */
  production_list: { args: CaseFilter; answer: Array<ProductionRow> };
  /** A production's documents, each with its Bates numbers. */
  production_show: { args: ProductionRef; answer: ProductionPlan };
  /** Says which Bates numbers a production would give, and does nothing. */
  production_plan: { args: ProductionArgs; answer: ProductionPlan };
  /** Makes a production: numbers the pages of documents through. */
  production_add: { args: ProductionArgs; answer: ProductionRow };
  /** Takes a production away, with its Bates numbers. */
  production_remove: { args: ProductionRef; answer: Changed };
  /** Finds a document or a page by a mark, a Bates number, a page or a printed label, of today's numbering and of */
  /** earlier ones. */
  concordance: { args: ConcordanceArgs; answer: Array<ConcordanceRow> };
  /** The acts that changed numbers in one case or in any, newest first. */
  numbering_list: { args: CaseFilter; answer: Array<NumberingRow> };
  /** Writes the concordance of a case as a table. */
  concordance_write: { args: ConcordanceWriteArgs; answer: RowsWritten };
  /** Changes how a document was obtained at a place. */
  location_edit: { args: LocationEditArgs; answer: DocumentRow };
  /** Everything that was done with a document, oldest first. */
  custody_list: { args: DocumentRef; answer: Array<CustodyRow> };
  /** Writes a copy of an original outside the library. */
  document_export: { args: CopyOutArgs; answer: Changed };
  /** Opens a copy of an original with another program. */
  document_view_outside: { args: DocumentRef; answer: Changed };
  /** The documents of one case or of all. */
  document_list: { args: CaseFilter; answer: Array<DocumentRow> };
  /** One document. */
  document_show: { args: DocumentRef; answer: DocumentRow };
  /** What a document lies inside, what lies beside it there, and what lies inside it: parts of long lists. */
  document_relatives: { args: DocumentRef; answer: Relatives };
  /** The documents that share text with one, each with its share. */
  document_near: { args: DocumentRef; answer: NearDocuments };
  /** The families of copies in one case or in all. */
  document_families: { args: CaseFilter; answer: Families };
  /** The messages of the exchange that a document belongs to. */
  document_thread: { args: DocumentRef; answer: Array<ThreadRow> };
  /** Changes what is said of a document, and which cases it is in. */
  document_edit: { args: DocumentEditArgs; answer: DocumentRow };
  /** A page to read. */
  page_show: { args: PageArgs; answer: PageView };
  /** Reads a document again that could not be read. */
  document_retry: { args: RetryArgs; answer: DocumentRow };
  /** Searches the pages. */
  search: { args: SearchArgs; answer: SearchAnswer };
  /** Starts an import; progress arrives as messages. */
  import_start: { args: ImportArgs; answer: Nothing };
  /** How documents are read on this computer, and what is kept from their readers. */
  reader_state: { args: Nothing; answer: ReaderState };
  /** How the import stands that is not over, or how the last one ended, with the files that did not end well. */
  import_state: { args: Nothing; answer: ImportProgress };
  /** Lets the files that wait rest until `import_resume`, also after the program was closed. */
  import_pause: { args: Nothing; answer: Nothing };
  /** Lets an import go on. */
  import_resume: { args: Nothing; answer: Nothing };
  /** Breaks the import off. What is done is kept; what waits is forgotten. */
  import_cancel: { args: Nothing; answer: Nothing };
  /** The folders that are watched: what lands in one is imported. */
  watch_list: { args: Nothing; answer: Array<WatchedFolder> };
  /** Imports what lies in folders, and what lands in them from now on. */
  watch_add: { args: ImportArgs; answer: Array<WatchedFolder> };
  /** Watches a folder no more. What was imported from it stays. */
  watch_remove: { args: WatchRef; answer: Changed };
  /** What wants a look. */
  review: { args: Nothing; answer: Array<ReviewItem> };
  /** Takes back the last act. */
  undo: { args: Nothing; answer: Changed };
  /** Does again what undo took back. */
  redo: { args: Nothing; answer: Changed };
  /** The newest lines of the ledger, newest first. */
  ledger: { args: LedgerArgs; answer: Array<LedgerRow> };
  /** Checks originals, quotes, ledger, index and database. */
  verify: { args: VerifyArgs; answer: VerifyReport };
  /** Starts a verification; progress arrives as messages. */
  verify_start: { args: VerifyArgs; answer: Nothing };
  /** Stops the running verification. */
  verify_cancel: { args: Nothing; answer: Nothing };
  /** Writes the report of the last verification, for a reader who has no Proofline. */
  verify_write: { args: FileArgs; answer: Nothing };
  /** The head of the ledger. */
  head_show: { args: Nothing; answer: HeadRow };
  /** Writes the head of the ledger to a file, to be kept elsewhere. */
  head_write: { args: FileArgs; answer: HeadRow };
  /** Holds the ledger against a head that was written out earlier. */
  head_check: { args: FileArgs; answer: HeadCheck };
};
