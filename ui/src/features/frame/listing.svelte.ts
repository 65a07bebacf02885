import { Latest } from "../../api/latest.svelte";

/** Where the rows of a list come from, and what tells them apart. */
export type Source<T> = {
  /** Asks for the rows of one case, or of all. */
  ask: (scope: string | null) => Promise<T[]>;
  key: (row: T) => string;
  /** What the filter looks at. */
  text: (row: T) => string;
};

/** The rows of one case or of all: narrowed by one filter, with one of them selected. */
export class Listing<T extends object> {
  /** The case shown; null for all. */
  scope = $state<string | null>(null);
  rows = new Latest<T[]>();
  filter = $state("");
  #chosen = $state<string | null>(null);
  readonly #source: Source<T>;
  readonly #texts = new WeakMap<T, string>();

  all = $derived(this.rows.value ?? []);
  shown = $derived(this.#filtered());
  #at = $derived(this.shown.findIndex((row) => this.#source.key(row) === this.#chosen));
  /** What was chosen; the first row where nothing was, or where the filter hides it. -1 without any. */
  index = $derived(this.#at < 0 && this.shown.length > 0 ? 0 : this.#at);
  selected = $derived(this.shown[this.index] ?? null);

  constructor(source: Source<T>) {
    this.#source = source;
  }

  show(scope: string | null): Promise<void> {
    if (scope !== this.scope) {
      this.reset();
      this.scope = scope;
    }
    return this.refresh();
  }

  /** Asks again; what is on screen stays until the answer is there. */
  refresh(): Promise<void> {
    const scope = this.scope;
    return this.rows.ask(() => this.#source.ask(scope));
  }

  select(key: string | null): void {
    this.#chosen = key;
  }

  selectAt(index: number): void {
    const row = this.shown[index];
    this.#chosen = row === undefined ? null : this.#source.key(row);
  }

  /** The row beside the selected one, which takes its place when that goes. */
  get beside(): T | null {
    return this.shown[this.index + 1] ?? this.shown[this.index - 1] ?? null;
  }

  reset(): void {
    this.scope = null;
    this.filter = "";
    this.#chosen = null;
    this.rows.clear();
  }

  #filtered(): T[] {
    const wanted = this.filter.trim().toLocaleLowerCase();
    return wanted === "" ? this.all : this.all.filter((row) => this.#textOf(row).includes(wanted));
  }

  /** Kept for each row, since every letter typed asks for all of them. */
  #textOf(row: T): string {
    let text = this.#texts.get(row);
    if (text === undefined) this.#texts.set(row, (text = this.#source.text(row).toLocaleLowerCase()));
    return text;
  }
}
