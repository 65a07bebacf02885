import { call } from "../../api/client";
import type { EventRow } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";

/** The events of one case or of all: one filter and one selection, shared by ribbon and table. */
export class Timeline {
  /** The case shown; null for all. */
  scope = $state<string | null>(null);
  rows = new Latest<EventRow[]>();
  filter = $state("");
  onlyConflict = $state(false);
  onlyUnsupported = $state(false);
  #chosen = $state<string | null>(null);
  #remembered = new Map<string | null, string | null>();

  all = $derived(this.rows.value ?? []);
  conflicts = $derived(this.all.filter(inConflict).length);
  unsupported = $derived(this.all.filter(isUnsupported).length);
  filtered = $derived(this.onlyConflict || this.onlyUnsupported || this.filter.trim() !== "");
  shown = $derived(this.filtered ? this.all.filter((row) => this.#passes(row)) : this.all);
  #at = $derived(this.shown.findIndex((row) => row.event === this.#chosen));
  /** What was chosen; the first event where nothing was, or where the filter hides it. -1 without any event. */
  index = $derived(this.#at < 0 && this.shown.length > 0 ? 0 : this.#at);
  selected = $derived(this.shown[this.index] ?? null);
  selectedId = $derived(this.selected?.event ?? null);

  /** Shows a case, or all; what was selected there before is selected again. */
  show(scope: string | null): Promise<void> {
    if (scope !== this.scope) {
      this.#remembered.set(this.scope, this.#chosen);
      this.scope = scope;
      this.rows.clear();
      this.clearFilter();
      this.#chosen = this.#remembered.get(scope) ?? null;
    }
    return this.refresh();
  }

  /** Asks again; what is on screen stays until the answer is there. */
  refresh(): Promise<void> {
    const scope = this.scope;
    return this.rows.ask(() => call("timeline", { case: scope }));
  }

  select(event: string | null): void {
    this.#chosen = event;
  }

  selectAt(index: number): void {
    const inside = Math.max(0, Math.min(index, this.shown.length - 1));
    this.#chosen = this.shown[inside]?.event ?? null;
  }

  clearFilter(): void {
    this.filter = "";
    this.onlyConflict = false;
    this.onlyUnsupported = false;
  }

  /** Forgets everything: another library was opened. */
  reset(): void {
    this.#remembered.clear();
    this.scope = null;
    this.#chosen = null;
    this.clearFilter();
    this.rows.clear();
  }

  #passes(row: EventRow): boolean {
    if (this.onlyConflict && !inConflict(row)) return false;
    if (this.onlyUnsupported && !isUnsupported(row)) return false;
    const wanted = this.filter.trim().toLocaleLowerCase();
    return wanted === "" || searchText(row).includes(wanted);
  }
}

/** Whether its accounts differ on a date, a sum or a number. */
export function inConflict(row: EventRow): boolean {
  return row.conflicts.length > 0;
}

/** Whether it rests on nothing, or on an allegation alone. */
export function isUnsupported(row: EventRow): boolean {
  return row.support.level === "nothing" || row.support.level === "allegation";
}

const texts = new WeakMap<EventRow, string>();

/** What the filter looks at; kept for each row, since every key asks for all of them. */
function searchText(row: EventRow): string {
  let text = texts.get(row);
  if (text === undefined) texts.set(row, (text = textOf(row)));
  return text;
}

function textOf(row: EventRow): string {
  const people = row.parties.map((party) => party.name);
  return [row.date.display, row.title, row.kind, row.status, row.case_name, ...people]
    .join("\n")
    .toLocaleLowerCase();
}
