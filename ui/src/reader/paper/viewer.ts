import { paperOf } from "../address";
import { extendByKey } from "../extend";
import { Finder, type Hit } from "../find/finder";
import { FoundOnPages } from "../find/painted";
import { passKeys } from "../keys";
import { tell } from "../line";
import { Paint } from "../marks/paint";
import { Placed } from "../marks/placed";
import { clamped, stepped } from "../pdf/pages";
import type { Act, PageLayout, Quote } from "../protocol/messages";
import { Selecting } from "../selection";
import { ShownText } from "../text/shown";
import type { Viewer } from "../viewer";

/** Shows the page that was made of an HTML document or an e-mail; rejects where there is none. */
export async function showPaper(root: HTMLElement, document: string, layout: PageLayout): Promise<Viewer> {
  const frame = window.document.createElement("iframe");
  frame.className = "paper";
  frame.title = "The document";
  // Its own answer forbids every script (default-src 'none'). Without this word WebKit would not tell us of key presses and
  // selections in it either.
  frame.setAttribute("sandbox", "allow-same-origin allow-scripts");
  frame.src = paperOf(document);
  root.className = "page-alone";
  const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
  root.replaceChildren(frame);
  await loaded;
  const view = frame.contentWindow;
  if (!view || !frame.contentDocument?.querySelector("link[rel=stylesheet]")) throw new Error("no page");
  return new PaperViewer(frame, view, layout);
}

class PaperViewer implements Viewer {
  readonly #frame: HTMLIFrameElement;
  readonly #view: Window;
  readonly #shown: ShownText;
  readonly #paint: Paint;
  readonly #found: FoundOnPages;
  readonly #selecting: Selecting;
  #placed: Placed | null = null;
  #opened: string | null = null;
  #finder: Finder | null = null;
  #scale: number;

  constructor(frame: HTMLIFrameElement, view: Window, layout: PageLayout) {
    this.#frame = frame;
    this.#view = view;
    this.#scale = layout.fit ? 1 : clamped(layout.percent / 100);
    this.#shown = new ShownText(view.document.body);
    this.#paint = new Paint(view);
    this.#found = new FoundOnPages(this.#paint);
    const readable = { page: 1, shown: this.#shown };
    const offset = () => this.#frame.getBoundingClientRect();
    this.#selecting = new Selecting(view, (node) => (this.#shown.holds(node) ? readable : null), offset);
    view.addEventListener("scroll", () => this.#selecting.moved(), { passive: true });
    view.document.addEventListener("click", (event) => this.#clicked(event));
    view.addEventListener("keydown", (event) => this.#pressed(event));
    passKeys(view);
    this.#zoomed();
    const leftOut = view.document.querySelectorAll(".left-out").length;
    tell({ type: "opened", pages: 1, labels: null, outline: false, leftOut });
    requestAnimationFrame(() => setTimeout(() => tell({ type: "painted", page: 1 })));
  }

  go(): void {
    this.#view.scrollTo(0, 0);
  }

  mark(quotes: readonly Quote[], opened: string | null): void {
    this.#placed?.remove();
    this.#placed = new Placed(this.#paint, this.#shown, quotes, opened);
    tell({ type: "placed", page: 1, found: this.#placed.found, missing: this.#placed.missing });
    if (opened !== this.#opened) this.#show(this.#placed.rangeOf(opened));
    this.#opened = opened;
  }

  act(act: Act): void {
    if (act === "zoom_in" || act === "zoom_out")
      this.zoom(stepped(this.#scale * 100, act === "zoom_in" ? 1 : -1));
    else if (act === "actual_size" || act === "fit_width" || act === "fit_page") this.zoom(100);
  }

  zoom(percent: number): void {
    this.#scale = clamped(percent / 100);
    this.#zoomed();
  }

  find(words: string): void {
    this.#found.clear();
    this.#paint.clear("current");
    const finder = new Finder(words, 1, () => Promise.resolve(this.#shown.text));
    this.#finder = finder.letters === "" ? null : finder;
    if (!this.#finder) return;
    this.#found.add(1, this.#shown, finder.letters);
    void finder.first(1).then((hit) => this.#stand(words, finder, hit));
  }

  step(by: "next" | "previous"): void {
    const finder = this.#finder;
    if (finder)
      void finder.step(by === "next" ? 1 : -1).then((hit) => this.#stand(finder.words, finder, hit));
  }

  clear(): void {
    this.#selecting.clear();
  }

  focus(): void {
    this.#frame.focus({ preventScroll: true });
    this.#view.focus();
  }

  #stand(words: string, finder: Finder, hit: Hit | null): void {
    if (this.#finder !== finder) return;
    this.#show(hit && this.#found.stand(hit.page, hit.index));
    tell({ type: "found", words, ...finder.progress });
  }

  #show(range: Range | null): void {
    const words = range?.getBoundingClientRect();
    const height = this.#view.innerHeight;
    if (words && (words.top < 0 || words.bottom > height))
      this.#view.scrollBy(0, (words.top + words.bottom - height) / 2);
  }

  #zoomed(): void {
    this.#view.document.documentElement.style.fontSize = `${this.#scale * 100}%`;
    const layout = {
      percent: Math.round(this.#scale * 100),
      fit: null,
      rotation: "0",
      spread: false,
    } as const;
    tell({ type: "view", page: 1, panel: null, layout });
  }

  #clicked(event: MouseEvent): void {
    event.preventDefault();
    if (this.#view.getSelection()?.isCollapsed === false) return;
    const mark = this.#placed?.at(event.clientX, event.clientY);
    if (mark) return tell({ type: "mark", id: mark.id });
    const link = (event.target as Element | null)?.closest("a[title]");
    tell({ type: "address", address: link?.getAttribute("title")?.slice(0, 500) ?? null });
  }

  #pressed(event: KeyboardEvent): void {
    const start = () =>
      this.#placed?.rangeOf(this.#opened) ?? (this.#shown.text === "" ? null : this.#shown.range([0, 1]));
    if (extendByKey(this.#view, event, start)) event.preventDefault();
  }
}
