import type { Quote } from "../protocol/messages";
import { locate } from "../text/locate";
import type { ShownText } from "../text/shown";
import type { Look, Paint } from "./paint";

/** The marks on one drawn page. */
export class Placed {
  readonly #paint: Paint;
  readonly #marks: { quote: Quote; look: Look; range: Range }[] = [];
  readonly missing: string[] = [];

  /** Finds the quotes among the page's words, and paints them. Those that are not there are `missing`, never elsewhere. */
  constructor(paint: Paint, shown: ShownText, quotes: readonly Quote[], opened: string | null) {
    this.#paint = paint;
    for (const quote of quotes) {
      const span = locate(shown.text, shown.folded, quote);
      if (!span) {
        this.missing.push(quote.id);
        continue;
      }
      const look = lookOf(quote, opened);
      const range = shown.range(span);
      this.#marks.push({ quote, look, range });
      paint.add(look, range);
    }
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
