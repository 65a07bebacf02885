import { fold } from "../text/fold";
import { occurrences } from "../text/locate";

/** A place where the words stand: the page, and which of those on it, from 0. */
export type Hit = { page: number; index: number };

/** How far a search is. `at` counts from 1; 0 where it stands at none. */
export type Progress = { at: number; total: number; searched: number; done: boolean };

/** Looks for words in all pages of a document, whatever their capitals, spaces and line breaks. */
export class Finder {
  /** What was asked for, and how it is compared. */
  readonly words: string;
  readonly letters: string;
  readonly #pages: number;
  readonly #textOf: (page: number) => Promise<string>;
  readonly #counts = new Map<number, Promise<number>>();
  readonly #known = new Map<number, number>();
  #hit: Hit | null = null;
  #ended = false;

  constructor(words: string, pages: number, textOf: (page: number) => Promise<string>) {
    this.words = words;
    this.letters = fold(words, true).letters;
    this.#pages = pages;
    this.#textOf = textOf;
  }

  get hit(): Hit | null {
    return this.#hit;
  }

  get progress(): Progress {
    let [total, before] = [0, 0];
    for (const [page, count] of this.#known) {
      total += count;
      if (this.#hit && page < this.#hit.page) before += count;
    }
    const searched = this.#known.size;
    const at = this.#hit ? before + this.#hit.index + 1 : 0;
    return { at, total, searched, done: searched === this.#pages };
  }

  /** The first place on a page or after it, and then from the beginning on; null where there is none at all. */
  first(page: number): Promise<Hit | null> {
    return this.#seek({ page, index: -1 }, 1);
  }

  /** The next place, or the one before; round the ends. */
  step(by: 1 | -1): Promise<Hit | null> {
    return this.#seek(this.#hit ?? { page: 1, index: -1 }, by);
  }

  /** Counts all pages, from one on, and says at each how far it is. */
  async countAll(from: number, tell: () => void): Promise<void> {
    for (let i = 0; i < this.#pages && !this.#ended; i++) {
      await this.#count(((from - 1 + i) % this.#pages) + 1);
      if (!this.#ended) tell();
    }
  }

  end(): void {
    this.#ended = true;
  }

  async #seek({ page, index }: Hit, by: 1 | -1): Promise<Hit | null> {
    const here = await this.#count(page);
    const beside = index + by;
    if (beside >= 0 && beside < here) return (this.#hit = { page, index: beside });
    for (let i = 1; i <= this.#pages && !this.#ended; i++) {
      const other = ((((page - 1 + by * i) % this.#pages) + this.#pages) % this.#pages) + 1;
      const count = await this.#count(other);
      if (count > 0) return (this.#hit = { page: other, index: by > 0 ? 0 : count - 1 });
    }
    return (this.#hit = null);
  }

  #count(page: number): Promise<number> {
    const counted = this.#counts.get(page) ?? this.#look(page);
    this.#counts.set(page, counted);
    return counted;
  }

  async #look(page: number): Promise<number> {
    // A page that cannot be read holds none of the words.
    const text = await this.#textOf(page).catch(() => "");
    const count = occurrences(fold(text, true).letters, this.letters).length;
    this.#known.set(page, count);
    return count;
  }
}
