import type {
  DateCount,
  Facet,
  Hit,
  KeptSearch,
  SavedSearchRow,
  SearchAnswer,
  SearchArgs,
  SearchFacets,
} from "../api/generated/wire";
import { NONE } from "../features/search/chosen";
import { changed, hit } from "./build";
import { ranges, wireError, type Handlers } from "./fakeHost";
import { CASES, DOCUMENTS, EVENTS } from "./sample";

/** A search that asks for words in all cases. */
export function kept(query: string, of: Partial<KeptSearch> = {}): KeptSearch {
  return { query, case: null, filters: NONE, ...of };
}

/** An answer with these hits; what it tells of them is counted. */
export function answerOf(hits: Hit[], of: Partial<SearchAnswer> = {}): SearchAnswer {
  const items = new Map(hits.map((each) => [`${each.kind} ${each.item}`, each.kind]));
  const kinds = [...new Set(items.values())].map((kind) => ({
    kind,
    count: [...items.values()].filter((each) => each === kind).length,
  }));
  return {
    ...{ total: hits.filter((each) => each.page > 0).length, items: items.size, new: 0, took_ms: 3 },
    ...{ hits, kinds, facets: null, instead: "", instead_query: "", building: null, ...of },
  };
}

const PAGES: readonly [string, number, string][] = [
  ["note", 1, "… The two groups want damages for between 1.2 and 1.6 million children …"],
  ["memo", 3, "… tens of millions of users, and damages for each …"],
  ["memo", 5, "… a total of 92 million dollars …"],
];

/** The events, accounts, people and cases of the sample that hold a word of the query, then its pages. */
function found({ query, filters }: SearchArgs): Hit[] {
  const stated = EVENTS.map((row) =>
    hit(row.event, 0, {
      kind: "event",
      opens: { view: "event", id: row.event },
      ...{ title: row.title, kind_words: row.kind, cases: [row.case], date: row.date.display },
      possibly: row.date.shape !== "day",
      ...{ snippet: row.title, highlights: ranges(row.title, query) },
    }),
  );
  const cases = CASES.map((row) =>
    hit(row.case, 0, {
      kind: "case",
      opens: { view: "case", id: row.case },
      ...{ title: row.name, kind_words: row.kind_words, cases: [] },
      ...{ snippet: row.name, highlights: ranges(row.name, query) },
    }),
  );
  const pages = PAGES.map(([document, page, snippet]) => {
    const row = DOCUMENTS.find((each) => each.document === document);
    const date = row?.published.display ?? "";
    const said = { title: row?.title ?? "", cases: row?.cases ?? [], date };
    return hit(document, page, { ...said, snippet, highlights: ranges(snippet, query) });
  });
  return [...cases, ...stated, ...pages].filter(
    ({ highlights, kind, cases }) =>
      highlights.length > 0 &&
      (filters.kinds.length === 0 || filters.kinds.includes(kind)) &&
      (filters.cases.length === 0 || cases.some((each) => filters.cases.includes(each))),
  );
}

function facetsOf(hits: readonly Hit[]): SearchFacets {
  const counted = (values: readonly string[], shown = (value: string) => value): Facet[] =>
    [...new Set(values)].map((value) => ({
      ...{ value, shown: shown(value), count: values.filter((each) => each === value).length },
    }));
  const name = (id: string) => CASES.find((row) => row.case === id)?.name ?? id;
  const dates: DateCount[] = ["2019", "2020", "2021"].map((edtf, i) => ({
    ...{ edtf, certain: i + 1, possible: i },
  }));
  return {
    cases: counted(
      hits.flatMap((each) => each.cases),
      name,
    ),
    kinds: counted(hits.map((each) => each.kind)),
    types: counted(
      hits.filter((each) => each.page > 0).map(() => "application/pdf"),
      () => "PDF",
    ),
    tags: [{ value: "court", shown: "court", count: 1 }],
    people: [{ value: "ByteDance", shown: "ByteDance", count: 1 }],
    languages: [{ value: "en", shown: "English", count: 2 }],
    ...{ dates, undated: 2 },
  };
}

function answer(args: SearchArgs): SearchAnswer {
  if (args.query.includes("(("))
    throw wireError("bad_query", "A bracket is not closed.", { column: 3, plain: "million damages" });
  const all = found(args);
  const others = all.filter((each) => each.page === 0);
  const few = others.filter(
    (each, i) =>
      args.filters.kinds.length > 0 || others.slice(0, i).filter((o) => o.kind === each.kind).length < 2,
  );
  const whole = answerOf(all, { facets: args.facets === null ? null : facetsOf(all) });
  const listed = args.offset > 0 ? [] : [...few, ...all.filter((each) => each.page > 0)];
  return { ...whole, hits: listed.slice(0, args.limit ?? 50), new: args.since ? 2 : 0 };
}

/** The answers to all that concerns searching. */
export function searchAnswers(): Handlers {
  let saved: SavedSearchRow[] = [];
  let recent: KeptSearch[] = [];
  let on = true;
  const remembered = () => ({ on, searches: recent });
  return {
    search: answer,
    terms_report: ({ list, write }) => {
      if (list.endsWith(".doc")) throw wireError("bad_value", "list.doc: line 1 is not UTF-8 text");
      const counts = { documents: 2, pages: 3, alone: 1, error: "" };
      return {
        terms: [
          { term: "damages", line: 1, ...counts },
          { term: "title:", line: 4, documents: 0, pages: 0, alone: 0, error: "title: needs a word" },
        ],
        ...{ documents: 12, hit_documents: 2, hits: 3, without: 10, without_text: 1, path: write ?? null },
      };
    },
    search_help: () => [{ example: '"breach of contract"', finds: "pages that hold these words together" }],
    search_saved_list: () => saved,
    search_save: ({ name, search, was }) => {
      const others = saved.filter((row) => row.name !== name && row.name !== was);
      return (saved = [...others, { name, search, looked_at: "2021-07-10T00:00:00Z" }]);
    },
    search_saved_remove: ({ name }) => {
      saved = saved.filter((row) => row.name !== name);
      return changed({ act: `remove search ${name}`, touched: ["saved_search"] });
    },
    search_saved_look: ({ name }) => saved.find((row) => row.name === name) as SavedSearchRow,
    search_recent_list: remembered,
    search_recent_add: (search) => ((recent = [search, ...recent]), remembered()),
    search_recent_clear: () => ((recent = []), remembered()),
    search_recent_remember: (args) => {
      on = args.on;
      if (!on) recent = [];
      return remembered();
    },
  };
}
