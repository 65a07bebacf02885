import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { FoundOnPages } from "../find/painted";
import { Finder, type Hit } from "../find/finder";
import { extendByKey } from "../extend";
import { tell } from "../line";
import { Paint } from "../marks/paint";
import { Placed } from "../marks/placed";
import type { Act, PageLayout, Quote } from "../protocol/messages";
import { PagesOfWords } from "../placed/words";
import { Selecting, type Readable } from "../selection";
import type { Viewer } from "../viewer";
import { Desk } from "./desk";
import { selectByDragging } from "./drag";
import type { Follow } from "./links";
import { openPdf } from "./open";
import { sizeOf, type DrawnPage } from "./page";
import type { Size } from "./pages";
import { labelsOf, placeOf } from "./places";
import { Sidebar } from "./sidebar";
import { wordsOf } from "./words";

/** Opens a PDF at a page; rejects where it is encrypted, damaged or missing. */
export async function showPdf(
  root: HTMLElement,
  document: string,
  size: number,
  page: number,
  layout: PageLayout,
): Promise<Viewer> {
  const told = new PagesOfWords(document);
  const pdf = await openPdf(document, size);
  const at = Math.min(Math.max(1, page), pdf.numPages);
  // All pages are thought to be like the one that is opened, until they are seen.
  const like = sizeOf(await pdf.getPage(at));
  return new PdfViewer(root, pdf, told, like, at, layout);
}

class PdfViewer implements Viewer {
  readonly #pdf: PDFDocumentProxy;
  readonly #told: PagesOfWords;
  readonly #desk: Desk;
  readonly #sidebar: Sidebar;
  readonly #paint = new Paint(window);
  readonly #found = new FoundOnPages(this.#paint);
  readonly #selecting: Selecting;
  readonly #placed = new Map<number, Placed>();
  #quotes: readonly Quote[] = [];
  #opened: string | null = null;
  /** The opened passage that is still to be brought into sight. */
  #awaited: string | null = null;
  #finder: Finder | null = null;
  #viewed = "";
  #painted = false;

