import type { AccountRow, CaseRow, DateView, TimelineRow } from "../../api/generated/wire";
import { count, spelled } from "../../design/words";

/** A date as it stands in a field: empty where there is none. */
export function dateWritten(date: DateView): string {
  return date.shape === "undated" ? "" : date.display;
}

/** What a reader must know of a date beyond its words: that the day is not known, or what it was read from. */
export function dateNote(row: { date: DateView; accounts?: readonly AccountRow[] }): string {
  if (row.date.shape === "undated") return "";
  if (/^\d{4}-\d{2}$/.test(row.date.edtf) || /^\d{4}$/.test(row.date.edtf)) return "day not known";
  const stated = row.accounts?.find((account) => account.stated !== "")?.stated ?? "";
  const relative = stated !== "" && stated.length <= 24 && !/\d/.test(stated);
  return relative ? `from “${stated}”` : "";
}

/** The date for the table: never blank. */
export function dateText(row: { date: DateView }): string {
  return row.date.shape === "undated" ? "undated" : row.date.display;
}

/** What an event rests on; a number stays on the line of what it counts. */
export function supportWords(row: Pick<TimelineRow, "support">): string {
  return row.support.words.replace(/(\d) /g, "$1\u00a0");
}

/** What an assistive reader hears for an event, in the ribbon as in the table: "24 June 2021, the title". */
export function eventName(row: { date: DateView; title: string }): string {
  return `${dateText(row)}, ${row.title}`;
}

/** The header of a timeline: "May 2018 to June 2021, five matters, 38 events". */
export function summary(rows: readonly { date: DateView }[], cases: readonly CaseRow[] | null): string {
  const period = periodOf(rows);
  const matters = cases && cases.length > 0 ? spelled(cases.length, "matter") : "";
  return [period, matters, count(rows.length, "event")].filter(Boolean).join(", ");
}

function periodOf(rows: readonly { date: DateView }[]): string {
  const first = smallest(rows.flatMap((row) => row.date.earliest ?? row.date.latest ?? []));
  const last = largest(rows.flatMap((row) => row.date.latest ?? row.date.earliest ?? []));
  if (first === null || last === null) return "";
  const from = monthOf(first);
  const to = monthOf(last);
  return from === to ? from : `${from} to ${to}`;
}

function smallest(days: readonly string[]): string | null {
  return days.reduce<string | null>((least, day) => (least === null || day < least ? day : least), null);
}

function largest(days: readonly string[]): string | null {
  return days.reduce<string | null>((most, day) => (most === null || day > most ? day : most), null);
}

function monthOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.valueOf())) return day;
  return date.toLocaleDateString(undefined, { month: "long", year: "numeric", timeZone: "UTC" });
}
