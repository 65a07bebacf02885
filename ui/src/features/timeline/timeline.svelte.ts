import { untrack } from "svelte";
import { call } from "../../api/client";
import type { EventFilter, EventRef, EventRow, Facets, Known, ViewRow } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";
import { isEmpty, normal } from "./filter/filter";
import { inOrder, movesRows, NO_ROWS, ordered, patched, rowsOf, type Rows } from "./rows";
import { Stale } from "./stale";

type Read = Rows & { known: Known | null };
type Memory = { active: string | null; filter: EventFilter };
const NOBODY: ReadonlySet<string> = new Set();

/** The events of one case or of all: one filter and one selection, shared by ribbon and table. */
export class Timeline {
  /** The case shown; null for all. */
  scope = $state<string | null>(null);
  /** Every event of the scope, whatever the filter. */
  read = new Latest<Read>();
  /** What the filter leaves, in order, where there is one. */
  matched = new Latest<string[]>();
  /** The selected event in full; the one before stays until it is there. */
  detail = new Latest<EventRow>();
  filter = $state.raw<EventFilter>({});
  /** The day (ISO 8601) as known on which everything is shown; null for the present. */
  knownOn = $state<string | null>(null);
  /** Several events that are selected together; empty where only one is. */
  chosen = $state.raw(NOBODY);
  /** What the events of the scope can be filtered by. */
  facets = new Latest<Facets>();
  /** The views that come ready, and the saved ones. */
  views = new Latest<ViewRow[]>();
  #active = $state<string | null>(null);
  #anchor: string | null = null;
  /** Grows with every change that the back end tells of. */
  edition = $state(0);
  #asked = 0;
  #stale = new Stale();
  #remembered = new Map<string | null, Memory>();

