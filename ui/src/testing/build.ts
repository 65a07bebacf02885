import type {
  AccountRow,
  AmountRow,
  CaseRow,
  Changed,
  DateView,
  DocumentRow,
  EventRow,
  Hit,
  ImportProgress,
  LibraryInfo,
  MarksView,
  PageView,
  Support,
  TimelineRow,
} from "../api/generated/wire";

/** Builders of what the back end answers, each with every field filled. */

export const UNDATED: DateView = {
  edtf: "",
  earliest: null,
  latest: null,
  display: "",
  shape: "undated",
  qualified: false,
};

/** A certain day. */
export function day(iso: string, display: string): DateView {
  return { edtf: iso, earliest: iso, latest: iso, display, shape: "day", qualified: false };
}

/** One moment somewhere between two days; either may be open. */
export function within(
  edtf: string,
  earliest: string | null,
  latest: string | null,
  display: string,
): DateView {
  return { edtf, earliest, latest, display, shape: "within", qualified: edtf.endsWith("~") };
}

/** From one day to another; either may be open. */
export function span(
  edtf: string,
  earliest: string | null,
  latest: string | null,
  display: string,
): DateView {
  return { edtf, earliest, latest, display, shape: "span", qualified: false };
}

export function account(id: string, of: Partial<AccountRow> = {}): AccountRow {
  return {
    account: id,
    asserted_by: "Sample press note",
    stance: "reports",
    stated: "",
    date: UNDATED,
    amounts: [],
    quantities: [],
    document: null,
    document_title: null,
    published: UNDATED,
    page: null,
    quote: null,
    prefix: null,
    suffix: null,
    verified: true,
    ...of,
  };
}

export function amount(kind: AmountRow["kind"], display: string, of: Partial<AmountRow> = {}): AmountRow {
  return {
    kind,
    low: null,
    high: null,
    currency: "USD",
    scope: "total",
    as_stated: "",
    display,
    converted: "",
    ...of,
  };
}

export function support(level: Support["level"], words: string, sources = 1, origins = 1): Support {
  return { level, words, sources, origins };
}

export function event(id: string, of: Partial<EventRow> = {}): EventRow {
  return {
    event: id,
    case: "longfield",
    case_name: "Longfield v TikTok",
    title: `Event ${id}`,
    kind: "report",
    status: "reported",
    date: UNDATED,
    parties: [],
    support: support("one_origin", "1 source"),
    tags: [],
    starred: false,
    follows: null,
    due: null,
    conflicts: [],
    accounts: [],
    ...of,
  };
}

/** An event as a timeline holds it: without its accounts. */
export function slim(row: EventRow): TimelineRow {
  const { event, case: of, title, kind, status, date, tags, starred, due } = row;
  return {
    ...{ event, case: of, title, kind, status, date, tags, starred, due },
    support: row.support,
    parties: row.parties.map((party) => party.party),
    in_conflict: row.conflicts.length > 0,
  };
}

/** What an act changed. */
export function changed(of: Partial<Changed> = {}): Changed {
  return { act: "add event X", touched: ["event"], ids: [], events: [], ...of };
}

export function caseRow(id: string, name: string, of: Partial<CaseRow> = {}): CaseRow {
  return {
    case: id,
    name,
    kind: "litigation",
    kind_words: "litigation",
    forum: "",
    dockets: [],
    status: "",
    summary: "",
    colour: 0,
    events: 0,
    documents: 0,
    reviewed: 0,
    next: null,
    relations: [],
    ...of,
  };
}

export const NO_MARKS: MarksView = {
  reviewed: false,
  starred: false,
  confidential: false,
  privilege: null,
  relevance: null,
  tags: [],
  issues: [],
};

export function documentRow(id: string, title: string, of: Partial<DocumentRow> = {}): DocumentRow {
  return {
    document: id,
    title,
    file_name: `${id}.pdf`,
    sha256: "9f3c4b1d0a5e8c7f6b2a1908d7c6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0e21a",
    size: 48_211,
    media_type: "application/pdf",
    kind_words: "PDF",
    outcome: "ok",
    reason: null,
    pages: 1,
    cases: ["longfield"],
    source: "Sample press",
    origin: "",
    event_date: UNDATED,
    dated: UNDATED,
    published: UNDATED,
    captured: UNDATED,
    locations: [
      {
        path: `/samples/${id}.pdf`,
        obtained: "written for the sample",
        obtained_by: "",
        obtained_from: "",
        obtained_on: UNDATED,
        account: "",
        imported_at: "2026-11-20T10:00:00Z",
      },
    ],
    parent: null,
    attachments: 0,
    metadata: [],
    cited: 0,
    marks: NO_MARKS,
    dates_from: [],
    exhibits: [],
    bates: [],
    custody: "not_verified",
    verified_at: null,
    ...of,
  };
}

/** A page with a text, and nothing marked on it. */
export function pageView(text: string, of: Partial<PageView> = {}): PageView {
  return {
    document: "note",
    page: 1,
    label: null,
    text,
    machine: null,
    doubtful: [],
    unread: null,
    marks: [],
    found: [],
    ...of,
  };
}

export function hit(document: string, page: number, of: Partial<Hit> = {}): Hit {
  return {
    kind: "document",
    item: document,
    opens: { view: "document", id: document },
    title: document,
    kind_words: "PDF",
    cases: ["longfield"],
    date: "",
    possibly: false,
    new: false,
    page,
    score: 1,
    snippet: "",
    highlights: [],
    ...of,
  };
}

export function importProgress(of: Partial<ImportProgress> = {}): ImportProgress {
  return {
    ...{ done: 0, total: 0, current: "", outcomes: [], rows: [] },
    ...{ paused: false, finished: false, cancelled: false, error: null },
    ...of,
  };
}

export function libraryInfo(of: Partial<LibraryInfo> = {}): LibraryInfo {
  return {
    name: "TikTok, five matters",
    path: "/home/sample/library",
    read_only: null,
    cases: 5,
    events: 12,
    documents: 5,
    review: 3,
    undo: null,
    redo: null,
    ...of,
  };
}
