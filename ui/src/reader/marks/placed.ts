import type { Quote } from "../protocol/messages";
import { locate } from "../text/locate";
import type { ShownText } from "../text/shown";
import type { Look, Paint } from "./paint";

/** The marks on one drawn page. */
export class Placed {
  readonly #paint: Paint;
  readonly #opened: string | null;
  readonly #marks: { quote: Quote; look: Look; range: Range }[] = [];
  #missing: readonly Quote[];

  /** Finds the quotes among the page's words, and paints them. Those that are not there are missing, never elsewhere. */
  constructor(paint: Paint, shown: ShownText, quotes: readonly Quote[], opened: string | null) {
    this.#paint = paint;
    this.#opened = opened;
    this.#missing = quotes;
    this.seek(shown);
  }

  /** Looks for those that are missing so far in another text of the same page. */
  seek(shown: ShownText): void {
    this.#missing = this.#missing.filter((quote) => {
      const span = locate(shown.text, shown.folded, quote);
      if (span) this.#add(quote, shown.range(span));
      return !span;
    });
  }

  get missing(): string[] {
    return this.#missing.map(({ id }) => id);
  }

  get found(): string[] {
    return this.#marks.map(({ quote }) => quote.id);
  }

  rangeOf(id: string | null): Range | null {
    return this.#marks.find(({ quote }) => quote.id === id)?.range ?? null;
  }

  /** The mark under a point of the frame: the shortest, where several lie there. */
  at(x: number, y: number): Quote | null {
    const under = this.#marks.filter(({ quote, range }) => quote.kind !== "found" && covers(range, x, y));
    under.sort((a, b) => a.quote.exact.length - b.quote.exact.length);
    return under[0]?.quote ?? null;
  }

  remove(): void {
    for (const { look, range } of this.#marks) this.#paint.remove(look, range);
    this.#marks.length = 0;
  }

  #add(quote: Quote, range: Range): void {
    const look = lookOf(quote, this.#opened);
    this.#marks.push({ quote, look, range });
    this.#paint.add(look, range);
  }
}

function lookOf(quote: Quote, opened: string | null): Look {
  if (quote.id === opened) return "opened";
  if (quote.kind === "found") return "found";
  return quote.kind === "highlight" ? (quote.colour ?? "yellow") : "cited";
}

function covers(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}
