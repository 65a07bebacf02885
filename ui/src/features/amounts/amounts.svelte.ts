import { call } from "../../api/client";
import type { AmountLine } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";

/** A sum as one account states it; an account may state several. */
export type Line = AmountLine & { id: string };

/** The sums that the accounts of one case or of all state. They are listed, never added up. */
export class Amounts {
  /** The case shown; null for all. */
  scope = $state<string | null>(null);
  rows = new Latest<AmountLine[]>();
  filter = $state("");
  #chosen = $state<string | null>(null);

  all = $derived(withIds(this.rows.value ?? []));
  shown = $derived(this.#filtered());
  #at = $derived(this.shown.findIndex((line) => line.id === this.#chosen));
  /** What was chosen; the first sum where nothing was, or where the filter hides it. -1 without any. */
  index = $derived(this.#at < 0 && this.shown.length > 0 ? 0 : this.#at);
  selected = $derived(this.shown[this.index] ?? null);

  show(scope: string | null): Promise<void> {
    if (scope !== this.scope) {
      this.reset();
      this.scope = scope;
    }
    return this.refresh();
  }

  refresh(): Promise<void> {
    const scope = this.scope;
    return this.rows.ask(() => call("amount_list", { case: scope }));
  }

  selectAt(index: number): void {
    this.#chosen = this.shown[index]?.id ?? null;
  }

  reset(): void {
    this.scope = null;
    this.filter = "";
    this.#chosen = null;
    this.rows.clear();
  }

  #filtered(): Line[] {
    const wanted = this.filter.trim().toLocaleLowerCase();
    if (wanted === "") return this.all;
    return this.all.filter((line) => searchText(line).includes(wanted));
  }
}

/** The date for the table: never blank. */
export function lineDate(line: AmountLine): string {
  return line.date.shape === "undated" ? "undated" : line.date.display;
}

/** Who states the sum, and how they stand to it: "Anne Longfield alleges". */
export function saidBy(line: AmountLine): string {
  return [line.asserted_by, line.stance].filter(Boolean).join(" ");
}

/** The document and page that the sum is read in; empty where none is cited. */
export function citedIn(line: AmountLine): string {
  if (line.document === null) return "";
  return `${line.document_title ?? "Document"}${line.page === null ? "" : `, p.\u00a0${line.page}`}`;
}

/** The conversion in the source's words, marked as the source's. */
export function conversion(line: AmountLine): string {
  return line.amount.converted && `“${line.amount.converted}”, as the source converts it`;
}

function withIds(rows: readonly AmountLine[]): Line[] {
  const stated = new Map<string, number>();
  return rows.map((row) => {
    const nth = (stated.get(row.account) ?? 0) + 1;
    stated.set(row.account, nth);
    return { ...row, id: `${row.account}-${nth}` };
  });
}

function searchText(line: AmountLine): string {
  const { kind, display, as_stated, converted } = line.amount;
  const where = [line.title, line.case_name, saidBy(line), citedIn(line), lineDate(line)];
  return [kind, display, as_stated, converted, ...where].join("\n").toLocaleLowerCase();
}