  rows = $derived<Rows>(this.read.value ?? NO_ROWS);
  known = $derived(this.read.value?.known ?? null);
  all = $derived(this.rows.list);
  filtered = $derived(!isEmpty(this.filter));
  shown = $derived(this.#shown());
  #at = $derived(this.shown.findIndex((row) => row.event === this.#active));
  /** What was selected; the first event where nothing was, or where the filter hides it. -1 without any event. */
  index = $derived(this.#at < 0 && this.shown.length > 0 ? 0 : this.#at);
  selected = $derived(this.shown[this.index] ?? null);
  selectedId = $derived(this.selected?.event ?? null);
  /** The rows of the events that are selected together and that the filter leaves. */
  together = $derived(this.chosen.size > 0 ? this.shown.filter((row) => this.chosen.has(row.event)) : []);

  constructor() {
    $effect.root(() => {
      $effect(() => {
        void this.edition;
        void this.knownOn;
        const event = this.selectedId;
        untrack(() => this.#showDetail(event));
      });
    });
  }

  /** Shows a case, or all; what was selected there before is selected again, and its filter is set again. */
  show(scope: string | null): Promise<void> {
    if (scope !== this.scope) {
      this.#remembered.set(this.scope, { active: this.#active, filter: this.filter });
      this.scope = scope;
      this.#forget(this.#remembered.get(scope));
    }
    return this.refresh();
  }

  /** Takes note that events are other ones now; all of them where `null`. `refresh` asks for them. */
  note(events: readonly string[] | null): void {
    this.edition += 1;
    this.#stale.note(events);
  }

  /** Asks for what is not known yet, or no longer; what is on screen stays until the answer is there. */
  async refresh(): Promise<void> {
    if (this.#stale.isEmpty) return;
    await Promise.all([this.read.ask(() => this.#ask()), this.#match()]);
  }

  /** Sets the filter; the answer to an older one that comes late is dropped. */
  setFilter(filter: EventFilter): Promise<void> {
    this.filter = normal(filter);
    this.chosen = NOBODY;
    return this.#match();
  }

  /** Filter and day together: what a view keeps. */
  whole = $derived(normal({ ...this.filter, known_on: this.knownOn ?? undefined }));

  /** Sets all that a view keeps. */
  async apply({ known_on, ...filter }: EventFilter): Promise<void> {
    const day = known_on || null;
    if (day === this.knownOn) return this.setFilter(filter);
    this.filter = normal(filter);
    await this.setKnownOn(day);
  }

  loadFacets(): Promise<void> {
    const scope = this.scope;
    return this.facets.ask(() => call("timeline_facets", { case: scope }));
  }

  loadViews(): Promise<void> {
    return this.views.ask(() => call("view_list", {}));
  }

  clearFilter(): void {
    void this.setFilter({});
  }

  /** Shows everything as it was known on a day; null for the present. */
  setKnownOn(day: string | null): Promise<void> {
    this.knownOn = day;
    this.#stale.note(null);
    return this.refresh();
  }

  select(event: string | null): void {
    this.#active = event;
    this.#anchor = event;
    this.chosen = NOBODY;
  }

  selectAt(index: number): void {
    this.select(this.#idAt(index));
  }

  /** Moves to an event; those that are selected together stay so. */
  walkTo(index: number): void {
    this.#active = this.#idAt(index);
  }

  /** Moves to an event and takes it in among those that are selected together, or out. */
  toggleAt(index: number): void {
    const event = this.#idAt(index);
    if (event === null) return;
    const chosen = new Set(this.chosen.size > 0 ? this.chosen : [this.selectedId ?? event]);
    if (this.chosen.has(event)) chosen.delete(event);
    else chosen.add(event);
    this.#active = this.#anchor = event;
    this.chosen = chosen;
  }

  /** Moves to an event and selects all from where the selection began to it. */
  extendTo(index: number): void {
    const event = this.#idAt(index);
    const from = this.shown.findIndex((row) => row.event === (this.#anchor ?? this.selectedId));
    const to = this.shown.findIndex((row) => row.event === event);
    const begun = from < 0 ? this.index : from;
    const range = this.shown.slice(Math.min(begun, to), Math.max(begun, to) + 1);
    this.#anchor = this.shown[begun]?.event ?? null;
    this.#active = event;
    this.chosen = range.length > 1 ? new Set(range.map((row) => row.event)) : NOBODY;
  }

  /** An event with its accounts: the one that is shown already, or asked for. */
  async inFull(event: string): Promise<EventRow> {
    const row = this.detail.value;
    return row?.event === event && !this.detail.loading ? row : call("event_show", this.#asKnown(event));
  }

  /** Forgets everything: another library was opened. */
  reset(): void {
    this.#remembered.clear();
    this.scope = null;
    this.knownOn = null;
    this.#forget();
  }

  #shown() {
    const { all, filtered, matched, rows } = this;
    return filtered && matched.value ? inOrder(matched.value, rows.byId) : all;
  }

  #idAt(index: number): string | null {
    const inside = Math.max(0, Math.min(index, this.shown.length - 1));
    return this.shown[inside]?.event ?? null;
  }

  #forget({ active, filter }: Memory = { active: null, filter: {} }): void {
    this.select(active);
    this.filter = filter;
    this.#stale = new Stale();
    this.read.clear();
    this.matched.clear();
    this.detail.clear();
    this.facets.clear();
  }

  async #match(): Promise<void> {
    if (!this.filtered) return this.matched.clear();
    const filter = this.#within(this.filter);
    await this.matched.ask(() => call("timeline_match", filter));
  }

  /** A filter of the case and the day that are shown. */
  #within(filter: EventFilter): EventFilter {
    const known_on = this.knownOn ?? undefined;
    return normal(this.scope === null ? { ...filter, known_on } : { ...filter, case: this.scope, known_on });
  }

  /** All rows, or those that are other ones now put among the ones that are known. */
  async #ask(): Promise<Read> {
    const [number, stale, mark] = [++this.#asked, this.#stale, this.#stale.mark];
    const [before, events] = [this.read.value, stale.events];
    const patches = before !== null && events !== null && this.knownOn === null;
    const read = patches ? await this.#patch(before, events) : await this.#whole();
    if (number === this.#asked) stale.settle(mark);
    return read;
  }

  async #whole(): Promise<Read> {
    const answer = await call("timeline", { filter: this.#within({}) });
    return { ...rowsOf(answer), known: answer.known };
  }

  async #patch(before: Read, events: string[]): Promise<Read> {
    const filter = this.#within({});
    const answer = await call("timeline", { filter, only: events });
    const order = movesRows(before, events, answer) ? await call("timeline_match", filter) : null;
    const rows = patched(before, events, answer);
    return { ...(order ? ordered(rows, order) : rows), known: null };
  }

  #showDetail(event: string | null): void {
    if (event === null) return this.detail.clear();
    void this.detail.ask(() => call("event_show", this.#asKnown(event)));
  }

  #asKnown(event: string): EventRef {
    return this.knownOn === null ? { event } : { event, known_on: this.knownOn };
  }
}

/** Whether it rests on nothing, or on an allegation alone. */
export function isUnsupported(row: Pick<EventRow, "support">): boolean {
  return row.support.level === "nothing" || row.support.level === "allegation";
}
