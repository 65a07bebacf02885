import type { EventFilter, TimelineRow } from "../../../api/generated/wire";
import { plain } from "../../../design/words";

/** The filter of a timeline. What passes it is the back end's to say: here it is only put together and put in words. */

/** A part of a filter in words, and the filter without it. */
export type Part = { key: string; words: string; without: EventFilter };

/** A filter of which parts may be spelled out as not set. */
type Loose = { [K in keyof EventFilter]?: EventFilter[K] | undefined };

/** The parts of a filter that hold several values, as they are headed. */
export const LISTS = {
  kinds: "Kind",
  statuses: "Status",
  parties: "Person",
  tags: "Tag",
  origins: "Origin",
} as const;

export type List = keyof typeof LISTS;

/** The filter without what filters nothing, so that two that do the same are the same. */
export function normal(filter: Loose): EventFilter {
  const kept = Object.entries(filter).filter(([, value]) => !isVoid(value));
  return Object.fromEntries(
    kept
      .map(([key, value]) => [key, Array.isArray(value) ? value.toSorted() : value] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

export function isEmpty(filter: Loose): boolean {
  return Object.values(filter).every(isVoid);
}

export function isSame(a: EventFilter, b: EventFilter): boolean {
  return JSON.stringify(normal(a)) === JSON.stringify(normal(b));
}

/** A view's filter taken up, or put down again where it is set: what else is set stays. */
export function toggledView(filter: EventFilter, view: EventFilter): EventFilter {
  if (!holds(filter, view)) return normal({ ...filter, ...view });
  const keys = Object.keys(normal(view));
  return Object.fromEntries(Object.entries(filter).filter(([key]) => !keys.includes(key)));
}

/** Whether a filter asks for all that a view asks for. */
export function holds(filter: EventFilter, view: EventFilter): boolean {
  const wanted = normal(view);
  const has: Record<string, unknown> = normal(filter);
  return Object.entries(wanted).every(([key, value]) => JSON.stringify(has[key]) === JSON.stringify(value));
}

/** A value of a list taken in, or taken out where it is in. */
export function toggled(filter: EventFilter, list: List, value: string): EventFilter {
  const values: string[] = filter[list] ?? [];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return normal({ ...filter, [list]: next } as EventFilter);
}

/** The parts that are set, each with the filter that is left when it is taken away. The words typed are no part: they stand in their field. */
export function partsOf(filter: EventFilter, nameOf: (list: List | "case", value: string) => string): Part[] {
  const lists = (Object.keys(LISTS) as List[]).flatMap((list) =>
    (filter[list] ?? []).map((value) => ({
      key: `${list} ${value}`,
      words: `${LISTS[list]}: ${nameOf(list, value)}`,
      without: toggled(filter, list, value),
    })),
  );
  const one = (key: keyof EventFilter, words: string): Part[] =>
    isVoid(filter[key]) ? [] : [{ key, words, without: normal({ ...filter, [key]: undefined }) }];
  return [
    ...one("case", `Case: ${nameOf("case", filter.case ?? "")}`),
    ...lists,
    ...one("from", `From: ${filter.from ?? ""}`),
    ...one("to", `To: ${filter.to ?? ""}`),
    ...one("support", `Rests on: ${(filter.support ?? []).map(plain).join(", ")}`),
    ...one("in_conflict", "In conflict"),
    ...one("next", "Next"),
    ...one("starred", "With a star"),
  ];
}

/** How many rows a view would leave; null where the rows themselves do not say it. */
export function countOf(view: EventFilter, rows: readonly TimelineRow[]): number | null {
  const { support, in_conflict, next, starred, ...rest } = normal(view);
  if (!isEmpty(rest)) return null;
  return rows.reduce((sum, row) => {
    const in_it =
      (!support || support.includes(row.support.level)) &&
      (!in_conflict || row.in_conflict) &&
      (!next || row.due !== null) &&
      (!starred || row.starred);
    return in_it ? sum + 1 : sum;
  }, 0);
}

function isVoid(value: unknown): boolean {
  return value == null || value === false || value === "" || (Array.isArray(value) && value.length === 0);
}
