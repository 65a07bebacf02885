// Made by `cargo xtask codegen` from proof-api. Not to be edited.

export type CaseKind = "litigation" | "regulatory_action" | "government_action" | "investigation";

export type RelationKind = "waits_on" | "follows" | "consolidated_into" | "appeals";

export type PartyKind = "person" | "organisation" | "class";

export type EventStatus = "alleged" | "reported" | "confirmed" | "disputed" | "scheduled";

export type Stance = "reports" | "alleges" | "denies" | "confirms" | "rules";

export type AmountKind = "claimed" | "offered" | "settled" | "fined" | "awarded" | "paid";

export type Scope = "total" | "per_head";

export type Outcome = "ok" | "partial" | "unsupported" | "encrypted" | "limit" | "timeout" | "crash";

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
library: LibraryInfo, } } | { "kind": "import", "body": ImportProgress };

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
 * How it was obtained.
 */
obtained: string, 
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
 * The e-mail that it was attached to.
 */
parent: string | null, 
/**
 * What was attached to it.
 */
attachments: Array<string>, 
/**
 * What the file says of itself: claims, not truth.
 */
metadata: Array<MetadataRow>, 
/**
 * How many accounts cite it.
 */
cited: number, };

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
 * The cited passages on it, in reading order.
 */
marks: Array<PageMark>, 
/**
 * Where the words that were searched for stand, as ranges of Unicode characters.
 */
found: Array<[number, number]>, };

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
 * The file that is being read.
 */
current: string, 
/**
 * The files that were finished since the last message.
 */
rows: Array<ImportRow>, 
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

export type ReviewKind = "unfiled_document" | "failed_import" | "unsupported_event" | "broken_quote";

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
message: string, };

export type VerifyReport = { 
/**
 * Whether everything holds.
 */
ok: boolean, 
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
 * The document.
 */
document: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The kind of file in a word.
 */
kind_words: string, 
/**
 * The cases that it is in.
 */
cases: Array<string>, 
/**
 * When it was published, as a person writes it; empty where not known.
 */
published: string, 
/**
 * Page of the file, from 1; 0 where only the title matches a document without text.
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

export type SearchAnswer = { 
/**
 * Number of pages that match, whether or not they are listed.
 */
total: number, 
/**
 * Number of documents that match.
 */
documents: number, 
/**
 * Time taken, in milliseconds.
 */
took_ms: number, 
/**
 * The listed pages.
 */
hits: Array<Hit>, };

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
 * How many events have it.
 */
events: number, };

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
 * Cases to put it in.
 */
file_in: Array<string>, 
/**
 * Cases to take it out of.
 */
take_out_of: Array<string>, };

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
 * How many pages at most; 50 where none is given.
 */
limit: number | null, };

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
suffix?: string, };

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
  /** The documents of one case or of all. */
  document_list: { args: CaseFilter; answer: Array<DocumentRow> };
  /** One document. */
  document_show: { args: DocumentRef; answer: DocumentRow };
  /** Changes what is said of a document, and which cases it is in. */
  document_edit: { args: DocumentEditArgs; answer: DocumentRow };
  /** A page to read. */
  page_show: { args: PageArgs; answer: PageView };
  /** Reads a document again that could not be read. */
  document_retry: { args: DocumentRef; answer: DocumentRow };
  /** Searches the pages. */
  search: { args: SearchArgs; answer: SearchAnswer };
  /** Starts an import; progress arrives as messages. */
  import_start: { args: ImportArgs; answer: Nothing };
  /** Stops the running import after the file that it is reading. What is done is kept. */
  import_cancel: { args: Nothing; answer: Nothing };
  /** What wants a look. */
  review: { args: Nothing; answer: Array<ReviewItem> };
  /** Takes back the last act. */
  undo: { args: Nothing; answer: Changed };
  /** Does again what undo took back. */
  redo: { args: Nothing; answer: Changed };
  /** The newest lines of the ledger, newest first. */
  ledger: { args: LedgerArgs; answer: Array<LedgerRow> };
  /** Checks originals, quotes, ledger, index and database. */
  verify: { args: Nothing; answer: VerifyReport };
};
