import type {
  DateReading,
  DateView,
  DueRow,
  EventFilter,
  EventRow,
  Facet,
  Facets,
  Known,
  Timeline,
  ViewRow,
} from "../api/generated/wire";
import { day, slim } from "./build";
import { wireError, type FakeHost, type Handlers } from "./fakeHost";

/** The back end's timeline over the sample's events: as much of it as the window's tests can tell apart. */

export const READY_VIEWS: ViewRow[] = [
  { name: "Unsupported", filter: { support: ["nothing", "allegation", "one_origin"] }, ready: true },
  { name: "In conflict", filter: { in_conflict: true }, ready: true },
  { name: "Next", filter: { next: true }, ready: true },
];

export function timelineAnswers(host: FakeHost): Handlers {
  const passing = (filter: EventFilter) => host.events.filter((row) => passes(row, filter));
  const ofCase = (of: string | null) => passing(of === null ? {} : { case: of });
  const one = (id: string) => {
    const row = host.events.find((each) => each.event === id);
    if (!row) throw wireError("not_found", "There is no such event.");
    return row;
  };
  const edit = (id: string, of: Partial<EventRow>) => {
    const row = { ...one(id), ...of };
    host.events = host.events.map((each) => (each.event === id ? row : each));
    return row;
  };
  return {
    timeline: ({ filter, only }) => {
      const rows = passing(filter).filter((row) => !only || only.includes(row.event));
      return timelineOf(rows, filter.known_on ? knownOn(host.events, filter.known_on) : null);
    },
    timeline_match: (filter) => passing(filter).map((row) => row.event),
    timeline_facets: ({ case: of }) => facetsOf(ofCase(of)),
    next_list: ({ case: of }) => dueRows(ofCase(of)),
    view_list: () => host.views,
    view_save: ({ name, filter }) => {
      host.views = [...host.views.filter((view) => view.name !== name), { name, filter, ready: false }];
      return host.views;
    },
    view_remove: ({ name }) => {
      host.views = host.views.filter((view) => view.name !== name);
      return { act: `remove view ${name}`, touched: ["view"], ids: [], events: [] };
    },
    date_read: ({ date }) => reading(date),
    event_show: ({ event, known_on }) => asKnown(one(event), known_on),
    event_edit: ({ event, title, kind, status, tags, starred }) =>
      edit(event, given({ title, kind, status: status as EventRow["status"], tags, starred })),
    event_move: ({ event }) => one(event),
    event_merge: ({ into, from }) => {
      const row = edit(into, { accounts: [into, ...from].flatMap((id) => one(id).accounts) });
      host.events = host.events.filter((each) => !from.includes(each.event));
      return row;
    },
    event_remove: ({ event }) => {
      host.events = host.events.filter((each) => each.event !== event);
      return { act: "remove event", touched: ["event"], ids: [event], events: [event] };
    },
  };
}

/** Events as the timeline answers them, with everybody whom they name. */
export function timelineOf(rows: readonly EventRow[], known: Known | null = null): Timeline {
  const parties = new Map(rows.flatMap((row) => row.parties.map((party) => [party.party, party])));
  return { rows: rows.map(slim), parties: [...parties.values()], known };
}

function passes(row: EventRow, filter: EventFilter): boolean {
  const { case: of, text, kinds, parties, statuses, tags, origins, support } = filter;
  const anyOf = (wanted: readonly string[] | undefined, has: readonly string[]) =>
    !wanted?.length || has.some((each) => wanted.includes(each));
  return (
    (of === undefined || row.case === of) &&
    words(text).every((word) => textOf(row).includes(word)) &&
    anyOf(kinds, [row.kind]) &&
    anyOf(statuses, [row.status]) &&
    anyOf(tags, row.tags) &&
    anyOf(
      parties,
      row.parties.map((party) => party.party),
    ) &&
    anyOf(origins, originsOf(row)) &&
    anyOf(support, [row.support.level]) &&
    (!filter.in_conflict || row.conflicts.length > 0) &&
    (!filter.starred || row.starred) &&
    (!filter.next || row.due !== null) &&
    (!filter.from || (row.date.shape !== "undated" && (row.date.latest ?? "9999") >= filter.from)) &&
    (!filter.to || (row.date.shape !== "undated" && (row.date.earliest ?? "0000") <= filter.to)) &&
    (!filter.known_on || isKnown(row, filter.known_on))
  );
}

function words(text: string | undefined): string[] {
  return (text ?? "").toLowerCase().split(/\s+/).filter(Boolean);
}

function textOf(row: EventRow): string {
  const names = row.parties.map((party) => party.name);
  return [row.title, row.kind, row.date.display, ...row.tags, ...names].join("\n").toLowerCase();
}

function originsOf(row: EventRow): string[] {
  return row.accounts.map((account) => account.asserted_by);
}

function publishedBy(published: DateView, known: string): boolean {
  return published.latest !== null && published.latest <= known;
}

function isKnown(row: EventRow, known: string): boolean {
  return row.accounts.some((account) => publishedBy(account.published, known));
}

function asKnown(row: EventRow, known: string | undefined): EventRow {
  if (known === undefined) return row;
  return { ...row, accounts: row.accounts.filter((account) => publishedBy(account.published, known)) };
}

function knownOn(events: readonly EventRow[], known: string): Known {
  const accounts = events.flatMap((row) => row.accounts);
  const hidden = events.filter((row) => row.accounts.length > 0 && !isKnown(row, known));
  return {
    day: known,
    later: accounts.filter(({ published }) => published.latest !== null && published.latest > known).length,
    undated: accounts.filter(({ published }) => published.latest === null).length,
    since: hidden.map(({ event, title, case: of, case_name, accounts: [first] }) => ({
      ...{ event, title, case: of, case_name, words: "became known" },
      published: first?.published ?? day(known, known),
    })),
  };
}

function facetsOf(rows: readonly EventRow[]): Facets {
  const names = new Map(rows.flatMap((row) => row.parties.map((party) => [party.party, party.name])));
  return {
    kinds: tally(rows.map((row) => [row.kind])),
    statuses: tally(rows.map((row) => [row.status])),
    tags: tally(rows.map((row) => row.tags)),
    parties: tally(
      rows.map((row) => row.parties.map((party) => party.party)),
      (value) => names.get(value) ?? value,
    ),
    origins: tally(rows.map(originsOf)),
  };
}

function tally(lists: readonly (readonly string[])[], shown = (value: string) => value): Facet[] {
  const counts = new Map<string, number>();
  for (const value of lists.flatMap((list) => [...new Set(list)]))
    counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, shown: shown(value), count }));
}

function dueRows(rows: readonly EventRow[]): DueRow[] {
  return rows.flatMap(({ event, title, kind, case: of, case_name, date, due }) =>
    due === null ? [] : [{ event, title, kind, case: of, case_name, date, due }],
  );
}

/** Reads ISO days; of 03/04/2021 it gives both readings; all else it cannot read. */
function reading(typed: string): DateReading {
  const none = { date: null, explanation: "", choices: [], message: "", column: null };
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return { ...none, date: day(typed, typed) };
  if (typed !== "03/04/2021") return { ...none, message: `“${typed}” cannot be read as a date.`, column: 1 };
  const choices = [
    { date: day("2021-04-03", "3 April 2021"), explanation: "day first" },
    { date: day("2021-03-04", "4 March 2021"), explanation: "month first" },
  ];
  return { ...none, choices, message: "This is two dates." };
}

function given<T extends object>(of: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as never;
}
