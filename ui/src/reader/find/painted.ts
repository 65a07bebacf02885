import type { Paint } from "../marks/paint";
import { fold } from "../text/fold";
import { occurrences, spanOf } from "../text/locate";
import type { ShownText } from "../text/shown";

/** Every place on a drawn page where folded letters stand, whatever their capitals, as ranges of the page. */
export function rangesOf(shown: ShownText, letters: string): Range[] {
  const folded = fold(shown.text, true);
  return occurrences(folded.letters, letters).map((at) =>
    shown.range(spanOf(shown.text, folded, at, at + letters.length)),
  );
}

/** The found words on the pages that are drawn, and the one of them at which the search stands. */
export class FoundOnPages {
  readonly #paint: Paint;
  readonly #ranges = new Map<number, Range[]>();

  constructor(paint: Paint) {
    this.#paint = paint;
  }

  /** Marks the words on a page that is drawn now. */
  add(page: number, shown: ShownText, letters: string): void {
    this.remove(page);
    const ranges = rangesOf(shown, letters);
    this.#ranges.set(page, ranges);
    for (const range of ranges) this.#paint.add("found", range);
  }

  remove(page: number): void {
    for (const range of this.#ranges.get(page) ?? []) {
      this.#paint.remove("found", range);
      this.#paint.remove("current", range);
    }
    this.#ranges.delete(page);
  }

  /** Marks where the search stands, and gives that place; null where its page is not drawn. */
  stand(page: number, index: number): Range | null {
    this.#paint.clear("current");
    const range = this.#ranges.get(page)?.[index] ?? null;
    if (range) this.#paint.add("current", range);
    return range;
  }

  clear(): void {
    for (const page of [...this.#ranges.keys()]) this.remove(page);
  }
}
