import { tell } from "./line";
import type { Seen } from "./protocol/messages";
import type { ShownText } from "./text/shown";

/** A page whose words can be selected. */
export type Readable = { page: number; shown: ShownText };

/** How many characters are told on each side of the selected words. */
const AROUND = 120;

/** Tells the window which words are selected, once the pointer is let go, and where they are as the page moves. */
export class Selecting {
  readonly #view: Window;
  readonly #pageOf: (node: Node) => Readable | null;
  /** Where the view's own frame is in this one. */
  readonly #offset: () => { left: number; top: number };
  #pressing = false;
  #told = false;

  constructor(
    view: Window,
    pageOf: (node: Node) => Readable | null,
    offset: () => { left: number; top: number } = () => ({ left: 0, top: 0 }),
  ) {
    this.#view = view;
    this.#pageOf = pageOf;
    this.#offset = offset;
    const { document } = view;
    document.addEventListener("selectionchange", () => this.#take());
    document.addEventListener("pointerdown", (event) => (this.#pressing = event.button === 0));
    for (const end of ["pointerup", "pointercancel"] as const)
      document.addEventListener(end, () => {
        this.#pressing = false;
        // The browser lets go of an old selection only after this event.
        setTimeout(() => this.#take());
      });
  }

  /** Tells it anew: the page moved. */
  moved(): void {
    if (this.#told) this.#take();
  }

  clear(): void {
    this.#view.getSelection()?.removeAllRanges();
    this.#take();
  }

  #take(): void {
    if (this.#pressing) return;
    const selection = this.#view.getSelection();
    const seen = selection && this.#seen(selection);
    if (!seen && !this.#told) return;
    this.#told = seen !== null;
    tell({ type: "selected", seen });
  }

  #seen(selection: Selection): Seen | null {
    if (selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const at = this.#pageOf(range.startContainer) ?? this.#pageOf(range.endContainer);
    if (!at) return null;
    const seen = wordsIn(at.shown, range);
    if (seen.words.trim() === "") return null;
    return { page: at.page, ...seen, box: this.#box(range) };
  }

  #box(range: Range): Seen["box"] {
    const { left, top } = this.#offset();
    const words = range.getBoundingClientRect();
    const last = [...range.getClientRects()].at(-1) ?? words;
    return {
      left: last.left + left,
      right: last.right + left,
      top: words.top + top,
      bottom: words.bottom + top,
    };
  }
}

/** The selected words of one page, and what is seen around them. */
export function wordsIn(shown: ShownText, range: Range): Pick<Seen, "words" | "before" | "after"> {
  const { text } = shown;
  const start = shown.holds(range.startContainer)
    ? shown.placeOf(range.startContainer, range.startOffset)
    : 0;
  const end = shown.holds(range.endContainer)
    ? shown.placeOf(range.endContainer, range.endOffset)
    : text.length;
  return {
    words: text.slice(start, end),
    before: text.slice(Math.max(0, start - AROUND), start),
    after: text.slice(end, end + AROUND),
  };
}
