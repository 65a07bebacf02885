/** How marked words look; each is a rule `::highlight(NAME)` of a style sheet. */
export type Look = "cited" | "opened" | "found" | "current" | "yellow" | "green" | "blue" | "pink" | "orange";

/** What lies over what: an opened passage over a highlight over a citation. */
const ORDER: readonly Look[] = [
  "cited",
  "yellow",
  "green",
  "blue",
  "pink",
  "orange",
  "opened",
  "found",
  "current",
];

/** A window with the CSS Custom Highlight API, which an older one lacks. */
type Marking = Window & {
  CSS: { highlights?: HighlightRegistry };
  Highlight?: new () => Highlight;
};

/** Paints words of one window's page without touching the page itself. */
export class Paint {
  readonly #looks = new Map<Look, Highlight>();

  constructor(view: Window) {
    const { CSS, Highlight } = view as Marking;
    if (!CSS.highlights || !Highlight) return;
    for (const [priority, look] of ORDER.entries()) {
      const highlight = new Highlight();
      highlight.priority = priority;
      CSS.highlights.set(look, highlight);
      this.#looks.set(look, highlight);
    }
  }

  add(look: Look, range: Range): void {
    this.#looks.get(look)?.add(range);
  }

  remove(look: Look, range: Range): void {
    this.#looks.get(look)?.delete(range);
  }

  clear(look: Look): void {
    this.#looks.get(look)?.clear();
  }
}
