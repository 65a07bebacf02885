import type { EventRow, TimelineRow } from "../api/generated/wire";
import { day, event, slim, UNDATED, within } from "./build";

/**
 * Made-up events, the same each time: days, months, years and undated ones over thirty years, in several cases, in the
 * order of their dates and as they come over the wire.
 */
export function manyEvents(count: number, cases: readonly string[] = ["a"]): TimelineRow[] {
  const rows = Array.from({ length: count }, (_, i) => slim(made(i, cases)));
  rows.sort((a, b) => (a.date.earliest ?? "~").localeCompare(b.date.earliest ?? "~", "en"));
  return JSON.parse(JSON.stringify(rows)) as TimelineRow[];
}

function made(i: number, cases: readonly string[]): EventRow {
  const at = new Date(Date.UTC(1995, 0, 1 + ((i * 7919) % 10_950)));
  const iso = at.toISOString().slice(0, 10);
  const [year, month] = [iso.slice(0, 4), iso.slice(0, 7)];
  const dates = [
    day(iso, iso),
    day(iso, iso),
    within(month, `${month}-01`, `${month}-28`, month),
    within(year, `${year}-01-01`, `${year}-12-31`, year),
    i % 50 === 4 ? UNDATED : day(iso, iso),
  ];
  return event(`e${i}`, {
    title: `Event ${i} of many`,
    case: cases[i % cases.length] ?? "a",
    date: dates[i % 5] ?? UNDATED,
  });
}
