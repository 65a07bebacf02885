import type {
  DocumentFilter,
  DocumentMarkArgs,
  DocumentRow,
  MarksView,
  RegisterOrder,
  RegisterRow,
} from "../api/generated/wire";
import { changed } from "./build";
import type { FakeHost, Handlers } from "./fakeHost";

/** The back end's register over the sample's documents: as much of it as the window's tests can tell apart. */

export function registerAnswers(host: FakeHost): Handlers {
  const ordered = (order: RegisterOrder) => inOrder(host.documents, order);
  return {
    register: ({ order, from, count }) => {
      const rows = ordered(order);
      const reviewed = rows.filter((row) => row.marks.reviewed).length;
      const slice = rows.slice(from, from + count).map((row) => registerRow(row, order));
      return { total: rows.length, reviewed, rows: slice };
    },
    register_match: (order) => ordered(order).map((row) => row.document),
    register_place: ({ order, document }) => {
      const at = ordered(order).findIndex((row) => row.document === document);
      return at < 0 ? null : at;
    },
    register_facets: ({ case: of }) => facets(inOrder(host.documents, { filter: of ? { case: of } : {} })),
    register_write: ({ path }) => ({ path, rows: host.documents.length }),
    document_mark: (args) => {
      host.documents = host.documents.map((row) =>
        args.documents.includes(row.document) ? marked(row, args) : row,
      );
      return changed({ act: "mark documents", touched: ["document"], ids: args.documents });
    },
  };
}

/** A document as the register holds it. */
export function registerRow(row: DocumentRow, order: RegisterOrder = {}): RegisterRow {
  const { document, title, kind_words, outcome, pages, size, source, cases, cited, parent, custody } = row;
  const group = order.group === "kind" ? kind_words : order.group === "source" ? source : null;
  return {
    ...{ document, title, kind_words, outcome, pages, size, source, cases, cited, parent, custody, group },
    ...row.marks,
    dated: row.dated.display,
    published: row.published.display,
    marks: row.exhibits.map((mark) => mark.shown),
    bates: row.bates.map((range) => range.shown),
    annotated: 0,
    attachments: row.attachments,
    locations: row.locations.length,
    added_at: row.locations[0]?.imported_at ?? "",
  };
}

function inOrder(rows: readonly DocumentRow[], { filter, sort, descending, group }: RegisterOrder) {
  const passing = rows.filter((row) => passes(row, filter ?? {}));
  const by = sort ?? "added";
  if (by !== "added")
    passing.sort((a, b) => valueOf(a, by).localeCompare(valueOf(b, by), "en", { numeric: true }));
  if (descending) passing.reverse();
  if (group) passing.sort((a, b) => valueOf(a, group).localeCompare(valueOf(b, group), "en"));
  return passing;
}

function valueOf(row: DocumentRow, by: string): string {
  const values: Record<string, string> = {
    title: row.title,
    mark: row.exhibits[0]?.shown ?? "zzz",
    kind: row.kind_words,
    source: row.source,
    pages: String(row.pages),
    size: String(row.size),
    dated: row.dated.earliest ?? "",
    published: row.published.earliest ?? "",
  };
  return values[by] ?? "";
}

function passes(row: DocumentRow, filter: DocumentFilter): boolean {
  const { case: of, inside, text, kinds, tags, reviewed, starred, exhibited } = filter;
  const { marks } = row;
  const numbers = [...row.exhibits, ...row.bates].map((number) => number.shown);
  const words = [row.title, row.file_name, row.source, ...marks.tags, ...numbers].join("\n").toLowerCase();
  const wanted = text?.toLowerCase().split(/\s+/) ?? [];
  return (
    (!of || row.cases.includes(of)) &&
    (!inside || row.parent === inside) &&
    wanted.every((word) => words.includes(word)) &&
    (!kinds?.length || kinds.includes(row.kind_words)) &&
    (!tags?.length || tags.some((tag) => marks.tags.includes(tag))) &&
    (reviewed === undefined || marks.reviewed === reviewed) &&
    (!starred || marks.starred) &&
    (exhibited === undefined || row.exhibits.length > 0 === exhibited)
  );
}

function marked(row: DocumentRow, args: DocumentMarkArgs): DocumentRow {
  const { add_tags = [], remove_tags = [], add_issues = [], remove_issues = [] } = args;
  const without = (all: string[], gone: string[], more: string[]) => [
    ...new Set([...all.filter((each) => !gone.includes(each)), ...more]),
  ];
  const marks: MarksView = {
    reviewed: args.reviewed ?? row.marks.reviewed,
    starred: args.starred ?? row.marks.starred,
    confidential: args.confidential ?? row.marks.confidential,
    privilege: args.privilege === undefined ? row.marks.privilege : args.privilege || null,
    relevance:
      args.relevance === undefined
        ? row.marks.relevance
        : ((args.relevance || null) as MarksView["relevance"]),
    tags: without(row.marks.tags, remove_tags, add_tags),
    issues: without(row.marks.issues, remove_issues, add_issues),
  };
  return { ...row, marks, cases: without(row.cases, args.take_out_of ?? [], args.file_in ?? []) };
}

function facets(rows: readonly DocumentRow[]) {
  const of = (values: string[]) => {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].map(([value, count]) => ({ value, shown: value, count }));
  };
  return {
    kinds: of(rows.map((row) => row.kind_words)),
    sources: of(rows.map((row) => row.source)),
    tags: of(rows.flatMap((row) => row.marks.tags)),
    issues: of(rows.flatMap((row) => row.marks.issues)),
    relevance: of(rows.flatMap((row) => row.marks.relevance ?? [])),
  };
}
