import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { sizeOf, PIXELS } from "./page";
import type { Size } from "./pages";

/** The width of a thumbnail, CSS pixels. */
const WIDTH = 104;

/** Small pictures of all pages; each is drawn when it comes into sight. */
export class Thumbnails {
  readonly element = document.createElement("ol");
  readonly #pdf: PDFDocumentProxy;
  readonly #buttons: HTMLButtonElement[];
  readonly #watch: IntersectionObserver;
  readonly #wanted: number[] = [];
  #drawing = false;
  #current = 0;

  constructor(pdf: PDFDocumentProxy, like: Size, go: (page: number) => void) {
    this.#pdf = pdf;
    this.element.className = "thumbnails";
    this.#watch = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: "200px" });
    this.#buttons = Array.from({ length: pdf.numPages }, (_, i) => button(i + 1, like, go));
    for (const each of this.#buttons) {
      const item = document.createElement("li");
      item.append(each);
      this.element.append(item);
      this.#watch.observe(each);
    }
    this.element.addEventListener("keydown", (event) => this.#pressed(event));
  }

  /** Says which page is read: it is marked and in sight. */
  show(page: number): void {
    if (page === this.#current) return;
    this.#turn(this.#current, false);
    this.#current = page;
    this.#turn(page, true);
    this.#buttons[page - 1]?.scrollIntoView({ block: "nearest" });
  }

  /** Adds the labels that are printed on the pages. */
  label(labels: readonly string[]): void {
    for (const [i, label] of labels.entries()) {
      const words = this.#buttons[i]?.lastElementChild;
      if (words && label !== String(i + 1)) words.textContent = `${i + 1} (${label})`;
    }
  }

  #turn(page: number, current: boolean): void {
    const each = this.#buttons[page - 1];
    if (!each) return;
    each.tabIndex = current ? 0 : -1;
    if (current) each.setAttribute("aria-current", "page");
    else each.removeAttribute("aria-current");
  }

  #pressed(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[event.key];
    const at = this.#buttons.indexOf(event.target as HTMLButtonElement);
    if (by === undefined || at < 0) return;
    event.preventDefault();
    this.#buttons[Math.min(Math.max(0, at + by), this.#buttons.length - 1)]?.focus();
  }

  #seen(entries: IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      const page = this.#buttons.indexOf(target as HTMLButtonElement) + 1;
      const waits = this.#wanted.indexOf(page);
      if (isIntersecting && waits < 0 && !target.querySelector("canvas")) this.#wanted.push(page);
      else if (!isIntersecting && waits >= 0) this.#wanted.splice(waits, 1);
    }
    void this.#draw();
  }

  async #draw(): Promise<void> {
    if (this.#drawing) return;
    this.#drawing = true;
    for (let page = this.#wanted.shift(); page; page = this.#wanted.shift())
      // A page that cannot be drawn stays white.
      await this.#drawOne(page).catch(() => undefined);
    this.#drawing = false;
  }

  async #drawOne(number: number): Promise<void> {
    const paper = this.#buttons[number - 1]?.firstElementChild;
    const page = await this.#pdf.getPage(number);
    const { width, height } = sizeOf(page);
    const viewport = page.getViewport({ scale: (PIXELS * WIDTH * window.devicePixelRatio) / width });
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(viewport.width));
    canvas.height = Math.max(1, Math.round(viewport.height));
    await page.render({ canvas, viewport }).promise;
    if (!(paper instanceof HTMLElement)) return;
    paper.style.height = `${Math.round((WIDTH * height) / width)}px`;
    paper.replaceChildren(canvas);
  }
}

function button(page: number, like: Size, go: (page: number) => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.tabIndex = -1;
  const paper = document.createElement("span");
  paper.className = "paper";
  paper.style.height = `${Math.round((WIDTH * like.height) / like.width)}px`;
  const words = document.createElement("span");
  words.textContent = String(page);
  made.append(paper, words);
  made.setAttribute("aria-label", `Page ${page}`);
  made.addEventListener("click", () => go(page));
  return made;
}
