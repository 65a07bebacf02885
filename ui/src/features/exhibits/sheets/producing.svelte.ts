import { call } from "../../../api/client";
import type { ProductionArgs, ProductionPlan, ProductionRow, WireError } from "../../../api/generated/wire";
import { Latest } from "../../../api/latest.svelte";
import type { App } from "../../frame/app.svelte";
import { nth, range } from "../number";
import { Selection } from "./selection.svelte";

/** What the sheet "Number with Bates numbers" holds: which documents, and the numbers that their pages would get. */
export class Producing {
  selection = new Selection();
  case = $state("");
  name = $state("");
  first = $state("");
  plan = new Latest<ProductionPlan>();

  args = $derived<ProductionArgs>({
    case: this.case,
    name: this.name.trim(),
    first: this.first.trim(),
    documents: [...this.selection.documents],
  });

  /** What is listed, with the numbers of the plan, where there are some. */
  rows = $derived.by(() => {
    const planned = new Map(this.plan.value?.rows.map((row) => [row.document, row]));
    return this.selection.listed.map(({ document, title, pages }) => {
      const row = this.plan.error ? undefined : planned.get(document);
      return { document, title, pages: row?.pages ?? pages, bates: row ? range([row.first, row.last]) : "–" };
    });
  });

  constructor(app: App) {
    this.case = app.exhibits.scope ?? app.exhibits.selected?.cases[0] ?? app.library.cases[0]?.case ?? "";
    void this.selection.take(app);
  }

  /** Fills in a name and the number behind the last production's, until somebody writes others. */
  async suggest(): Promise<void> {
    const made = await call("production_list", { case: this.case }).catch((): ProductionRow[] => []);
    const last = made.toSorted((a, b) => a.made_at.localeCompare(b.made_at)).at(-1);
    this.name ||= `Production ${made.length + 1}`;
    this.first ||= (last && nth(last.last, 1)) ?? "";
  }

  async ask(): Promise<void> {
    const { args } = this;
    if (args.name === "" || args.first === "" || args.documents.length === 0) return this.plan.clear();
    await this.plan.ask(() => call("production_plan", args));
  }

  add(): Promise<ProductionRow> {
    return call("production_add", this.args);
  }

  /** The field that an error is about; null where it is about a document. */
  fieldOf(error: WireError | null): "name" | "first" | null {
    if (!error) return null;
    const { name, first } = this.args;
    if (error.code === "taken" && error.message.includes(name)) return "name";
    if (error.code === "bad_value" || error.message.includes(first)) return "first";
    return error.code === "taken" ? "first" : null;
  }
}
