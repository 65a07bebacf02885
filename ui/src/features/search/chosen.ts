import type { ItemKind, KeptSearch, SearchFilters } from "../../api/generated/wire";
import { dateTitle } from "../evidence/basis";

/** What was chosen from facets. What passes it is the back end's to say: here it is only put together and put in words. */

/** A part of what is chosen, in words, and the rest of it. */
export type Part = { key: string; words: string; without: SearchFilters };

/** The lists of facets, as they are headed, in their order. */
export const LISTS = {
  kinds: "Kind",
  cases: "Case",
  types: "Type of file",
  tags: "Tag",
  people: "Person",
  languages: "Language",
} as const;

export type List = keyof typeof LISTS;

/** The kinds, one and several. */
export const KINDS: Record<ItemKind, readonly [string, string]> = {
  case: ["case", "Cases"],
  person: ["person", "People"],
  event: ["event", "Events"],
  account: ["account", "Accounts"],
  note: ["note", "Notes"],
  document: ["document", "Documents"],
  email: ["e-mail", "E-mails"],
};

export const NONE: SearchFilters = {
  ...{ cases: [], kinds: [], types: [], tags: [], people: [], languages: [] },
  dates: null,
};

/** Whether it is a file with pages, and not something that people stated. */
export function isFile(kind: ItemKind): boolean {
  return kind === "document" || kind === "email";
}

export function isEmpty(filters: SearchFilters): boolean {
  return isSame(filters, NONE);
}

/** Whether two searches ask the same; the order in which something was chosen does not matter. */
export function asksSame(a: KeptSearch, b: KeptSearch): boolean {
  return a.query.trim() === b.query.trim() && a.case === b.case && isSame(a.filters, b.filters);
}

/** A value of a list taken in, or taken out where it is in. */
export function toggled(filters: SearchFilters, list: List, value: string): SearchFilters {
  const values: readonly string[] = filters[list];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return { ...filters, [list]: next };
}

/** The parts that are chosen, each with what is left when it is taken away. */
export function partsOf(filters: SearchFilters, nameOf: (list: List, value: string) => string): Part[] {
  const lists = (Object.keys(LISTS) as List[]).flatMap((list) =>
    filters[list].map((value) => ({
      key: `${list} ${value}`,
      words: `${LISTS[list]}: ${nameOf(list, value)}`,
      without: toggled(filters, list, value),
    })),
  );
  const { dates } = filters;
  if (!dates) return lists;
  const span = dates.from === dates.to ? dates.from : `${dates.from || "…"} to ${dates.to || "…"}`;
  const words = `${dateTitle(dates.date)}: ${span}`;
  return [...lists, { key: "dates", words, without: { ...filters, dates: null } }];
}

function isSame(a: SearchFilters, b: SearchFilters): boolean {
  const lists = Object.keys(LISTS) as List[];
  const texts = [a, b].map((each) =>
    JSON.stringify([lists.map((list) => each[list].toSorted()), each.dates ? { ...each.dates } : null]),
  );
  return texts[0] === texts[1];
}
