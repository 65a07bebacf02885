import type { PageWord, PageWords } from "../../api/generated/wire";
import { readingOf, wordsOf } from "../address";
import { count, fields, flag, list, text, type Check } from "../protocol/check";

/** The whole of a page, across or down, in the measure of a box. */
export const WHOLE = 10_000;

const share: Check<number> = (value): value is number => count(value) && value <= WHOLE;

const isWord: Check<PageWord> = fields({
  text,
  after: text,
  left: share,
  top: share,
  right: share,
  bottom: share,
});
const isPageWords: Check<PageWords> = fields({ beside: flag, words: list(isWord) });
const isPages = list(count);

/** The words of a document's pages and where they stand. What is told of a page is fetched when it is wanted, and once. */
export class PagesOfWords {
  readonly #document: string;
  readonly #read: Promise<ReadonlySet<number>>;
  readonly #fetched = new Map<string, Promise<PageWords | null>>();

  constructor(document: string) {
    this.#document = document;
    this.#read = fetched(readingOf(document), isPages).then((pages) => new Set(pages));
  }

  /** What a machine read on a page; null where none did, or it found no words there. */
  async read(page: number): Promise<PageWords | null> {
    return (await this.#read).has(page) ? this.#of(readingOf(this.#document, page)) : null;
  }

  /** The words of the page's own text; null where nobody knows where they stand. */
  own(page: number): Promise<PageWords | null> {
    return this.#of(wordsOf(this.#document, page));
  }

  async #of(address: string): Promise<PageWords | null> {
    const asked = this.#fetched.get(address) ?? fetched(address, isPageWords);
    this.#fetched.set(address, asked);
    const told = await asked;
    return told && told.words.length > 0 ? told : null;
  }
}

/** An answer of the shape that it must have; null for any other. */
async function fetched<T>(address: string, check: Check<T>): Promise<T | null> {
  try {
    const answer = await fetch(address);
    const told: unknown = answer.ok ? await answer.json() : null;
    return check(told) ? told : null;
  } catch {
    return null;
  }
}

/** The words in one text, as the page's own text has them. */
export function textOf({ words }: PageWords): string {
  return words.map(({ text, after }) => text + after).join("");
}
