/** A place in the window that one can go to and come back to. */
export type Place =
  | { view: "timeline"; case: string | null }
  | { view: "exhibits"; case: string | null }
  | { view: "people"; case: string | null }
  | { view: "amounts"; case: string | null }
  | { view: "notes"; case: string }
  | { view: "document"; document: string; page: number; account: string | null; query: string }
  | { view: "next" }
  | { view: "search" }
  | { view: "review" };

const REMEMBERED = 100;

/** Where the window is, and the way back. */
export class Navigation {
  #trail = $state.raw<Place[]>([{ view: "timeline", case: null }]);

  current = $derived(this.#trail[this.#trail.length - 1] ?? { view: "timeline" as const, case: null });
  /** Where one came from; null at the beginning. */
  before = $derived(this.#trail[this.#trail.length - 2] ?? null);
  canGoBack = $derived(this.#trail.length > 1);

  /** Goes to a place. Going to where one is adds nothing to the trail. */
  go(place: Place): void {
    if (same(place, this.current)) return;
    this.#trail = [...this.#trail, place].slice(-REMEMBERED);
  }

  /** Changes where one is without a step of the trail: the next page of the same document. */
  replace(place: Place): void {
    this.#trail = [...this.#trail.slice(0, -1), place];
  }

  /** Goes back one step; stays where there is none. */
  back(): void {
    if (this.canGoBack) this.#trail = this.#trail.slice(0, -1);
  }

  /** Forgets the trail: another library was opened. */
  reset(): void {
    this.#trail = [{ view: "timeline", case: null }];
  }
}

function same(a: Place, b: Place): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
