import { call } from "../../api/client";
import type { Hit, PageView, SearchAnswer } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";

/** How long after the last key the question is sent, in milliseconds. */
export const PAUSE_MS = 50;
const DOCUMENTS = 40;

/** The hits of one document, best page first. `first` is the position of its first hit in the whole list. */
export type Group = { document: string; head: Hit; hits: Hit[]; first: number };

/** Search as one types. */
export class Search {
  query = $state("");
  /** Only in this case; null for all. */
  scope = $state<string | null>(null);
  answer = new Latest<SearchAnswer>();
  preview = new Latest<PageView>();
  index = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;

  groups = $derived(groupHits(this.answer.error ? [] : (this.answer.value?.hits ?? [])));
  ordered = $derived(this.groups.flatMap((group) => group.hits));
  hit = $derived(this.ordered[this.index] ?? null);

  /** Takes what was typed; the question goes out after a short pause. */
  type(query: string): void {
    this.query = query;
    clearTimeout(this.#timer);
    if (query.trim() === "") {
      this.answer.clear();
      this.preview.clear();
      return;
    }
    this.#timer = setTimeout(() => void this.run(), PAUSE_MS);
  }

  setScope(scope: string | null): void {
    this.scope = scope;
    void this.run();
  }

  /** Asks now; the first hit is selected when the answer is another one. */
  async run(): Promise<void> {
    clearTimeout(this.#timer);
    const query = this.query.trim();
    if (query === "") return;
    const scope = this.scope;
    const before = this.answer.value;
    await this.answer.ask(() => call("search", { query, case: scope, limit: DOCUMENTS }));
    if (this.answer.value !== before) this.choose(0);
  }

  /** Asks again after a change, and stays on the hit that was selected. */
  async refresh(): Promise<void> {
    const at = this.index;
    await this.run();
    this.choose(at);
  }

  /** Selects a hit by its position and fetches its page. */
  choose(index: number): void {
    this.index = Math.max(0, Math.min(index, this.ordered.length - 1));
    const hit = this.hit;
    if (!hit || hit.page === 0) {
      this.preview.clear();
      return;
    }
    const query = this.query.trim();
    void this.preview.ask(() => call("page_show", { document: hit.document, page: hit.page, query }));
  }

  reset(): void {
    this.query = "";
    this.scope = null;
    this.answer.clear();
    this.preview.clear();
  }
}

/** Hits grouped by document, in the order of each document's best hit. */
export function groupHits(hits: readonly Hit[]): Group[] {
  const byDocument = new Map<string, Hit[]>();
  for (const hit of hits) {
    const group = byDocument.get(hit.document);
    if (group) group.push(hit);
    else byDocument.set(hit.document, [hit]);
  }
  let first = 0;
  return [...byDocument].flatMap(([document, group]) => {
    const head = group[0];
    if (!head) return [];
    const made = { document, head, hits: group, first };
    first += group.length;
    return [made];
  });
}
