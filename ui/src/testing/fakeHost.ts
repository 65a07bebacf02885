import type {
  CaseRow,
  Commands,
  DocumentMarks,
  DocumentRow,
  EventRow,
  LibraryInfo,
  Message,
  PageView,
  ProductionRow,
  ReviewItem,
  SchemeRow,
  ViewRow,
  WireError,
} from "../api/generated/wire";
import { setHost, type Drag, type Host, type ReaderPage, type Start } from "../platform";
import { changed, importProgress, libraryInfo, pageView } from "./build";
import { evidenceAnswers } from "./evidence";
import { noteAnswers } from "./notes";
import { amountLines, partiesOf, partyPage } from "./people";
import { searchAnswers } from "./search";
import { CASES, DOCUMENTS, EVENTS, PAGES } from "./sample";
import { READY_VIEWS, timelineAnswers } from "./timeline";

export type Handlers = {
  [K in keyof Commands]?: (
    args: Commands[K]["args"],
  ) => Commands[K]["answer"] | Promise<Commands[K]["answer"]>;
};

/** A stand-in for the shell that answers from the sample; handlers replace its answers. */
export class FakeHost implements Host {
  calls: { command: string; args: unknown }[] = [];
  time = Date.UTC(2021, 6, 10);
  started: Start = { error: null, sample: "/data/sample", library: "/documents/Proofline library" };
  drawn = false;
  send: (message: Message) => void = () => {};
  drag: (drag: Drag) => void = () => {};
  info: LibraryInfo | null = libraryInfo();
  cases: CaseRow[] = CASES;
  events: EventRow[] = EVENTS;
  views: ViewRow[] = READY_VIEWS;
  documents: DocumentRow[] = DOCUMENTS;
  schemes: SchemeRow[] = [];
  productions: ProductionRow[] = [];
  readonly #handlers: Handlers;

  constructor(handlers: Handlers = {}) {
    this.#handlers = handlers;
    setHost(this);
  }

  async rpc({ command, args }: { command: string; args: unknown }): Promise<unknown> {
    this.calls.push({ command, args });
    const name = command as keyof Commands;
    const handler = (this.#handlers[name] ?? this.#answers[name]) as ((args: unknown) => unknown) | undefined;
    if (!handler) throw wireError("not_found", `no answer for ${command}`);
    return handler(args);
  }

  /** How often a command was called. */
  count(command: keyof Commands): number {
    return this.calls.filter((call) => call.command === command).length;
  }

  async listen(receive: (message: Message) => void): Promise<() => void> {
    this.send = receive;
    return () => {};
  }

  async onDrag(receive: (drag: Drag) => void): Promise<() => void> {
    this.drag = receive;
    return () => {};
  }

  chooseFiles = async () => ["/samples/a.pdf"];
  chooseFolder = async () => "/samples/folder";
  saveFile = async (suggested: string): Promise<string | null> => `/exports/${suggested}`;
  /** Null: documents are shown as their text. */
  reader: ReaderPage | null = null;
  readerPage = () => this.reader;
  start = async () => this.started;
  ready = () => void (this.drawn = true);
  now = () => this.time;

  readonly #answers: Handlers = {
    library_info: () => this.info,
    library_new: () => (this.info = libraryInfo()),
    library_open: () => (this.info = libraryInfo()),
    case_list: () => this.cases,
    ...timelineAnswers(this),
    ...noteAnswers(),
    party_list: (args) => partiesOf(args.case),
    party_show: (args) => partyPage(args.party),
    amount_list: (args) =>
      amountLines(this.events.filter((row) => args.case === null || row.case === args.case)),
    ...evidenceAnswers(this),
    document_list: (args) =>
      this.documents.filter((row) => args.case === null || row.cases.includes(args.case)),
    document_show: (args) => found(this.documents.find((row) => row.document === args.document)),
    colour_list: () => [
      { colour: "yellow", name: "yellow", named: false, used: 0 },
      { colour: "green", name: "helps us", named: true, used: 2 },
    ],
    document_marks: (args) => marksOf(this.events, args.document),
    page_show: (args) => samplePage(args.document, args.page, args.query),
    ...searchAnswers(),
    review: () => REVIEW,
    import_start: () => ({}),
    import_cancel: () => ({}),
    watch_list: () => [],
    watch_add: () => [],
    import_pause: () => ({}),
    reader_state: () => ({
      ...{ confined: true },
      words: "Documents are read in a process apart: no files, no network, no new processes.",
      ...{ reads_pictures: true, pictures: "Pages that are pictures are read by tesseract 5.3.0." },
    }),
    import_resume: () => ({}),
    import_state: () => importProgress({ finished: true }),
    undo: () => changed(),
    redo: () => changed(),
  };
}

/** What a command is refused with. */
export function wireError(code: WireError["code"], message: string, of: Partial<WireError> = {}): WireError {
  return { code, message, hint: "", column: null, plain: null, ...of };
}

const REVIEW: ReviewItem[] = [
  {
    kind: "unsupported_event",
    id: "korea",
    title: "Korea: fine for how children’s data was collected",
    words: "Rests on nothing.",
  },
  { kind: "failed_import", id: "scan", title: "Locked scan", words: "The PDF asks for a password." },
  {
    kind: "unfiled_document",
    id: "claim",
    title: "Re: representative claim, sample e-mail",
    words: "It is in no case.",
  },
];

function found<T>(row: T | undefined): T {
  if (row === undefined) throw wireError("not_found", "There is no such document.");
  return row;
}

/** A page with the passages that the sample's accounts cite, and the query's words. */
function samplePage(document: string, page: number, query: string): PageView {
  const text =
    PAGES[`${document} ${page}`] ??
    `Page ${page} of ${document}.\n\nIt speaks of damages and a million children.`;
  const marks = EVENTS.flatMap((row) =>
    row.accounts.flatMap(({ account, quote, ...cited }) => {
      const start =
        quote === null || cited.document !== document || cited.page !== page ? -1 : text.indexOf(quote);
      return start < 0 || quote === null
        ? []
        : [{ start, end: start + quote.length, account, event: row.event, title: row.title }];
    }),
  );
  return pageView(text, {
    ...{ document, page, label: page === 3 ? "iii" : null },
    ...{ marks, found: ranges(text, query) },
  });
}

/** The passages that the sample's accounts cite in a document. */
function marksOf(events: EventRow[], document: string): DocumentMarks {
  const citations = events.flatMap((row) =>
    row.accounts.flatMap(({ account, quote, page, ...cited }) =>
      quote === null || page === null || cited.document !== document
        ? []
        : [
            {
              account,
              event: row.event,
              title: row.title,
              date: row.date.display,
              case: row.case,
              page,
              exact: quote,
              prefix: "",
              suffix: "",
              holds: (PAGES[`${document} ${page}`] ?? "").includes(quote),
            },
          ],
    ),
  );
  return { citations, annotations: [] };
}

/** Where the words of a query stand in a text. */
export function ranges(text: string, query: string): [number, number][] {
  const words = query.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  return words.flatMap((word) =>
    [...text.toLowerCase().matchAll(new RegExp(word, "g"))].map((m): [number, number] => [
      m.index,
      m.index + word.length,
    ]),
  );
}
