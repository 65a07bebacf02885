import { call } from "../../api/client";
import type { DocumentRow } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";

/** The documents of a case. */
export class Exhibits {
  scope = $state<string | null>(null);
  rows = new Latest<DocumentRow[]>();
  filter = $state("");
  selectedId = $state<string | null>(null);

  all = $derived(this.rows.value ?? []);
  shown = $derived(this.#filtered());
  index = $derived(this.shown.findIndex((row) => row.document === this.selectedId));
  selected = $derived(this.all.find((row) => row.document === this.selectedId) ?? null);

  show(scope: string): Promise<void> {
    if (scope !== this.scope) {
      this.scope = scope;
      this.rows.clear();
      this.filter = "";
      this.selectedId = null;
    }
    return this.refresh();
  }

  refresh(): Promise<void> {
    const scope = this.scope;
    return this.rows.ask(() => call("document_list", { case: scope }));
  }

  selectAt(index: number): void {
    this.selectedId = this.shown[index]?.document ?? null;
  }

  reset(): void {
    this.scope = null;
    this.selectedId = null;
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
