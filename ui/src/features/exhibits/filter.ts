import type { DocumentFilter, Relevance } from "../../api/generated/wire";

/** The filter of a register. What passes it is the back end's to say: here it is only put together and put in words. */

/** A part of a filter in words, and the filter without it. */
export type Part = { key: string; words: string; without: DocumentFilter };

/** The parts of a filter that hold several values, as they are headed. */
export const LISTS = {
  kinds: "Kind",
  sources: "Source",
  tags: "Tag",
  issues: "Issue",
  relevance: "Relevance",
} as const;

export type List = keyof typeof LISTS;

/** The parts of a filter that are so, are not so, or do not matter: the words for both. */
export const SWITCHES = {
  reviewed: ["Reviewed", "Not reviewed"],
  confidential: ["Confidential", "Not confidential"],
  privileged: ["Privileged", "Not privileged"],
  exhibited: ["With a mark", "Without a mark"],
  cited: ["Cited", "Not cited"],
  readable: ["Read", "Could not be read"],
} as const;

export type Switch = keyof typeof SWITCHES;

export const RELEVANCE: Record<Relevance, string> = {
  key: "Key",
  relevant: "Relevant",
  not_relevant: "Not relevant",
};

type Loose = { [K in keyof DocumentFilter]?: DocumentFilter[K] | undefined };

/** The filter without what filters nothing. */
export function normal(filter: Loose): DocumentFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => !isVoid(value)));
}

export function isEmpty(filter: Loose): boolean {
  return Object.values(filter).every(isVoid);
}

/** A value of a list taken in, or taken out where it is in. */
export function toggled(filter: DocumentFilter, list: List, value: string): DocumentFilter {
  const values: readonly string[] = filter[list] ?? [];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return normal({ ...filter, [list]: next } as DocumentFilter);
}

/** The parts that are set; documents are named by their titles. The words typed are no part: they stand in their field. */
export function partsOf(filter: DocumentFilter, titles: Readonly<Record<string, string>>): Part[] {
  const lists = (Object.keys(LISTS) as List[]).flatMap((list) =>
    (filter[list] ?? []).map((value) => ({
      key: `${list} ${value}`,
      words: `${LISTS[list]}: ${list === "relevance" ? RELEVANCE[value as Relevance] : value}`,
      without: toggled(filter, list, value),
    })),
  );
  const one = (key: keyof DocumentFilter, words: string): Part[] =>
    isVoid(filter[key]) ? [] : [{ key, words, without: normal({ ...filter, [key]: undefined }) }];
  return [
    ...one("inside", `Inside: ${titles[filter.inside ?? ""] ?? "a document"}`),
    ...lists,
    ...one("starred", "With a star"),
    ...(Object.keys(SWITCHES) as Switch[]).flatMap((key) => one(key, SWITCHES[key][filter[key] ? 0 : 1])),
    ...one("from", `From: ${filter.from ?? ""}`),
    ...one("to", `To: ${filter.to ?? ""}`),
  ];
}

/** `false` is a wish of its own here: "not reviewed". Only a star is either wanted or does not matter. */
function isVoid(value: unknown): boolean {
  return value == null || value === "" || (Array.isArray(value) && value.length === 0);
}
