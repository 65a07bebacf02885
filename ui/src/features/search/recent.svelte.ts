import { call } from "../../api/client";
import type { KeptSearch, RecentSearches } from "../../api/generated/wire";

/** How long somebody looks at an answer before the search counts as one that was acted on, in milliseconds. */
export const RESTS_MS = 2000;

/** What was searched for on this computer. */
export class Recent {
  /** Whether searches are remembered; null where there is no place for them. */
  on = $state<boolean | null>(null);
  searches = $state.raw<KeptSearch[]>([]);

  async load(): Promise<void> {
    this.#take(await call("search_recent_list", {}));
  }

  /** Remembers a search. That it cannot be is no reason to disturb anybody. */
  async add(search: KeptSearch): Promise<void> {
    if (!this.on) return;
    await call("search_recent_add", search).then(
      (recent) => this.#take(recent),
      () => {},
    );
  }

  async clear(): Promise<void> {
    this.#take(await call("search_recent_clear", {}));
  }

  async remember(on: boolean): Promise<void> {
    this.#take(await call("search_recent_remember", { on }));
  }

  #take({ on, searches }: RecentSearches): void {
    this.on = on;
    this.searches = searches;
  }
}
