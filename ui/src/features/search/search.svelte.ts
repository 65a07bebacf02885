import { call } from "../../api/client";
import type {
  DateKind,
  Hit,
  KeptSearch,
  PageView,
  SavedSearchRow,
  SearchAnswer,
  SearchArgs,
  SearchFilters,
} from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";
import { asksSame, isEmpty, isFile, NONE } from "./chosen";
import { blocksOf, countOf, documentHit, isSameHit, rowsOf } from "./results";

/** How long after the last key the question is sent, in milliseconds. */
export const PAUSE_MS = 50;
/** Pages that are asked for at once. */
const PAGES = 40;
/** Documents that are listed at most: whoever wants more narrows the search. */
const MOST = 1000;
/** The rest of the list that is asked for when so few rows are left below the selected one. */
const AHEAD = 10;

/** Search as one types. */
export class Search {
  query = $state("");
  /** Only in this case; null for all. */
  scope = $state<string | null>(null);
  filters = $state.raw<SearchFilters>(NONE);
  /** The date that is counted by months or years. */
  date = $state<DateKind>("published");
  /** The saved search that was taken up, as it was last looked at; null where there is none. */
  saved = $state.raw<SavedSearchRow | null>(null);
  answer = new Latest<SearchAnswer>();
  preview = new Latest<PageView>();
  index = $state(0);
  /** The document that was opened from the hits, and is walked through with them. */
  followed = $state<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was asked for since beyond the first hits, and to which answer it belongs. */
  #rest = $state.raw<{ of: SearchAnswer | null; hits: Hit[]; ended: boolean }>({
    ...{ of: null, hits: [], ended: false },
  });
  #asking: SearchAnswer | null = null;

  kept = $derived<KeptSearch>({ query: this.query.trim(), case: this.scope, filters: this.filters });
  /** The words that are marked on pages: what was typed, or what was taken instead. */
  marked = $derived((this.answer.value?.instead_query || this.query).trim());
  /** Whether there is anything to ask. */
  asks = $derived(this.query.trim() !== "" || !isEmpty(this.filters));
  /** Whether what is asked is just what was saved. */
  isSaved = $derived(this.saved !== null && asksSame(this.saved.search, this.kept));
  shown = $derived(this.answer.error ? null : this.answer.value);
  #later = $derived(this.#rest.of === this.shown ? this.#rest : null);
  #hits = $derived([...(this.shown?.hits ?? []), ...(this.#later?.hits ?? [])]);
  blocks = $derived(blocksOf(this.#hits, this.shown?.kinds ?? [], this.filters.kinds));
  rows = $derived(rowsOf(this.blocks));
  hit = $derived(this.rows[this.index]?.hit ?? null);
  counts = $derived(countOf(this.shown?.kinds ?? [], this.shown?.items ?? 0));
  /** Whether only what is no document is listed: then that is what there can be more of. */
  #others = $derived(this.filters.kinds.length > 0 && !this.filters.kinds.some(isFile));
  #listed = $derived(
    new Set(this.#hits.filter((hit) => isFile(hit.kind) !== this.#others).map((hit) => hit.item)),
  );
  hasMore = $derived(
    this.shown !== null &&
      !this.#later?.ended &&
      this.#listed.size < Math.min(MOST, this.#others ? this.counts.others : this.counts.files),
  );
  /** Whether the list ends before all is in it, because it would be too long. */
  isCut = $derived(this.#listed.size >= MOST && this.counts.files > MOST);

  /** Takes what was typed; the question goes out after a short pause. */
  type(query: string): void {
    this.query = query;
    this.#soon();
  }

  setScope(scope: string | null): void {
    this.scope = scope;
    void this.run();
  }

  setFilters(filters: SearchFilters): Promise<void> {
    this.filters = filters;
    return this.run();
  }

  /** Counts by another date; a span of the one before is let go of. */
  setDate(date: DateKind): Promise<void> {
    this.date = date;
    return this.setFilters({ ...this.filters, dates: null });
  }

  /** Takes up a search as it was kept. */
  take(search: KeptSearch, saved: SavedSearchRow | null = null): Promise<void> {
    clearTimeout(this.#timer);
    this.query = search.query;
    this.scope = search.case;
    this.filters = search.filters;
    this.date = search.filters.dates?.date ?? this.date;
    this.saved = saved;
    return this.run();
  }

  /** Asks now; the first hit is selected when the answer is another one. */
  async run(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.asks) return this.#forget();
    const before = this.answer.value;
    const args = this.#args();
    await this.answer.ask(() => call("search", args));
    if (this.answer.value !== before) this.choose(0);
  }

  /** Asks again after a change, and stays on the hit that was selected, or else where it was. */
  async refresh(): Promise<void> {
    const { index, hit } = this;
    await this.run();
    const again = this.rows.find((row) => isSameHit(row.hit ?? null, hit));
    this.choose(again?.at ?? index);
  }

  /** Asks for what comes after what is listed; what belongs to an older question is dropped. */
  async more(): Promise<void> {
    const of = this.shown;
    if (!of || !this.hasMore || this.#asking === of) return;
    this.#asking = of;
    const before = this.#later?.hits ?? [];
    try {
      const args = { ...this.#args(), offset: this.#listed.size, facets: null };
      const { hits } = await call("search", args);
      const known = this.#listed;
      const added = hits.filter((hit) => isFile(hit.kind) !== this.#others && !known.has(hit.item));
      if (this.shown === of) this.#rest = { of, hits: [...before, ...added], ended: added.length === 0 };
    } catch {
      // What is listed stays; the next step towards its end asks again.
    } finally {
      if (this.#asking === of) this.#asking = null;
    }
  }

  /** Selects a row by its position and fetches its page. */
  choose(index: number): void {
    this.index = Math.max(0, Math.min(index, this.rows.length - 1));
    if (this.index + AHEAD >= this.rows.length) void this.more();
    const hit = this.hit;
    if (hit?.opens.view !== "document" || hit.page === 0) {
      this.preview.clear();
      return;
    }
    const args = { document: hit.opens.id, page: hit.page, query: this.marked };
    void this.preview.ask(() => call("page_show", args));
  }

  /** Selects the next hit in a document, or the one before, and gives it; null at the end of the list. */
  async walk(by: 1 | -1): Promise<Hit | null> {
    if (documentHit(this.rows, this.index, by) === null && by > 0) await this.more();
    const row = documentHit(this.rows, this.index, by);
    if (row) this.choose(row.at);
    return row?.hit ?? null;
  }

  reset(): void {
    this.query = "";
    this.scope = null;
    this.filters = NONE;
    this.followed = null;
    this.#forget();
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.saved = null;
    this.answer.clear();
    this.preview.clear();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    if (!this.asks) this.#forget();
    else this.#timer = setTimeout(() => void this.run(), PAUSE_MS);
  }

  #args(): SearchArgs {
    const since = this.isSaved ? this.saved?.looked_at || null : null;
    return { ...this.kept, limit: PAGES, offset: 0, facets: this.date, since };
  }
}
