import { SvelteMap } from "svelte/reactivity";
import { call } from "../../api/client";
import type { SavedSearchRow } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";

/** How long after a change the saved searches are asked again, in milliseconds: changes come in flocks. */
export const REST_MS = 400;

/** The saved searches, and how much is new in each since it was last looked at. */
export class Saved {
  rows = new Latest<SavedSearchRow[]>();
  /** How many are new, by the name of the search. */
  fresh = new SvelteMap<string, number>();
  all = $derived(this.rows.value ?? []);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  /** Asks for the searches; what is new in each comes after. */
  async load(): Promise<void> {
    await this.rows.ask(() => call("search_saved_list", {}));
    void this.#count();
  }

  /** Asks again when nothing has changed for a while. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), REST_MS);
  }

  /** Takes a search up: it is looked at now. Gives it as it was last looked at. */
  async look(name: string): Promise<SavedSearchRow> {
    const before = await call("search_saved_look", { name });
    this.fresh.set(name, 0);
    void this.load();
    return before;
  }

  reset(): void {
    clearTimeout(this.#timer);
    this.#round += 1;
    this.rows.clear();
    this.fresh.clear();
  }

  /** One after another, so that what somebody types meanwhile does not wait for all of them. */
  async #count(): Promise<void> {
    const round = ++this.#round;
    for (const { name, search, looked_at } of this.all) {
      const since = looked_at || null;
      const args = { ...search, limit: 0, offset: 0, facets: null, since };
      const fresh = await call("search", args).then(
        (answer) => answer.new,
        () => 0,
      );
      if (round !== this.#round) return;
      this.fresh.set(name, fresh);
    }
  }
}
