import { call } from "../../api/client";
import type { DocumentRow } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";

/** The documents of a case. */
export class Exhibits {
  scope = $state<string | null>(null);
  rows = new Latest<DocumentRow[]>();
  filter = $state("");
  #chosen = $state<string | null>(null);

  all = $derived(this.rows.value ?? []);
  shown = $derived(this.#filtered());
  #at = $derived(this.shown.findIndex((row) => row.document === this.#chosen));
  /** What was chosen; the first document where nothing was, or where the filter hides it. -1 without any. */
  index = $derived(this.#at < 0 && this.shown.length > 0 ? 0 : this.#at);
  selected = $derived(this.shown[this.index] ?? null);

  show(scope: string): Promise<void> {
    if (scope !== this.scope) {
      this.scope = scope;
      this.rows.clear();
      this.filter = "";
      this.#chosen = null;
    }
    return this.refresh();
  }

  refresh(): Promise<void> {
    const scope = this.scope;
    return this.rows.ask(() => call("document_list", { case: scope }));
  }

  selectAt(index: number): void {
    this.#chosen = this.shown[index]?.document ?? null;
  }

  reset(): void {
    this.scope = null;
    this.#chosen = null;
    this.rows.clear();
  }

  #filtered(): DocumentRow[] {
    const wanted = this.filter.trim().toLocaleLowerCase();
    if (wanted === "") return this.all;
    return this.all.filter((row) =>
      [row.title, row.file_name, row.source, row.kind_words].join("\n").toLocaleLowerCase().includes(wanted),
    );
  }
}
