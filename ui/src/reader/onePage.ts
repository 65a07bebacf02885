import { extendByKey } from "./extend";
import { Finder, type Hit } from "./find/finder";
import { FoundOnPages } from "./find/painted";
import { tell } from "./line";
import { Paint } from "./marks/paint";
import { Placed } from "./marks/placed";
import type { Quote } from "./protocol/messages";
import type { ShownText } from "./text/shown";

/** The words of a document that is one page: what is marked and what is found on it. */
export class OnePage {
  readonly #view: Window;
  readonly #shown: ShownText;
  readonly #show: (range: Range) => void;
  readonly #paint: Paint;
  readonly #found: FoundOnPages;
  #placed: Placed | null = null;
  #opened: string | null = null;
  #finder: Finder | null = null;

  /** The words stand in the page of `view`; `show` brings some of them into sight. */
  constructor(view: Window, shown: ShownText, show: (range: Range) => void) {
    this.#view = view;
    this.#shown = shown;
    this.#show = show;
    this.#paint = new Paint(view);
    this.#found = new FoundOnPages(this.#paint);
  }

  mark(quotes: readonly Quote[], opened: string | null): void {
    this.#placed?.remove();
    this.#placed = new Placed(this.#paint, this.#shown, quotes, opened);
    tell({ type: "placed", page: 1, found: this.#placed.found, missing: this.#placed.missing });
    const range = opened === this.#opened ? null : this.#placed.rangeOf(opened);
    if (range) this.#show(range);
    this.#opened = opened;
  }

  /** The mark under a point, or null. */
  markAt(x: number, y: number): Quote | null {
    return this.#placed?.at(x, y) ?? null;
  }

  find(words: string): void {
    this.#found.clear();
    this.#paint.clear("current");
    const finder = new Finder(words, 1, () => Promise.resolve(this.#shown.text));
    this.#finder = finder.letters === "" ? null : finder;
    if (!this.#finder) return;
    this.#found.add(1, this.#shown, finder.letters);
    void finder.first(1).then((hit) => this.#stand(finder, hit));
  }

  step(by: "next" | "previous"): void {
    const finder = this.#finder;
    if (finder) void finder.step(by === "next" ? 1 : -1).then((hit) => this.#stand(finder, hit));
  }

  /** Selects by keys, from the opened passage or else the first word on. */
  pressed(event: KeyboardEvent): void {
    const first = () => (this.#shown.text === "" ? null : this.#shown.range([0, 1]));
    const start = () => this.#placed?.rangeOf(this.#opened) ?? first();
    if (extendByKey(this.#view, event, start)) event.preventDefault();
  }

  #stand(finder: Finder, hit: Hit | null): void {
    if (this.#finder !== finder) return;
    const range = hit && this.#found.stand(hit.page, hit.index);
    if (range) this.#show(range);
    tell({ type: "found", words: finder.words, ...finder.progress });
  }
}
