import { paperOf } from "../address";
import { passKeys } from "../keys";
import { tell } from "../line";
import { OnePage } from "../onePage";
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
  readonly #page: OnePage;
  readonly #selecting: Selecting;
  #scale: number;

  constructor(frame: HTMLIFrameElement, view: Window, layout: PageLayout) {
    this.#frame = frame;
    this.#view = view;
    this.#scale = layout.fit ? 1 : clamped(layout.percent / 100);
    const shown = new ShownText(view.document.body);
    this.#page = new OnePage(view, shown, (range) => this.#show(range));
    const readable = { page: 1, shown };
    const offset = () => this.#frame.getBoundingClientRect();
    this.#selecting = new Selecting(view, (node) => (shown.holds(node) ? readable : null), offset);
    view.addEventListener("scroll", () => this.#selecting.moved(), { passive: true });
    view.document.addEventListener("click", (event) => this.#clicked(event));
    view.addEventListener("keydown", (event) => this.#page.pressed(event));
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
    this.#page.mark(quotes, opened);
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
    this.#page.find(words);
  }

  step(by: "next" | "previous"): void {
    this.#page.step(by);
  }

  clear(): void {
    this.#selecting.clear();
  }

  focus(): void {
    this.#frame.focus({ preventScroll: true });
    this.#view.focus();
  }

  #show(range: Range): void {
    const words = range.getBoundingClientRect();
    const height = this.#view.innerHeight;
    if (words.top < 0 || words.bottom > height)
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
    const mark = this.#page.markAt(event.clientX, event.clientY);
    if (mark) return tell({ type: "mark", id: mark.id });
    const link = (event.target as Element | null)?.closest("a[title]");
    tell({ type: "address", address: link?.getAttribute("title")?.slice(0, 500) ?? null });
  }
}
