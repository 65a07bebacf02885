import { Attempt } from "../../api/attempt.svelte";
import { call } from "../../api/client";
import type { FieldRow, TablePlan, TablePlanArgs, TablePreview } from "../../api/generated/wire";

/** What the rows of a table can be. */
export type What = "events" | "accounts";

/** A table on its way into the library: which file, how its columns are read, and what would become of its rows. */
export class ImportTable {
  path = $state("");
  sheet = $state(0);
  what = $state<What>("events");
  /** The field that each column fills; empty for a column that is left out. */
  mapping = $state<string[]>([]);
  /** The case of rows that name none; empty for no such case. */
  case = $state("");
  /** Which number of 03/04/2021 is the day: "day", "month", or empty where neither is to be guessed. */
  first = $state("");
  preview = $state.raw<TablePreview | null>(null);
  reading = new Attempt();
  doing = new Attempt();
  #plan = $state.raw<{ plan: TablePlan; of: string } | null>(null);

  shown = $derived(this.preview?.sheets[this.sheet] ?? null);
  fields = $derived<FieldRow[]>(
    (this.what === "events" ? this.preview?.event_fields : this.preview?.account_fields) ?? [],
  );
  /** How the table is to be taken in, as it stands in the form. */
  args = $derived<TablePlanArgs>({
    path: this.path,
    sheet: this.shown?.name ?? "",
    what: this.what,
    mapping: this.mapping.map((field) => field || null),
    case: this.case,
    first: this.first,
  });
  /** What was found out about the form as it stands; null where it was changed since. */
  plan = $derived(this.#plan?.of === JSON.stringify(this.args) ? this.#plan.plan : null);
  /** Fields that more than one column fills. */
  twice = $derived(this.mapping.filter((field, at) => field !== "" && this.mapping.indexOf(field) !== at));

  /** Looks at a file; what it seems to hold is filled in. */
  async open(path: string): Promise<void> {
    this.path = path;
    this.preview = null;
    const preview = await this.reading.send(() => call("table_open", { path }));
    if (!preview) return;
    this.preview = preview;
    const fullest = preview.sheets.findIndex((sheet) => sheet.rows > 0);
    this.choose(Math.max(0, fullest));
  }

  /** Takes a sheet, as it seems to be meant. */
  choose(sheet: number): void {
    this.sheet = sheet;
    this.what = this.shown?.what === "accounts" ? "accounts" : "events";
    this.mapping = this.#suggested();
  }

  /** Takes the rows as events or as accounts. Fields that the other has as well stay where they are. */
  take(what: What): void {
    this.what = what;
    const known = new Set(this.fields.map(({ field }) => field));
    const source = this.shown?.what === what ? this.#suggested() : this.mapping;
    this.mapping = source.map((field) => (known.has(field) ? field : ""));
  }

  /** Finds out what would become of each row, and does nothing. */
  async check(): Promise<void> {
    const args = this.args;
    const plan = await this.doing.send(() => call("table_plan", args));
    if (plan) this.#plan = { plan, of: JSON.stringify(args) };
  }

  /** Takes the table in, all of it or its good rows; null where it was refused. */
  async send(goodRowsOnly: boolean): Promise<TablePlan | null> {
    const plan = this.args;
    const done = await this.doing.send(() => call("table_import", { plan, good_rows_only: goodRowsOnly }));
    if (done && !done.done) this.#plan = { plan: done, of: JSON.stringify(plan) };
    return done?.done ? done : null;
  }

  #suggested(): string[] {
    return (this.shown?.mapping ?? []).map((field) => field ?? "");
  }
}

/** Rows that would be new, or other than they are. */
export function goodRows(plan: TablePlan): number {
  return plan.added + plan.changed;
}
