import { call } from "../../../api/client";
import type { DueRow } from "../../../api/generated/wire";
import { Latest } from "../../../api/latest.svelte";

/** A part of what is next: "Overdue" and what belongs there. */
export type Group = { name: string; rows: DueRow[] };

const DAY = 86_400_000;
/** What is due within this time is near. */
const NEAR = 30 * DAY;

/** The scheduled events of all cases: what is overdue, then what is next. */
export class Next {
  rows = new Latest<DueRow[]>();
  #chosen = $state<string | null>(null);

  all = $derived(this.rows.value ?? []);
  overdue = $derived(this.all.filter((row) => row.due.standing === "overdue").length);
  groups = $derived(grouped(this.all));
  /** The rows in the order in which their groups show them. */
  shown = $derived(this.groups.flatMap((group) => group.rows));
  #at = $derived(this.shown.findIndex((row) => row.event === this.#chosen));
  index = $derived(this.#at < 0 && this.shown.length > 0 ? 0 : this.#at);
  selected = $derived(this.shown[this.index] ?? null);

  refresh(): Promise<void> {
    return this.rows.ask(() => call("next_list", { case: null }));
  }

  selectAt(index: number): void {
    this.#chosen = this.shown[index]?.event ?? null;
  }

  /** What is overdue, due, or soon to be: the first lines of all cases. */
  near(now: number): DueRow[] {
    return this.shown.filter((row) => isNear(row, now));
  }

  reset(): void {
    this.#chosen = null;
    this.rows.clear();
  }
}

function isNear({ due, date }: DueRow, now: number): boolean {
  if (due.standing === "undated") return false;
  if (due.standing !== "ahead") return true;
  const at = Date.parse(`${date.earliest ?? date.latest}T00:00:00Z`);
  return at <= now + NEAR;
}

function grouped(rows: readonly DueRow[]): Group[] {
  const of = (name: string, ...standings: DueRow["due"]["standing"][]) => ({
    name,
    rows: rows.filter((row) => standings.includes(row.due.standing)),
  });
  const groups = [
    of("Overdue", "overdue"),
    of("May be due", "may_be_due", "today"),
    of("Ahead", "ahead"),
    of("Without a date", "undated"),
  ];
  return groups.filter((group) => group.rows.length > 0);
}