  constructor(
    root: HTMLElement,
    pdf: PDFDocumentProxy,
    told: PagesOfWords,
    like: Size,
    page: number,
    layout: PageLayout,
  ) {
    this.#pdf = pdf;
    this.#told = told;
    this.#desk = new Desk(pdf, told, like, page, layout, this.#follow, {
      viewed: () => this.#tellView(),
      drawn: (drawn) => this.#pageDrawn(drawn),
      gone: (drawn) => this.#pageGone(drawn),
    });
    this.#sidebar = new Sidebar(pdf, like, (to) => this.#desk.go(to), this.#follow);
    root.className = "pdf";
    root.replaceChildren(this.#sidebar.element, this.#desk.element);
    this.#selecting = new Selecting(window, (node) => this.#pageOf(node));
    this.#desk.element.addEventListener("scroll", () => this.#selecting.moved(), { passive: true });
    selectByDragging(this.#desk.element);
    this.#desk.element.addEventListener("click", (event) => this.#clicked(event));
    this.#desk.element.addEventListener("keydown", (event) => this.#pressed(event));
    tell({ type: "opened", pages: pdf.numPages, labels: null, outline: false, leftOut: 0 });
    this.#desk.open();
    new ResizeObserver(() => this.#desk.resized()).observe(this.#desk.element);
  }

  go(page: number): void {
    // The window waits to hear where it is, even where it was there already.
    this.#viewed = "";
    this.#awaited = null;
    this.#desk.go(page);
  }

  mark(quotes: readonly Quote[], opened: string | null): void {
    this.#quotes = quotes;
    const isHere = quotes.some(({ id, page }) => id === opened && page === this.#desk.page);
    if (opened !== this.#opened && isHere) this.#awaited = opened;
    this.#opened = opened;
    for (const page of this.#desk.pages) this.#place(page);
  }

  act(act: Act): void {
    if (act === "zoom_in" || act === "zoom_out") this.#desk.step(act === "zoom_in" ? 1 : -1);
    else if (act === "fit_width" || act === "fit_page")
      this.#desk.fit(act === "fit_width" ? "width" : "page");
    else if (act === "actual_size") this.#desk.zoom(100);
    else if (act === "rotate") this.#desk.rotate();
    else if (act === "spread") this.#desk.spread();
    else void this.#sidebar.toggle(act).then(() => this.#tellView());
  }

  zoom(percent: number): void {
    this.#desk.zoom(percent);
  }

  find(words: string): void {
    this.#finder?.end();
    this.#found.clear();
    this.#paint.clear("current");
    const finder = new Finder(words, this.#pdf.numPages, (page) => wordsOf(this.#pdf, this.#told, page));
    this.#finder = finder.letters === "" ? null : finder;
    if (!this.#finder) return;
    for (const { number, shown } of this.#desk.pages)
      if (shown) this.#found.add(number, shown, finder.letters);
    const page = this.#desk.page;
    const say = () => this.#tellFound(finder);
    void finder.first(page).then((hit) => {
      this.#stand(finder, hit);
      return finder.countAll(page, throttled(say));
    });
  }

  step(by: "next" | "previous"): void {
    const finder = this.#finder;
    if (finder) void finder.step(by === "next" ? 1 : -1).then((hit) => this.#stand(finder, hit));
  }

  clear(): void {
    this.#selecting.clear();
  }

  focus(): void {
    this.#desk.element.focus({ preventScroll: true });
  }

  /** Where the search stands: on a page that is drawn at once, else when it is. */
  #stand(finder: Finder, hit: Hit | null): void {
    if (this.#finder !== finder) return;
    if (hit && !this.#desk.drawnPage(hit.page)?.shown) this.#desk.go(hit.page);
    const range = hit && this.#found.stand(hit.page, hit.index);
    if (range) this.#desk.show(range);
    this.#tellFound(finder);
  }

  #tellFound(finder: Finder): void {
    if (this.#finder === finder) tell({ type: "found", words: finder.words, ...finder.progress });
  }

  #pageDrawn(page: DrawnPage): void {
    if (page.number === this.#desk.page && !this.#painted) {
      this.#painted = true;
      requestAnimationFrame(() => setTimeout(() => tell({ type: "painted", page: page.number })));
      void this.#describe();
    }
    this.#place(page);
    const { shown, number } = page;
    if (!this.#finder || !shown) return;
    this.#found.add(number, shown, this.#finder.letters);
    const hit = this.#finder.hit;
    if (hit?.page !== number) return;
    const range = this.#found.stand(number, hit.index);
    if (range) this.#desk.show(range);
  }

  #pageGone({ number }: DrawnPage): void {
    this.#placed.get(number)?.remove();
    this.#placed.delete(number);
    this.#found.remove(number);
  }

  /** Marks a page's quotes, once its words are there. */
  #place(page: DrawnPage): void {
    const { number, shown } = page;
    this.#placed.get(number)?.remove();
    this.#placed.delete(number);
    const quotes = this.#quotes.filter((quote) => quote.page === number);
    if (!shown || quotes.length === 0) return;
    const placed = new Placed(this.#paint, shown, quotes, this.#opened);
    this.#placed.set(number, placed);
    this.#tellPlaced(number, placed, []);
    if (placed.missing.length > 0) void this.#placeByOwnWords(page, placed);
  }

  /** What PDF.js has otherwise, or not at all, is looked for among the words as the page's own text has them. */
  async #placeByOwnWords(page: DrawnPage, placed: Placed): Promise<void> {
    const own = await page.ownWords();
    if (this.#placed.get(page.number) !== placed) return;
    if (own) placed.seek(own);
    this.#tellPlaced(page.number, placed, placed.missing);
  }

  #tellPlaced(page: number, placed: Placed, missing: string[]): void {
    tell({ type: "placed", page, found: placed.found, missing });
    const range = placed.rangeOf(this.#awaited);
    if (!range) return;
    this.#awaited = null;
    this.#desk.show(range);
  }

  /** What is not needed for the first page on screen. */
  async #describe(): Promise<void> {
    const [labels, outline] = await Promise.all([
      labelsOf(this.#pdf),
      this.#pdf.getOutline().catch(() => []),
    ]);
    if (labels) this.#sidebar.label(labels);
    const hasOutline = (outline ?? []).length > 0;
    tell({ type: "opened", pages: this.#pdf.numPages, labels, outline: hasOutline, leftOut: 0 });
  }

  readonly #follow: Follow = (target, act) => {
    if (!target || "address" in target) return tell({ type: "address", address: target?.address ?? null });
    if (act === "show") return;
    // A destination that leads nowhere leads nowhere.
    void placeOf(this.#pdf, target.destination)
      .then((place) => place && this.#desk.go(place.page, place.down))
      .catch(() => undefined);
  };

  #tellView(): void {
    const { page, layout } = this.#desk;
    const { panel } = this.#sidebar;
    const now = JSON.stringify([page, layout, panel]);
    if (now === this.#viewed) return;
    this.#viewed = now;
    this.#sidebar.show(page);
    tell({ type: "view", page, panel, layout });
  }

  #pageOf(node: Node): Readable | null {
    for (const { number, shown } of this.#desk.pages) if (shown?.holds(node)) return { page: number, shown };
    return null;
  }

  /** A click that selects nothing is one on a mark, or on a link under the text. */
  #clicked(event: MouseEvent): void {
    if (event.detail === 0 || window.getSelection()?.isCollapsed === false) return;
    const { clientX: x, clientY: y } = event;
    for (const placed of this.#placed.values()) {
      const mark = placed.at(x, y);
      if (mark) return tell({ type: "mark", id: mark.id });
    }
    const under = document.elementsFromPoint(x, y).find((each) => each.parentElement?.className === "links");
    if (under instanceof HTMLElement && under !== event.target) under.click();
  }

  #pressed(event: KeyboardEvent): void {
    const start = () => {
      const opened = this.#placed.get(this.#desk.page)?.rangeOf(this.#opened);
      const shown = this.#desk.drawnPage(this.#desk.page)?.shown;
      return opened ?? (shown && shown.text !== "" ? shown.range([0, 1]) : null);
    };
    if (extendByKey(window, event, start)) event.preventDefault();
  }
}

/** Calls at most ten times a second, and once more at the end. */
function throttled(call: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      call();
    }, 100);
  };
}
