import type { Act, Quote } from "./protocol/messages";

/** What draws one kind of document. */
export interface Viewer {
  /** Shows a page, from its top. */
  go(page: number): void;
  /** Marks these passages, and brings the opened one into sight where it was not the opened one before. */
  mark(quotes: readonly Quote[], opened: string | null): void;
  act(act: Act): void;
  zoom(percent: number): void;
  /** Looks for words; none ends it. */
  find(words: string): void;
  step(by: "next" | "previous"): void;
  /** Lets go of the selected words. */
  clear(): void;
  /** Takes the focus. */
  focus(): void;
}
