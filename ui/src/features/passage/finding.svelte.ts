import { call } from "../../api/client";
import type { EventFilter, TimelineRow } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";
import { inOrder } from "../timeline/rows";

/** How many events are listed. */
const MOST = 40;

type Found = { rows: TimelineRow[]; total: number };

/** One event found among all by typing: of very many, only those that are listed are fetched. */
export class Finding {
  typed = $state("");
  #found = new Latest<Found>();
  #chosen = $state<string | null>(null);
  readonly #near: readonly string[];
  readonly #without: string | null;

  error = $derived(this.#found.error);
  loading = $derived(this.#found.loading);
  listed = $derived(this.#found.value?.rows ?? []);
  /** How many more fit than are listed. */
  more = $derived((this.#found.value?.total ?? 0) - this.listed.length);
  /** The event chosen; the first that is listed where none is, or where the words hide it. */
  event = $derived(this.listed.find((row) => row.event === this.#chosen) ?? this.listed[0] ?? null);

  /** The events of the cases `near` come first; the event `without` is not offered. */
  constructor(near: readonly string[], without: string | null = null) {
    this.#near = near;
    this.#without = without;
    this.type("");
  }

  type(typed: string): void {
    this.typed = typed;
    void this.#found.ask(() => this.#find(typed.trim()));
  }

  choose(event: string): void {
    this.#chosen = event;
  }

  async #find(text: string): Promise<Found> {
    const filter: EventFilter = text === "" ? {} : { text };
    const lists = await Promise.all([
      ...this.#near.map((each) => call("timeline_match", { ...filter, case: each })),
      call("timeline_match", filter),
    ]);
    const ids = [...new Set(lists.flat())].filter((id) => id !== this.#without);
    const only = ids.slice(0, MOST);
    const { rows } = await call("timeline", { filter: {}, only });
    return { rows: inOrder(only, new Map(rows.map((row) => [row.event, row]))), total: ids.length };
  }
}
