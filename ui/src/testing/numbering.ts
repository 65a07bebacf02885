import type {
  DocumentRow,
  ExhibitChange,
  ExhibitPlan,
  NumberRow,
  ProductionArgs,
  ProductionPlan,
  ProductionRow,
  RenumberArgs,
  SchemeRow,
} from "../api/generated/wire";
import { changed } from "./build";
import { wireError, type FakeHost, type Handlers } from "./fakeHost";

/** Exhibit marks and Bates numbers as the back end gives them, as far as the window's tests can tell. */

export function numberRow(shown: string, of: Partial<NumberRow> = {}): NumberRow {
  return {
    ...{ series: "px", case: "dutch", shown, since: 4, since_at: "2026-11-20T10:00:00Z" },
    ...{ act: "mark 2 exhibits", until: null, until_at: null },
    ...of,
  };
}

export function scheme(of: Partial<SchemeRow> = {}): SchemeRow {
  return {
    ...{ scheme: "px", case: "dutch", prefix: "PX-", first: "PX-001", whose: "", count: 0 },
    ...{ last: null, next: "PX-001" },
    ...of,
  };
}

export function production(of: Partial<ProductionRow> = {}): ProductionRow {
  return {
    ...{ production: "p1", case: "dutch", name: "First production", first: "TT-000001", last: "TT-000003" },
    ...{ documents: 2, pages: 3, made_at: "2026-11-20T10:00:00Z" },
    ...of,
  };
}

export function numberingAnswers(host: FakeHost): Handlers {
  const ofCase = <T extends { case: string }>(rows: readonly T[], of: string | null) =>
    rows.filter((row) => of === null || row.case === of);
  const give = (plan: ExhibitPlan): ExhibitPlan => {
    const marks = new Map(plan.rows.map((row) => [row.document, row.after]));
    host.documents = host.documents.map((row) => bearing(row, marks.get(row.document)));
    return plan;
  };
  return {
    scheme_list: ({ case: of }) => ofCase(host.schemes, of),
    scheme_add: ({ case: of, first }) => {
      const prefix = first.replace(/\d+$/, "");
      if (prefix === first || prefix === "") throw wireError("bad_value", "A mark ends in digits: PX-001.");
      const row = scheme({ scheme: prefix, case: of, prefix, first, next: first });
      host.schemes = [...host.schemes, row];
      return row;
    },
    exhibit_assign: ({ scheme: id, documents }) => {
      const of = host.schemes.find((each) => each.scheme === id) ?? scheme();
      const from = of.count;
      return give(
        planOf(documents.map((document, i) => change(host, document, null, nth(of.first, from + i)))),
      );
    },
    exhibit_plan: (args) => renumbered(host, args),
    exhibit_renumber: (args) => give(renumbered(host, args)),
    exhibit_remove: ({ documents }) =>
      give(planOf(documents.map((document) => change(host, document, markOf(host, document), null)))),
    production_list: ({ case: of }) => ofCase(host.productions, of),
    production_plan: (args) => produced(host, args),
    production_add: (args) => {
      const { first, last, pages } = produced(host, args);
      const row = production({ production: "p2", name: args.name, first, last, pages });
      host.productions = [...host.productions, { ...row, documents: args.documents.length }];
      return row;
    },
    production_remove: ({ production: id }) => {
      host.productions = host.productions.filter((row) => row.production !== id);
      return changed({ act: "remove production", touched: ["production"] });
    },
    concordance: ({ find }) =>
      host.documents
        .filter((row) => find === "" || [row.title, ...row.exhibits.map((each) => each.shown)].includes(find))
        .map(({ document, title, exhibits: marks, bates }) => ({
          ...{ document, title, marks, bates },
          ...{ page: null, label: null, earlier: null },
        })),
    numbering_list: () => [
      {
        ...{ seq: 4, at: "2026-11-20T10:00:00Z", actor: "sample", act: "mark 2 exhibits" },
        ...{ exhibits: 2, produced: 0, current: true },
      },
    ],
    concordance_write: ({ path }) => ({ path, rows: 1 }),
  };
}

/** The mark that stands `by` places behind a first one. */
function nth(first: string, by: number): string {
  return first.replace(/\d+$/, (digits) => String(Number(digits) + by).padStart(digits.length, "0"));
}

function markOf(host: FakeHost, document: string): string | null {
  return host.documents.find((row) => row.document === document)?.exhibits[0]?.shown ?? null;
}

function change(
  host: FakeHost,
  document: string,
  before: string | null,
  after: string | null,
): ExhibitChange {
  const title = host.documents.find((row) => row.document === document)?.title ?? document;
  return { document, title, before, after };
}

function planOf(rows: ExhibitChange[]): ExhibitPlan {
  return { rows, changed: rows.filter((row) => row.before !== row.after).length };
}

function bearing(row: DocumentRow, mark: string | null | undefined): DocumentRow {
  if (mark === undefined) return row;
  return { ...row, exhibits: mark === null ? [] : [numberRow(mark)] };
}

function renumbered(host: FakeHost, { scheme: id, by, documents = [], before, first }: RenumberArgs) {
  const of = host.schemes.find((each) => each.scheme === id) ?? scheme();
  const marked = host.documents
    .filter((row) => row.exhibits.length > 0)
    .sort((a, b) => (a.exhibits[0]?.shown ?? "").localeCompare(b.exhibits[0]?.shown ?? ""))
    .map((row) => row.document);
  if (by === "title")
    marked.sort((a, b) => change(host, a, null, null).title.localeCompare(change(host, b, null, null).title));
  const rest = marked.filter((document) => !documents.includes(document));
  const at = before === undefined ? rest.length : rest.indexOf(before);
  const order = by === "given" ? [...rest.slice(0, at), ...documents, ...rest.slice(at)] : marked;
  return planOf(
    order.map((document, i) => change(host, document, markOf(host, document), nth(first ?? of.first, i))),
  );
}

function produced(host: FakeHost, { first, documents }: ProductionArgs): ProductionPlan {
  if (!/\d$/.test(first)) throw wireError("bad_value", "A Bates number ends in digits: TT-000001.");
  let page = 0;
  const rows = documents.map((document) => {
    const row = host.documents.find((each) => each.document === document);
    const pages = Math.max(1, row?.pages ?? 1);
    const from = page;
    page += pages;
    return {
      ...{ document, title: row?.title ?? document, pages },
      ...{ first: nth(first, from), last: nth(first, page - 1) },
    };
  });
  return { first, last: nth(first, page - 1), pages: page, rows };
}
