import type { DateBasisRow, DateKind, DateView, DocumentRow, ReadFrom } from "../../api/generated/wire";

/** One of a document's four dates, and where it was read from, as far as that is known. */
export type DocumentDate = { kind: DateKind; title: string; date: DateView; basis: DateBasisRow | null };

export const TITLES: readonly [DateKind, string][] = [
  ["event", "Of the event"],
  ["dated", "On the document"],
  ["published", "Published"],
  ["captured", "Captured"],
];

/** One of the four dates, as it is headed. */
export function dateTitle(kind: DateKind): string {
  return TITLES.find(([each]) => each === kind)?.[1] ?? kind;
}

/** Where a date can have been read from, and what more is said of it. */
export const READ_FROM: readonly { value: ReadFrom; words: string; detail: string; hint: string }[] = [
  { value: "person", words: "A person says so", detail: "Who", hint: "Empty: whoever writes it now." },
  { value: "text", words: "The text", detail: "Page", hint: "The page that states it: 2." },
  { value: "header", words: "A header of the e-mail", detail: "Header", hint: "Its name: Date." },
  { value: "file", words: "The file itself", detail: "Field", hint: "Its name: CreationDate." },
];

export function datesOf(row: DocumentRow): DocumentDate[] {
  const { dated, published, captured, event_date: event } = row;
  const dates = { event, dated, published, captured };
  return TITLES.map(([kind, title]) => ({
    ...{ kind, title, date: dates[kind] },
    basis: row.dates_from.find((each) => each.date === kind) ?? null,
  }));
}

/** "header: Date", "text, page 2", "a person". */
export function basisWords({ read_from, detail }: DateBasisRow): string {
  if (read_from === "person") return detail || "a person";
  if (read_from !== "text") return detail ? `${read_from}: ${detail}` : `the ${read_from}`;
  if (detail === "") return "the text";
  return /^\d+$/.test(detail) ? `text, page ${detail}` : `text, ${detail}`;
}
